"""records/organisasjoner.yaml: who can nominate, own or be represented."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Literal, Self

from pydantic import Field

from brukerutvalg_cli.model import dagspenn
from brukerutvalg_cli.model.navn_i_bruk import TidligereOrganisasjonsnavn, i_bruk
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.verdier import UKJENT, Dato, Heltall, Kanskje, Tekst

ORGANISASJONER = "records/organisasjoner.yaml"

Organisasjonstype = Literal["paraply", "landsdekkende", "lokal", "offentlig"]


class TidligereOrganisasjon(Post):
    """What an organisation was until a day, where it is something else now. What is not stated was as it is."""

    til: Kanskje[Dato] = Field(description="Siste dag det var slik.")
    type: Kanskje[Organisasjonstype] | None = Field(None, description="Hva slags organisasjon det var.")
    side: Kanskje[str] | None = Field(None, description="Siden den satt på.")
    grupper: Kanskje[tuple[str, ...]] | None = Field(None, description="Brukergruppene den talte for.")
    medlem_av: Kanskje[tuple[str, ...]] | None = Field(
        None, description="Paraplyorganisasjonene den var medlem av. Ingen: []."
    )
    innbyggere: Kanskje[Heltall] | None = Field(None, description="Folketallet, for en kommune.")

    @property
    def fakta(self) -> Mapping[str, Any]:
        """What is stated of it."""
        return {key: getattr(self, key) for key in self.model_fields_set - {"til"}}

    def skifter(self) -> Iterator[date]:
        """The days on which it was so no more, or may have been."""
        return dagspenn.skifter(None, self.til, self.deldato)


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
    tidligere: tuple[TidligereOrganisasjon, ...] = Field(
        (),
        description="Det som var annerledes før, hvert med siste dag: {til: 2023-12-31, medlem_av: [ffo]}. Reglene går "
        "etter det som gjaldt den dagen.",
    )
    merknad: Tekst | None = Field(None, description="Intern merknad. Vises aldri i et dokument.")

    @property
    def kort(self) -> str:
        """What it is called where it is named beside a person."""
        return self.forkortelse or self.navn

    def paa_dag(self, dag: date) -> Self:
        """The same organisation by the name of that day."""
        was = i_bruk(self.tidligere_navn, dag)
        return self.model_copy(update={"navn": was.navn, "forkortelse": was.forkortelse}) if was else self

    def fakta_paa(self, dag: date) -> Self:
        """The same organisation as it was that day. What nobody knows the end of, nobody knows whether it was so."""
        facts: dict[str, Any] = {}
        unsure: set[str] = set()
        for was in sorted(self.tidligere, key=_slutt, reverse=True):
            so = dagspenn.dekker(None, was.til, dag, was.deldato)
            if so:
                facts |= was.fakta
            elif so is not False:
                unsure |= was.fakta.keys()
        changed = facts | dict.fromkeys(unsure, UKJENT)
        return self.model_copy(update=changed) if changed else self


def _slutt(was: TidligereOrganisasjon) -> date:
    return was.til if isinstance(was.til, date) else date.max


def organisasjonen(
    organisasjoner: Mapping[str, Organisasjon], navn: object, dag: date
) -> Organisasjon | None:
    """The organisation that is named, as it was that day."""
    found = organisasjoner.get(navn) if isinstance(navn, str) else None
    return found.fakta_paa(dag) if found and found.tidligere else found
