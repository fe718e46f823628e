"""Vindu: text as it fits the window – wrapped between words under its own beginning, tables, a page at a time.

What `rich` does here is done nowhere else. It is imported where a line is too long, a table is shown or a page is
full, and so never where the output goes to a pipe or a file.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from shutil import get_terminal_size
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from brukerutvalg_cli.rapport.tabell import Side, Tabell

SMALEST = 20
"""No window is taken to be narrower: there is nothing to see in it."""
MIN_TABELL = 60
"""In a narrower window a table is a list."""
MELLOM = 2
"""So many blanks are between two columns."""

_INNLEDNING = re.compile(r"\s*(?:= (?:\S+: +)?|--> |\d+\. |[-*] |\S+: )?")
"""What a line begins with, and the rest of it stands under: a note in a report, a number, a name."""


def er_vindu(stream: TextIO | None, environ: Mapping[str, str]) -> bool:
    """Whether the stream is a window for somebody who has not asked for plain lines."""
    plain = environ.get("NO_COLOR") or environ.get("TERM") == "dumb"
    return stream is not None and stream.isatty() and not plain


def bredde() -> int:
    """How wide the window is. COLUMNS counts before what the terminal says of itself."""
    return max(SMALEST, get_terminal_size().columns)


def brutt(text: str, width: int) -> str:
    """The text with its long lines broken between words. Nothing but colours may be among its signs."""
    from brukerutvalg_cli.rapport.utdrag import width as cells

    if all(cells(line) <= width for line in text.split("\n")):
        return text
    console = _konsoll(width)
    return "\n".join(row for line in text.split("\n") for row in _rader(line, width, console))


def _rader(line: str, width: int, console: Console) -> Iterator[str]:
    from rich.text import Text

    from brukerutvalg_cli.cli.hele import limt, loest

    coloured = "\x1b" in line
    text = Text.from_ansi(limt(line)) if coloured else Text(limt(line))
    if text.cell_len <= width:
        yield line
        return
    first, hang = _innrykk(text.plain, width)
    for number, row in enumerate(_mellom_ord(text[first:], width - hang, console)):
        shown = text[:first] + row if number == 0 else Text(" " * hang) + row
        yield loest(_skrevet(shown, console) if coloured else shown.plain)


def _mellom_ord(text: Text, width: int, console: Console) -> Iterator[Text]:
    """Rows of whole words. One that is wider than the window has its own: a path, or a command, is not broken."""
    wide = [found.span() for found in re.finditer(rf"\S{{{width + 1},}}", text.plain)]
    for part in text.divide([at for span in wide for at in span]):
        if part.plain.strip():
            rows = [part] if len(part.plain.split()) == 1 else part.wrap(console, width)
            for row in rows:
                row.rstrip()
                yield row[len(row) - len(row.plain.lstrip()) :]


def _innrykk(line: str, width: int) -> tuple[int, int]:
    """How much of a line is its beginning, and how far in the lines below it stand."""
    found = _INNLEDNING.match(line)
    first = found.end() if found else 0
    blank = len(line) - len(line.lstrip())
    hang = first if first > blank else blank + 2
    return (first, hang) if hang <= width // 3 else (blank, min(blank + 2, width // 3))


def _skrevet(text: Text, console: Console) -> str:
    with console.capture() as captured:
        console.print(text, soft_wrap=True, end="")
    return captured.get()


def _konsoll(width: int) -> Console:
    from rich.console import Console

    return Console(
        file=StringIO(), width=width, force_terminal=True, color_system="standard", legacy_windows=False,
        markup=False, highlight=False, emoji=False,
    )  # fmt: skip


def som_vindu(side: Side, *, plain: bool) -> str:
    """A page: its tables as tables where there is room to compare, else as lists, as they are in a pipe."""
    from brukerutvalg_cli.rapport.tabell import som_linjer

    width = bredde()
    return "".join(
        som_linjer([part]) if plain or isinstance(part, str) else _tabell(part, width) or som_linjer([part])
        for part in side
    )


def _tabell(tabell: Tabell, width: int) -> str:
    """The table; nothing where the window has no room for it."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    widths = _bredder(tabell.spalter, width - MELLOM * (len(tabell.kolonner) - 1))
    if width < MIN_TABELL or not widths:
        return ""
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, MELLOM - 1, 0, 0))
    for heading, cells in zip(tabell.kolonner, widths, strict=True):
        table.add_column(heading, width=cells)
    for rad in tabell.rader:
        table.add_row(*map(Text, rad.celler))
    console = _konsoll(width)
    with console.capture() as captured:
        console.print(table)
    return "".join(f"{line.rstrip()}\n" for line in Text.from_ansi(captured.get()).plain.splitlines())


def _bredder(columns: Sequence[Sequence[str]], room: int) -> list[int]:
    """How wide each column is, the widest made narrower first; none where a word would be broken, as `rich` would
    have it, or a cell be of more than two or three lines."""
    from rich.cells import cell_len

    whole = [max(map(cell_len, column)) for column in columns]
    least = [max(cell_len(word) for cell in column for word in [*cell.split(), ""]) for column in columns]
    widths = list(whole)
    while sum(widths) > room:
        wide = [(width, at) for at, width in enumerate(widths) if width > least[at]]
        if not wide:
            return []
        widths[max(wide)[1]] -= 1
    return widths if all(2 * width >= full for width, full in zip(widths, whole, strict=True)) else []


def som_lest(text: str) -> str:
    """Markdown as it will be read."""
    from rich.markdown import Markdown
    from rich.text import Text

    from brukerutvalg_cli.tegn import named

    console = _konsoll(bredde())
    with console.capture() as captured:
        console.print(Markdown(named(text), hyperlinks=False))
    return "".join(f"{line.rstrip()}\n" for line in Text.from_ansi(captured.get()).plain.splitlines())


def bladd(text: str) -> bool:
    """Shows a long text a page at a time; whether it was, as it is not where it fits the window."""
    from brukerutvalg_cli.tegn import named

    shown = brutt(named(text), bredde())
    if shown.count("\n") < get_terminal_size().lines or not sys.stdin.isatty():
        return False
    os.environ.setdefault("LESS", "FRX")  # what was read stays on the screen, as in git
    console = _konsoll(bredde())
    with console.pager():
        console.print(shown, soft_wrap=True, end="")
    return True
