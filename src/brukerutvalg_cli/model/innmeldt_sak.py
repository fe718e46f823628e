"""saker/<aar>-<nr>.yaml: a case submitted and not yet on an agenda."""

from typing import Annotated

from pydantic import Field

from brukerutvalg_cli.model.ordvalg import Fase, Sakstype
from brukerutvalg_cli.model.post import Filpost
from brukerutvalg_cli.model.sak import (
    ARKIVSAK,
    FORSLAG,
    GRUPPE,
    SAKSBEHANDLER,
)
from brukerutvalg_cli.model.verdier import VOKTER, Dato, JaNei, Kanskje, Liste, Navneord, Tekst


class InnmeldtSak(Filpost):
    """saker/<aar>-<nr>.yaml: a case submitted and not yet on an agenda."""

    tittel: str = Field(description="Tittelen på saken.")
    innmeldt_av: Kanskje[str] = Field(description="En side, en person eller en organisasjon.")
    innmeldt: Kanskje[Dato] = Field(description="Dagen saken ble meldt inn.")
    type: Kanskje[Sakstype] = Field("droefting", description="Hva slags sak det er.")
    fase: Kanskje[Fase] | None = Field(None, description="Hvor langt arbeidet er kommet.")
    foer_beslutning: Kanskje[JaNei] | None = Field(None, description="Kommer saken før beslutningen er tatt?")
    tema: Kanskje[Liste] = Field((), description="Temaene saken handler om.")
    gruppe: Kanskje[Navneord] | None = Field(None, description=GRUPPE)
    arkivsak: Kanskje[str] | None = Field(None, description=ARKIVSAK)
    saksbehandler: Kanskje[Liste] | None = Field(None, description=SAKSBEHANDLER)
    fortrolig: Annotated[Kanskje[JaNei], VOKTER] = Field(
        False, description="Skal teksten holdes utenfor dokumentene? Den som er ukjent, holdes utenfor."
    )
    fortrolig_til: Annotated[Kanskje[Dato] | None, VOKTER] = Field(
        None, description="Når saken kan bli offentlig."
    )
    offentlig_tittel: Annotated[Kanskje[str] | None, VOKTER] = Field(
        None, description="Tittelen som vises når saken er fortrolig."
    )
    oversendt_fra: Kanskje[str] | None = Field(
        None, description="Utvalget og saken den kom fra: nav-troendelag 12/24."
    )
    fra_sak: Kanskje[str] | None = Field(
        None, description="Saken i utvalget som denne tar opp igjen, eller ble utsatt fra, som 28/22."
    )
    forslag: Tekst | None = Field(None, description=FORSLAG)
    merknad: Tekst | None = Field(None, description="Intern merknad. Vises aldri i et dokument.")
