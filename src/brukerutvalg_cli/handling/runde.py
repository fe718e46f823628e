"""Runde: a round of appointments as one act – who sits for the next period, and what that does to the council."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.endring.utkast import Utkast
from brukerutvalg_cli.handling.filer import OPPNEVNING, Nektet, Postdata, personfil
from brukerutvalg_cli.handling.hendelse import foer
from brukerutvalg_cli.handling.person import alle_er_foert, oppnevn, vanlig
from brukerutvalg_cli.model.deldato import Deldato
from brukerutvalg_cli.model.kalender import EN_DAG
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.sete import OPPNEVNT, Sete
from brukerutvalg_cli.model.tilhoerer import sitter
from brukerutvalg_cli.model.valghandling import OPPNEVNES
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent, kjent
from brukerutvalg_cli.model.vet_av import senest, tidligst, vet_av


class NyRunde(NamedTuple):
    """The members and the deputies of a period, both days included, and the day it was decided.

    Of the first and the last day there may be no more known than the year or the month.
    """

    fra: date | Deldato
    til: date | Deldato
    besluttet: date
    medlemmer: tuple[str, ...]
    varaer: Mapping[str, str]
    """Each deputy, with whom they stand in for; empty where that is nobody in particular."""

    @property
    def tidligst(self) -> date:
        """The first day that may be the first of the period."""
        return self.fra.tidligst if isinstance(self.fra, Deldato) else self.fra

    @property
    def dagen_foer(self) -> date | Ukjent:
        """The last day of what is over when the period begins."""
        return UKJENT if isinstance(self.fra, Deldato) else self.fra - EN_DAG


class Rundevirkning(NamedTuple):
    """What a round does: who goes on, who is new, and who leaves."""

    fortsetter: tuple[str, ...]
    nye: tuple[str, ...]
    slutter: tuple[str, ...]


def bilde(mappe: Utvalgsmappe, runde: NyRunde) -> Rundevirkning:
    """Continuity and renewal: of members and deputies. New is who has never been appointed before, whatever is known of
    when."""
    appointed = (s for s in mappe.seter if s.verv in OPPNEVNT and s.er_periode)
    before = {s.person for s in appointed if (tidligst(vet_av(s, "fra")) or date.min) < runde.tidligst}
    sitting = sitter((s for s in mappe.seter if s.medlem), runde.besluttet, OPPNEVNT).keys()
    chosen = (*runde.medlemmer, *runde.varaer)
    return Rundevirkning(
        tuple(p for p in chosen if p in before),
        tuple(p for p in chosen if p not in before),
        tuple(sorted(sitting - set(chosen))),
    )


def oppnevn_runde(
    utkast: Utkast,
    mappe: Utvalgsmappe,
    runde: NyRunde,
    fakta: Postdata,
    kjoenn: Mapping[str, Mapping[str, int | Ukjent]],
    foreslo: bool | Ukjent | None = None,
) -> None:
    """Everybody's term, an end to those without one before it, and the round itself in the list of events.

    From then on the list of members is whole.

    `kjoenn` is numbers, as far as anybody said them, never on a person. `foreslo`: whether the organisation of each
    proposed them.

    Raises:
        Nektet: when somebody is named twice, or the period ends before it begins.
    """
    if (senest(runde.til) or date.max) < runde.tidligst:
        raise Nektet("siste dag i perioden ligger før den første")
    if twice := set(runde.medlemmer) & set(runde.varaer):
        raise Nektet(f"{', '.join(sorted(twice))} er både medlem og vara")
    _slutt_paa_aapne(utkast, mappe, runde)
    term = {"fra": runde.fra, "til": runde.til} | fakta
    for person in runde.medlemmer:
        oppnevn(utkast, mappe, person, {"verv": "medlem"} | _foreslaatt(mappe, person, foreslo) | term)
    for person, member in runde.varaer.items():
        own = {"verv": "vara", "vara_for": member}
        oppnevn(utkast, mappe, person, own | _foreslaatt(mappe, person, foreslo) | term)
    numbers = {group: dict(each) for group, each in kjoenn.items() if each}
    entry = {"hva": "oppnevningsrunde", "dato": runde.besluttet, "fra": runde.fra, "til": runde.til}
    foer(utkast, mappe, entry | {"kjoenn": numbers or None, "ansvarlig": kjent(fakta.get("av"))})
    alle_er_foert(utkast, mappe)


def _foreslaatt(mappe: Utvalgsmappe, person: str, foreslo: bool | Ukjent | None) -> Postdata:
    if isinstance(foreslo, Ukjent):
        return {"foreslaatt_av": foreslo}
    return {"foreslaatt_av": vanlig(mappe, person)["foreslaatt_av"]} if foreslo else {}


def aapne_ledere(mappe: Utvalgsmappe, runde: NyRunde) -> list[Sete]:
    """The terms as leader, or as deputy leader, that have no known end, of those who go on as members.

    They were elected to it, and the round says nothing of that: it lasts until an election, or somebody, ends it.
    """
    return [s for s in _aapne(mappe, runde) if s.person in runde.medlemmer and s.verv not in OPPNEVNES]


def _slutt_paa_aapne(utkast: Utkast, mappe: Utvalgsmappe, runde: NyRunde) -> None:
    """The day before is the last in terms with no known end: of those appointed anew, and of those who leave. Where
    nobody knows which day that was, they are over all the same.

    Where the year or the month of it is known, that is what somebody said, and it stays.
    """
    those = {*runde.medlemmer, *runde.varaer, *bilde(mappe, runde).slutter}
    leads_on = aapne_ledere(mappe, runde)
    for s in _aapne(mappe, runde):
        if s.person in those and s not in leads_on:
            route = ("oppnevninger", s.nr, "til")
            utkast.sett(personfil(mappe, s.person), route, runde.dagen_foer, OPPNEVNING)


def _aapne(mappe: Utvalgsmappe, runde: NyRunde) -> Iterator[Sete]:
    """The appointments to the council from before the round that have no known end."""
    for s in mappe.seter:
        no_end = not isinstance(s.til, date) and "til" not in s.deldato
        before = isinstance(s.fra, Ukjent) or s.fra < runde.tidligst
        if s.verv in OPPNEVNT and s.oppnevning and no_end and before:
            yield s
