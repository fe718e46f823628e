"""Runder: the days on which the periods of a council begin.

A round of appointments may stand in several entries, decided on several days: one first day is one
round. Where a round is there and its day is not known, no period is.
"""

from __future__ import annotations

from datetime import date

from brukerutvalg_cli.model.hendelse import RUNDE
from brukerutvalg_cli.model.mappe import Utvalgsmappe, rundestart
from brukerutvalg_cli.model.verdier import UKJENT


def rundestarter(mappe: Utvalgsmappe) -> list[date]:
    """The first day of each round, oldest first."""
    return sorted({rundestart(runde) for _, runde in mappe.runder})


def runder_er_kjent(mappe: Utvalgsmappe) -> bool:
    """Whether the first day of every round is known."""
    listed = sum(hendelse.hva == RUNDE for hendelse in mappe.hendelser)
    return mappe.hendelser_lest and listed == len(mappe.runder)


def perioder_er_kjent(mappe: Utvalgsmappe) -> bool:
    """Whether the last days are known too: those that are written down, and are no other's first day."""
    return runder_er_kjent(mappe) and all(runde.til is not UKJENT for _, runde in mappe.runder)
