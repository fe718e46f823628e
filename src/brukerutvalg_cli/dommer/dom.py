"""Dom: what the rules say of a register – what is wrong, cannot be judged, departed from or put right, and ahead."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.funn.finding import Finding, Hviler, Kilde
from brukerutvalg_cli.funn.place import Place


class Uvurdert(NamedTuple):
    """A provision that could not be judged of one subject, and the fact that is missing."""

    utvalg: str
    kilde: Kilde
    emne: str
    message: str
    place: Place


class Fravik(NamedTuple):
    """A breach that is answered for: an election that says so, or a deviation the council decided."""

    utvalg: str
    kilde: Kilde
    emne: str
    message: str
    place: Place
    grunn: str = ""
    vedtatt_i: str = ""
    til: date | None = None
    notert_i: str = ""
    over: date | None = None
    """The first day on which the breach was no more, where it has ended."""
    hviler: Hviler | None = None


class Rettet(NamedTuple):
    """A breach that somebody put right: it was one from `fra` until `dag`; `ved` says what was done, `gjort` where."""

    utvalg: str
    kilde: Kilde
    emne: str
    message: str
    place: Place
    fra: date | None
    dag: date
    ved: str
    gjort: Place | None = None
    hviler: Hviler | None = None


class Holdt(NamedTuple):
    """A provision that was kept: how many times it was judged so, and how, where that is worth saying.

    `hviler`: on what some of the times rest.
    """

    utvalg: str
    kilde: Kilde
    antall: int
    hvordan: tuple[str, ...] = ()
    hviler: Hviler | None = None


class Fristvarsel(NamedTuple):
    """A deadline ahead: `hva` is due, `om` (til møtet, etter kurs) this day."""

    utvalg: str
    hva: str
    om: str
    dag: date
    siste_dag: date
    moetenavn: str = ""
    hviler: Hviler | None = None


class Dom(NamedTuple):
    """Everything the rules said."""

    findings: tuple[Finding, ...] = ()
    uvurdert: tuple[Uvurdert, ...] = ()
    fraveket: tuple[Fravik, ...] = ()
    frister: tuple[Fristvarsel, ...] = ()
    fortsatt: tuple[Finding, ...] = ()
    """Breaches that only go on with one among the findings, and are not told of again."""
    holdt: tuple[Holdt, ...] = ()
    """Only of what was judged: a provision that is nowhere here has met nothing."""
    rettet: tuple[Rettet, ...] = ()
