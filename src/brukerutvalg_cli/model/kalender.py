"""The Norwegian calendar: public holidays, working days, and dates as the tool says them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from functools import cache
from typing import Literal, get_args

EN_DAG = timedelta(days=1)

FOERSTE_AAR, SISTE_AAR = 1900, 2199
"""Years outside these are slips of the hand; within them no sum of dates leaves the calendar."""

Ukedag = Literal["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"]
Maaned = Literal[
    "januar", "februar", "mars", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "desember",
]  # fmt: skip
UKEDAGER: tuple[Ukedag, ...] = get_args(Ukedag)
MAANEDER: tuple[Maaned, ...] = get_args(Maaned)


_ISO = r"(\d{4})-(\d{1,2})-(\d{1,2})"
_MED_TALL = r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})"
_MED_ORD = r"(\d{1,2})\.?\s+([a-z]{3,9})\.?\s+(\d{4})"


LOVEN = 1947
"""From this year on the public holidays are those of the laws as they are now."""


@cache
def helligdager(aar: int) -> dict[date, str]:
    """The public holidays of a year (lov om helligdager and lov om 1. og 17. mai), with their names in bokmål."""
    if aar >= LOVEN:
        return _etter_regelen(aar)
    # Late: the library costs as much as a fifth of the program, with every country there is.
    from holidays.countries.norway import Norway

    return dict(Norway(years=aar, language="no")) or _etter_regelen(aar)


def helligdag(dag: date) -> str:
    """The name of the public holiday, by the law as it is now; nothing for any other day. Costs no library."""
    return _etter_regelen(dag.year).get(dag, "")


@cache
def _etter_regelen(aar: int) -> dict[date, str]:
    """The same days by the law as it is now: five that have a date, and seven that go with Easter."""
    fixed = {(1, 1): "Første nyttårsdag", (5, 1): "Arbeidernes dag", (5, 17): "Grunnlovsdag",
             (12, 25): "Første juledag", (12, 26): "Andre juledag"}  # fmt: skip
    moving = {-3: "Skjærtorsdag", -2: "Langfredag", 0: "Første påskedag", 1: "Andre påskedag",
              39: "Kristi himmelfartsdag", 49: "Første pinsedag", 50: "Andre pinsedag"}  # fmt: skip
    easter = _paaske(aar)
    found = {easter + timedelta(days=days): name for days, name in moving.items()}
    for (month, day), name in fixed.items():
        same = found.get(date(aar, month, day))
        found[date(aar, month, day)] = f"{same}; {name}" if same else name
    return found


def _paaske(aar: int) -> date:
    """Easter Sunday (the anonymous Gregorian computus, Nature 1876)."""
    century, of_it = divmod(aar, 100)
    moon = aar % 19
    leap, rest = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * moon + century - leap - correction + 15) % 30
    weekday = (32 + 2 * rest + 2 * (of_it // 4) - epact - of_it % 4) % 7
    late = (moon + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(aar, month, day + 1)


def utenfor(aar: int) -> bool:
    """Whether no record can have a day in this year."""
    return not FOERSTE_AAR <= aar <= SISTE_AAR


def er_arbeidsdag(dag: date) -> bool:
    """Monday to Friday, and no public holiday."""
    return dag.weekday() < 5 and dag not in helligdager(dag.year)


def arbeidsdager_fra(dag: date, antall: int) -> date:
    """The day this many working days after `dag` (before, when negative); `dag` itself is not counted."""
    year, left = dag.year, abs(antall)
    days = _arbeidsdager(year)
    if antall > 0:
        at = bisect_right(days, dag)
        while left > len(days) - at:
            left -= len(days) - at
            year, at = year + 1, 0
            days = _arbeidsdager(year)
        return days[at + left - 1]
    at = bisect_left(days, dag)
    while left > at:
        left -= at
        year -= 1
        days = _arbeidsdager(year)
        at = len(days)
    return days[at - left] if left else dag


@cache
def _arbeidsdager(aar: int) -> tuple[date, ...]:
    """The working days of a year. A deadline of thousands of them is counted by the year, not by the day."""
    first, last = date(aar, 1, 1), date(aar, 12, 31)
    every = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return tuple(day for day in every if er_arbeidsdag(day))


def siste_arbeidsdag(dag: date) -> date:
    """`dag`, or the last working day before it."""
    while not er_arbeidsdag(dag):
        dag -= EN_DAG
    return dag


def dato_i_ord(dag: date) -> str:
    """`16. november 2022`: how the program says a date. Documents use Babel, in the council's målform."""
    return f"{dag.day}. {MAANEDER[dag.month - 1]} {dag.year}"


def dag_i_ord(dag: date) -> str:
    """`onsdag 16. november 2022`."""
    return f"{UKEDAGER[dag.weekday()]} {dato_i_ord(dag)}"


def les_dag(text: str) -> date | None:
    """A day as people write it: `2022-11-16`, `16.11.2022`, `16. november 2022`.

    None for other text, and for a day in a year that no record may have.
    """
    text = text.strip().lower()
    if found := re.fullmatch(_ISO, text, re.ASCII):
        year, month, day = map(int, found.groups())
    elif found := re.fullmatch(_MED_TALL, text, re.ASCII):
        day, month, year = map(int, found.groups())
    elif found := re.fullmatch(_MED_ORD, text, re.ASCII):
        month = next((nr for nr, name in enumerate(MAANEDER, 1) if name.startswith(found[2])), 0)
        day, year = int(found[1]), int(found[3])
    else:
        return None
    if utenfor(year):
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
