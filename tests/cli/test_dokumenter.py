"""The verb `dokumenter`: what it writes is what `innkalling` and `referat` write, and only what is stale."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from brukerutvalg_cli import arbeidere
from brukerutvalg_cli.cli.run import run
from smaa_registre import ROOT, UTVALG, skriv

REGISTER = {
    "moeter/2024-01-31": {"oppmoete": [{"navn": "Kari"}]},
    "moeter/2024-03-13": {"status": "innkalt"},
    "moeter/2024-05-15": {"status": "planlagt"},
    "moeter/2024-06-12": {"status": "avlyst"},
}
ALLE = ["innkalling-utvalget-2024-01-31.md", "innkalling-utvalget-2024-03-13.md", "innkalling-utvalget-2024-06-12.md",
        "referat-utvalget-2024-01-31.md"]  # fmt: skip


@pytest.fixture
def rot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    skriv(tmp_path, REGISTER)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def innholdet(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def skrevet(capsys: pytest.CaptureFixture[str], *words: str, exit: int = 0) -> str:
    assert run(["dokumenter", *words]) == exit, capsys.readouterr().err
    return capsys.readouterr().err


def test_what_has_been_sent_or_held_has_its_document(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is only planned has none: a notice of it would be a draft."""
    said = skrevet(capsys, "-o", "ut")
    assert list(innholdet(rot / "ut")) == ALLE
    assert "Skrev 4 dokumenter i ut: 4 nye, 0 endret." in said


@pytest.mark.parametrize("format", ["markdown", "html", "fragment", "tekst"])
def test_they_are_what_each_verb_writes(
    format: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["--rot", str(ROOT), "dokumenter", "nav-vestland", "-o", "ut", "--format", format]) == 0
    found = innholdet(tmp_path / "ut")
    assert found
    for name in found:
        kind, meeting = name.partition("-")[0], name.partition("nav-vestland-")[2][:10]
        run(["--rot", str(ROOT), kind, "nav-vestland", meeting, "-o", "ett/", "--format", format])
    assert innholdet(tmp_path / "ett") == found


def test_only_what_is_stale_is_written(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    skrevet(capsys, "-o", "ut")
    before = {path.name: path.stat().st_mtime_ns for path in (rot / "ut").iterdir()}
    assert "Ingenting er skrevet: dokumentene i ut (4) er som de skal." in skrevet(capsys, "-o", "ut")
    path = rot / UTVALG / "moeter/2024-01-31.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Kari", "Karin"), encoding="utf-8")
    said = skrevet(capsys, "-o", "ut")
    assert "Skrev 1 dokument i ut: 0 nye, 1 endret. 3 var som de skal." in said
    assert f"endret: {Path('ut') / ALLE[-1]}" in said
    assert [p.name for p in sorted((rot / "ut").iterdir()) if p.stat().st_mtime_ns != before[p.name]] == ALLE[
        -1:
    ]


def test_what_answers_to_no_meeting_is_told_of_and_left(
    rot: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    skrevet(capsys, "-o", "ut")
    (rot / "ut/notat.md").write_text("Mitt", encoding="utf-8")
    (rot / f"{UTVALG}/moeter/2024-01-31.yaml").unlink()
    said = skrevet(capsys, "-o", "ut", "--bare", "referat")
    assert "Ligger igjen fra før, uten noe møte som svarer til dem: referat-utvalget-2024-01-31.md." in said
    assert {*ALLE, "notat.md"} == innholdet(rot / "ut").keys()


def test_one_that_cannot_be_made_does_not_stop_the_others(
    rot: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = rot / UTVALG / "moeter/2024-01-31.yaml"
    path.write_text(f"{path.read_text(encoding='utf-8')}sted: {{navn: Ring 91234567}}\n", encoding="utf-8")
    said = skrevet(capsys, "-o", "ut", exit=1)
    assert list(innholdet(rot / "ut")) == ALLE[1:3]
    assert f"{UTVALG}/moeter/2024-01-31.yaml" in said
    assert f"Ikke skrevet: {ALLE[0]}, {ALLE[-1]}. Rett det som står over, og prøv igjen." in said


def test_a_council_that_cannot_be_read_does_not_stop_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "records", tmp_path / "records")
    (tmp_path / "records/utvalg/nav-vestland/utvalg.yaml").write_text("navn: [", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    said = skrevet(capsys, "-o", "ut", "--bare", "referat", exit=1)
    assert "records/utvalg/nav-vestland/utvalg.yaml:1:" in said
    assert "Ikke skrevet: alle for nav-vestland." in said
    assert {name.partition("-2")[0] for name in innholdet(tmp_path / "ut")} >= {"referat-nav-fjordvik"}


def test_several_processes_write_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    command = ["--rot", str(ROOT), "dokumenter", "--format", "html", "-o"]
    assert run([*command, "en"]) == 0
    alone = capsys.readouterr().err
    monkeypatch.setattr(arbeidere, "FILER_TIL_HVER", 1)
    monkeypatch.setattr(arbeidere, "antall", lambda: 2)
    assert run([*command, "to"]) == 0
    assert capsys.readouterr().err == alone.replace(f"en{Path('/')}", f"to{Path('/')}").replace(
        "i en:", "i to:"
    )
    assert innholdet(tmp_path / "to") == innholdet(tmp_path / "en")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "-o mangler: hvilken mappe skal dokumentene ligge i?"),
        (("-o", "records/ut"), "ligger inne i registeret, der bare registeret selv skrives"),
        (("-o", ".git/ut"), "hører til git, og blir ikke skrevet"),
        (("-o", "fila"), "kan ikke skrives"),
    ],
)
def test_where_they_may_not_lie(
    rot: Path, words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (rot / "fila").write_text("Mitt", encoding="utf-8")
    assert run(["dokumenter", *words]) != 0
    assert said in capsys.readouterr().err
    assert (rot / "fila").read_text(encoding="utf-8") == "Mitt"


def test_where_nothing_could_be_written_it_is_not_said_that_there_is_nothing(
    rot: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (rot / "ut").write_text("en fil", encoding="utf-8")
    said = skrevet(capsys, "-o", "ut", exit=1)
    assert "kan ikke skrives" in said
    assert "Ikke skrevet: alle for utvalget." in said
    assert "ingen slike dokumenter" not in said
