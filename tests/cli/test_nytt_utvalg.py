"""One more council: `init` in a register puts it beside those that are there, and changes nothing of them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from brukerutvalg_cli.cli.run import run
from nytt_register import nytt_register, som_nina

UNGE = (
    "init",
    ".",
    "--utvalg",
    "Ungdomsrådet ved Nav Storelva",
    "--nivaa",
    "ungdom",
    "--dato",
    "2026-03-01",
    "--ja",
)
ID = "ungdomsraadet-ved-nav-storelva"
FOLK = "navn;verv;representerer\nIda Lie;leder;Unge funksjonshemmede\nJon Vik;medlem;Elevrådet\n"


@pytest.fixture(autouse=True)
def rot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The register of Nav Storelva, and a list of young people beside it."""
    som_nina(monkeypatch)
    nytt_register(tmp_path / "r", "--dato", "2026-01-01")
    (tmp_path / "unge.csv").write_text(FOLK, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "r")
    return tmp_path / "r"


def treet(rot: Path) -> dict[str, bytes]:
    files = (path for path in (rot / "records").rglob("*") if path.is_file())
    return {path.relative_to(rot).as_posix(): path.read_bytes() for path in files}


def si(capsys: pytest.CaptureFixture[str], *verb: str, exit: int = 0) -> str:
    capsys.readouterr()
    code = run(list(verb))
    said = capsys.readouterr()
    assert code == exit, said
    return said.out + said.err


def test_it_comes_beside_the_one_that_is_there(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = treet(rot)
    said = si(capsys, *UNGE, "--medlemmer", "../unge.csv", "--side", "bruker")
    assert f"Førte utvalget Ungdomsrådet ved Nav Storelva ({ID}) i registeret." in said
    assert "Ført som nye organisasjoner: Elevrådet (elevraadet)." in said
    assert "lagret i git" in said
    after = treet(rot)
    assert sorted(after.keys() - before.keys()) == [
        "records/regelverk/nav-troendelag-ungdom-2021.yaml",
        f"records/utvalg/{ID}/medlemmer/ida-lie.yaml",
        f"records/utvalg/{ID}/medlemmer/jon-vik.yaml",
        f"records/utvalg/{ID}/utvalg.yaml",
    ]
    (changed,) = [path for path, raw in before.items() if after[path] != raw]
    assert changed == "records/organisasjoner.yaml"
    assert after[changed].startswith(before[changed])  # what it said, it says
    assert si(capsys, "valider", "--dato", "2026-03-02").startswith("Ingen funn")
    assert subprocess.check_output(["git", "status", "--porcelain"], text=True) == ""
    assert "Angret: Førte utvalget" in si(capsys, "angre")
    assert treet(rot) == before


def test_what_the_register_has_is_not_brought_along_again(
    rot: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = treet(rot)
    mandate = rot / "records/regelverk/mal-nav-kontor-2015.yaml"
    mandate.write_bytes(before[mandate.relative_to(rot).as_posix()] + b"# vaar egen\n")
    si(capsys, "init", ".", "--utvalg", "Brukerutvalget ved Nav Elva", "--dato", "2026-03-01", "--ja")
    assert mandate.read_bytes().endswith(b"# vaar egen\n")
    assert treet(rot).keys() - before.keys() == {"records/utvalg/nav-elva/utvalg.yaml"}


@pytest.mark.parametrize(
    ("sagt", "hvorfor"),
    [
        ((), "Et utvalg til fører du i det med «brukerutvalg init . --utvalg NAVN»"),
        (("--utvalg", "Nav Storelva"), "registeret har alt utvalget «nav-storelva»"),
        (("--utvalg", "FFO"), "«ffo» er alt id-en til organisasjonen"),
        (("--utvalg", "Rådet", "--ci", "github"), "--ci: . har alt et register"),
        (("--utvalg", "Rådet", "--lagre", "ja"), "--lagre: . har alt et register"),
    ],
)
def test_what_cannot_be(
    sagt: tuple[str, ...], hvorfor: str, rot: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = treet(rot)
    assert hvorfor in " ".join(si(capsys, "init", ".", *sagt, "--ja", exit=2).split())
    assert treet(rot) == before


def test_a_private_number_is_not_written_here_either(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = treet(rot)
    si(capsys, "init", ".", "--utvalg", "Rådet 01019000083", "--ja", exit=1)
    assert treet(rot) == before


def test_the_other_verb_says_which_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    said = si(capsys, "legg-til", "utvalg", "Ungdomsrådet", exit=2)
    assert "det fører du med «brukerutvalg init . --utvalg NAVN»" in " ".join(said.split())


@pytest.mark.parametrize("hvor", ["records", "records/utvalg/nav-storelva", "notater", "."])
def test_no_register_is_made_within_another(
    hvor: str, rot: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the folder of the register it is one more council; from one in it, whoever stands there is told where."""
    (rot / "notater").mkdir()
    monkeypatch.chdir(rot / hvor)
    before = treet(rot)
    said = " ".join(si(capsys, *UNGE, exit=0 if hvor == "." else 2).split())
    if hvor != ".":
        assert f"«brukerutvalg init {rot} --utvalg NAVN»" in said
        assert treet(rot) == before
    assert not (rot / hvor / "records/records").exists()
