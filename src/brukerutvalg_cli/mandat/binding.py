"""Binding: which rule set binds which council, from which day to which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.mandat.arv import Gjeldende, gjeldende
from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.model.kalender import EN_DAG, les_dag
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.verdier import kjent

MANDATER = ("mandat", "mal")


class Binding(NamedTuple):
    """One rule set in one council, with what it inherits. Both days count; without `til` it binds still."""

    nr: int
    regelverk: Regelverk
    id: str
    fra: date
    til: date | None
    bestemmelser: tuple[Gjeldende, ...] = ()

    def gjelder(self, dag: date) -> bool:
        """Whether it binds on this day."""
        return self.fra <= dag and (self.til is None or dag <= self.til)

    def for_bestemmelsen(self, bestemmelse: Bestemmelse) -> Binding:
        """The same, until the day the provision itself says."""
        return self._replace(til=_foerst(self.til, bestemmelse.gjelder_til))

    def for_nivaa(self, nivaa: str) -> Iterator[Gjeldende]:
        """The provisions that bind a council of this level."""
        return (g for g in self.bestemmelser if not g.bestemmelse.nivaa or nivaa in g.bestemmelse.nivaa)

    def paa_dagen(self, dag: date, nivaa: str) -> Iterator[Gjeldende]:
        """The provisions that bind a council of this level on a day: not what has said until when, and is over."""
        if self.gjelder(dag):
            ends = ((g, g.bestemmelse.gjelder_til) for g in self.for_nivaa(nivaa))
            yield from (g for g, til in ends if til is None or dag <= til)


def bindinger(mappe: Utvalgsmappe, regelverk: Mapping[str, Regelverk]) -> Iterator[Binding]:
    """The rule sets of a council that could be read. A council has one mandate at a time: a new one ends the old."""
    listed = list(enumerate(mappe.utvalg.regelverk))
    # What cannot be read may be the mandate that took over, and then the old one has nothing more to say.
    mandates = sorted(r.fra for _, r in listed if r.id not in regelverk or regelverk[r.id].type in MANDATER)
    for nr, entry in listed:
        rules = regelverk.get(entry.id)
        if rules is None:
            continue
        til = entry.til
        if til is None and rules.type in MANDATER:
            later = next((start for start in mandates if start > entry.fra), None)
            til = later - EN_DAG if later else None
        til = _foerst(til, rules.gjelder_til)
        yield Binding(nr, rules, entry.id, entry.fra, til, gjeldende(entry.id, regelverk))


def _foerst(*dager: date | None) -> date | None:
    return min((dag for dag in dager if dag), default=None)


def mandat_ute(mappe: Utvalgsmappe, regelverk: Mapping[str, Regelverk], dag: date) -> Binding | None:
    """The mandate that ran out last, where none binds the council on the day, nor any that could not be read."""
    begun = [entry for entry in mappe.utvalg.regelverk if entry.fra <= dag]
    if any(entry.id not in regelverk and (entry.til is None or entry.til >= dag) for entry in begun):
        return None
    mandates = [b for b in bindinger(mappe, regelverk) if b.regelverk.type in MANDATER and b.fra <= dag]
    if any(b.gjelder(dag) for b in mandates):
        return None
    return max(mandates, key=lambda b: b.til or date.max, default=None)


def bandt_fra(mappe: Utvalgsmappe, bound: Iterable[Binding]) -> dict[str, date]:
    """The day from which each provision, by id, has bound the council, or on which that was decided, if earlier."""
    decided = {sak.navn: moete.dato for moete in mappe.avholdte for sak in moete.saker}
    found: dict[str, date] = {}
    for binding in bound:
        by = mappe.utvalg.regelverk[binding.nr].vedtatt_i
        day = min(binding.fra, decided.get(by or "", binding.fra))
        for g in binding.bestemmelser:
            found[g.bestemmelse.id] = min(day, found.get(g.bestemmelse.id, day))
    return found


def vedtatt(mappe: Utvalgsmappe, binding: Binding) -> date | None:
    """The day on which a rule set was decided: that of the meeting, else what it is dated; of a year, the first day.

    None where nobody can tell.
    """
    entry = mappe.utvalg.regelverk[binding.nr]
    held = (m.dato for m in mappe.avholdte for sak in m.saker if sak.nr == entry.vedtatt_i)
    dated = kjent(binding.regelverk.datert) or ""
    year = date(int(dated), 1, 1) if dated.isascii() and dated.isdecimal() and len(dated) == 4 else None
    return next(held, None) or les_dag(dated) or year


def typer(
    mappe: Utvalgsmappe, regelverk: Mapping[str, Regelverk], dag: date, bound: Iterable[Binding]
) -> frozenset[str]:
    """The types of what binds the council on a day; an empty text for what could not be read."""
    unread = {"" for entry in mappe.utvalg.regelverk if entry.id not in regelverk}
    return frozenset(b.regelverk.type for b in bound if b.gjelder(dag)) | unread


def i_kraft(mappe: Utvalgsmappe, bound: Iterable[Binding], dag: date) -> Iterator[Bestemmelse]:
    """Every provision that bound the council on a day, a permission too."""
    for binding in bound:
        yield from (g.bestemmelse for g in binding.paa_dagen(dag, mappe.utvalg.nivaa))


def framover(mappe: Utvalgsmappe, register: Register, binding: Binding, dato: date) -> UtvalgIPeriode:
    """The council as the rule set looks ahead: as long as it binds, whether the records go that far or not."""
    fra = max(binding.fra, mappe.utvalg.vurderes_fra or binding.fra)
    return UtvalgIPeriode(mappe, register, fra, _foerst(binding.til, mappe.utvalg.nedlagt), dato, binding.nr)


def i_periode(mappe: Utvalgsmappe, register: Register, binding: Binding, dato: date) -> UtvalgIPeriode:
    """The council as the rule set may judge it: while it binds, and while the records are complete."""
    utvalg = mappe.utvalg
    fra = max(binding.fra, utvalg.vurderes_fra or binding.fra)
    last = _foerst(binding.til, utvalg.vurderes_til)
    return UtvalgIPeriode(mappe, register, fra, last, dato, binding.nr, bundet_til=binding.til)
