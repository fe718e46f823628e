"""Start: whether a term begins on the day of the year on which terms begin, or takes over the rest of another's."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from brukerutvalg_cli.mandat.verdier.dag_i_aaret import DagIAaret
from brukerutvalg_cli.model.kalender import EN_DAG
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.verdier import Ukjent
from brukerutvalg_cli.model.visshet import Visshet, alle, noen


def begynner_rett(starter: DagIAaret, sete: Sete, fra: date, andre: Iterable[Sete]) -> Visshet:
    """Whether a term from this day begins as it should. `andre`: the other terms in the same verv.

    What is left of a term may be taken over on any day: where another term in the verv ended since the
    last day on which terms begin, or where one that began on such a day ends on the same day as this.
    """
    if fra == starter.i(fra.year):
        return True
    return noen(
        noen((_vacated(starter, fra, other), _same_end(starter, sete, fra, other))) for other in andre
    )


def _vacated(starter: DagIAaret, fra: date, other: Sete) -> Visshet:
    """Whether the other term ended before this began, and no day on which terms begin has come since."""
    if isinstance(other.til, Ukjent):
        begun = True if isinstance(other.fra, Ukjent) else other.fra < fra
        return None if begun else False
    return other.til is not None and other.til < fra < starter.paa_eller_etter(other.til + EN_DAG)


def _same_end(starter: DagIAaret, sete: Sete, fra: date, other: Sete) -> Visshet:
    """Whether the other began on the right day, before this, and both end on the same. Two open ends say nothing."""
    if sete.til is None or other.til is None:
        return False
    ends = None if isinstance(sete.til, Ukjent) or isinstance(other.til, Ukjent) else sete.til == other.til
    right = (
        None if isinstance(other.fra, Ukjent) else other.fra < fra and other.fra == starter.i(other.fra.year)
    )
    return alle((ends, right))
