"""records/organisasjoner.yaml: who can nominate, own or be represented."""

from typing import Literal

from pydantic import Field

from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.verdier import Heltall, Kanskje, Tekst

ORGANISASJONER = "records/organisasjoner.yaml"

Organisasjonstype = Literal["paraply", "landsdekkende", "lokal", "offentlig"]


class Organisasjon(Post):
    """An organisation or a public body."""

    navn: str = Field(description="Navnet slik det skal stå i dokumentene.")
    forkortelse: str | None = Field(None, description="Kortformen, som FFO.")
    type: Kanskje[Organisasjonstype] = Field(description="Hva slags organisasjon det er.")
    side: Kanskje[str] = Field(description="Siden den sitter på: bruker, nav, kommune …")
    grupper: Kanskje[tuple[str, ...]] = Field((), description="Brukergruppene den taler for.")
    medlem_av: Kanskje[tuple[str, ...]] = Field((), description="Paraplyorganisasjonene den er medlem av.")
    innbyggere: Kanskje[Heltall] | None = Field(None, description="Folketallet, for en kommune.")
    merknad: Tekst | None = Field(None, description="Intern merknad. Vises aldri i et dokument.")
