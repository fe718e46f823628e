"""Rekke: the periods a person has had, and which of them stand on end.

A period runs from one round of appointments to the next, whatever happened in between; without
rounds an entry is a period. A run breaks when a stated pause has passed, or, where none is
stated, a whole round (fallback: one `lengde`, else twelve months).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Literal, NamedTuple

from brukerutvalg_cli.model.kalender import EN_DAG
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.regler.verdier.tid import Tid

KortPeriode = Literal["teller", "teller_ikke", "teller_over_halv"]
ETT_AAR = Tid(12, "maaneder")


class Periode(NamedTuple):
    """One period: its days (both count, None for open), the seat it began with, and whether it counts."""

    fra: date
    til: date | None
    sete: Sete
    teller: bool = True


class Del(NamedTuple):
    """The part of a seat that lies within one round, or before the first."""

    fra: date
    til: date | None
    sete: Sete


Slutt = Callable[["Del", date], date | None]
"""The last day of a whole period that begins on a day and was begun with this seat; None where nothing says."""


def perioder(seats: Iterable[Sete], rounds: Sequence[date], slutt: Slutt, kort: KortPeriode) -> list[Periode]:
    """The periods that these seats make, oldest first. The seats' days must be known; rounds are sorted."""
    whole = _uten_omvalg(seats)
    parts = sorted((part for sete in whole for part in _by_round(sete, rounds)), key=_order)
    found: list[Periode] = []
    for at, within in groupby(parts, key=lambda part: bisect_right(rounds, part.fra)):
        if at == 0:
            found += (_period([part], part.fra, None, slutt, kort) for part in _without_doubles(list(within)))
        else:
            following = rounds[at] if at < len(rounds) else None
            found.append(_period(list(within), rounds[at - 1], following, slutt, kort))
    return found


def rekker(
    found: Sequence[Periode], rounds: Sequence[date], pause: Tid | None, lengde: Tid | None
) -> Iterator[list[Periode]]:
    """The runs: periods with no break between them."""
    run: list[Periode] = []
    held_to: date | None = None
    for periode in found:
        if run and _breaks(held_to, periode.fra, rounds, pause, lengde):
            yield run
            run = []
        held_to = _later(held_to, periode.til) if run else periode.til
        run.append(periode)
    if run:
        yield run


def _uten_omvalg(seats: Iterable[Sete]) -> Iterator[Sete]:
    """The seats, where a term that a new election carried on, and made no longer, is one with what it carried on."""
    running: dict[str, Sete] = {}
    for sete in sorted(seats, key=lambda s: (s.fra if isinstance(s.fra, date) else date.min, s.nr)):
        before = running.get(sete.verv)
        if before and _baerer_videre(before, sete):
            running[sete.verv] = before._replace(til=sete.til)
            continue
        if before:
            yield before
        running[sete.verv] = sete
    yield from running.values()


def _baerer_videre(before: Sete, sete: Sete) -> bool:
    """Whether a seat follows on from one that an election cut short, and lasts no longer than that would have."""
    if not (before.valg and sete.valg and isinstance(before.til, date) and isinstance(sete.fra, date)):
        return False
    promised = before.valg.valg.til
    within = isinstance(promised, date) and isinstance(sete.til, date) and sete.til <= promised
    return within and sete.fra == before.til + EN_DAG


def _by_round(sete: Sete, rounds: Sequence[date]) -> Iterator[Del]:
    """The seat cut at each round that begins in it."""
    assert isinstance(sete.fra, date)
    til = sete.til if isinstance(sete.til, date) else None
    starts = [sete.fra, *(start for start in rounds if sete.fra < start and (til is None or start <= til))]
    ends = [start - EN_DAG for start in starts[1:]]
    yield from (Del(fra, end, sete) for fra, end in zip(starts, [*ends, til], strict=True))


def _order(part: Del) -> tuple[date, date, bool, int]:
    assert isinstance(part.sete.fra, date)
    return part.fra, part.sete.fra, part.sete.verv != "medlem", part.sete.nr


def _without_doubles(parts: list[Del]) -> Iterator[Del]:
    """One period, not two: a leader who is a member all the while, or what is entered twice."""
    members = [part for part in parts if part.sete.verv == "medlem"]
    covered: date | None = date.min
    for part in sorted(parts, key=lambda p: (p.fra, -(p.til or date.max).toordinal(), *_order(p)[1:])):
        leads = part.sete.verv in ("leder", "nestleder")
        if leads and any(_overlap(part, member) for member in members):
            continue
        if covered is None or (part.til is not None and part.til <= covered):
            continue
        covered = part.til
        yield part


def _overlap(one: Del, other: Del) -> bool:
    return one.fra <= (other.til or date.max) and other.fra <= (one.til or date.max)


def _period(
    parts: Sequence[Del], begins: date, following: date | None, slutt: Slutt, kort: KortPeriode
) -> Periode:
    """What was held of one period, which lasts until the following begins, or else as long as it may."""
    til = parts[0].til
    held = timedelta()
    counted_to = date.min
    for part in parts:
        til = _later(til, part.til)
        if part.til and part.til > counted_to:
            held += part.til - max(part.fra - EN_DAG, counted_to)
            counted_to = part.til
    last = following - EN_DAG if following else slutt(parts[0], begins)
    first = parts[0].fra
    if til is None or kort == "teller" or last is None or held > last - begins:
        counts = True
    else:
        counts = kort == "teller_over_halv" and _over_half(first, held, begins, last)
    return Periode(first, til, parts[0].sete, counts)


def _over_half(first: date, held: timedelta, begins: date, last: date) -> bool:
    """Whether so many days from the first day on are more than half of the period.

    Half of two years is one year, whichever of them has the leap day.
    """
    months = _months(begins, last)
    if months and months % 2 == 0:
        return first + held - EN_DAG > Tid(months // 2, "maaneder").siste_dag(first)
    return held * 2 > last - begins + EN_DAG


def _months(begins: date, last: date) -> int | None:
    """How many months the stretch is, where they are whole."""
    about = (last.year - begins.year) * 12 + last.month - begins.month
    counts = (n for n in (about, about + 1) if n > 0 and last < date.max)
    return next((n for n in counts if Tid(n, "maaneder").siste_dag(begins) == last), None)


def _later(one: date | None, other: date | None) -> date | None:
    return None if one is None or other is None else max(one, other)


def _breaks(
    til: date | None, fra: date, rounds: Sequence[date], pause: Tid | None, lengde: Tid | None
) -> bool:
    if til is None:
        return False
    begins, ends = til + EN_DAG, fra - EN_DAG
    if pause:
        return pause.siste_dag(begins) <= ends
    at = bisect_right(rounds, til)
    if at < len(rounds) - 1 and rounds[at + 1] <= fra:
        return True
    if rounds and rounds[0] <= til:
        return False
    # Before the first round on record only time can tell; from then on, the rounds.
    last = min(ends, rounds[0] - EN_DAG) if rounds else ends
    return (lengde or ETT_AAR).siste_dag(begins) <= last
