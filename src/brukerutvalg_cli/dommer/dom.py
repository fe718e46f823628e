"""Dom: what the rules say of a register – what is wrong, cannot be judged, departed from or put right, and ahead."""

from __future__ import annotations

from typing import NamedTuple

from brukerutvalg_cli.funn.finding import Finding, Hviler, Kilde
from brukerutvalg_cli.mandat.fristvarsel import Fristvarsel


class Holdt(NamedTuple):
    """A provision that was kept: how many times it was judged so, and how, where that is worth saying.

    `hviler`: on what some of the times rest.
    """

    utvalg: str
    kilde: Kilde
    antall: int
    hvordan: tuple[str, ...] = ()
    hviler: Hviler | None = None


class Dom(NamedTuple):
    """Everything the rules said, by its outcome."""

    findings: tuple[Finding, ...] = ()
    uvurdert: tuple[Finding, ...] = ()
    fraveket: tuple[Finding, ...] = ()
    frister: tuple[Fristvarsel, ...] = ()
    fortsatt: tuple[Finding, ...] = ()
    """Breaches that only go on with one among the findings, and are not told of again."""
    holdt: tuple[Holdt, ...] = ()
    """Only of what was judged: a provision that is nowhere here has met nothing."""
    rettet: tuple[Finding, ...] = ()
