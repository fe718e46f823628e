"""The view: all that a template can see of a meeting. What has no field here is in no document.

Fields have the names they have in the records. Text that is left out is empty. A `str` is a plain
value, which the template engine escapes; a `Trygg` is Markdown already.
"""

from __future__ import annotations

from dataclasses import dataclass

from brukerutvalg_cli.dokument.markdown import TOM, Trygg


@dataclass(frozen=True, slots=True)
class Utvalgsvisning:
    """The council, and whom to turn to: a person with the verv that the council has named."""

    navn: str
    leder: tuple[str, ...]
    sekretaer: tuple[str, ...]
    forfall_til: str
    tilrettelegging: str
    kopi: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Moetevisning:
    """When, where and how. `dag` is the date with its weekday."""

    dato: Trygg
    dag: Trygg
    tid: str
    sted: str
    form: str
    flyttet_fra: tuple[Trygg, ...]
    endret: tuple[Trygg, ...]
    """The days on which the time or the place was changed, after the notice had gone out."""
    avlyst: bool
    aapent: bool | None
    avgjoeres_i: Trygg
    felles_med: tuple[str, ...] = ()
    avbrudd: tuple[Trygg, ...] = ()
    nummer: str = ""
    ekstraordinaert: bool = False


@dataclass(frozen=True, slots=True)
class NesteMoete:
    """The next meeting on record, and the day of the meeting that decides on it."""

    dag: Trygg
    tid: str
    sted: str
    form: str
    avgjoeres_i: Trygg


@dataclass(frozen=True, slots=True)
class Personliste:
    """People under one heading."""

    overskrift: str
    personer: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Restansevisning:
    """What was taken on in an earlier meeting and is not done. Of a confidential case: which case, and no more."""

    sak: str
    omtalt: str
    hva: str = ""
    ansvarlig: str = ""
    frist: Trygg = TOM


@dataclass(frozen=True, slots=True)
class Saksgang:
    """Where a case comes from: the earlier one that it takes up, and what became of that; the council that sent it."""

    tidligere: str = ""
    utsatt: bool = False
    svar: str = ""
    besvart: Trygg = TOM
    referert_i: tuple[str, ...] = ()
    oversendt_fra: str = ""

    @property
    def finnes(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.tidligere or self.oversendt_fra)


@dataclass(frozen=True, slots=True)
class Saklistesak:
    """A case on the agenda. Of a confidential one there is a number and a public title, no more.

    `overskrift` is both; `gruppe` the part of the agenda that begins with it.
    """

    nr: str
    tittel: str
    fortrolig: bool
    overskrift: str = ""
    gruppe: str = ""
    arkivsak: str = ""
    saksbehandler: tuple[str, ...] = ()
    gang: Saksgang = Saksgang()
    forslag: Trygg = TOM
    merke: str = ""
    type: str = ""
    orientering: bool = False
    innleder: tuple[str, ...] = ()
    innmeldt_av: str = ""
    innkalt: tuple[str, ...] = ()
    satt_opp: Trygg = TOM
    godkjenner: tuple[Trygg, ...] = ()
    framlegg: Trygg = TOM
    vedlegg: tuple[str, ...] = ()
    restanser: tuple[Restansevisning, ...] | None = None
    """None where the case does not go through them."""

    @property
    def har_fakta(self) -> bool:
        """Whether there is a list below the title."""
        who = (self.saksbehandler, self.innleder, self.innmeldt_av, self.innkalt)
        what = (self.type, self.arkivsak, self.gang.finnes)
        return any((*what, *who, self.satt_opp, self.godkjenner, self.vedlegg))


@dataclass(frozen=True, slots=True)
class Avstemningsvisning:
    """How something was decided. `ved_likhet` is who or what did, where the votes were even."""

    enstemmig: bool
    stemmer: str
    stemte: tuple[Personliste, ...]
    ved_likhet: str

    @property
    def sagt(self) -> bool:
        """Whether there is anything to tell of it."""
        return any((self.enstemmig, self.stemmer, self.stemte, self.ved_likhet))


@dataclass(frozen=True, slots=True)
class Alternativvisning:
    """A proposal that fell."""

    tekst: Trygg
    fremmet_av: str
    avstemning: Avstemningsvisning


