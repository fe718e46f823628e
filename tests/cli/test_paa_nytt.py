"""A command that lost a file to another one is run once more, with the same answers, and gets in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from avlegger import python
from brukerutvalg_cli.cli import besvart, svar
from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.endring import dagbok, skriv
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import WorkTree
from smaa_registre import skriv as skriv_register

REGISTER = """
utvalg: {regelverk: [{id: regelverket, fra: 2000-01-01}]}
hendelser: [{hva: evaluering, dato: 2025-01-01}]
"""
U = "utvalget"
HENDELSER = f"records/utvalg/{U}/hendelser.yaml"


@pytest.fixture
def rot(tmp_path: Path) -> Path:
    skriv_register(tmp_path, REGISTER)
    return tmp_path


def kappes(monkeypatch: pytest.MonkeyPatch, rot: Path, ganger: int) -> None:
    """So many times, somebody else writes just before we do."""
    really, left = dagbok.lagre_og_husk, [ganger]

    def lagre(root: Path, melding: str, endringer: Sequence[Any], *, bestilt: bool) -> None:
        if left[0]:
            left[0] -= 1
            text = (rot / HENDELSER).read_text(encoding="utf-8")
            (rot / HENDELSER).write_text(text + f"# {left[0]}\n", encoding="utf-8")
        really(root, melding, endringer, bestilt=bestilt)

    monkeypatch.setattr(dagbok, "lagre_og_husk", lagre)


NY = ("hendelse", "ny", U, "--dato", "2026-01-05")


def test_it_reads_again_and_gets_in(
    rot: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    kappes(monkeypatch, rot, 1)
    assert run(["--rot", str(rot), *NY, "evaluering"]) == 0
    out, err = capsys.readouterr()
    assert "Leser det på nytt" in err
    assert out.count("Neste steg") == 1
    text = (rot / HENDELSER).read_text(encoding="utf-8")
    assert "# 0\n" in text
    assert len(load(WorkTree(rot)).register.mapper[U].hendelser) == 2


def test_what_loses_twice_is_told_and_writes_nothing(
    rot: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    kappes(monkeypatch, rot, 2)
    assert run(["--rot", str(rot), *NY, "evaluering"]) == 2
    err = capsys.readouterr().err
    assert err.count("Leser det på nytt") == 1
    assert "hendelser.yaml er endret av noe annet imens. Ingenting er skrevet" in err
    assert len(load(WorkTree(rot)).register.mapper[U].hendelser) == 1


def test_nobody_is_asked_twice(
    rot: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    kappes(monkeypatch, rot, 1)
    asked = []

    def prompt(question: str, **options: Any) -> str:
        asked.append(question)
        return "evaluering"

    monkeypatch.setattr(svar, "kan_spoerre", lambda: True)
    monkeypatch.setattr("typer.prompt", prompt)
    assert run(["--rot", str(rot), *NY]) == 0, capsys.readouterr().err
    assert len(asked) == 1
    assert run(["--rot", str(rot), *NY[:-1], "2026-01-06"]) == 0
    assert len(asked) == 2  # it is another command that asks now


def test_an_answer_is_given_again_to_the_question_it_was_given_to(monkeypatch: pytest.MonkeyPatch) -> None:
    given = iter(["a", "b", "c", "d"])
    monkeypatch.setattr("typer.prompt", lambda question, **options: next(given))
    monkeypatch.setattr(svar, "kan_spoerre", lambda: True)

    def spoer(*questions: str) -> list[str]:
        return [svar.svar("", "", question, svar.tekst) for question in questions]

    with besvart.husker() as fra_begynnelsen:
        assert spoer("1", "2") == ["a", "b"]
        fra_begynnelsen()
        assert spoer("1", "3", "2") == [
            "a",
            "c",
            "d",
        ]  # after another question, nobody knows what "b" was said to


def test_who_waits_is_told_so(
    rot: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import subprocess

    code = (
        "import sys, time; from pathlib import Path; from brukerutvalg_cli.endring.skriv import alene\n"
        "with alene(Path(sys.argv[1])):\n    print('har den', flush=True); sys.stdin.read()"
    )
    monkeypatch.setattr(skriv, "TAAL", 0.05)
    monkeypatch.setattr(skriv, "VENT", 0.2)
    holder = subprocess.Popen(
        [*python(), "-c", code, str(rot)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        assert run(["--rot", str(rot), *NY, "evaluering"]) == 2
        err = capsys.readouterr().err
        holder.communicate()
    assert "Venter til den er ferdig" in err
    assert "Prøv igjen når den er ferdig" in err
