"""Avkortet: a text of somebody's on one line, cut where it is long."""

from __future__ import annotations


def avkortet(text: str, mest: int) -> str:
    """The words with a space between each, and no more than so many characters: the last says that there were more."""
    line = " ".join(text.split())
    return line if len(line) <= mest else f"{line[: mest - 1]}…"
