"""Oppslag: what is kept of one council – how its files looked, what they hold, what it answers others, and verdicts.

A verdict is kept under the content of the council's own files, and holds as long as there are the same councils, what
it asked of them and of what all share is answered the same, and the day is one of those it was found to hold on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from json import dumps, loads
from pathlib import Path
from typing import Any, NamedTuple

from brukerutvalg_cli.hurtiglager import fil
from brukerutvalg_cli.hurtiglager.avtrykk import Avtrykk

FLEST = 6
"""So many verdicts of one council are kept, and answers of as many states of it: now, before, on another branch."""

Oppslagsnoekkel = tuple[str, str]
"""What is asked, and of which council; of all but oneself, where that is a star."""
ALLE = "*"
FELLES = ""
"""What all share, among the councils."""
LESEMAATE = "lesemåte"
"""By what the files of a council are read: a question to what all share, that every answer rests on."""
Fakta = dict[str, str]
"""Sums of what a council answers, by question."""


class Lagernoekkel(NamedTuple):
    """Under what something is kept: sums of the council's own files, and of what is the same for all of them."""

    innhold: str
    felles: str


class Avsagt(NamedTuple):
    """A verdict that is kept: `svar` is a sum of what was answered to all that was asked for it; it holds from the day
    it was found on until the day it may be another. `data` is the report as it is coded, and what was asked."""

    noekkel: Lagernoekkel
    modus: str
    svar: str
    fra: str
    til: str
    data: Mapping[str, Any]

    @property
    def spurt(self) -> Sequence[Oppslagsnoekkel]:
        """What was asked of other councils, and of what all share."""
        return [(what, whom) for what, whom in self.data["spurt"]]


@dataclass
class Omrissvar:
    """What a council is asked as long as it is the same: sums of its answers, and the answers that are needed whole."""

    fakta: Fakta = field(default_factory=dict)
    gjester: list[str] = field(default_factory=list)
    for_alle: Any = None


@dataclass
class Utvalgsoppslag:
    """All that is kept of one council."""

    sett: int = 0
    """When its files were looked at, in nanoseconds."""
    avtrykk: Avtrykk | None = None
    innhold: str = ""
    felles: str = ""
    filer: bytes = b"{}"
    """Each file with how it looked and what it held: only read when some of them look otherwise."""
    fortalt: dict[Lagernoekkel, Omrissvar] = field(default_factory=dict)
    avsagt: list[bytes] = field(default_factory=list)
    """The newest first. Each begins with its key, so that only the one that is asked for is read."""

    @property
    def noekkel(self) -> Lagernoekkel:
        """Under what it was last kept."""
        return Lagernoekkel(self.innhold, self.felles)

    def har_dom(self, innhold: str) -> bool:
        """Whether there is a verdict on it when its files hold this, whatever else it rests on."""
        return any(line.startswith(f"{innhold} ".encode()) for line in self.avsagt)

    def doemmene(self, noekkel: Lagernoekkel, modi: Iterable[str], dag: date) -> Iterator[Avsagt]:
        """The verdicts of these modes that may be the one on a day, if what they asked is answered the same."""
        starts = tuple(f"{noekkel.innhold} {noekkel.felles} {modus} ".encode() for modus in modi)
        for line in self.avsagt:
            if line.startswith(starts):
                _, _, said, answered, since, until, data = line.split(b" ", 6)
                modus = said.decode()
                svar, fra, til = answered.decode(), since.decode(), until.decode()
                if fra <= dag.isoformat() < til:
                    yield Avsagt(noekkel, modus, svar, fra, til, loads(data))

    def avsi(self, dom: Avsagt) -> None:
        """Keeps one more verdict, in the place of the one it replaces, or of the oldest."""
        start = f"{dom.noekkel.innhold} {dom.noekkel.felles} {dom.modus} {dom.svar} {dom.fra} ".encode()
        line = start + f"{dom.til} {dumps(dom.data)}".encode()
        self.avsagt = [line, *(each for each in self.avsagt if not each.startswith(start))][:FLEST]

    def linjer(self) -> Iterator[bytes]:
        """The lines of its file."""
        seen = [self.sett, self.avtrykk, self.innhold, self.felles]
        yield dumps(seen).encode()
        yield self.filer
        told = [
            [*key, each.fakta, each.gjester, each.for_alle]
            for key, each in list(self.fortalt.items())[-FLEST:]
        ]
        yield dumps(told).encode()
        yield from self.avsagt


def hentet(mappe: Path, utvalg: str, program: str) -> Utvalgsoppslag | None:
    """What is kept of a council; None where nothing is, or somebody has written what we would not."""
    lines = fil.les(mappe / fil.navnet(utvalg), program)
    try:
        return _lest(lines) if lines else None
    except UFORSTAATT:
        return None


UFORSTAATT = (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError)
"""What comes of reading what is not as we write it, though its sum is right."""


def _lest(lines: list[bytes]) -> Utvalgsoppslag:
    sett, seen, innhold, felles = loads(lines[0])
    fortalt = {
        Lagernoekkel(content, shared): Omrissvar(facts, guests, for_all)
        for content, shared, facts, guests, for_all in loads(lines[2])
    }
    avtrykk = Avtrykk(*seen) if seen else None
    return Utvalgsoppslag(sett, avtrykk, innhold, felles, lines[1], fortalt, lines[3:])


def lagret(mappe: Path, utvalg: str, program: str, oppslag: Utvalgsoppslag) -> bool:
    """Keeps it; whether that could be done."""
    return fil.skriv(mappe / fil.navnet(utvalg), program, oppslag.linjer())
