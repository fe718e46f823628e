"""Mål: how long a whole period is, by what was in force when it was begun – in one provision or in several."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import chain, zip_longest

from brukerutvalg_cli.mandat.funksjon.tidsregel import Tidsregel
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.verdier.lengde import grense_inntil
from brukerutvalg_cli.mandat.verdier.rekke import Dagstrekk
from brukerutvalg_cli.mandat.verdier.runder import Runde
from brukerutvalg_cli.mandat.verdier.tid import Tid
from brukerutvalg_cli.model.kalender import EN_DAG
from brukerutvalg_cli.model.sete import Sete

IKraft = Callable[[date], Iterable[Tidsregel]]
"""The rules on persons' terms in force on a day."""


class Maal:
    """What the terms in some verv, counted together, are measured by."""

    def __init__(
        self,
        regel: Tidsregel,
        utvalg: UtvalgIPeriode,
        verv: frozenset[str],
        i_kraft: IKraft,
        rounds: Sequence[Runde],
    ) -> None:
        self._regel, self._utvalg, self._verv = regel, utvalg, verv
        self.i_kraft, self.runder = i_kraft, rounds
        self._on: dict[date, list[Tidsregel]] = {}
        self._of: dict[tuple[object, ...], tuple[Tidsregel, ...]] = {}
        self._lasts: dict[tuple[object, ...], tuple[Dagstrekk, ...]] = {}
        self._all_alike: tuple[Dagstrekk, ...] | None = None

    def siste_dag(self, sete: Sete, fra: date) -> date | None:
        """The last day of a whole period that begins with the seat on this day; None where nothing says."""
        day = besluttet(sete, fra)
        return min((end for rule in self._rules(sete, day) for end in self._ends(rule, fra)), default=None)

    def er_tenkt(self, sete: Sete) -> bool:
        """Whether the seat is a thought-of appointment, which is a round of its own."""
        elected = sete.oppnevning.valgt_i if sete.oppnevning and not sete.valg else None
        return isinstance(elected, str) and elected in self._utvalg.mappe.tenkt

    def varighet(self, sete: Sete) -> Tid | None:
        """The stated length of a period such as this one."""
        if self._regel.varighet or not isinstance(sete.fra, date):
            return self._regel.varighet
        rules = self._rules(sete, besluttet(sete, sete.fra))
        return next((rule.varighet for rule in rules if rule.varighet), None)

    def rundene(self, sete: Sete) -> tuple[Dagstrekk, ...]:
        """The rounds, as long as they last for such a seat: by their own end, else `lengde`, else the next round."""
        if self._all_alike is not None and self._som_alle(sete):
            return self._all_alike
        key = tuple(id(rule.bestemmelse) for r in self.runder for rule in self._rules(sete, r.fra))
        if key not in self._lasts:
            self._lasts[key] = tuple(self._lasting(sete))
        if self._som_alle(sete) and all(
            r.spoer_bare_om_vervet for r in (self._regel, *chain(*self._on.values()))
        ):
            self._all_alike = self._lasts[key]
        return self._lasts[key]

    def _som_alle(self, sete: Sete) -> bool:
        """Whether nothing but the person tells the seat from any other: then rules that ask of nobody measure alike."""
        return sete.er_periode and sete.konstituert is False and sete.person in self._utvalg.mappe.medlemmer

    def _lasting(self, sete: Sete) -> Iterable[Dagstrekk]:
        following: list[date | None] = [runde.fra - EN_DAG for runde in self.runder[1:]]
        for runde, before_next in zip_longest(self.runder, following):
            if isinstance(runde.til, date):
                yield Dagstrekk(runde.fra, runde.til)
                continue
            rules = self._rules(sete, runde.fra)
            stated = min((end for rule in rules for end in self._ends(rule, runde.fra)), default=None)
            yield Dagstrekk(runde.fra, stated or before_next)

    def _ends(self, rule: Tidsregel, fra: date) -> Iterable[date]:
        if rule.varighet:
            yield rule.varighet.siste_dag(fra)
        if rule.inntil:
            last = grense_inntil(rule.inntil, fra, self._utvalg.mappe, rule.omtrent).dag
            if last and last >= fra:
                yield last

    def _rules(self, sete: Sete, day: date) -> tuple[Tidsregel, ...]:
        """The rules that measured such a term then; where none did, those that bind beside this one."""
        key = (sete.person, sete.nr, sete.verv, sete.fra, day)
        if key not in self._of:
            found = self._measures(sete, day)
            if not found and self._utvalg.fra:
                found = self._measures(sete, self._utvalg.fra)
            self._of[key] = tuple(found or ([self._regel] if _measures(self._regel) else []))
        return self._of[key]

    def _measures(self, sete: Sete, day: date) -> list[Tidsregel]:
        if day not in self._on:
            self._on[day] = [r for r in self.i_kraft(day) if _measures(r) and self._verv in r.rekker()]
        return [rule for rule in self._on[day] if rule.omfatter(self._utvalg, sete)]


def besluttet(sete: Sete, fra: date) -> date:
    """The day whose rules judge a period: an election's meeting, where the period begins with what it gave."""
    decided = sete.besluttet
    return decided if isinstance(decided, date) and fra == sete.fra else fra


def _measures(rule: Tidsregel) -> bool:
    return bool(rule.lengde or rule.inntil)
