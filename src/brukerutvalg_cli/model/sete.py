"""Sete: one person in one verv for one term, whether it stands in the person's file or follows from an election."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.model.dagspenn import dekker, skifter
from brukerutvalg_cli.model.deldato import Deldato
from brukerutvalg_cli.model.kalender import EN_DAG
from brukerutvalg_cli.model.medlem import Medlem, Oppnevning, Permisjon
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.post import INGENTING
from brukerutvalg_cli.model.sak import Sak, Valg
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent, kjent
from brukerutvalg_cli.model.vet_av import tidligst, vet_av
from brukerutvalg_cli.model.visshet import UVISST, Visshet, alle, fordi, ikke, noen

MEDLEMSVERV = frozenset({"medlem", "leder", "nestleder"})
"""Leader and deputy leader sit as members; vara, secretary and guests do not."""
VARAVERV = frozenset({"vara"})
OPPNEVNT = MEDLEMSVERV | VARAVERV
"""Those who are appointed to the council: its members and their deputies."""
OPPNEVNES = frozenset({"medlem", "vara"})
"""The verv in which an election adds to those who sit. Any other is elected as one."""


class Valghandling(NamedTuple):
    """An election: which meeting, which case, which verv, who was elected."""

    moete: Moete
    sak: Sak
    sak_nr: int
    valg: Valg
    valg_nr: int
    tenkt: bool = False
    """Whether it is looked at as if it had been held: what would follow if it were."""

    @property
    def holdt(self) -> bool:
        """Whether it has been held, by the records. Until then it is a plan, and nobody sits or is done by it alone."""
        return self.tenkt or self.moete.status == "avholdt"

    def at(self, *route: str | int) -> Place:
        """A place inside the election; the election itself without a route."""
        top = ("saker", self.sak_nr, "valg", self.valg_nr)
        return self.moete.at(*top, *route, otherwise=("saker", self.sak_nr, "nr"))

    @property
    def valgte(self) -> tuple[str, ...]:
        """Those elected, as far as anybody knows who they were."""
        return kjent(self.valg.valgt) or ()

    def valgt_at(self, person: str) -> Place:
        """Where one of those elected stands."""
        return self.at("valgt", self.valgte.index(person))

    def avloeser(self, person: str) -> Visshet:
        """Whether it ends what this person had: all who had the verv are done, or elected to it anew."""
        if person in self.valgte:
            return True
        added = True if self.valg.verv in OPPNEVNES else self.valg.supplerer
        return UVISST if isinstance(added, Ukjent) else not added

    def dekker(self, dag: date) -> Visshet:
        """Whether the term they were elected for has begun by this day, and is not over."""
        return dekker(self.valg.fra, self.valg.til, dag, self.valg.deldato)


class Sete(NamedTuple):
    """One person in one verv, from and including `fra`, to and including `til`.

    `valg` is the election it follows from. A seat that only an election knows of has no `oppnevning`. Where an
    organisation was elected, it is the `person`, and there is no `medlem`. Who stands in for one on leave has a seat
    for so long, and who sits until a successor is appointed has one after their own: it follows from that other one,
    `foelger_av`, and nobody appointed them to it. `nr` is then the number of the leave.
    """

    person: str
    medlem: Medlem | None
    verv: str
    fra: date | Ukjent
    til: date | Ukjent | None
    oppnevning: Oppnevning | None
    nr: int
    valg: Valghandling | None
    foelger_av: Sete | None = None
    deldato: Mapping[str, Deldato] = INGENTING
    """Of the first or the last day, where only the year or the month of it is known."""

    def at(self, *route: str | int) -> Place:
        """A place inside the term; in the election, or the leave, where the person's file knows nothing of it."""
        if self.foelger_av is not None:
            leave = ("permisjon", self.nr, "stedfortreder")
            return self.foelger_av.at(*(leave if self.er_stedfortreder else ("til",)))
        if self.oppnevning is not None and self.medlem is not None:
            return self.medlem.at("oppnevninger", self.nr, *route)
        assert self.valg is not None
        return self.valg.valgt_at(self.person)

    @property
    def besluttet(self) -> date | Ukjent:
        """The day that decides which rules judge the seat: the election's meeting, else the first day."""
        return self.valg.moete.dato if self.valg else self.fra

    @property
    def fortrolig(self) -> bool:
        """Whether only an election knows of it, in a case that is, or may be, confidential."""
        return self.oppnevning is None and self.valg is not None and bool(self.valg.sak.fortrolig)

    @property
    def side(self) -> str | Ukjent | None:
        """The side the person sits for in this term; None when the person's file did not load."""
        if self.foelger_av and not self.er_stedfortreder:
            return self.foelger_av.side
        if self.oppnevning and self.oppnevning.side:
            return self.oppnevning.side
        return self.medlem.side if self.medlem else None

    @property
    def representerer(self) -> str | Ukjent | None:
        """The organisation the person sits for in this term."""
        if self.foelger_av and not self.er_stedfortreder:
            return self.foelger_av.representerer
        if self.oppnevning and self.oppnevning.representerer:
            return self.oppnevning.representerer
        return self.medlem.representerer if self.medlem else UKJENT

    @property
    def medlem_av(self) -> str | Ukjent | None:
        """The organisation the person comes from, in this term."""
        term = self._egen.oppnevning
        return (term.medlem_av if term else None) or (self.medlem.medlem_av if self.medlem else UKJENT)

    @property
    def oppnevnt_av(self) -> str | Ukjent | None:
        """Who appointed to it. Somebody has, but where it was an election, or one stands in: then None."""
        term = self._egen.oppnevning
        nobody = self._egen.valg is not None or self.er_stedfortreder
        return (term.av if term else None) or (None if nobody else UKJENT)

    @property
    def foreslaatt_av(self) -> str | Ukjent | None:
        """Who proposed the person, where anybody did."""
        term = self._egen.oppnevning
        return term.foreslaatt_av if term else None

    @property
    def _egen(self) -> Sete:
        """The seat that the person was appointed to, where it is another: who sits on, was appointed once."""
        return self.foelger_av if self.foelger_av and not self.er_stedfortreder else self

    @property
    def permisjoner(self) -> tuple[Permisjon, ...]:
        """When the person is away from it."""
        return self.oppnevning.permisjon if self.oppnevning else ()

    @property
    def er_stedfortreder(self) -> bool:
        """Whether the person only stands in for one on leave."""
        return self.foelger_av is not None and self.foelger_av.person != self.person

    @property
    def er_periode(self) -> bool:
        """Whether it is a term, which somebody was appointed or elected for."""
        return self.foelger_av is None

    @property
    def konstituert(self) -> bool | Ukjent:
        """Whether the person only acts in the verv until somebody is elected."""
        return (self.oppnevning.konstituert if self.oppnevning else None) or False

    def dekker(self, dag: date) -> Visshet:
        """Whether the person sits in it on this day: has it, and is not on leave."""
        held = self.har(dag)
        away = self.permisjoner if held is not False else ()
        return alle((held, ikke(noen(self._borte(nr, dag) for nr in range(len(away)))))) if away else held

    def _borte(self, nr: int, dag: date) -> Visshet:
        """Whether the person is on this leave."""
        gone = self.permisjoner[nr].dekker(dag)
        return fordi(gone, "permisjon", self.person, self.at("permisjon", nr))

    def har(self, dag: date) -> Visshet:
        """Whether the person has the seat on this day, on leave or not."""
        held = dekker(self.fra, self.til, dag, self.deldato)
        if held is not True and held is not False:
            held = fordi(held, "periode", self.person, self.at("fra" if self.fra is UKJENT else "til"))
        return alle((held, self.foelger_av.har(dag))) if self.er_stedfortreder and self.foelger_av else held

    def skifter(self) -> Iterator[date]:
        """The known days on which the person may begin or cease to sit in it: who stands in, with the other's term."""
        yield from skifter(self.fra, self.til, self.deldato)
        if self.er_stedfortreder and self.foelger_av:
            yield from skifter(self.foelger_av.fra, self.foelger_av.til, self.foelger_av.deldato)
        for leave in self.permisjoner:
            yield from skifter(leave.fra, leave.til, leave.deldato)


