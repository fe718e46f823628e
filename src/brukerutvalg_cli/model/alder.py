"""Alder: when somebody can have been born by the ages on record of their terms, and how old that makes them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.model.kalender import EN_DAG
from brukerutvalg_cli.model.medlem import Medlem
from brukerutvalg_cli.model.verdier import Ukjent, kjent

ELDST = 150
"""Nobody is older. What says so says nothing."""


class Foedt(NamedTuple):
    """The days on which somebody can have been born, from the first to the last."""

    tidligst: date
    senest: date

    def alder(self, dag: date) -> range:
        """The ages, in whole years, that they can have on a day."""
        return range(_alder(self.senest, dag), _alder(self.tidligst, dag) + 1)

    def fyller(self, aar: int) -> range:
        """The ages they can turn in a calendar year."""
        return range(aar - self.senest.year, aar - self.tidligst.year + 1)

    def skifter(self, fra: date, til: date) -> Iterator[date]:
        """The days between on which what is known of the age may change: birthdays, and each new year."""
        for aar in range(fra.year, til.year + 1):
            days = {date(aar, 1, 1), _dagen(self.tidligst, aar), _dagen(self.senest, aar)}
            yield from (day for day in sorted(days) if fra <= day <= til)


def foedt(medlem: Medlem) -> Foedt | None:
    """When the person can have been born; None where nothing on record tells, or one thing tells against another."""
    spans = list(_etter_det_som_er_foert(medlem))
    first = max((span.tidligst for span in spans), default=date.max)
    last = min((span.senest for span in spans), default=date.min)
    return Foedt(first, last) if first <= last else None


def _etter_det_som_er_foert(medlem: Medlem) -> Iterator[Foedt]:
    for term in medlem.oppnevninger:
        if isinstance(day := term.fra, date):
            was, turned = (_mulig(age, day) for age in (term.alder, term.fyller))
            if was is not None:
                yield Foedt(_same_day(day, day.year - was - 1) + EN_DAG, _same_day(day, day.year - was))
            if turned is not None:
                yield Foedt(date(day.year - turned, 1, 1), date(day.year - turned, 12, 31))


def _mulig(alder: int | Ukjent | None, dag: date) -> int | None:
    age = kjent(alder)
    return age if age is not None and age < min(ELDST, dag.year - 1) else None


def _same_day(dag: date, aar: int) -> date:
    """The same day of another year, or the last before it: the 29th of February is not in every year."""
    try:
        return dag.replace(year=aar)
    except ValueError:
        return date(aar, 2, 28)


def _dagen(foedt: date, aar: int) -> date:
    """The day in a year from which somebody born on this day is a year older."""
    same = _same_day(foedt, aar)
    return same if same.day == foedt.day else same + EN_DAG


def _alder(foedt: date, dag: date) -> int:
    return dag.year - foedt.year - ((dag.month, dag.day) < (foedt.month, foedt.day))
