"""Neste periode: the council with one more term in it – from when, for how long, and what limits terms on end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.model.avloesning import Valgforslag
from brukerutvalg_cli.model.kalender import EN_DAG
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.medlem import Oppnevning
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.sete import OPPNEVNES, Sete
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent, kjent
from brukerutvalg_cli.regler.bestemmelse import SEVERITY
from brukerutvalg_cli.regler.binding import bindinger, i_periode
from brukerutvalg_cli.regler.funksjonstid import Funksjonstid
from brukerutvalg_cli.regler.periode import UtvalgIPeriode
from brukerutvalg_cli.regler.regelverk import Regelverk
from brukerutvalg_cli.regler.tenkt import med_oppnevning, med_runde, med_valg
from brukerutvalg_cli.regler.verdier.lengde import grenser
from brukerutvalg_cli.regler.verdier.paa_rad import Perioder
from brukerutvalg_cli.regler.verdier.tid import Tid

VANLIG = {"leder": Tid(1, "aar")}
TO_AAR = Tid(2, "aar")
"""How long a term is taken to be where neither the mandate nor the last term says."""


class Blikk(NamedTuple):
    """What the outlook is seen through: the records, and the provisions that speak of one person."""

    register: Register
    regelverk: Mapping[str, Regelverk]
    dag: date


class Ramme(NamedTuple):
    """What the provisions say of a term before it is tried: its last day, the limits on end, and who set them."""

    til: date
    paa_rad: tuple[Perioder | Tid, ...]
    kilder: frozenset[tuple[str, str]]


class Forsoek(NamedTuple):
    """The council before and after one more term, the term's last day, and what limits terms on end."""

    before: Utvalgsmappe
    after: Utvalgsmappe
    til: date
    ramme: Ramme


def gjenoppnevnt(
    blikk: Blikk, mappe: Utvalgsmappe, fra: date, *, sete: Sete, til: date | None = None
) -> Forsoek:
    """The one who has the seat appointed anew from this day; `til`: until another day than what binds the term."""
    bound = _bound(blikk, mappe, sete, fra, fra)
    last = til or bound.til
    before = med_runde(mappe, fra, last)
    old = sete.oppnevning or Oppnevning.model_construct(verv=sete.verv, fra=fra)
    new = old.model_copy(
        update={"fra": fra, "til": last, "valgt_i": None, "fraviker": (), "alder": _age(old, fra)}
    )
    return Forsoek(before, med_oppnevning(before, sete.person, new), last, bound)


def valgt(blikk: Blikk, mappe: Utvalgsmappe, fra: date, *, sete: Sete, til: date | None = None) -> Forsoek:
    """The same person elected leader from this day."""
    bound = _bound(blikk, mappe, sete._replace(verv="leder", oppnevning=None), fra, blikk.dag)
    last = til or bound.til
    after = med_valg(mappe, Valgforslag("leder", (sete.person,), blikk.dag, fra, last))
    return Forsoek(mappe, after, last, bound)


def neste_start(blikk: Blikk, mappe: Utvalgsmappe, sete: Sete) -> date:
    """The day after the last term on record; one without an end lasts as long as the council's, or as it may."""
    ends = [s.til for s in mappe.seter_av[sete.person] if s.verv == sete.verv and isinstance(s.til, date)]
    if isinstance(sete.til, date):
        return max(ends) + EN_DAG
    rounds = [til for _, h in mappe.runder if (til := kjent(h.til)) and til >= blikk.dag]
    may = [
        grense.dag
        for _, rule, utvalg in _rules(blikk, mappe, blikk.dag)
        for grense in rule.grenser_for(utvalg, sete)
        if grense.dag and grense.dag >= blikk.dag
    ]
    return min(rounds or may or [blikk.dag]) + EN_DAG


def avsluttet(mappe: Utvalgsmappe, sete: Sete, til: date) -> Utvalgsmappe:
    """The council with a term that has no end over on a day."""
    if sete.medlem is None or sete.oppnevning is None:
        return mappe
    terms = (
        o.model_copy(update={"til": til}) if o is sete.oppnevning else o for o in sete.medlem.oppnevninger
    )
    after = sete.medlem.model_copy(update={"oppnevninger": tuple(terms)}).lagt_i(sete.medlem.path)
    return replace(mappe, medlemmer=mappe.medlemmer | {sete.person: after}, sett={})


def neste_leder_fra(mappe: Utvalgsmappe, dag: date) -> date:
    """The day after the leader's term, where somebody leads."""
    ends = [s.til for s in mappe.seter_i.get("leder", ()) if isinstance(s.til, date) and s.til >= dag]
    return max(ends) + EN_DAG if ends else dag


def _age(old: Oppnevning, fra: date) -> int | Ukjent | None:
    """How old the person is then; what a birthday between would decide is not known."""
    if old.alder is None or old.alder is UKJENT or not isinstance(old.fra, date):
        return old.alder
    same_day = (old.fra.month, old.fra.day) == (fra.month, fra.day)
    return old.alder + fra.year - old.fra.year if same_day else UKJENT


def _rules(
    blikk: Blikk, mappe: Utvalgsmappe, dag: date
) -> Iterator[tuple[tuple[str, str], Funksjonstid, UtvalgIPeriode]]:
    """The provisions on terms that bind the council on a day, each with where it stands and what it sees."""
    for binding in bindinger(mappe, blikk.regelverk):
        for provision in binding.for_nivaa(mappe.utvalg.nivaa) if binding.gjelder(dag) else ():
            rule = provision.bestemmelse
            if isinstance(rule, Funksjonstid) and SEVERITY[rule.styrke] is not None:
                utvalg = i_periode(mappe, blikk.register, binding, blikk.dag)
                yield (provision.id, rule.id), rule, utvalg


def _bound(blikk: Blikk, mappe: Utvalgsmappe, sete: Sete, fra: date, decided: date) -> Ramme:
    """What binds a term from this day, decided on that: by its own provisions, the council's, or what is usual."""
    term = sete._replace(fra=fra, til=None, valg=None)
    own: list[date] = []
    council: list[date] = []
    limits: dict[tuple[str, str], Perioder | Tid] = {}
    for kilde, rule, utvalg in _rules(blikk, mappe, decided):
        own += (g.dag for g in rule.grenser_for(utvalg, term) if g.dag)
        if rule.gjelder == "utvalg" and sete.verv in OPPNEVNES:
            council += (g.dag for g in grenser(rule.lengde, rule.inntil, mappe, fra) if g.dag)
        if limit := rule.paa_rad_for(utvalg, term):
            limits[kilde] = limit
    last = min(own or council or [_usual(mappe, sete.verv).siste_dag(fra)])
    return Ramme(last, tuple(limits.values()), frozenset(limits))


def _usual(mappe: Utvalgsmappe, verv: str) -> Tid:
    """How long a term is taken to be where the mandate does not say."""
    known = ((kjent(h.fra), kjent(h.til)) for _, h in mappe.runder)
    whole = [(fra, til + EN_DAG) for fra, til in known if fra and til]
    if verv in OPPNEVNES and whole:
        first, after = whole[-1]
        months = (after.year - first.year) * 12 + after.month - first.month
        return Tid(max(months, 1), "maaneder")
    return VANLIG.get(verv, TO_AAR)
