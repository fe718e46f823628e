"""A list of members that is not whole is not judged; and it becomes whole: by `init`, by `person alle`, by a round."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from brukerutvalg_cli.cli.run import run

pytestmark = pytest.mark.usefixtures("samme_dom")

U = "nav-storelva"
HODE = "navn;side;representerer;verv;fra;til;funksjon\n"
HEL = """\
Kari Nordmann;bruker;ffo;medlem;1.1.2026;31.12.2027;
Ola Berg;bruker;safo;medlem;1.1.2026;31.12.2027;
Nina Vik;nav;;sekretaer;1.1.2026;;
Liv Moen;nav;;medlem;1.1.2026;31.12.2027;nav-leder
"""
ALENE = "Kari Nordmann;bruker;ffo;medlem;1.1.2026;31.12.2027;\n"
UTVALG = Path(f"records/utvalg/{U}/utvalg.yaml")


@pytest.fixture(autouse=True)
def rot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def lag(rader: str, *valg: str) -> None:
    Path("folk.csv").write_text(HODE + rader, encoding="utf-8")
    given = ["--medlemmer", "folk.csv", *valg]
    assert run(["init", ".", "--utvalg", "Nav Storelva", *given, "--dato", "2026-01-02", "--ja"]) == 0


def hel() -> bool:
    return "ufullstendig" not in UTVALG.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("rader", "valg", "ventet"),
    [
        (HEL, ("--alle", "ja"), True),
        (HEL, ("--alle", "nei"), False),
        (HEL, (), False),
        (ALENE, (), False),
        (ALENE, ("--alle", "ja"), False),
    ],
)
def test_init_takes_the_list_for_whole_where_somebody_says_so_and_nothing_is_found_in_it(
    rader: str, valg: tuple[str, ...], ventet: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    lag(rader, *valg)
    assert hel() is ventet
    said = capsys.readouterr().out
    assert ("Medlemslista er ikke ført som hel, for da sier mandatet fra om dette: " in said) == (
        rader == ALENE and bool(valg)
    )
    assert run(["valider", "--dato", "2026-01-02"]) == 0


def test_status_says_what_is_not_judged_and_how_it_will_be(capsys: pytest.CaptureFixture[str]) -> None:
    lag(HEL, "--alle", "nei")
    run(["status", "--dato", "2026-01-03"])
    said = capsys.readouterr().out
    assert "Ikke vurdert" in said
    assert "ledige plasser, sammensetning og fornyelse" in said
    assert f"brukerutvalg person alle {U}\n" in said
    assert run(["person", "alle", U, "--dato", "2026-01-03"]) == 0
    assert hel()
    capsys.readouterr()
    run(["status", "--dato", "2026-01-03"])
    text = capsys.readouterr().out
    assert "Ikke vurdert" not in text
    assert "Ledig:\n  vervet som leder\n" in text
    run(["status", "--json", "--dato", "2026-01-03"])
    assert json.loads(capsys.readouterr().out)["utvalg"][0]["medlemsliste_fullstendig"] is True


def test_what_is_wrong_with_everybody_in_is_shown_first(capsys: pytest.CaptureFixture[str]) -> None:
    lag(ALENE)
    assert run(["opplaering", U, "kari-nordmann", "--modul", "1", "--dato", "2026-01-03"]) == 0
    capsys.readouterr()
    assert run(["person", "alle", U, "--dato", "2026-01-03"]) == 1
    out, err = capsys.readouterr()
    assert "feil: " in out
    assert "skriv --likevel" in err
    assert not hel()
    assert run(["person", "alle", U, "--likevel", "--dato", "2026-01-03"]) == 0
    assert hel()


def test_a_round_appoints_everybody() -> None:
    lag(HEL, "--alle", "nei")
    days = ["--fra", "1.1.2028", "--til", "31.12.2029", "--fullmakt", "ja"]
    people = ["kari-nordmann", "ola-berg", "liv-moen"]
    assert run(["runde", U, *people, *days, "--likevel", "--ja", "--dato", "2027-12-01"]) == 0
    assert hel()


def test_the_council_goes_without_saying_where_there_is_one() -> None:
    lag(HEL)
    assert run(["person", "alle", "--dato", "2026-01-05"]) == 0
    assert hel()
