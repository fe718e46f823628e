"""hendelser.yaml: what recurs beside the meetings – rounds of appointments, evaluations, courses, attestations."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.verdier import EN_ELLER_FLERE, Dato, Heltall, Kanskje, i_rekkefoelge

RUNDE = "oppnevningsrunde"
"""The `hva` of a round of appointments."""


class Hendelse(Post):
    """Something that happened, or a plan that was adopted."""

    hva: str = Field(description="oppnevningsrunde, evaluering, erfaringssamling, kurs, moeteplan …")
    dato: Kanskje[Dato]
    fra: Dato | None = Field(None, description="Første dag i perioden, for en oppnevningsrunde.")
    til: Dato | None = Field(None, description="Siste dag i perioden, for en oppnevningsrunde.")
    kjoenn: dict[str, dict[str, Heltall]] = Field(
        default_factory=dict,
        description="Antall av hvert kjønn i en runde: {medlemmer: {kvinner: 5, menn: 4}}.",
    )
    sak: str | None = Field(None, description="Saken det ble gjort i.")
    ansvarlig: str | None = None
    modul: Heltall | None = None
    arrangert_av: Annotated[tuple[str, ...], EN_ELLER_FLERE] = ()
    betalt_av: Annotated[tuple[str, ...], EN_ELLER_FLERE] = ()
    deltakere: Annotated[tuple[str, ...], EN_ELLER_FLERE] = ()
    bestemmelse: str | None = Field(None, description="Bestemmelsen en bekreftelse svarer på.")
    dokument: str | None = None
    merknad: str | None = None

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        i_rekkefoelge(self.fra, self.til)
        return self


class Sats(Post):
    """records/satser.yaml: one dated rate for godtgjørelse, in kroner."""

    navn: str
    beloep: Heltall
    fra: Dato
    til: Dato | None = None
    kilde: str | None = None