def foerste(seter: Iterable[Sete]) -> Sete | None:
    """The seat that began first. One of which nobody knows the first day comes before all: it may have."""
    return min(seter, key=lambda s: tidligst(vet_av(s, "fra")) or date.min, default=None)


def valghandlinger(moeter: Iterable[Moete], tenkt: Collection[str] = ()) -> Iterator[Valghandling]:
    """Every election on record, in the order of the meetings. A cancelled meeting, or a case put off, elects nobody.

    `tenkt` are the cases that are looked at as if they had been dealt with.
    """
    for moete in moeter:
        if moete.status == "avlyst":
            continue
        for i, sak in enumerate(moete.saker):
            for j, valg in enumerate(sak.valg if sak.utsatt is not True else ()):
                yield Valghandling(moete, sak, i, valg, j, sak.navn in tenkt)


def seter(medlemmer: Mapping[str, Medlem], valg: Iterable[Valghandling]) -> Iterator[Sete]:
    """Every seat: the terms in the persons' files, then those that only an election knows of.

    A term of which nobody knows the case is the one the person was elected to from the same day. One that
    never began is no seat, nor is what an election alone tells of that has not been held. Each is followed by those
    who stand in while the person is on leave.
    """
    for sete in _oppnevnte(medlemmer, tuple(valg)):
        yield sete
        for nr, permisjon in enumerate(sete.permisjoner):
            yield from _stedfortreder(medlemmer, sete, nr, permisjon)


