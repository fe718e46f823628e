"""Sagt dag: a day as somebody says it now – `11. feb`, `onsdag 11.2.26`, `i morgen` – which `les_dag` in itself is not.

What is in a file says its year. Who says a day on the command line means the one that is nearest, of those it can be.
"""

from __future__ import annotations

import re
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
    nearest = min(max(naa, tidligst), senest)  # to the day it is said on, among those it can be
    within = [day for day in _i_aarene(rest, nearest) if tidligst <= day <= senest]
    return min(within or _i_aarene(rest, naa), key=lambda day: abs(day - naa), default=None)


def _i_aarene(rest: str, dag: date) -> list[date]:
    """The day of this name in each of the years around another."""
    years = range(dag.year - _NAERMESTE, dag.year + _NAERMESTE + 1)
    return [day for year in years if (day := les_dag(f"{rest}{year}"))]
