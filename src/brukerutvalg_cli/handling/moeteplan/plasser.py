"""Plasser: where in one year meetings can be put, as evenly as can be, with room for the deadlines between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from brukerutvalg_cli.handling.moeteplan.aaret import HOEST, VAAR, VANLIG, Moetetall, ender, innvending
from brukerutvalg_cli.handling.moeteplan.krav import Fristkrav, Vinduskrav, frister
from brukerutvalg_cli.model.kalender import EN_DAG, siste_arbeidsdag
from brukerutvalg_cli.model.mappe import Utvalgsmappe

ONSDAG = 2
ANNEN_UKEDAG = 365
"""How many days away from its place in the year a meeting may be, rather than on another weekday."""


class Plasser:
    """Where in one year meetings can be put: the day each may be, and which day may follow which."""

    def __init__(
        self,
        mappe: Utvalgsmappe,
        frister_foer: Sequence[Fristkrav],
        claims: Sequence[Vinduskrav],
        fixed: frozenset[date],
        aar: int,
    ) -> None:
        self._aar = aar
        self._fixed = fixed
        self._finnes = mappe.utvalg.finnes
        self._weekday = _ukedag(mappe, aar)
        before = (m.dato for m in mappe.moeter if m.dato.year < aar and m.status != "avlyst")
        self._previous = max(before, default=date.min)
        self._frister = frister_foer
        self._minst = [claim.i_aaret for claim in claims if claim.mangler]
        self._en = [claim.i_aaret for claim in claims if claim.regel.tak == 1]
        self._halves = tuple(self._ledige(span, spring=span is VAAR) for span in (VAAR, HOEST))

    @property
    def dager(self) -> Iterator[date]:
        """Every day that will do."""
        return (day for half in self._halves for day in half)

    def legg(self, antall: Moetetall) -> tuple[date, ...] | None:
        """The days, those on record among them, that lie as evenly as can be; None where there is no room."""
        best: dict[date, tuple[int, tuple[date, ...]]] = {self._previous: (0, ())}
        for span, number, days in zip((VAAR, HOEST), antall, self._halves, strict=True):
            for target in _jevnt(self._aar, span, number):
                following = {}
                for day, (after, until, own) in days.items():
                    planned = day in self._fixed
                    ways = [
                        way
                        for before, way in best.items()
                        if after <= before < (own if planned and self._paa_plan(before) else until)
                    ]
                    if ways:
                        cost, chosen = min(ways)
                        following[day] = cost + self._koster(day, target), (*chosen, day)
                best = following
        after = max((*(fra for fra, _ in self._minst), *self._fixed, date.min))
        return min((way for last, way in best.items() if last >= after), default=(0, None))[1]

    def _ledige(
        self, span: tuple[int, int, int, int], *, spring: bool
    ) -> dict[date, tuple[date, date, date]]:
        """Each day that will do: the meeting before it is on or after the first day, and before the second.

        Or before the third, when both are on record already: their deadlines are not this plan's affair.
        """
        first, last = ender(self._aar, span)
        days = [first + EN_DAG * n for n in range((last - first).days + 1)]
        free = {day for day in days if not innvending(day) and self._finnes(day)} | {
            day for day in self._fixed if (day.month <= 6) == spring
        }
        return {day: self._mellom(day) for day in sorted(free)}

    def _mellom(self, day: date) -> tuple[date, date, date]:
        after = max(
            (
                date.min,
                *(fra for fra, til in self._minst if til < day),
                *(other for other in self._fixed if other < day),
            )
        )
        alone = min((day, *(fra for fra, til in self._en if fra <= day <= til)))
        return (
            after,
            min((alone, *(siste_arbeidsdag(last) for _, last in frister(day, self._frister)))),
            alone,
        )

    def _paa_plan(self, before: date) -> bool:
        return before in self._fixed or before == self._previous

    def _koster(self, day: date, target: date) -> int:
        if day in self._fixed:
            return 0
        return abs(day - target).days + (0 if day.weekday() == self._weekday else ANNEN_UKEDAG)


def _jevnt(aar: int, span: tuple[int, int, int, int], number: int) -> Iterator[date]:
    """So many days evenly over a part of the year."""
    first, last = ender(aar, span)
    step = (last - first) / (number or 1)
    return (first + step * nr + step / 2 for nr in range(number))


def _ukedag(mappe: Utvalgsmappe, aar: int) -> int:
    """The weekday of last year's meetings, else of the latest; where there are none, Wednesday."""
    held = [m.dato for m in mappe.moeter if m.dato.year < aar and m.status != "avlyst"]
    last_year = [day for day in held if day.year == aar - 1]
    days = Counter(day.weekday() for day in last_year or held[-VANLIG:])
    return max(days, key=lambda day: (days[day], -day)) if days else ONSDAG
