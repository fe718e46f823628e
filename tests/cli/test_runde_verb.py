"""The verb `runde`: continuity and renewal are shown before a round is written, and a wrong one is stopped."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import WorkTree
from nytt_register import nytt_register
from test_et_aar import FOLK, U

FRA, TIL = date(2028, 1, 1), date(2029, 12, 31)


@pytest.fixture
def rot(tmp_path: Path) -> Path:
    nytt_register(tmp_path / "r", "--dato", "2026-01-01", folk=FOLK)
    return tmp_path / "r"


def oppnevnte(rot: Path) -> list[str]:
    mappe = load(WorkTree(rot)).register.mapper[U]
    return sorted(s.person for s in mappe.seter if s.fra == FRA and s.verv in ("medlem", "vara"))


def runde(rot: Path, *names: str, ja: bool = True, til: date = TIL) -> int:
    period = ["--fra", str(FRA), "--til", str(til), "--dato", "2027-12-01", "--fullmakt", "ja"]
    return run(["--rot", str(rot), "runde", U, *names, *period, *(["--ja"] if ja else [])])


def test_who_goes_on_who_is_new_and_who_leaves(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["--rot", str(rot), "person", "ny", U, "Eva Strand", "--side", "bruker", "--representerer", "ffo"])
    capsys.readouterr()
    assert runde(rot, "kari-nordmann", "ola-berg", "eva-strand", "--menn", "1", "--kvinner", "2") == 0
    said = capsys.readouterr().out
    assert "Fortsetter (2): Kari Nordmann, Ola Berg\nNye (1): Eva Strand\n" in said
    assert "Slutter (3): Anne Lie, Liv Moen, Per Hansen\n" in said  # the first of them a deputy
    assert oppnevnte(rot) == ["eva-strand", "kari-nordmann", "ola-berg"]
    (event,) = (h for h in load(WorkTree(rot)).register.mapper[U].hendelser if h.fra == FRA)
    assert event.hva == "oppnevningsrunde"
    assert event.kjoenn == {"medlemmer": {"kvinner": 2, "menn": 1}}


@pytest.mark.parametrize(
    ("fra", "ny"), [("ukjent", False), ("2025", False), ("2025-03", False), ("2028", True), ("2028-06", True)]
)
def test_who_was_appointed_on_a_day_known_in_part_is_not_new(
    rot: Path, fra: str, ny: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    file = rot / f"records/utvalg/{U}/medlemmer/kari-nordmann.yaml"
    page = re.sub(r"til: [\d-]+", "til: ukjent", file.read_text(encoding="utf-8"))
    file.write_text(re.sub(r"fra: [\d-]+", f"fra: {fra}", page), encoding="utf-8")
    runde(rot, "kari-nordmann", ja=False)
    assert ("Nye (1): Kari Nordmann" in capsys.readouterr().out) is ny


@pytest.mark.parametrize(
    ("sagt", "foert"),
    [
        ((), {}),
        (("--menn", "2"), {"medlemmer": {"menn": 2}}),
        (("--menn", "0", "--kvinner", "ukjent"), {"medlemmer": {"kvinner": UKJENT, "menn": 0}}),
        (("--vara-kvinner", "1"), {"varamedlemmer": {"kvinner": 1}}),
    ],
)
def test_nobody_is_counted_whom_nobody_counted(
    rot: Path, sagt: tuple[str, ...], foert: dict[str, dict[str, int | Ukjent]]
) -> None:
    assert runde(rot, "kari-nordmann", "ola-berg", *sagt) == 0
    (event,) = (h for h in load(WorkTree(rot)).register.mapper[U].hendelser if h.fra == FRA)
    assert event.kjoenn == foert
    assert runde(rot, "kari-nordmann", "--menn", "to") == 2


def test_a_deputy_who_is_left_out_sits_no_longer(rot: Path) -> None:
    file = rot / f"records/utvalg/{U}/medlemmer/anne-lie.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("    til: 2027-12-31\n", ""), encoding="utf-8")
    assert runde(rot, "kari-nordmann", "ola-berg", "--likevel") == 0
    (seat,) = load(WorkTree(rot)).register.mapper[U].seter_av["anne-lie"]
    assert (seat.verv, seat.til) == ("vara", date(2027, 12, 31))


@pytest.mark.parametrize(
    ("til", "ventet"), [("ukjent", "2027-12-31"), ("2027", "2027"), ("2027-11", "2027-11")]
)
def test_what_is_known_of_the_last_day_is_not_written_over(rot: Path, til: str, ventet: str) -> None:
    file = rot / f"records/utvalg/{U}/medlemmer/kari-nordmann.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("til: 2027-12-31", f"til: {til}"), encoding="utf-8"
    )
    assert runde(rot, "kari-nordmann", "ola-berg", "--likevel") == 0
    assert f"til: {ventet}\n" in file.read_text(encoding="utf-8")


def test_a_round_the_mandate_does_not_allow_is_stopped(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = oppnevnte(rot)
    assert runde(rot, "kari-nordmann", til=date(2030, 1, 1)) == 1
    out, err = capsys.readouterr()
    assert (
        "feil: Kari Nordmann er medlem fra 1. januar 2028 til 1. januar 2030; lengste periode er 2 år" in out
    )
    assert "--likevel" in err
    assert oppnevnte(rot) == before


def test_nothing_is_written_until_somebody_says_yes(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = oppnevnte(rot)
    assert runde(rot, "kari-nordmann", "ola-berg", ja=False) == 2
    assert "--ja mangler. Skal runden føres?" in capsys.readouterr().err
    assert oppnevnte(rot) == before


def test_terms_without_an_end_are_over_when_the_new_period_begins(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Members that are typed in have no last day: a round would otherwise seat them twice, or let nobody leave."""
    members = ["Kari Nordmann, ffo", "Ola Berg, safo", "Per Hansen, lhl"]
    typed = [*members, "Anne Lie, safo, vara", "Nina Vik, nav, sekretaer"]
    new = [
        "--utvalg",
        "Nav Storelva",
        *(word for line in typed for word in ("--medlem", line)),
        "--fra",
        "1.1.2026",
        "--ja",
    ]
    assert run(["init", str(tmp_path), *new, "--alle", "nei", "--dato", "2026-01-01"]) == 0
    run(
        [
            "--rot",
            str(tmp_path),
            "person",
            "ny",
            U,
            "Eva Strand",
            "--side",
            "bruker",
            "--representerer",
            "ffo",
        ]
    )
    assert runde(tmp_path, "kari-nordmann", "eva-strand", "anne-lie", "--vara", "ola-berg", "--likevel") == 0
    assert "er allerede medlem" not in capsys.readouterr().out
    mappe = load(WorkTree(tmp_path)).register.mapper[U]
    last = {(s.person, s.verv): s.til for s in mappe.seter if s.fra == date(2026, 1, 1)}
    assert last == {
        ("kari-nordmann", "medlem"): date(2027, 12, 31),
        ("ola-berg", "medlem"): date(2027, 12, 31),
        ("per-hansen", "medlem"): date(2027, 12, 31),
        ("anne-lie", "vara"): date(2027, 12, 31),
        ("nina-vik", "sekretaer"): None,
    }


