"""One case on an agenda, with its minutes, decision, elections and follow-ups."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from brukerutvalg_cli.model.post import Filpost, Post
from brukerutvalg_cli.model.verdier import (
    EN_ELLER_FLERE,
    Dato,
    Heltall,
    JaNei,
    Kanskje,
    Saksnummer,
    i_rekkefoelge,
)

Sakstype = Literal[
    "godkjenning", "orientering", "droefting", "valg", "evaluering", "vedtak", "eventuelt", "annet"
]
Fase = Literal["planlegging", "gjennomfoering", "evaluering"]


class Vedlegg(Post):
    """An annex. It need not be a file here."""

    tittel: str
    fil: str | None = Field(None, description="Filnavnet under vedlegg/.")


class Stemmer(Post):
    """Votes counted."""

    for_: Heltall = Field(alias="for")
    mot: Heltall = 0
    avholdende: Heltall = 0


class Vedtak(Post):
    """A decision."""

    tekst: str
    enstemmig: Kanskje[JaNei] | None = None
    stemmer: Kanskje[Stemmer] | None = None


class Oppfoelging(Post):
    """Something somebody took upon themselves."""

    hva: str
    ansvarlig: Kanskje[str] | None = None
    frist: Kanskje[Dato] | None = None
    fullfoert: Kanskje[Dato] | None = None


class Valg(Post):
    """An election held under a case. Both days of the term count."""

    verv: str
    valgt: Annotated[tuple[str, ...], EN_ELLER_FLERE]
    fra: Dato
    til: Kanskje[Dato] | None = None
    fraviker: Annotated[tuple[str, ...], EN_ELLER_FLERE] = Field(
        (), description="Bestemmelser som utvalget selv velger å fravike."
    )
    merknad: str | None = None

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        i_rekkefoelge(self.fra, self.til)
        return self


class Sak(Post):
    """A case. `referat` is the secretary's own text, in Markdown."""

    nr: Saksnummer = Field(description="Saksnummeret, som 28/22.")
    tittel: str
    type: Sakstype
    innmeldt_av: Kanskje[str] | None = Field(None, description="En side, en person eller en organisasjon.")
    fase: Kanskje[Fase] | None = None
    foer_beslutning: Kanskje[JaNei] | None = Field(None, description="Kom saken før beslutningen var tatt?")
    tema: Annotated[tuple[str, ...], EN_ELLER_FLERE] = ()
    innleder: Annotated[tuple[str, ...], EN_ELLER_FLERE] = Field(
        (), description="Hvem som la fram saken: en person-id, eller navn og funksjon."
    )
    fortrolig: JaNei = False
    fortrolig_til: Kanskje[Dato] | None = Field(None, description="Når saken kan bli offentlig.")
    offentlig_tittel: str | None = Field(None, description="Tittelen som vises når saken er fortrolig.")
    godkjenner: Annotated[tuple[Dato, ...], EN_ELLER_FLERE] = Field(
        (), description="Møtene som referatet ble godkjent fra."
    )
    framlegg: str | None = Field(None, description="Teksten i innkallingen.")
    referat: str | None = Field(None, description="Teksten i referatet.")
    etter_moetet: str | None = Field(None, description="Noe sekretæren føyde til etter møtet.")
    vedtak: Vedtak | None = None
    utsatt: JaNei = False
    oversendt_til: str | None = Field(None, description="Utvalget saken ble sendt videre til.")
    oversendt_fra: str | None = Field(
        None, description="Utvalget og saken den kom fra: nav-troendelag 12/24."
    )
    valg: tuple[Valg, ...] = ()
    oppfoelging: tuple[Oppfoelging, ...] = ()
    vedlegg: tuple[Vedlegg, ...] = ()
    merknad: str | None = Field(None, description="Intern merknad. Vises aldri i et dokument.")


class InnmeldtSak(Filpost):
    """saker/<aar>-<nr>.yaml: a case submitted and not yet on an agenda."""

    tittel: str
    innmeldt_av: Kanskje[str]
    innmeldt: Kanskje[Dato]
    type: Sakstype = "droefting"
    fase: Kanskje[Fase] | None = None
    foer_beslutning: Kanskje[JaNei] | None = None
    tema: Annotated[tuple[str, ...], EN_ELLER_FLERE] = ()
    fortrolig: JaNei = False
    offentlig_tittel: str | None = None
    oversendt_fra: str | None = Field(
        None, description="Utvalget og saken den kom fra: nav-troendelag 12/24."
    )
    merknad: str | None = None
