"""Utsikt: until when each member and deputy may go on, and until when lead, and what stands in the way then."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import NamedTuple

from brukerutvalg_cli.funn.finding import Finding, Kilde
from brukerutvalg_cli.model.kalender import EN_DAG
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.sete import MEDLEMSVERV, Sete
from brukerutvalg_cli.model.verdier import Ukjent
from brukerutvalg_cli.oversikt.neste_periode import (
    Blikk,
    Forsoek,
    avsluttet,
    gjenoppnevnt,
    neste_leder_fra,
    neste_start,
    valgt,
)
from brukerutvalg_cli.rapport.skjerm import Skjerm
from brukerutvalg_cli.regler.dom import Uvurdert
from brukerutvalg_cli.regler.driver import doem
from brukerutvalg_cli.regler.funksjon.paa_rad import EMNE as PAA_RAD_EMNE
from brukerutvalg_cli.regler.krav.oppnevning import KravOppnevning
from brukerutvalg_cli.regler.regelverk import Regelverk
from brukerutvalg_cli.regler.tenkt import Utslag, bare, om, utslag
from brukerutvalg_cli.regler.verdier.paa_rad import Perioder
from brukerutvalg_cli.regler.verdier.tid import Tid

MANGE_PERIODER = 6
"""Terms looked ahead where no provision limits how many there may be on end, and beyond what one allows."""
FLEST_PERIODER = 100
"""Terms looked ahead at all."""
FLEST_SITTER = 100
"""So many are looked at: each against all the others, term for term. No council is so large."""

OM_PERSONER = ("funksjonstid", "krav")
"""The kinds that speak of one person. That the council as a whole lacks somebody is no fault of hers."""

OM_HANDLINGEN = ("av", "foreslaatt_av", "fullmakt", "samtykke", "valgt_i")
"""What an appointment shall have that nobody has yet seen to: no reason why a person may not go on."""


class ForMange(Exception):
    """More sit in the council than can be looked at; so many."""


class Framtid(NamedTuple):
    """The first and the last day of what may still be: no days at all, or no end in sight.

    `hinder` is the breach of the first term that may not be; `uvisst` the fact that is missing.
    """

    fra: date
    til: date | None = None
    ubegrenset: bool = False
    hinder: Finding | None = None
    uvisst: Uvurdert | None = None

    def skjermet(self, skjerm: Skjerm) -> Framtid:
        """The same, as it may be shown."""
        return self._replace(
            hinder=self.hinder and skjerm.finding(self.hinder),
            uvisst=self.uvisst and skjerm.uvurdert(self.uvisst),
        )


class Utsikt(NamedTuple):
    """One who sits, until when (None: no end on record), and what may follow.

    `antatt`: some of it would be otherwise, or not known, without what is assumed.
    """

    person: str
    verv: str
    til: date | Ukjent | None
    igjen: Framtid
    leder: Framtid
    antatt: bool = False

    def skjermet(self, skjerm: Skjerm) -> Utsikt:
        """The same, as it may be shown."""
        return self._replace(igjen=self.igjen.skjermet(skjerm), leder=self.leder.skjermet(skjerm))


def utsikter(
    register: Register, regelverk: Mapping[str, Regelverk], mappe: Utvalgsmappe, dag: date
) -> Iterator[Utsikt]:
    """Everybody who is a member or a deputy on the day.

    Raises:
        ForMange: when there are more than can be looked at.
    """
    about_people = {name: _om_personen(rules) for name, rules in bare(regelverk, OM_PERSONER).items()}
    blikk = Blikk(register, about_people, dag)
    sitting = _sitting(mappe, dag)
    if len(sitting) > FLEST_SITTER:
        raise ForMange(len(sitting))
    for sete in sitting:
        start = neste_start(blikk, mappe, sete)
        council = mappe if sete.til else avsluttet(mappe, sete, start - EN_DAG)
        again = partial(gjenoppnevnt, blikk, sete=sete)
        lead = partial(valgt, blikk, sete=sete)
        yield Utsikt(
            sete.person,
            sete.verv,
            sete.til,
            _framtid(blikk, _judged_from(council, start), sete.person, start, again),
            _framtid(blikk, _judged_from(mappe, dag), sete.person, neste_leder_fra(mappe, dag), lead),
        )


def _om_personen(rules: Regelverk) -> Regelverk:
    """The same rule set, asking nothing of how an appointment is made."""
    kept = tuple(
        b.model_copy(update={"skal_ha": b.skal_ha.model_copy(update=dict.fromkeys(OM_HANDLINGEN))})
        if isinstance(b, KravOppnevning)
        else b
        for b in rules.bestemmelser
    )
    return rules.model_copy(update={"bestemmelser": kept}).lagt_i(rules.path)


def _sitting(mappe: Utvalgsmappe, dag: date) -> list[Sete]:
    """One seat for each person: as an appointed member or deputy before what the council has elected them to."""
    found: dict[str, Sete] = {}
    for sete in (s for s in mappe.seter if not (s.fortrolig or not s.er_periode)):
        if sete.verv in MEDLEMSVERV | {"vara"} and sete.medlem and sete.har(dag) is not False:
            held = found.get(sete.person)
            if held is None or (held.verv not in ("medlem", "vara") and sete.verv in ("medlem", "vara")):
                found[sete.person] = sete
    return [found[person] for person in sorted(found)]


def _judged_from(mappe: Utvalgsmappe, dag: date) -> Utvalgsmappe:
    """The council with nothing decided before this day judged: one who sits too long already sits no better anew."""
    utvalg = mappe.utvalg.model_copy(update={"registrert_fra": dag}).lagt_i(mappe.utvalg.path)
    return replace(mappe, utvalg=utvalg, sett={})


def _framtid(
    blikk: Blikk,
    mappe: Utvalgsmappe,
    person: str,
    fra: date,
    one_more: Callable[..., Forsoek],
) -> Framtid:
    """One term after the other, until a provision speaks."""
    last: date | None = None
    start = fra
    for nr in range(FLEST_PERIODER):
        attempt = one_more(mappe, start)
        if nr >= MANGE_PERIODER and not any(_naar(limit, nr, fra, start) for limit in attempt.ramme.paa_rad):
            break
        said = _said_of(blikk, person, attempt, start)
        if said.brudd and any(isinstance(limit, Tid) for limit in attempt.ramme.paa_rad):
            # So long on end may be less than a whole term.
            last = _last_legal(blikk, mappe, person, start, attempt.til, one_more) or last
        if said.brudd or said.uvurdert:
            return _stopped(fra, last, said)
        mappe, last, start = attempt.after, attempt.til, attempt.til + EN_DAG
    return Framtid(fra, None, ubegrenset=True)


def _naar(limit: Perioder | Tid, nr: int, fra: date, start: date) -> bool:
    """Whether a limit on end may still be met, so many terms on: what has not met it by then does not count."""
    if isinstance(limit, Tid):
        return start <= limit.siste_dag(fra)
    return nr - MANGE_PERIODER <= limit.antall


def _last_legal(
    blikk: Blikk,
    mappe: Utvalgsmappe,
    person: str,
    fra: date,
    til: date,
    one_more: Callable[..., Forsoek],
) -> date | None:
    """The last day such a term may have, where it may be at all."""

    def legal(days: int) -> bool:
        attempt = one_more(mappe, fra, til=fra + timedelta(days=days))
        return not _said_of(blikk, person, attempt, fra).brudd

    found = bisect_left(range((til - fra).days + 1), True, key=lambda days: not legal(days)) - 1
    return fra + timedelta(days=found) if found >= 0 else None


def _said_of(blikk: Blikk, person: str, attempt: Forsoek, dag: date) -> Utslag:
    """What is said of the person for the term, and of terms on end whether the term is the first cause of it or not."""
    said = om(person, utslag(blikk.register, blikk.regelverk, attempt.before, attempt.after, dag))
    if not attempt.ramme.paa_rad:
        return said
    mappe = attempt.after
    judged = doem(_with(blikk.register, mappe), blikk.regelverk, dag, [mappe.id], hviler="ingenting")

    def on_end(kilde: Kilde | None, emne: str) -> bool:
        limits = kilde is not None and (kilde.regelverk, kilde.bestemmelse) in attempt.ramme.kilder
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
