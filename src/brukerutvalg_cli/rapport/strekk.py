"""Strekk: stretches of one text, from one character to another, looked up by where they are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import islice

Omraade = tuple[int, int]
"""From one character of the text to another."""


class Strekk:
    """Stretches of one text, found by where they are. Those that have something in common are one."""

    def __init__(self, omraader: Iterable[Omraade] = ()) -> None:
        self._omraader: list[Omraade] = []
        for first, last in sorted(omraader):
            if self._omraader and first < (before := self._omraader[-1])[1]:
                self._omraader[-1] = before[0], max(before[1], last)
            else:
                self._omraader.append((first, last))
        self._starts = [first for first, _ in self._omraader]

    def __iter__(self) -> Iterator[Omraade]:
        return iter(self._omraader)

    def mellom(self, start: int, end: int) -> Iterator[Omraade]:
        """Those that have something in common with this one."""
        at = max(bisect_right(self._starts, start) - 1, 0)
        for first, last in islice(self._omraader, at, None):
            if first >= end:
                return
            if start < last:
                yield first, last


INGEN = Strekk()
