"""What is listed has commas between, and one word before the last; and nobody else joins words so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from brukerutvalg_cli.oppramsing import alle_sammen, enten_eller

SRC = Path(__file__).parent.parent / "src" / "brukerutvalg_cli"


@pytest.mark.parametrize(
    ("words", "all_of_them", "either"),
    [
        ((), "", ""),
        (("a",), "a", "a"),
        (("a", "b"), "a og b", "a eller b"),
        ("abc", "a, b og c", "a, b eller c"),
    ],
)
def test_the_last_has_a_word_before_it(words: tuple[str, ...], all_of_them: str, either: str) -> None:
    assert (alle_sammen(words), enten_eller(words)) == (all_of_them, either)


SELV = {
    "dommer/avviksord.py",  # two at the most, and `dommer/` knows no more words than it needs
    "model/sagt_dag.py",  # one day or the other, and `model/` knows of no words
    "mandat/forsendt.py",  # a way and a form, with the comma between those two
}
"""The files that join words themselves, and why."""


def test_nobody_else_joins_words_so() -> None:
    """A joiner puts a word between them all, or commas between all but the last: `words[:-1]`, or the first of
    `*first, last = words`."""
    own = re.compile(
        r"""["'] (og|eller) ["']\.join|", "\.join\(\w+\[:-1\]\)"""
        r"""|', '\.join\((\w+\[:-1\]|first|others|before|rest)\)\} (og|eller)"""
    )
    files = {path for path in SRC.rglob("*.py") if own.search(path.read_text(encoding="utf-8"))}
    assert {path.relative_to(SRC).as_posix() for path in files} == SELV
