"""Copies that a program leaves beside a file, names that differ in case alone, and one person in two files."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from brukerutvalg_cli.register.tree import MemoryTree
from brukerutvalg_cli.validering import valider
from smaa_registre import UTVALG, dom, filer, utfall

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


OLA = "medlemmer/ola-berg: {navn: Ola Berg, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}\n"


@pytest.mark.parametrize(
    ("andre", "ventet"),
    [
        ("medlemmer/ola-berg-laptop: {navn: Ola Berg, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}", 1),
        (
            "medlemmer/ola: {navn: ola  BERG, oppnevninger: [{verv: medlem, fra: 2022-01-01, til: 2023-12-31}]}",
            1,
        ),
        ("medlemmer/ola-berg-2: {navn: Ola Berg, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}", 0),
        ("medlemmer/ola: {navn: Ola Berg, oppnevninger: [{verv: vara, fra: 2022-01-01}]}", 0),
        ("medlemmer/ola-berg-2: {navn: Ola Berg (Vik), oppnevninger: [{verv: medlem, fra: 2022-01-01}]}", 0),
        ("medlemmer/ola-berg-2: {navn: Ola Berg}", 0),
    ],
)
def test_one_person_in_two_files(andre: str, ventet: int) -> None:
    assert [said.split(" @")[0] for said in utfall(dom(OLA + andre))] == ["advarsel samme-person"] * ventet


def test_two_files_of_one_with_no_term() -> None:
    same = "{navn: Ola Berg, side: nav}"
    assert len(utfall(dom(f"medlemmer/a: {same}\nmedlemmer/b: {same}"))) == 1
    assert utfall(dom(f"medlemmer/a: {same}\nmedlemmer/b: {{navn: Ola Berg}}")) == []


def test_ids_that_differ_in_case_alone() -> None:
    bodies = "{navn: F, type: paraply, side: bruker}"
    said = utfall(dom(f"organisasjoner: {{ffo: {bodies}, FFO: {bodies}, rio: {bodies}}}"))
    assert said == ["feil samme-person @ organisasjoner ffo"]
