"""Mulige: the terms that somebody may have had, where only the year or the month of a first or last day is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product
from math import prod

from brukerutvalg_cli.model.deldato import Deldato
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.verdier import Ukjent

MANGE = 1000
"""More days than these, of one person's terms, are not gone through: two that are known by the year alone are."""


def mulige(seats: Sequence[Sete]) -> Iterator[list[Sete]]:
    """The seats as they may have been, on each of the days that may be meant; none where those are too many.

    Each seat still says how much of its days is known.
    """
    choices = [list(_hver_dag(sete)) for sete in seats]
    if prod(map(len, choices)) <= MANGE:
        yield from map(list, product(*choices))


def _hver_dag(sete: Sete) -> Iterator[Sete]:
    for fra in dagene(sete.fra, sete.deldato.get("fra")):
        for til in dagene(sete.til, sete.deldato.get("til")):
            if fra is not None and not (isinstance(fra, date) and isinstance(til, date) and til < fra):
                yield sete._replace(fra=fra, til=til)


def dagene(dag: date | Ukjent | None, del_: Deldato | None) -> list[date | Ukjent | None]:
    """The days that may be meant, the two outermost first: they differ soonest."""
    if not isinstance(dag, Ukjent):
        return [dag]
    return [del_.tidligst, del_.senest, *list(del_.dager)[1:-1]] if del_ else []
