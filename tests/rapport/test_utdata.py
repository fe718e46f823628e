"""Row 14 of the table: what `valider` writes as json and as workflow commands, from end to end."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from brukerutvalg_cli.cli.run import run
from smaa_registre import skriv

REGISTER = """
regler:
  - {id: papirer, avsnitt: "Arbeidsform, møte", regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete}
  - {id: innkalling, regel: frist, hva: innkalling, senest: 10 dager, foer: moete, styrke: boer}
  - {id: sakliste, regel: frist, hva: sakliste, senest: 10 dager, foer: moete}
  - {id: aapent, regel: krav, hver: moete, skal_ha: {aapent: ja}, styrke: oenskelig}
utvalg:
  regelverk: [{id: regelverket, fra: 2000-01-01}]
  avvik: [{bestemmelse: sakliste, grunn: "Æ, Ø og Å: 100 %", vedtatt_i: 1/22, til: 2023-12-31}]
moeter/2022-11-16:
  aapent: nei
  sendt: {sakspapirer: 2022-11-07, innkalling: 2022-11-07, sakliste: 2022-11-07}
  saker: [{nr: 1/22, tittel: Avvik, type: vedtak, vedtak: {tekst: Det går.}}]
moeter/2022-12-14:
  aapent: ja
  sendt: {sakspapirer: ukjent, innkalling: 2022-11-30, sakliste: 2022-11-30}
  saker: [{nr: 2/22, tittel: "Referat, 100 %: ja", type: godkjenning, godkjenner: [2022-11-16], innleder: [gro-gjest]}]
