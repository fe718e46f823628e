"""Who is who through a history: by other names, numbers and folders, on two lines, and where a number is used again."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from brukerutvalg_cli.cli.run import run
from githistorien import Commit, git, historien
from smaa_registre import filer

M = "moeter/2022-03-02"
START: dict[str, Any] = {
    "medlemmer/kari": {"navn": "Kari Nordmann", "oppnevninger": [{"verv": "leder", "fra": "2022-01-01"}]},
    M: {
        "saker": [
            {"nr": "1/22", "tittel": "Årsplan", "type": "orientering"},
            {"nr": "2/22", "tittel": "Brosjyre", "type": "vedtak"},
        ]
    },
}


def med(foer: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return deepcopy(foer) | changes


def fortalt(rot: Path, capsys: pytest.CaptureFixture[str], *ord: str) -> list[tuple[str, str]]:
    capsys.readouterr()
    assert run(["--rot", str(rot), "historikk", "utvalget", *ord, "--json"]) == 0, capsys.readouterr().err
    told = json.loads(capsys.readouterr().out)["historikk"]
    return [(each["hvem"], change["setning"]) for each in told for change in each["endringer"]]


def lag(rot: Path, *versions: dict[str, Any]) -> None:
    historien(rot, [Commit(filer(v), "Nina Vik", f"2022-{nr:02}-01") for nr, v in enumerate(versions, 1)])


def test_a_case_is_followed_back_through_the_number_it_had(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    waiting = med(START) | {
        "saker/2022-009": {"tittel": "Parkering", "innmeldt_av": "bruker", "innmeldt": "2022-02-01"}
    }
    numbered, renumbered = deepcopy(START), deepcopy(START)
    case = {
        "nr": "3/22",
        "tittel": "Parkering",
        "innmeldt_av": "bruker",
        "innmeldt": "2022-02-01",
        "type": "droefting",
    }
    numbered[M]["saker"].append(case)
    renumbered[M]["saker"].append(case | {"nr": "4/22"})
    lag(tmp_path, START, waiting, numbered, renumbered)
    assert [text for _, text in fortalt(tmp_path, capsys, "4/22")] == [
        "Den innmeldte saken 2022-009 er ført: tittel «Parkering», innmeldt av brukersiden, innmeldt 1. februar 2022",
        "Sak 3/22 er satt på sakslista i møtet 2. mars 2022",
        "Sak 3/22: nr er ført: 3/22",
        "Sak 3/22: type er ført: drøfting",
        "Sak 4/22: nr er endret fra 3/22 til 4/22",
    ]


def test_a_number_that_is_used_again_is_another_case(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    without, again = deepcopy(START), deepcopy(START)
    without[M]["saker"].pop()
    again[M]["saker"][1] = {"nr": "2/22", "tittel": "Reiser", "type": "annet"}
    changed = deepcopy(again)
    changed[M]["saker"][1]["type"] = "orientering"
    lag(tmp_path, START, without, again, changed)
    texts = [text for _, text in fortalt(tmp_path, capsys, "2/22")]
    assert texts == [
        "Sak 2/22 er ført",  # what the first was, the register says no more
        "Sak 2/22 er tatt ut",
        "Sak 2/22 er ført: tittel «Reiser», type annet",
        "Sak 2/22: type er endret fra annet til orientering",
    ]


def test_what_is_taken_out_is_named_by_its_number_or_its_day(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    without = deepcopy(START)
    without["moeter/2022-04-06"] = without.pop(M) | {"saker": []}
    lag(tmp_path, START, without)
    assert [text for _, text in fortalt(tmp_path, capsys, "2/22")] == [
        "Sak 2/22 er ført",
        "Sak 2/22 er tatt ut",
    ]
    assert ("Nina Vik", "Møtet 2. mars 2022 er tatt ut") in fortalt(tmp_path, capsys, "2.3.2022")
    assert fortalt(tmp_path, capsys, "99/22") == []


def test_a_person_by_another_id_has_their_history(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    moved = deepcopy(START)
    person = moved.pop("medlemmer/kari")
    moved["medlemmer/kari-nordmann"] = person | {"oppnevninger": [{"verv": "leder", "fra": "2022-02-01"}]}
    lag(tmp_path, START, moved)
    assert [text for _, text in fortalt(tmp_path, capsys, "kari-nordmann")] == [
        "Kari Nordmann er ført: side brukersiden",
        "Kari Nordmann som leder fra 1. januar 2022 er ført",
        "Kari Nordmann: id-en er endret",
        "Kari Nordmann som leder fra 1. februar 2022: første dag er endret fra 1. januar 2022 til 1. februar 2022",
    ]


def test_another_person_by_the_id_that_one_had_is_another(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    moved = deepcopy(START)
    moved["medlemmer/kari-nordmann"] = moved.pop("medlemmer/kari")
    taken = deepcopy(moved) | {"medlemmer/kari": {"navn": "Kari Lie"}}
    lag(tmp_path, START, moved, taken)
    assert [text for _, text in fortalt(tmp_path, capsys, "kari-nordmann")] == [
        "Kari Nordmann er ført: side brukersiden",
        "Kari Nordmann som leder fra 1. januar 2022 er ført",
        "Kari Nordmann: id-en er endret",
    ]
    assert ("Nina Vik", "Kari Lie er ført: side brukersiden") in fortalt(tmp_path, capsys, "Kari Lie")


def test_a_council_in_another_folder_has_its_history(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = filer(START)
    old = {path.replace("/utvalget/", "/gamle/"): text for path, text in files.items()}
    historien(tmp_path, [Commit(old, "Åse Berg", "2022-01-01"), Commit(files, "Nina Vik", "2022-02-01")])
    told = fortalt(tmp_path, capsys, "kari")
    assert told == [
        ("Åse Berg", "Kari Nordmann er ført: side brukersiden"),
        ("Åse Berg", "Kari Nordmann som leder fra 1. januar 2022 er ført"),
    ]
    assert ("Nina Vik", "Utvalget Utvalget: id-en er endret") in fortalt(tmp_path, capsys)


def to_linjer(rot: Path, samlet: dict[str, Any]) -> None:
    """Two change different things in one meeting, and a third puts them together."""
    one, other = deepcopy(START), deepcopy(START)
    one[M]["saker"][0]["type"] = "droefting"
    other[M]["saker"][1]["type"] = "annet"
    historien(
        rot,
        [
            Commit(filer(START), "Nina Vik", "2022-01-01"),
            Commit(filer(one), "Åse Berg", "2022-02-01", paa=(0,)),
            Commit(filer(other), "Per Lie", "2022-02-02", paa=(0,)),
            Commit(filer(samlet), "Nina Vik", "2022-03-01", paa=(1, 2)),
        ],
    )


def samlet() -> dict[str, Any]:
    both = deepcopy(START)
    both[M]["saker"][0]["type"], both[M]["saker"][1]["type"] = "droefting", "annet"
    return both


def test_of_two_lines_each_has_its_own_and_the_merge_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    to_linjer(tmp_path, samlet())
    assert sorted(fortalt(tmp_path, capsys, M.removeprefix("moeter/"))[3:]) == [
        ("Per Lie", "Sak 2/22: type er endret fra vedtak til annet"),
        ("Åse Berg", "Sak 1/22: type er endret fra orientering til drøfting"),
    ]


def test_what_a_merge_did_by_itself_is_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = samlet()
    own[M]["status"] = "avlyst"
    to_linjer(tmp_path, own)
    told = [text for who, text in fortalt(tmp_path, capsys, M.removeprefix("moeter/")) if who == "Nina Vik"]
    assert told[-1] == "Møtet 2. mars 2022: status er endret fra avholdt til avlyst"
    assert len(told) == 4


def test_what_was_on_another_line_was_not_known_yet(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Somebody wrote it on the 2nd of February; the register had it when the lines were put together."""
    other, whole = deepcopy(START), deepcopy(START)
    for each in (other, whole):
        each["medlemmer/kari"]["oppnevninger"][0]["til"] = "2022-01-15"
    historien(
        tmp_path,
        [
            Commit(filer(START), "Nina Vik", "2022-01-01"),
            Commit(
                filer(med(START, utvalg={"registrert_fra": "2022-01-01"})), "Nina Vik", "2022-01-05", paa=(0,)
            ),
            Commit(filer(other), "Per Lie", "2022-02-02", paa=(0,)),
            Commit(filer(whole), "Nina Vik", "2022-03-01", paa=(1, 2)),
        ],
    )
    for day, sits in (("2022-02-20", True), ("2022-03-01", False)):
        capsys.readouterr()
        assert run(["--rot", str(tmp_path), "som-det-var", day, "utvalget", "--visste-da"]) == 0
        assert ("Kari Nordmann, leder" in capsys.readouterr().out) is sits, day


def test_a_history_laid_anew_keeps_its_days(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lag(tmp_path, START, med(START, utvalg={"registrert_fra": "2022-01-01"}))
    before = fortalt(tmp_path, capsys)
    nina = ("-c", "user.name=Nina Vik", "-c", "user.email=nina@example.no")
    git(tmp_path, *nina, "commit", "--quiet", "--amend", "--no-edit", "--date=2022-02-01T12:00:00")
    assert fortalt(tmp_path, capsys) == before
    assert run(["--rot", str(tmp_path), "som-det-var", "2022-02-01", "utvalget", "--visste-da"]) == 0
    assert "Sist lagret før det: 1. februar 2022" in capsys.readouterr().out
