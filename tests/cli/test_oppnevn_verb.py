"""The verb `oppnevn`: whoever had the verv before is done, or sits on, and it is never left unsaid which."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import WorkTree
from smaa_registre import skriv

FOLK = """
utvalg: {verv: {talsperson: Talsperson}}
medlemmer/kari: {oppnevninger: [{verv: VERV, fra: 2025-01-01, til: 2026-12-31}]}
medlemmer/ola: {oppnevninger: [OLA]}
medlemmer/per: {}
moeter/2026-02-11: {saker: [SAK]}
"""
OLA = "{verv: VERV, fra: 2025-01-01}"
SENERE = (
    "{nr: 1/26, tittel: Valg, type: valg, valg: [{verv: VERV, valgt: ola, fra: 2026-10-01, til: 2026-12-31}]}"
)
OLA_VALGT = "{verv: VERV, fra: 2026-10-01, til: 2026-12-31, valgt_i: 1/26}"
KARI, OLA_SITTER = "kari 2025-01-01 2026-12-31", "ola 2025-01-01 None"


def oppnevn(tmp_path: Path, verv: str, *valg: str, ola: str = "", sak: str = "", exit: int = 0) -> list[str]:
    """Who has the verv when Per has been appointed to it from 1 June."""
    skriv(tmp_path, FOLK.replace("OLA", ola).replace("SAK", sak).replace("VERV", verv))
    words = ["oppnevn", "utvalget", "per", "--verv", verv, "--fra", "2026-06-01", "--likevel", *valg]
    assert run(["--rot", str(tmp_path), *words, "--dato", "2026-05-01"]) == exit
    seats = load(WorkTree(tmp_path)).register.mapper["utvalget"].seter_i[verv]
    return [f"{s.person} {s.fra} {s.til}" for s in seats]


KARI_FERDIG, PER = "kari 2025-01-01 2026-05-31", "per 2026-06-01 None"
ALENE = ["leder", "nestleder", "sekretaer", "kontaktperson", "brukerutvalgsansvarlig", "talsperson"]


@pytest.mark.parametrize("verv", ALENE)
def test_who_had_it_alone_is_done_the_day_before(
    tmp_path: Path, verv: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert oppnevn(tmp_path, verv) == [KARI_FERDIG, PER]
    assert "Kari er ferdig som" in capsys.readouterr().out


@pytest.mark.parametrize("verv", ["medlem", "vara"])
def test_members_and_deputies_come_beside(tmp_path: Path, verv: str) -> None:
    assert oppnevn(tmp_path, verv) == [KARI, PER]


@pytest.mark.parametrize(
    ("verv", "ola"),
    [("redaksjonsraad", OLA), ("arbeidsutvalg", OLA), ("redaksjonsraad", ""), ("talsperson", OLA)],
)
def test_of_those_who_have_it_together_it_has_to_be_said(
    tmp_path: Path, verv: str, ola: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = [KARI, OLA_SITTER] if ola else [KARI]
    assert oppnevn(tmp_path, verv, ola=ola, exit=2) == before
    said = " ".join(capsys.readouterr().err.split())
    assert "--supplerer eller --avloeser mangler. Kari" in said
    assert f"brukerutvalg erstatt utvalget kari per --verv {verv}" in said


@pytest.mark.parametrize(
    ("valg", "ventet"),
    [
        ("--supplerer", [KARI, OLA_SITTER, PER]),
        ("--avloeser", [KARI_FERDIG, "ola 2025-01-01 2026-05-31", PER]),
    ],
)
def test_and_then_it_is_so(tmp_path: Path, valg: str, ventet: list[str]) -> None:
    assert oppnevn(tmp_path, "redaksjonsraad", valg, ola=OLA) == ventet


def test_both_at_once_is_neither(tmp_path: Path) -> None:
    assert oppnevn(tmp_path, "leder", "--supplerer", "--avloeser", exit=2) == [KARI]


@pytest.mark.parametrize("verv", ["redaksjonsraad", "leder"])
def test_those_who_begin_the_same_day_have_it_together(tmp_path: Path, verv: str) -> None:
    together = OLA.replace("2025-01-01", "2026-06-01")
    alone = FOLK.replace("{verv: VERV, fra: 2025-01-01, til: 2026-12-31}", "")
    skriv(tmp_path, alone.replace("OLA", together).replace("SAK", "").replace("VERV", verv))
    words = ["oppnevn", "utvalget", "per", "--verv", verv, "--fra", "2026-06-01"]
    assert run(["--rot", str(tmp_path), *words, "--dato", "2026-05-01"]) == 0
    seats = load(WorkTree(tmp_path)).register.mapper["utvalget"].seter_i[verv]
    assert [(s.person, str(s.fra)) for s in seats] == [("ola", "2026-06-01"), ("per", "2026-06-01")]


def test_it_lasts_until_the_one_takes_over_who_is_elected_already(tmp_path: Path) -> None:
    found = oppnevn(tmp_path, "leder", ola=OLA_VALGT, sak=SENERE)
    assert found == [KARI_FERDIG, "ola 2026-10-01 2026-12-31", "per 2026-06-01 2026-09-30"]


@pytest.mark.parametrize(
    ("fra", "til", "skrevet"),
    [
        ("2021", "2022-03", "fra: 2021, til: 2022-03"),
        ("2021-03", "2021", "fra: 2021-03, til: 2021"),
        ("1.3.2021", "2021-03", "fra: 2021-03-01, til: 2021-03"),
        ("2021", "2020", ""),
        ("2021-03", "2021-02", ""),
    ],
)
def test_the_year_or_the_month_is_said_where_no_more_is_known(
    tmp_path: Path, fra: str, til: str, skrevet: str
) -> None:
    skriv(tmp_path, "medlemmer/per: {}")
    words = ["oppnevn", "utvalget", "per", "--verv", "medlem", "--fra", fra, "--til", til]
    assert run(["--rot", str(tmp_path), *words]) == (0 if skrevet else 2)
    page = (tmp_path / "records/utvalg/utvalget/medlemmer/per.yaml").read_text(encoding="utf-8")
    assert f"- {{verv: medlem, {skrevet}}}" in page if skrevet else "oppnevninger" not in page


def test_a_day_is_asked_for_kindly_where_it_must_be_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    skriv(tmp_path, "medlemmer/per: {}")
    verb = ["sjekk-valg", "utvalget", "per", "--verv", "leder"]
    assert run(["--rot", str(tmp_path), *verb, "--fra", "2021-03"]) == 2
    said = " ".join(capsys.readouterr().err.split())
    assert "«2021-03» er en måned, og her må det være en dag. Skriv for eksempel 2021-03-01" in said


def test_of_one_who_is_not_on_record_the_command_is_told_that_puts_them_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    skriv(tmp_path, "medlemmer/per: {}")
    verb = [
        "--rot",
        str(tmp_path),
        "oppnevn",
        "utvalget",
        "Nina Vik",
        "--verv",
        "medlem",
        "--fra",
        "2026-06-01",
    ]
    assert run(verb) == 2
    told = " ".join(capsys.readouterr().err.split())
    command = told.partition("En ny person føres med «brukerutvalg ")[2].partition("»")[0]
    assert run(["--rot", str(tmp_path), *shlex.split(command), "--side", "nav"]) == 0
    assert run([*verb, "--likevel"]) == 0


VARAER = """
organisasjoner: {ffo: {navn: FFO, type: paraply, side: bruker}}
medlemmer/kari:
  representerer: ffo
  oppnevninger: [{verv: leder, fra: 2025-01-01, til: 2026-04-12}, {verv: medlem, fra: 2025-01-01, til: 2026-04-12}]
