"""Brudd: a breach as the driver found it – the provision, what it is about, and how long it lasted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.funn.finding import Finding, Kilde
from brukerutvalg_cli.model.kalender import EN_DAG
from brukerutvalg_cli.regler.bestemmelse import Bestemmelse
from brukerutvalg_cli.regler.vurdering import Varer


@dataclass(frozen=True, slots=True)
class Emne:
    """What a deviation can be about: a provision held up against a subject, by the names the subject goes by.

    `bundet_av` is the rule set that brought an inherited provision along.
    """

    kilde: Kilde
    navn: frozenset[str]
    bundet_av: str = ""


class Brudd(NamedTuple):
    """A breach as found, the provision broken, and its subject."""

    finding: Finding
    bestemmelse: Bestemmelse
    emne: Emne
    """What a deviation would have to be about to answer for it."""
    fortsetter: str = ""
    """The subject of the breach it only goes on with."""
    varer: Varer | None = None
    """How long it lasted, where it is a state; without it, it was done on a day and is over."""

    @property
    def oppstod(self) -> date | None:
        """The day on which it became so, as far as its own names tell."""
        if self.varer and self.varer.fra:
            return self.varer.fra
        if self.finding.since:  # found on the day after the last on which it could be kept
            return self.finding.since - EN_DAG
        words = (word for name in self.emne.navn for word in name.split())
        return max(filter(None, map(_day, words)), default=None)

    def siste_dag(self, dato: date) -> date | None:
        """The last day on which it was so, seen from a day; None where nobody can tell."""
        if self.varer is None:
            return self.oppstod
        over = self.varer.over
        return min(over - EN_DAG, dato) if over else dato

    def er_rettet(self, dato: date) -> bool:
        """Whether somebody has put it right by this day."""
        return self.varer is not None and self.varer.rettet is not None and self.varer.rettet <= dato


def _day(word: str) -> date | None:
    try:
        return date.fromisoformat(word)
    except ValueError:
        return None
