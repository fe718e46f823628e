"""Utsikt: until when each member and deputy may go on, and until when lead, and what stands in the way then."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import NamedTuple

from brukerutvalg_cli.funn.finding import Finding, Kilde
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.medlem import Oppnevning
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.sete import MEDLEMSVERV, Sete
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent, kjent
from brukerutvalg_cli.regler.bestemmelse import SEVERITY
from brukerutvalg_cli.regler.binding import bindinger, i_periode
from brukerutvalg_cli.regler.dom import Uvurdert
from brukerutvalg_cli.regler.driver import doem
from brukerutvalg_cli.regler.funksjon.paa_rad import EMNE as PAA_RAD_EMNE
from brukerutvalg_cli.regler.funksjonstid import Funksjonstid
from brukerutvalg_cli.regler.periode import UtvalgIPeriode
from brukerutvalg_cli.regler.regelverk import Regelverk
from brukerutvalg_cli.regler.tenkt import (
    OPPNEVNES,
    Utslag,
    Valgforslag,
    bare,
    med_oppnevning,
    med_runde,
    med_valg,
    om,
    utslag,
)
from brukerutvalg_cli.regler.verdier.lengde import grenser
from brukerutvalg_cli.regler.verdier.paa_rad import Perioder
from brukerutvalg_cli.regler.verdier.tid import Tid

EN_DAG = timedelta(days=1)

MANGE_PERIODER = 6
"""Terms looked ahead where no provision limits how many there may be on end."""
FLEST_PERIODER = 100
"""Terms looked ahead where one does."""

VANLIG = {"leder": Tid(1, "aar")}
TO_AAR = Tid(2, "aar")
"""How long a term is taken to be where neither the mandate nor the last term says."""

OM_PERSONER = ("funksjonstid", "krav")
"""The kinds that speak of one person. That the council as a whole lacks somebody is no fault of hers."""


class Framtid(NamedTuple):
    """The first and the last day of what may still be: no days at all, or no end in sight.

    `hinder` is the breach of the first term that may not be; `uvisst` the fact that is missing.
    """

    fra: date
    til: date | None = None
    ubegrenset: bool = False
    hinder: Finding | None = None
    uvisst: Uvurdert | None = None


class Utsikt(NamedTuple):
    """One who sits, until when (None: no end on record), and what may follow."""

    person: str
    verv: str
    til: date | Ukjent | None
    igjen: Framtid
    leder: Framtid


class _Forsok(NamedTuple):
    """The council before and after one more term, the term's last day, and what limits terms on end."""

    before: Utvalgsmappe
    after: Utvalgsmappe
    til: date
    grense: _Grense


class _Grense(NamedTuple):
    """What the provisions say of a term before it is tried: its last day, the limits on end, and who set them."""

    til: date
    paa_rad: tuple[Perioder | Tid, ...]
    kilder: frozenset[tuple[str, str]]


class _Blikk(NamedTuple):
    """What the outlook is seen through: the records, and the provisions that speak of one person."""

    register: Register
    regelverk: Mapping[str, Regelverk]
    dag: date


def utsikter(
    register: Register, regelverk: Mapping[str, Regelverk], mappe: Utvalgsmappe, dag: date
) -> Iterator[Utsikt]:
    """Everybody who is a member or a deputy on the day."""
    blikk = _Blikk(register, bare(regelverk, OM_PERSONER), dag)

    for sete in _sitting(mappe, dag):
        start = _next_start(blikk, mappe, sete)
        council = mappe if sete.til else _ended(mappe, sete, start - EN_DAG)
        again = partial(_reappointed, blikk, sete=sete)
        lead = partial(_elected, blikk, sete=sete)
        yield Utsikt(
            sete.person,
            sete.verv,
            sete.til,
            _framtid(blikk, _judged_from(council, start), sete.person, start, again),
            _framtid(blikk, _judged_from(mappe, dag), sete.person, _next_leader(mappe, dag), lead),
        )