medlemmer/per: {oppnevninger: [{verv: vara, fra: 2025-01-01}]}
medlemmer/ola: {oppnevninger: [{verv: nestleder, fra: 2025-01-01}]}
medlemmer/nina: {}
"""


@pytest.mark.parametrize(
    ("hvem", "vara_for", "fra", "innvendinger"),
    [
        ("kari", "Per", "2026-01-01", ["Kari sitter som leder da", "Per er ikke medlem da"]),
        ("kari", "ola", "2026-01-01", ["Kari sitter som leder da"]),
        ("kari", "ola", "2026-04-13", []),
        ("kari", "ola", "2026-04", []),  # perhaps the thirteenth
        ("kari", "ola", "2026", []),
        ("kari", "ola", "2026-03", ["Kari sitter som leder da"]),
        ("nina", "kari", "2026-04-13", ["Kari er ikke medlem da"]),
        ("nina", "kari", "2026-01-01", []),
        ("nina", "FFO", "2026-01-01", []),
        ("nina", "", "2026-01-01", []),
    ],
)
def test_a_deputy_is_no_member_and_is_deputy_of_one(
    tmp_path: Path,
    hvem: str,
    vara_for: str,
    fra: str,
    innvendinger: list[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    skriv(tmp_path, VARAER)
    instead_of = ("--vara-for", vara_for) if vara_for else ()
    words = ["--rot", str(tmp_path), "oppnevn", "utvalget", hvem, "--verv", "vara", "--fra", fra, *instead_of]
    assert run([*words, "--dato", "2026-05-01"]) == (1 if innvendinger else 0)
    said = "".join(capsys.readouterr())
    assert [each for each in innvendinger if each not in said] == []
    assert run([*words, "--dato", "2026-05-01", "--likevel"]) == 0
