"""What is measured, on a country of two councils: that all of it can be, and is written down. No time is asserted."""

from __future__ import annotations

import platform
import re
from pathlib import Path

import pytest

import alle
import ett_utvalg
import hurtiglageret
import landet
import referatene
import valgbar
from avlegger import program
from brudd import SLAGENE, UTELATT
from brukerutvalg_cli.kontroll.tabell import SJEKKER
from brukerutvalg_cli.register.filfeil.tabell import FILFEIL
from maaling import Maalinger, Rad, Tid, forhold
from test_speilet import SLAG

MAALT = (
    *("`--version`", "a verb that does nothing"),
    *(
        "`valider`, one council of 100 files",
        "the same | check-jsonschema",
        "`status`, the same",
        "`frister`",
    ),
    *("`referat`", "a verb that writes, the same", "`valider`, nothing kept", "the same, per file"),
    *(
        "largest process",
        "the same at twice",
        "`valider`, one council in the country",
        "`status`, one council in",
    ),
    *("a verb that writes, one council in", "`valider`, nothing changed", "the first run of the next day"),
    *("one meeting changed", "minutes rendered and compared", "ruff"),
)
"""What the issue of the country in a breath asks to have measured."""


def test_every_sort_of_breach_is_planted_or_it_is_said_why_not() -> None:
    checked = {sjekk.navn for sjekk in SJEKKER} | {each.name for each in FILFEIL} | SLAG | {"mal-feil"}
    assert SLAGENE.keys() | UTELATT.keys() == checked
    assert SLAGENE.keys() & UTELATT.keys() == set()


def test_all_of_it_is_measured_and_written_down(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Our own commands are begun by one that has read the program in: it is no time that is looked at."""
    for module in (ett_utvalg, hurtiglageret, landet, referatene, valgbar):
        monkeypatch.setattr(module, "OURS", tuple(program()))
    for module in (hurtiglageret, landet):
        monkeypatch.setattr(module, "EN_GANG", 0)
    monkeypatch.setattr(valgbar, "MEDLEMMER", (1,))
    monkeypatch.setattr(alle, "UTVALG", 2)
    monkeypatch.setattr(alle, "RUNDER", 1)
    alle.main(tmp_path / "RESULTS.md")
    text = (tmp_path / "RESULTS.md").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| ")][1:]
    for what in MAALT:
        assert any(what in row for row in rows), what
    assert all(
        re.fullmatch(r"\| [^|]+ \| [^|]* \| [\d.]+(?: \w+)? \| [\d.]* \| [^|]* \|", row) for row in rows
    )
    assert platform.python_version() in text
    assert not platform.node() or platform.node() not in text


def test_a_ratio_is_that_of_the_medians() -> None:
    found, runs = Maalinger(), iter([Tid(1.0, 2.0, 1.0), Tid(9.0, 18.0, 9.0), Tid(2.0, 4.0, 2.0)])
    for _ in range(3):
        found.ta("vår", lambda: next(runs))
        found.ta("deres", lambda: Tid(4.0, 1.0, 0))
    assert found.av("vår") == Tid(2.0, 4.0, 9.0)
    row = forhold("vår", "deres", found.av("vår"), found.av("deres"), 1)
    assert row == Rad("vår", "deres", 0.5, 1, 4.0)
    assert alle.linje(row) == "| vår | deres | 0.50 | 4.00 | ≤ 1 |"
