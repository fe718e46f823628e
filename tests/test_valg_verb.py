"""The verb `valg`: the election of case 28/22, in the shipped register as it was before it was written down."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.endring.skriv import lagre
from brukerutvalg_cli.endring.utkast import Utkast
from brukerutvalg_cli.handling.filer import personfil
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import WorkTree
from brukerutvalg_cli.validering import valider
from smaa_registre import ROOT
from test_shipped_records import assert_case_28

MOETET = "records/utvalg/nav-vestland/moeter/2022-11-16.yaml"
DE_FEM = ["kari-nordmann", "per-hansen", "anne-lie", "ola-berg", "eva-dahl"]
VALGET = ["nav-vestland", "16.11.2022", "28/22", *DE_FEM, "--verv", "redaksjonsraad"]
TIDA = ["--fra", "1.1.2023", "--til", "31.12.2023", "--dato", "2022-11-16"]


@pytest.fixture
def rot(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "records", tmp_path / "records")
    utkast = Utkast(WorkTree(tmp_path))
    utkast.fjern(MOETET, ("saker", 5, "valg", 2))
    mappe = load(WorkTree(tmp_path)).register.mapper["nav-vestland"]
    for person in DE_FEM:
        terms = mappe.medlemmer[person].oppnevninger
        at = next(nr for nr, term in enumerate(terms) if term.verv == "redaksjonsraad")
        utkast.fjern(personfil(mappe, person), ("oppnevninger", at))
    lagre(tmp_path, utkast.endringer())
    assert valider(WorkTree(tmp_path), date(2022, 11, 16)).funn == ()
    return tmp_path


def test_it_is_stopped_before_anything_is_written(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (rot / MOETET).read_bytes()
    assert run(["--rot", str(rot), "valg", *VALGET, *TIDA]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "redaksjonsrådet får 3 fra brukersiden og 2 fra Nav; regelverket vil ha 2 fra brukersiden" in err
    for person in ("Kari Nordmann", "Per Hansen", "Anne Lie"):
        assert f"\n  la {person} gå ut\n" in err
    assert "--likevel" in err
    assert (rot / MOETET).read_bytes() == before


def test_it_can_be_written_all_the_same_and_the_finding_stays(
    rot: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--rot", str(rot), "valg", *VALGET, *TIDA, "--likevel"]) == 0
    assert "regelverket vil ha 2 fra brukersiden" in capsys.readouterr().out
    (located,) = valider(WorkTree(rot), date(2022, 11, 16)).funn
    assert_case_28(located)


def test_a_legal_one_is_written_at_once(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    four = ["nav-vestland", "16.11.2022", "28/22", *DE_FEM[1:], "--verv", "redaksjonsraad"]
    assert run(["--rot", str(rot), "valg", *four, *TIDA]) == 0
    assert "Neste steg: brukerutvalg referat nav-vestland 2022-11-16" in capsys.readouterr().out
    assert valider(WorkTree(rot), date(2022, 11, 16)).funn == ()


@pytest.mark.parametrize(
    ("feil", "ventet"),
    [
        ({"kari-nordmann": "kari-normann"}, "PERSON: «kari-normann» finnes ikke. Mente du «kari-nordmann»?"),
        (
            {"redaksjonsraad": "redaksjonsråd"},
            "--verv: «redaksjonsråd» finnes ikke. Mente du «redaksjonsraad»?",
        ),
        ({"28/22": "82/22"}, "sak 82/22 står ikke på sakslista til møtet 2022-11-16"),
        (
            {"16.11.2022": "17.11.2022"},
            "har ikke noe møte torsdag 17. november 2022. De nærmeste: 2022-09-22",
        ),
        ({"nav-vestland": "nav-vesland"}, "utvalget «nav-vesland» finnes ikke. Mente du «nav-vestland»?"),
        ({"1.1.2023": "31.2.2023"}, "--fra: «31.2.2023» er ikke en dag som finnes."),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_a_slip_is_answered_with_what_was_meant(
    rot: Path, feil: dict[str, str], ventet: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (rot / MOETET).read_bytes()
    assert run(["--rot", str(rot), "valg", *(feil.get(word, word) for word in [*VALGET, *TIDA])]) == 2
    assert ventet in capsys.readouterr().err
    assert (rot / MOETET).read_bytes() == before


def test_an_election_that_is_on_record_is_judged_again_and_not_written_twice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "records", tmp_path / "records")
    before = {p: p.read_bytes() for p in (tmp_path / "records").rglob("*.yaml")}
    assert run(["--rot", str(tmp_path), "valg", *VALGET, *TIDA]) == 1
    assert "redaksjonsrådet får 3 fra brukersiden og 2 fra Nav" in capsys.readouterr().err
    assert run(["--rot", str(tmp_path), "valg", *VALGET, *TIDA, "--likevel"]) == 0
    assert "Det står der alt. Ingenting er skrevet." in capsys.readouterr().err
    four = ["nav-vestland", "16.11.2022", "28/22", *DE_FEM[1:], "--verv", "redaksjonsraad"]
    assert run(["--rot", str(tmp_path), "valg", *four, *TIDA]) == 2
    said = "i sak 28/22 er Kari Nordmann, Per Hansen, Anne Lie, Ola Berg og Eva Dahl alt ført som valgt"
    assert said in capsys.readouterr().err
    assert {p: p.read_bytes() for p in (tmp_path / "records").rglob("*.yaml")} == before


def test_a_mandate_that_cannot_be_read_allows_nothing(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (rot / "records/regelverk/nav-vestland-2019.yaml").write_text("tittel: [", encoding="utf-8")
    before = (rot / MOETET).read_bytes()
    assert run(["--rot", str(rot), "valg", *VALGET, *TIDA]) == 2
    said = capsys.readouterr().err
    assert "regelverket «nav-vestland-2019» for nav-vestland kan ikke leses" in said
    assert "Med --likevel føres valget uten å bli prøvd" in said
    assert (rot / MOETET).read_bytes() == before
    assert run(["--rot", str(rot), "valg", *VALGET, *TIDA, "--likevel"]) == 0
    assert (rot / MOETET).read_bytes() != before
