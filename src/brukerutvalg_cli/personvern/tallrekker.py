"""Tallrekker: a text as those read it who look for numbers in it – one sign for every digit, blank and hyphen there is.

This is done once, before anything is looked for, so that no detector has to think of full-width digits or of what
people put between the parts of a number. It is done sign for sign: a place in the one text is that place in the other.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple
from unicodedata import category, digit, normalize

SKILLE = r"(?:[^\S\n]|\n(?!\n)|[._/()\-]){1,4}"
"""What people put between the parts of a number, a line end too: a document joins the lines."""

_UVANT = re.compile("[^\x00-\x7fæøåÆØÅ«»]")
_STREKER, _PRIKKER, _DELER = "\u2043\u2212", "\xb7\u2022\u2219\u22c5", "\u2044\u2215"
_REKKE = re.compile(rf"\d++(?:{SKILLE}\d++)*+", re.ASCII)
_SIFRE = re.compile(r"\d+", re.ASCII)


class Siffergruppe(NamedTuple):
    """Digits with nothing between them."""

    sifre: str
    start: int
    slutt: int


class Sifferrekke(NamedTuple):
    """Groups of digits that may be one number: as many as stand with nothing but signs between them."""

    grupper: tuple[Siffergruppe, ...]
    sifre: str
    """All its digits."""

    @property
    def lengder(self) -> tuple[int, ...]:
        """How it is parted: `912 34 567` is (3, 2, 3)."""
        return tuple(len(group.sifre) for group in self.grupper)

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.grupper[0].start

    @property
    def slutt(self) -> int:
        """Where it ends."""
        return self.grupper[-1].slutt

    def med(self, antall: Collection[int]) -> Iterator[Sifferrekke]:
        """Every stretch of whole groups that has so many digits: a number with others beside it."""
        ends = self._grenser()
        for start in ends:
            yield from (self._del(ends, start, start + count) for count in antall if start + count in ends)

    def delt(self, antall: int) -> list[Sifferrekke]:
        """Its parts, where it falls into numbers of so many digits each and nothing is left; else none."""
        ends = self._grenser()
        cuts = range(0, len(self.sifre) + 1, antall)
        whole = cuts[-1] == len(self.sifre) and all(cut in ends for cut in cuts)
        return [self._del(ends, start, end) for start, end in pairwise(cuts)] if whole else []

    def uten_den_foerste(self) -> Sifferrekke:
        """What is left of it without its first group."""
        ends = self._grenser()
        return self._del(ends, len(self.grupper[0].sifre), len(self.sifre))

    def _grenser(self) -> dict[int, int]:
        """How many groups there are in so many digits, wherever one ends."""
        return {end: count for count, end in enumerate(accumulate(self.lengder, initial=0))}

    def _del(self, ends: dict[int, int], start: int, end: int) -> Sifferrekke:
        return Sifferrekke(self.grupper[ends[start] : ends[end]], self.sifre[start:end])


def rekker(text: str, minst: int) -> Iterator[Sifferrekke]:
    """All that may have so many digits, in a text that is `lik_skrift` already."""
    for found in _REKKE.finditer(text):
        if found.end() - found.start() < minst:
            continue  # nearly all of them: a day, a case
        groups = tuple(
            Siffergruppe(g[0], g.start(), g.end()) for g in _SIFRE.finditer(text, found.start(), found.end())
        )
        yield Sifferrekke(groups, "".join(group.sifre for group in groups))


def lik_skrift(text: str) -> str:
    """The text with one sign for every digit, blank, hyphen, stroke and point, whatever script or width it is of."""
    return text if text.isascii() else _UVANT.sub(_ett_tegn, text)


def _ett_tegn(found: re.Match[str]) -> str:
    return _vanlig(found[0])


@lru_cache(4096)
def _vanlig(char: str) -> str:
    if (value := digit(char, None)) is not None:
        return str(value)
    if category(char) == "Pd" or char in _STREKER:
        return "-"
    if char in _PRIKKER or char in _DELER:
        return "." if char in _PRIKKER else "/"
    if category(char)[0] in "ZC" or char in "\u20e3\ufe0e\ufe0f":  # the frame around a digit on a key
        return " "
    plain = normalize("NFKC", char)
    return plain if len(plain) == 1 else char
