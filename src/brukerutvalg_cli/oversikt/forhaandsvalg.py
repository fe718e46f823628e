"""Forhåndsvalg: an election judged before it is held, and the fewest changes that make it legal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import combinations
from typing import NamedTuple

from brukerutvalg_cli.dommer.avviksord import BRUDDET
from brukerutvalg_cli.dommer.tenkt import (
    Utslag,
    bare_bestemmelser,
    doemt,
    foer_valget,
    med_valg,
    nytt,
    som_om_de_fortsetter,
)
from brukerutvalg_cli.funn.finding import Finding, Hviler
from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse
from brukerutvalg_cli.mandat.funksjonstid import Funksjonstid
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.mandat.sammensetning import Sammensetning
from brukerutvalg_cli.mandat.verdier.hvem import Hvem
from brukerutvalg_cli.mandat.verdier.lengde import grenser
from brukerutvalg_cli.model.avloesning import Slutt, Valgforslag, slutter
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.verdier import Ukjent
from brukerutvalg_cli.model.visshet import UVISST, Uvisst, Visshet
from brukerutvalg_cli.rapport.skjerm import Skjerm

HOEYST = 2
"""More people than this to exchange is another election, not a change."""
MANGE = 2000
"""Elections tried before the search gives up."""
NOK = 50
"""Changes found before the search is content: nobody reads more, and in a large council there are thousands."""


class Endring(NamedTuple):
    """Who would have to leave the list, and who to come on it."""

    ut: tuple[str, ...]
    inn: tuple[str, ...]


class Forhaandsdom(NamedTuple):
    """What the provisions say of an election, and each of the smallest changes that would silence them.

    Where none does for sure, `kanskje` are the smallest that break nothing, and that nobody can judge.
    `som_om`: nobody is appointed for the term yet, and it is judged as if those who sat last go on.
    """

    forslag: Valgforslag
    utslag: Utslag
    endringer: tuple[Endring, ...] = ()
    kanskje: tuple[Endring, ...] = ()
    som_om: bool = False
    ferdige: tuple[Slutt, ...] = ()
    """The terms it ends, of those who are not elected again."""
    uten_andre: bool = False
    """Whether nobody was tried in place of those proposed: it would tell who sits there already."""
    hviler: tuple[Hviler, ...] = ()
    """What it rests on that nothing is said against the election."""
    antatt: bool = False
    """Whether anything is assumed that the changes were tried with."""
    kortere: date | None = None
    """The last day that makes it legal, of the same people, where the term is too long."""

    def skjermet(self, skjerm: Skjerm, utvalg: str) -> Forhaandsdom:
        """The same, as it may be shown."""
        rests = (skjerm.hviler(hviler, utvalg) for hviler in self.hviler)
        return self._replace(utslag=skjerm.utslag(self.utslag), hviler=tuple(filter(None, rests)))


def bestemmelsen(finding: Finding) -> str | None:
    """The provision that a breach rests on, as it is written: its heading, strength and text."""
    return next((r.label for r in finding.related if r.label != BRUDDET), None)


def forhaandsdom(
    register: Register, regelverk: Mapping[str, Regelverk], mappe: Utvalgsmappe, forslag: Valgforslag
) -> Forhaandsdom:
    """The election judged, as of the first day of its term."""
    going_on = som_om_de_fortsetter(mappe, forslag)
    dom = _doem(register, regelverk, going_on or mappe, forslag)
    ends = (slutt for slutt in slutter(mappe, forslag) if slutt.sete.person not in forslag.valgt)
    assumed = bool(mappe.antakelser or register.antatt_om_organisasjoner)
    return dom._replace(som_om=going_on is not None, ferdige=tuple(ends), antatt=assumed)


def _doem(
    register: Register, regelverk: Mapping[str, Regelverk], mappe: Utvalgsmappe, forslag: Valgforslag
) -> Forhaandsdom:
    judged = _Dommer(register, regelverk, mappe, forslag)
    said, rests = judged.med_hviler(forslag.valgt)
    if not said.brudd:
        return Forhaandsdom(forslag, said, hviler=rests)
    unsure = {u.kilde for u in said.uvurdert}
    broken = frozenset(f.kilde.bestemmelse for f in said.brudd if f.kilde)
    every = [b for rules in regelverk.values() for b in rules.bestemmelser]
    rules = [b for b in every if b.id in broken]
    if any(isinstance(b, Funksjonstid) for b in rules):  # a term is as long as the others of the kind have it
        broken |= {b.id for b in every if isinstance(b, Funksjonstid)}
    # Those that were broken are judged first: nearly every change leaves one of them so.
    of_broken = _Dommer(register, bare_bestemmelser(regelverk, broken), mappe, forslag)

    def legal(valgt: tuple[str, ...]) -> Visshet:
        if of_broken(valgt).brudd:
            return False
        then = judged(valgt)
        if then.brudd:
            return False
        # To trade what is known to be wrong for what nobody can judge makes nothing legal for sure.
        return unsure.issuperset(u.kilde for u in then.uvurdert) or UVISST

    bodies = _organisations(register, mappe, forslag.fra) if any(map(_about_bodies, rules)) else []
    told = _sier_hvem(mappe, forslag)
    found = list(_smallest(mappe, forslag, bodies, legal, bare_ut=told))
    sure = tuple(change for change, is_legal in found if is_legal)
    perhaps = [change for change, is_legal in found if isinstance(is_legal, Uvisst)]
    fewest = min(map(_people, perhaps), default=0)
    smallest = () if sure else tuple(change for change in perhaps if _people(change) == fewest)[:NOK]
    terms = [b for b in rules if isinstance(b, Funksjonstid)]
    shorter = (
        day
        for day in _siste_dager(terms, mappe, forslag)
        if _lovlig_til(register, regelverk, mappe, forslag, day)
    )
    return Forhaandsdom(forslag, said, sure, smallest, uten_andre=told, kortere=next(shorter, None))


def _siste_dager(rules: Iterable[Funksjonstid], mappe: Utvalgsmappe, forslag: Valgforslag) -> list[date]:
    """The last days that these provisions let a term have, the last of them first; before the one it has."""
    bounds = (g.dag for rule in rules for g in grenser(rule.lengde, rule.inntil, mappe, forslag.fra))
    days = {day for day in bounds if day and (forslag.til is None or day < forslag.til)}
    return sorted((day for day in days if day >= forslag.fra), reverse=True)


def _lovlig_til(
    register: Register,
    regelverk: Mapping[str, Regelverk],
    mappe: Utvalgsmappe,
    forslag: Valgforslag,
    til: date,
) -> bool:
    """Whether nothing is broken by the same election for a term to this day."""
    return not _Dommer(register, regelverk, mappe, forslag._replace(til=til))(forslag.valgt).brudd


def hver_for_seg(
    register: Register, regelverk: Mapping[str, Regelverk], mappe: Utvalgsmappe, forslag: Valgforslag
) -> Iterator[tuple[str, Utslag]]:
    """Each of those who may be chosen, elected alone in place of those proposed, and what the provisions say of it."""
    judged = _Dommer(register, regelverk, som_om_de_fortsetter(mappe, forslag) or mappe, forslag)
    for person in _sitting(mappe, (forslag.dag, forslag.fra)):
        yield person, judged((person,))


def _people(change: Endring) -> int:
    return max(len(change.ut), len(change.inn))


class _Dommer:
    """Judges one choice of people after another, by the same rules against the same council as it is."""

    def __init__(
        self,
        register: Register,
        regelverk: Mapping[str, Regelverk],
        mappe: Utvalgsmappe,
        forslag: Valgforslag,
    ) -> None:
        self._mappe = mappe
        self._forslag = forslag
        self._doem = partial(doemt, register, regelverk, dag=max(forslag.dag, forslag.fra))
        self._then = self._doem(foer_valget(mappe, forslag))

    def __call__(self, valgt: tuple[str, ...]) -> Utslag:
        """What this election would break that is not broken now."""
        return nytt(self._then, self._doem(self._med(valgt)))

    def med_hviler(self, valgt: tuple[str, ...]) -> tuple[Utslag, tuple[Hviler, ...]]:
        """The same, with what it rests on; and on what it rests that the election keeps what it keeps."""
        then = self._doem(foer_valget(self._mappe, self._forslag), hviler="alt")
        now = self._doem(self._med(valgt), hviler="alt")
        before = {(h.kilde, h.hviler) for h in then.holdt}
        rests = (h.hviler for h in now.holdt if h.hviler and (h.kilde, h.hviler) not in before)
        return nytt(then, now), tuple(dict.fromkeys(rests))

    def _med(self, valgt: tuple[str, ...]) -> Utvalgsmappe:
        return med_valg(self._mappe, self._forslag._replace(valgt=valgt))


def _about_bodies(rule: Bestemmelse) -> bool:
    """Whether the provision counts organisations that are elected themselves."""
    lines = rule.plasser if isinstance(rule, Sammensetning) else ()
    return any(isinstance(line.hvem, Hvem) and line.hvem.bruker("er") for line in lines)


def _organisations(register: Register, mappe: Utvalgsmappe, dag: date) -> list[str]:
    """The organisations that may be elected themselves: those with a seat in the council that day."""
    seats = mappe.utvalg.organisasjoner
    named = () if isinstance(seats, Ukjent) else seats
    seated = (name for name in named if mappe.utvalg.med(name, dag) is not False)
    return sorted(name for name in seated if name in register.organisasjoner)


def _smallest(
    mappe: Utvalgsmappe,
    forslag: Valgforslag,
    bodies: Sequence[str],
    legal: Callable[[tuple[str, ...]], Visshet],
    *,
    bare_ut: bool,
) -> Iterator[tuple[Endring, Visshet]]:
    """The changes of as few people as will do, and whether each surely does; those that break something not at all.

    Leaving out comes before replacing, and that before adding.
    """
    tried = 0
    left = NOK
    days = (forslag.dag, forslag.fra)
    others = [] if bare_ut else [p for p in (*_sitting(mappe, days), *bodies) if p not in forslag.valgt]
    for people in range(1, HOEYST + 1):
        found = False
        for change in _changes(forslag.valgt, others, people):
            valgt = (*(p for p in forslag.valgt if p not in change.ut), *change.inn)
            tried += 1
            if tried > MANGE or not left:
                return
            is_legal = legal(valgt) if valgt else False
            if is_legal:
                found = True
                left -= 1
            if is_legal is not False:
                yield change, is_legal
        if found:
            return


def _sier_hvem(mappe: Utvalgsmappe, forslag: Valgforslag) -> bool:
    """Whether who may come instead tells who sits there already, whom only a confidential election knows of.

    In a body that is added to, those may who sit in it: nobody more comes.
    """
    beside = () if forslag.avloeser else mappe.seter_i.get(forslag.verv, ())
    return any(s.fortrolig and s.dekker(forslag.fra) is not False for s in beside)


def _changes(valgt: Sequence[str], others: Sequence[str], people: int) -> Iterator[Endring]:
    yield from (Endring(ut, ()) for ut in combinations(valgt, people))
    yield from (
        Endring(ut, inn) for ut in combinations(valgt, people) for inn in combinations(others, people)
    )
    yield from (Endring((), inn) for inn in combinations(others, people))


def _sitting(mappe: Utvalgsmappe, days: tuple[date, ...]) -> list[str]:
    """Those who may be chosen instead: everybody with a seat on one of these days, or with an office."""
    covers = (
        s
        for s in mappe.seter
        if s.medlem and not s.fortrolig and any(s.dekker(day) is not False for day in days)
    )
    seated = {s.person for s in covers}
    in_office = {person for person, medlem in mappe.medlemmer.items() if medlem.funksjon}
    return sorted(seated | in_office)
