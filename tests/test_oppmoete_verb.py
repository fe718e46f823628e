"""The verb `oppmoete`: said again it says the same, and whoever may stand in for somebody is suggested."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pexpect
import pytest

from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.handling.frammoete import kan_kalles
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import WorkTree

U, DAG = "nav-storelva", "2026-02-11"
FOLK = """\
navn;side;representerer;verv;fra;til;funksjon
Kari Nordmann;bruker;ffo;medlem;1.1.2026;;
Ola Berg;bruker;safo;medlem;1.1.2026;;
Anne Lie;bruker;safo;vara;1.1.2026;31.12.2027;
Eva Strand;bruker;ffo;vara;1.1.2026;31.12.2027;
Nina Vik;nav;;sekretaer;1.1.2026;;
"""


@pytest.fixture
def rot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("folk.csv").write_text(FOLK, encoding="utf-8")
    new = ["--utvalg", "Nav Storelva", "--medlemmer", "folk.csv", "--foerste-moete", DAG, "--ja"]
    assert run(["init", ".", *new, "--dato", "2026-01-01"]) == 0
    return tmp_path


def moetet(rot: Path) -> str:
    return (rot / f"records/utvalg/{U}/moeter/{DAG}.yaml").read_text(encoding="utf-8")


def mappe(rot: Path) -> Utvalgsmappe:
    return load(WorkTree(rot)).register.mapper[U]


def oppmoete(*more: str) -> int:
    return run(["oppmoete", U, DAG, "--godtgjort", "ja", *more, "--dato", DAG])


def test_said_twice_it_stands_once(rot: Path) -> None:
    assert oppmoete("--forfall", "ola-berg") == 0
    once = moetet(rot)
    assert oppmoete("--forfall", "ola-berg") == 0
    assert moetet(rot) == once


def test_said_otherwise_it_takes_the_place_of_what_stood_there(rot: Path) -> None:
    assert oppmoete("--forfall", "ola-berg") == 0
    assert oppmoete("--forfall", "kari-nordmann", "--vara", "eva-strand") == 0
    (moete,) = mappe(rot).moeter
    assert moete.forfall == ("kari-nordmann",)
    assert isinstance(moete.oppmoete, tuple)
    assert [(o.person, o.vara_for) for o in moete.oppmoete] == [
        ("ola-berg", None),
        ("eva-strand", "kari-nordmann"),
    ]


def test_without_a_terminal_the_deputy_is_told_of(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert oppmoete("--forfall", "ola-berg") == 0
    assert "Møtte anne-lie for ola-berg? Før det med --vara anne-lie=ola-berg." in capsys.readouterr().err
    assert "anne-lie" not in moetet(rot)


@pytest.mark.parametrize("said", [("--vara", "anne-lie"), ("--lytter", "anne-lie", "--vara", "eva-strand")])
def test_nobody_is_suggested_for_a_place_that_is_filled(
    rot: Path, said: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert oppmoete("--forfall", "ola-berg", *said) == 0
    assert "Møtte" not in capsys.readouterr().err


def test_on_a_terminal_they_are_asked_after_in_turn(rot: Path) -> None:
    child = pexpect.spawn(
        sys.executable,
        ["-m", "brukerutvalg_cli", "oppmoete", U, DAG, "--forfall", "ola-berg", "--godtgjort", "ja",
         "--dato", DAG],
        cwd=str(rot), env={**os.environ, "LC_ALL": "C.UTF-8", "COLUMNS": "100"}, encoding="utf-8", timeout=20,
    )  # fmt: skip
    child.expect("Møtte anne-lie for ola-berg")
    child.sendline("nei")
    child.expect("Møtte eva-strand for ola-berg")
    child.sendline("ja")
    child.expect("Førte 2 til stede og 1 forfall")
    child.expect(pexpect.EOF)
    assert "vara_for: ola-berg" in moetet(rot)


@pytest.mark.parametrize(
    ("i_rekkefoelge", "ventet"), [(False, ["anne-lie", "eva-strand"]), (True, ["eva-strand", "anne-lie"])]
)
def test_where_the_mandate_says_so_their_numbers_decide(
    rot: Path, i_rekkefoelge: bool, ventet: list[str]
) -> None:
    for person, nummer in (("anne-lie", 2), ("eva-strand", 1)):
        path = rot / f"records/utvalg/{U}/medlemmer/{person}.yaml"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("verv: vara", f"verv: vara\n    nummer: {nummer}"), encoding="utf-8")
    day = mappe(rot).moeter[0].dato
    assert kan_kalles(mappe(rot), day, "ola-berg", (), i_rekkefoelge=i_rekkefoelge) == ventet
