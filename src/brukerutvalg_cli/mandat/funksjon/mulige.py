"""Mulige: what is so whichever day is meant, where only the year or the month of a term's first or last is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import product
from math import prod

from brukerutvalg_cli.funn.finding import Finding, Utfall, Varer
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.model.deldato import Deldato
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.verdier import Ukjent

Sak = tuple[Utfall, str, Place]
"""By what a finding is known from one answer to another."""
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


def uansett(answers: Iterable[Sequence[Finding] | None], ellers: Finding) -> Iterator[Finding]:
    """What all the answers say. Where one says more, or cannot be given, nobody knows all: `ellers`.

    Of several words for one thing the shortest is said: of numbers, that is the least, and there are at least so many.
    """
    common: dict[Sak, Finding] | None = None
    kept: Finding | None = None
    more = False
    for answer in answers:
        if answer is None or any(f.utfall is Utfall.UVISST for f in answer):
            yield ellers
            return
        said: dict[Sak, Finding] = {
            (f.utfall, f.emne, f.place): f for f in answer if f.utfall is not Utfall.HOLDT
        }
        kept = next((f for f in answer if f.utfall is Utfall.HOLDT), kept)
        both = (
            said
            if common is None
            else {key: _felles(f, said[key]) for key, f in common.items() if key in said}
        )
        more = more or len(both) < len(said) or len(both) < len(common or ())
        common = both
        if more and not common:
            break
    if common is None or more:
        yield ellers
    elif kept and not common:
        yield kept
    yield from (common or {}).values()


def _felles(one: Finding, other: Finding) -> Finding:
    """The same thing, as far as it is so either way: since the later day, and over by the later day."""
    said = min(one, other, key=lambda f: (len(f.message), f.message))
    since = max((f.since for f in (one, other) if f.since), default=None)
    return replace(said, since=since, varer=_like_lenge(one.varer, other.varer))


def _like_lenge(one: Varer | None, other: Varer | None) -> Varer | None:
    if one is None or other is None or one == other:
        return one if one == other else None
    over = max(one.over, other.over) if one.over and other.over else None
    mended = max(one.rettet, other.rettet) if one.rettet and other.rettet else None
    return one._replace(fra=one.fra if one.fra == other.fra else None, over=over, rettet=mended)


def sagt_i_ord(sete: Sete, key: str) -> str:
    """A day of the term as it is known: `2021`, `mars 2021`, `3. mars 2021`."""
    part, day = sete.deldato.get(key), getattr(sete, key)
    return part.i_ord if part else dato_i_ord(day) if isinstance(day, date) else ""


def skrevet(sete: Sete, key: str) -> str:
    """The same as it is written."""
    part = sete.deldato.get(key)
    return part.skrevet if part else str(getattr(sete, key))
