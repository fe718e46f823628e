"""An election written down for a meeting that is not held: it ends and begins nothing, and is taken back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.model.medlem import Oppnevning
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import WorkTree
from brukerutvalg_cli.validering import valider
from smaa_registre import UTVALG, skriv, tree

# What is judged

GAMLE = "{verv: redaksjonsraad, valgt: [kari, ola], fra: 2026-01-01, til: 2027-12-31}"
NYE = "{verv: redaksjonsraad, valgt: [per], fra: 2026-06-01, til: 2027-12-31}"
UTEN_SIDER = """
medlemmer/kari: {}
medlemmer/ola: {}
medlemmer/per: {}
moeter/2025-12-01: {saker: [{nr: 1/25, tittel: Valg, type: valg, valg: [GAMLE]}]}
moeter/2026-05-13: {status: STATUS, saker: [{nr: 1/26, tittel: Valg, type: valg, UTSATTvalg: [NYE]}]}
""".replace("GAMLE", GAMLE).replace("NYE", NYE)


@pytest.mark.parametrize(
    ("status", "utsatt", "ventet"),
    [
        ("avholdt", "", ["kari 2026-05-31", "ola 2026-05-31", "per 2027-12-31"]),
        ("planlagt", "", ["kari 2027-12-31", "ola 2027-12-31"]),
        ("innkalt", "", ["kari 2027-12-31", "ola 2027-12-31"]),
        ("avlyst", "", ["kari 2027-12-31", "ola 2027-12-31"]),
        ("avholdt", "utsatt: ja, ", ["kari 2027-12-31", "ola 2027-12-31"]),
    ],
)
def test_an_election_ends_and_begins_nothing_by_itself_until_it_is_held(
    status: str, utsatt: str, ventet: list[str]
) -> None:
    register = load(tree(UTEN_SIDER.replace("STATUS", status).replace("UTSATT", utsatt))).register
    assert [f"{s.person} {s.til}" for s in register.mapper["utvalget"].seter] == ventet


# By command: an election at a meeting to come, and then the meeting is not held, or the case is not dealt with

FOER = """
utvalg: {verv: {}}
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2025-01-01}, KARI]}
medlemmer/ola: {oppnevninger: [{verv: medlem, fra: 2025-01-01}]}
medlemmer/per: {oppnevninger: [{verv: medlem, fra: 2025-01-01}]}
moeter/2025-12-01:
  saker: [{nr: 1/25, tittel: Valg, type: valg, valg: [FOERST]}]
