"""Neste periode: the terms somebody might have after the last one – from when, how long each, and what limits them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import NamedTuple

from brukerutvalg_cli.mandat.bestemmelse import SEVERITY
from brukerutvalg_cli.mandat.binding import Binding, bindinger, i_kraft, i_periode
from brukerutvalg_cli.mandat.funksjonstid import Funksjonstid
from brukerutvalg_cli.mandat.krav.oppnevning import KravOppnevning
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.mandat.verdier.lengde import grenser
from brukerutvalg_cli.mandat.verdier.paa_rad import Perioder
from brukerutvalg_cli.mandat.verdier.rekke import Dagstrekk
from brukerutvalg_cli.mandat.verdier.tid import Tid
from brukerutvalg_cli.model.kalender import EN_DAG
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.valghandling import OPPNEVNES
from brukerutvalg_cli.model.verdier import UKJENT, kjent
from brukerutvalg_cli.model.vet_av import senest, vet_av

VANLIG = {"leder": Tid(1, "aar"), "nestleder": Tid(1, "aar")}
TO_AAR = Tid(2, "aar")
"""How long a term is taken to be where neither the mandate nor the last term says."""
MANGE_PERIODER = 6
"""Terms looked ahead where no provision limits how many there may be on end, and something may yet change."""
FLEST_PERIODER = 100
"""Terms looked ahead at all."""

Periodekilde = tuple[str, str]
Maalt = tuple[str, str, str]
"""A provision, and what of it: how much on end, or how much altogether."""


class Grensa(NamedTuple):
    """A provision on terms that binds the council, with what it sees, and how many periods each has had by it."""

    kilde: Periodekilde
    regel: Funksjonstid
    binding: Binding
    utvalg: UtvalgIPeriode
    brukt: Mapping[str, Mapping[str, int]]


class Blikk(NamedTuple):
    """What the outlook is seen through: the council, the provisions on terms, and whether another may come to bind."""

    mappe: Utvalgsmappe
    dag: date
    grensene: tuple[Grensa, ...]
    skifter: bool

    def grenser(self, dag: date) -> Iterator[Grensa]:
        """The provisions on terms that bind on a day."""
        return (grense for grense in self.grensene if grense.binding.gjelder(dag))


class Nesteperiode(NamedTuple):
    """One term that may come, both days counted, and what limits how many there may be, on end or altogether.

    `begynt`: when its period began, which is before it where it is for the rest of a round. `rom`: how many periods
    the person has left by what counts them.
    """

    fra: date
    til: date
    begynt: date
    grenser: Mapping[Maalt, Perioder | Tid]
    rom: Mapping[Maalt, int]


def blikk(register: Register, regelverk: Mapping[str, Regelverk], mappe: Utvalgsmappe, dag: date) -> Blikk:
    """What the outlook from a day is seen through."""
    bound = tuple(bindinger(mappe, regelverk))
    found = [
        (b.for_bestemmelsen(g.bestemmelse), g.id, g.bestemmelse)
        for b in bound
        for g in b.for_nivaa(mappe.utvalg.nivaa)
    ]
    on_terms = []
    for binding, id, rule in found:
        if isinstance(rule, Funksjonstid) and SEVERITY[rule.styrke] is not None:
            utvalg = replace(i_periode(mappe, register, binding, dag), i_kraft=partial(i_kraft, mappe, bound))
            on_terms.append(Grensa((id, rule.id), rule, binding, utvalg, rule.brukt(utvalg)))
    demands = [rule.skal_ha for _, _, rule in found if isinstance(rule, KravOppnevning)]
    ages = any(each.spurt("alder") or each.spurt("fyller") for each in demands)
    changes = any(b.fra > dag or (b.til is not None and b.til >= dag) for b in bound)
    return Blikk(mappe, dag, tuple(on_terms), ages or changes)


def neste_perioder(
    seen: Blikk, sete: Sete, fra: date, besluttet: date | None = None, *, til_grensa: bool = False
) -> list[Nesteperiode]:
    """The terms that may follow, one after the other: as many as there is room for, and one more.

    `til_grensa`: as many as a limit allows whoever has had none; for one with a pause behind them, or a short term
    ahead. `besluttet`: the day they are decided on, where that is one for all; else each on its first.
    """
    served = max(_slutter(seen.mappe.seter_av[sete.person]), default=fra)
    found: list[Nesteperiode] = []
    free = 0  # terms that lie beyond what the person has on record
    while len(found) < FLEST_PERIODER:
        start = found[-1].til + EN_DAG if found else fra
        term = _neste(seen, sete, start, besluttet or start, foerste=not found)
        free += start > served
        found.append(term)
        ahead = (
            term.til <= limit.siste_dag(fra)
            if isinstance(limit, Tid)
            else free < (limit.antall + 2 if til_grensa else term.rom[maalt] + 1)
            for maalt, limit in term.grenser.items()
        )
        if not any(ahead) and (not seen.skifter or len(found) >= MANGE_PERIODER):
            break
    return found


def _neste(seen: Blikk, sete: Sete, fra: date, decided: date, *, foerste: bool) -> Nesteperiode:
    """A term from this day, decided on that: by its own provisions, the council's, or what is usual.

    Only the first of them can be for the rest of a round.
    """
    term = sete._replace(fra=fra, til=None, valg=None)
    own: list[date] = []
    council: list[date] = []
    going_on: list[Dagstrekk] = []
    limits: dict[Maalt, Perioder | Tid] = {}
    room: dict[Maalt, int] = {}
    for kilde, rule, _, utvalg, used in seen.grenser(decided):
        own += (g.dag for g in rule.grenser_for(utvalg, term) if g.dag)
        if rule.gjelder == "utvalg" and sete.verv in OPPNEVNES:
            council += (g.dag for g in grenser(rule.lengde, rule.inntil, seen.mappe, fra) if g.dag)
        for emne, limit in rule.grenser_paa_rad(utvalg, term).items():
            limits[*kilde, emne] = limit
            if isinstance(limit, Perioder):
                room[*kilde, emne] = max(limit.antall - used[emne].get(sete.person, 0), 0)
        going_on += _resten_av(rule, utvalg, term, fra) if foerste else []
    last = min(own or council or [_usual(seen.mappe, sete.verv).siste_dag(fra)])
    last = min([last, *(each.til for each in going_on if each.til)])
    begun = min((each.fra for each in going_on), default=fra)
    return Nesteperiode(fra, max(fra, last), begun, limits, room)


def _resten_av(rule: Funksjonstid, utvalg: UtvalgIPeriode, term: Sete, fra: date) -> list[Dagstrekk]:
    """The period that the term is for the rest of: who was in the round, and begins in it, has no other by that."""
    held = utvalg.mappe.seter_av.get(term.person, ()) if term.verv in OPPNEVNES else ()
    known = [
        s for s in held if s.er_periode and isinstance(s.fra, date) and s.fra < fra and s.til is not UKJENT
    ]
    rest = rule.resten_av(utvalg, term, known) if known else None
    return [rest] if rest else []


def neste_start(seen: Blikk, sete: Sete) -> date:
    """The day after the last term on record, or after the latest that it may end, where not all of a day is known; one
    without an end lasts as long as the council's, or as it may."""
    if any(_slutter([sete])):
        return max(_slutter(s for s in seen.mappe.seter_av[sete.person] if s.verv == sete.verv)) + EN_DAG
    rounds = [til for _, h in seen.mappe.runder if (til := kjent(h.til)) and til >= seen.dag]
    may = [
        grense.dag
        for each in seen.grenser(seen.dag)
        for grense in each.regel.grenser_for(each.utvalg, _begynt_senest(sete))
        if grense.dag and grense.dag >= seen.dag
    ]
    return min(rounds or may or [seen.dag]) + EN_DAG


