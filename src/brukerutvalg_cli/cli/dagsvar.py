"""Dagsvar: an answer that is a day, or as much of one as anybody knows, and not before another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from brukerutvalg_cli.cli.svar import Ugyldig

if TYPE_CHECKING:
    from brukerutvalg_cli.model.deldato import Deldato
    from brukerutvalg_cli.model.verdier import Ukjent

D = TypeVar("D", bound="date | Deldato")


def dag(text: str) -> date:
    """A day as people say it; one without a year is the nearest."""
    from brukerutvalg_cli.cli.dag import naa
    from brukerutvalg_cli.model.sagt_dag import IngenDag, sagt_dag

    try:
        return sagt_dag(text, naa())
    except IngenDag as error:
        raise Ugyldig(f"{error}.") from None


def dag_eller_del(text: str) -> date | Deldato:
    """A day as people say it; or the year, or the month, where no more is known: `2021`, `2021-03`, `mars 2021`."""
    from brukerutvalg_cli.model.deldato import sagt_deldato

    return sagt_deldato(text) or dag(text)


def dag_eller_del_ikke_foer(
    foerste: date | Deldato | Ukjent | None, hva: str
) -> Callable[[str], date | Deldato]:
    """The same, of what does not end before another begins: there is a day of each that fits."""
    return _ikke_foer(dag_eller_del, foerste, hva)


def _ikke_foer(
    les: Callable[[str], D], foerste: date | Deldato | Ukjent | None, hva: str
) -> Callable[[str], D]:
    from brukerutvalg_cli.model.deldato import Deldato
    from brukerutvalg_cli.model.kalender import dag_i_ord
    from brukerutvalg_cli.model.verdier import Ukjent

    def i_ord(day: date | Deldato) -> str:
        return day.i_ord if isinstance(day, Deldato) else dag_i_ord(day)

    def lest(text: str) -> D:
        said = les(text)
        if foerste is None or isinstance(foerste, Ukjent):
            return said
        last = said.senest if isinstance(said, Deldato) else said
        if last < (foerste.tidligst if isinstance(foerste, Deldato) else foerste):
            raise Ugyldig(f"{i_ord(said)} er før {hva}, {i_ord(foerste)}.")
        return said

    return lest
