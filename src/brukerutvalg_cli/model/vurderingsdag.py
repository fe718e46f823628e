"""Vurderingsdag: the day of evaluation, which notes until when all that it was asked would be answered the same.

Every question that can be followed – whether it is before another day, in which year it is – has a next day on which
the answer changes. The nearest of these is how long a verdict holds; what cannot be followed (its name, how far it is
from another day) makes it hold on that day only.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import date, timedelta
from functools import wraps
from typing import Any

from brukerutvalg_cli.model.kalender import EN_DAG

ALLTID = date.max
"""Later than any day that is judged on."""


class Holdbarhet:
    """Until when what was answered on a day holds: `til` is the first day on which it may not. `for_den_som_spoer`:
    whether something of it weighs otherwise for who asks what a change makes."""

    def __init__(self, dag: date) -> None:
        self._dag = dag
        self.til = ALLTID
        self.for_den_som_spoer = False

    def endres(self, dag: date) -> None:
        """An answer becomes another one on a day; one that has come already does not."""
        if self._dag < dag < self.til:
            self.til = dag

    def bare_denne_dagen(self) -> None:
        """Nobody can tell what the answer is tomorrow."""
        if self._dag < ALLTID:
            self.til = self._dag + EN_DAG

    def dagen(self) -> Vurderingsdag:
        """The day itself, to be judged on."""
        return Vurderingsdag._merket(self._dag, self, timedelta())


class Vurderingsdag(date):
    """A day that notes what it is asked. So many days before it, or after it, is one too: `_flyttet` says how many.

    Of two days of which one is of a class below the other's, Python asks that one first, whichever side it stands on.
    """

    __slots__ = ("_flyttet", "_holdbarhet")
    _flyttet: timedelta
    _holdbarhet: Holdbarhet

    @classmethod
    def _merket(cls, dag: date, holdbarhet: Holdbarhet, flyttet: timedelta) -> Vurderingsdag:
        found = cls(date.year.__get__(dag), date.month.__get__(dag), date.day.__get__(dag))
        found._holdbarhet, found._flyttet = holdbarhet, flyttet
        return found

    def _endres(self, dag: date) -> None:
        """An answer is another one when this day has become that one."""
        try:
            self._holdbarhet.endres(dag - self._flyttet)
        except OverflowError:  # further than the calendar goes, so never
            return

    def _ukjent(self) -> None:
        self._holdbarhet.bare_denne_dagen()

    def _moeter(self, andre: object, *, ogsaa_dagen_etter: bool) -> None:
        """It is compared with another day. `ogsaa_dagen_etter`: that day over, the answer is another one again."""
        if isinstance(andre, Vurderingsdag) or not isinstance(andre, date):
            return  # the same number of days apart, whatever day it is
        self._endres(andre)
        if ogsaa_dagen_etter and date.__eq__(self, andre) and andre < ALLTID:
            self._endres(andre + EN_DAG)

    def __lt__(self, andre: date) -> bool:
        self._moeter(andre, ogsaa_dagen_etter=False)
        return date.__lt__(self, andre)

    def __ge__(self, andre: date) -> bool:
        self._moeter(andre, ogsaa_dagen_etter=False)
        return date.__ge__(self, andre)

    def __le__(self, andre: date) -> bool:
        self._moeter(andre, ogsaa_dagen_etter=True)
        return date.__le__(self, andre)

    def __gt__(self, andre: date) -> bool:
        self._moeter(andre, ogsaa_dagen_etter=True)
        return date.__gt__(self, andre)

    def __eq__(self, andre: object) -> bool:
        self._moeter(andre, ogsaa_dagen_etter=True)
        return date.__eq__(self, andre)

    def __ne__(self, andre: object) -> bool:
        self._moeter(andre, ogsaa_dagen_etter=True)
        return date.__ne__(self, andre)

    def __hash__(self) -> int:
        self._ukjent()
        return date.__hash__(self)

    def __add__(self, antall: timedelta) -> Vurderingsdag:
        return self._merket(date.__add__(self, antall), self._holdbarhet, self._flyttet + antall)

    __radd__ = __add__

    def __sub__(self, andre: Any) -> Any:
        if isinstance(andre, timedelta):
            return self._merket(date.__sub__(self, andre), self._holdbarhet, self._flyttet - andre)
        self._ukjent()
        return date.__sub__(self, andre)

    def __rsub__(self, andre: date) -> timedelta:
        self._ukjent()
        return date.__sub__(andre, self)

    @property
    def year(self) -> int:
        """The year, until it is another one."""
        found: int = date.year.__get__(self)
        if found < ALLTID.year:
            self._endres(date(found + 1, 1, 1))
        return found

    @property
    def month(self) -> int:
        """The month, until it is another one."""
        year: int = date.year.__get__(self)
        found: int = date.month.__get__(self)
        if (year, found) < (ALLTID.year, 12):
            self._endres(date(year + found // 12, found % 12 + 1, 1))
        return found

    @property
    def day(self) -> int:
        """The day of the month: another one tomorrow."""
        self._ukjent()
        found: int = date.day.__get__(self)
        return found


def _som_ikke_kan_foelges(navn: str) -> Callable[..., Any]:
    asked = getattr(date, navn)

    @wraps(asked)
    def answer(self: Vurderingsdag, *args: Any, **named: Any) -> Any:
        self._ukjent()
        day = date(date.year.__get__(self), date.month.__get__(self), date.day.__get__(self))
        return asked(day, *args, **named)

    return answer


def veier_ulikt(dag: date) -> None:
    """Notes that what was found on a day weighs otherwise for who asks what a change makes (`dommer/klokke.py`)."""
    if isinstance(dag, Vurderingsdag):
        dag._holdbarhet.for_den_som_spoer = True


def husket_som(dag: date) -> Hashable:
    """What an answer about a day is remembered by. What was found out about a day of evaluation is of that one alone:
    whoever asks of the same day as any other day, or is to hold as long as another verdict, has noted nothing."""
    return (dag._holdbarhet, dag._flyttet) if isinstance(dag, Vurderingsdag) else dag


UFULGT = (
    "__format__",
    "__reduce__",
    "__reduce_ex__",
    "__repr__",
    "__str__",
    "ctime",
    "isocalendar",
    "isoformat",
    "isoweekday",
    "replace",
    "strftime",
    "timetuple",
    "toordinal",
    "weekday",
)
"""What a day may be asked that says nothing of when the answer is another one."""
for _navn in UFULGT:
    setattr(Vurderingsdag, _navn, _som_ikke_kan_foelges(_navn))
