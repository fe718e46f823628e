"""Runde: a round of appointments as one act – who sits for the next period, and what that does to the council."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.endring.utkast import Utkast
from brukerutvalg_cli.handling.filer import OPPNEVNING, Nektet, Postdata, personfil
from brukerutvalg_cli.handling.hendelse import foer
from brukerutvalg_cli.handling.person import EN_DAG, alle_er_foert, oppnevn, vanlig
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.sete import OPPNEVNT
from brukerutvalg_cli.model.tilhoerer import sitter
from brukerutvalg_cli.model.verdier import Ukjent, kjent


class NyRunde(NamedTuple):
    """The members and the deputies of a period, both days included, and the day it was decided."""

    fra: date
    til: date
    besluttet: date
    medlemmer: tuple[str, ...]
    varaer: Mapping[str, str]
    """Each deputy, with whom they stand in for; empty where that is nobody in particular."""


class Rundevirkning(NamedTuple):
    """What a round does: who goes on, who is new, and who leaves."""

    fortsetter: tuple[str, ...]
    nye: tuple[str, ...]
    slutter: tuple[str, ...]


def bilde(mappe: Utvalgsmappe, runde: NyRunde) -> Rundevirkning:
    """Continuity and renewal: of members and deputies. New is who has never been appointed before."""
    appointed = (s for s in mappe.seter if s.verv in OPPNEVNT and s.er_periode)
    before = {s.person for s in appointed if isinstance(s.fra, date) and s.fra < runde.fra}
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
    kjoenn: Mapping[str, Mapping[str, int]],
    foreslo: bool | Ukjent | None = None,
) -> None:
    """Everybody's term, an end to those without one before it, and the round itself in the list of events.

    From then on the list of members is whole.

    `kjoenn` is numbers, never on a person. `foreslo`: whether the organisation of each proposed them.

    Raises:
        Nektet: when somebody is named twice, or the period ends before it begins.
    """
    if runde.til < runde.fra:
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
    numbers = {group: dict(each) for group, each in kjoenn.items() if any(each.values())}
    entry = {"hva": "oppnevningsrunde", "dato": runde.besluttet, "fra": runde.fra, "til": runde.til}
    foer(utkast, mappe, entry | {"kjoenn": numbers or None, "ansvarlig": kjent(fakta.get("av"))})
    alle_er_foert(utkast, mappe)


def _foreslaatt(mappe: Utvalgsmappe, person: str, foreslo: bool | Ukjent | None) -> Postdata:
    if isinstance(foreslo, Ukjent):
        return {"foreslaatt_av": foreslo}
    return {"foreslaatt_av": vanlig(mappe, person)["foreslaatt_av"]} if foreslo else {}


def _slutt_paa_aapne(utkast: Utkast, mappe: Utvalgsmappe, runde: NyRunde) -> None:
    """The day before is the last in terms with no known end: of those appointed anew, and of those who leave.

    Where the year or the month of it is known, that is what somebody said, and it stays.
    """
    those = {*runde.medlemmer, *runde.varaer, *bilde(mappe, runde).slutter}
    for s in mappe.seter:
        no_end = not isinstance(s.til, date) and "til" not in s.deldato
        over = s.verv in OPPNEVNT and s.person in those and no_end
        if over and s.oppnevning and (isinstance(s.fra, Ukjent) or s.fra < runde.fra):
            route = ("oppnevninger", s.nr, "til")
            utkast.sett(personfil(mappe, s.person), route, runde.fra - EN_DAG, OPPNEVNING)