def _judged_from(mappe: Utvalgsmappe, dag: date) -> Utvalgsmappe:
    """The council with nothing decided before this day judged: one who sits too long already sits no better anew."""
    utvalg = mappe.utvalg.model_copy(update={"registrert_fra": dag}).lagt_i(mappe.utvalg.path)
    return replace(mappe, utvalg=utvalg, sett={})


def _framtid(
    blikk: _Blikk,
    mappe: Utvalgsmappe,
    person: str,
    fra: date,
    one_more: Callable[..., _Forsok],
) -> Framtid:
    """One term after the other, until a provision speaks."""
    last: date | None = None
    start = fra
    for nr in range(FLEST_PERIODER):
        attempt = one_more(mappe, start)
        if nr >= MANGE_PERIODER and not attempt.grense.paa_rad:
            break
        said = _said_of(blikk, person, attempt, start)
        if said.brudd and any(isinstance(limit, Tid) for limit in attempt.grense.paa_rad):
            # So long on end may be less than a whole term.
            last = _last_legal(blikk, mappe, person, start, attempt.til, one_more) or last
        if said.brudd or said.uvurdert:
            return _stopped(fra, last, said)
        mappe, last, start = attempt.after, attempt.til, attempt.til + EN_DAG
    return Framtid(fra, None, ubegrenset=True)


def _last_legal(
    blikk: _Blikk,
    mappe: Utvalgsmappe,
    person: str,
    fra: date,
    til: date,
    one_more: Callable[..., _Forsok],
) -> date | None:
    """The last day such a term may have, where it may be at all."""

    def legal(days: int) -> bool:
        attempt = one_more(mappe, fra, til=fra + timedelta(days=days))
        return not _said_of(blikk, person, attempt, fra).brudd

    found = bisect_left(range((til - fra).days + 1), True, key=lambda days: not legal(days)) - 1
    return fra + timedelta(days=found) if found >= 0 else None


def _said_of(blikk: _Blikk, person: str, attempt: _Forsok, dag: date) -> Utslag:
    """What is said of the person for the term, and of terms on end whether the term is the first cause of it or not."""
    said = om(person, utslag(blikk.register, blikk.regelverk, attempt.before, attempt.after, dag))
    if not attempt.grense.paa_rad:
        return said
    mappe = attempt.after
    judged = doem(_with(blikk.register, mappe), blikk.regelverk, dag, [mappe.id])

    def on_end(kilde: Kilde | None, emne: str) -> bool:
        limits = kilde is not None and (kilde.regelverk, kilde.bestemmelse) in attempt.grense.kilder
        return limits and PAA_RAD_EMNE in emne

    broken = (f for f in om(person, Utslag(judged.findings)).brudd if on_end(f.kilde, f.emne))
    unsure = (u for u in judged.uvurdert if on_end(u.kilde, u.emne))
    mine = (u for u in unsure if u.emne in (PAA_RAD_EMNE, f"{person} {PAA_RAD_EMNE}"))
    return Utslag((*said.brudd, *broken), (*said.uvurdert, *mine))


def _with(register: Register, mappe: Utvalgsmappe) -> Register:
    return replace(register, mapper=register.mapper | {mappe.id: mappe})


def _stopped(fra: date, last: date | None, said: Utslag) -> Framtid:
    if said.brudd:
        return Framtid(fra, last, hinder=said.brudd[0])
    return Framtid(fra, last, uvisst=said.uvurdert[0])


def _sitting(mappe: Utvalgsmappe, dag: date) -> list[Sete]:
    """One seat for each person: as an appointed member or deputy before what the council has elected them to."""
    found: dict[str, Sete] = {}
    for sete in mappe.seter:
        if sete.verv in MEDLEMSVERV | {"vara"} and sete.medlem and sete.dekker(dag) is not False:
            held = found.get(sete.person)
            if held is None or (held.verv not in ("medlem", "vara") and sete.verv in ("medlem", "vara")):
                found[sete.person] = sete
    return [found[person] for person in sorted(found)]


