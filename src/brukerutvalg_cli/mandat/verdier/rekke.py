"""Rekke: which of a person's periods stand on end, and how long was served in them.

A run breaks when a stated pause has passed, or, where none is stated, a whole round without the
person (fallback where no round is on record: one `lengde`, else twelve months).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from brukerutvalg_cli.mandat.verdier.tid import Tid
from brukerutvalg_cli.model.kalender import EN_DAG
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.visshet import Visshet

KortPeriode = Literal["teller", "teller_ikke", "teller_over_halv"]
ETT_AAR = Tid(12, "maaneder")


class Dagstrekk(NamedTuple):
    """A stretch of days, both counted; open where it has no end."""

    fra: date
    til: date | None

    def dekker(self, dag: date) -> bool:
        """Whether the day is one of them."""
        return self.fra <= dag and (self.til is None or dag <= self.til)


class Periode(NamedTuple):
    """One period: its first and last day (None: open), the seat it began with, and the days served.

    `teller` is unknown where nobody knows whether it was the rest of another's, and so too short to count.
    """

    fra: date
    til: date | None
    sete: Sete
    teller: Visshet = True
    dager: tuple[Dagstrekk, ...] = ()


Rundene = Callable[[Sete], Sequence[Dagstrekk]]
"""The rounds of appointments as they last for a seat, oldest first."""


def rekker(
    found: Sequence[Periode], rundene: Rundene, pause: Tid | None, lengde: Tid | None
) -> Iterator[list[Periode]]:
    """The runs: periods with no break between them."""
    run: list[Periode] = []
    held_to: date | None = None
    for periode in found:
        if run and brytes(held_to, periode.fra, rundene(periode.sete), pause, lengde):
            yield run
            run = []
        held_to = _later(held_to, periode.til) if run else periode.til
        run.append(periode)
    if run:
        yield run


def _later(one: date | None, other: date | None) -> date | None:
    return None if one is None or other is None else max(one, other)


def brytes(
    til: date | None, fra: date, rounds: Sequence[Dagstrekk], pause: Tid | None, lengde: Tid | None
) -> bool:
    """Whether what begins on `fra` is not on end with what lasted to `til`. The longer between them, the more so."""
    if til is None:
        return False
    begins, ends = til + EN_DAG, fra - EN_DAG
    if pause:
        return pause.siste_dag(begins) <= ends
    if any(begins <= r.fra and r.til is not None and r.til <= ends for r in rounds):
        return True
    return any(
        (lengde or ETT_AAR).siste_dag(max(begins, first)) <= min(ends, last)
        for first, last in _without_rounds(rounds)
    )


def _without_rounds(rounds: Sequence[Dagstrekk]) -> Iterator[tuple[date, date]]:
    """The days of which no round tells, where only time can: before the first on record, and after the newest."""
    if not rounds:
        yield date.min, date.max
        return
    yield date.min, rounds[0].fra - EN_DAG
    ends = [r.til for r in rounds if r.til is not None]
    if len(ends) == len(rounds) and max(ends) < date.max:
        yield max(ends) + EN_DAG, date.max


def strekninger(run: Iterable[Periode]) -> list[Dagstrekk]:
    """The days served in a run, as stretches that do not meet."""
    found: list[Dagstrekk] = []
    for each in sorted((days for periode in run for days in periode.dager), key=lambda s: s.fra):
        last = found[-1].til if found else date.min
        if found and (last is None or each.fra <= last + EN_DAG):
            found[-1] = Dagstrekk(found[-1].fra, _later(last, each.til))
        else:
            found.append(each)
    return found


def siste_lovlige(run: Iterable[Periode], limit: Tid) -> date:
    """The last day the run may go on to, when so long may be served in it: time away is not served.

    What was served before counts in whole months and the days beyond, so that two calendar years are two
    years whichever of them has the leap day.
    """
    *before, now = strekninger(run)
    if not before:
        return limit.siste_dag(now.fra)
    whole = limit.hele_maaneder
    if whole is None:
        served = sum(((s.til or s.fra) - s.fra + EN_DAG for s in before), timedelta())
        return limit.siste_dag(before[0].fra) - before[0].fra - served + now.fra
    counted = [_served(s) for s in before]
    left = whole - sum(months for months, _ in counted)
    last = Tid(left, "maaneder").siste_dag(now.fra) if left > 0 else now.fra - EN_DAG
    return last - sum((days for _, days in counted), timedelta())


def _served(days: Dagstrekk) -> tuple[int, timedelta]:
    """How many whole months a stretch is, and what is over."""
    assert days.til is not None
    months = (days.til.year - days.fra.year) * 12 + days.til.month - days.fra.month + 1
    while months and Tid(months, "maaneder").siste_dag(days.fra) > days.til:
        months -= 1
    over = Tid(months, "maaneder").siste_dag(days.fra) if months else days.fra - EN_DAG
    return months, days.til - over
