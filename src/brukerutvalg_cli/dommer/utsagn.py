"""Utsagn: what one provision said of a council – the finding, the provision, and what it is about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.funn.finding import Finding, Kilde, Varer
from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse
from brukerutvalg_cli.model.kalender import EN_DAG


@dataclass(frozen=True, slots=True)
class Emne:
    """What a deviation can be about: a provision held up against a subject, by the names the subject goes by.

    `regelverk` are the rule sets that a provision stands in, or that brought it along: more than one where one
    carried it on from another. `rekke` is what all that is said of it goes by, whichever of them said it.
    """

    kilde: Kilde
    navn: frozenset[str]
    regelverk: frozenset[str] = frozenset()
    rekke: Kilde | None = None


class Utsagn(NamedTuple):
    """A finding, the provision that made it, and its subject."""

    finding: Finding
    bestemmelse: Bestemmelse
    emne: Emne
    """What a deviation would have to be about to answer for it."""

    @property
    def varer(self) -> Varer | None:
        """How long it lasted, where it is a state; without it, it was done on a day and is over."""
        return self.finding.varer

    @property
    def oppstod(self) -> date | None:
        """The day on which it became so, as far as its own names tell."""
        return oppstod(self.varer, self.finding.since, self.emne.navn)

    def siste_dag(self, dato: date) -> date | None:
        """The last day on which it was so, seen from a day; None where nobody can tell."""
        if self.varer is None:
            return self.oppstod
        over = self.varer.over
        return min(over - EN_DAG, dato) if over else dato

    def er_rettet(self, dato: date) -> bool:
        """Whether somebody has put it right by this day."""
        return self.varer is not None and self.varer.rettet is not None and self.varer.rettet <= dato


def oppstod(varer: Varer | None, since: date | None, navn: Iterable[str]) -> date | None:
    """The day on which something became so: by how long it lasted, by when it was found, or by what it is called."""
    if varer and varer.fra:
        return varer.fra
    if since:  # found on the day after the last on which it could be kept
        return since - EN_DAG
    words = (word for name in navn for word in name.split())
    return max(filter(None, map(_day, words)), default=None)


def _day(word: str) -> date | None:
    try:
        return date.fromisoformat(word)
    except ValueError:
        return None