moeter/2023-04-19: {status: planlagt, referat: ukjent}
medlemmer/gro-giest: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
"""
MOETE = "records/utvalg/utvalget/moeter/2022-11-16.yaml"


def rapport(root: Path, capsys: pytest.CaptureFixture[str], format: str) -> tuple[int, str]:
    skriv(root, REGISTER)
    options = ["valider", "--dato", "2023-01-01", "--output-format", format]
    code = run(["--rot", str(root), *options])
    return code, capsys.readouterr().out


@pytest.fixture
def data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    code, out = rapport(tmp_path, capsys, "json")
    assert code == 1
    parsed: dict[str, Any] = json.loads(out)
    return parsed


# json


def test_a_finding_has_the_keys_of_interface_md(data: dict[str, Any]) -> None:
    wanted = {
        "code", "name", "severity", "message", "filename", "location", "end_location", "utvalg", "kilde",
        "help", "related", "fingerprint", "avvik",
    }  # fmt: skip
    assert data["schema_version"] == 1
    for finding in data["funn"]:
        assert wanted <= set(finding)
        assert finding["location"] is None or set(finding["location"]) == {"row", "column"}
        assert set(finding["end_location"] or finding["location"]) == {"row", "column"}
        assert re.fullmatch("[0-9a-f]{16}", finding["fingerprint"])
        assert finding["severity"] in ("feil", "advarsel", "raad")
        assert finding["kilde"] is None or set(finding["kilde"]) == {
            "regelverk", "bestemmelse", "avsnitt", "styrke",
        }  # fmt: skip
    assert len({finding["fingerprint"] for finding in data["funn"]}) == len(data["funn"])


def test_a_finding_in_full(data: dict[str, Any], tmp_path: Path) -> None:
    (late,) = (f for f in data["funn"] if f["kilde"] and f["kilde"]["bestemmelse"] == "papirer")
    lines = (tmp_path / MOETE).read_text(encoding="utf-8").splitlines()
    row, column = late["location"]["row"], late["location"]["column"]
    assert lines[row - 1][column - 1 : late["end_location"]["column"] - 1] == "'2022-11-07'"
    assert late["end_location"]["row"] == row
    assert (late["code"], late["name"], late["severity"]) == ("BU104", "frist", "feil")
    assert (late["filename"], late["utvalg"], late["emne"]) == (MOETE, "utvalget", "2022-11-16")
    assert late["kilde"] == {
        "regelverk": "regelverket",
        "bestemmelse": "papirer",
        "avsnitt": "Arbeidsform, møte",
        "styrke": "skal",
    }
    assert (late["since"], late["avvik"]) == (None, None)
    (provision,) = late["related"]
    rules = (tmp_path / provision["filename"]).read_text(encoding="utf-8").splitlines()
    assert rules[provision["location"]["row"] - 1].strip() == "- id: papirer"
    assert provision["label"] == "Arbeidsform, møte, «skal»: Teksten."


def test_the_findings_and_what_else_there_is_to_know(data: dict[str, Any]) -> None:
    assert [(f["name"], f["severity"]) for f in data["funn"]] == [
        ("krav", "raad"),
        ("frist", "feil"),
        ("frist", "advarsel"),
        ("ukjent-referanse", "feil"),
    ]
    assert [(p["kilde"]["bestemmelse"], p["emne"]) for p in data["ikke_vurdert"]] == [
        ("papirer", "2022-12-14")
    ]
    (departed,) = data["fraveket"]
    decided = {"vedtatt_i": "1/22", "notert_i": None, "til": "2023-12-31"}
    assert departed["avvik"] == {"grunn": "Æ, Ø og Å: 100 %"} | decided
    assert {f["siste_arbeidsdag"] for f in data["frister"]} == {"2023-04-05"}
    assert {f["siste_dag"] for f in data["frister"]} == {"2023-04-09"}
    assert data["dato"] == "2023-01-01"
    assert data["oppsummering"] == {
        "feil": 2,
        "advarsel": 1,
        "raad": 1,
        "ikke_vurdert": 1,
        "fraveket": 1,
        "rettet": 0,
        "frister": 3,
        "fra_foer": None,
        "filer": 7,
        "utvalg": 1,
    }


def test_norwegian_letters_are_themselves(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out = rapport(tmp_path, capsys, "json")
    assert "Æ, Ø og Å: 100 %" in out
    assert "\\u00" not in out
    assert out.endswith("}\n")


def test_a_register_with_nothing_wrong_is_a_report_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    skriv(tmp_path, "moeter/2022-11-16: {}")
    assert run(["--rot", str(tmp_path), "valider", "--output-format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["funn"] == []


# github

COMMAND = re.compile(r"::(error|warning|notice) ((?:[a-zA-Z]+=[^,:\r\n]+,?)+)::([^\r\n]+)")


def test_a_line_for_each_finding_with_the_errors_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out = rapport(tmp_path, capsys, "github")
    *lines, count = out.splitlines()
    assert code == 1
    parsed = [COMMAND.fullmatch(line) for line in lines]
    assert all(parsed)
    assert [found[1] for found in parsed if found] == ["error", "error", "warning", "notice"]
    assert count == "2 feil, 1 advarsel og 1 råd i 7 filer (1 utvalg), vurdert per 1. januar 2023"


def test_a_line_in_full(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out = rapport(tmp_path, capsys, "github")
    line = next(line for line in out.splitlines() if "frist (BU104)" in line)
    assert line == (
        f"::error title=frist (BU104),file={MOETE},line=5,endLine=5,col=16,endColumn=28::"
        "sakspapirene gikk ut mandag 7. november 2022, 9 dager før møtet; "
        "fristen var søndag 6. november 2022, 10 dager før"
        "%0Akilde: Arbeidsform, møte, «skal», i regelverket (papirer)"
        "%0Ahjelp: send tidligere neste gang (siste arbeidsdag før fristen var fredag 4. november 2022); "
        "har utvalget vedtatt å godta dette, føres det under «avvik» i utvalg.yaml"
        "%0Amer: brukerutvalg forklar utvalget regelverket papirer"
    )


def test_the_whole_report_goes_to_the_summary_of_the_job(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path / "sammendrag.md"
    summary.write_text("# Før\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    rapport(tmp_path, capsys, "github")
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("# Før\n")
    assert "sakspapirene gikk ut mandag 7. november 2022" in text
    assert "Æ, Ø og Å: 100 %" in text


# concise and full


def test_concise_is_a_line_for_each_finding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out = rapport(tmp_path, capsys, "concise")
    assert code == 1
    lines = out.splitlines()
    assert [re.fullmatch(r"records/\S+\.yaml:\d+:\d+: BU\d{3} .+", line) is not None for line in lines] == [
        True
    ] * 4
    assert lines[1].startswith(f"{MOETE}:5:16: BU104 sakspapirene gikk ut")


def test_full_shows_the_line_the_provision_and_the_way_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out = rapport(tmp_path, capsys, "full")
    assert f"\n  --> {MOETE}:5:16\n" in out
    assert (
        "\n 5 |   sakspapirer: '2022-11-07'\n   |                ^^^^^^^^^^^^ senest 6. november 2022\n"
        in out
    )
    assert "Arbeidsform, møte, «skal»: Teksten.\n" in out
    assert "   = mer:   brukerutvalg forklar utvalget regelverket papirer\n" in out
    assert out.startswith("1 ting kan ikke vurderes, for noe er ukjent eller utenfor registeret.")
    assert "\nFraveket (1)\n" in out
    assert "søndag 9. april 2023 – send senest onsdag 5. april\n" in out
    assert out.endswith(" igjen\n")
