"""hendelser.yaml: what recurs beside the meetings – rounds of appointments, evaluations, courses, attestations."""

from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator

from brukerutvalg_cli.model.merker import NEVNER
from brukerutvalg_cli.model.moetenavn import Moetet
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.skrivemaate import KANONISK
from brukerutvalg_cli.model.verdier import (
    VOKTER,
    Dato,
    Heltall,
    JaNei,
    Kanskje,
    Liste,
    Navneord,
    Tekst,
    Ukjent,
    i_rekkefoelge,
)

RUNDE = "oppnevningsrunde"
"""The `hva` of a round of appointments."""
EGNE_SLAG = (RUNDE, "bekreftelse", "kurs", "moetekrav", "valgperiode", "prosjekt")
"""The events that have fields of their own."""


class Hendelse(Post):
    """Something that happened, or a plan that was adopted."""

    hva: Annotated[Navneord, KANONISK] = Field(
        description="oppnevningsrunde, evaluering, erfaringssamling, kurs, moeteplan …"
    )
    dato: Kanskje[Dato] = Field(description="Dagen det skjedde eller ble vedtatt.")
    fra: Kanskje[Dato] | None = Field(
        None, description="Første dag i en periode: oppnevningsrunde, valgperiode, prosjekt."
    )
    til: Kanskje[Dato] | None = Field(
        None, description="Siste dag i en periode: oppnevningsrunde, valgperiode, prosjekt."
    )
    kjoenn: Kanskje[dict[str, Kanskje[dict[str, Kanskje[Heltall]]]]] = Field(
        default_factory=dict,
        description="Antall av hvert kjønn i en runde: {medlemmer: {kvinner: 5, menn: 4}}.",
    )
    sak: Kanskje[str] | None = Field(None, description="Saken det ble gjort i.")
    moete: Kanskje[Moetet] | None = Field(
        None, description="Møtet det hører til, som for et redaksjonsrådsmøte."
    )
    ansvarlig: Annotated[str | None, NEVNER] = Field(
        None, description="Hvem som gjorde det, eller som bekrefter det."
    )
    modul: Kanskje[Heltall] | None = Field(None, description="Nummeret på modulen, for et kurs.")
    arrangert_av: Annotated[Kanskje[Liste], NEVNER] = Field((), description="Hvem som holdt kurset.")
    betalt_av: Annotated[Kanskje[Liste], NEVNER] = Field(
        (), description="Hvem som betalte kurset, med reise og opphold."
    )
    deltakere: Annotated[Kanskje[Liste], NEVNER] = Field(
        (), description="Hvem som var med: personer, eller stillinger."
    )
    evaluert: Kanskje[JaNei] | None = Field(None, description="Ble kurset evaluert?")
    krevd_av: Annotated[Kanskje[Liste], NEVNER] = Field(
        (), description="Hvem som krevde møte, for et moetekrav."
    )
    bestemmelse: Kanskje[str] | None = Field(None, description="Bestemmelsen en bekreftelse svarer på.")
    gjelder: Annotated[Kanskje[Liste], VOKTER] = Field(
        (), description="Personene, organisasjonene eller kursdatoene en bekreftelse gjelder. Uten: alle."
    )
    dokument: str | None = Field(None, description="Dokumentet det står i, når det ikke er en sak.")
    merknad: Tekst | None = Field(None, description="Intern merknad. Vises aldri i et dokument.")

    @property
    def begynte(self) -> date | Ukjent:
        """The first day of what it tells of: `fra`, else the day it was decided."""
        return self.fra or self.dato

    def emne(self, nr: int) -> str:
        """What it goes by as the subject of a finding: its day, or where nobody knows that, its number in the list.

        `nr` is its index there, from 0.
        """
        return f"{self.hva} {nr + 1 if isinstance(self.dato, Ukjent) else self.dato}"

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        i_rekkefoelge(self.fra, self.til)
        return self
