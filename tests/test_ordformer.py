"""The words of messages, help, guides and templates: one form of each, and no imperative that reads as another word."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

IMPERATIV = re.compile(
    r"(?:^|[.:;] |, | og | eller )[Ff]ør (?=(?:det|den|dem) som |den i |hvem |hva |datoen |alderen |kurset |punktet "
    r"|oppmøtet |utvalgets vedtak|et nytt|selv )"
)
"""*Før* as an order reads as *before*: what is meant is written down, or recorded, in another word."""


@cache
def tekster() -> list[tuple[str, str]]:
    """Every text a user may read, with the file it is in: strings of the source, and the guides, but no code."""
    return list(_tekster())


def _tekster() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "src").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield path.name, node.value
    for path in (
        *sorted((ROOT / "docs").rglob("*.md")),
        ROOT / "README.md",
        *(ROOT / "templates").glob("*.j2"),
    ):
        yield path.name, path.read_text(encoding="utf-8")


def test_no_order_reads_as_before() -> None:
    assert [(name, found[0]) for name, text in tekster() for found in IMPERATIV.finditer(text)] == []


@pytest.mark.parametrize(
    "text", ["Rett det, og før det som mangler.", "før hvem som møtte", "Før oppmøtet først"]
)
def test_that_it_would_be_found(text: str) -> None:
    assert IMPERATIV.search(text)
    assert not IMPERATIV.search("Ingenting er skrevet før det er prøvd, og før det ble innkalt.")


FORMER = {
    "filen": "fila",
    "mappen": "mappa",
    "linjen": "linja",
    "grensen": "grensa",
    "sakslisten": "sakslista",
}
"""Words with two forms, and the one of them that is ours."""

INNDATA = {"nevnt.py", "test_nevnt.py"}
"""What people may write, and not what we say."""


def test_a_word_has_one_form() -> None:
    other = re.compile(rf"\b\w*?(?<!pro)(?:{'|'.join(FORMER)})\b", re.IGNORECASE)
    said = (
        (name, found[0]) for name, text in tekster() if name not in INNDATA for found in other.finditer(text)
    )
    assert list(said) == []