def neste_valg_fra(mappe: Utvalgsmappe, verv: str, dag: date) -> date:
    """The day after the term of whoever has the office, where somebody has, or may have. Whom only a confidential case
    elected, nobody is told of by that day."""
    ends = _slutter(s for s in mappe.seter_i.get(verv, ()) if not s.fortrolig)
    last = max(ends, default=date.min)
    return last + EN_DAG if last >= dag else dag


def _slutter(seats: Iterable[Sete]) -> Iterator[date]:
    """The last day of each seat, or the latest that it may be."""
    return (til for s in seats if (til := senest(vet_av(s, "til"))))


def _begynt_senest(sete: Sete) -> Sete:
    """The seat, begun as late as it may have."""
    begun = senest(vet_av(sete, "fra"))
    return sete._replace(fra=begun) if begun else sete


def _usual(mappe: Utvalgsmappe, verv: str) -> Tid:
    """How long a term is taken to be where the mandate does not say."""
    known = ((kjent(h.fra), kjent(h.til)) for _, h in mappe.runder)
    whole = [(fra, til + EN_DAG) for fra, til in known if fra and til]
    if verv in OPPNEVNES and whole:
        first, after = whole[-1]
        months = (after.year - first.year) * 12 + after.month - first.month
        return Tid(max(months, 1), "maaneder")
    return VANLIG.get(verv, TO_AAR)


def lovlig_til(
    seen: Blikk, after: Utvalgsmappe, person: str, verv: str, term: Nesteperiode, maalt: Sequence[Maalt]
) -> date:
    """The last day that so many years leave for a term, by these provisions: it may be less than a whole one. What is
    known in part, is taken to have lasted as long as it may."""
    from brukerutvalg_cli.mandat.funksjon.mulige import som_lengst  # late: only where years are the limit

    held = map(som_lengst, after.seter_av[person])
    seats = [s for s in held if isinstance(s.fra, date) and s.fra <= term.fra]
    sete = next(s for s in seats if s.fra == term.fra and s.verv == verv)
    return min(
        each.regel.lovlig_til(_over(each.utvalg, after), sete, seats, emne)
        for each in seen.grensene
        for *kilde, emne in maalt
        if each.kilde == tuple(kilde)
    )


def _over(utvalg: UtvalgIPeriode, mappe: Utvalgsmappe) -> UtvalgIPeriode:
    """The same look at another council."""
    return replace(utvalg, mappe=mappe)
