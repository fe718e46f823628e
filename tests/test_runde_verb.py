"""The verb `runde`: continuity and renewal are shown before a round is written, and a wrong one is stopped."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import WorkTree
from smaa_registre import ROOT

U = "nav-fjordvik"


@pytest.fixture
def rot(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "records", tmp_path / "records")
    return tmp_path


def oppnevnte(rot: Path) -> list[str]:
    mappe = load(WorkTree(rot)).register.mapper[U]
    return sorted(s.person for s in mappe.seter if s.fra == date(2030, 1, 1) and s.verv in ("medlem", "vara"))


def runde(rot: Path, *names: str, ja: bool = True) -> int:
    period = [
        "--fra",
        "1.1.2030",
        "--til",
        "31.12.2031",
        "--dato",
        "2029-12-01",
        "--fullmakt",
        "ja",
        "--samtykke",
        "ja",
    ]
    return run(["--rot", str(rot), "runde", U, *names, *period, *facts, *(["--ja"] if ja else [])])


def test_who_goes_on_who_is_new_and_who_leaves(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["--rot", str(rot), "person", "ny", U, "Eva Strand", "--side", "bruker", "--representerer", "ffo"])
    capsys.readouterr()
    assert (
        runde(rot, "rolf-myhre", "samira-nordahl", "eva-strand", "--likevel", "--menn", "1", "--kvinner", "2")
        == 0
    )
    said = capsys.readouterr().out
    assert "Fortsetter (2): rolf-myhre, samira-nordahl\nNye (1): eva-strand\nSlutter (" in said
    assert oppnevnte(rot) == ["eva-strand", "rolf-myhre", "samira-nordahl"]
    (event,) = (h for h in load(WorkTree(rot)).register.mapper[U].hendelser if h.fra == date(2030, 1, 1))
    assert event.hva == "oppnevningsrunde"
    assert event.kjoenn == {"medlemmer": {"kvinner": 2, "menn": 1}}


def test_a_round_the_mandate_does_not_allow_is_stopped(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = oppnevnte(rot)
    assert runde(rot, "rolf-myhre") == 1
    out, err = capsys.readouterr()
    assert "feil: " in out
    assert "--likevel" in err
    assert oppnevnte(rot) == before


def test_nothing_is_written_until_somebody_says_yes(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = oppnevnte(rot)
    assert runde(rot, "rolf-myhre", "--likevel", ja=False) == 2
    assert "--ja mangler. Skal runden føres?" in capsys.readouterr().err
    assert oppnevnte(rot) == before
