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


def dag(text: str, tidligst: date = date.min, senest: date = date.max) -> date:
    """A day as people say it; one without a year is the nearest, of those between these."""
    from brukerutvalg_cli.cli.dag import naa
    from brukerutvalg_cli.model.sagt_dag import IngenDag, sagt_dag

    try:
        return sagt_dag(text, naa(), tidligst, senest)
    except IngenDag as error:
        raise Ugyldig(f"{error}.") from None


def kommende(text: str) -> date:
    """A day of something to come; one without a year is the first that has not been."""
    from brukerutvalg_cli.cli.dag import naa

    return dag(text, naa())


def dag_eller_del(text: str, tidligst: date = date.min) -> date | Deldato:
    """A day as people say it; or the year, or the month, where no more is known: `2021`, `2021-03`, `mars 2021`."""
    from brukerutvalg_cli.model.deldato import sagt_deldato

    return sagt_deldato(text) or dag(text, tidligst)


def dag_eller_del_ikke_foer(
    foerste: date | Deldato | Ukjent | None, hva: str
) -> Callable[[str], date | Deldato]:
    """The same, of what does not end before another begins: there is a day of each that fits.

    One without a year is the nearest that does not come before.
    """
    return _ikke_foer(dag_eller_del, foerste, hva)


def _ikke_foer(
    les: Callable[[str, date], D], foerste: date | Deldato | Ukjent | None, hva: str
) -> Callable[[str], D]:
    from brukerutvalg_cli.model.deldato import Deldato
    from brukerutvalg_cli.model.kalender import dag_i_ord
    from brukerutvalg_cli.model.verdier import Ukjent

    def i_ord(day: date | Deldato) -> str:
        return day.i_ord if isinstance(day, Deldato) else dag_i_ord(day)

    def lest(text: str) -> D:
        if foerste is None or isinstance(foerste, Ukjent):
            return les(text, date.min)
        first = foerste.tidligst if isinstance(foerste, Deldato) else foerste
        said = les(text, first)
        if (said.senest if isinstance(said, Deldato) else said) < first:
            raise Ugyldig(f"{i_ord(said)} er før {hva}, {i_ord(foerste)}.")
        return said

    return lest
