"""Nye: what is found now and was not found before, one by one, so that a second of the same kind is new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

T = TypeVar("T")
F = TypeVar("F")


def nye_og_borte(
    naa: Iterable[T],
    foer: Iterable[F],
    merker: Iterable[tuple[Callable[[T], Hashable], Callable[[F], Hashable]]],
) -> tuple[list[T], list[F]]:
    """Those of each that have no fellow among the others, in their order. A fellow is had by one only.

    Fellows have a mark in common: each of `merker` is the mark of one that is found now, and of one that was found
    before. They go from the narrowest to the widest: of several that are alike in the last one, those that have
    changed the least find their fellows first, and what is left is the one that came.
    """
    left, known = list(naa), list(foer)
    for merke, foer_merke in merker:
        here, there = Counter(map(merke, left)), Counter(map(foer_merke, known))
        left, known = _uten(left, there, merke), _uten(known, here, foer_merke)
    return left, known


def _uten(items: list[T], fellows: Counter[Hashable], merke: Callable[[T], Hashable]) -> list[T]:
    """Those that are not among so many fellows."""
    alone = []
    for item in items:
        if fellows[mark := merke(item)]:
            fellows[mark] -= 1
        else:
            alone.append(item)
    return alone
