"""Dagspenn: whether a stretch of time holds a day, and the days on which that may change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from brukerutvalg_cli.model.deldato import Deldato
from brukerutvalg_cli.model.kalender import EN_DAG
from brukerutvalg_cli.model.post import INGENTING
from brukerutvalg_cli.model.verdier import Ukjent
from brukerutvalg_cli.model.visshet import UVISST, Visshet, alle

Dag = date | Ukjent | None
Deler = Mapping[str, Deldato]
"""What is known of a first or a last day that is unknown, by the key: `fra`, `til`."""


def dekker(fra: Dag, til: Dag, dag: date, deler: Deler = INGENTING) -> Visshet:
    """Whether a stretch of time, both days counted, holds this day; open where it has no first or no last day."""
    if not (isinstance(fra, Ukjent) or isinstance(til, Ukjent)):
        return (fra is None or fra <= dag) and (til is None or dag <= til)
    return alle((_begynt(fra, dag, deler.get("fra")), _ikke_over(til, dag, deler.get("til"))))


def _begynt(fra: Dag, dag: date, del_: Deldato | None) -> Visshet:
    if isinstance(fra, Ukjent):
        return del_.senest_paa(dag) if del_ else UVISST
    return fra is None or fra <= dag


def _ikke_over(til: Dag, dag: date, del_: Deldato | None) -> Visshet:
    if isinstance(til, Ukjent):
        return del_.tidligst_paa(dag) if del_ else UVISST
    return til is None or dag <= til


def skifter(fra: Dag, til: Dag, deler: Deler = INGENTING) -> Iterator[date]:
    """The days on which it may begin, or be over, as far as anybody knows."""
    if isinstance(fra, date):
        yield fra
    if isinstance(til, date):
        yield til + EN_DAG
    if begins := deler.get("fra"):
        yield from (begins.tidligst, begins.senest)
    if ends := deler.get("til"):
        yield from (ends.tidligst + EN_DAG, ends.senest + EN_DAG)
