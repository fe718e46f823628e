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
from smaa_registre import ROOT, skriv
from test_shipped_records import assert_case_28

pytestmark = pytest.mark.usefixtures("samme_dom")

MOETET = "records/utvalg/nav-vestland/moeter/2022-11-16.yaml"
DE_FEM = ["kari-nordmann", "per-hansen", "anne-lie", "ola-berg", "eva-dahl"]
VALGET = ["nav-vestland", "16.11.2022", "28/22", *DE_FEM, "--verv", "redaksjonsraad"]
TIDA = ["--fra", "1.1.2023", "--til", "31.12.2023", "--dato", "2022-11-16"]


@pytest.fixture(scope="module")
def grunnlag(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("grunnlag")
    others = shutil.ignore_patterns("nav-fjordvik", "nav-troendelag*")
    shutil.copytree(ROOT / "records", root / "records", ignore=others)
    utkast = Utkast(WorkTree(root))
    utkast.fjern(MOETET, ("saker", 5, "valg", 2))
    mappe = load(WorkTree(root)).register.mapper["nav-vestland"]
    for person in DE_FEM:
        terms = mappe.medlemmer[person].oppnevninger
        at = next(nr for nr, term in enumerate(terms) if term.verv == "redaksjonsraad")
        utkast.fjern(personfil(mappe, person), ("oppnevninger", at))
    lagre(root, utkast.endringer())
    assert valider(WorkTree(root), date(2022, 11, 16)).funn == ()
    return root


@pytest.fixture
def rot(grunnlag: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(grunnlag, tmp_path, dirs_exist_ok=True))


def test_it_is_stopped_before_anything_is_written(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (rot / MOETET).read_bytes()
    assert run(["--rot", str(rot), "valg", *VALGET, *TIDA]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "redaksjonsrådet får 3 fra brukersiden; regelverket vil ha 2 fra brukersiden" in err
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
        ({"kari-nordmann": "kari-normann"}, "PERSON: «kari-normann» finnes ikke. Mente du «Kari Nordmann»?"),
        (
            {"redaksjonsraad": "redakjonsråd"},
            "--verv: «redakjonsråd» finnes ikke. Mente du «redaksjonsraad»?",
        ),
        ({"28/22": "82/22"}, "SAK: «82/22» finnes ikke. Møtet har 23/22, 24/22,"),
        (
            {"16.11.2022": "17.11.2022"},
            "har ikke noe møte torsdag 17. november 2022. De nærmeste: 2022-09-22",
        ),
        ({"nav-vestland": "nav-vesland"}, "UTVALG: «nav-vesland» finnes ikke. Mente du «nav-vestland»?"),
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
    assert "redaksjonsrådet får 3 fra brukersiden" in capsys.readouterr().err
    assert run(["--rot", str(tmp_path), "valg", *VALGET, *TIDA, "--likevel"]) == 0
    assert "Det står der alt. Ingenting er skrevet." in capsys.readouterr().err
    four = ["nav-vestland", "16.11.2022", "28/22", *DE_FEM[1:], "--verv", "redaksjonsraad"]
    assert run(["--rot", str(tmp_path), "valg", *four, *TIDA]) == 2
    said = "i sak 28/22 er Kari Nordmann, Per Hansen, Anne Lie, Ola Berg og Eva Dahl alt ført som valgt"
    assert said in capsys.readouterr().err
    assert {p: p.read_bytes() for p in (tmp_path / "records").rglob("*.yaml")} == before


@pytest.mark.parametrize(
    ("sagt", "ventet"),
    [
        (["--fra", "1.2.2023"], "med første dag 2023-01-01, og --fra 2023-02-01 ville ikke bli skrevet"),
        (["--til", "30.6.2023"], "med siste dag 2023-12-31, og --til 2023-06-30 ville ikke bli skrevet"),
        (["--fraviker", "redaksjonsraad"], "med ingen fravik, og --fraviker redaksjonsraad ville ikke bli skrevet"),
    ],
)  # fmt: skip
def test_what_is_said_against_an_election_on_record_is_not_lost_in_silence(
    tmp_path: Path, sagt: list[str], ventet: str, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "records", tmp_path / "records")
    before = {p: p.read_bytes() for p in (tmp_path / "records").rglob("*.yaml")}
    words = ["valg", *VALGET, *sagt, "--dato", "2022-11-16", "--likevel"]
    assert run(["--rot", str(tmp_path), *words]) == 2
    assert f"valget i sak 28/22 er alt ført {ventet}" in capsys.readouterr().err
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


RETTING = ["nav-vestland", "2023-02-09", "1/23", *DE_FEM[1:], "--verv", "redaksjonsraad"]


@pytest.fixture
def rettes(tmp_path: Path) -> Path:
    """The register as it is, going on into 2023, with the case on the agenda of the next meeting."""
    shutil.copytree(ROOT / "records", tmp_path / "records")
    utkast = Utkast(WorkTree(tmp_path))
    utkast.fjern("records/utvalg/nav-vestland/utvalg.yaml", ("registrert_til",))
    sak = {"nr": "1/23", "tittel": "Redaksjonsrådet", "type": "valg"}
    utkast.legg_til("records/utvalg/nav-vestland/moeter/2023-02-09.yaml", ("saker",), sak)
    lagre(tmp_path, utkast.endringer())
    return tmp_path


def perioder(rot: Path, person: str) -> list[tuple[object, ...]]:
    mappe = load(WorkTree(rot)).register.mapper["nav-vestland"]
    terms = (t for t in mappe.medlemmer[person].oppnevninger if t.verv == "redaksjonsraad")
    return [(str(t.fra), str(t.til), t.valgt_i) for t in terms]


def funnene(rot: Path, dag: date) -> list[str]:
    return [located.finding.message for located in valider(WorkTree(rot), dag).funn]


def test_a_body_is_elected_as_one(rettes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """From the meeting, for the rest of the term: one is done the day before, four go on in one period, lawfully."""
    before = funnene(rettes, date(2023, 2, 9))
    assert run(["--rot", str(rettes), "valg", *RETTING, "--dato", "2023-02-09"]) == 0
    out, err = capsys.readouterr()
    assert (
        "i sak 1/23, fra 9. februar 2023 til 31. desember 2023. Kari Nordmann er ferdig i redaksjonsrådet"
        in out
    )
    assert "8. februar 2023." in out
    assert "skriver du --fra 2024-01-01" in err
    assert perioder(rettes, "kari-nordmann") == [("2023-01-01", "2023-02-08", "28/22")]
    assert perioder(rettes, "ola-berg") == [
        ("2023-01-01", "2023-02-08", "28/22"),
        ("2023-02-09", "2023-12-31", "1/23"),
    ]
    # Nothing new; and the old breach stands until the meeting is recorded as held.
    assert funnene(rettes, date(2023, 2, 9)) == before


def test_one_who_is_elected_again_within_the_term_has_had_one_period(rettes: Path) -> None:
    rules = rettes / "records/regelverk/nav-vestland-2019.yaml"
    common = "id: ein, avsnitt: A, styrke: skal, tekst: T."
    one = f"  - {{{common}, regel: funksjonstid, hvem: {{verv: redaksjonsraad}}, paa_rad: 1 periode}}"
    rules.write_text(f"{rules.read_text(encoding='utf-8')}\n{one}\n", encoding="utf-8")
    before = funnene(rettes, date(2023, 2, 9))
    assert run(["--rot", str(rettes), "valg", *RETTING, "--dato", "2023-02-09"]) == 0
    # Nothing new; and the old breach stands until the meeting is recorded as held.
    assert funnene(rettes, date(2023, 2, 9)) == before
    again = ["nav-vestland", "2023-11-22", "2/23", *DE_FEM[1:], "--verv", "redaksjonsraad"]
    utkast = Utkast(WorkTree(rettes))
    sak = {"nr": "2/23", "tittel": "Redaksjonsrådet", "type": "valg"}
    utkast.legg_til("records/utvalg/nav-vestland/moeter/2023-11-22.yaml", ("saker",), sak)
    lagre(rettes, utkast.endringer())
    assert run(["--rot", str(rettes), "valg", *again, "--fra", "1.1.2024", "--dato", "2023-11-22"]) == 1


def test_a_vacancy_is_filled_beside_those_who_sit(rettes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--rot", str(rettes), "avslutt", "nav-vestland", "kari-nordmann", "--verv", "redaksjonsraad",
                "--til", "31.1.2023", "--dato", "2023-01-31"]) == 0  # fmt: skip
    assert run(["--rot", str(rettes), "avslutt", "nav-vestland", "per-hansen", "--verv", "redaksjonsraad",
                "--til", "31.1.2023", "--dato", "2023-01-31"]) == 0  # fmt: skip
    one = [
        "nav-vestland",
        "2023-02-09",
        "1/23",
        "per-hansen",
        "--verv",
        "redaksjonsraad",
        "--dato",
        "2023-02-09",
    ]
    capsys.readouterr()
    assert run(["--rot", str(rettes), "valg", *one]) == 1  # alone, he would be the whole body
    assert "redaksjonsrådet får 1 fra brukersiden og ingen fra Nav" in capsys.readouterr().err
    assert run(["--rot", str(rettes), "valg", *one, "--supplerer"]) == 0
    assert "ferdig" not in capsys.readouterr().out
    assert perioder(rettes, "ola-berg") == [("2023-01-01", "2023-12-31", "28/22")]
    assert perioder(rettes, "per-hansen")[-1] == ("2023-02-09", "2023-12-31", "1/23")


def test_a_departure_that_is_named_does_not_let_the_rest_through(rettes: Path) -> None:
    five = ["nav-vestland", "2023-02-09", "1/23", *DE_FEM, "--verv", "redaksjonsraad", "--dato", "2023-02-09"]
    assert run(["--rot", str(rettes), "valg", *five, "--fraviker", "leder-side"]) == 1


def test_an_election_before_the_term_begins_takes_the_place_of_the_first(rettes: Path) -> None:
    """Decided anew in December, for the same year: those who were elected in November never begin."""
    utkast = Utkast(WorkTree(rettes))
    sak = {"nr": "30/22", "tittel": "Redaksjonsrådet", "type": "valg"}
    utkast.ny("records/utvalg/nav-vestland/moeter/2022-12-14.yaml",
              {"dato": "2022-12-14", "status": "innkalt", "saker": [sak]})  # fmt: skip
    lagre(rettes, utkast.endringer())
    anew = [
        "nav-vestland",
        "2022-12-14",
        "30/22",
        *DE_FEM[1:],
        "--verv",
        "redaksjonsraad",
        "--fra",
        "1.1.2023",
    ]
    assert run(["--rot", str(rettes), "valg", *anew, "--til", "31.12.2023", "--dato", "2022-12-14"]) == 0
    mappe = load(WorkTree(rettes)).register.mapper["nav-vestland"]
    sitting = {s.person for s in mappe.seter_i["redaksjonsraad"] if s.dekker(date(2023, 1, 1))}
    assert sitting == set(DE_FEM[1:])
    (never,) = (t for t in mappe.medlemmer["kari-nordmann"].oppnevninger if t.verv == "redaksjonsraad")
    assert never.tiltraadt is False


def test_an_election_on_record_is_put_on_an_empty_page_as_it_is_recorded(rettes: Path) -> None:
    """With its own days, also where nobody says them, and not those an election would have now."""
    utkast = Utkast(WorkTree(rettes))
    record = {"verv": "redaksjonsraad", "valgt": DE_FEM[1:], "fra": "2023-03-01", "til": "2023-10-31"}
    utkast.legg_til("records/utvalg/nav-vestland/moeter/2023-02-09.yaml", ("saker", 0, "valg"), record)
    lagre(rettes, utkast.endringer())
    assert run(["--rot", str(rettes), "valg", *RETTING, "--likevel", "--dato", "2023-02-09"]) == 0
    assert perioder(rettes, "ola-berg")[-1] == ("2023-03-01", "2023-10-31", "1/23")


def test_a_body_and_who_comes_in_addition_are_elected_in_one_case(
    rettes: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = ["nav-vestland", "2023-02-09", "1/23", "kari-nordmann", "--verv", "redaksjonsraad", "--supplerer"]
    last = ["--likevel", "--dato", "2023-02-09"]
    assert run(["--rot", str(rettes), "valg", *one, *last]) == 0
    assert run(["--rot", str(rettes), "valg", *RETTING, *last]) == 0
    assert perioder(rettes, "kari-nordmann")[-1] == ("2023-02-09", "2023-12-31", "1/23")
    mappe = load(WorkTree(rettes)).register.mapper["nav-vestland"]
    sitting = {s.person for s in mappe.seter_i["redaksjonsraad"] if s.dekker(date(2023, 2, 9))}
    assert sitting == set(DE_FEM)


def test_who_is_appointed_by_no_election_is_told_of_and_not_struck(
    rettes: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    utkast = Utkast(WorkTree(rettes))
    page = "records/utvalg/nav-vestland/medlemmer/kari-nordmann.yaml"
    utkast.legg_til(page, ("oppnevninger",), {"verv": "redaksjonsraad", "fra": "2024-06-01"})
    lagre(rettes, utkast.endringer())
    term = ["--til", "31.12.2024", "--likevel", "--dato", "2023-02-09"]
    assert run(["--rot", str(rettes), "valg", *RETTING, *term]) == 0
    assert "Kari Nordmann er oppnevnt til redaksjonsrådet fra 1. juni 2024" in capsys.readouterr().err
    assert "tiltraadt: nei" not in (rettes / page).read_text(encoding="utf-8")
    assert perioder(rettes, "ola-berg")[-1] == ("2023-02-09", "2024-12-31", "1/23")


@pytest.mark.parametrize(
    ("til", "ventet"),
    [
        (
            "2026-12-31",
            "var valgt til 31. desember 2026; gjelder det tiden etter, skriver du --fra 2027-01-01",
        ),
        ("2026", "var valgt til 2026; gjelder det tiden etter, skriver du --fra 2027-01-01"),
        ("2026-05", "var valgt til mai 2026; gjelder det tiden etter, skriver du --fra 2026-06-01"),
        ("2026-04", ""),
    ],
)
def test_it_is_said_until_when_those_who_sit_were_elected(
    til: str, ventet: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    register = f"""
    medlemmer/kari: {{oppnevninger: [{{verv: medlem, fra: 2025-01-01}}, {{verv: leder, fra: 2026-01-01, til: {til}}}]}}
    medlemmer/per: {{oppnevninger: [{{verv: medlem, fra: 2025-01-01}}]}}
    moeter/2026-05-13: {{status: innkalt, saker: [{{nr: 1/26, tittel: Valg, type: valg}}]}}
    """
    skriv(tmp_path, register)
    election = ["valg", "utvalget", "13.5.2026", "1/26", "per", "--verv", "leder", "--til", "31.12.2027"]
    assert run(["--rot", str(tmp_path), *election, "--dato", "2026-05-13", "--likevel"]) == 0
    err = capsys.readouterr().err
    assert ventet in err
    assert ("gjelder det tiden etter" in err) == bool(ventet)
    kari = load(WorkTree(tmp_path)).register.mapper["utvalget"].medlemmer["kari"].oppnevninger[1]
    assert (kari.skrevet("til") == til) == (not ventet)  # what is over, stays as it is
