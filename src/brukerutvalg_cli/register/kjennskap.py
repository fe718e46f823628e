"""Kjennskap: what may be known of files from before, by somebody who can tell that they are the same still."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple, Protocol


class Enhet(NamedTuple):
    """Files of a council that are asked together: those of one sort, or the records beside them all."""

    utvalg: str
    slag: str
    paths: Sequence[str]


class Kjennskap(Protocol):
    """What is known. It is asked before files are read, so that what they say is kept of them as they were then."""

    def om(self, enhet: Enhet, hva: str) -> Collection[str] | None:
        """What was found in these files; None where that is not known of them as they are."""

    def merk(self, enhet: Enhet, hva: str, svar: Collection[str]) -> None:
        """What was found in them now."""


class Husket:
    """What is known from before, where anything is, and had when it is first asked for.

    `unntatt`: the councils that something else is asked of now.
    """

    def __init__(self, kjennskap: Callable[[], Kjennskap] | None = None, unntatt: Iterable[str] = ()) -> None:
        self._kjennskap, self._unntatt = kjennskap, frozenset(unntatt)

    def uten(self, utvalg: Iterable[str]) -> Husket:
        """The same, but of these councils nothing."""
        return Husket(self._kjennskap, self._unntatt.union(utvalg))

    def kan(self, enhet: Enhet) -> bool:
        """Whether something may be known of these files, or be kept of them."""
        return self._kjennskap is not None and enhet.utvalg not in self._unntatt

    def svar(
        self, enhet: Enhet, hva: str, finn: Callable[[], Collection[str] | None]
    ) -> Collection[str] | None:
        """What these files answer: as it is known, or as it is found out, and kept where it can be found out."""
        if self._kjennskap is None or not self.kan(enhet):
            return finn()
        remembered = self._kjennskap()
        known = remembered.om(enhet, hva)
        if known is None and (known := finn()) is not None:
            remembered.merk(enhet, hva, known)
        return known