def _stedfortreder(
    medlemmer: Mapping[str, Medlem], sete: Sete, nr: int, permisjon: Permisjon
) -> Iterator[Sete]:
    """The seat of who stands in, within the term. In a leader's place somebody sits as a member, and does not lead."""
    who = permisjon.stedfortreder
    verv = "medlem" if sete.verv in MEDLEMSVERV else sete.verv
    fra, til = permisjon.fra, permisjon.til or sete.til
    parts = {
        "fra": permisjon.deldato.get("fra"),
        "til": (permisjon if permisjon.til else sete).deldato.get("til"),
    }
    if isinstance(fra, date) and isinstance(sete.fra, date):
        fra = max(fra, sete.fra)
    if isinstance(til, date) and isinstance(sete.til, date):
        til = min(til, sete.til)
    outside = isinstance(fra, date) and isinstance(til, date) and til < fra
    if isinstance(who, str) and not outside:
        known = {key: part for key, part in parts.items() if part}
        yield Sete(who, medlemmer.get(who), verv, fra, til, None, nr, None, sete, known)


def _oppnevnte(medlemmer: Mapping[str, Medlem], valg: tuple[Valghandling, ...]) -> Iterator[Sete]:
    by_case = {(v.sak.navn, v.valg.verv, person): v for v in valg for person in v.valgte}
    case_of = {(verv, person, v.valg.fra): nr for (nr, verv, person), v in by_case.items()}
    seen = set()
    for person, medlem in medlemmer.items():
        for nr, oppnevning in enumerate(medlem.oppnevninger):
            case: object = oppnevning.valgt_i
            if case is UKJENT:
                case = case_of.get((oppnevning.verv, person, oppnevning.fra), case)
            key = (str(case), oppnevning.verv, person)
            seen.add(key)
            if oppnevning.tiltraadt is False:
                continue
            yield Sete(
                person,
                medlem,
                oppnevning.verv,
                oppnevning.fra if oppnevning.tiltraadt is True else UKJENT,
                oppnevning.til,
                oppnevning,
                nr,
                by_case.get(key),
                deldato=oppnevning.deldato if oppnevning.tiltraadt is True else INGENTING,
            )
    for key, handling in by_case.items():
        if key not in seen and handling.holdt:
            _, verv, person = key
            own = handling.valg
            fra, til = own.fra, _siste_dag(handling, person, valg)
            parts = {key: part for key, part in own.deldato.items() if key == "fra" or til is own.til}
            if not (isinstance(fra, date) and isinstance(til, date) and til < fra):
                yield Sete(person, medlemmer.get(person), verv, fra, til, None, 0, handling, deldato=parts)


def _siste_dag(handling: Valghandling, person: str, valg: Iterable[Valghandling]) -> date | Ukjent | None:
    """The last day of one whose page says nothing: as elected, or until a later election took over."""
    own = handling.valg
    days: dict[bool, date] = {}
    for v in valg:
        begins = v.valg.fra
        if v.valg.verv != own.verv or not (v.holdt and _senere(v, handling)) or not isinstance(begins, date):
            continue
        meets = (isinstance(own.fra, Ukjent) or own.fra <= begins) and not (
            isinstance(own.til, date) and own.til < begins
        )
        takes_over = v.avloeser(person)
        if meets and takes_over is not False:
            sure = takes_over is True
            days[sure] = min(days.get(sure, date.max), begins - EN_DAG)
    return UKJENT if False in days else days.get(True, own.til)


def _senere(one: Valghandling, other: Valghandling) -> bool:
    """Whether the one was held after the other: at a later meeting, or in a later case of the same."""
    return (one.moete.dato, one.sak_nr) > (other.moete.dato, other.sak_nr)
