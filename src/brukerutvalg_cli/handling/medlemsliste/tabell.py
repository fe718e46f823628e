"""Tabell: the lines of a list with their numbers, out of what a spreadsheet saved as text."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from brukerutvalg_cli.handling.filer import Nektet

SKILLETEGN = ";\t,|"
"""What stands between the cells of a line, where the file does not say it itself."""
_SEP = re.compile(r"\"?sep=(.)\"?;*\s*", re.IGNORECASE)


class Tabellinje(NamedTuple):
    """The cells of one line, and where it is: by its number, or as it was typed."""

    nr: int
    celler: tuple[str, ...]
    skrevet: str = ""

    @property
    def hvor(self) -> str:
        """How a message begins that is about this line."""
        return f"«{self.skrevet}»" if self.skrevet else f"linje {self.nr}"


class Ark(NamedTuple):
    """The lines with something in them of one sheet; without a name, of a file that is only one."""

    linjer: tuple[Tabellinje, ...]
    navn: str = ""


def fra_tekst(text: str) -> list[Ark]:
    """The ways to read a text as a table: as its first line, `sep=;`, says, or one for each sign that can be meant.

    Raises:
        Nektet: when a quotation mark opens a cell that never ends.
    """
    lines = text.split("\n")
    if said := _SEP.fullmatch(lines[0]):
        return [Ark(tuple(_linjer(lines[1:], said[1], 1)))]
    found, wrong = [], Nektet("lista er tom")
    for between in SKILLETEGN:
        try:
            found.append(Ark(tuple(_linjer(lines, between, 0))))
        except Nektet as error:
            wrong = error
    if not found:
        raise wrong
    return found


def fra_skrevne(lines: Sequence[str]) -> Ark:
    """The same of what was typed, one after the other: `Kari Nordmann, ffo, leder`.

    Raises:
        Nektet: when a line has more than a name, an organisation and a verv.
    """
    rows = [Tabellinje(0, ("navn", "representerer", "verv"))]
    for nr, line in enumerate(lines, 1):
        cells = tuple(part.strip() for part in line.split(","))
        if "".join(cells[3:]):
            raise Nektet(f"«{line}» har for mange komma. Skriv navn, organisasjon og verv")
        rows.append(Tabellinje(nr, cells[:3], line))
    return Ark(tuple(rows))


def _linjer(lines: Sequence[str], between: str, before: int) -> Iterator[Tabellinje]:
    reader = csv.reader(
        (f"{line}\n" for line in lines), delimiter=between, strict=True, skipinitialspace=True
    )
    while True:
        first = before + reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error:
            raise Nektet(
                f"linje {first} har et anførselstegn som ikke går opp. Slett det, eller sett et til bak teksten"
            ) from None
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            yield Tabellinje(first, tuple(cells))
