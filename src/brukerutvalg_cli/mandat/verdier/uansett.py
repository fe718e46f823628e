"""Uansett: what is so whichever day is meant, where only the year or the month of one is known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from brukerutvalg_cli.funn.finding import Finding, Utfall, Varer
from brukerutvalg_cli.funn.place import Place

Likt = tuple[Utfall, str, Place, bool, bool, bool]
"""By what a finding is known from one answer to another; whether it was put right, or may have been; and whether it is
true by now."""
Velger = Callable[[Finding, Finding], Finding]


def korteste(one: Finding, other: Finding) -> Finding:
    """The one that says the least: of numbers, there are at least so many."""
    return min(one, other, key=lambda f: (len(f.message), f.message))


def uansett(
    answers: Iterable[Sequence[Finding] | None], ellers: Finding, innen: date, velg: Velger = korteste
) -> Iterator[Finding]:
    """What all the answers say. Where one says more, or cannot be given, nobody knows all: `ellers`.

    What comes to be so of itself is said only where it is true `innen` this day. `velg`: which of two words for one
    thing is said.
    """
    common: dict[Likt, Finding] | None = None
    kept: Finding | None = None
    more = False
    for answer in answers:
        if answer is None or any(f.utfall is Utfall.UVISST for f in answer):
            yield ellers
            return
        said = {_saken(f, innen): f for f in answer if f.utfall is not Utfall.HOLDT}
        kept = next((f for f in answer if f.utfall is Utfall.HOLDT), kept)
        before = said if common is None else common
        more = more or any(true for *_, true in said.keys() ^ before.keys())
        common = {key: _felles(f, said[key], velg) for key, f in before.items() if key in said}
        if more and not common:
            break
    if common is None or more:
        yield ellers
    elif kept and not common:
        yield kept
    yield from (common or {}).values()


def uansett_hver(
    answers: Iterable[Sequence[Finding] | None], ellers: Finding, kanskje: Iterable[Finding], innen: date
) -> Iterator[Finding]:
    """The same of answers that speak of several things, each by its `emne`: it is of those on which they differ that
    nobody knows. Where an answer cannot be given, it is of all that one may be about: `kanskje`, else `ellers`."""
    common: dict[Likt, Finding] | None = None
    kept: Finding | None = None
    differ: dict[str, Finding] = {}
    for answer in answers:
        if answer is None:
            yield from tuple(kanskje) or (ellers,)
            return
        said = {_saken(f, innen): f for f in answer if f.utfall is not Utfall.HOLDT}
        kept = next((f for f in answer if f.utfall is Utfall.HOLDT), kept)
        before = said if common is None else common
        for key in said.keys() ^ before.keys():
            *_, true = key
            each = said.get(key) or before[key]
            if true:
                differ.setdefault(each.emne, replace(ellers, emne=each.emne, place=each.place))
        common = {key: _felles(f, said[key], korteste) for key, f in before.items() if key in said}
    if common is None:
        yield ellers
    elif kept and not differ and not common:
        yield kept
    yield from differ.values()
    yield from (common or {}).values()


def _saken(finding: Finding, innen: date) -> Likt:
    lasts = finding.varer
    mended, perhaps = (bool(lasts.rettet), bool(lasts.kanskje)) if lasts else (False, False)
    true = finding.since is None or finding.since <= innen
    return finding.utfall, finding.emne, finding.place, mended, perhaps, true


def _felles(one: Finding, other: Finding, velg: Velger) -> Finding:
    """The same thing, as far as it is so either way: since the later day, and over by the later day."""
    since = max((f.since for f in (one, other) if f.since), default=None)
    lasts, said = _like_lenge(one.varer, other.varer), velg(one, other)
    return said if (said.since, said.varer) == (since, lasts) else replace(said, since=since, varer=lasts)


def _like_lenge(one: Varer | None, other: Varer | None) -> Varer | None:
    if one is None or other is None or one == other:
        return one if one == other else None
    over = max(one.over, other.over) if one.over and other.over else None
    mended = max(one.rettet, other.rettet) if one.rettet and other.rettet else None
    return one._replace(fra=one.fra if one.fra == other.fra else None, over=over, rettet=mended)
