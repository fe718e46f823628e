"""Runder: the rounds of appointments of a council, and the days they last.

A round of appointments may stand in several entries, decided on several days: one first day is one
round. Where a round is there and its day is not known, no period is.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.model.hendelse import RUNDE, Hendelse
from brukerutvalg_cli.model.mappe import Utvalgsmappe, rundestart
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent


class Runde(NamedTuple):
    """One round: its first day, and its last as far as that is written down."""

    fra: date
    til: date | Ukjent | None = None


def runder(mappe: Utvalgsmappe) -> list[Runde]:
    """The rounds, oldest first. Of two entries of one first day the later end counts."""
    found: dict[date, Runde] = {}
    for _, hendelse in mappe.runder:
        runde = Runde(rundestart(hendelse), _siste_dag(hendelse))
        found[runde.fra] = max(runde, found.get(runde.fra, runde), key=_ends)
    return [found[day] for day in sorted(found)]


def _siste_dag(hendelse: Hendelse) -> date | Ukjent | None:
    backwards = isinstance(hendelse.til, date) and hendelse.til < rundestart(hendelse)
    return None if backwards else hendelse.til


def _ends(runde: Runde) -> date:
    if isinstance(runde.til, Ukjent):
        return date.max
    return runde.til or date.min


def rundestarter(mappe: Utvalgsmappe) -> list[date]:
    """The first day of each round, oldest first."""
    return [runde.fra for runde in runder(mappe)]


def runder_er_kjent(mappe: Utvalgsmappe) -> bool:
    """Whether the first day of every round is known."""
    listed = sum(hendelse.hva == RUNDE for hendelse in mappe.hendelser)
    return mappe.hendelser_lest and listed == len(mappe.runder)


def perioder_er_kjent(mappe: Utvalgsmappe) -> bool:
    """Whether the last days are known too: those that are written down, and are no other's first day."""
    return runder_er_kjent(mappe) and all(runde.til is not UKJENT for _, runde in mappe.runder)
