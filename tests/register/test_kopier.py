"""Copies that a program leaves beside a file."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from brukerutvalg_cli.register.tree import MemoryTree
from brukerutvalg_cli.validering import valider
from smaa_registre import UTVALG, filer

REGISTER: dict[str, Any] = {
    "organisasjoner": {"ffo": {"navn": "FFO", "type": "paraply", "side": "bruker"}},
    "hendelser": [{"hva": "evaluering", "dato": "2022-05-01"}],
    "regelverk/mandatet": {"bestemmelser": []},
    "medlemmer/ola-berg": {"navn": "Ola Berg", "oppnevninger": [{"verv": "medlem", "fra": "2022-01-01"}]},
}


def funn(*mer: tuple[str, str]) -> list[str]:
    """The errors of the register with copies: each by the path it has, of the path it is a copy of."""
    files = filer(REGISTER)
    found = valider(MemoryTree(files | {path: files[of] for path, of in mer}), date(2023, 1, 1)).funn
    return [f"{f.finding.name} {f.finding.place.path}" for f in found if f.finding.code < "BU100"]


FRA = [
    "records/organisasjoner.yaml", "records/regelverk/mandatet.yaml", f"{UTVALG}/utvalg.yaml",
    f"{UTVALG}/hendelser.yaml", f"{UTVALG}/medlemmer/ola-berg.yaml",
]  # fmt: skip
MERKE = ["-DESKTOP-7AB", " (konflikt)", " (Karis konfliktkopi 2026-01-01)", " (1)", " - kopi", "-KARI-PC"]


@pytest.mark.parametrize("merke", MERKE)
@pytest.mark.parametrize("fra", FRA)
def test_a_copy_is_told_of_as_one_wherever_it_lies_and_makes_nothing_unknown(fra: str, merke: str) -> None:
    copy = fra.replace(".yaml", f"{merke}.yaml")
    assert funn((copy, fra)) == [f"fil-kopi {copy}"]
    files = filer(REGISTER)
    report = valider(MemoryTree(files | {copy: files[fra]}), date(2023, 1, 1))
    assert not report.ikke_vurdert


@pytest.mark.parametrize("navn", ["organisasjoner-laptop", "Organisasjoner"])
def test_a_name_that_nothing_of_ones_own_can_have_is_a_copy_in_small_letters_too(navn: str) -> None:
    assert funn((f"records/{navn}.yaml", FRA[0])) == [f"fil-kopi records/{navn}.yaml"]


@pytest.mark.parametrize("navn", ["utvalget (1)", "Utvalget", "utvalget-KARI-PC"])
def test_the_folder_of_a_council_may_be_a_copy(navn: str) -> None:
    assert funn((f"records/utvalg/{navn}/utvalg.yaml", FRA[2])) == [f"fil-kopi records/utvalg/{navn}"]
