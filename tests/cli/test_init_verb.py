"""The verb `init`: members as spreadsheets save them, slips told of by line, and what is said at the end."""

from __future__ import annotations

import os
import shlex
from datetime import date
from pathlib import Path

import pexpect
import pytest

from avlegger import program, python
from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.funn.finding import Severity
from brukerutvalg_cli.model.verdier import UKJENT
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import WorkTree
from brukerutvalg_cli.validering import valider
from nytt_register import som_nina

NYTT = ("--utvalg", "Brukerutvalget ved Nav Storelva", "--dato", "2026-01-02", "--ja")
FOLK = """\
Navn;SIDE;Representerer;Verv;Fra;Til;Funksjon
Øystein Bjørgås;Bruker;FFO;Medlem;01.01.2026;31.12.2027;

;;;;;;
Kari Nordmann;bruker;Mental Helse;medlem;1.1.2026;31.12.2027;
Per Hansen;bruker;Storelva elvelag;medlem;1.1.2026;31.12.2027;
Liv Moen;nav;;medlem;1.1.2026;31.12.2027;nav-leder
"""


@pytest.fixture
def rot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    som_nina(monkeypatch)
    return tmp_path


SOM_LAGRET = {
    "utf-8": FOLK.encode(),
    "excel, utf-8": b"\xef\xbb\xbf" + FOLK.replace("\n", "\r\n").encode(),
    "excel, csv": FOLK.replace("\n", "\r\n").encode("cp1252"),
    "excel, unicode-tekst": FOLK.replace(";", "\t").replace("\n", "\r\n").encode("utf-16"),
    "komma": FOLK.replace(";", ",").encode(),
}


