"""Answers: on a terminal a slip gets a suggestion and another chance; elsewhere exit 2, and nothing is written."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from pathlib import Path

import pexpect
import pytest

from avlegger import program
from brukerutvalg_cli.cli.run import run
from nytt_register import som_nina
from smaa_registre import ROOT

pytestmark = pytest.mark.usefixtures("samme_dom")

U = "nav-fjordvik"


@pytest.fixture
def rot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "records", tmp_path / "records")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def filer(rot: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted((rot / "records").rglob("*.yaml"))}


UTEN_SVAR = [
    (["sak", "ny", U], "TITTEL mangler. Hva heter saken?"),
    (["moete", "ny", U], "DAG mangler. Hvilken dag?"),
    (["moeteplan", U, "2027"], "--ja mangler."),
    (["flytt", U, "2023-11-23"], "--til mangler."),
    (["valg", U, "2023-11-23", "1/23", "knut-solheim"], ""),
    (["oppfoelging", "ny", U, "2023-11-23", "1/23"], ""),
    (["person", "ny", U], "NAVN mangler. Hva heter personen?"),
    (["avslutt", U, "knut-solheim"], "--til mangler. Hva er siste dag?"),
    (["erstatt", U, "knut-solheim", "liv-sandvik"], "--fra mangler."),
    (["hendelse", "ny", U], "HVA mangler. Hva har skjedd?"),
    (["bekreft", U], "BESTEMMELSE mangler."),
    (["avvik", "ny", U], "BESTEMMELSE mangler."),
    (["init", "ny"], "--utvalg mangler. Hva heter utvalget?"),
]


@pytest.mark.parametrize(
    ("verb", "ventet"), UTEN_SVAR, ids=lambda value: value if isinstance(value, str) else "-".join(value[:2])
)
def test_without_a_terminal_a_missing_answer_is_named(
    rot: Path, verb: list[str], ventet: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = filer(rot)
    assert run([*verb, *([] if verb[0] == "init" else ["--dato", "2023-12-01"])]) == 2
    out, err = capsys.readouterr()
    assert "skrev" not in out
    assert ventet in err
    assert filer(rot) == before
    assert not (rot / "ny").exists()


def _hoer_etter() -> None:
    """A test run started in the background ignores Ctrl+C, and its children would too."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def i_terminalen(rot: Path, *verb: str, python: str = "") -> pexpect.spawn[str]:
    """`python`: who is to hear a Ctrl+C has to be begun by this."""
    command = [python, "-m", "brukerutvalg_cli"] if python else program()
    environ = {**os.environ, "COLUMNS": "100", "LC_ALL": "C.UTF-8"}
    return pexpect.spawn(
        command[0],
        [*command[1:], *verb],
        cwd=str(rot),
        env=environ,
        encoding="utf-8",
        timeout=20,
        preexec_fn=_hoer_etter,
    )


def test_each_kind_of_answer_gets_a_second_chance(rot: Path) -> None:
    child = i_terminalen(rot, "sak", "ny", U, "--dato", "2023-12-01")
    child.expect("Hva heter saken")
    child.sendline("   ")
    child.expect("Det må stå noe her. Prøv igjen")
    child.sendline("Ventetid")
    child.expect("Hvem melder den inn")
    child.sendline("brkeren")
    child.expect("«brkeren» finnes ikke. Mente du «brukersiden»")
    child.sendline("brukersiden")
    child.expect("2. orientering")
    child.expect("Hva slags sak")
    child.sendline("drfting")
    child.expect("«drfting» finnes ikke. Mente du «droefting»")
    child.sendline("")  # the usual
    child.expect("Kommer saken før beslutningen er tatt")
    child.sendline("jepp")
    child.expect("«jepp» er verken ja eller nei. Prøv igjen")
    child.sendline("ja")
    child.expect("Meldte inn sak 2023-017")
    child.expect(pexpect.EOF)
    assert "foer_beslutning: ja" in (rot / f"records/utvalg/{U}/saker/2023-017.yaml").read_text()


