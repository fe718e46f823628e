"""The guide for a new machine is run as it is written: from the list out of Excel to the first notice, all saved."""

from __future__ import annotations

import os
import re
import shlex
from datetime import date
from pathlib import Path

import pytest

from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.funn.finding import Severity
from brukerutvalg_cli.register.tree import WorkTree
from brukerutvalg_cli.validering import valider
from cli.test_angre import git
from cli.test_lagring import ukjent_maskin
from smaa_registre import ROOT

__all__ = ["ukjent_maskin"]
"""A fixture: a machine where git knows nobody."""

SIDEN = (ROOT / "docs/kom-i-gang.md").read_text(encoding="utf-8")
UTEN_DAG = {"lagre", "--version"}
INSTALLERER = {"winget", "py", "python3", "xcode-select", "pipx", "git", "brukerutvalg"}


def blokker(slag: str) -> list[str]:
    return re.findall(rf"^ *```{slag}\n(.*?)^ *```$", SIDEN, re.DOTALL | re.MULTILINE)


def linjer() -> list[tuple[str, list[str]]]:
    """Every line to write with the day it is written on."""
    found, day = [], ""
    for part in re.findall(r"<!-- dag: (\S+) -->|^```sh\n(.*?)^```$", SIDEN, re.DOTALL | re.MULTILINE):
        day = part[0] or day
        found += [(day, shlex.split(line)) for line in part[1].splitlines()]
    return found


def test_from_the_list_to_the_first_notice(capsys: pytest.CaptureFixture[str]) -> None:
    (members,) = blokker("csv")
    Path("medlemmer.csv").write_text("\ufeff" + members.replace("\n", "\r\n"), encoding="utf-8", newline="")
    for day, (program, *command) in linjer():
        if program == "cd":
            os.chdir(command[0])
            continue
        assert program == "brukerutvalg"
        code = run([*command, *([] if command[0] in UTEN_DAG else ["--dato", day])])
        out, err = capsys.readouterr()
        assert code == 0, (command, out, err)
    notice = Path("innkalling.md").read_text(encoding="utf-8")
    assert "Ventetid på hjelpemidler" in notice
    assert "onsdag 11. februar 2026" in notice
    assert "møterommet Elva" in notice
    found = valider(WorkTree(Path.cwd()), date(2026, 1, 26)).funn
    assert [f.finding.message for f in found if f.finding.severity is Severity.FEIL] == []
    assert {line.split(">")[0] for line in git("log", "--format=%an <%ae>").splitlines()} == {
        "Nina Vik <nina.vik@example.no"
    }
    assert git("status", "--porcelain", "--", "records") == ""
    assert len(git("log", "--format=%s").splitlines()) == 1 + len(
        ["moete", *["sak"] * 4, "sakliste", "sendt"]
    )


def test_what_installs_it_is_a_line_for_one_program_each() -> None:
    """They are not run here: they would install. But a line that wraps or pastes wrongly is seen."""
    lines = [
        line.strip()
        for slag in ("powershell", "zsh", "text")
        for part in blokker(slag)
        for line in part.splitlines()
    ]
    assert len(lines) > 5
    assert {line.split()[0] for line in lines} <= INSTALLERER
    assert all(line.isascii() for line in lines)
