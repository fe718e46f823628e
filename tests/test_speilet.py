"""The tests mirror the source: a room has a folder here, and what can be added by name is found by it."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

import brukerutvalg_cli
from brukerutvalg_cli.kontroll.sjekk import Sjekk
from brukerutvalg_cli.kontroll.tabell import SJEKKER
from brukerutvalg_cli.mandat.regelverk import Regel

HER, SRC = Path(__file__).parent, Path(brukerutvalg_cli.__path__[0])
SLAG = {get_args(kind)[0].__module__.split(".")[2] for kind in get_args(get_args(Regel)[0])} - {"bestemmelse"}
"""The kinds of rule, by their files; `bestemmelse` has the one that says nothing."""
UTENFOR = {"angrep", "golden", "golden_rapport", "ti_moeter"}
"""The attackers, who go for all of it, and folders of data."""


@pytest.mark.parametrize("sjekk", [sjekk.modul.rpartition(".")[2] for sjekk in SJEKKER])
def test_a_built_in_check_has_a_test_of_its_name(sjekk: str) -> None:
    assert (HER / "kontroll" / f"test_{sjekk}.py").is_file()


@pytest.mark.parametrize("sjekk", SJEKKER, ids=lambda sjekk: sjekk.navn)
def test_a_built_in_check_is_in_a_file_of_its_name(sjekk: Sjekk) -> None:
    assert sjekk.modul.rpartition(".")[2] == sjekk.navn.replace("-", "_")


@pytest.mark.parametrize("slag", sorted(SLAG))
def test_a_kind_of_rule_has_a_test_of_its_name(slag: str) -> None:
    assert (HER / "mandat" / f"test_{slag}.py").is_file()


def test_a_folder_of_tests_is_named_as_the_room_it_tries() -> None:
    folders = {path.name for path in HER.iterdir() if path.is_dir() and not path.name.startswith(("_", "."))}
    assert {name for name in folders - UTENFOR if not (SRC / name / "__init__.py").exists()} == set()


def test_what_lies_in_no_room_of_the_source_is_tried_from_the_outside() -> None:
    """A test at the top is of the whole program, or of a file at the top of the source."""
    rooms = {path.name for path in SRC.iterdir() if path.is_dir()}
    named = {path.stem.removeprefix("test_") for path in HER.glob("test_*.py")}
    assert named & rooms == set()