@dataclass(frozen=True, slots=True)
class Vedtaksvisning:
    """A decision, and how it was made."""

    tekst: Trygg
    avstemning: Avstemningsvisning
    alternativer: tuple[Alternativvisning, ...] = ()
    utenom_moetet: Trygg = TOM

    @property
    def enstemmig(self) -> bool:
        """Whether everybody agreed."""
        return self.avstemning.enstemmig

    @property
    def stemmer(self) -> str:
        """The votes in numbers."""
        return self.avstemning.stemmer


@dataclass(frozen=True, slots=True)
class Valgvisning:
    """Who was elected to what, and for which time."""

    verv: str
    periode: str
    valgt: tuple[str, ...]
    avstemning: Avstemningsvisning


@dataclass(frozen=True, slots=True)
class Tilfoerselsvisning:
    """What somebody wanted on record."""

    av: str
    tekst: Trygg


@dataclass(frozen=True, slots=True)
class Oppfoelgingsvisning:
    """What somebody took upon themselves."""

    hva: str
    ansvarlig: str
    frist: Trygg


@dataclass(frozen=True, slots=True)
class Referatsak:
    """A case in the minutes. `merke` (`sak 25/22`) tells its headings from those of other cases."""

    nr: str
    tittel: str
    merke: str
    fortrolig: bool
    overskrift: str = ""
    gruppe: str = ""
    arkivsak: str = ""
    saksbehandler: tuple[str, ...] = ()
    gang: Saksgang = Saksgang()
    forslag: Trygg = TOM
    utfall: Trygg = TOM
    utsatt_til: str = ""
    orientering: bool = False
    innleder: tuple[str, ...] = ()
    godkjenner: tuple[Trygg, ...] = ()
    referat: Trygg = TOM
    utsatt: bool = False
    oversendt_til: str = ""
    vedtak: Vedtaksvisning | None = None
    valg: tuple[Valgvisning, ...] = ()
    oppfoelging: tuple[Oppfoelgingsvisning, ...] = ()
    vedlegg: tuple[str, ...] = ()
    etter_moetet: Trygg = TOM
    restanser: tuple[Restansevisning, ...] | None = None
    satt_opp: Trygg = TOM
    tatt_opp: str = ""
    inhabile: tuple[str, ...] = ()
    stemmeberettigede: str = ""
    """How many could vote in it, where not everybody was there all the time and it is known."""
    tilfoersler: tuple[Tilfoerselsvisning, ...] = ()
    uomtalt: str = ""
    """What stands below the title where the records have nothing to put there."""

    @property
    def har_fakta(self) -> bool:
        """Whether there is a list below the title."""
        who = (self.saksbehandler, self.innleder, self.godkjenner, self.satt_opp)
        return any((self.gruppe, self.arkivsak, self.gang.finnes, *who))


@dataclass(frozen=True, slots=True)
class Utkomme:
    """What came of a case, in a line: the first that a reader looks for."""

    nr: str
    tittel: str
    hva: tuple[Trygg | str, ...]
    overskrift: str


@dataclass(frozen=True, slots=True)
class Innkalling:
    """A notice: what the template has by these names."""

    utvalg: Utvalgsvisning
    moete: Moetevisning
    formoete: str
    mangler: str
    """The word for a list that nobody has made yet; empty once the notice is out."""
    innkalte: tuple[str, ...]
    varamedlemmer: tuple[str, ...]
    ufullstendig: bool
    praktisk: Trygg
    saker: tuple[Saklistesak, ...]
    neste_moete: NesteMoete | None


@dataclass(frozen=True, slots=True)
class Referatvisning:
    """Minutes: what the template has by these names."""

    utvalg: Utvalgsvisning
    moete: Moetevisning
    stand: Trygg
    """How far it has come: a draft, or approved and where."""
    rettelser: tuple[Trygg, ...]
    """What was put right in them after they were approved."""
    moeteleder: str
    referent: str
    kort_fortalt: tuple[Utkomme, ...]
    til_stede: tuple[Personliste, ...]
    oppmoete_mangler: str
    antall_stemmeberettigede: str
    """How many could vote when it began, as a sentence."""
    forfall: Personliste | None
    ikke_moett: Personliste | None
    ikke_foert: Personliste | None
    innledning: Trygg
    innspill_fra_formoetet: Trygg
    saker: tuple[Referatsak, ...]
    undertegnes_av: tuple[str, ...]
    vedlegg: tuple[str, ...]
    neste_moete: NesteMoete | None
