"""The editor as the first gate: silent on what is right, and it underlines what is wrong where `valider` sees it."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from brukerutvalg_cli.pakkedata import oppsett
from brukerutvalg_cli.rapport.rapport import Located
from brukerutvalg_cli.register.plassering import model_of
from brukerutvalg_cli.register.tree import MemoryTree, WorkTree
from brukerutvalg_cli.validering import valider
from feilene import FEILENE, Feil
from nytt_register import nytt_register
from redigeringsprogram import Merknad, Redigeringsprogram
from smaa_registre import ROOT

SERVER = Path(
    os.environ.get("YAML_LANGUAGE_SERVER") or ROOT / ".venv/redaktoer/node_modules/.bin/yaml-language-server"
)
ENGELSK = re.compile(r"\b(is|not|are|than|property|value|string|expected|schema)\b", re.IGNORECASE)
ANNET_STED = {
    "one where a list is": "the editor underlines what is behind the key, on the next line; valider the key",
    "missing key of a file": "the editor underlines the first key; valider names the file",
}
"""Where the two do not point at the same line, and why it cannot be otherwise."""


@contextmanager
def aapnet(root: Path) -> Iterator[Redigeringsprogram]:
    """The editor, with a register open."""
    assert SERVER.exists(), f"no {SERVER}; redaktoer/skaff installs it"
    opened = Redigeringsprogram(SERVER, root)
    try:
        yield opened
    finally:
        opened.lukk()


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Redigeringsprogram]:
    """The editor, in a folder with the settings and schemas of `init`."""
    root = tmp_path_factory.mktemp("register")
    shutil.copytree(ROOT / "schemas", root / "schemas")
    shutil.copytree(oppsett() / ".vscode", root / ".vscode")
    with aapnet(root) as opened:
        yield opened


def uten_hode(text: str) -> str:
    """The file without what its first line tells an editor."""
    return "#" + text[text.index("\n") :] if text.startswith("# yaml-language-server") else text


@cache
def filene(root: Path) -> dict[str, str]:
    paths = [path for path in WorkTree(root).paths() if model_of(path)]
    return {path: uten_hode((root / path).read_text(encoding="utf-8")) for path in paths}


def test_nothing_is_underlined_in_what_is_shipped(program: Redigeringsprogram) -> None:
    found = program.merknader(filene(ROOT))
    assert {path: said for path, said in found.items() if said} == {}


@pytest.mark.parametrize("valg", [(), ("--nivaa", "fylke")])
def test_nothing_is_underlined_in_a_new_register(tmp_path: Path, valg: tuple[str, ...]) -> None:
    nytt_register(tmp_path, *valg)
    with aapnet(tmp_path) as opened:
        found = opened.merknader(filene(tmp_path))
    assert found
    assert not any(found.values())


def test_each_file_is_read_by_its_schema(program: Redigeringsprogram) -> None:
    wrong = {
        path: (
            "- {finnesikke: 1}\n" if path.endswith(("hendelser.yaml", "satser.yaml")) else "finnesikke: 1\n"
        )
        for path in ("records/utvalg/nytt/utvalg.yaml", "records/utvalg/nytt/hendelser.yaml")
    } | {
        f"records/{path}.yaml": "finnesikke: 1\n"
        for path in ("utvalg/nytt/medlemmer/a", "utvalg/nytt/moeter/a", "utvalg/nytt/saker/a", "regelverk/a")
    }
    assert all(program.merknader(wrong).values())


def rettet(feil: Feil) -> str:
    text = filene(ROOT)[feil.path]
    assert feil.riktig in text
    return text.replace(feil.riktig, feil.galt, 1)


def i_valider(feil: Feil) -> list[Located]:
    """What `valider` says of the file itself."""
    near = {
        path: (ROOT / path).read_bytes()
        for path in WorkTree(ROOT).paths()
        if "/utvalg/" not in path or "/nav-vestland/" in path or path.endswith("/utvalg.yaml")
    }
    found = valider(MemoryTree(near | {feil.path: rettet(feil).encode()}), date(2023, 1, 1)).funn
    return [each for each in found if each.path == feil.path and each.finding.code.startswith("BU0")]


@pytest.fixture(scope="module")
def underlined(program: Redigeringsprogram) -> dict[str, list[Merknad]]:
    """What the editor says of every mistake: each in a folder of its own, where its sort of file lies."""
    there = {
        feil.navn: feil.path.replace("nav-vestland", f"nav-vestland-{nr}") for nr, feil in enumerate(FEILENE)
    }
    found = program.merknader({there[feil.navn]: rettet(feil) for feil in FEILENE})
    return {navn: found[path] for navn, path in there.items()}


@pytest.mark.parametrize("feil", FEILENE, ids=lambda feil: feil.navn)
def test_editor_and_valider_see_the_mistake_on_one_line(
    feil: Feil, underlined: dict[str, list[Merknad]]
) -> None:
    seen, told = underlined[feil.navn], i_valider(feil)
    assert seen
    assert told
    same = {each.row for each in seen} & {each.span.row for each in told if each.span}
    assert same or feil.navn in ANNET_STED, (seen, told)
    assert not [each.message for each in seen if ENGELSK.search(each.message)]


@pytest.mark.parametrize(
    ("text", "row", "column", "said"),
    [
        ("dato: 2026-02-09\n", 1, 2, "Dagen møtet er."),
        ("saker:\n  - tittel: En sak\n", 2, 6, "Tittelen på saken."),
        ("sted: {antatt: {rom: A}}\n", 1, 9, "ingen vet om det er slik"),
    ],
)
def test_a_key_is_explained(program: Redigeringsprogram, text: str, row: int, column: int, said: str) -> None:
    path = f"records/utvalg/hjelp/moeter/{len(text)}.yaml"
    program.merknader({path: text})
    assert said in program.ved(path, row, column)["contents"]["value"]


def test_a_kind_of_rule_is_explained(program: Redigeringsprogram) -> None:
    path = "records/regelverk/hjelp.yaml"
    program.merknader({path: "bestemmelser:\n  - id: a\n    regel: frist\n"})
    said = program.ved(path, 3, 13)["contents"]["value"]
    assert "frist – noe skal være gjort innen en viss tid" in said


def test_what_is_offered_are_our_own_words(program: Redigeringsprogram) -> None:
    path = "records/utvalg/tilbud/moeter/2026-02-09.yaml"
    program.merknader({path: "form: \nreferent: \n"})
    offered = [
        {item["label"] for item in program.ved(path, row, column, "completion")["items"]}
        for row, column in ((1, 7), (2, 11))
    ]
    assert offered == [{"fysisk", "digitalt", "hybrid", "ukjent"}, {"ukjent"}]
