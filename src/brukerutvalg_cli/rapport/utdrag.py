"""The excerpt: one line of a file as it can be shown, and where on the screen the marked part is.

It is measured here and not by `rich`, which a report in a pipe must not import.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import accumulate

from brukerutvalg_cli.funn.place import Span
from brukerutvalg_cli.tegn import named

LIMIT = 120
"""The widest excerpt, in cells of the terminal. What is longer is cut around the marked part."""

MINST = 20
"""The narrowest: with less there is nothing to see."""

CONTEXT = 10
"""What is kept before a marked part that would fill the line alone."""

TAB = "    "
CUT = "…"


@dataclass(frozen=True, slots=True)
class Utdrag:
    """A line to show, and the marked part of it in cells: `indent` from the left, `width` wide."""

    text: str
    indent: int
    width: int


def utdrag(linje: str, span: Span, limit: int = LIMIT) -> Utdrag:
    """The line of `span.row`, cut where it has more cells. A span over several lines is marked to the line's end."""
    line = linje.rstrip("\r\n")
    start = min(span.column - 1, len(line))
    end = min(span.end_column - 1, len(line)) if span.end_row == span.row else len(line.rstrip())
    # A whole file can be one line of a megabyte: only what may be shown is measured.
    low, high = max(0, start - 4 * LIMIT), start + 4 * LIMIT
    shown = [_shown(character) for character in line[low:high]]
    offsets = [0, *accumulate(map(width, shown))]
    start, end = start - low, min(end - low, len(shown))
    first, last = _window(offsets, start, end, limit)
    before = CUT if low + first > 0 else ""
    after = CUT if low + last < len(line) else ""
    indent = width(before) + offsets[start] - offsets[first]
    # What is missing has no width, and still needs a mark.
    marked = max(1, offsets[max(start, min(end, last))] - offsets[start])
    return Utdrag(before + "".join(shown[first:last]) + after, indent, marked)


def width(text: str) -> int:
    """How many cells of a terminal the text fills."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def _cells(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"} and character != "\u00ad":
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _shown(character: str) -> str:
    if character.isprintable():
        return character
    return TAB if character == "\t" else named(character)


def _window(offsets: list[int], start: int, end: int, limit: int) -> tuple[int, int]:
    """The characters to show, from and to: all of them, or the marked part with what there is room for."""
    count = len(offsets) - 1
    if offsets[count] <= limit:
        return 0, count
    room = limit - 2 * len(CUT)
    marked = offsets[max(start, end)] - offsets[start]
    first = 0
    if offsets[start] + marked > room:
        # The mark in the middle; further right where the line ends soon after it.
        before = max(min(CONTEXT, room // 3), (room - marked) // 2, room - (offsets[count] - offsets[start]))
        first = next(at for at in range(start + 1) if offsets[start] - offsets[at] <= before)
    last = next(at for at in range(count, -1, -1) if offsets[at] - offsets[first] <= room)
    return first, last
