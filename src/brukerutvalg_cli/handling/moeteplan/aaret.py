"""Aaret: the parts of the year that have meetings, and the days that are not for them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from brukerutvalg_cli.model.kalender import helligdager

VAAR, HOEST = (1, 15, 6, 20), (8, 20, 12, 10)
"""When meetings are held: not around new year, and not in July and the weeks beside it."""
VANLIG = 4
"""Meetings a year, where neither the mandate nor last year says."""


class Moetetall(NamedTuple):
    """How many meetings there are to be in each half of the year, those on record counted in."""

    vaar: int
    hoest: int


def ender(aar: int, span: tuple[int, int, int, int]) -> tuple[date, date]:
    """The first and the last day of a part of the year."""
    return date(aar, span[0], span[1]), date(aar, span[2], span[3])


def fridag(dag: date) -> str:
    """Why people are off work on such a day; empty for a working day."""
    if holiday := helligdager(dag.year).get(dag):
        return f"er en helligdag ({holiday})"
    return "er i helga" if dag.weekday() > 4 else ""


def innvending(dag: date) -> str:
    """Why no meeting is proposed for such a day; empty for one that will do."""
    if free := fridag(dag):
        return free
    if _paaskeuke(dag):
        return "er i påskeuka"
    return "er i juli" if dag.month == 7 else ""


def _paaskeuke(dag: date) -> bool:
    """Whether the day is in the week before Easter, or the one that begins with Easter Monday."""
    sunday = _paaskedag(dag.year)
    return sunday - timedelta(days=6) <= dag <= sunday + timedelta(days=7)


def _paaskedag(aar: int) -> date:
    return next(day for day, name in helligdager(aar).items() if "Første påskedag" in name)
