"""Sittende: who sits on when the terms have run out, where the mandate has members sit until others are appointed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.model.hendelse import RUNDE, Hendelse
from brukerutvalg_cli.model.kalender import EN_DAG
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent


class TilAvloest(NamedTuple):
    """Those who have one of these verv, sit until a successor is appointed: of terms that run out in these days."""

    fra: date
    til: date | None
    verv: frozenset[str]

    def gjelder(self, dag: date) -> bool:
        """Whether it was said on this day."""
        return self.fra <= dag and (self.til is None or dag <= self.til)


def sitter_over(
    seter: Sequence[Sete], regler: Iterable[TilAvloest], hendelser: Iterable[Hendelse]
) -> Iterator[Sete]:
    """A seat for each who sits on: from the day after the term, until the day before somebody is appointed.

    Who leaves before the others do, or before the round is over, has left, and does not sit on.
    """
    rounds = [h for h in hendelser if h.hva == RUNDE]
    ends = {h.til for h in rounds}
    for regel in regler:
        held = [s for s in seter if s.verv in regel.verv and s.er_periode]
        begins = {h.begynte for h in rounds} | {s.fra for s in held}
        for sete in held:
            last = sete.til
            if not isinstance(last, date) or not regel.gjelder(last):
                continue
            after = last + EN_DAG
            if last in ends or all(s.har(after) is False for s in held):
                til = _foer_neste(begins, last)
                if til is None or isinstance(til, Ukjent) or til >= after:
                    yield Sete(sete.person, sete.medlem, sete.verv, after, til, None, 0, None, sete)


def _foer_neste(begins: Iterable[date | Ukjent], last: date) -> date | Ukjent | None:
    """The day before somebody is appointed; `ukjent` where that may have been at any time."""
    known = list(begins)
    if UKJENT in known:
        return UKJENT
    following = min((day for day in known if isinstance(day, date) and day > last), default=None)
    return following - EN_DAG if following else None
