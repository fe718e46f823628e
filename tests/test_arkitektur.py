"""The arrows of the architecture: which folder may know of which."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from brukerutvalg_cli.forklaring import KINDS

SRC = Path(__file__).parent.parent / "src" / "brukerutvalg_cli"
PACKAGE = "brukerutvalg_cli"
CONTRIBUTING = (SRC.parents[1] / "CONTRIBUTING.md").read_text(encoding="utf-8")
ROOM = re.compile(r"`(\w+)(?:/|\.py)?(/\w+\.py)?`")


def _drawn() -> dict[str, set[str]]:
    """The table of CONTRIBUTING: each folder or file, and what it may import. A file of a room brings the room."""
    rules = {name for name, _ in ROOM.findall(CONTRIBUTING.split("*The rules* are")[1].partition("\n")[0])}
    table = CONTRIBUTING.split("| folder or file | may import |\n|---|---|\n")[1].partition("\n\n")[0]
    arrows: dict[str, set[str]] = {}
    for row in table.splitlines():
        _, who, whom, _ = row.split("|")
        may = {name for room, inner in ROOM.findall(whom) for name in (room, f"{room}{inner}")}
        for name in re.findall(r"`([\w./]+)`", who):
            assert name not in arrows, f"{name} has two rows"
            arrows[name] = may | (rules if "the rules" in whom else set())
    return arrows


MAY_IMPORT = _drawn()
IN_ORDER = {
    "mandat": (
        {"periode", "fristvarsel"},
        {"verdier"},
        {"proeve"},
        {"anledning", "bestemmelse", "om_sete", "vertskap"},
        {
            "krav",
            "sammensatt",
            "funksjon",
            "frister",
            "brukt_rett",
            "flertall",
            "forsendt",
            "moetekrav",
            "skjedd",
        },
        set(KINDS.values()) - {"krav"},
        {"regelverk", "navnesjekk", "navneform"},
        {"arv"},
        {"binding"},
        {"til_avloest"},
    ),
    "dommer": (
        {"utsagn", "dom", "klokke", "videre"},
        {
            "avviksgrunnlag",
            "avvikstreff",
            "avviksord",
            "hviler",
            "selv_fraveket",
            "nedlagt",
            "utenfor_registeret",
        },
        {"avvik"},
        {"driver"},
        {"tenkt"},
    ),
    "gitlager": (
        {"feil", "miljoe", "gitfiler"},
        {"kall", "utelatt"},
        {"lager", "deling", "lagrede"},
        {"innhold"},
        {"revisjon"},
        {"historie"},
    ),
}
"""The inner order of a room: each step may know of those before it, and of its own."""
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


@cache
def imported(path: Path, *, top_only: bool = False) -> frozenset[str]:
    module = ast.parse(path.read_text(encoding="utf-8"))
    nodes = module.body if top_only else list(ast.walk(module))
    names: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
    return frozenset(names)


def ours(names: Iterable[str]) -> set[str]:
    parts = (name.split(".") for name in names if name.startswith(f"{PACKAGE}."))
    found = {part[1] for part in parts}
    return {f"{name}" for name in found}


@pytest.mark.parametrize("folder", sorted(MAY_IMPORT.keys() - {"cli/"}))
def test_imports_follow_the_arrows(folder: str) -> None:
    root = SRC / folder
    own = {root.stem}
    for path in [root] if root.is_file() else sorted(root.rglob("*.py")):
        assert ours(imported(path)) - own <= MAY_IMPORT[folder], path.relative_to(SRC)


def test_who_may_import_everything_is_one() -> None:
    assert re.findall(r"^\| (.*?) \| everything\b", CONTRIBUTING, re.MULTILINE) == ["`cli/`"]


@pytest.mark.parametrize("room", IN_ORDER)
def test_a_room_is_built_step_by_step(room: str) -> None:
    steps = {name: number for number, step in enumerate(IN_ORDER[room]) for name in step}
    for path in sorted((SRC / room).rglob("*.py")):
        own = path.relative_to(SRC / room).with_suffix("").parts[0]
        if own == "__init__":
            continue
        used = {name.split(".")[2] for name in imported(path) if name.startswith(f"{PACKAGE}.{room}.")} - {
            own
        }
        assert own in steps, f"{room}/{own} has no place in IN_ORDER"
        assert {name for name in used if steps[name] > steps[own]} == set(), path.relative_to(SRC)


PARTS = [(who, part) for who, whom in MAY_IMPORT.items() for part in sorted(whom) if "/" in part]


@pytest.mark.parametrize(("folder", "part"), PARTS)
def test_who_may_ask_one_file_asks_no_other_of_the_room(folder: str, part: str) -> None:
    """Who writes files asks what git follows, and no more: nothing that writes a record runs git."""
    room, file = part.removesuffix(".py").split("/")
    for path in sorted((SRC / folder).rglob("*.py")):
        asked = (name.split(".") for name in imported(path) if name.startswith(f"{PACKAGE}.{room}."))
        assert {name[2] for name in asked} <= {file}, path.relative_to(SRC)


def test_every_room_and_file_has_its_row() -> None:
    rooms = {f"{path.name}/" for path in SRC.iterdir() if (path / "__init__.py").exists()}
    assert MAY_IMPORT.keys() == rooms | {path.name for path in SRC.glob("*.py")} - {"__init__.py"}


def test_no_room_is_a_quarter_of_the_house() -> None:
    def lines(root: Path) -> int:
        return sum(len(path.read_text(encoding="utf-8").splitlines()) for path in root.rglob("*.py"))

    rooms = {path.name: lines(path) for path in SRC.iterdir() if path.is_dir()}
    assert max(rooms.values()) < lines(SRC) / 4, rooms


def _named(node: ast.AST) -> Iterator[str]:
    """The classes and the names of types that are made: `Sted = tuple[str, ...]` is one as well."""
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    names = (
        [node.name] if isinstance(node, ast.ClassDef) else [t.id for t in targets if isinstance(t, ast.Name)]
    )
    yield from (name for name in names if re.fullmatch(r"_?[A-Z]\w*[a-zæøå]\w*", name))


def _defined(node: ast.AST) -> Iterator[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    yield from (target.id for target in targets if isinstance(target, ast.Name))
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        yield node.name


def test_no_two_types_have_one_name() -> None:
    found: dict[str, list[str]] = {}
    for path in sorted(SRC.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for name in _named(node):
                found.setdefault(name, []).append(str(path.relative_to(SRC)))
    assert {name: paths for name, paths in found.items() if len(paths) > 1} == {}


def _brukt(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.alias) and node.asname:
            yield node.name
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):  # a verb, and what is read of it
            yield from re.findall(r"^\w+$", node.value)


def test_nothing_is_left_that_nobody_names() -> None:
    modules = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(SRC.rglob("*.py"))}
    used = {name for module in modules.values() for name in _brukt(module)}
    left = {
        f"{path.relative_to(SRC)}: {name}"
        for path, module in modules.items()
        if path.parent.parts[-2:] != ("cli", "verb") and path.parent.parent.parts[-2:] != ("cli", "verb")
        for node in module.body
        for name in _defined(node)
        if name not in used
    }
    assert left == set()


def test_to_read_a_rule_set_is_not_to_judge_by_it() -> None:
    code = (
        f"import sys, {PACKAGE}.mandat.arv; "
        f"print([m for m in sys.modules if m.startswith(('{PACKAGE}.dommer', '{PACKAGE}.kontroll'))])"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "[]"


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


def test_the_walk_of_an_election_is_as_it_is_drawn() -> None:
    drawn = CONTRIBUTING.split("**The walk of one election**")[1].split("\n\n")[1]
    shapes = re.findall(r"^\| `(\w+)` \| `([\w/.]+)` \|", drawn, re.MULTILINE)
    assert len(shapes) == 7
    for name, where in shapes:
        assert re.search(rf"^class {name}\b", (SRC / where).read_text(encoding="utf-8"), re.MULTILINE), where
