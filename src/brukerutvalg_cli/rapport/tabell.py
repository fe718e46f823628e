"""Tabell: what eyes compare – rows of cells, each with the sentence that says the same where there is no room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

from brukerutvalg_cli.tegn import one_line


class Rad(NamedTuple):
    """One row, and the same facts as a line."""

    celler: tuple[str, ...]
    setning: str


def trygg_rad(celler: Iterable[str], setning: str) -> Rad:
    """A row of what somebody wrote: no part of it is more than one line, or moves what stands beside it."""
    return Rad(tuple(map(one_line, celler)), one_line(setning))


class Tabell(NamedTuple):
    """Rows under headings, which the sentences do without."""

    kolonner: tuple[str, ...]
    rader: tuple[Rad, ...]
    innrykk: str = "  "

    @property
    def spalter(self) -> list[tuple[str, ...]]:
        """The cells of each column, with its heading."""
        return list(zip(self.kolonner, *(rad.celler for rad in self.rader), strict=True))


Side: TypeAlias = Sequence[str | Tabell]
"""A page: lines, and tables between them."""


def som_linjer(side: Side) -> str:
    """The page as lines alone."""
    lines: list[str] = []
    for part in side:
        lines += [part] if isinstance(part, str) else [f"{part.innrykk}{rad.setning}" for rad in part.rader]
    return "".join(f"{line}\n" for line in lines)
