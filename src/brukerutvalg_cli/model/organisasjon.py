"""records/organisasjoner.yaml: who can nominate, own or be represented."""

from datetime import date
from typing import Literal, Self

from pydantic import Field

from brukerutvalg_cli.model.navn_i_bruk import TidligereOrganisasjonsnavn, i_bruk
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.verdier import Heltall, Kanskje, Tekst

ORGANISASJONER = "records/organisasjoner.yaml"

Organisasjonstype = Literal["paraply", "landsdekkende", "lokal", "offentlig"]


class Organisasjon(Post):
    """An organisation or a public body."""

    navn: str = Field(description="Navnet slik det skal stå i dokumentene.")
    forkortelse: str | None = Field(None, description="Kortformen, som FFO.")
    tidligere_navn: tuple[TidligereOrganisasjonsnavn, ...] = Field(
        (),
        description="Navn organisasjonen hadde før, hvert med siste dag. Dokumentene sier det navnet som gjaldt da.",
    )
    type: Kanskje[Organisasjonstype] = Field(description="Hva slags organisasjon det er.")
    side: Kanskje[str] = Field(description="Siden den sitter på: bruker, nav, kommune …")
    grupper: Kanskje[tuple[str, ...]] = Field((), description="Brukergruppene den taler for.")
    medlem_av: Kanskje[tuple[str, ...]] = Field((), description="Paraplyorganisasjonene den er medlem av.")
    innbyggere: Kanskje[Heltall] | None = Field(None, description="Folketallet, for en kommune.")
    merknad: Tekst | None = Field(None, description="Intern merknad. Vises aldri i et dokument.")

    @property
    def kort(self) -> str:
        """What it is called where it is named beside a person."""
        return self.forkortelse or self.navn

    def paa_dag(self, dag: date) -> Self:
        """The same organisation by the name of that day."""
        was = i_bruk(self.tidligere_navn, dag)
        return self.model_copy(update={"navn": was.navn, "forkortelse": was.forkortelse}) if was else self
