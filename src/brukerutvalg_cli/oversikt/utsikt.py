"""Utsikt: until when each member and deputy may go on, and until when lead, and what stands in the way then."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from functools import partial
from typing import NamedTuple

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.medlem import Oppnevning
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.sete import MEDLEMSVERV, Sete
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent
from brukerutvalg_cli.regler.binding import bindinger
from brukerutvalg_cli.regler.dom import Uvurdert
from brukerutvalg_cli.regler.funksjonstid import Funksjonstid
from brukerutvalg_cli.regler.regelverk import Regelverk
from brukerutvalg_cli.regler.tenkt import (
    Utslag,
    Valgforslag,
    bare,
    med_oppnevning,
    med_runde,
    med_valg,
    om,
    utslag,
)
from brukerutvalg_cli.regler.verdier.tid import Tid

MANGE_PERIODER = 6
"""Terms looked ahead. Whoever may sit that long has no limit worth naming."""

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
    """The council before and after one more term, and the last day of it."""

    before: Utvalgsmappe
    after: Utvalgsmappe
    til: date


def utsikter(
    register: Register, regelverk: Mapping[str, Regelverk], mappe: Utvalgsmappe, dag: date
) -> Iterator[Utsikt]:
    """Everybody who is a member or a deputy on the day."""
    rules = bare(regelverk, OM_PERSONER)
    lengths = _lengths(mappe, regelverk, dag)

    for sete in _sitting(mappe, dag):
        again = partial(_reappointed, sete=sete, lengths=lengths)
        lead = partial(_elected, person=sete.person, dag=dag, lengths=lengths)
        look = partial(_framtid, register, rules, mappe, sete.person)
        yield Utsikt(
            sete.person,
            sete.verv,
            sete.til,
            look(_next_start(mappe, sete, dag), again),
            look(_next_leader(mappe, dag), lead),
        )


def _framtid(
    register: Register,
    regelverk: Mapping[str, Regelverk],
    mappe: Utvalgsmappe,
    person: str,
    fra: date,
    one_more: Callable[[Utvalgsmappe, date], _Forsok],
) -> Framtid:
    """One term after the other, until a provision speaks."""
    last: date | None = None
    start = fra
    for _ in range(MANGE_PERIODER):
        attempt = one_more(mappe, start)
        said = om(person, utslag(register, regelverk, attempt.before, attempt.after, start))
        if said.brudd or said.uvurdert:
            return _stopped(fra, last, said)
        mappe, last, start = attempt.after, attempt.til, attempt.til + timedelta(days=1)
    return Framtid(fra, None, ubegrenset=True)


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


def _reappointed(mappe: Utvalgsmappe, fra: date, *, sete: Sete, lengths: Mapping[str, Tid]) -> _Forsok:
    til = _length(mappe, sete.verv, lengths).siste_dag(fra)
    before = med_runde(mappe, fra, til)
    old = sete.oppnevning or Oppnevning.model_construct(verv=sete.verv, fra=fra)
    new = old.model_copy(
        update={"fra": fra, "til": til, "valgt_i": None, "fraviker": (), "alder": _age(old, fra)}
    )
    return _Forsok(before, med_oppnevning(before, sete.person, new), til)


def _elected(
    mappe: Utvalgsmappe, fra: date, *, person: str, dag: date, lengths: Mapping[str, Tid]
) -> _Forsok:
    til = _length(mappe, "leder", lengths).siste_dag(fra)
    return _Forsok(mappe, med_valg(mappe, Valgforslag("leder", (person,), dag, fra, til)), til)


def _age(old: Oppnevning, fra: date) -> int | Ukjent | None:
    """How old the person is then; what a birthday between would decide is not known."""
    if old.alder is None or old.alder is UKJENT or not isinstance(old.fra, date):
        return old.alder
    same_day = (old.fra.month, old.fra.day) == (fra.month, fra.day)
    return old.alder + fra.year - old.fra.year if same_day else UKJENT


def _next_start(mappe: Utvalgsmappe, sete: Sete, dag: date) -> date:
    """The day after the last term on record, or after the running period where the term has no end."""
    ends = [s.til for s in mappe.seter_av[sete.person] if s.verv == sete.verv and isinstance(s.til, date)]
    if isinstance(sete.til, date):
        return max(ends) + timedelta(days=1)
    rounds = [h.til for _, h in mappe.runder if h.til and h.til >= dag]
    return (min(rounds) if rounds else dag) + timedelta(days=1)


def _next_leader(mappe: Utvalgsmappe, dag: date) -> date:
    """The day after the leader's term, where somebody leads."""
    ends = [s.til for s in mappe.seter_i.get("leder", ()) if isinstance(s.til, date) and s.til >= dag]
    return max(ends) + timedelta(days=1) if ends else dag


def _lengths(mappe: Utvalgsmappe, regelverk: Mapping[str, Regelverk], dag: date) -> dict[str, Tid]:
    """How long a term in each verv is by what binds on the day."""
    found: dict[str, Tid] = {}
    for binding in bindinger(mappe, regelverk):
        for provision in binding.for_nivaa(mappe.utvalg.nivaa) if binding.gjelder(dag) else ():
            rule = provision.bestemmelse
            if isinstance(rule, Funksjonstid) and isinstance(rule.lengde, Tid):
                for verv in rule.hvem.verv or (
                    ("medlem", "vara") if rule.gjelder == "utvalg" else ("medlem",)
                ):
                    found.setdefault(verv, rule.lengde)
    return found


def _length(mappe: Utvalgsmappe, verv: str, lengths: Mapping[str, Tid]) -> Tid:
    if verv in lengths:
        return lengths[verv]
    last = [h for _, h in mappe.runder if h.fra and h.til]
    if verv in ("medlem", "vara") and last and last[-1].fra and last[-1].til:
        after = last[-1].til + timedelta(days=1)
        months = (after.year - last[-1].fra.year) * 12 + after.month - last[-1].fra.month
        return Tid(max(months, 1), "maaneder")
    return VANLIG.get(verv, TO_AAR)
