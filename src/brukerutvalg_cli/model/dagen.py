"""Dagen: a council on one day – who holds a verv then, who held it before, and whose side they sit for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.model import dagspenn
from brukerutvalg_cli.model.alder import foedt
from brukerutvalg_cli.model.kalender import EN_DAG
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.organisasjon import Organisasjon, organisasjonen
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent, enige, kjent
from brukerutvalg_cli.model.visshet import UVISST, Visshet, alle, noen

FORRIGE = "forrige_"
"""Before a verv: `forrige_leder` is whoever was leader before the one who is."""


class Dagen(NamedTuple):
    """A council, the organisations around it, and the day."""

    mappe: Utvalgsmappe
    organisasjoner: Mapping[str, Organisasjon]
    dag: date

    def organisasjonen(self, name: str | Ukjent | None) -> str | Ukjent | None:
        """The id of an organisation that is named by its name or its short form; what is neither, as it stands."""
        if not isinstance(name, str) or name in self.organisasjoner:
            return name
        said = name.strip().casefold()
        called = [
            key
            for key, each in self.organisasjoner.items()
            if said in (each.navn.casefold(), (each.forkortelse or "").casefold())
        ]
        return called[0] if len(called) == 1 else name

    def paa_siden(self, side: str | Ukjent | None, names: Iterable[str]) -> Visshet:
        """Whether one of those who hold these verv (or held them before: `forrige_leder`) sits for this side."""
        return noen(self._paa_siden(side, name) for name in names)

    def person_paa_siden(self, side: str | Ukjent | None, person: str) -> Visshet:
        """The same of one who is named: a person, or an organisation that was elected."""
        medlem, body = self.mappe.medlemmer.get(person), organisasjonen(self.organisasjoner, person, self.dag)
        if medlem is None:
            return _samme(side, self.mappe.kjent_side(body.side) if body else UKJENT)
        sides = ((seat or medlem).side for seat in self.mappe.sitter_i(person, self.dag))
        return _samme(side, enige(map(self.mappe.kjent_side, sides)))

    def _paa_siden(self, side: str | Ukjent | None, name: str) -> Visshet:
        if name not in self.mappe.utvalg.alle_verv and name.startswith(FORRIGE):
            before = self._forrige(name.removeprefix(FORRIGE))
            return noen(_samme(side, self._side(s)) for s in before) if before else UVISST
        held = [(s.dekker(self.dag), s) for s in self.mappe.seter_i.get(name, ())]
        claims = [alle((covers, _samme(side, self._side(s)))) for covers, s in held if covers is not False]
        return noen((*claims, self.mappe.noen_flere(frozenset({name}), self.dag)))

    def _side(self, sete: Sete) -> str | Ukjent | None:
        body = organisasjonen(self.organisasjoner, sete.person, self.dag) if sete.medlem is None else None
        return self.mappe.kjent_side(body.side if body else sete.side)

    def _forrige(self, verv: str) -> list[Sete]:
        """Who had a verv before those who have it; empty where that is not on record.

        Who only acts, or stands in, has not had it. One elected anew comes after themselves.
        """
        terms = [s for s in self.mappe.seter_i.get(verv, ()) if s.er_periode and s.konstituert is not True]
        if self.mappe.kan_ha_flere(frozenset({verv})) or any(map(_uklar, terms)):
            return []
        now = [s for s in terms if s.har(self.dag)]
        begun = min((_begynner(s, terms) for s in now), default=self.dag + EN_DAG)
        sat = [(min(_dag(s.til or date.max), begun - EN_DAG), s) for s in terms if _dag(s.fra) < begun]
        last = max((until for until, _ in sat), default=None)
        start = self.mappe.utvalg.registrert_fra
        if last is None or (start and last + EN_DAG < min(begun, start)):
            return []  # nobody, or somebody may have had it in between
        return [s for until, s in sat if until == last]


def _samme(one: str | Ukjent | None, other: str | Ukjent | None) -> Visshet:
    known = isinstance(one, str) and isinstance(other, str)
    return one == other if known else UVISST


def _uklar(sete: Sete) -> bool:
    unknown = sete.fra is UKJENT or sete.til is UKJENT
    return unknown or sete.konstituert is UKJENT


def _dag(dag: date | Ukjent) -> date:
    assert isinstance(dag, date)
    return dag


def _begynner(sete: Sete, terms: Iterable[Sete]) -> date:
    """The first day of the term: an entry that goes on from another, by no election, is of the same."""
    mine = [s for s in terms if s.person == sete.person]
    first = sete
    while earlier := next((s for s in mine if _fortsetter(first, s)), None):
        first = earlier
    return _dag(first.fra)


def _fortsetter(sete: Sete, etter: Sete) -> bool:
    stated = sete.oppnevning
    elected = sete.valg is not None or (stated is not None and stated.valgt_i is not None)
    return not elected and isinstance(etter.til, date) and etter.til + EN_DAG == sete.fra


def egne_skifter(mappe: Utvalgsmappe, person: str, aldre: tuple[date, date] | None = None) -> Iterator[date]:
    """The days on which a seat or an office of one person may begin or cease; with `aldre`, those on which their age
    may change between these days."""
    for sete in mappe.seter_av.get(person, ()):
        yield from sete.skifter()
    medlem = mappe.medlemmer.get(person)
    for office in (kjent(medlem.funksjon) if medlem else None) or ():
        yield from dagspenn.skifter(office.fra, office.til, office.deldato)
    if medlem and aldre and (born := foedt(medlem)):
        yield from born.skifter(*aldre)


def skifter(mappe: Utvalgsmappe, names: Iterable[str]) -> Iterator[date]:
    """The days on which somebody may begin or cease to hold one of these verv."""
    for name in names:
        own = name in mappe.utvalg.alle_verv
        for sete in mappe.seter_i.get(name if own else name.removeprefix(FORRIGE), ()):
            yield from sete.skifter()
