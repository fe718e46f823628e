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
    hva: str = ""
    ansvarlig: str = ""
    frist: Trygg = TOM


@dataclass(frozen=True, slots=True)
class Saklistesak:
    """A case on the agenda. Of a confidential one there is a number and a public title, no more."""

    nr: str
    tittel: str
    fortrolig: bool
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
        who = (self.innleder, self.innmeldt_av, self.innkalt)
        return any((self.type, *who, self.satt_opp, self.godkjenner, self.vedlegg))


@dataclass(frozen=True, slots=True)
class Vedtaksvisning:
    """A decision, and how it was made."""

    tekst: Trygg
    enstemmig: bool
    stemmer: str
    utenom_moetet: Trygg = TOM


@dataclass(frozen=True, slots=True)
class Valgvisning:
    """Who was elected to what, and for which time."""

    verv: str
    periode: str
    valgt: tuple[str, ...]


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
    uomtalt: str = ""
    """What stands below the title where the records have nothing to put there."""


@dataclass(frozen=True, slots=True)
class Utkomme:
    """What came of a case, in a line: the first that a reader looks for."""

    nr: str
    tittel: str
    hva: tuple[Trygg | str, ...]


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
class Referat:
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
    forfall: Personliste | None
    ikke_moett: Personliste | None
    ikke_foert: Personliste | None
    innledning: Trygg
    innspill_fra_formoetet: Trygg
    saker: tuple[Referatsak, ...]
    vedlegg: tuple[str, ...]
    neste_moete: NesteMoete | None
