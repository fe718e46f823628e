"""Sete: one person in one verv for one term, whether it stands in the person's file or follows from an election."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.model.dagspenn import dekker, skifter
from brukerutvalg_cli.model.deldato import Deldato
from brukerutvalg_cli.model.medlem import Medlem, Oppnevning, Permisjon
from brukerutvalg_cli.model.post import INGENTING
from brukerutvalg_cli.model.valghandling import Valghandling
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent
from brukerutvalg_cli.model.vet_av import tidligst, vet_av
from brukerutvalg_cli.model.visshet import Visshet, alle, fordi, ikke, noen

MEDLEMSVERV = frozenset({"medlem", "leder", "nestleder"})
"""Leader and deputy leader sit as members; vara, secretary and guests do not."""
VARAVERV = frozenset({"vara"})
OPPNEVNT = MEDLEMSVERV | VARAVERV
"""Those who are appointed to the council: its members and their deputies."""


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
