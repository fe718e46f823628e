"""The guide for taking a name out of what was saved, run as it is written: afterwards it is nowhere."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from brukerutvalg_cli.cli.run import run
from githistorien import Commit, git, historien
from smaa_registre import ROOT, filer

GUIDE = (ROOT / "docs/rydd-i-historikken.md").read_text(encoding="utf-8")
SKRITT = re.findall(r"^```sh\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)


def med(person: str, navn: str, verv: str) -> dict[str, str]:
    member = {"navn": navn, "oppnevninger": [{"verv": verv, "fra": "2022-01-01"}]}
    meeting = {"moeteleder": person, "innledning": f"{navn} ønsket velkommen. Åse også."}
    return filer(
        {f"medlemmer/{person}": member, "medlemmer/aase": {"navn": "Åse Berg"}, "moeter/2022-03-02": meeting}
    )


def test_the_name_is_nowhere_and_the_history_stands(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rot = tmp_path / "register æ"
    versions = [med("kari-nordmann", "Kari Nordmann", "medlem"), med("kari-nordmann", "Kari Nordmann", "leder"),
                med("person-1", "(tatt ut)", "leder")]  # fmt: skip
    who = ("Åse Berg", "Kari Nordmann", "Åse Berg")
    historien(
        rot, [Commit(v, w, f"2022-0{n}-01") for n, (v, w) in enumerate(zip(versions, who, strict=True), 1)]
    )
    git(rot, "tag", "v1", "HEAD~1")

    change, clean, look = SKRITT
    for step in (change, clean):
        subprocess.run(["bash", "-euc", step], cwd=rot, check=True, capture_output=True)
    found = subprocess.run(["bash", "-euc", look], cwd=rot, check=True, capture_output=True, text=True)
    assert found.stdout == "0\n"
    assert "Kari" not in git(rot, "log", "--all", "--format=%an %cn %B", "--stat")

    assert git(rot, "log", "--format=%as", "main").split() == ["2022-03-01", "2022-02-01", "2022-01-01"]
    assert git(rot, "log", "-1", "--format=%as", "v1").strip() == "2022-02-01"
    capsys.readouterr()
    assert run(["--rot", str(rot), "historikk", "utvalget", "person-1"]) == 0
    after = capsys.readouterr().out
    assert "Kari" not in after
    assert "1. februar 2022, (tatt ut) (" in after
    assert "(tatt ut) som leder fra 1. januar 2022 er ført" in after
    assert run(["--rot", str(rot), "valider", "--historikk"]) == 0
