"""Deldato: a day of which only the year, or the year and the month, is known – `2021`, `2021-03`.

It is a stretch of days of which one is meant. What every one of them makes true is true; of the rest nobody knows.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from brukerutvalg_cli.model.kalender import (
    EN_DAG,
    FOERSTE_AAR,
    MAANEDER,
    SISTE_AAR,
    utenfor,
)
from brukerutvalg_cli.model.visshet import UVISST, Visshet

_SKREVET = re.compile(r"(\d{4})(?:-(\d{2}))?", re.ASCII)
_LENGDER = (4, 7)
SKJEMA = {
    "type": ["string", "integer"],
    "minimum": FOERSTE_AAR,
    "maximum": SISTE_AAR,
    "pattern": r"^(19|20|21)[0-9]{2}(-(0[1-9]|1[0-2]))?$",
    "errorMessage": "et år eller en måned skrives slik: 2026, 2026-02",
}
"""One, as a JSON schema has it: a year alone is a number to an editor."""


@dataclass(frozen=True, slots=True)
class Deldato:
    """The first and the last day that may be meant, and what is written."""

    tidligst: date
    senest: date
    skrevet: str

    def __str__(self) -> str:
        return self.skrevet

    @property
    def dager(self) -> Iterator[date]:
        """Every day that may be meant."""
        day = self.tidligst
        while day <= self.senest:
            yield day
            day += EN_DAG

    @property
    def i_ord(self) -> str:
        """`2021`, `mars 2021`."""
        year, _, month = self.skrevet.partition("-")
        return f"{MAANEDER[int(month) - 1]} {year}" if month else year

    def innen(self, fra: date, til: date) -> Deldato:
        """The same, where it is known that the day lies between these."""
        return replace(self, tidligst=max(self.tidligst, fra), senest=min(self.senest, til))

    def senest_paa(self, dag: date) -> Visshet:
        """Whether the day that is meant is this one, or came before it."""
        return True if self.senest <= dag else False if dag < self.tidligst else UVISST

    def tidligst_paa(self, dag: date) -> Visshet:
        """Whether the day that is meant is this one, or comes after it."""
        return True if dag <= self.tidligst else False if self.senest < dag else UVISST


def sagt_deldato(text: str) -> Deldato | None:
    """The same as people say it, and as it is printed: `2021`, `i 2021`, `mars 2021`."""
    words = text.lower().removeprefix("i ").split()
    if len(words) == 2 and words[0] in MAANEDER:
        words = [f"{words[1]}-{MAANEDER.index(words[0]) + 1:02}"]
    return les_deldato(words[0]) if len(words) == 1 else None


def les_deldato(text: object) -> Deldato | None:
    """A year, or a year and a month; None for anything else, and for a year that no record has."""
    if not isinstance(text, str) or len(text) not in _LENGDER:  # a whole day, as nearly every one is
        return None
    found = _SKREVET.fullmatch(text)
    if found is None or utenfor(int(found[1])):
        return None
    year, month = int(found[1]), int(found[2] or 0)
    if found[2] and not 1 <= month <= 12:
        return None
    first, last = (month, month) if month else (1, 12)
    return Deldato(date(year, first, 1), date(year, last, monthrange(year, last)[1]), found[0])