LEDER = "  - {verv: leder, fra: 2026-03-01, valgt_i: ukjent}\n"


@pytest.mark.parametrize(
    ("valgte", "til"),
    [
        (("kari-nordmann", "ola-berg"), None),  # goes on
        (("ola-berg", "--vara", "kari-nordmann"), date(2027, 12, 31)),  # is no member any more
        (("ola-berg",), date(2027, 12, 31)),  # leaves
    ],
)
def test_who_leads_and_goes_on_leads_still(
    valgte: tuple[str, ...], til: date | None, rot: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A round appoints members: of who leads it says nothing."""
    file = rot / f"records/utvalg/{U}/medlemmer/kari-nordmann.yaml"
    file.write_text(file.read_text(encoding="utf-8").rstrip() + "\n" + LEDER, encoding="utf-8")
    assert runde(rot, *valgte, "--likevel") == 0
    seats = load(WorkTree(rot)).register.mapper[U].seter_av["kari-nordmann"]
    (led,) = (s for s in seats if s.fra == date(2026, 3, 1))
    assert led.til == til
    said = (
        "Kari Nordmann er leder uten sluttdato, og det er ikke rørt. Er det slutt: "
        f"brukerutvalg avslutt {U} kari-nordmann --verv leder\n"
    )
    assert (said in capsys.readouterr().err) is (til is None)


def test_of_a_period_that_began_in_a_year_nobody_knows_when_those_before_were_done(rot: Path) -> None:
    """They are done all the same: two seats at once were never theirs."""
    file = rot / f"records/utvalg/{U}/medlemmer/anne-lie.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("    til: 2027-12-31\n", ""), encoding="utf-8")
    period = ["--fra", "2028", "--til", "2029", "--dato", "2027-12-01", "--ja", "--likevel"]
    assert run(["--rot", str(rot), "runde", U, "kari-nordmann", "ola-berg", *period]) == 0
    assert "til: ukjent" in file.read_text(encoding="utf-8")
    (new,) = (
        s
        for s in load(WorkTree(rot)).register.mapper[U].seter_av["ola-berg"]
        if s.deldato and str(s.deldato["fra"]) == "2028"
    )
    assert str(new.deldato["til"]) == "2029"