def _reappointed(
    blikk: _Blikk, mappe: Utvalgsmappe, fra: date, *, sete: Sete, til: date | None = None
) -> _Forsok:
    bound = _bound(blikk, mappe, sete, fra, fra)
    last = til or bound.til
    before = med_runde(mappe, fra, last)
    old = sete.oppnevning or Oppnevning.model_construct(verv=sete.verv, fra=fra)
    new = old.model_copy(
        update={"fra": fra, "til": last, "valgt_i": None, "fraviker": (), "alder": _age(old, fra)}
    )
    return _Forsok(before, med_oppnevning(before, sete.person, new), last, bound)


def _elected(
    blikk: _Blikk, mappe: Utvalgsmappe, fra: date, *, sete: Sete, til: date | None = None
) -> _Forsok:
    bound = _bound(blikk, mappe, sete._replace(verv="leder", oppnevning=None), fra, blikk.dag)
    last = til or bound.til
    after = med_valg(mappe, Valgforslag("leder", (sete.person,), blikk.dag, fra, last))
    return _Forsok(mappe, after, last, bound)


def _age(old: Oppnevning, fra: date) -> int | Ukjent | None:
    """How old the person is then; what a birthday between would decide is not known."""
    if old.alder is None or old.alder is UKJENT or not isinstance(old.fra, date):
        return old.alder
    same_day = (old.fra.month, old.fra.day) == (fra.month, fra.day)
    return old.alder + fra.year - old.fra.year if same_day else UKJENT


def _next_start(blikk: _Blikk, mappe: Utvalgsmappe, sete: Sete) -> date:
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


def _ended(mappe: Utvalgsmappe, sete: Sete, til: date) -> Utvalgsmappe:
    """The council with a term that has no end over on a day."""
    if sete.medlem is None or sete.oppnevning is None:
        return mappe
    terms = (
        o.model_copy(update={"til": til}) if o is sete.oppnevning else o for o in sete.medlem.oppnevninger
    )
    after = sete.medlem.model_copy(update={"oppnevninger": tuple(terms)}).lagt_i(sete.medlem.path)
    return replace(mappe, medlemmer=mappe.medlemmer | {sete.person: after}, sett={})


def _next_leader(mappe: Utvalgsmappe, dag: date) -> date:
    """The day after the leader's term, where somebody leads."""
    ends = [s.til for s in mappe.seter_i.get("leder", ()) if isinstance(s.til, date) and s.til >= dag]
    return max(ends) + timedelta(days=1) if ends else dag


def _rules(
    blikk: _Blikk, mappe: Utvalgsmappe, dag: date
) -> Iterator[tuple[tuple[str, str], Funksjonstid, UtvalgIPeriode]]:
    """The provisions on terms that bind the council on a day, each with where it stands and what it sees."""
    for binding in bindinger(mappe, blikk.regelverk):
        for provision in binding.for_nivaa(mappe.utvalg.nivaa) if binding.gjelder(dag) else ():
            rule = provision.bestemmelse
            if isinstance(rule, Funksjonstid) and SEVERITY[rule.styrke] is not None:
                utvalg = i_periode(mappe, blikk.register, binding, blikk.dag)
                yield (provision.id, rule.id), rule, utvalg


def _bound(blikk: _Blikk, mappe: Utvalgsmappe, sete: Sete, fra: date, decided: date) -> _Grense:
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
    return _Grense(last, tuple(limits.values()), frozenset(limits))


def _usual(mappe: Utvalgsmappe, verv: str) -> Tid:
    """How long a term is taken to be where the mandate does not say."""
    known = ((kjent(h.fra), kjent(h.til)) for _, h in mappe.runder)
    whole = [(fra, til + EN_DAG) for fra, til in known if fra and til]
    if verv in OPPNEVNES and whole:
        first, after = whole[-1]
        months = (after.year - first.year) * 12 + after.month - first.month
        return Tid(max(months, 1), "maaneder")
    return VANLIG.get(verv, TO_AAR)
