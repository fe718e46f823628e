"""What was made public, and says something else now."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

import pytest

from foeringene import START, M, funnet, lag, med
from smaa_registre import skriv

PUBLISERT = {"publisert": {"dato": "2022-03-10", "kanal": "nav.no"}}


def test_what_is_public_and_says_something_else_now(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    base = med(START, ("utvalg", {}))
    public = med(base, (M, "referat", PUBLISERT), (M, "sakliste", deepcopy(PUBLISERT)))
    changed = med(public, (M, "saker", 0, "tittel", "Årsplanen"))
    lag(tmp_path, (base, "2022-01-10"), (public, "2022-03-10"), (changed, "2022-06-01"))
    found = funnet(tmp_path, capsys, "--historikk")
    assert ["referatet" in found[0], "sakslista" in found[1]] == [True, True]
    assert all("sier noe annet nå enn da det ble ført 10. mars 2022" in line for line in found)
    anew = {"publisert": {"dato": "2022-06-02", "kanal": "nav.no"}}
    skriv(tmp_path, med(changed, (M, "referat", anew), (M, "sakliste", deepcopy(anew))))
    assert funnet(tmp_path, capsys, "--historikk") == []
