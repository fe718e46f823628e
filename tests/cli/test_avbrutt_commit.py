"""A command that is killed between its files and its commit: the next one that writes finds out what became of it."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

import pytest

from avlegger import program
from cli.test_angre import EVA, NY, U, git, navn, register, si
from test_et_aar import treet

__all__ = ["navn", "register"]
"""Fixtures."""

BESTILT = Path(".brukerutvalg/bestilt.json")
NESTE = ("moete", "ny", U, "11.2.2026", "--dato", "2026-01-05")
DREP = "#!/bin/sh\nkill -9 $(cut -d' ' -f4 /proc/$PPID/stat)\nexit {kode}\n"
"""A hook that kills whoever started git, and then lets the commit be made, or not."""


def drept_i_committen(*kommando: str, laget: bool) -> None:
    hook = Path(".git/hooks/pre-commit")
    before = hook.read_text() if hook.exists() else ""
    hook.write_text(DREP.format(kode=0 if laget else 1))
    hook.chmod(0o755)
    done = subprocess.run([*program(), *kommando], check=False, capture_output=True)
    assert done.returncode == -9, done.stderr
    assert BESTILT.exists()
    for _ in range(1200):  # git is alone now, and ends by itself
        if not Path(".git/index.lock").exists():
            break
        time.sleep(0.05)
    hook.write_text(before)


def sist() -> str:
    return git("log", "-1", "--format=%s").strip()


@pytest.mark.usefixtures("register")
def test_what_was_not_committed_is_told_once_and_nothing_is_left_for_others(
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = treet()
    drept_i_committen(*NY, "--commit", laget=False)
    Path("notat.txt").write_text("av en annen")
    git("add", "notat.txt")
    git("commit", "--quiet", "-m", "En annens", "--no-verify")
    assert EVA.as_posix() not in git("show", "--name-only", "--format=")
    said = si(capsys, *NESTE)
    assert "ikke lagret i git: en kommando ble avbrutt før den hadde lagret «Førte Eva Strand" in said
    assert "lagrer du dem med «brukerutvalg lagre»" in said
    assert git("status", "--porcelain", EVA.as_posix()).startswith("??")
    assert not BESTILT.exists()
    assert "avbrutt" not in si(capsys, "angre")
    assert EVA.exists()
    si(capsys, "angre")
    assert treet() == before | {"notat.txt": b"av en annen"}


@pytest.mark.usefixtures("register")
def test_what_was_committed_all_the_same_is_undone_with_a_commit(capsys: pytest.CaptureFixture[str]) -> None:
    drept_i_committen(*NY, "--commit", laget=True)
    assert EVA.as_posix() in git("show", "--name-only", "--format=")
    assert "avbrutt" not in si(capsys, "angre")
    assert sist().startswith("Angret: Førte Eva Strand")
    assert git("status", "--porcelain") == ""
    assert not BESTILT.exists()


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("laget", [True, False])
def test_an_undoing_that_was_not_committed_is_told_too(
    laget: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    si(capsys, *NESTE, "--commit")
    si(capsys, *NY, "--commit")
    drept_i_committen("angre", laget=laget)
    assert not EVA.exists()
    said = si(capsys, "angre")
    told = f"før den hadde lagret «Angret: Førte Eva Strand (eva-strand) i {U}»"
    assert (told in said) is not laget, said
    assert sist().startswith("Angret: Førte møte"), "the one before is undone as it was made"


@pytest.mark.usefixtures("register")
def test_a_command_that_was_told_no_is_not_told_of_again(capsys: pytest.CaptureFixture[str]) -> None:
    Path(".git/index.lock").touch()
    assert "ikke lagret i git" in si(capsys, *NY, "--commit", exit=1)
    assert not BESTILT.exists()


def test_a_new_register_that_was_not_committed_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], navn: None
) -> None:
    monkeypatch.chdir(tmp_path)
    git("init", "--quiet", "-b", "main")
    drept_i_committen("init", ".", "--utvalg", "Nav Storelva", "--ja", "--dato", "2026-01-01", laget=False)
    said = si(capsys, *NESTE)
    assert "hadde lagret «Nytt register»" in said
    assert "«brukerutvalg lagre».\n" in said, "and there is nothing to undo"


@pytest.mark.usefixtures("register")
def test_a_note_that_somebody_else_made_is_set_aside(capsys: pytest.CaptureFixture[str]) -> None:
    si(capsys, *NY)
    for text in (
        "[]",
        "{",
        '{"melding": "x", "filer": ["../ute.yaml"]}',
        '{"melding": "x\\u001b", "filer": []}',
    ):
        BESTILT.write_text(text)
        said = si(capsys, *NESTE)
        assert "bestilt.json er ikke slik programmet skriver den. Den er lagt til side" in said
        assert not BESTILT.exists()
        si(capsys, "angre")
