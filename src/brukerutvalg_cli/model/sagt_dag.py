"""Sagt dag: a day as somebody says it now – `11. feb`, `onsdag 11.2.26`, `i morgen` – which `les_dag` in itself is not.

What is in a file says its year. Who says a day on the command line means the one that is nearest, of those it can be.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from brukerutvalg_cli.model.kalender import UKEDAGER, dato_i_ord, les_dag

_I_FORHOLD = {
    "i dag": 0, "idag": 0, "i morgen": 1, "i morgon": 1, "imorgen": 1, "i går": -1, "igår": -1,
    "i overmorgen": 2, "i overmorgon": 2, "i forgårs": -2, "i førgårs": -2,
}  # fmt: skip
_NYNORSK = {"måndag": "mandag", "tysdag": "tirsdag", "laurdag": "lørdag", "sundag": "søndag"}
_UKEDAG = re.compile(r"(?:på )?([a-zæøå]{3,7})\.?,?\s+(?:den\s+)?(?=\d)(.*)")
_DAG = re.compile(
    r"(\d{1,2})(?:[./]\s*(\d{1,2})|\.?\s*([a-z]{3,9}))\.?(?:[\s./-]*(\d{4}|\d{2}))?\.?", re.ASCII
)
_UT = re.compile(r"(?:ut|til utgangen av|til slutten av|til og med|t\.? ?o\.? ?m\.?) (.+)")
"""What is said before the last day of a time, or before the time."""
_AARET = frozenset({"året", "kalenderåret", "dette året", "i år"})
_I_KALENDEREN = re.compile(r"(\d{4})(\d\d)(\d\d)(?:t\d{6}z?)?", re.ASCII)
"""As a calendar file has it: `20260211T120000`."""
_NAERMESTE = 4
"""So many years to either side are looked at for a day without a year: 29 February has one within four."""


class IngenDag(Exception):
    """It is no day; the message says why, and how one is written."""


def sagt_dag(text: str, naa: date, tidligst: date = date.min, senest: date = date.max) -> date:
    """The day that is meant, said on the day `naa`.

    Where no year is said, it is the one nearest to `naa` that what is told of can have: `tidligst` to `senest`.

    Raises:
        IngenDag: when it is none, or not the weekday that was said.
    """
    words = " ".join(text.lower().split())
    if words in _I_FORHOLD:
        return naa + timedelta(days=_I_FORHOLD[words])
    if found := _UT.fullmatch(words):
        return _siste_dag(found[1], text, naa, tidligst, senest)
    weekday, words = _ukedagen(words)
    day = _dagen(words, naa, tidligst, senest)
    if day is None:
        from brukerutvalg_cli.model.ingen_dag import ingen_dag  # late: nearly every day is one

        raise IngenDag(ingen_dag(text))
    if weekday and not UKEDAGER[day.weekday()].startswith(weekday):
        raise IngenDag(f"«{text}» finnes ikke: {dato_i_ord(day)} er en {UKEDAGER[day.weekday()]}")
    return day


def _ukedagen(words: str) -> tuple[str, str]:
    """The weekday that stands before a day, as we call it, and the rest."""
    found = _UKEDAG.fullmatch(words)
    name = _NYNORSK.get(found[1], found[1]) if found else ""
    known = name and any(each.startswith(name) for each in UKEDAGER)
    return (name, found[2]) if found and known else ("", words)


def _siste_dag(tid: str, text: str, naa: date, tidligst: date, senest: date) -> date:
    """The last day of a time: `ut 2026`, `ut juni`, `ut året`, `til og med 30. juni`.

    «Året» is the one it is said in, or that of the day it cannot come before: where both will do, nobody knows which.
    """
    from brukerutvalg_cli.model.deldato import sagt_deldato  # late: nearly every day is said as one

    if tid in _AARET:
        years = {naa.year, *({tidligst.year} if tidligst > date.min else ())}
        ends = [day for year in sorted(years) if tidligst <= (day := date(year, 12, 31)) <= senest]
        if len(ends) > 1:
            either = " eller ".join(f"ut {day.year}" for day in ends)
            raise IngenDag(f"«{text}» kan være {either}. Skriv hvilket av dem det er")
        return ends[0] if ends else date(naa.year, 12, 31)
    month = _naermest(lambda aar: _i_maaneden(f"{tid} {aar}"), naa, tidligst, senest)
    part = sagt_deldato(tid)
    return part.senest if part else month or sagt_dag(tid, naa, tidligst, senest)


def _i_maaneden(text: str) -> date | None:
    from brukerutvalg_cli.model.deldato import sagt_deldato

    part = sagt_deldato(text)
    return part.senest if part else None


def _dagen(words: str, naa: date, tidligst: date, senest: date) -> date | None:
    if day := les_dag(words.replace("/", "-") if re.match(r"\d{4}/", words) else words):
        return day
    if found := _I_KALENDEREN.fullmatch(words):
        return les_dag("-".join(found.groups()))
    found = _DAG.fullmatch(words)
    if found is None:
        return None
    nr, month_nr, month, year = found.groups()
    rest = f"{nr}.{month_nr}." if month_nr else f"{nr}. {month} "
    if year:
        return les_dag(f"{rest}{year if len(year) == 4 else f'20{year}'}")
    return _naermest(lambda aar: les_dag(f"{rest}{aar}"), naa, tidligst, senest)


def _naermest(dagen: Callable[[int], date | None], naa: date, tidligst: date, senest: date) -> date | None:
    """The one nearest to a day, of those it can be: `dagen` is that of a year, where it has one."""
    nearest = min(max(naa, tidligst), senest)  # to the day it is said on, among those it can be
    within = [day for day in _i_aarene(dagen, nearest) if tidligst <= day <= senest]
    return min(within or _i_aarene(dagen, naa), key=lambda day: abs(day - naa), default=None)


def _i_aarene(dagen: Callable[[int], date | None], rundt: date) -> list[date]:
    years = range(rundt.year - _NAERMESTE, rundt.year + _NAERMESTE + 1)
    return [day for year in years if (day := dagen(year))]
