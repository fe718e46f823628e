"""The arrows of the architecture: which folder may know of which."""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

SRC = Path(__file__).parent.parent / "src" / "brukerutvalg_cli"
PACKAGE = "brukerutvalg_cli"

MAY_IMPORT = {
    "funn": {"funn"},
    "model": {"model", "funn"},
    "regler": {"regler", "model", "funn", "forslag"},
    "register": {"register", "regler", "model", "funn", "forslag", "navn", "tegn"},
    "rapport": {"rapport", "register", "regler", "model", "funn", "forslag", "tegn"},
    "oversikt": {"oversikt", "rapport", "regler", "model", "funn", "tegn", "nevnt"},
    "dokument": {
        "dokument",
        "register",
        "regler",
        "model",
        "funn",
        "pakkedata",
        "rapport",
        "forslag",
        "tegn",
    },
    "handling": {"handling", "endring", "regler", "model", "funn", "forslag", "navn", "nevnt", "tegn"},
    "endring": {"endring", "register", "funn", "gitspor", "navn", "pakkedata", "tegn"},
    "referanse": {"referanse", "cli", "forklaring", "register", "regler", "model"},
    "forslag.py": set(),
    "navn.py": {"tegn"},
    "nevnt.py": set(),
    "tegn.py": set(),
    "pakkedata.py": set(),
    "gitfeil.py": set(),
    "gitmiljoe.py": set(),
    "gitspor.py": set(),
    "gitkall.py": {"gitfeil", "gitmiljoe"},
    "vcs.py": {"gitkall"},
    "gitinnhold.py": {"gitkall", "gitmiljoe", "vcs"},
    "gitdeling.py": {"gitkall", "gitspor"},
    "ulagret.py": {"endring", "gitdeling", "gitinnhold", "gitspor", "register", "vcs"},
    "krok.py": {"vcs"},
    "oppsettsjekk.py": {"endring", "gitspor", "krok", "pakkedata", "ulagret", "vcs"},
}
LATE = {
    "pydantic",
    "yaml",
    "jinja2",
    "git",
    "rich",
    "babel",
    "holidays",
    "markdown_it",
    "filelock",
    "icalendar",
    "openpyxl",
    "defusedxml",
}
"""Libraries a verb may not import before it runs."""


def imported(path: Path, *, top_only: bool = False) -> set[str]:
    module = ast.parse(path.read_text(encoding="utf-8"))
    nodes = module.body if top_only else list(ast.walk(module))
    names: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
    return names


def ours(names: set[str]) -> set[str]:
    parts = (name.split(".") for name in names if name.startswith(f"{PACKAGE}."))
    found = {part[1] for part in parts}
    return {f"{name}" for name in found}


@pytest.mark.parametrize("folder", MAY_IMPORT)
def test_imports_follow_the_arrows(folder: str) -> None:
    root = SRC / folder
    for path in [root] if root.is_file() else sorted(root.rglob("*.py")):
        assert ours(imported(path)) <= MAY_IMPORT[folder], path.relative_to(SRC)


def test_nothing_is_imported_in_a_circle() -> None:
    """Not late, nor for the types alone: of two files that need each other, neither can be read first."""
    paths = {
        ".".join((PACKAGE, *path.relative_to(SRC).with_suffix("").parts)): path for path in SRC.rglob("*.py")
    }
    graph = {name: imported(path) & paths.keys() for name, path in paths.items()}
    try:
        TopologicalSorter(graph).prepare()
        circle = []
    except CycleError as error:
        circle = error.args[1]
    assert circle == []


@pytest.mark.parametrize(
    "path", sorted((SRC / "cli").rglob("*.py")), ids=lambda path: str(path.relative_to(SRC))
)
def test_a_verb_imports_late(path: Path) -> None:
    assert {name.split(".")[0] for name in imported(path, top_only=True)}.isdisjoint(LATE)


@pytest.mark.parametrize("path", sorted(SRC.rglob("*.py")), ids=lambda path: str(path.relative_to(SRC)))
def test_a_file_says_what_it_is_in_its_first_line(path: Path) -> None:
    first = (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").splitlines()[:1]
    assert first, path
    assert first[0]
