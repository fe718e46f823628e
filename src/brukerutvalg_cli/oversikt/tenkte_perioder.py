"""Tenkte perioder: the council as it would be if everybody went on: of that the provisions are asked once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.dommer.tenkt import TENKT, med_saker, med_sider
from brukerutvalg_cli.model.kalender import EN_DAG
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.medlem import Medlem, Oppnevning
from brukerutvalg_cli.model.sak import Valg
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent, kjent
from brukerutvalg_cli.model.vet_av import senest, vet_av
from brukerutvalg_cli.oversikt.neste_periode import Nesteperiode


class Fortsettelse(NamedTuple):
    """One who sits, with the terms that might follow."""

    sete: Sete
    terminer: Sequence[Nesteperiode]

    @property
    def fra(self) -> date:
        """The first day of the first of them."""
        return self.terminer[0].fra


def gjenoppnevnt(mappe: Utvalgsmappe, alle: Sequence[Fortsettelse]) -> Utvalgsmappe:
    """The council with everybody appointed anew, each by an appointment of its own."""
    people = {}
    for sete, terms in alle:
        assert sete.medlem
        old = sete.oppnevning or Oppnevning.model_construct(verv=sete.verv, fra=terms[0].fra)
        listed = [
            _avsluttet(o, terms[0].fra) if o is old and not o.til else o for o in sete.medlem.oppnevninger
        ]
        for nr, (fra, til, *_) in enumerate(terms):
            changed = {"fra": fra, "til": til, "valgt_i": f"{TENKT}{nr}"}
            changed |= {"alder": _age(old, fra), "fyller": _turns(old, fra)}
            listed.append(old.model_copy(update=changed | {"fraviker": ()}))
        people[sete.person] = med_terminer(sete.medlem, listed)
    most = max(len(each.terminer) for each in alle)
    return med_sider(mappe, people, frozenset(f"{TENKT}{nr}" for nr in range(most)))


def valgt(mappe: Utvalgsmappe, alle: Sequence[Fortsettelse], verv: str, dag: date) -> Utvalgsmappe:
    """The council with each of them elected to the office on the day: first all to one term, then all to another."""
    people = {}
    cases: list[list[Valg]] = []
    for sete, terms in alle:
        assert sete.medlem
        listed = [_avgaatt(o, verv, terms[0].fra) for o in sete.medlem.oppnevninger]
        for nr, term in enumerate(terms):
            listed.append(
                Oppnevning.model_construct(verv=verv, fra=term.fra, til=term.til, valgt_i=f"{TENKT}{nr}")
            )
            if nr == len(cases):
                cases.append([])
            cases[nr].append(
                Valg.model_construct(verv=verv, valgt=(sete.person,), fra=term.fra, til=term.til)
            )
        people[sete.person] = med_terminer(sete.medlem, listed)
    return med_saker(med_sider(mappe, people), dag, cases)


def med_terminer(medlem: Medlem, terms: Sequence[Oppnevning]) -> Medlem:
    """The page with other terms."""
    return medlem.model_copy(update={"oppnevninger": tuple(terms)}).lagt_i(medlem.path)


def _avsluttet(term: Oppnevning, fra: date) -> Oppnevning:
    """A term without an end, over on the day before."""
    return term.model_copy(update={"til": fra - EN_DAG})


def _avgaatt(term: Oppnevning, verv: str, fra: date) -> Oppnevning:
    """One who has the office still is done when she is elected to it anew, whatever is known of when she began."""
    part = term.deldato.get("fra")
    begins = part.senest if part else kjent(term.fra) or date.min
    goes_on = term.til is None or (isinstance(term.til, date) and term.til >= fra)
    return _avsluttet(term, fra) if term.verv == verv and begins < fra and goes_on else term


def _turns(old: Oppnevning, fra: date) -> int | Ukjent | None:
    """The age the person turns in the year the term begins: not known, where nobody knows in which the last one did."""
    if not isinstance(old.fyller, int):
        return old.fyller
    begun = senest(vet_av(old, "fra"))
    return old.fyller + fra.year - begun.year if begun else UKJENT


def _age(old: Oppnevning, fra: date) -> int | Ukjent | None:
    """How old the person is then; what a birthday between would decide is not known."""
    if old.alder is None or old.alder is UKJENT or not isinstance(old.fra, date):
        return old.alder
    same_day = (old.fra.month, old.fra.day) == (fra.month, fra.day)
    return old.alder + fra.year - old.fra.year if same_day else UKJENT
