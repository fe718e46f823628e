"""Whoever is leader is the leader: a person is meant by what they are on the day, too, as people say it."""

from __future__ import annotations

from datetime import date

import pytest

from brukerutvalg_cli.cli import kjente
from brukerutvalg_cli.cli.svar import Blant, Ugyldig
from brukerutvalg_cli.register.load import load
from smaa_registre import tree

REGISTER = """
organisasjoner: {ffo: {navn: Fellesorganisasjonen, type: paraply, side: bruker, forkortelse: FFO}}
utvalg: {organisasjoner: [ffo]}
medlemmer/kari:
  navn: Kari Nordmann
  side: bruker
  representerer: ffo
  oppnevninger: [{verv: leder, fra: 2026-01-01, til: 2026-06-30}, {verv: medlem, fra: 2026-01-01}]
medlemmer/ola: {navn: Ola Berg, side: bruker, oppnevninger: [{verv: leder, fra: 2026-07-01}]}
medlemmer/liv:
  navn: Liv Moen
  side: nav
  funksjon: [{funksjon: nav-leder, fra: ukjent}]
  oppnevninger: [{verv: medlem, fra: 2026-01-01}]
medlemmer/nina: {navn: Nina Vik, side: nav, oppnevninger: [{verv: sekretaer, fra: 2026-01-01}]}
"""


def leser(dag: str) -> Blant:
    """Reads one of the people, on a day."""
    register = load(tree(REGISTER)).register
    mappe = register.mapper["utvalget"]
    return Blant(
        kjente.personer(mappe, register, date.fromisoformat(dag)), vervene=kjente.vervene(mappe, register)
    )


@pytest.mark.parametrize(
    ("sagt", "dag", "ment"),
    [
        ("lederen", "2026-03-01", "kari"),
        ("leder", "2026-03-01", "kari"),
        ("leiaren", "2026-03-01", "kari"),
        ("Lederen", "2026-09-01", "ola"),
        ("Nav-lederen", "2026-03-01", "liv"),
        ("navleder", "2026-03-01", "liv"),
        ("leder i Nav", "2026-03-01", "liv"),
        ("sekretæren", "2026-03-01", "nina"),
        ("Kari", "2026-09-01", "kari"),
    ],
)
def test_who_is_meant_follows_from_the_day(sagt: str, dag: str, ment: str) -> None:
    assert leser(dag)(sagt) == ment


def test_of_a_verv_that_nobody_has_it_is_told() -> None:
    with pytest.raises(Ugyldig, match="Hvem «nestlederen» er, er ikke ført"):
        leser("2026-03-01")("nestlederen")
    with pytest.raises(Ugyldig, match="«kongen» finnes ikke"):
        leser("2026-03-01")("kongen")


def test_without_a_day_nobody_is_anything() -> None:
    register = load(tree(REGISTER)).register
    assert not any(one.verv for one in kjente.personer(register.mapper["utvalget"], register))


def test_the_organisations_of_the_council_come_before_all_others() -> None:
    register = load(tree(REGISTER)).register
    ours, others = kjente.egne_foerst(register.mapper["utvalget"], register)
    assert [one.id for one in ours] == ["ffo"]
    assert "utvalget" in {one.id for one in others}
