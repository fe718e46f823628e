"""Lagring: what was saved at one time – when, by whom, and which files – as a value, wherever it was saved."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Filbytte(NamedTuple):
    """One file: what it held in each of those it builds on, and holds now, by name. Empty where there is none."""

    sti: str
    foer: tuple[str, ...]
    naa: str


class Lagring(NamedTuple):
    """One commit. `begynnelse`: what was before it is not here, so it tells of nobody's doing."""

    id: str
    foreldre: tuple[str, ...]
    hvem: str
    naar: date
    filer: tuple[Filbytte, ...] = ()
    begynnelse: bool = False

    @property
    def kort(self) -> str:
        """Its id, as short as it is given to a command."""
        return self.id[:8]

    @property
    def fletter(self) -> bool:
        """Whether it puts two lines together."""
        return len(self.foreldre) > 1


def kjent_da(line: tuple[Lagring, ...], dag: date) -> Lagring | None:
    """Of a line, the newest first, what held on a day: the last that came no later; None before the first.

    What builds on another was not known before it, whatever day it says itself.
    """
    held, latest = None, date.min
    for each in reversed(line):
        latest = max(latest, each.naar)
        if latest <= dag:
            held = each
    return held
