"""A choice of words is written once: a verb that offers them has them from where the records do."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from brukerutvalg_cli.cli.verb.valider import FailOn
from brukerutvalg_cli.funn.finding import Severity

SRC = Path(__file__).parents[2] / "src" / "brukerutvalg_cli"
FILER = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(SRC.rglob("*.py"))}


def _ord(elements: list[ast.expr]) -> frozenset[str]:
    words = [e.value for e in elements if isinstance(e, ast.Constant) and isinstance(e.value, str)]
    return frozenset(words) if len(words) == len(elements) else frozenset()


def _valgene(module: ast.Module) -> Iterator[frozenset[str]]:
    for node in ast.walk(module):
        if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "Literal":
            yield _ord(node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice])


def _opplistet(module: ast.Module) -> Iterator[frozenset[str]]:
    for node in ast.walk(module):
        if isinstance(node, ast.Tuple | ast.List | ast.Set):
            yield _ord(node.elts)
        elif isinstance(node, ast.Call):
            yield _ord(node.args)


def test_no_choice_of_words_is_copied_by_hand() -> None:
    written = {(words, path) for path in FILER for words in _valgene(FILER[path]) if len(words) > 2}
    where = dict(written)
    assert len(where) == len(written), "one Literal in two files"
    copied = {
        (str(path.relative_to(SRC)), *sorted(words))
        for path, module in FILER.items()
        for words in _opplistet(module)
        if where.get(words - {"ukjent"}, path) != path
    }
    assert copied == set()


def test_what_a_report_can_fail_on_is_how_much_a_finding_weighs() -> None:
    """`valider` tells what is kept without reading what a finding is."""
    assert get_args(FailOn) == tuple(Severity)
