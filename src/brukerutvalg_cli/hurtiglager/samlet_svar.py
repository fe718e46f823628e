"""Samlet svar: the report of a whole register in which nothing has changed: then the files are looked at, and no more
than this is read.

It says what the verdicts of the councils say: it is made of them where all of them hold, and told again on the days
that all of them hold on, as long as every file looks as it did.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from json import dumps, loads
from pathlib import Path
from typing import NamedTuple

from brukerutvalg_cli.hurtiglager import fil
from brukerutvalg_cli.hurtiglager.avtrykk import Avtrykk
from brukerutvalg_cli.hurtiglager.koding import DELER, rapport_kodet, rapporten_lest
from brukerutvalg_cli.hurtiglager.oppslag import UFORSTAATT, Avsagt
from brukerutvalg_cli.hurtiglager.summer import summen
from brukerutvalg_cli.rapport.rapport import Rapport


class SamletSvar(NamedTuple):
    """A sum of how all files looked, the days it holds on – from one, until another – and each part of the report."""

    sum: str
    fra: str
    til: str
    deler: tuple[bytes, ...]

    def gjelder(self, sum: str, dag: date) -> bool:
        """Whether it is the report of a day, when the files look like this."""
        return self.sum == sum and self.fra <= dag.isoformat() < self.til

    def rapport(self, dag: date) -> Rapport:
        """The report, of that day. Any of `UFORSTAATT` comes of what we would not have written."""
        return rapporten_lest(self.deler, dag)


def navnet(modus: str) -> str:
    """What its file is called: as no council's is."""
    return fil.navnet(f"/{modus}")


def summen_av(seen: Mapping[str, Avtrykk]) -> str:
    """A sum of how all councils look, from how each of them does."""
    return summen(*(f"{name} {each.sum}" for name, each in sorted(seen.items())))


def av_dommene(sum: str, doemmene: Collection[Avsagt], rapport: Rapport) -> SamletSvar:
    """The report that these verdicts make."""
    parts = tuple(dumps(each).encode() for each in rapport_kodet(rapport))
    return SamletSvar(sum, max(each.fra for each in doemmene), min(each.til for each in doemmene), parts)


def hentet(mappe: Path, program: str, modus: str) -> SamletSvar | None:
    """What is kept; None where nothing is, or somebody has written what we would not."""
    lines = fil.les(mappe / navnet(modus), program)
    try:
        if not lines:
            return None
        head, *parts = lines
        seen, fra, til = loads(head)
        return SamletSvar(seen, fra, til, tuple(parts)) if len(parts) == len(DELER) else None
    except UFORSTAATT:
        return None


def lagret(mappe: Path, program: str, modus: str, svar: SamletSvar) -> bool:
    """Keeps it; whether that could be done."""
    head = dumps([svar.sum, svar.fra, svar.til]).encode()
    return fil.skriv(mappe / navnet(modus), program, [head, *svar.deler])
