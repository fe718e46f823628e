"""The lines of a text, as every editor counts them."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from brukerutvalg_cli.funn.place import Span

_LINE_END = re.compile(r"\r\n|\r|\n")

# libyaml takes these for line ends, as YAML 1.1 has it. No editor does, nor YAML 1.2: here they are text.
HIDE = str.maketrans("\x85\u2028\u2029", "\U0001fffe\U0001ffff\U0002fffe")
UNHIDE = str.maketrans("\U0001fffe\U0001ffff\U0002fffe", "\x85\u2028\u2029")


class Lines:
    """The lines of a text, as every editor counts them: ended by \\n, \\r\\n or \\r, and by nothing else.

    Counted only when somebody asks for a place.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _line_ends(self) -> list[re.Match[str]]:
        return list(_LINE_END.finditer(self.text))

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(end.end() for end in self._line_ends)]

    @cached_property
    def _ends(self) -> list[int]:
        return [*(end.start() for end in self._line_ends), len(self.text)]

    def bounds(self, index: int) -> tuple[int, int]:
        """Where the line around an index begins and ends."""
        row = bisect_right(self._starts, index) - 1
        return self._starts[row], self._ends[row]

    def start(self, row: int) -> int:
        """Where a row begins; rows count from 1."""
        return self._starts[min(row, len(self._starts)) - 1]

    def rest(self, index: int) -> str:
        """The line from an index on, without the spaces at its end."""
        return self.text[index : self.bounds(index)[1]].rstrip()

    def span(self, start: int, end: int) -> Span:
        """Two indexes as rows and columns."""
        row = bisect_right(self._starts, start) - 1
        end_row = bisect_right(self._starts, end) - 1
        return Span(row + 1, start - self._starts[row] + 1, end_row + 1, end - self._starts[end_row] + 1)

    def line(self, row: int) -> str | None:
        """The text of a row, counted from 1."""
        if not 0 < row <= len(self._starts):
            return None
        return self.text[self._starts[row - 1] : self._ends[row - 1]]


def short(value: str) -> str:
    """A text cut to what a message has room for."""
    return value if len(value) <= 60 else value[:59] + "…"