@pytest.mark.parametrize("raw", SOM_LAGRET.values(), ids=SOM_LAGRET)
def test_members_are_read_as_a_spreadsheet_saves_them(
    rot: Path, raw: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("folk.csv").write_bytes(raw)
    assert run(["init", "r", *NYTT, "--medlemmer", "folk.csv"]) == 0
    register = load(WorkTree(rot / "r")).register
    mappe = register.mapper["nav-storelva"]
    assert {m.navn: m.representerer for m in mappe.medlemmer.values()} == {
        "Øystein Bjørgås": "ffo",
        "Kari Nordmann": "mental-helse",
        "Per Hansen": "storelva-elvelag",
        "Liv Moen": None,
    }
    assert register.organisasjoner["storelva-elvelag"].type is UKJENT
    said = capsys.readouterr().out
    assert "Ført som nye organisasjoner: Storelva elvelag (storelva-elvelag)." in said
    assert said.endswith("Neste steg: brukerutvalg status\n")
    found = valider(WorkTree(rot / "r"), date(2026, 1, 2)).funn
    assert [f for f in found if f.finding.severity is Severity.FEIL] == []


HODE = "navn;side;representerer;verv;fra;til;funksjon\n"


@pytest.mark.parametrize(
    ("raw", "ventet"),
    [
        (None, "fila «folk.csv» finnes ikke"),
        (b"PK\x03\x04\x00\x00\x00", "regnearket er skadet"),
        (b"nvn;side\n", "lista har ingen overskrift for navnene"),
        (b"navn;side\nPer;brukerr", "linje 2 har siden «brukerr», som ikke finnes. Mente du «bruker»?"),
    ],
)
def test_what_is_no_list_is_told_of(
    rot: Path, raw: bytes | None, ventet: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if raw is not None:
        Path("folk.csv").write_bytes(raw)
    assert run(["init", "r", *NYTT, "--medlemmer", "folk.csv"]) == 2
    assert ventet in capsys.readouterr().err


def test_the_command_it_prints_makes_the_same_register_in_any_shell(
    rot: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("folk.csv").write_text(FOLK, encoding="utf-8")
    assert run(["init", "min mappe", *NYTT, "--medlemmer", "folk.csv", "--foerste-moete", "11.2.2026"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert 'Gå til registeret: cd "min mappe"' in lines
    (same,) = (line.partition(": ")[2] for line in lines if line.startswith("Det samme uten spørsmål"))
    assert "'" not in same
    (rot / "min mappe").rename(rot / "første")
    assert run(shlex.split(same)[1:]) == 0
    before, after = (
        {p.relative_to(f): p.read_bytes() for p in (f / "records").rglob("*.yaml")}
        for f in (rot / "første", rot / "min mappe")
    )
    assert before == after


@pytest.mark.parametrize(
    ("navn", "ventet"),
    [
        ("Strategisk brukarutval i Nav Vestfjord", "nav-vestfjord"),
        ("Brukerutvalget ved Nav Storelva", "nav-storelva"),
        ("Det sentrale brukerutvalget for Nav", "nav"),
        ("Nav Storelva brukerutvalg", "nav-storelva-brukerutvalg"),
        ("Brukerutvalget", "brukerutvalget"),
    ],
)
def test_the_id_is_what_tells_it_from_other_councils(rot: Path, navn: str, ventet: str) -> None:
    assert run(["init", ".", "--utvalg", navn, "--ja"]) == 0
    assert list(load(WorkTree(rot)).register.mapper) == [ventet]


def test_without_members_the_first_is_next(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", ".", *NYTT]) == 0
    assert capsys.readouterr().out.endswith("Neste steg: brukerutvalg person ny nav-storelva\n")


def test_only_mandates_are_offered(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", ".", *NYTT, "--mandat", "fafo-anbefalinger"]) == 2
    assert "Velg blant mal-nav-kontor-2015" in capsys.readouterr().err


def test_on_a_terminal_the_list_and_the_first_day_get_a_second_chance(rot: Path) -> None:
    Path("folk.csv").write_text(HODE + "Per;bruker;ffoo;;;;\n", encoding="utf-8")
    child = pexpect.spawn(
        python()[0], [*program()[1:], "init", "r", *NYTT[:4], "--nivaa", "fylke", "--maalform",
                         "nn"],
        cwd=str(rot), env={**os.environ, "LC_ALL": "C.UTF-8", "COLUMNS": "300"}, encoding="utf-8", timeout=20,
    )  # fmt: skip
    child.expect("Hvilket mandat")
    child.sendline("vestland")
    child.expect("Hvem eier utvalget.*Nav Storelva")
    child.sendline("")
    child.expect("Fil med medlemmer")
    child.sendline("medlem.csv")
    child.expect("fila «medlem.csv» finnes ikke. Prøv igjen")
    child.sendline("folk.csv")
    child.expect("har organisasjonen «ffoo», som ikke finnes. Mente du «FFO»")
    Path("folk.csv").write_text(HODE + "Per;bruker;safo;;;;\n", encoding="utf-8")
    child.sendline("folk.csv")
    child.expect(r"Når begynte de det ikke står om: Per \(linje 2\)")
    child.sendline("ukjent")
    child.expect("Per, brukersiden, SAFO: medlem fra ukjent dag")
    child.expect("Er lista forstått rett")
    child.sendline("nei")
    child.expect("Rett fila, og skriv navnet på den en gang til")
    Path("folk.csv").write_text(HODE + "Per;bruker;ffo;;1.1.2026;;\n", encoding="utf-8")
    child.sendline("folk.csv")
    child.expect("Per, brukersiden, FFO: medlem fra 1. januar 2026")
    child.expect("Er lista forstått rett")
    child.sendline("")
    child.expect("Er alle i utvalget med")
    child.sendline("kanskje")
    child.expect("verken ja eller nei")
    child.sendline("nei")
    child.expect("Når er det første møtet")
    child.sendline("31.2.2026")
    child.expect("«31.2.2026» er ikke en dag")
    child.sendline("")
    child.expect("Skal hver endring lagres")
    child.sendline("")
    child.expect('--eier "Nav Storelva" --medlemmer folk.csv')
    child.expect("Neste steg: brukerutvalg status")
    child.expect(pexpect.EOF)


def test_a_round_tells_that_it_is_judged_from_now_on(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("folk.csv").write_text(HODE + "Per;bruker;ffo;;1.1.2026;31.12.2027;\n", encoding="utf-8")
    assert run(["init", ".", *NYTT, "--medlemmer", "folk.csv", "--alle", "nei"]) == 0
    days = ["--fra", "1.1.2028", "--til", "31.12.2029", "--fullmakt", "ja", "--ja", "--dry-run"]
    said = "Medlemslista var ført som ufullstendig. Med runden er alle oppnevnt"
    for expected in (True, False):
        run(["runde", "nav-storelva", "per", *days, "--dato", "2027-12-01"])
        assert (said in capsys.readouterr().err) == expected
        path = Path("records/utvalg/nav-storelva/utvalg.yaml")
        path.write_text(path.read_text().replace("medlemsliste: ufullstendig\n", ""))


def test_members_can_be_named_on_the_command_line(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    people = ("Kari Nordmann, FFO", "Kari Nordmann, ffo, leder", "Nina Vik, nav, sekretaer", "Per Hansen")
    assert (
        run(
            [
                "init",
                "r",
                *NYTT,
                "--side",
                "bruker",
                *(word for line in people for word in ("--medlem", line)),
            ]
        )
        == 0
    )
    (same,) = (x for x in capsys.readouterr().out.splitlines() if x.startswith("Det samme uten spørsmål"))
    found = load(WorkTree(rot / "r")).register.mapper["nav-storelva"].medlemmer
    assert {m.navn: (m.side, m.representerer, [o.verv for o in m.oppnevninger]) for m in found.values()} == {
        "Kari Nordmann": ("bruker", "ffo", ["medlem", "leder"]),
        "Nina Vik": ("nav", None, ["sekretaer"]),
        "Per Hansen": ("bruker", None, ["medlem"]),
    }
    (rot / "r").rename(rot / "s")
    assert run(shlex.split(same.partition(": ")[2])[1:]) == 0
    before, after = (
        {p.relative_to(f): p.read_bytes() for p in (f / "records").rglob("*.yaml")}
        for f in (rot / "s", rot / "r")
    )
    assert before == after


def test_a_member_where_the_file_goes_is_said_once_in_the_command(
    rot: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["init", "r", *NYTT, "--medlemmer", "Kari Nordmann, ffo"]) == 0
    (same,) = (x for x in capsys.readouterr().out.splitlines() if x.startswith("Det samme uten spørsmål"))
    assert '--medlem "Kari Nordmann, ffo"' in same
    assert "--medlemmer" not in same


@pytest.mark.parametrize(
    ("linje", "ventet"),
    [
        ("Per, ffoo", "--medlem: «Per, ffoo» har organisasjonen «ffoo», som ikke finnes. Mente du «FFO»?"),
        ("Per, ffo, medlm", "--medlem: «Per, ffo, medlm» har vervet «medlm», som ikke finnes."),
        ("Per, ffo, medlem, i dag", "har for mange komma. Skriv navn, organisasjon og verv."),
        (", ffo", "--medlem: «, ffo» mangler navn."),
    ],
)
def test_a_slip_in_who_is_named_is_told_of(
    rot: Path, linje: str, ventet: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["init", "r", *NYTT, "--medlem", linje]) == 2
    assert ventet in capsys.readouterr().err
    assert not (rot / "r").exists()


def test_on_a_terminal_the_members_can_be_typed(rot: Path) -> None:
    child = pexpect.spawn(
        python()[0], [*program()[1:], "init", "r", *NYTT[:4], "--nivaa", "lokal", "--maalform", "nb",
                         "--mandat", "mal-nav-kontor-2015", "--eier", "ukjent"],
        cwd=str(rot), env={**os.environ, "LC_ALL": "C.UTF-8", "COLUMNS": "300"}, encoding="utf-8", timeout=20,
    )  # fmt: skip
    child.expect("Fil med medlemmer")
    child.sendline("Kari Nordmann, ffo")
    child.expect("Neste «navn, organisasjon, verv»")
    child.sendline("Ola Berg, saffo")
    child.expect("Mente du «SAFO»")
    child.sendline("Ola Berg, safo")
    child.expect("Neste «navn, organisasjon, verv»")
    child.sendline("Nina Vik, nav, sekretaer")
    child.expect("Neste «navn, organisasjon, verv»")
    child.sendline("")
    child.expect("Når begynte de det ikke står om: Kari Nordmann, Ola Berg, Nina Vik")
    child.sendline("1.1.2026")
    child.expect("Er alle i utvalget med")
    child.sendline("")
    child.expect("Når er det første møtet")
    child.sendline("")
    child.expect("Skal hver endring lagres")
    child.sendline("")
    child.expect("--fra 2026-01-01")
    child.expect('--medlem "Kari Nordmann, ffo" --medlem "Ola Berg, safo"')
    child.expect("Neste steg: brukerutvalg status")
    child.expect(pexpect.EOF)
    assert len(load(WorkTree(rot / "r")).register.mapper["nav-storelva"].medlemmer) == 3


def test_on_a_terminal_a_new_person_is_asked_for_the_organisation(rot: Path) -> None:
    assert run(["init", ".", *NYTT]) == 0
    for side, asked in (("bruker", True), ("nav", False)):
        child = pexpect.spawn(
            python()[0], [*program()[1:], "person", "ny", "nav-storelva", f"Eva {side}", "--side", side],
            cwd=str(rot), env={**os.environ, "LC_ALL": "C.UTF-8", "COLUMNS": "300"}, encoding="utf-8", timeout=20,
        )  # fmt: skip
        if asked:
            child.expect("Hvilken organisasjon sitter personen for")
            child.sendline("ffoo")
            child.expect("Mente du «FFO»")
            child.sendline("ffo")
        child.expect(f"Førte Eva {side}")
        child.expect(pexpect.EOF)


@pytest.mark.parametrize(("svar", "ventet"), [("ja", "fullstendig"), ("", "ufullstendig")])
def test_who_says_that_everybody_is_there_is_believed_when_told_what_the_mandate_finds(
    rot: Path, svar: str, ventet: str
) -> None:
    child = pexpect.spawn(
        python()[0], [*program()[1:], "init", ".", *NYTT[:4], "--nivaa", "lokal", "--maalform", "nb",
                         "--mandat", "mal-nav-kontor-2015", "--eier", "ukjent", "--alle", "ja", "--medlem",
                         "Kari Nordmann, FFO", "--fra", "1.1.2026"],
        cwd=str(rot), env={**os.environ, "LC_ALL": "C.UTF-8", "COLUMNS": "300"}, encoding="utf-8", timeout=20,
    )  # fmt: skip
    child.expect("Når er det første møtet")
    child.sendline("")
    child.expect("Skal hver endring lagres")
    child.sendline("")
    child.expect(
        "Er lista hel, sier mandatet fra om dette: fra .* har utvalget .*Skal den føres som hel likevel"
    )
    child.sendline(svar)
    child.expect(pexpect.EOF)
    assert load(WorkTree(rot)).register.mapper["nav-storelva"].utvalg.medlemsliste == ventet
