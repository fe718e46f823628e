"""Forklaring av et verv: what binds it, who has it by which election, what was found of it, and what is lawful now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.mandat.arv import Gjeldende
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.valghandling import Valghandling
from brukerutvalg_cli.oversikt.forklaring_oppslag import Oppslag, Oppslagsfunn, brutte_valg, om_bestemmelsene
from brukerutvalg_cli.oversikt.forklaring_valg import Lovlig, lovlig
from brukerutvalg_cli.oversikt.forklaring_vervets import besetter, nevner
from brukerutvalg_cli.oversikt.publisering import i_kraft


class Besetning(NamedTuple):
    """What is on record of a verv: who has it on a day, who is to have it, and every election to it."""

    verv: str
    sitter: tuple[Sete, ...]
    kommer: tuple[Sete, ...]
    valg: tuple[Valghandling, ...]
    lukket: bool
    """Whether there is more, by a confidential case, that is told to nobody."""


class Vervet(NamedTuple):
    """A verv explained. `om_andre`: provisions that name it, and do not say who may have it."""

    besetning: Besetning
    bestemmelser: tuple[Gjeldende, ...]
    om_andre: tuple[Gjeldende, ...]
    funnet: Oppslagsfunn
    lovlig: Lovlig


def vervet(oppslag: Oppslag, verv: str) -> Vervet:
    """The verv on the day."""
    mappe = oppslag.mappe
    named = [g for g in i_kraft(mappe, oppslag.regelverk, oppslag.dag) if nevner(g.bestemmelse, verv)]
    own = [g for g in named if g.bestemmelse.id == verv or verv in besetter(g.bestemmelse)]
    funnet = om_bestemmelsene(oppslag, {(g.id, g.bestemmelse.id) for g in own})
    return Vervet(
        besetning(mappe, verv, oppslag.dag),
        tuple(own),
        tuple(g for g in named if g not in own),
        funnet,
        lovlig(oppslag, verv, brutte_saker(mappe, verv, funnet)),
    )


def besetning(mappe: Utvalgsmappe, verv: str, dag: date) -> Besetning:
    """Who has a verv, and who had it given them. What only a confidential case knows of, is left out."""
    seats = mappe.seter_i.get(verv, ())
    elections = [v for v in mappe.valghandlinger if v.valg.verv == verv]
    shown = [s for s in seats if not s.fortrolig]
    return Besetning(
        verv,
        tuple(s for s in shown if s.dekker(dag) is not False),
        tuple(s for s in shown if isinstance(s.fra, date) and s.fra > dag),
        tuple(v for v in elections if not v.sak.fortrolig),
        len(shown) < len(seats) or any(v.sak.fortrolig for v in elections),
    )


def brutte_saker(mappe: Utvalgsmappe, verv: str, funnet: Oppslagsfunn) -> list[str]:
    """The cases with an election to the verv that something is wrong with, the latest first."""
    return list(dict.fromkeys(_brutte(mappe, verv, funnet)))[::-1]


def _brutte(mappe: Utvalgsmappe, verv: str, funnet: Oppslagsfunn) -> Iterator[str]:
    for handling in brutte_valg(mappe, funnet):
        if handling.valg.verv == verv and not handling.sak.fortrolig:
            yield handling.sak.navn
