"""Headings of one document: each is said once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count


class Overskrifter:
    """The headings a document has so far; those that every document has are there from the start."""

    def __init__(self, faste: Iterable[str] = ()) -> None:
        self._taken = {_heard(title) for title in faste}

    def unik(self, tittel: str, sted: str = "") -> str:
        """The heading; where it is taken, with the place it stands in, or with a number."""
        chosen = next(title for title in _variants(tittel, sted) if _heard(title) not in self._taken)
        self._taken.add(_heard(chosen))
        return chosen


def _variants(tittel: str, sted: str) -> Iterator[str]:
    yield tittel
    if sted:
        tittel = f"{tittel} – {sted}"
        yield tittel
    yield from (f"{tittel} ({number})" for number in count(2))


def _heard(tittel: str) -> str:
    """A heading as a listener tells it from another."""
    return " ".join(tittel.casefold().split()).rstrip(" .:!?")
