"""Besvart: what has been answered, so that a command that is run once more does not ask again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple


class _Svarene(NamedTuple):
    """Questions with their answers, in order: those that were given, and those that are there to be given again."""

    gitt: list[tuple[str, str]]
    igjen: list[tuple[str, str]]

    def ta(self, spoersmaal: str) -> str | None:
        """The next answer, if it was to this question; when another is asked, the rest was to something else."""
        if self.igjen and self.igjen[0][0] == spoersmaal:
            return self.igjen.pop(0)[1]
        self.igjen.clear()
        return None


_svarene = _Svarene([], [])


@contextmanager
def husker() -> Iterator[Callable[[], None]]:
    """Remembers what is answered meanwhile. What is yielded starts from the beginning: the same questions get the
    same answers, and nobody is asked."""
    global _svarene
    before, _svarene = _svarene, _Svarene([], [])

    def fra_begynnelsen() -> None:
        _svarene.igjen[:] = _svarene.gitt
        _svarene.gitt.clear()

    try:
        yield fra_begynnelsen
    finally:
        _svarene = before


def ta(spoersmaal: str) -> str | None:
    """The answer that was given to this question, where it is the next one to be given again."""
    return _svarene.ta(spoersmaal)


def noter(spoersmaal: str, said: str) -> None:
    """An answer that could be read."""
    _svarene.gitt.append((spoersmaal, said))


def husket(spoersmaal: str, hent: Callable[[], str]) -> str:
    """An answer that is not typed at a prompt – from an editor, from standard input – had once, however often asked."""
    said = ta(spoersmaal)
    if said is None:
        said = hent()
    noter(spoersmaal, said)
    return said
