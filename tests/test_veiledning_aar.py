"""The guide to a year is run from top to bottom: every command in it does what it says, on the day it is done."""

from __future__ import annotations

import re
import shlex
from datetime import date
from pathlib import Path

import pytest

from brukerutvalg_cli.cli.app import VERBS
from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.funn.finding import Severity
from brukerutvalg_cli.register.tree import WorkTree
from brukerutvalg_cli.validering import valider
from nytt_register import som_nina
from smaa_registre import ROOT

VEILEDNINGEN = (ROOT / "docs/et-aar.md").read_text(encoding="utf-8")
UTEN_DAG = {"angre", "doctor", "endringer", "historikk", "lagre", "som-det-var"}


def kommandoer() -> list[tuple[str, list[str]]]:
    """Every command with the day it is given on."""
    found, day = [], ""
    for part in re.findall(r"<!-- dag: (\S+) -->|^```sh\n(.*?)^```$", VEILEDNINGEN, re.DOTALL | re.MULTILINE):
        day = part[0] or day
        found += [(day, shlex.split(line)[1:]) for line in part[1].splitlines()]
    return found


def test_every_command_does_what_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BRUKERUTVALG_COMMIT")
    som_nina(monkeypatch)
    (members,) = re.findall(r"^```csv\n(.*?)^```$", VEILEDNINGEN, re.DOTALL | re.MULTILINE)
    Path("folk.csv").write_text(members, encoding="utf-8")
    for day, command in kommandoer():
        code = run([*command, *([] if command[0] in UTEN_DAG else ["--dato", day])])
        out, err = capsys.readouterr()
        assert code == 0, (command, out, err)
        assert "feil i programmet" not in err
    found = valider(WorkTree(tmp_path), date(2026, 4, 10)).funn
    assert [f.finding.message for f in found if f.finding.severity is Severity.FEIL] == []


def test_every_verb_is_in_the_guide() -> None:
    for verb in VERBS:
        assert re.search(rf"\b{verb.name}\b", VEILEDNINGEN), verb.name
