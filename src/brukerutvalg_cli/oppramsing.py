"""Oppramsing: words one after the other, and one word of ours before the last: the same in bokmål and in nynorsk."""

from __future__ import annotations

from collections.abc import Iterable


def alle_sammen(words: Iterable[str]) -> str:
    """`a, b og c`: all of these."""
    return _listet(words, "og")


def enten_eller(words: Iterable[str]) -> str:
    """`a, b eller c`: one of these will do."""
    return _listet(words, "eller")


def _listet(words: Iterable[str], joint: str) -> str:
    *first, last = [*words] or [""]
    return f"{', '.join(first)} {joint} {last}" if first else last
