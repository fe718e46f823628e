"""How files look from the outside: what changes shows, and what may have changed within a tick is not trusted."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from brukerutvalg_cli.hurtiglager.avtrykk import ALDRI, TIKK, Avtrykk, av_filene, programmet, registeret
from tjue_utvalg import legg_ut, tjue_utvalg


@pytest.fixture
def rot(tmp_path: Path) -> Path:
    legg_ut(tmp_path, tjue_utvalg(2))
    return tmp_path


def test_a_file_within_the_tick_may_have_changed_again() -> None:
    seen = Avtrykk("en", 1000)
    assert not seen.staar(seen, 1000)
    assert not seen.staar(seen, 1000 + TIKK)
    assert seen.staar(seen, 1001 + TIKK)
    assert not Avtrykk("to", 1000).staar(seen, 1001 + TIKK)
    assert not Avtrykk("en", ALDRI).staar(seen, 1001 + TIKK)


def test_each_council_looks_as_its_own_files_do(rot: Path) -> None:
    before = registeret(rot)
    assert before.keys() == {"", "utvalg-00", "utvalg-01"}
    assert registeret(rot) == before
    with (rot / "records/utvalg/utvalg-01/hendelser.yaml").open("a") as file:
        file.write("\n")
    after = registeret(rot)
    assert [name for name in before if before[name] != after[name]] == ["utvalg-01"]


def test_a_council_that_comes_or_is_emptied_is_another_country(rot: Path) -> None:
    before = registeret(rot)
    (rot / "records/utvalg/ny").mkdir()
    assert registeret(rot) == before
    (rot / "records/utvalg/ny/utvalg.yaml").write_text("navn: Ny\n")
    assert registeret(rot)[""] != before[""]
    (rot / "records/utvalg/ny/utvalg.yaml").unlink()
    assert registeret(rot) == before


def test_some_files_look_the_same_whichever_way_they_are_looked_at(
    rot: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a folder cannot be held open, each file is looked for from the top."""
    paths = sorted(path.relative_to(rot).as_posix() for path in rot.rglob("*.yaml"))
    seen = av_filene(rot, paths)
    assert seen
    monkeypatch.setattr(os, "supports_dir_fd", set())
    assert av_filene(rot, paths) == seen
    (rot / paths[-1]).write_text("navn: Et annet\n")
    assert av_filene(rot, paths) != seen


def test_of_one_folder_each_file_and_name_counts(rot: Path) -> None:
    folder = rot / "records/utvalg/utvalg-01/moeter"
    paths = sorted(path.relative_to(rot).as_posix() for path in folder.glob("*.yaml"))
    seen = av_filene(rot, paths)
    assert seen
    assert av_filene(rot, paths[:1]) != seen
    last = rot / paths[-1]
    last.rename(folder / "2030-01-01.yaml")
    assert av_filene(rot, paths) is None
    (folder / "2030-01-01.yaml").rename(last)
    last.unlink()
    last.mkdir()
    assert av_filene(rot, paths) is None


@pytest.mark.skipif(os.name == "nt", reason="needs links")
def test_what_is_behind_a_link_is_looked_at_each_time(rot: Path) -> None:
    (rot / "records/utvalg/utvalg-01/moeter/2020-01-01.yaml").symlink_to(rot / "records/organisasjoner.yaml")
    assert registeret(rot)["utvalg-01"].nyeste == ALDRI
    assert registeret(rot)["utvalg-00"].nyeste < ALDRI


def test_an_edit_of_the_program_is_another_program(tmp_path: Path) -> None:
    (tmp_path / "under").mkdir()
    (tmp_path / "under" / "regel.py").write_text("a = 1\n")
    before = programmet(tmp_path)
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "regel.pyc").write_text("")
    assert programmet(tmp_path) == before
    (tmp_path / "under" / "regel.py").write_text("a = 2\n")
    assert programmet(tmp_path) != before
