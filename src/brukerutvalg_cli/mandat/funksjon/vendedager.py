"""Vendedager: the days on which what is said of somebody's terms can turn, where a day is known only in part.

It turns where the day passes another that the judging knows: one on record, or one that lies as far before or after
such a day as the rules measure by – a whole term, half of one, a pause, what may be held in all. All are told as
*turns*, the first day of what comes after: the day a term begins, or the day after it ends.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property, lru_cache, partial
from itertools import product
from typing import NamedTuple

from brukerutvalg_cli.mandat.funksjon.i_rundene import hele_maaneder
from brukerutvalg_cli.mandat.funksjon.perioder import Ramme
from brukerutvalg_cli.mandat.funksjon.tidsregel import Tidsregel
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.verdier.rekke import ETT_AAR
from brukerutvalg_cli.mandat.verdier.tid import Tid, med_slingring
from brukerutvalg_cli.model.kalender import EN_DAG
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.skiftende import skiftende
from brukerutvalg_cli.model.visshet import Visshet

AAPEN = date(9000, 1, 1)
"""The turn of what has no end: later than any that is reckoned with."""
ALLTID = date(1850, 1, 1), date(2250, 1, 1)
"""No record is from another time."""
MAANEDENE = [date(2020 + nr // 12, nr % 12 + 1, 1) for nr in range(48)]
"""The first day of every month of four years: no months are shorter, or longer, than some from one of them."""
UJEVNT = 3
"""So many days may some months be longer than as many others."""


class Vendinger(NamedTuple):
    """The turns of a stretch of days: the first of them, and the day after the last."""

    fra: date
    over: date

    @classmethod
    def av(cls, fra: date, til: date | None) -> Vendinger:
        """The stretch from this day to that, both counted."""
        return cls(fra, til + EN_DAG if til and til < AAPEN else AAPEN)

    def innen(self, other: Vendinger) -> Vendinger:
        """The part of it that lies in the other."""
        return Vendinger(max(self.fra, other.fra), min(self.over, other.over))


class Avstand(NamedTuple):
    """A length of time from one turn to another, give or take: the later the one, the later the other."""

    tid: Tid
    omtrent: Tid | None = None

    def fra(self, turn: date) -> date:
        """The turn that comes so long after this one."""
        return med_slingring(self.tid.siste_dag(turn), self.omtrent) + EN_DAG


class Terminene(NamedTuple):
    """What the turns of one day follow from, whoever it is that has such terms: the arguments of `Vendedager.av`, with
    the rounds as they last for the person."""

    span: Vendinger
    key: str
    egne: tuple[Vendinger, ...]
    nr: int
    uvisse: tuple[date, ...]
    rundene: tuple[Vendinger, ...]


class Vendedager:
    """What can turn what is said of terms that are counted together. `limit`: how long they may last in all."""

    def __init__(self, regel: Tidsregel, utvalg: UtvalgIPeriode, ramme: Ramme, limit: Tid | None) -> None:
        self._regel, self._utvalg, self._ramme = regel, utvalg, ramme
        self._limits = {Avstand(limit, regel.omtrent)} if limit else set()
        self._of_all: dict[tuple[object, ...], frozenset[date]] = {}
        self._of_alike: dict[Terminene, list[date]] = {}

    def av(
        self,
        sete: Sete,
        key: str,
        span: Vendinger,
        egne: Sequence[Vendinger],
        nr: int,
        uvisse: Iterable[date],
    ) -> list[date]:
        """The turns to be tried where one of a seat (`key`) is not known: the first and the last of each part of the
        span within which all that is said is the same.

        `egne` are the person's seats, of which it is number `nr`, as long as they may have been, and `uvisse` where
        the unknown turns of them may be besides.
        """
        if self._til_en_dag:
            return [span.fra + timedelta(days) for days in range((span.over - span.fra).days + 1)]
        rounds = tuple(Vendinger.av(r.fra, r.til) for r in self._ramme.maal.rundene(sete))
        terms = Terminene(span, key, tuple(egne), nr, tuple(uvisse), rounds)
        if terms not in self._of_alike:
            self._of_alike[terms] = _innenfor(span, {span.fra, span.over, *self._turning(terms)})
        alike = self._of_alike[terms]
        asked = {*self._asked(sete, span)} if key == "fra" else ()
        return _innenfor(span, asked.union(alike)) if asked else alike

    def maaler_alle_likt(self, person: str) -> bool:
        """Whether the rules ask of nothing but the verv, and by no day or event."""
        asks = any(not rule.spoer_bare_om_vervet for rule in self._rules)
        return not asks and not self._til_en_dag and person in self._utvalg.mappe.medlemmer

    def i_ro(self, fra: date, til: date) -> bool:
        """Whether the same rules are in force all these days."""
        utvalg = self._utvalg
        turns = {*self._in_force, utvalg.fra, utvalg.til and utvalg.til + EN_DAG}
        still = not any(turn and fra < turn <= til for turn in turns)
        return still and len(list(skiftende(fra, til, utvalg.i_kraft_paa))) == 1

    def _turning(self, terms: Terminene) -> Iterator[date]:
        """What can turn what is said of anybody with such terms."""
        span, key, egne, nr, uvisse, rounds = terms
        halves = _halve(rounds) | self._halves
        lengths = self._lengths | halves
        if (span, rounds) not in self._of_all:
            known = {turn for each in rounds for turn in each} | self._known
            self._of_all[span, rounds] = frozenset(self._meeting(span, known, lengths))
        yield from self._of_all[span, rounds]
        yield from self._meeting(span, {*uvisse, *(turn for each in egne for turn in each)}, lengths)
        others = [each for number, each in enumerate(egne) if number != nr]
        for frame in (Vendinger(*ALLTID), *rounds):
            parts = [part for each in others if (part := each.innen(frame)).fra < part.over]
            yield from self._summed(span, key, sorted(parts), egne[nr], frame, halves)

    def _meeting(self, span: Vendinger, known: Iterable[date], lengths: Iterable[Avstand]) -> Iterator[date]:
        """The turns at the known ones, and at those that are so long before or after one; in the stretch at least."""
        near = [turn for turn in known if turn < AAPEN]
        for turn in near:
            yield from _ved(turn)
        for length in lengths:
            moved = _flyttet(length, span)
            for turn in near:
                after = length.fra(turn)
                if span.fra - EN_DAG <= after <= span.over + EN_DAG:
                    yield from _ved(after)
                # The turns that are the last so far from this one, or farther; and the first that are not.
                if moved[0] <= turn <= moved[-1]:
                    for first in (bisect_left(moved, turn), bisect_right(moved, turn)):
                        yield from (span.fra + timedelta(first - 1), span.fra + timedelta(first))

    def _summed(
        self,
        span: Vendinger,
        key: str,
        andre: list[Vendinger],
        selv: Vendinger,
        ramme: Vendinger,
        halves: set[Avstand],
    ) -> Iterator[date]:
        """Where several terms that are one, or on end, come to half of a period, or to all that there may be."""
        own, before = selv.innen(ramme), sum(each.fra <= span.fra for each in andre)
        for first, after in product(range(before + 1), range(before, len(andre) + 1)):
            group = andre[first:after]
            if not group or own.over >= ALLTID[1] or own.over <= own.fra:
                continue
            served = sum(((each.over - each.fra) for each in group), timedelta())
            begins, last = min(own.fra, group[0].fra), max(each.over for each in group)
            for length in halves | self._limits:
                whole, slack = length.fra(begins) - begins, UJEVNT * (len(group) + 1)
                if length in halves and last - begins > 2 * whole + slack * EN_DAG:
                    continue  # never one period
                if length in halves and (key == "over" or begins < own.fra):
                    slack = 1  # counted in days, from a known one
                turn = own.over - (whole - served) if key == "fra" else own.fra + (whole - served)
                yield from (turn + timedelta(days) for days in range(-slack, slack + 1))

    def _asked(self, sete: Sete, span: Vendinger) -> Iterator[date]:
        """The first days on which the rules are about the person where they were not, or the other way."""
        for rule in self._rules:
            if not (rule.spoer_bare_om_vervet and sete.person in self._utvalg.mappe.medlemmer):
                asked = skiftende(*span, partial(self._omfatter, rule, sete))
                yield from (each for turn in asked for each in _ved(turn))
        yield from (each for turn in skiftende(*span, self._utvalg.i_kraft_paa) for each in _ved(turn))

    def _omfatter(self, rule: Tidsregel, sete: Sete, fra: date) -> Visshet:
        return rule.omfatter(self._utvalg, sete._replace(fra=fra))

    # What all terms are counted by

    @cached_property
    def _in_force(self) -> list[date]:
        return list(skiftende(*ALLTID, lambda day: list(self._ramme.maal.i_kraft(day))))

    @cached_property
    def _rules(self) -> list[Tidsregel]:
        """The rule itself, and all that have measured such terms."""
        found = {
            id(rule.bestemmelse): rule for day in self._in_force for rule in self._ramme.maal.i_kraft(day)
        }
        return list((found | {id(self._regel.bestemmelse): self._regel}).values())

    @cached_property
    def _til_en_dag(self) -> bool:
        """Whether terms last until some day or event, and have no length: then it may turn on any day."""
        return any(rule.inntil or isinstance(rule.lengde, str) for rule in self._rules)

    @cached_property
    def _lengths(self) -> set[Avstand]:
        stated = {ETT_AAR, *(each for rule in self._rules for each in (rule.varighet, rule.pause) if each)}
        return {Avstand(each) for each in stated} | self._limits

    @cached_property
    def _halves(self) -> set[Avstand]:
        """Half of a whole term, where that is no round: as long as it may be, or as somebody was elected for."""
        elected = [v.valg for v in self._utvalg.mappe.valghandlinger]
        terms = {
            Vendinger.av(v.fra, v.til) for v in elected if isinstance(v.fra, date) and isinstance(v.til, date)
        }
        lengths = (rule.varighet for rule in self._rules if rule.varighet)
        return _halve(
            terms | {Vendinger.av(day, each.siste_dag(day)) for each in lengths for day in MAANEDENE}
        )

    @cached_property
    def _known(self) -> set[date]:
        """The turns on record that terms are judged by."""
        utvalg, records_begin = self._utvalg, self._utvalg.mappe.utvalg.registrert_fra
        last = {utvalg.til + EN_DAG} if utvalg.til else set()
        first = {day for day in (utvalg.fra, records_begin) if day}
        return {*self._in_force, *utvalg.vendedager, *first, *last, *self._ramme.overtatt.vendinger}


@lru_cache(maxsize=256)
def _flyttet(length: Avstand, span: Vendinger) -> list[date]:
    """The turns that come so long after each of a stretch."""
    days = range(span.fra.toordinal(), span.over.toordinal() + 1)
    return [length.fra(date.fromordinal(day)) for day in days]


def _innenfor(span: Vendinger, turns: Iterable[date]) -> list[date]:
    """Those of the turns that lie in the stretch, in order."""
    return sorted(turn for turn in turns if span.fra <= turn <= span.over)


def _ved(turn: date) -> tuple[date, date, date]:
    """A turn, with the last that comes before it, and the first that comes after."""
    return turn - EN_DAG, turn, turn + EN_DAG


def _halve(whole: Iterable[Vendinger]) -> set[Avstand]:
    """Half of each stretch: of so many whole months, half as many; else half of the days, and that or one more."""
    found: set[Avstand] = set()
    for each in whole:
        if each.over >= AAPEN:
            continue
        months, days = hele_maaneder(each.fra, each.over - EN_DAG), (each.over - each.fra).days
        if months and months % 2 == 0:
            found.add(Avstand(Tid(months // 2, "maaneder")))
        else:
            found |= {Avstand(Tid(max(half, 1), "dager")) for half in (days // 2, days // 2 + 1)}
    return found
