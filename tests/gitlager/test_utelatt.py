"""Utelatt: what git has of the register and did not take out into the folder is said, and how to have it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.gitlager.gitfiler import utelatt
from brukerutvalg_cli.gitlager.utelatt import utelatt_i_ord
from cli.test_angre import git, navn

__all__ = ["navn"]
"""A fixture."""

UTVALG = "navn: {navn}\nnivaa: lokal\nmaalform: nb\nregelverk: []\n"
KUR = "Ta det med: git sparse-checkout disable"


@pytest.fixture
def land(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, navn: None) -> Path:
    """Five councils, and what they share, in a folder of a larger repository."""
    root = tmp_path / "topp" / "r"
    for name in "abcde":
        (root / f"records/utvalg/nav-{name}").mkdir(parents=True)
        (root / f"records/utvalg/nav-{name}/utvalg.yaml").write_text(UTVALG.format(navn=name))
    (root / "records/regelverk").mkdir()
    (root / "records/regelverk/tomt.yaml").write_text("type: mandat\nbestemmelser: []\n")
    (tmp_path / "topp/annet").mkdir()
    (tmp_path / "topp/annet/x").touch()
    monkeypatch.chdir(tmp_path / "topp")
    git("init", "--quiet", "-b", "main")
    git("add", ".")
    git("commit", "--quiet", "-m", "Første")
    monkeypatch.chdir(root)
    return root


def delvis(*how: str) -> None:
    """The names are from the top of the repository, wherever it is said."""
    git("-C", "..", "sparse-checkout", "set", *how)


@pytest.mark.parametrize("indeks", ["--no-sparse-index", "--sparse-index"])
@pytest.mark.parametrize("versjon", ["3", "4"])
def test_councils_that_were_left_out_are_named(indeks: str, versjon: str, land: Path) -> None:
    assert utelatt(land, "records") == []
    git("config", "index.version", versjon)
    delvis("--cone", indeks, "r/records/regelverk", "r/records/utvalg/nav-a")
    assert not (land / "records/utvalg/nav-b").exists()
    assert utelatt_i_ord(land) == (
        "Mappa har ikke alt git har: filer fra nav-b, nav-c, nav-d og 1 utvalg til er ikke hentet ut "
        "(sparse-checkout), og blir ikke vurdert"
    )
    git("sparse-checkout", "disable")
    assert utelatt_i_ord(land) == ""


@pytest.mark.parametrize("indeks", ["--no-sparse-index", "--sparse-index"])
def test_a_register_that_was_left_out_whole_is_seen(indeks: str, land: Path, tmp_path: Path) -> None:
    delvis("--cone", indeks, "annet")
    (land / "records").mkdir(parents=True, exist_ok=True)
    assert "filer som gjelder alle" in utelatt_i_ord(land)


def test_what_is_left_out_of_the_rest_of_the_repository_is_no_concern(land: Path) -> None:
    delvis("--cone", "r")
    assert not (land.parent / "annet").exists()
    assert utelatt_i_ord(land) == ""


def test_what_lies_there_all_the_same_is_not_left_out(land: Path) -> None:
    delvis("--cone", "--no-sparse-index", "r/records/regelverk")
    for name in "abcde":
        (land / f"records/utvalg/nav-{name}").mkdir(parents=True)
        (land / f"records/utvalg/nav-{name}/utvalg.yaml").write_text(UTVALG.format(navn=name))
    assert utelatt_i_ord(land) == ""


def test_where_the_list_cannot_be_read_it_is_said_that_some_may_be_missing(land: Path) -> None:
    delvis("--cone", "--no-sparse-index", "r")
    index = land.parent / ".git/index"
    index.write_bytes(index.read_bytes()[:90])
    assert "hva som mangler, kan ikke sies" in utelatt_i_ord(land)


def test_whoever_judges_by_it_says_so(land: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("valider", "status"):
        run([command])
        assert "sparse" not in "".join(capsys.readouterr())
    delvis("--cone", "r/records/regelverk", "r/records/utvalg/nav-a")
    for asked in (["valider"], ["valider"], ["valider", "nav-a", "--json"]):  # judged, kept, for a program
        run(asked)
        out, err = capsys.readouterr()
        assert "filer fra nav-b, nav-c, nav-d" in err
        assert KUR in err
        assert "sparse" not in out
    run(["valider", "--revisjon", "HEAD"])
    assert "sparse" not in "".join(capsys.readouterr())
    run(["status"])
    assert f"og blir ikke vurdert. {KUR}\n" in capsys.readouterr().out
    run(["status", "--json"])
    assert "nav-b" in json.loads(capsys.readouterr().out)["lagring"]["utelatt"]
    run(["doctor"])
    out = capsys.readouterr().out
    assert "ikke i orden: alt er i mappa – mappa har ikke alt git har" in out
    assert "  rett: git sparse-checkout disable\n" in out
