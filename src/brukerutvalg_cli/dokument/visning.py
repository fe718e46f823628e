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
    avlyst: bool
    aapent: bool | None
    avgjoeres_i: Trygg
    felles_med: tuple[str, ...] = ()
    avbrudd: tuple[str, ...] = ()


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
    """People under one heading. `oppgitt` is False where the records do not know."""

    overskrift: str
    personer: tuple[str, ...]
    oppgitt: bool = True


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
    utenom_moetet: str = ""


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

    @property
    def tom(self) -> bool:
        """Whether the minutes say nothing but the title."""
        said = (self.innleder, self.godkjenner, self.referat, self.oversendt_til, self.vedtak, self.valg)
        more = (self.utsatt, self.oppfoelging, self.vedlegg, self.etter_moetet)
        return self.restanser is None and not any((*said, *more))


@dataclass(frozen=True, slots=True)
class Innkalling:
    """A notice: what the template has by these names."""

    utvalg: Utvalgsvisning
    moete: Moetevisning
    formoete: str
    innkalte: tuple[str, ...]
    vararepresentanter: tuple[str, ...]
    ufullstendig: bool
    praktisk: Trygg
    saker: tuple[Saklistesak, ...]
    neste_moete: NesteMoete | None


@dataclass(frozen=True, slots=True)
class Godkjentvisning:
    """How the minutes were approved, and what was put right in them since."""

    hvordan: str
    rettelser: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Referat:
    """Minutes: what the template has by these names."""

    utvalg: Utvalgsvisning
    moete: Moetevisning
    godkjent: Godkjentvisning | None
    moeteleder: str
    referent: str
    til_stede: tuple[Personliste, ...]
    forfall: Personliste | None
    ikke_moett: Personliste | None
    ikke_foert: Personliste | None
    innledning: Trygg
    innspill_fra_formoetet: Trygg
    saker: tuple[Referatsak, ...]
    vedlegg: tuple[str, ...]
    neste_moete: NesteMoete | None
