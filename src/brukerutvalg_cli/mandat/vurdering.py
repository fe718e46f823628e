"""Vurdering: what a check says of one subject – saying nothing is not to judge – and the deadlines it sees ahead."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from brukerutvalg_cli.funn.finding import Related
from brukerutvalg_cli.funn.place import Place


class Utfall(StrEnum):
    """The four outcomes."""

    HOLDT = "holdt"
    BRUTT = "brutt"
    UVISST = "uvisst"
    FRAVEKET = "fraveket"


class Varer(NamedTuple):
    """How long something broken stays so, where it is a state and not a thing done: from `fra` on.

    `over` is the first day on which it is so no longer, by what the records say. Where something was done
    about it, `rettet` is the day, `ved` what was done, and `place` where that stands. `kanskje` is the fact
    that is missing where nobody knows whether it is so still; `place` is then where to find it.
    """

    fra: date | None = None
    over: date | None = None
    rettet: date | None = None
    ved: str = ""
    place: Place | None = None
    kanskje: str = ""


class Vurdering(NamedTuple):
    """One outcome. `emne` is what was judged, by id: a meeting's date, a case, a person.

    `emner` are further names by which a decided deviation may mean the same thing (an election is
    its case and its meeting). `since` is the day it became true, where time alone can make it so.
    `fortsetter` is the subject of an earlier breach that this one goes on with: one lasting breach is
    told of once, unless the first of it is answered for. `varer` is how long it lasted; without it, what
    was done wrong is done, and nothing can mend it. `mulig_til` is the last day on which it could be kept, where that
    is another than the day it is called by.
    """

    utfall: Utfall
    place: Place
    message: str
    emne: str
    emner: tuple[str, ...] = ()
    label: str = ""
    help: str = ""
    related: tuple[Related, ...] = ()
    since: date | None = None
    fortsetter: str = ""
    varer: Varer | None = None
    mulig_til: date | None = None


HOLDT = Vurdering(Utfall.HOLDT, Place(""), "", "")
"""One subject was judged, and keeps the provision. It is counted, and nothing more need be said of it."""


class Varsel(NamedTuple):
    """A deadline that lies ahead, as the mandate counts it: `hva` is due, `om` (til møtet, etter kurs) this day."""

    hva: str
    om: str
    dag: date
    siste_dag: date
    moetenavn: str = ""
