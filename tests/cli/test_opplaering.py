"""Training: what the verb writes down is what a provision counts, and no module is recorded that nobody named."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import WorkTree
from brukerutvalg_cli.validering import valider
from smaa_registre import dom, skriv, utfall

HVERT_AAR = """
regel: {regel: hyppighet, hva: opplaering, minst: 1, per: kalenderaar}
utvalg: {registrert_fra: 2022-01-01}
moeter/2022-02-09: {}
"""
KARI = "medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]%s}\n"


@pytest.mark.parametrize(
    ("tatt", "ventet"),
    [
        ("", ["advarsel hyppighet"]),
        (", opplaering: [{dato: 2022-03-04}]", []),
        (", opplaering: [{modul: 1, dato: 2022-03-04}]", []),
        (", opplaering: [{dato: 2021-03-04}]", ["advarsel hyppighet"]),
    ],
)
def test_training_on_a_page_is_the_training_that_is_counted(tatt: str, ventet: list[str]) -> None:
    assert [line.split(" @ ")[0] for line in utfall(dom(HVERT_AAR + KARI % tatt))] == ventet


@pytest.mark.parametrize("tatt", [", opplaering: ukjent", ", opplaering: [{dato: ukjent}]"])
def test_where_nobody_knows_it_is_not_judged(tatt: str) -> None:
    assert [line.split()[0] for line in utfall(dom(HVERT_AAR + KARI % tatt))] == ["uvisst"]


def test_a_day_that_is_on_a_page_and_in_the_list_of_events_is_one() -> None:
    two = HVERT_AAR.replace("minst: 1", "minst: 2") + KARI % ", opplaering: [{dato: 2022-03-04}]"
    assert utfall(dom(two + "hendelser: [{hva: opplaering, dato: 2022-03-04}]\n")) != []
    assert utfall(dom(two + "hendelser: [{hva: opplaering, dato: 2022-09-04}]\n")) == []


@pytest.mark.parametrize(("sagt", "modul"), [((), None), (("--modul", "2"), 2)])
def test_the_verb_writes_what_was_said(sagt: tuple[str, ...], modul: int | None, tmp_path: Path) -> None:
    skriv(tmp_path, HVERT_AAR + KARI % "")
    assert valider(WorkTree(tmp_path), date(2023, 1, 1)).funn != ()
    said = ["--rot", str(tmp_path), "opplaering", "utvalget", "kari", *sagt, "--dato", "2022-03-04"]
    assert run(said) == 0
    trained = load(WorkTree(tmp_path)).register.mapper["utvalget"].medlemmer["kari"].opplaering
    assert isinstance(trained, tuple)
    assert [(had.modul, had.dato) for had in trained] == [(modul, date(2022, 3, 4))]
    assert valider(WorkTree(tmp_path), date(2023, 1, 1)).funn == ()
