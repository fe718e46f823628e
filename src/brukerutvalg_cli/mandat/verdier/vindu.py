"""Vindu: the windows of time in which something is counted, as they lie in the calendar of one council."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator
from datetime import date, timedelta
from itertools import zip_longest
from typing import NamedTuple

from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.verdier.per import Per
from brukerutvalg_cli.mandat.verdier.tid import Tid, Tidsenhet
from brukerutvalg_cli.model.kalender import EN_DAG, MAANEDER, dato_i_ord
from brukerutvalg_cli.model.mappe import Utvalgsmappe, rundestart
from brukerutvalg_cli.model.verdier import kjent
from brukerutvalg_cli.oppramsing import alle_sammen

SISTE_AAR = 9990
"""No window begins later, so that no sum of days leaves the calendar."""
_STEG: dict[str, Tidsenhet] = {"maaned": "maaneder", "uke": "uker", "dag": "dager"}
_HALVT = ("første halvår", "andre halvår")

Stykke = tuple[date, date]
"""A stretch of days, both included."""


class Vindu(NamedTuple):
    """A stretch of time, both days included, with the name a secretary would give it.

    `stykker` are the parts it is made of, where there may be days between them; `unntatt` the months left out.
    """

    fra: date
    til: date
    navn: str
    sagt: str = ""
    stykker: tuple[Stykke, ...] = ()
    unntatt: frozenset[int] = frozenset()

    @property
    def naar(self) -> str:
        """The window where a sentence says when: `i 2022`, `høsten 2022`, `i 2022 utenom juli`."""
        without = alle_sammen(MAANEDER[month - 1] for month in sorted(self.unntatt))
        return (self.sagt or f"i {self.navn}") + (f" utenom {without}" if without else "")

    def dekker(self, dag: date) -> bool:
        """Whether the day is one of those that are counted."""
        if not self.fra <= dag <= self.til or dag.month in self.unntatt:
            return False
        return not self.stykker or any(fra <= dag <= til for fra, til in self.stykker)


def vinduer(
    per: Per, utvalg: UtvalgIPeriode, *, loepende: bool = False, unntatt: Collection[int] = ()
) -> Iterator[Vindu]:
    """The windows that lie whole in the period and are over on the day of evaluation, oldest first.

    With `loepende`, those that have begun by that day too: of them, only what is so already can be said.
    The months that are `unntatt` are not there: a window that is made of months, weeks or days goes on after them,
    and of any other they are cut out. A council that does not say from when its records are complete has windows from
    the year (or the month, week or day, where that is the unit) of its first meeting or event, and none with nothing
    on record; what is not there is missed from the first whole one (`kan_mangle`).
    """
    left_out = frozenset(unntatt)
    for first, last, stykker in _sammen(per, _deler(per, utvalg, left_out), utvalg.dato, hele=not left_out):
        begun = first[0] <= utvalg.dato if loepende else last[1] < utvalg.dato
        if begun and utvalg.gjelder_hele(first[0], last[1]):
            said = _i_ord(per, first, last)
            yield Vindu(first[0], last[1], *said, stykker, left_out & _mellom(first[0], last[1]))


def foerste_dag(utvalg: UtvalgIPeriode) -> date:
    """The day from which windows are counted: the first of the period, or of what is on record."""
    mappe = utvalg.mappe
    if begins := mappe.utvalg.vurderes_fra:
        return utvalg.fra or begins
    return max(_foerste_foerte(mappe), utvalg.fra or date.min)


def kan_mangle(fra: date, utvalg: UtvalgIPeriode) -> bool:
    """Whether what is not on record of a window from this day, was not there: the records had begun."""
    return utvalg.mappe.utvalg.vurderes_fra is not None or _foerste_foerte(utvalg.mappe) <= fra


def _foerste_foerte(mappe: Utvalgsmappe) -> date:
    """The day of the first meeting or event."""
    known = [m.dato for m in mappe.moeter[:1]] + [h.dato for h in mappe.hendelser if isinstance(h.dato, date)]
    return min(known, default=date.max)


def _sammen(
    per: Per, deler: Iterator[Stykke], dato: date, *, hele: bool
) -> Iterator[tuple[Stykke, Stykke, tuple[Stykke, ...]]]:
    """So many parts on end, each time one further: the first, the last, and all of them where days lie between."""
    without_gaps = per.antall == 1 or (
        hele and (per.flyter or per.enhet in ("kalenderaar", "halvaar", "kvartal"))
    )
    held: deque[Stykke] = deque(maxlen=per.antall)
    for part in deler:
        held.append(part)
        if held[0][0] > dato:
            return
        if len(held) == per.antall:
            yield held[0], held[-1], () if without_gaps else tuple(held)


def _deler(per: Per, utvalg: UtvalgIPeriode, unntatt: frozenset[int]) -> Iterator[Stykke]:
    """The single windows of the kind, oldest first, without the months that are left out."""
    if per.flyter:
        steps = _steg(per.enhet, foerste_dag(utvalg))
        yield from (part for part in steps if not unntatt or unntatt.isdisjoint(_mellom(*part)))
        return
    years = range(foerste_dag(utvalg).year, SISTE_AAR)
    found = (
        _rundene(utvalg) if per.enhet == "funksjonsperiode" else (s for y in years for s in _i_aaret(per, y))
    )
    for part in found:
        if left := _uten(part, unntatt):
            yield left


def _uten(stykke: Stykke, unntatt: frozenset[int]) -> Stykke | None:
    """From the first day to the last that is not in one of these months."""
    fra, til = stykke
    while fra <= til and fra.month in unntatt:
        fra = _foerste_i_neste(fra)
    while fra <= til and til.month in unntatt and til < date.max:
        til = til.replace(day=1) - EN_DAG
    return (fra, til) if fra <= til else None


def _foerste_i_neste(dag: date) -> date:
    return Tid(1, "maaneder").etter(dag.replace(day=1))


def _mellom(fra: date, til: date) -> frozenset[int]:
    """The months that are touched by the days from one to the other."""
    months = (til.year - fra.year) * 12 + til.month - fra.month
    return frozenset((fra.month - 1 + nr) % 12 + 1 for nr in range(min(months, 11) + 1))


def _steg(enhet: str, first: date) -> Iterator[Stykke]:
    """Every whole month, week (from Monday) or day."""
    step = Tid(1, _STEG[enhet])
    start = first.replace(day=1) if enhet == "maaned" else first
    if enhet == "uke" and start.year < SISTE_AAR:
        start -= timedelta(days=start.weekday())
    while start.year < SISTE_AAR:
        following = step.etter(start)
        yield start, following - EN_DAG
        start = following


def _i_aaret(per: Per, year: int) -> Iterator[Stykke]:
    """The windows of the kind that a year has."""
    length = {"kalenderaar": 12, "halvaar": 6, "vaar": 6, "hoest": 6, "kvartal": 3}.get(per.enhet, 1)
    for month in range(1, 13, length):
        if month in per.maaneder:
            start = date(year, month, 1)
            yield start, Tid(length, "maaneder").siste_dag(start)


def _rundene(utvalg: UtvalgIPeriode) -> Iterator[Stykke]:
    ends: dict[date, date | None] = {}
    for _, runde in utvalg.mappe.runder:
        ends[rundestart(runde)] = kjent(runde.til) or ends.get(rundestart(runde))
    starts = list(ends)
    for start, following in zip_longest(starts, starts[1:]):
        yield start, min(filter(None, (ends[start], following and following - EN_DAG)), default=date.max)


# The names


def _i_ord(per: Per, first: Stykke, last: Stykke) -> tuple[str, str]:
    """What the window is called, and how a sentence says when, where that is not only «i» before it."""
    start, end = first[0], last[1]
    if per.enhet == "funksjonsperiode":
        return _perioden(per.antall, start)
    if per.flyter:
        return _strekning(per, start, end), ""
    if per.enhet in ("halvaar", "kvartal"):
        one, other = (_delen(per.enhet, part) for part in (first, last))
        return one if per.antall == 1 else f"{one}–{other}", ""
    if per.enhet == "kalenderaar":
        return f"{start.year}" if start.year == end.year else f"{start.year}–{end.year}", ""
    years = alle_sammen(map(str, range(start.year, end.year + 1)))
    if per.enhet in ("vaar", "hoest"):
        name = f"{'våren' if per.enhet == 'vaar' else 'høsten'} {years}"
        return name, name
    return f"{per.enhet} {years}", ""


def _perioden(antall: int, start: date) -> tuple[str, str]:
    many = "funksjonsperioden" if antall == 1 else f"de {antall} funksjonsperiodene"
    return f"{many} fra {start.isoformat()}", f"i {many} fra {dato_i_ord(start)}"


def _delen(enhet: str, stykke: Stykke) -> str:
    """`første halvår 2022`, `4. kvartal 2022`: by its last day, as months may be left out at either end."""
    month, year = stykke[1].month - 1, stykke[1].year
    return f"{_HALVT[month // 6]} {year}" if enhet == "halvaar" else f"{month // 3 + 1}. kvartal {year}"


def _strekning(per: Per, start: date, end: date) -> str:
    if per.enhet == "maaned":
        first, last = MAANEDER[start.month - 1], f"{MAANEDER[end.month - 1]} {end.year}"
        same_year = "" if start.year == end.year else f" {start.year}"
        return last if per.antall == 1 else f"{first}{same_year}–{last}"
    if per.enhet == "uke":
        (year, week, _), (last_year, last_week, _) = start.isocalendar(), end.isocalendar()
        between = "–" if year == last_year else f" i {year}–uke "
        until = "" if per.antall == 1 else f"{between}{last_week}"
        return f"uke {week}{until} i {last_year}"
    if per.antall == 1:
        return f"døgnet {dato_i_ord(start)}"
    return f"tida {dato_i_ord(start)}–{dato_i_ord(end)}"
