"""Fristgrense: the bound of a deadline in words – the last day in time, or the first, and what it follows from."""

from __future__ import annotations

from datetime import date

from brukerutvalg_cli.mandat.verdier.frist_i_ord import fra
from brukerutvalg_cli.mandat.verdier.fristregning import Fristregning
from brukerutvalg_cli.mandat.verdier.neste import Neste
from brukerutvalg_cli.mandat.verdier.senest import UTEN_DAG
from brukerutvalg_cli.mandat.verdier.tid import Tid
from brukerutvalg_cli.model.kalender import dag_i_ord


def grensen(
    regning: Fristregning, anker: str, dag: date, *, late: bool | None, egen: bool, hoeyst: bool = False
) -> str:
    """`late` where something was done, and on which side of the bound; `egen` where the record itself set the day.

    `hoeyst` where only the year or the month is known of what it is counted from: it was no later than this.
    """
    when, slack = dag_i_ord(dag), f", med {regning.omtrent} slingringsmonn" if regning.omtrent else ""
    senest = regning.senest
    if late is False:
        return f"tidligst er {when}, {_avstand(regning, regning.tidligst, anker)}{slack}"
    if egen:
        return f"fristen var {when}, som er satt der{slack}"
    if hoeyst:
        return f"fristen var senest {when}{slack}"
    if isinstance(senest, Neste):
        return f"det skulle være gjort innen {senest}, {when}{slack}"
    if isinstance(senest, str) and senest in UTEN_DAG:
        bound = f"før {fra(anker)}" if regning.foer else f"og neste møte var {when}"
        return f"det skulle være gjort {UTEN_DAG[senest]}, {bound}"
    counted = f", {_avstand(regning, senest, anker)}" if late and isinstance(senest, Tid) else ""
    return f"fristen var {when}{counted}{slack if late else ''}"


def _avstand(regning: Fristregning, tid: object, anker: str) -> str:
    """`10 dager før`, `samme dag som møtet`."""
    if isinstance(tid, Tid):
        return f"{tid} {'før' if regning.foer else 'etter'}"
    return f"samme dag som {fra(anker)}"