def test_a_day_and_a_person(rot: Path) -> None:
    child = i_terminalen(rot, "avslutt", U, "knut-solhem", "--dato", "2023-12-01")
    child.expect("«knut-solhem» finnes ikke. Mente du «Knut Solheim»")
    child.expect("1. Knut Solheim")
    child.expect("Hvem")
    child.sendline("1")
    child.expect("Hva er siste dag")
    child.sendline("31.2.2023")
    child.expect("«31.2.2023» er ikke en dag")
    child.sendline("30. november 2023")
    child.expect("er også i redaksjonsrådet. Slutter det samme dag")
    child.sendline("nei")
    child.expect("Skal det føres likevel")  # the council would be too small
    child.sendline("ja")
    child.expect("Knut Solheim er medlem til 30. november 2023")
    child.expect(pexpect.EOF)


def test_a_question_can_be_left(rot: Path) -> None:
    before = filer(rot)
    child = i_terminalen(rot, "person", "ny", U, python=sys.executable)
    child.expect("Hva heter personen")
    avbryt(child)
    assert "Avbrutt." in str(child.before)
    child.close()
    assert child.exitstatus == 130
    assert filer(rot) == before


def test_a_new_register_by_questions(rot: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    som_nina(monkeypatch)
    child = i_terminalen(rot, "init", "ny", "--dato", "2026-01-01")
    for question, slip, said, answer in (
        ("Hva heter utvalget", " ", "Det må stå noe her", "Brukerutvalget ved Nav Storelva"),
        ("Hvilket nivå", "lokla", "Mente du «lokal»", "lokal"),
        ("Målform i dokumentene", "bm", "«bm» finnes ikke", "nb"),
        ("Hvilket mandat", "mal-navkontor", "Mente du «mal-nav-kontor-2015»", "mal-nav-kontor-2015"),
        ("Hvem eier utvalget", "kommune", "«kommune» er en side, og ikke en eier", "Nav Storelva"),
    ):
        child.expect(question)
        child.sendline(slip)
        child.expect(said)
        child.sendline(answer)
    child.expect("Fil med medlemmer")
    child.sendline("")
    child.expect("Når er det første møtet")
    child.sendline("11.2.2026")
    child.expect("Skal hver endring lagres")
    child.sendline("")
    child.expect("Det samme uten spørsmål")
    child.expect("Neste steg: brukerutvalg person ny nav-storelva")
    child.expect(pexpect.EOF)
    assert (rot / "ny/records/utvalg/nav-storelva/moeter/2026-02-11.yaml").is_file()


ULESELIGE = [
    (["sendt", U, "2023-11-23", "innkaling"], "HVA: «innkaling» finnes ikke. Mente du «innkalling»?"),
    (
        ["sak", "ny", U, "Ventetid", "--foer-beslutning", "ja", "--fase", "planleging"],
        "--fase: «planleging» finnes ikke. Mente du «planlegging»?",
    ),
    (
        ["sak", "foer", U, "2023-11-23", "12/23", "--vedtak", "Ja.", "--enstemmig", "jepp"],
        "--enstemmig: «jepp» er verken ja eller nei.",
    ),
    (
        ["moete", "ny", U, "1.2.2024", "--form", "fysiskt"],
        "--form: «fysiskt» finnes ikke. Mente du «fysisk»?",
    ),
    (
        ["moete", "ny", U, "1.2.2024", "--sted", "Huset", "--universell-utforming", "jepp"],
        "--universell-utforming: «jepp» er verken ja eller nei.",
    ),
    (
        [
            "oppfoelging",
            "ny",
            U,
            "2023-11-23",
            "12/23",
            "Ring",
            "--frist",
            "1.2.2024",
            "--ansvarlig",
            "knut-solhem",
        ],
        "--ansvarlig: «knut-solhem» er ikke kjent. Mente du «Knut Solheim»?",
    ),
    (
        [
            "oppfoelging",
            "ny",
            U,
            "2023-11-23",
            "12/23",
            "Ring",
            "--frist",
            "1.2.2024",
            "--ansvarlig",
            "knut-s.",
        ],
        "--ansvarlig: «knut-s.» er ikke kjent. Mente du «Knut Solheim»?",
    ),
    (["moeteplan", U, "2024", "--dager", "31.2.2024"], "--dager: «31.2.2024» er ikke en dag som finnes."),
    (
        ["runde", U, "knut-solheim", "--fra", "1.1.2030", "--til", "31.12.2031", "--fullmakt", "jepp"],
        "--fullmakt: «jepp» er verken ja eller nei.",
    ),
    (
        ["erstatt", U, "knut-solheim", "liv-sandvik", "--fra", "1.12.2023", "--samtykke", "jepp"],
        "--samtykke: «jepp» er verken ja eller nei.",
    ),
]


@pytest.mark.parametrize(("verb", "ventet"), ULESELIGE, ids=lambda v: v if isinstance(v, str) else v[-1])
def test_an_option_nobody_can_read_is_wrong_usage_and_never_an_error_in_the_program(
    rot: Path, verb: list[str], ventet: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = filer(rot)
    assert run([*verb, "--dato", "2023-12-01"]) == 2
    assert ventet in capsys.readouterr().err
    assert filer(rot) == before


def avbryt(child: pexpect.spawn[str]) -> None:
    """Presses Ctrl+C, and once more where Python was about to wait and did not see it."""
    for _ in range(5):
        child.sendintr()
        if child.expect([pexpect.EOF, pexpect.TIMEOUT], timeout=4) == 0:
            return


def test_an_empty_answer_is_answered(rot: Path) -> None:
    child = i_terminalen(rot, "sak", "ny", U, "--dato", "2023-12-01", python=sys.executable)
    child.expect("Hva heter saken")
    child.sendline("")
    child.expect("Det må stå noe her. Prøv igjen")
    child.expect("Hva heter saken")  # it waits for an answer now: a Ctrl+C just before that may be lost
    avbryt(child)
    child.close()
    assert child.exitstatus == 130


def test_a_council_and_a_meeting_get_a_second_chance(rot: Path) -> None:
    child = i_terminalen(rot, "sendt", "nav-fjordvk", "24.11.2023", "innkaling", "--dato", "2023-11-01")
    child.expect("«nav-fjordvk» finnes ikke. Mente du «nav-fjordvik»")
    child.expect("Hvilket utvalg")
    child.sendline(U)
    child.expect("har ikke noe møte fredag 24. november 2023")
    child.expect("Hvilket møte")
    child.sendline("23.11.2023")
    child.expect("«innkaling» finnes ikke. Mente du «innkalling»")
    child.expect("Hva ble sendt")
    child.sendline("innkalling")
    child.expect("Innkallingen er alt ført som sendt torsdag 9. november 2023. Det blir byttet ut.")
    child.expect("Skal det føres likevel")
    child.sendline("ja")
    child.expect(f"Neste steg: brukerutvalg [a-z]+ {U} 2023-11-23")
    child.expect(pexpect.EOF)


def test_what_is_nearly_what_the_mandate_counts_is_not_taken_for_something_else(
    rot: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["hendelse", "ny", U, "evaluring", "--dato", "2023-12-01"]) == 2
    assert "HVA: «evaluring» er ikke kjent. Mente du «evaluering»?" in capsys.readouterr().err
    for word in ("moeteevaluering", "redaksjonsraadsmoete", "bokkveld"):
        assert run(["hendelse", "ny", U, word, "--dato", "2023-12-01", "--dry-run"]) == 0


def test_the_one_council_need_not_be_named(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["regelverk", "for"]) == 2
    assert "UTVALG mangler. Registeret har: nav-fjordvik, nav-sentralt" in capsys.readouterr().err
    for each in (rot / "records/utvalg").iterdir():
        if each.name != U:
            shutil.rmtree(each)
    assert run(["regelverk", "for", "--dato", "2023-12-01"]) == 0
    assert "er bundet av" in capsys.readouterr().out


def test_what_the_mandate_wants_and_the_council_lacks_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    new = ["--utvalg", "Nav Storelva", "--foerste-moete", "4.2.2026", "--ja", "--dato", "2026-01-02"]
    assert run(["init", ".", *new]) == 0
    capsys.readouterr()
    assert run(["sakliste", "nav-storelva", "--dato", "2026-01-03"]) == 0
    said = "Mandatet vil at redaksjonsrådet eller arbeidsutvalget foreslår sakslista, men det har utvalget ingen av."
    assert said in capsys.readouterr().err
    assert run(["sakliste", "nav-storelva", "--dato", "2026-01-03", "--foreslaatt-av", "skretær"]) == 2
    assert "--foreslaatt-av: «skretær» finnes ikke. Mente du «sekretær»?" in capsys.readouterr().err
