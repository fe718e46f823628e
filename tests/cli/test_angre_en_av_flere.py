"""`angre --liste` and `angre NR`: one command of several is taken back, where nothing done since stands on it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from brukerutvalg_cli.cli.run import run
from nytt_register import nytt_register, som_nina
from test_et_aar import treet

U = "nav-storelva"
Gjoer = Callable[..., str]
EVA = ("person", "ny", U, "Eva Strand", "--side", "bruker")
MOETE = ("moete", "ny", U, "11.2.2026")
VERV = ("oppnevn", U, "eva-strand", "--verv", "kontaktperson", "--fra", "1.3.2026")
LEDER = ("endre", U, "moete", "11.2.2026", "moeteleder", "Eva")


@pytest.fixture
def gjoer(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Gjoer:
    """Gives a command in a new register; what it said."""
    monkeypatch.chdir(tmp_path)
    som_nina(monkeypatch)
    nytt_register(tmp_path, "--dato", "2026-01-01")

    def gjoer(*words: str, exit: int = 0) -> str:
        capsys.readouterr()
        later = [] if words[0] == "angre" else ["--dato", "2026-01-10", "--likevel"]
        code = run([*words, *later])
        out, err = capsys.readouterr()
        assert code == exit, out + err
        return out + err

    return gjoer


def test_they_are_listed_with_numbers_the_last_first(gjoer: Gjoer) -> None:
    assert "det er ingenting å angre" in gjoer("angre", "--liste")
    for step in (EVA, MOETE, VERV):
        gjoer(*step)
    lines = gjoer("angre", "--liste").splitlines()
    assert [line.partition(".")[0].strip() for line in lines[:3]] == ["1", "2", "3"]
    assert "Oppnevnte Eva Strand til kontaktperson" in lines[0]
    assert "møte onsdag 11. februar 2026" in lines[1]
    assert lines[2].endswith("Førte Eva Strand (eva-strand) i nav-storelva (etter at nr. 1 er angret)")


@pytest.mark.parametrize("commit", [(), ("--commit",)])
def test_one_before_the_last_is_taken_back_and_the_others_stand(
    gjoer: Gjoer, commit: tuple[str, ...]
) -> None:
    gjoer(*EVA, *commit)
    before = treet()
    gjoer(*MOETE, *commit)
    gjoer(*VERV, *commit)
    after = treet()
    assert "-status: planlagt" in gjoer("angre", "2", "--dry-run")
    assert treet() == after
    assert "Angret: Førte møte onsdag 11. februar 2026 på planen." in gjoer("angre", "2")
    assert treet().keys() == before.keys()
    assert "kontaktperson" in Path(f"records/utvalg/{U}/medlemmer/eva-strand.yaml").read_text(
        encoding="utf-8"
    )
    if commit:
        log = subprocess.run(["git", "log", "-1", "--format=%s"], capture_output=True, text=True, check=True)
        assert log.stdout.startswith("Angret: Førte møte")
    assert "Angret: Oppnevnte" in gjoer("angre")
    assert treet() == before


def test_what_stands_in_the_way_is_told_by_number(gjoer: Gjoer) -> None:
    gjoer(*EVA)
    gjoer(*MOETE)
    gjoer(*VERV)
    before = treet()
    said = gjoer("angre", "3", exit=2)
    assert "de samme filene er endret etterpå. Angre først nr. 1: Oppnevnte Eva Strand" in said
    assert "det er 3 å angre" in gjoer("angre", "4", exit=2)
    for wrong in ("0", "x", "-1", "1,5", "99999", "²"):
        gjoer("angre", wrong, exit=2)
    assert treet() == before


def test_what_is_named_in_another_file_since_is_not_taken_away(gjoer: Gjoer) -> None:
    gjoer(*EVA)
    gjoer(*MOETE)
    gjoer(*LEDER)
    before = treet()
    said = gjoer("angre", "3", exit=2)
    assert "noe som er ført etterpå, bygger på det: møtet 11. februar 2026 (moeteleder)" in said
    assert treet() == before


def test_a_file_that_somebody_changed_by_hand_is_left(gjoer: Gjoer) -> None:
    gjoer(*EVA)
    gjoer(*MOETE)
    path = Path(f"records/utvalg/{U}/medlemmer/eva-strand.yaml")
    path.write_text(path.read_text(encoding="utf-8") + "# for hånd\n", encoding="utf-8")
    assert "er endret siden" in gjoer("angre", "2", exit=2)
    assert "Angret: Førte møte" in gjoer("angre", "1")
