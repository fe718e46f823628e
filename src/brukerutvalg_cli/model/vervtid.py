"""Vervtid: the days on which one person has one verv, asked of a day without looking through every term."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date

from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.verdier import Ukjent
from brukerutvalg_cli.model.visshet import Visshet, noen, uvisst


class Vervtid:
    """All the terms of one person in one verv. What is known of them are stretches of days that do not meet."""

    def __init__(self, seter: Iterable[Sete]) -> None:
        self._fra: list[date] = []
        self._til: list[date] = []
        self._kanskje_fra, self._kanskje_til = date.max, date.min
        """From the first of these days on, and until the second, nobody knows."""
        self._avbrutt: list[Sete] = []
        """Those with a leave within them, or that only last as long as one, or of which a year or a month is known, are
        asked one by one."""
        self._person = ""
        for sete in sorted(seter, key=lambda s: date.min if isinstance(s.fra, Ukjent) else s.fra):
            self._person = sete.person
            if sete.permisjoner or sete.deldato or not sete.er_periode:
                self._avbrutt.append(sete)
                continue
            last = date.max if sete.til is None else sete.til
            if isinstance(sete.fra, Ukjent):
                self._kanskje_til = max(self._kanskje_til, date.max if isinstance(last, Ukjent) else last)
            elif isinstance(last, Ukjent):
                self._kanskje_fra = min(self._kanskje_fra, sete.fra)
            elif self._til and sete.fra <= self._til[-1]:
                self._til[-1] = max(self._til[-1], last)
            else:
                self._fra.append(sete.fra)
                self._til.append(last)

    def dekker(self, dag: date) -> Visshet:
        """Whether the person has the verv on this day, and is not on leave from it."""
        whole = self._hele_perioder(dag)
        return noen((whole, *(s.dekker(dag) for s in self._avbrutt))) if self._avbrutt else whole

    def _hele_perioder(self, dag: date) -> Visshet:
        at = bisect_right(self._fra, dag) - 1
        if at >= 0 and dag <= self._til[at]:
            return True
        unsure = self._kanskje_fra <= dag or dag <= self._kanskje_til
        return uvisst("periode", self._person) if unsure else False
