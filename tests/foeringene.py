"""A register that git has stored in several versions, and what is found that only the history can tell."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from brukerutvalg_cli.cli.run import run
from githistorien import Commit, historien
from smaa_registre import filer

M = "moeter/2022-03-02"
START: dict[str, Any] = {
    "utvalg": {"foeringsfrist": "7"},
    "medlemmer/kari": {"navn": "Kari Nordmann", "oppnevninger": [{"verv": "leder", "fra": "2020-01-01"}]},
    M: {"innledning": "Velkommen.", "saker": [{"nr": "1/22", "tittel": "Årsplan", "type": "orientering"}]},
    "moeter/2022-05-04": {
        "saker": [{"nr": "2/22", "tittel": "Referat", "type": "godkjenning", "godkjenner": ["2022-03-02"]}]
    },
}


def med(register: dict[str, Any], *changes: tuple[Any, ...]) -> dict[str, Any]:
    """The register with something else at each of these ways."""
    r = deepcopy(register)
    for *way, last, value in changes:
        here: Any = r
        for step in way:
            here = here[step] if isinstance(here, list) else here.setdefault(step, {})
        here[last] = value
    return r


def lag(rot: Path, *versions: tuple[dict[str, Any], str]) -> None:
    historien(rot, [Commit(filer(register), "Nina Vik", day) for register, day in versions])


def funnet(rot: Path, capsys: pytest.CaptureFixture[str], *options: str, navn: str = "") -> list[str]:
    """The findings of these checks, one line each."""
    capsys.readouterr()
    run(["--rot", str(rot), "valider", "--output-format", "concise", "--exit-zero", *options])
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    codes = ("BU311", "BU340", "BU341", "BU342")
    return [line.partition(": ")[2] for line in said.out.splitlines() if any(code in line for code in codes)]
