"""What a finding wants written, a command writes: each field to the command that has it."""

from __future__ import annotations

import re
from datetime import date

import pytest

from brukerutvalg_cli.cli.app import Verbgruppe, program
from brukerutvalg_cli.cli.forklaringsord import maalet
from brukerutvalg_cli.cli.klikk import Context
from brukerutvalg_cli.rapport.fortsettelse import forklaringen
from brukerutvalg_cli.rapport.kommando import FELT
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.validering import valider
from smaa_registre import tree

COMMANDS = sorted({command for fields in FELT.values() for command in fields.values()})


def funnet(register: str, dag: str = "2026-04-01") -> dict[str, str]:
    """The command of each finding, by its rule."""
    return {f.finding.name: f.kommando for f in valider(tree(register), date.fromisoformat(dag)).funn}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_in_the_table_is_one(command: str) -> None:
    """Its words are commands, and its option is one of theirs."""
    ctx = Context(program(), info_name="brukerutvalg")
    words = command.split()
    while isinstance(ctx.command, Verbgruppe):
        inner = ctx.command.get_command(ctx, words.pop(0))
        assert inner is not None
        ctx = Context(inner, parent=ctx, info_name=inner.name)
    options = {name for param in ctx.command.params for name in param.opts}
    assert set(re.findall(r"--[a-z-]+", command)) <= options


def test_the_minutes_that_are_not_out_are_recorded_by_a_command() -> None:
    register = """
    regel: {regel: utsending, hva: referat, kanal: nav.no}
    moeter/2026-01-14: {}
    moeter/2026-03-11: {}
    """
    assert funnet(register)["utsending"] == "publisert utvalget 2026-01-14 referat"


def test_a_follow_up_is_named_by_its_case_and_number() -> None:
    register = """
    regel: {regel: krav, hver: oppfoelging, skal_ha: {fullfoert: i_tide}}
    moeter/2026-01-14:
      saker:
        - nr: 1/26
          tittel: Sak
          type: droefting
          oppfoelging:
            - {hva: Spør, ansvarlig: kari, frist: 2026-02-01, fullfoert: 2026-01-20}
            - {hva: Ring, ansvarlig: kari, frist: 2026-02-01}
    """
    assert "oppfoelging ferdig utvalget 1/26 2" in funnet(register).values()


def test_what_no_command_writes_has_none() -> None:
    register = "medlemmer/kari: {stad: Oslo}"
    assert set(funnet(register).values()) == {""}


@pytest.mark.parametrize(
    ("register", "command"),
    [
        (
            """
    regel: {regel: funksjonstid, hvem: {verv: leder}, lengde: 1 aar}
    medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2024-01-01}, {verv: leder, fra: 2025-01-01, til: 2026-12-31}]}
    """,
            "endre utvalget oppnevning kari leder til",
        ),
        (
            """
    regel: {regel: krav, hver: sak, skal_ha: {foer_beslutning: ja}}
    moeter/2026-01-14: {saker: [{nr: 1/26, tittel: Sak, type: droefting}]}
    """,
            "endre utvalget sak 1/26 foer_beslutning",
        ),
    ],
)
def test_what_no_other_verb_writes_is_changed(register: str, command: str) -> None:
    assert command in funnet(register).values()


def test_a_finding_tells_how_to_have_its_provision_explained() -> None:
    register = """
    regel: {regel: utsending, hva: referat, kanal: nav.no}
    moeter/2026-01-14: {}
    moeter/2026-03-11: {stad: Oslo}
    """
    found = {f.finding.name: forklaringen(f.finding) for f in valider(tree(register), date(2026, 4, 1)).funn}
    assert found["ukjent-noekkel"] == "forklar ukjent-noekkel"
    register = register.replace("{stad: Oslo}", "{}")
    (finding,) = (f.finding for f in valider(tree(register), date(2026, 4, 1)).funn)
    assert finding.kilde
    said = forklaringen(finding).split()
    assert said == ["forklar", "utvalget", "regelverket", finding.kilde.bestemmelse]
    maal = maalet(said[1:], load(tree(register)))
    assert (maal.slag, maal.navn, maal.regelverk) == ("bestemmelse", said[3], said[2])
