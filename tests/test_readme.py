"""README says what there is: every command in its table, as many councils and rule sets, and every exit code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from brukerutvalg_cli.cli import run
from brukerutvalg_cli.cli.app import VERBS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
TALLORD = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)


def _navngitt(table: str) -> Iterator[str]:
    """`sak ny, svar` is two; what is for the caller to fill in, or an option, is no name."""
    for row in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE):
        for code in re.findall(r"`(?:brukerutvalg\b)? ?([^`]*)`", row):
            first, *words = re.findall(r"(?<![-\w])[a-z][a-zæøå-]+", code.partition("[")[0]) or [""]
            group = any(each.verb for each in VERBS if each.name == first)
            yield from (f"{first} {word}" for word in words) if group else (first,)


def test_the_table_names_every_command_and_no_other() -> None:
    table = README.split("## The commands")[1].split("`brukerutvalg --install-completion`")[0]
    there = {f"{each.name} {inner}".strip() for each in VERBS for inner in each.verb or ("",)}
    assert set(_navngitt(table)) - {""} == there


def test_it_counts_the_councils_and_the_rule_sets_that_are_shipped() -> None:
    councils = len(list((ROOT / "records" / "utvalg").glob("*/utvalg.yaml")))
    rule_sets = len(list((ROOT / "records" / "regelverk").glob("*.yaml")))
    assert f"{TALLORD[councils].capitalize()} councils are shipped" in README
    assert f"{TALLORD[councils - 1]} invented ones" in README
    assert f"the {TALLORD[rule_sets]} rule sets they adopt" in README


def test_it_says_every_exit_code() -> None:
    codes = {0, 1, run.WRONG_USAGE, run.PROGRAM_ERROR, run.INTERRUPTED, run.READER_GONE}
    said = README.split("Exit codes:")[1].split("\n\n")[0]
    assert {int(code) for code in re.findall(r"\b\d+\b", said)} == codes
