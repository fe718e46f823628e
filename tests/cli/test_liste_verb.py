"""Lists in the commands: at `init` and later, shown as they were understood, and nothing private in the register."""

from __future__ import annotations

import os
from pathlib import Path

import openpyxl
import pexpect
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from avlegger import program, python
from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.verdier import kjent
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import WorkTree
from nytt_register import gjort

pytestmark = pytest.mark.usefixtures("samme_dom")

U = "nav-storelva"
NYTT = ("--utvalg", "Brukerutvalget ved Nav Storelva", "--eier", "Nav Storelva", "--dato", "2026-01-02")
HODE = ("Navn", "Organisasjon", "Rolle", "Periode fra", "Periode til", "E-post", "Telefon", "Merknad")
FOLK = (
    ("Ødegård, Kåre", "FFO", "Leder", "01.01.2026", "31.12.2027", "kaare@example.no", "91234567", ""),
    ("Nordmann, Kari", "Mental Helse", "varamedlem", "01.01.2026", "31.12.2027", "kari@example.no", "", ""),
    ("Vik, Nina", "Nav Storelva", "Sekretær", "01.01.2026", "", "nina@example.no", "41 23 45 67", ""),
    (
        "Moen, Liv",
        "Nav Storelva",
        "Nav-leder",
        "01.01.2026",
        "31.12.2027",
        "",
        "",
        "Ringer\nhelst om kvelden",
    ),
)
HEMMELIG = ("example.no", "91234567", "41 23 45 67", "helst om kvelden")


@pytest.fixture
def rot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def som_csv(path: Path, *rader: tuple[str, ...], hode: tuple[str, ...] = HODE) -> str:
    """As Excel in Norwegian saves it: semicolons, cp1252, and the line that says so."""
    lines = [";".join(f'"{cell}"' if "\n" in cell else cell for cell in row) for row in (hode, *rader)]
    path.write_bytes("\r\n".join(["sep=;", *lines, ""]).encode("cp1252"))
    return str(path)


def som_xlsx(path: Path) -> str:
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in (HODE, *FOLK):
        sheet.append([cell or None for cell in row])
    book.save(path)
    return str(path)


def mappe(rot: Path) -> Utvalgsmappe:
    return load(WorkTree(rot)).register.mapper[U]


def poster(rot: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted((rot / "records").rglob("*.yaml"))}


def test_a_list_from_excel_becomes_the_same_right_register_either_way(
    rot: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["init", "a", *NYTT, "--medlemmer", som_csv(rot / "folk.csv", *FOLK), "--ja"]) == 0
    said = capsys.readouterr().out
    assert run(["init", "b", *NYTT, "--medlemmer", som_xlsx(rot / "folk.xlsx"), "--ja"]) == 0
    assert poster(rot / "a") == poster(rot / "b")
    found = mappe(rot / "a")
    assert {
        m.navn: (
            m.side,
            m.representerer,
            m.oppnevninger[0].verv,
            [f.funksjon for f in kjent(m.funksjon) or ()],
        )
        for m in found.medlemmer.values()
    } == {
        "Kåre Ødegård": ("bruker", "ffo", "leder", []),
        "Kari Nordmann": ("bruker", "mental-helse", "vara", []),
        "Nina Vik": ("nav", "nav-storelva-kontor", "sekretaer", []),
        "Liv Moen": ("nav", "nav-storelva-kontor", "medlem", ["nav-leder"]),
    }
    assert found.utvalg.eier == ("nav-storelva-kontor",)
    assert "  Kari Nordmann, brukersiden, Mental Helse: vara fra 1. januar 2026 til 31. desember 2027" in said
    assert "«E-post»: e-post føres aldri i registeret" in said
    written = [p.read_bytes().decode("utf-8", "replace") for p in (rot / "a").rglob("*") if p.is_file()]
    assert not [secret for secret in HEMMELIG for text in written if secret in text]


def test_what_the_mandate_wants_and_the_list_does_not_say_is_unknown(rot: Path) -> None:
    assert run(["init", ".", *NYTT[:2], "--medlem", "Kari Nordmann, ffo", "--ja"]) == 0
    (term,) = mappe(rot).medlemmer["kari-nordmann"].oppnevninger
    assert {str(value) for value in (term.fra, term.av, term.foreslaatt_av, term.fullmakt)} == {"ukjent"}
    assert str(mappe(rot).utvalg.eier) == "ukjent"
    assert mappe(rot).utvalg.medlemsliste == "ufullstendig"


