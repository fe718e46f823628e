"""The verbs `innkalling` and `referat`, run as a user runs them."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.dokument.moetevalg import UkjentMoete, velg_moete
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.register.load import load
from smaa_registre import ROOT, UTVALG, skriv, tree

REGISTER: dict[str, Any] = {
    "regel": {"regel": "frist", "hva": "sakspapirer", "senest": "10 dager", "foer": "moete"},
    "moeter/2024-01-31": {},
    "moeter/2024-03-13": {"oppmoete": [{"navn": "Kari"}]},
    "moeter/2024-05-15": {"status": "planlagt"},
    "moeter/2024-06-12": {"status": "avlyst"},
    "moeter/2024-09-11": {"status": "planlagt"},
}


@pytest.fixture
def rot(tmp_path: Path) -> Path:
    skriv(tmp_path, REGISTER)
    return tmp_path


def mappe() -> Utvalgsmappe:
    return load(tree(REGISTER)).register.mapper["utvalget"]


@pytest.mark.parametrize(
    ("text", "dag", "ventet"),
    [
        ("2024-03-13", "2024-01-01", "2024-03-13"),
        ("13.3.2024", "2024-01-01", "2024-03-13"),
        ("13. mars 2024", "2024-01-01", "2024-03-13"),
        ("neste", "2024-05-15", "2024-05-15"),
        ("Neste", "2024-05-16", "2024-09-11"),
        ("siste", "2024-03-13", "2024-03-13"),
        ("siste", "2024-03-12", "2024-01-31"),
        ("siste", "2030-01-01", "2024-03-13"),
    ],
)
def test_the_meeting_that_was_meant(text: str, dag: str, ventet: str) -> None:
    assert str(velg_moete(mappe(), text, date.fromisoformat(dag)).dato) == ventet


@pytest.mark.parametrize(
    ("text", "dag", "ventet"),
    [
        (
            "neste",
            "2024-09-12",
            "har ingen møter på planen fra torsdag 12. september 2024. De nærmeste: 2024-01-31,",
        ),
        ("siste", "2024-01-01", "har ikke holdt noe møte til og med mandag 1. januar 2024."),
        ("14.3.2024", "2024-01-01", "har ikke noe møte torsdag 14. mars 2024."),
        ("nesste", "2024-01-01", "«nesste» er ikke et møte. Mente du «neste»?"),
        (
            "i fjor",
            "2024-01-01",
            "«i fjor» er ikke et møte. Skriv for eksempel 2026-02-09, 9.2.2026, neste eller siste.",
        ),
    ],
)
def test_no_such_meeting(text: str, dag: str, ventet: str) -> None:
    with pytest.raises(UkjentMoete) as error:
        velg_moete(mappe(), text, date.fromisoformat(dag))
    assert ventet in str(error.value)
    assert "2024-03-13" in str(error.value)


def test_to_standard_output(rot: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["--rot", str(rot), "referat", "utvalget", "siste", "--dato", "2024-04-01"]) == 0
    out, err = capfd.readouterr()
    assert out.startswith("# Møtereferat: Utvalget, 13. mars 2024\n")
    assert err == (
        "Skrev referatet fra møtet onsdag 13. mars 2024. "
        "Det har ikke dette: klokkeslettet, møtestedet, møteleder, referent. Les det og send det. "
        "Neste steg: brukerutvalg sendt utvalget 2024-03-13 referat\n"
    )


def test_to_a_file_and_to_a_folder(rot: Path, capfd: pytest.CaptureFixture[str]) -> None:
    verb = ["--rot", str(rot), "innkalling", "utvalget", "neste", "--dato", "2024-04-01", "-o"]
    file, folder = rot / "ut.md", rot / "ut"
    assert run([*verb, str(file)]) == 0
    assert run([*verb, f"{folder}/"]) == 0
    assert run([*verb, str(folder)]) == 0
    out, err = capfd.readouterr()
    assert out == ""
    assert [path.name for path in folder.iterdir()] == ["innkalling-utvalget-2024-05-15.md"]
    assert (folder / "innkalling-utvalget-2024-05-15.md").read_bytes() == file.read_bytes()
    assert b"\r" not in file.read_bytes()
    assert file.read_bytes().startswith("# Møteinnkalling: ".encode())
    first, second, third = err.splitlines()
    assert f" i {file}. Den har ikke dette: klokkeslettet, møtestedet, sakene. Les den og send den. " in first
    assert "Neste steg: brukerutvalg sendt utvalget 2024-05-15 innkalling" in first
    assert "erstattet" not in second
    assert "(den som lå der, er erstattet)" in third


@pytest.mark.parametrize(
    ("output", "ventet"),
    [
        (f"{UTVALG}/moeter/2024-03-13.yaml", "er en fil i registeret"),
        ("mangler/ut.md", "finnes ikke. Lag den først"),
    ],
)
def test_where_nothing_is_written(
    rot: Path, capfd: pytest.CaptureFixture[str], output: str, ventet: str
) -> None:
    before = {path: path.read_bytes() for path in rot.rglob("*") if path.is_file()}
    assert run(["--rot", str(rot), "referat", "utvalget", "13.3.2024", "-o", str(rot / output)]) == 2
    assert ventet in capfd.readouterr().err
    assert before == {path: path.read_bytes() for path in rot.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("arguments", "ventet"),
    [
        (["utvalgt", "siste"], "UTVALG: «utvalgt» finnes ikke. Mente du «Utvalget»?"),
        (
            ["utvalget", "2024-03-14"],
            "De nærmeste: 2024-01-31, 2024-03-13, 2024-05-15, 2024-06-12, 2024-09-11.",
        ),
        (["utvalget", "siste", "--dato", "i fjor"], "«i fjor» er ikke en dag"),
        (["utvalget"], "MØTE mangler"),
    ],
)
def test_wrong_usage(rot: Path, capfd: pytest.CaptureFixture[str], arguments: list[str], ventet: str) -> None:
    assert run(["--rot", str(rot), "referat", *arguments]) == 2
    out, err = capfd.readouterr()
    assert (out, ventet in err) == ("", True)


# ── What stops a document, and what does not ──────────────────────────────────────────────────────

ELSEWHERE = "records/utvalg/et-annet"


@pytest.mark.parametrize(
    ("path", "text", "stopper"),
    [
        (f"{UTVALG}/moeter/2024-01-31.yaml", "dato: 2024-02-30\nstatus: avholdt\n", True),
        (
            f"{UTVALG}/moeter/2024-01-31.yaml",
            "dato: 2024-01-31\nstatus: avholdt\nforfall: [ingen-slik]\n",
            True,
        ),
        (f"{UTVALG}/medlemmer/kari.yaml", "navn: Kari\n", True),
        (f"{UTVALG}/utvalg.yaml", "navn: [\n", True),
        ("records/organisasjoner.yaml", "ffo: {navn: FFO, type: paraply}\n", True),
        ("records/regelverk/et-annet.yaml", "tittel: [\n", False),
        (f"{ELSEWHERE}/utvalg.yaml", "navn: [\n", False),
        (
            f"{UTVALG}/moeter/2024-01-31.yaml",
            "dato: 2024-01-31\nstatus: avholdt\nsendt: {sakspapirer: 2024-01-30}\n",
            False,
        ),
    ],
)
def test_what_stops_a_document(
    rot: Path, capfd: pytest.CaptureFixture[str], path: str, text: str, stopper: bool
) -> None:
    (rot / path).parent.mkdir(parents=True, exist_ok=True)
    (rot / path).write_text(text, encoding="utf-8")
    code = run(["--rot", str(rot), "referat", "utvalget", "13.3.2024", "-o", str(rot / "ut.md")])
    out, err = capfd.readouterr()
    assert (out, code, (rot / "ut.md").exists()) == ("", int(stopper), not stopper)
    if stopper:
        assert err.startswith(f"{path}:")
        assert "Referatet ble ikke skrevet. Rett det som står over" in err


def test_the_council_above_is_needed_when_its_name_is(rot: Path, capfd: pytest.CaptureFixture[str]) -> None:
    skriv(rot, {**REGISTER, "utvalg": {"overordnet": "et-annet"}})
    (rot / ELSEWHERE).mkdir()
    (rot / ELSEWHERE / "utvalg.yaml").write_text("navn: [\n", encoding="utf-8")
    assert run(["--rot", str(rot), "referat", "utvalget", "13.3.2024"]) == 1
    assert f"{ELSEWHERE}/utvalg.yaml:1:7: BU006" in capfd.readouterr().err


PRIVAT = "Ring Kari på 912 34 567."
HEMMELIG = {
    "nr": "1/24",
    "tittel": "Varsel om mobbing",
    "type": "annet",
    "fortrolig": "ja",
    "offentlig_tittel": "A",
}


@pytest.mark.parametrize("slag", ["innkalling", "referat"])
@pytest.mark.parametrize(
    ("endret", "stopper"),
    [
        ({"moeter/2024-03-13": {"praktisk": PRIVAT}}, True),
        ({"moeter/2024-03-13": {"saker": [HEMMELIG], "innledning": "Nå: varsel om mobbing"}}, True),
        ({"utvalg": {"tilrettelegging": "kari@gmail.com"}}, True),
        ({"medlemmer/kari": {"navn": PRIVAT}}, True),
        ({"organisasjoner": {"ffo": {"navn": PRIVAT, "type": "paraply", "side": "bruker"}}}, True),
        ({"moeter/2024-05-15": {"status": "planlagt", "sted": {"navn": PRIVAT}}}, True),
        ({"moeter/2024-05-15": {"status": "planlagt", "praktisk": PRIVAT}}, False),
        ({"moeter/2024-01-31": {"saker": [{"nr": "1/24", "tittel": "A", "type": "annet",
                                           "oppfoelging": [{"hva": PRIVAT}]}]}}, False),
        ({"moeter/2024-01-31": {"saker": [{"nr": "1/24", "tittel": "A", "type": "annet",
                                           "oppfoelging": [{"hva": PRIVAT}]}]},
          "moeter/2024-03-13": {"saker": [{"nr": "2/24", "tittel": "B", "type": "annet", "restanser": "ja"}]}}, True),
        ({"moeter/2024-03-13": {"praktisk": "Ring 55 55 33 33."}}, False),
    ],
)  # fmt: skip
def test_what_is_private_is_not_written(
    rot: Path, capfd: pytest.CaptureFixture[str], slag: str, endret: dict[str, Any], stopper: bool
) -> None:
    skriv(rot, {**REGISTER, **endret})
    code = run(["--rot", str(rot), slag, "utvalget", "13.3.2024", "-o", str(rot / "ut.md")])
    err = capfd.readouterr().err
    assert (code, (rot / "ut.md").exists(), "BU312" in err) == (int(stopper), not stopper, stopper)
    assert not any(word in err for word in ("912 34", "gmail", "mobbing"))


@pytest.mark.parametrize(("columns", "excerpt"), [("80", True), ("40", True)])
def test_what_stops_a_document_is_shown_without_the_text(
    rot: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, columns: str, excerpt: bool
) -> None:
    skriv(rot, {**REGISTER, "moeter/2024-03-13": {"praktisk": PRIVAT}})
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", columns)
    assert run(["--rot", str(rot), "referat", "utvalget", "13.3.2024"]) == 1
    err = capfd.readouterr().err
    assert "privat telefonnummer" in " ".join(re.sub(r"\x1b\[[\d;]*m", "", err).split())
    assert ("praktisk: **** **** ** *** ** ****" in err) is excerpt
    assert "912" not in err


def test_a_text_that_is_cut_is_read_and_told_of(rot: Path, capfd: pytest.CaptureFixture[str]) -> None:
    meeting = rot / UTVALG / "moeter/2024-03-13.yaml"
    case = "saker:\n- {nr: 1/24, type: annet, tittel: A}\ninnledning: Møte i rom #4 i dag\n"
    meeting.write_text(meeting.read_text(encoding="utf-8") + case, encoding="utf-8")
    assert run(["--rot", str(rot), "referat", "utvalget", "13.3.2024"]) == 0
    assert "Møte i rom\n" in capfd.readouterr().out
    assert run(["--rot", str(rot), "valider", "--dato", "2024-03-14"]) == 1  # for the papers
    found = [line for line in capfd.readouterr().out.splitlines() if "BU020" in line]
    assert len(found) == 1
    assert "13.yaml:7:24: BU020 teksten slutter foran «#»" in found[0]


def test_a_mistake_in_a_template_stops_it_too(rot: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (rot / UTVALG / "templates").mkdir()
    (rot / UTVALG / "templates" / "referat.md.j2").write_text("\n  {{ feil }}\n", encoding="utf-8")
    assert run(["--rot", str(rot), "referat", "utvalget", "13.3.2024"]) == 1
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith(f"{UTVALG}/templates/referat.md.j2:2:3: BU060 «feil» finnes ikke her")
    assert run(["--rot", str(rot), "innkalling", "utvalget", "13.3.2024"]) == 0


def test_the_facts_as_json_are_those_of_the_document(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--rot", str(rot), "referat", "utvalget", "13.3.2024", "--json"]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert (facts["schema_version"], facts["dokument"], facts["maalform"]) == (1, "referat", "nb")
    assert facts["moete"]["dag"] == "onsdag 13. mars 2024"
    assert facts["til_stede"] == [{"overskrift": "Gjester", "personer": ["Kari"]}]
    assert run(["--rot", str(rot), "innkalling", "utvalget", "13.3.2024", "--json", "-o", f"{rot}/ut/"]) == 0
    (written,) = (rot / "ut").iterdir()
    assert written.suffix == ".json"
    assert json.loads(written.read_text(encoding="utf-8"))["dokument"] == "innkalling"


def test_a_meeting_that_is_called_off_is_not_sent_as_a_notice(
    rot: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--rot", str(rot), "innkalling", "utvalget", "2024-06-12"]) == 0
    said = capsys.readouterr().err
    assert "Send avlysningen" in said
    assert "brukerutvalg sendt" not in said


def test_a_council_is_not_the_body_it_belongs_to(capsys: pytest.CaptureFixture[str]) -> None:
    """Both have the id nav-troendelag in the shipped records."""
    for meeting, wanted in (
        ("2023-05-10", "- Per Olsen (leder i Regionalt brukerutvalg Nav Trøndelag)\n"),
        ("2023-02-01", "Saken ble oversendt til Regionalt brukerutvalg Nav Trøndelag.\n"),
    ):
        assert run(["--rot", str(ROOT), "referat", "nav-troendelag-ungdom", meeting]) == 0
        assert wanted in capsys.readouterr().out


def test_a_body_that_submits_a_case_is_that_body(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--rot", str(ROOT), "innkalling", "nav-fjordvik", "2023-09-21"]) == 0
    assert "- Meld inn av: redaksjonsrådet\n" in capsys.readouterr().out
