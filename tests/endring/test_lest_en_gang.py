"""What is written is made of what was read, once: nothing that others write meanwhile is lost, or mistaken."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.endring.utkast import Utkast
from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.register import load as lesing
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import MemoryTree, WorkTree
from smaa_registre import skriv

A, B = "records/a.yaml", "records/b.yaml"
TEKST = "navn: A\nliste: [x, y]\n"
STEG: dict[str, Callable[[Utkast], Any]] = {
    "sett": lambda utkast: utkast.sett(A, ("navn",), "B"),
    "legg_til": lambda utkast: utkast.legg_til(A, ("liste",), "z"),
    "fjern": lambda utkast: utkast.fjern(A, ("liste", 0)),
    "ombytt": lambda utkast: utkast.ombytt(A, ("liste", 0), 1),
    "flytt": lambda utkast: utkast.flytt(A, B),
    "raa": lambda utkast: utkast.raa(A, b"navn: B\n"),
    "verdi, sett": lambda utkast: utkast.sett(A, ("navn",), f"{utkast.verdi(A, ('navn',))} B"),
}


class Skrives(MemoryTree):
    """A tree that somebody writes in after each reading."""

    def __init__(self) -> None:
        super().__init__({A: TEKST})
        self.ganger = 0

    def read(self, path: str) -> bytes | Finding:
        self.ganger += 1
        return TEKST.encode() + f"nr: {self.ganger}\n".encode()


@pytest.mark.parametrize("steg", STEG)
def test_a_change_is_made_of_what_it_is_written_over(steg: str) -> None:
    draft = Utkast(Skrives())
    STEG[steg](draft)
    before = next(change.foer for change in draft.endringer() if change.path == A)
    assert before is not None
    again = Utkast(MemoryTree({A: before}))
    STEG[steg](again)
    assert draft.endringer() == again.endringer()


REGISTER = """
moeter/2026-02-11:
  status: planlagt
  saker: [{nr: 1/26, tittel: Ventetid, type: annet}, {nr: 2/26, tittel: Budsjett, type: annet}]
"""
MOETE = "records/utvalg/utvalget/moeter/2026-02-11.yaml"


def test_what_was_found_is_what_is_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Somebody puts a case first while we are looking at the second: it is not the first that is written in."""
    skriv(tmp_path, REGISTER)
    path, left = tmp_path / MOETE, [1]

    def lest_foer_en_annen(*arguments: Any, **named: Any) -> Any:
        found = load(*arguments, **named)
        if left:
            left.clear()
            text = path.read_text(encoding="utf-8")
            new = "saker:\n- {nr: 3/26, tittel: Ny, type: annet}\n"
            path.write_text(text.replace("saker:\n", new), encoding="utf-8")
        return found

    monkeypatch.setattr(lesing, "load", lest_foer_en_annen)
    command = ("sak", "foer", "utvalget", "2026-02-11", "2/26", "--referat", "Om budsjettet.", "--likevel")
    assert run(["--rot", str(tmp_path), *command, "--dato", "2026-02-11"]) == 0
    assert "Leser det på nytt" in capsys.readouterr().err
    (meeting,) = load(WorkTree(tmp_path)).register.mapper["utvalget"].moeter
    assert {sak.nr: sak.referat for sak in meeting.saker} == {
        "3/26": None,
        "1/26": None,
        "2/26": "Om budsjettet.",
    }
