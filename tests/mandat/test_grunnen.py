"""A provision that cannot be judged says for want of what: the fact that decides, and not only that there is one.

The algebra behind it is in `model/test_visshet.py`.
"""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dommer.test_egenskaper_ukjent import Register, egne, fakta, faste, sagt, satt
from smaa_registre import dom
from tilfeldige_registre import eksempler

KARI = "medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}"


@pytest.mark.parametrize(
    ("regel", "register", "ventet"),
    [
        ("hyppighet, hva: moete, der: {form: fysisk}, minst: 1, per: kalenderaar",
         "utvalg: {registrert_fra: 2022-01-01}\nmoeter/2022-11-16: {form: ukjent}",
         "møtet 16. november 2022: «form» er ukjent, og det avgjør tallet på møter av det slaget i 2022"),
        ("hyppighet, hva: evaluering, minst: 1, per: kalenderaar",
         "utvalg: {registrert_fra: 2022-01-01}\nhendelser: [{hva: evaluering, dato: ukjent},"
         " {hva: evaluering, dato: 2020-01-01}]",
         "evaluering: «dato» er ukjent, og det avgjør tallet på evalueringer i 2022"),
        ("rettighet, hvem: {side: nav}, stemmerett: nei",
         "medlemmer/nina: {side: ukjent, oppnevninger: [{verv: sekretaer, fra: 2022-01-01}]}\n"
         "moeter/2022-11-16: {oppmoete: [{person: nina, stemmerett: ja}]}",
         "Nina er ført med stemmerett i møtet 16. november 2022: om det var lov, er ukjent, "
         "for siden til Nina er ukjent"),
        ("funksjonstid, hvem: {side: bruker}, lengde: 2 aar",
         "medlemmer/kari: {side: ukjent, oppnevninger: [{verv: medlem, fra: 2022-01-01, til: 2022-12-31}]}",
         "siden til Kari er ukjent"),
        ("sammensetning, blant: medlemmer, plasser: [{hvem: {side: nav}, minst: 1}]",
         f"{KARI}\nmoeter/2022-02-01: {{saker: [{{nr: 1/22, tittel: A, type: valg, valg: [{{verv: medlem, "
         "valgt: ukjent, fra: 2022-01-01}]}]}",
         "hvem som ble valgt i sak 1/22, er ukjent"),
        ("sammensetning, blant: medlemmer, plasser: [{hvem: {verv: sekretaer}, hoeyst: 0}]",
         "medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}, {verv: sekretaer, fra: ukjent}]}",
         "periodene til Kari er ukjent"),
        ("sammensetning, blant: medlemmer, plasser: [{hvem: {side: nav}, minst: 1}]",
         f"{KARI}\nmedlemmer/nina: {{side: nav, "
         f"oppnevninger: [{{verv: medlem, fra: 2022-01-01, permisjon: [{{fra: ukjent}}]}}]}}",
         "permisjonen til Nina er ukjent"),
        ("krav, hver: moete, skal_ha: {moeteleder: leder}",
         "medlemmer/kari: {oppnevninger: [{verv: leder, fra: 2022-01-01, til: ukjent}]}\n"
         "moeter/2022-11-16: {moeteleder: kari}",
         "møtet 16. november 2022: periodene til Kari er ukjent"),
        ("frist, hva: redaksjonsraadsmoete, senest: 3 uker, foer: moete",
         "hendelser: [{hva: redaksjonsraadsmoete, dato: 2022-10-20, moete: ukjent}]\nmoeter/2022-11-16: {}",
         "om fristen gjelder møte i redaksjonsrådet 20. oktober 2022, er ukjent"),
        ("rettighet, hvem: {verv: medlem}, kan_kreve_moete: {minst: 1}, innen: 3 uker",
         "medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01, til: ukjent}]}\n"
         "hendelser: [{hva: moetekrav, dato: 2022-09-01, krevd_av: [kari]}]",
         "møtekravet 1. september 2022: periodene til Kari er ukjent"),
    ],
)  # fmt: skip
def test_the_fact_that_decides_is_named(regel: str, register: str, ventet: str) -> None:
    points = dom(f"dato: 2023-03-01\nregel: {{regel: {regel}}}\n{register}").ikke_vurdert
    assert ventet in [point.finding.message for point in points]


# ── Of two facts that nobody knows, the one that is named is one that decides ─────────────────────


def uvisst(regel: Any, register: Register, dato: date) -> frozenset[tuple[str, str, str]] | None:
    said = sagt(regel, register, dato)
    return said.uvisst if said else None


@given(st.booleans(), st.integers(0, 10**9))
@eksempler(300)
def test_to_learn_one_of_two_unknown_facts_changes_what_is_said(own_shapes: bool, seed: int) -> None:
    """The facts are of different files: the days of one person's terms are one fact to whoever reads of them."""
    rng = Random(seed)
    p = rng.choice(egne() if own_shapes else faste())
    dato = rng.choice((date(2023, 1, 1), date(2024, 6, 1)))
    routes = list(fakta(p.register)) or [("utvalg",)]
    one, other = rng.choice(routes), rng.choice(routes)
    if one[0] == other[0]:
        return
    alone = [satt(p.register, route, "ukjent") for route in (one, other)]
    neither = satt(alone[0], other, "ukjent")
    said = [uvisst(p.regel, register, dato) for register in (p.register, *alone, neither)]
    known, first, second, both = (each if each is not None else frozenset() for each in said)
    if None not in said:
        assert not (both & first & second) - known, (p.regel, one, other)
