"""The verb `oppmoete`: said again it says the same, and whoever may stand in for somebody is suggested."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pexpect
import pytest

from avlegger import program, python
from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.dokument.innkalling import innkalling
from brukerutvalg_cli.handling.frammoete import kan_kalles, ventet
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.verdier import UKJENT, kjent
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import WorkTree
from nytt_register import nytt_register
from smaa_registre import ROOT

pytestmark = pytest.mark.usefixtures("samme_dom")

U, DAG = "nav-storelva", "2026-02-11"
FOLK = """\
navn;side;representerer;verv;fra;til;funksjon
Kari Nordmann;bruker;ffo;medlem;1.1.2026;;
Ola Berg;bruker;safo;medlem;1.1.2026;;
Anne Lie;bruker;safo;vara;1.1.2026;31.12.2027;
Eva Strand;bruker;ffo;vara;1.1.2026;31.12.2027;
Nina Vik;nav;;sekretaer;1.1.2026;;
"""


@pytest.fixture
def rot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    nytt_register(tmp_path, "--foerste-moete", DAG, "--dato", "2026-01-01", folk=FOLK)
    return tmp_path


def moetet(rot: Path) -> str:
    return (rot / f"records/utvalg/{U}/moeter/{DAG}.yaml").read_text(encoding="utf-8")


def mappe(rot: Path) -> Utvalgsmappe:
    return load(WorkTree(rot)).register.mapper[U]


def oppmoete(*more: str) -> int:
    return run(["oppmoete", U, DAG, "--godtgjort", "ja", "--likevel", *more, "--dato", DAG])


def test_said_twice_it_stands_once(rot: Path) -> None:
    assert oppmoete("--forfall", "ola-berg") == 0
    once = moetet(rot)
    assert oppmoete("--forfall", "ola-berg") == 0
    assert moetet(rot) == once


@pytest.mark.parametrize(
    ("sagt", "ventet"),
    [
        ("ola-berg 7.2.2026", "{person: ola-berg, meldt: 2026-02-07}"),
        ("Ola Berg meldt 7. feb", "{person: ola-berg, meldt: 2026-02-07}"),
        ("ola 2026-02-07", "{person: ola-berg, meldt: 2026-02-07}"),
        ("ola-berg ukjent", "{person: ola-berg, meldt: ukjent}"),
        ("ola-berg", "ola-berg"),
    ],
)
def test_the_day_the_absence_was_reported_may_stand_behind_the_name(
    rot: Path, sagt: str, ventet: str
) -> None:
    assert oppmoete("--forfall", sagt) == 0
    assert f"forfall: [{ventet}]" in moetet(rot) or f"forfall:\n  - {ventet}" in moetet(rot)
    assert oppmoete("--forfall", "ola-berg") == 0  # said again without the day, it stays
    assert ventet in moetet(rot)


def test_the_day_is_of_the_one_it_stands_behind(rot: Path) -> None:
    assert oppmoete("--forfall", "ola-berg 7.2.2026, kari-nordmann") == 0
    assert [
        (str(who), who.meldt and str(who.meldt)) for who in kjent(mappe(rot).moeter[0].forfall) or ()
    ] == [
        ("ola-berg", "2026-02-07"),
        ("kari-nordmann", None),
    ]


def test_what_is_no_day_is_told_as_no_name(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert oppmoete("--forfall", "ola-berg 31.2.2026") == 2
    assert "ola-berg 31.2.2026" in capsys.readouterr().err


def test_said_otherwise_it_takes_the_place_of_what_stood_there(rot: Path) -> None:
    assert oppmoete("--forfall", "ola-berg") == 0
    assert oppmoete("--forfall", "kari-nordmann", "--vara", "eva-strand") == 0
    (moete,) = mappe(rot).moeter
    assert moete.forfall == ("kari-nordmann",)
    assert isinstance(moete.oppmoete, tuple)
    assert [(o.person, o.vara_for) for o in moete.oppmoete] == [
        ("nina-vik", None),
        ("ola-berg", None),
        ("eva-strand", "kari-nordmann"),
    ]


def test_without_a_terminal_the_deputy_is_told_of(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert oppmoete("--forfall", "ola-berg") == 0
    assert "Møtte Anne Lie for Ola Berg? Før det med --vara anne-lie=ola-berg." in capsys.readouterr().err
    assert "anne-lie" not in moetet(rot)


@pytest.mark.parametrize("said", [("--vara", "anne-lie"), ("--lytter", "anne-lie", "--vara", "eva-strand")])
def test_nobody_is_suggested_for_a_place_that_is_filled(
    rot: Path, said: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert oppmoete("--forfall", "ola-berg", *said) == 0
    assert "Møtte" not in capsys.readouterr().err


TO_BORTE = """\
navn;side;representerer;verv;fra;til;funksjon
Torbjørg Moe;bruker;ffo;medlem;1.1.2026;;
Per Hansen;bruker;safo;medlem;1.1.2026;;
Ingvild Ness;bruker;;vara;1.1.2026;;
Anne Lie;bruker;safo;vara;1.1.2026;;
Nina Vik;nav;;sekretaer;1.1.2026;;
"""


@pytest.fixture
def to_borte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    nytt_register(tmp_path, "--foerste-moete", DAG, "--dato", "2026-01-01", folk=TO_BORTE)
    return tmp_path


def moette_for(rot: Path) -> dict[str | None, object]:
    (moete,) = mappe(rot).moeter
    return {o.person: o.vara_for for o in kjent(moete.oppmoete) or () if o.vara_for is not None}


@pytest.mark.parametrize("borte", ["torbjoerg-moe,per-hansen", "per-hansen,torbjoerg-moe"])
@pytest.mark.parametrize(
    ("varaer", "ventet"),
    [
        (("ingvild-ness",), {"ingvild-ness": UKJENT}),
        (("ingvild-ness=per-hansen",), {"ingvild-ness": "per-hansen"}),
        (("ingvild-ness=ukjent",), {"ingvild-ness": UKJENT}),
        # The one of the member's own organisation is certain, and leaves one for the other.
        (("ingvild-ness", "anne-lie"), {"ingvild-ness": "torbjoerg-moe", "anne-lie": "per-hansen"}),
        (
            ("ingvild-ness", "anne-lie=torbjoerg-moe"),
            {"ingvild-ness": "per-hansen", "anne-lie": "torbjoerg-moe"},
        ),
    ],
)
def test_whom_a_deputy_came_for_does_not_depend_on_who_was_said_first(
    to_borte: Path, borte: str, varaer: tuple[str, ...], ventet: dict[str, object]
) -> None:
    said = [word for vara in varaer for word in ("--vara", vara)]
    assert oppmoete("--forfall", borte, *said) == 0
    assert moette_for(to_borte) == ventet


def test_without_a_terminal_it_is_told_that_nobody_knows_whom_they_came_for(
    to_borte: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert oppmoete("--forfall", "per-hansen,torbjoerg-moe", "--vara", "ingvild-ness") == 0
    said = (
        "Hvem møtte Ingvild Ness for: Per Hansen eller Torbjørg Moe? Før det med --vara ingvild-ness=MEDLEM."
    )
    assert said in capsys.readouterr().err


def test_on_a_terminal_it_is_asked_whom_they_came_for(to_borte: Path) -> None:
    child = pexpect.spawn(
        python()[0],
        [*program()[1:], "oppmoete", U, DAG, "--forfall", "per-hansen,torbjoerg-moe", "--vara", "ingvild-ness",
         "--godtgjort", "ja", "--likevel", "--moeteleder", "ukjent", "--referent", "nina-vik", "--dato", DAG],
        cwd=str(to_borte), env={**os.environ, "LC_ALL": "C.UTF-8", "COLUMNS": "100"}, encoding="utf-8", timeout=20,
    )  # fmt: skip
    child.expect("Hvem møtte Ingvild Ness for")
    child.sendline("Torbjørg")
    child.expect("Møtte Anne Lie for Per Hansen")
    child.sendline("nei")
    child.expect("Førte 2 til stede og 2 forfall")
    child.expect(pexpect.EOF)
    assert moette_for(to_borte) == {"ingvild-ness": "torbjoerg-moe"}


def test_on_a_terminal_they_are_asked_after_in_turn(rot: Path) -> None:
    child = pexpect.spawn(
        python()[0],
        [*program()[1:], "oppmoete", U, DAG, "--forfall", "ola-berg", "--godtgjort", "ja", "--likevel",
         "--moeteleder", "kari-nordmann", "--referent", "nina-vik", "--dato", DAG],
        cwd=str(rot), env={**os.environ, "LC_ALL": "C.UTF-8", "COLUMNS": "100"}, encoding="utf-8", timeout=20,
    )  # fmt: skip
    child.expect("Møtte Anne Lie for Ola Berg")
    child.sendline("nei")
    child.expect("Møtte Eva Strand for Ola Berg")
    child.sendline("ja")
    child.expect("Førte 3 til stede og 1 forfall")
    child.expect(pexpect.EOF)
    assert "vara_for: ola-berg" in moetet(rot)


@pytest.mark.parametrize(
    ("i_rekkefoelge", "ventet"), [(False, ["anne-lie", "eva-strand"]), (True, ["eva-strand", "anne-lie"])]
)
def test_where_the_mandate_says_so_their_numbers_decide(
    rot: Path, i_rekkefoelge: bool, ventet: list[str]
) -> None:
    for person, nummer in (("anne-lie", 2), ("eva-strand", 1)):
        path = rot / f"records/utvalg/{U}/medlemmer/{person}.yaml"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("verv: vara", f"verv: vara\n    nummer: {nummer}"), encoding="utf-8")
    day = mappe(rot).moeter[0].dato
    assert kan_kalles(mappe(rot), day, "ola-berg", (), i_rekkefoelge=i_rekkefoelge) == ventet


# ── The shipped council: five are called, and of three it is not known whether they sit ───────────

VESTLAND = ("nav-vestland", "2023-02-09")
SVARENE = ("--ogsaa", "anne-lie", "--ogsaa", "eva-dahl", "--forfall", "per-hansen")


@pytest.fixture
def vestland(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "records", tmp_path / "records")
    return tmp_path


def vestlands(rot: Path, *words: str) -> int:
    return run(["--rot", str(rot), *words, "--dato", "2023-02-09"])


def referatet(rot: Path, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert run(["--rot", str(rot), "referat", *VESTLAND]) == 0
    return capsys.readouterr().out


def test_nobody_who_was_called_is_left_out(vestland: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = vestland / "records/utvalg/nav-vestland/moeter/2023-02-09.yaml"
    before = path.read_bytes()
    assert vestlands(vestland, "oppmoete", *VESTLAND) == 2
    said = " ".join(capsys.readouterr().err.split())
    assert (
        "det er ukjent om Anne Lie (anne-lie), Eva Dahl (eva-dahl) og Per Hansen (per-hansen) har verv"
        in said
    )
    assert path.read_bytes() == before
    assert vestlands(vestland, "oppmoete", *VESTLAND, *SVARENE) == 0
    assert "Førte 4 til stede og 1 forfall" in capsys.readouterr().out
    shown = referatet(vestland, capsys)
    for person in ("Kari Nordmann", "Ola Berg", "Anne Lie", "Eva Dahl"):
        assert person in shown.partition("## Til stades")[2].partition("## Meldt forfall")[0]
    assert "Per Hansen" in shown.partition("## Meldt forfall")[2].partition("## Sak")[0]
    assert "Ikkje møtt" not in shown
    assert "Ikkje ført om dei møtte" not in shown


def test_who_did_not_come_is_missed_and_of_whom_nobody_knows_it_is_said(
    vestland: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = ("--ikke-moett", "anne-lie", "--ukjent", "eva-dahl", "--ogsaa", "per-hansen")
    assert vestlands(vestland, "oppmoete", *VESTLAND, *said) == 0
    shown = referatet(vestland, capsys)
    assert "- Anne Lie" in shown.partition("## Ikkje møtt")[2].partition("##")[0]
    assert "- Eva Dahl" in shown.partition("## Ikkje ført om dei møtte")[2].partition("##")[0]


def test_where_everybody_who_came_is_named_the_others_did_not(vestland: Path) -> None:
    assert vestlands(vestland, "oppmoete", *VESTLAND, "--kom", "kari-nordmann", "--kom", "anne-lie") == 0
    moete = load(WorkTree(vestland)).register.mapper["nav-vestland"].moeter[2]
    assert isinstance(moete.oppmoete, tuple)
    assert [o.person for o in moete.oppmoete] == ["kari-nordmann", "anne-lie"]
    assert moete.ikke_moett == ("eva-dahl", "per-hansen")


def test_on_a_terminal_each_of_them_is_asked_about(vestland: Path) -> None:
    child = pexpect.spawn(
        python()[0],
        [*program()[1:], "--rot", str(vestland), "oppmoete", *VESTLAND, "--dato", "2023-02-09"],
        env={**os.environ, "LC_ALL": "C.UTF-8", "COLUMNS": "200"}, encoding="utf-8", timeout=60,
    )  # fmt: skip
    answers = {"Hvem meldte forfall": "ingen", "Hvem ledet møtet": "ukjent", "Hvem skrev referatet": "ukjent"}
    for question, answer in answers.items():
        child.expect(question)
        child.sendline(answer)
    for name, answer in (("Anne Lie", "ja"), ("Eva Dahl", "ukjent"), ("Per Hansen", "forfall")):
        child.expect(f"Møtte {name}")
        child.sendline(answer)
    child.expect("godtgjørelsen")
    child.sendline("ja")
    child.expect("Førte 3 til stede og 1 forfall")
    child.expect(pexpect.EOF)


def test_notice_and_attendance_call_the_same_people(vestland: Path) -> None:
    """For every council and meeting that is shipped: whoever the notice names is expected, and nobody else."""
    lastet = load(WorkTree(vestland))
    for council in lastet.register.mapper.values():
        for moete in council.moeter:
            notice = innkalling(lastet.register, council, moete, lambda path: None)
            shown = {person: council.medlemmer[person].navn for person in ventet(council, moete.dato)}
            assert len(notice.innkalte) == len(shown)
            named = [n for p, n in shown.items() if council.medlemmer[p].publisering == "navn"]
            assert all(any(line.startswith(name) for line in notice.innkalte) for name in named)
