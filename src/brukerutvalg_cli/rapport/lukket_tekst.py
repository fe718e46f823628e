"""Lukket: the stretches of one text that are closed, and the lines of it as they may be shown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from brukerutvalg_cli.funn.place import Span
from brukerutvalg_cli.rapport.strekk import INGEN, Strekk
from brukerutvalg_cli.register.linjer import Lines

HELE = "*"
"""In the place of the number of a case: the whole file."""
FORTROLIG, IKKE_VIST = "(fortrolig)", "(vises ikke)"
"""What is said in the place of what is closed, where no column has to be found again: of a confidential case, and of
what is closed for another reason."""
_STREKK = re.compile(r"(\d)(?: *\1)*")
_TEGNSETTING = frozenset("-:,{}[]?\"' \t\r\n")


@dataclass(frozen=True)
class Lukket:
    """The closed stretches of one text. `hel`: all of it is, and nobody knows what is what in it."""

    text: str
    omraader: Strekk
    skjult: Strekk = INGEN
    """What in them is a value, or a key that is not ours."""
    synlig: Strekk = INGEN
    """What in them is ours, and may be seen."""
    verdier: frozenset[str] = frozenset()
    """What is said in them."""
    saker: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Each of them as it is written, with what is said in it."""
    numre: frozenset[str] = frozenset({HELE})
    """What they are called in the file."""
    hel: bool = False
    ord: str = FORTROLIG
    """What is said in the place of them."""

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.text)

    @cached_property
    def _aapent(self) -> str:
        return "\n".join(_utenfor(self.text, self.omraader))

    def har(self, span: Span | None) -> bool:
        """Whether what stands there is closed."""
        if span is None or self.hel:
            return self.hel
        start = self._lines.start(span.row) + span.column - 1
        end = max(self._lines.start(span.end_row) + span.end_column - 1, start + 1)
        return any(self.omraader.mellom(start, end))

    def dempet(self, linje: str, row: int) -> str:
        """A line of the text, with what is closed in it blotted out."""
        if self.hel:
            return ""
        closed = self.skjult_i(self._lines.start(row), linje)
        return "".join("*" if nr in closed else char for nr, char in enumerate(linje))

    def skjult_i(self, start: int, linje: str) -> frozenset[int]:
        """Which characters of a line are closed."""
        closed, hidden, shown = (
            _i_linjen(ranges, start, len(linje)) for ranges in (self.omraader, self.skjult, self.synlig)
        )
        return frozenset(
            nr
            for nr, char in enumerate(linje)
            if self.hel or (nr in closed and _skjules(char, nr in hidden, nr in shown))
        )

    def sagt_aapent(self, word: str) -> bool:
        """Whether the same is said in the open part of the file."""
        return re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", self._aapent) is not None


def vist(start: int, linje: str, lukkede: Sequence[Lukket]) -> str:
    """The line of a text that begins at this character, with a word for each stretch of it that is closed."""
    words = list(dict.fromkeys(each.ord for each in lukkede))
    mask = [" " if char.isspace() else "." for char in linje]
    for each in lukkede:
        for nr in each.skjult_i(start, linje):
            mask[nr] = str(words.index(each.ord))
    told, at = "", 0
    for found in _STREKK.finditer("".join(mask)):
        told += linje[at : found.start()] + words[int(found[1])]
        at = found.end()
    return told + linje[at:]


def helt_lukket(text: str, ord: str = FORTROLIG) -> Lukket:
    """A text of which nobody knows what is what: all of it is closed."""
    return Lukket(text, Strekk([(0, len(text))]), hel=True, ord=ord)


def _skjules(char: str, hidden: bool, shown: bool) -> bool:
    return not char.isspace() and (hidden or not (shown or char in _TEGNSETTING))


def _i_linjen(ranges: Strekk, start: int, length: int) -> frozenset[int]:
    inside = (
        range(max(first - start, 0), min(last - start, length))
        for first, last in ranges.mellom(start, start + length)
    )
    return frozenset(nr for each in inside for nr in each)


def _utenfor(text: str, ranges: Strekk) -> Iterator[str]:
    at = 0
    for first, last in ranges:
        yield text[at:first]
        at = max(at, last)
    yield text[at:]
