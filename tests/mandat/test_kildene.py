"""The five sources, sentence by sentence: what docs/kilder.md says each became is what the rule sets say."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse
from brukerutvalg_cli.oversikt.dekning import kontroll
from brukerutvalg_cli.register.load import Lastet, load
from brukerutvalg_cli.register.tree import WorkTree

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/kilder.md").read_text(encoding="utf-8")
GRUNNER = {
    "bakgrunn",
    "begrunnelse",
    "eksempel",
    "spørsmål",
    "om dokumentet",
    "opplysning: «datert»",
    "opplysning: «nivaa»",
    "opplysning: «status» og «datert»",
}
"""Why a sentence became no provision, unless another says the same."""


class Rad(NamedTuple):
    """One row: a sentence by its number, and what it became."""

    nr: int
    linje: int
    avsnitt: str
    hva: str
    styrke: str
    kontroll: str

    @property
    def bestemmelse(self) -> str | None:
        """The provision it became, if it did."""
        return self.hva.strip("`") if self.hva.startswith("`") else None


def rader(section: str) -> list[Rad]:
    cells = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in section.splitlines()
        if re.match(r"\| \d", line)
    ]
    return [Rad(int(nr), int(line), *rest) for nr, line, *rest in cells]


SECTIONS = {part.partition("\n")[0]: part for part in PAGE.split("\n## ")[1:]}
TABELL = {name: rader(section) for name, section in SECTIONS.items()}


@cache
def lastet() -> Lastet:
    return load(WorkTree(ROOT))


def bestemmelser(regelverk: str) -> tuple[Bestemmelse, ...]:
    return lastet().regelverk[regelverk].bestemmelser


def maate(bestemmelse: Bestemmelse) -> str:
    """How a provision is checked, in the words of the table."""
    own = str(getattr(bestemmelse, "regel", ""))
    return {"maskin": own, "bekreftelse": "bekreftelse", "ingen": "–"}[kontroll(bestemmelse)]


def test_every_source_has_a_table() -> None:
    written_after = {name for name, r in lastet().regelverk.items() if (r.kilde or "").endswith(".txt")}
    assert set(TABELL) == written_after
    for name, section in SECTIONS.items():
        assert f"`{lastet().regelverk[name].kilde}`" in section


@pytest.mark.parametrize("regelverk", TABELL)
def test_the_table_and_the_rule_set_say_the_same(regelverk: str) -> None:
    """Both ways: each provision, with its section, its strength and its check, is some sentence's, and the reverse."""
    in_table = {(r.bestemmelse, r.avsnitt, r.styrke, r.kontroll) for r in TABELL[regelverk] if r.bestemmelse}
    assert in_table == {(b.id, b.avsnitt, b.styrke, maate(b)) for b in bestemmelser(regelverk)}


@pytest.mark.parametrize("regelverk", TABELL)
def test_the_provisions_stand_in_the_order_of_the_source(regelverk: str) -> None:
    mentioned = dict.fromkeys(r.bestemmelse for r in TABELL[regelverk] if r.bestemmelse)
    assert [*mentioned] == [b.id for b in bestemmelser(regelverk)]


@pytest.mark.parametrize("regelverk", TABELL)
def test_no_sentence_is_left_out_of_the_count(regelverk: str) -> None:
    rows = TABELL[regelverk]
    assert [r.nr for r in rows] == list(range(1, len(rows) + 1))
    assert [r.linje for r in rows] == sorted(r.linje for r in rows)
    became = sum(r.bestemmelse is not None for r in rows)
    assert f"{len(rows)} setninger og ledd, {became} av dem med en bestemmelse." in SECTIONS[regelverk]


@pytest.mark.parametrize("regelverk", TABELL)
def test_what_became_no_provision_says_why(regelverk: str) -> None:
    by_number = {r.nr: r for r in TABELL[regelverk]}
    for row in by_number.values():
        if row.bestemmelse is None:
            reason = row.hva.removeprefix("– ")
            again = re.fullmatch(r"sagt igjen i (\d+)", reason)
            assert reason in GRUNNER or (again and by_number[int(again[1])].bestemmelse), row
            assert (row.styrke, row.kontroll) == ("", "")


@pytest.mark.parametrize("regelverk", TABELL)
def test_what_nothing_checks_is_a_permission(regelverk: str) -> None:
    assert {b.styrke for b in bestemmelser(regelverk) if kontroll(b) == "ingen"} <= {"kan"}