moeter/2026-05-13: {status: innkalt, saker: [{nr: 1/26, tittel: Valg, type: valg}, {nr: 2/26, tittel: B, type: annet}]}
moeter/2026-09-09: {status: planlagt}
"""
VALGT = "{verv: leder, fra: 2026-01-01, til: 2026-12-31, valgt_i: 1/25}"
VALGET = "{verv: leder, valgt: kari, fra: 2026-01-01, til: 2026-12-31}"
OPPNEVNT = "{verv: leder, fra: 2026-01-01, til: 2026-12-31}"


def register(tmp_path: Path, kari: str) -> Path:
    skriv(tmp_path, FOER.replace("KARI", kari).replace("FOERST", VALGET if kari == VALGT else ""))
    return tmp_path


def kommando(rot: Path, *ord: str, exit: int = 0) -> None:
    assert run(["--rot", str(rot), *ord, "--dato", "2026-05-01"]) == exit


def velg(rot: Path, *valg: str) -> None:
    kommando(rot, "valg", "utvalget", "2026-05-13", "1/26", "ola", "--verv", "leder", "--likevel", *valg)


def ledere(rot: Path) -> list[str]:
    found: tuple[Sete, ...] = load(WorkTree(rot)).register.mapper["utvalget"].seter_i["leder"]
    return [f"{s.person} {s.fra} {s.til}" for s in found]


def periodene(rot: Path) -> list[tuple[Oppnevning, ...]]:
    """What every page says, as it is read."""
    people = load(WorkTree(rot)).register.mapper["utvalget"].medlemmer
    return [medlem.oppnevninger for medlem in people.values()]


IKKE_HOLDT = [
    ("avlys", "utvalget", "2026-05-13"),
    ("sak", "utsett", "utvalget", "2026-05-13", "1/26"),
    ("sak", "utsett", "utvalget", "2026-05-13", "1/26", "--til", "2026-09-09"),
]


@pytest.mark.parametrize("verb", IKKE_HOLDT)
@pytest.mark.parametrize("fra", [(), ("--fra", "2026-07-01")])
def test_what_it_did_is_taken_back(
    tmp_path: Path, verb: tuple[str, ...], fra: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    rot = register(tmp_path, VALGT)
    before = periodene(rot)
    velg(rot, *fra)
    assert ledere(rot) != ["kari 2026-01-01 2026-12-31"]
    capsys.readouterr()
    kommando(rot, *verb)
    said = "".join(capsys.readouterr())
    assert "Valget i sak 1/26 er tatt tilbake. Kari sitter fortsatt som leder til 31. desember 2026" in said
    assert ledere(rot) == ["kari 2026-01-01 2026-12-31"]
    assert periodene(rot) == before
    assert [str(f) for f in valider(WorkTree(rot), date(2026, 12, 31)).funn] == []


@pytest.mark.parametrize("verb", IKKE_HOLDT)
def test_whom_the_records_do_not_tell_of_is_asked_about(
    tmp_path: Path, verb: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """She is leader by no election on record: how long for, nobody can read out of the page."""
    rot = register(tmp_path, OPPNEVNT)
    velg(rot)
    capsys.readouterr()
    kommando(rot, *verb)
    assert "Perioden til Kari som leder slutter dagen før valget" in capsys.readouterr().err
    assert ledere(rot) == ["kari 2026-01-01 2026-05-13"]


def test_a_term_that_others_have_written_more_of_is_kept_as_one_that_never_began(tmp_path: Path) -> None:
    rot = register(tmp_path, VALGT)
    velg(rot)
    page = rot / UTVALG / "medlemmer/ola.yaml"
    page.write_text(page.read_text("utf-8") + "    merknad: Sa ja på telefon.\n", encoding="utf-8")
    kommando(rot, "avlys", "utvalget", "2026-05-13")
    assert "Sa ja på telefon" in page.read_text("utf-8")
    assert ledere(rot) == ["kari 2026-01-01 2026-12-31"]


def test_the_other_cases_are_left_alone(tmp_path: Path) -> None:
    rot = register(tmp_path, VALGT)
    velg(rot)
    before = ledere(rot)
    kommando(rot, "sak", "utsett", "utvalget", "2026-05-13", "2/26")
    assert ledere(rot) == before


@pytest.mark.parametrize(
    ("valg", "til", "ventet"),
    [
        ((), "2026-05-20", ["kari 2026-01-01 2026-05-20", "ola 2026-05-21 2026-12-31"]),
        ((), "2026-05-06", ["kari 2026-01-01 2026-05-06", "ola 2026-05-07 2026-12-31"]),
        # That it begins on another day than the meeting's, somebody has said, and it stands.
        (("--fra", "2026-07-01"), "2026-05-20", ["kari 2026-01-01 2026-06-30", "ola 2026-07-01 2026-12-31"]),
    ],
)
def test_the_days_follow_the_meeting_that_is_moved(
    tmp_path: Path, valg: tuple[str, ...], til: str, ventet: list[str]
) -> None:
    rot = register(tmp_path, VALGT)
    velg(rot, *valg)
    kommando(rot, "flytt", "utvalget", "2026-05-13", "--til", til)
    assert ledere(rot) == ventet
    assert [f.finding.message for f in valider(WorkTree(rot), date(2026, 12, 31)).funn] == []


def test_an_election_that_would_begin_before_the_meeting_is_told_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rot = register(tmp_path, VALGT)
    velg(rot, "--fra", "2026-07-01")
    capsys.readouterr()
    kommando(rot, "flytt", "utvalget", "2026-05-13", "--til", "2026-08-19")
    assert "Valget i sak 1/26 gjelder fra 1. juli 2026, og det er før møtet." in capsys.readouterr().err


def test_a_meeting_is_not_moved_beyond_the_term_it_elects_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rot = register(tmp_path, VALGT)
    velg(rot)
    before = ledere(rot)
    kommando(rot, "flytt", "utvalget", "2026-05-13", "--til", "2027-01-13", exit=2)
    assert "brukerutvalg sak utsett utvalget 2026-05-13 1/26" in capsys.readouterr().err
    assert ledere(rot) == before


def test_nobody_is_elected_where_nothing_is_dealt_with(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rot = register(tmp_path, VALGT)
    wanted = ("valg", "utvalget", "2026-05-13", "1/26", "ola", "--verv", "leder", "--likevel")
    kommando(rot, "sak", "utsett", "utvalget", "2026-05-13", "1/26")
    kommando(rot, *wanted, exit=2)
    assert "sak 1/26 er utsatt, og ingen ble valgt i den" in capsys.readouterr().err
    kommando(rot, "avlys", "utvalget", "2026-05-13")
    kommando(rot, *wanted, exit=2)
    assert "møtet 2026-05-13 er avlyst, og ingen blir valgt der" in capsys.readouterr().err