def test_a_side_that_follows_from_nothing_is_asked_for_once(
    rot: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [(name, "Elvelaget", "Medlem", "1.1.2026", "", "", "", "") for name in ("Per Hansen", "Eva Dahl")]
    told = ["init", ".", *NYTT, "--medlemmer", som_csv(rot / "folk.csv", *rows), "--ja"]
    assert run(told) == 2
    assert (
        "--side mangler. Hvilken side sitter de for som det ikke går fram av: Per Hansen (linje 3), "
        "Eva Dahl (linje 4)?" in capsys.readouterr().err
    )
    assert not (rot / "records").exists()
    assert run([*told, "--side", "brukersiden"]) == 0
    assert {m.side for m in mappe(rot).medlemmer.values()} == {"bruker"}


def test_without_a_yes_nothing_is_written(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", ".", *NYTT, "--medlemmer", som_csv(rot / "folk.csv", *FOLK)]) == 2
    out, err = capsys.readouterr()
    assert "Slik er «folk.csv» forstått, 4 personer:" in out
    assert "--ja mangler. Er lista forstått rett?" in err
    assert not (rot / "records").exists()


# The addresses, outside


def test_addresses_go_to_a_file_outside_that_the_notice_reads(rot: Path) -> None:
    (rot / "adresser.txt").write_text("# mine egne\nkari-nordmann: ny@example.no\n", encoding="utf-8")
    told = ["--medlemmer", som_csv(rot / "folk.csv", *FOLK), "--adresser", "adresser.txt", "--ja"]
    assert run(["init", "r", *NYTT, *told, "--foerste-moete", "11.2.2026"]) == 0
    assert (rot / "adresser.txt").read_text(encoding="utf-8") == (
        "# mine egne\nkari-nordmann: ny@example.no\nkaare-oedegaard: kaare@example.no\nnina-vik: nina@example.no\n"
    )
    notice = ["innkalling", U, "2026-02-11", "--eml", "ut.eml", "--adresser", "adresser.txt", "-o", "ut.md"]
    assert run(["--rot", "r", *notice]) == 0
    assert "kaare@example.no" in (rot / "ut.eml").read_text(encoding="utf-8")


@pytest.mark.parametrize("place", ["r/adresser.txt", "r/records/adresser.txt", "git/adresser.txt"])
def test_addresses_never_lie_in_a_register_or_in_git(
    rot: Path, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (rot / "git" / ".git").mkdir(parents=True)
    told = ["--medlemmer", som_csv(rot / "folk.csv", *FOLK), "--adresser", place, "--ja"]
    assert run(["init", "r", *NYTT, *told]) == 2
    assert "Legg adressene et annet sted" in capsys.readouterr().err
    assert not (rot / "r").exists()


# At a later time


@pytest.fixture
def register(rot: Path) -> Path:
    def med_folk() -> None:
        assert run(["init", ".", *NYTT, "--medlemmer", som_csv(rot / "folk.csv", *FOLK), "--ja"]) == 0

    gjort(rot, "liste", med_folk)
    return rot


def test_a_list_comes_in_later_with_what_is_new_in_it(
    register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = (
        FOLK[0],
        ("Kari Nordmann", "", "nestleder", "1.2.2026", "", "", "", ""),
        ("Hansen, Per", "Storelva elvelag", "brukerrepresentant", "1.2.2026", "31.12.2027", "", "", ""),
    )
    told = ["person", "liste", U, som_csv(register / "ny.csv", *rows), "--dato", "2026-02-01", "--ja"]
    assert run(told) == 0
    said = capsys.readouterr().out
    assert "Står der alt: Kåre Ødegård (leder)." in said
    assert f"Førte 1 ny person og 2 perioder i {U}." in said
    people = mappe(register).medlemmer
    assert [o.verv for o in people["kari-nordmann"].oppnevninger] == ["vara", "nestleder"]
    assert (people["per-hansen"].side, people["per-hansen"].representerer) == ("bruker", "storelva-elvelag")
    before = poster(register)
    assert run(told) == 0  # once more changes nothing
    assert poster(register) == before
    assert run(["angre"]) == 0  # and the whole list is taken back as one
    assert mappe(register).medlemmer.keys() == {"kaare-oedegaard", "kari-nordmann", "nina-vik", "liv-moen"}


def test_another_organisation_in_a_new_term_is_of_that_term(register: Path) -> None:
    row = ("Kåre Ødegård", "Mental Helse", "medlem", "1.1.2028", "", "", "", "")
    told = ["person", "liste", U, som_csv(register / "ny.csv", row), "--dato", "2027-12-01", "--ja"]
    assert run(told) == 0
    found = mappe(register).medlemmer["kaare-oedegaard"]
    assert found.representerer == "ffo"
    assert found.oppnevninger[1].representerer == "mental-helse"


def test_a_term_that_runs_beside_another_of_the_same_is_stopped(
    register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    row = ("Nina Vik", "", "sekretær", "1.2.2026", "", "", "", "")
    before = poster(register)
    told = ["person", "liste", U, som_csv(register / "ny.csv", row), "--dato", "2026-02-01", "--ja"]
    assert run(told) == 2
    assert f"«brukerutvalg avslutt {U} nina-vik»" in capsys.readouterr().err
    assert poster(register) == before


def test_a_round_can_be_a_list_and_puts_the_new_on_record(
    register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = (
        ("Ødegård, Kåre", "FFO", "leder", "1.1.2028", "31.12.2029", "", "", ""),
        ("Fersk, Finn", "FFO", "medlem", "1.1.2028", "31.12.2029", "", "", ""),
        ("Nordmann, Kari", "", "vara for Finn Fersk", "1.1.2028", "31.12.2029", "", "", ""),
        ("Nina Vik", "", "sekretær", "1.1.2028", "", "", "", ""),
    )
    told = ["runde", U, "--liste", som_csv(register / "ny.csv", *rows), "--dato", "2027-12-01"]
    assert run([*told, "--samtykke", "ja", "--fullmakt", "ja", "--ja", "--likevel"]) == 0
    said = capsys.readouterr().out
    assert "fører ikke Kåre Ødegård som leder, Nina Vik som sekretær." in said
    assert "Nye (1): Finn Fersk" in said
    people = mappe(register).medlemmer
    deputy = people["kari-nordmann"].oppnevninger[-1]
    assert (deputy.verv, deputy.vara_for, str(deputy.fra)) == ("vara", "finn-fersk", "2028-01-01")
    assert str(people["finn-fersk"].oppnevninger[0].til) == "2029-12-31"
    assert [o.verv for o in people["nina-vik"].oppnevninger] == ["sekretaer"]


def test_on_a_terminal_each_thing_left_open_is_asked_once_and_the_answers_are_kept(register: Path) -> None:
    rows = [(name, "Elvelaget", "Medlem", "2026", "", "", "", "") for name in ("Per Hansen", "Eva Dahl")]
    rows[0] = (*rows[0][:5], "per@example.no", "", "")
    som_csv(register / "ny liste, 2026.csv", *rows)
    child = pexpect.spawn(
        python()[0], [*program()[1:], "person", "liste", U, "--dato", "2026-02-01"],
        cwd=str(register), env={**os.environ, "LC_ALL": "C.UTF-8", "COLUMNS": "300"}, encoding="utf-8", timeout=20,
    )  # fmt: skip
    for question, answer in (
        ("Hvilken fil er lista i", "'ny liste, 2026.csv'"),
        (r"Hvilken side sitter de for .*Per Hansen \(linje 3\), Eva Dahl \(linje 4\)", "brukersiden"),
        (r"Står det bare år eller måned \(2026\)", "ja"),
        ("Skal lista føres slik", ""),
        ("Lista har e-postadressen til 1", "records/adresser.txt"),
        ("ligger i git eller i et register.*Prøv igjen", "../adresser.txt"),
        ("Førte 2 nye personer og 2 perioder", ""),
    ):
        child.expect(question)
        child.sendline(answer)
    child.expect(pexpect.EOF)
    assert str(mappe(register).medlemmer["eva-dahl"].oppnevninger[0].fra) == "2026-01-01"
    assert (register.parent / "adresser.txt").read_text(encoding="utf-8") == "per-hansen: per@example.no\n"
