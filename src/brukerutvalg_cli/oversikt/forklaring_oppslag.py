"""Forklaringens oppslag: what an explanation is made from, and what one run found of the thing it is about."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.dommer.avviksord import KODE as AVVIK
from brukerutvalg_cli.funn.finding import Finding, Kilde
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.valghandling import Valghandling
from brukerutvalg_cli.rapport.rapport import Located, Rapport
from brukerutvalg_cli.rapport.skjerm import Skjerm

Bestemmelser = Collection[tuple[str, str]]
"""Provisions: the rule set each is written in, and its id."""


class Oppslag(NamedTuple):
    """One council on a day: its records, what binds it, and the report of it, with nothing confidential in it."""

    register: Register
    regelverk: Mapping[str, Regelverk]
    mappe: Utvalgsmappe
    dag: date
    rapport: Rapport
    skjerm: Skjerm


class Oppslagsfunn(NamedTuple):
    """What the rules say of one thing: broken now, departed from, put right, and not to be judged."""

    brutt: tuple[Located, ...] = ()
    fraveket: tuple[Located, ...] = ()
    rettet: tuple[Located, ...] = ()
    uvisst: tuple[Located, ...] = ()

    @property
    def kilder(self) -> frozenset[tuple[str, str]]:
        """The provisions that what was found rests on."""
        found = (*self.brutt, *self.fraveket, *self.rettet, *self.uvisst)
        return frozenset(f.finding.kilde[:2] for f in found if f.finding.kilde)


def om_bestemmelsene(oppslag: Oppslag, bestemmelser: Bestemmelser) -> Oppslagsfunn:
    """What rests on these provisions, and what is wrong with the deviations from them."""
    ids = {bestemmelse for _, bestemmelse in bestemmelser}

    def om(located: Located) -> bool:
        finding = located.finding
        if finding.kilde:
            return finding.kilde[:2] in bestemmelser
        return finding.code == AVVIK and finding.emne.partition(" ")[0] in ids

    return _funnet(oppslag, om, lambda f: f.hjemmel[:2] in bestemmelser)


def om_saken(
    oppslag: Oppslag, at: Place, nr: str, valgte: Collection[str] = (), om_dem: Bestemmelser = ()
) -> Oppslagsfunn:
    """What stands in a case or is said of it by number; and what `om_dem` say of those who were elected in it."""

    def ved_emne(kilde: Kilde | None, emne: str) -> bool:
        words = emne.split()
        elected = kilde is not None and kilde[:2] in om_dem and not {*words}.isdisjoint(valgte)
        return f" {nr} " in f" {emne} " or elected

    def om(located: Located) -> bool:
        finding = located.finding
        places = (finding.place, *(related.place for related in finding.related))
        return any(_inne(place, at) for place in places) or ved_emne(finding.kilde, finding.emne)

    return _funnet(oppslag, om, lambda f: ved_emne(f.kilde, f.emne))


def _inne(place: Place, at: Place) -> bool:
    return place.path == at.path and place.route[: len(at.route)] == at.route


def _funnet(
    oppslag: Oppslag, om: Callable[[Located], bool], ellers: Callable[[Finding], bool]
) -> Oppslagsfunn:
    """What is broken, by `om`, and every other outcome, by `ellers`."""
    rapport, utvalg = oppslag.rapport, oppslag.mappe.id

    def her(each: Located) -> bool:
        return each.finding.utvalg == utvalg and ellers(each.finding)

    return Oppslagsfunn(
        tuple(f for f in rapport.funn if om(f)),
        tuple(filter(her, rapport.fraveket)),
        tuple(filter(her, rapport.rettet)),
        tuple(filter(her, rapport.ikke_vurdert)),
    )


def brutte_valg(mappe: Utvalgsmappe, funnet: Oppslagsfunn) -> Iterator[Valghandling]:
    """The elections that something is found in, and that stand."""
    for handling in mappe.valghandlinger:
        at = handling.at()
        if any(_inne(f.finding.place, at) for f in funnet.brutt):
            yield handling
