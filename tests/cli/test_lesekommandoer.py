"""Every reading command: plain, as JSON, on old consoles and on a narrow screen – the same facts."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from brukerutvalg_cli.cli.run import run
from smaa_registre import ROOT, skriv

pytestmark = pytest.mark.usefixtures("samme_dom")

DAG = ["--dato", "2022-11-16"]
LESER = {
    "status": ["status", "nav-vestland", *DAG],
    "frister": ["frister", "nav-fjordvik", "--dato", "2023-11-01"],
    "valider": ["valider", "nav-vestland", *DAG, "--exit-zero"],
    "forklar": ["forklar", "sammensetning"],
    "forklar bestemmelse": ["forklar", "nav-vestland-2019", "redaksjonsraad", *DAG],
    "forklar sak": ["forklar", "28/22", *DAG],
    "forklar verv": ["forklar", "nav-vestland", "redaksjonsråd", *DAG],
    "regelverk": ["regelverk"],
    "regelverk vis": ["regelverk", "vis", "nav-vestland-2019"],
    "regelverk sjekk": ["regelverk", "sjekk", str(ROOT / "records/regelverk/nav-vestland-2019.yaml")],
    "regelverk for": ["regelverk", "for", "nav-vestland", *DAG],
    "valgbar": ["valgbar", "nav-fjordvik", "--dato", "2023-11-01"],
    "sjekk-valg": ["sjekk-valg", "nav-fjordvik", "knut-solheim", "--verv", "leder", "--dato", "2023-11-01"],
    "innkalling": ["innkalling", "nav-fjordvik", "2023-09-21"],
    "referat": ["referat", "nav-fjordvik", "2023-09-21"],
    "doctor": ["doctor"],
    "vis": ["vis", "nav-fjordvik", "--dato", "2023-09-01"],
    "vedtak": ["vedtak", "nav-fjordvik"],
    "oppfoelging liste": ["oppfoelging", "liste", "nav-vestland", "--alle", *DAG],
    "vis moete": ["vis", "nav-fjordvik", "moete", "21.9.2023"],
}
FAKTA = {
    "status": "3 fra brukersiden",
    "valider": "3 fra brukersiden",
    "forklar": "sammensetning",
    "forklar bestemmelse": "3 fra brukersiden",
    "forklar sak": "3 fra brukersiden",
    "forklar verv": "3 fra brukersiden",
    "vedtak": "12/23",
    "oppfoelging liste": "23/22",
    "regelverk": "nav-vestland-2019",
    "regelverk vis": "redaksjonsraad",
    "regelverk sjekk": "senest 10 dager",
    "regelverk for": "redaksjonsraad",
    "valgbar": "knut-solheim",
    "sjekk-valg": "knut-solheim",
    "innkalling": "Samira Nordahl (Fjordvik innvandrarlag)",
    "referat": "Mottaket er den saka der utvalet har fått mest å seie.",
    "doctor": "git",
    "vis": "2023-09-21",
    "vis moete": "Evaluering av funksjonsperioden",
}
RAMMER = set("│┃─━┌┐└┘├┤╭╮╰╯▲▼✓✗⚠→←↳")


@pytest.mark.parametrize("verb", LESER)
def test_plain_text_has_no_frames_and_says_the_same(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["--rot", str(ROOT), "--enkel", *LESER[verb]])
    out = capsys.readouterr().out
    assert code in (0, 1)
    assert not RAMMER & set(out)
    assert "^^" not in out
    assert FAKTA.get(verb, "") in out


@pytest.mark.parametrize("verb", LESER)
def test_json_says_the_same(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    run(["--rot", str(ROOT), *LESER[verb], "--json"])
    out = capsys.readouterr().out
    assert json.loads(out)["schema_version"] == 1
    assert FAKTA.get(verb, "") in out


def paa_skjermen(
    console: str, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> tuple[int, bytes, bytes]:
    """A command with the streams that Python opens on an old and narrow console: the exit code, and what is sent."""
    monkeypatch.setenv("PYTHONIOENCODING", console)
    monkeypatch.setenv("COLUMNS", "40")
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding=console) for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err):
        code = run(command)
    for stream in (out, err):
        stream.flush()
    return code, out.buffer.getvalue(), err.buffer.getvalue()


@pytest.mark.parametrize("console", ["cp1252", "cp850"])
@pytest.mark.parametrize("verb", LESER)
def test_an_old_and_narrow_console_shows_it_without_a_crash(
    verb: str, console: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, out, err = paa_skjermen(console, ["--rot", str(ROOT), *LESER[verb]], monkeypatch)
    assert code in (0, 1)
    assert b"Traceback" not in err
    assert FAKTA.get(verb, "") in out.decode(console)


@pytest.mark.parametrize("console", ["cp1252", "cp850"])
def test_a_process_on_such_a_console_sends_the_same(console: str, monkeypatch: pytest.MonkeyPatch) -> None:
    command = ["--rot", str(ROOT), *LESER["valider"]]
    expected = paa_skjermen(console, command, monkeypatch)
    done = subprocess.run(
        [sys.executable, "-m", "brukerutvalg_cli", *command], capture_output=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == expected


def test_the_plain_report_word_for_word(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--rot", str(ROOT), "--enkel", "valider", "nav-vestland", *DAG]) == 1
    first, finding, *_ = capsys.readouterr().out.splitlines()
    assert first.startswith("1 feil i ")
    assert finding.startswith(
        "1. Feil: redaksjonsrådet får 3 fra brukersiden; "
        "regelverket vil ha 2 fra brukersiden. "
        "Fil records/utvalg/nav-vestland/moeter/2022-11-16.yaml, linje 166, tegn 16. Kilde: Arbeidsform, «er», i "
    )


@pytest.mark.parametrize("console", ["ascii", "cp850", "cp1252"])
def test_json_is_json_where_the_console_lacks_a_quotation_mark(console: str, tmp_path: Path) -> None:
    title = "“Ny” «strategi» ‘i år’ \uff02og\uff3cså\uff02 …"
    skriv(tmp_path, {"moeter/2022-11-16": {"saker": [{"nr": "1/22", "tittel": title, "type": "annet"}]}})
    command = [sys.executable, "-m", "brukerutvalg_cli", "--rot", str(tmp_path)]
    environ = {**os.environ, "PYTHONIOENCODING": f"{console}:strict", "PYTHONUTF8": "0"}
    verb = ["referat", "utvalget", "2022-11-16", "--json"]
    done = subprocess.run([*command, *verb], env=environ, capture_output=True, check=False)
    shown = json.loads(done.stdout.decode(console))["saker"][0]["tittel"]
    assert "'og/s" in shown
    assert "strategi" in shown


@pytest.mark.parametrize("verb", ["frister", "valgbar", "status"])
def test_without_a_council_it_is_about_all_of_them(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    dag = ("--dato", "2023-11-01")
    run(["--rot", str(ROOT), verb, *dag])
    out = capsys.readouterr().out
    for council in ("nav-fjordvik", "nav-vestland"):
        run(["--rot", str(ROOT), verb, council, *dag])
        assert capsys.readouterr().out in out
    run(["--rot", str(ROOT), verb, "--json", *dag])
    assert {"nav-fjordvik", "nav-vestland"} <= {
        word for word in capsys.readouterr().out.split('"') if word.startswith("nav-")
    } or verb == "frister"


@pytest.mark.parametrize("verb", [*LESER, "valgbar alle"])
def test_the_next_step_can_be_written_as_it_stands(
    verb: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))  # whoever runs the tests, git knows nobody
    run(["--rot", str(ROOT), *LESER.get(verb, verb.split()[:1])])
    out, err = capsys.readouterr()
    said = [line for line in (out + err).splitlines() if line.startswith("Neste steg: brukerutvalg ")]
    assert not any(word.isupper() and len(word) > 1 for line in said for word in line.split())


def test_one_calendar_is_of_one_council(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--rot", str(ROOT), "frister", "--ics", "frister.ics"]) == 2
    assert "--ics er for ett utvalg. Velg blant " in capsys.readouterr().err


def test_the_one_council_need_not_be_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    skriv(tmp_path, "regel: {regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete}")
    assert run(["--rot", str(tmp_path), "regelverk", "for"]) == 0
    assert "Utvalget er bundet av 1 regelverk" in capsys.readouterr().out


IDENTITET = ("-c", "user.name=Nina", "-c", "user.email=nina@example.no")
LESER_ET_UTVALG = ("status", "frister", "valider", "regelverk for", "valgbar", "sjekk-valg", "vis", "vedtak",
                   "oppfoelging liste", "historikk", "forklar bestemmelse", "forklar sak", "forklar verv")  # fmt: skip


@pytest.mark.parametrize("verb", LESER_ET_UTVALG)
def test_what_two_have_changed_and_nobody_has_chosen_is_told_by_all_who_read(
    verb: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Git has left both in the file, with its marks: it cannot be read, and nobody is to take it for empty."""
    shutil.copytree(ROOT / "records", tmp_path / "records")
    said = LESER.get(verb, [verb, "nav-fjordvik"])
    council = next((word for word in said if word.startswith("nav-") and "20" not in word), "nav-vestland")
    torn = (
        f"records/utvalg/{council}/moeter/{'2022-09-22' if council == 'nav-vestland' else '2022-11-24'}.yaml"
    )
    (tmp_path / torn).write_text(
        "<<<<<<< HEAD\nstatus: avholdt\n=======\nstatus: avlyst\n>>>>>>> en\n", encoding="utf-8"
    )
    for command in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message", "Nytt"]):
        subprocess.run(["git", "-C", str(tmp_path), *IDENTITET, *command], check=True)
    run(["--rot", str(tmp_path), *said])
    assert torn in "".join(capsys.readouterr()).replace("\n", " "), verb


def test_a_term_known_by_its_years_is_shown_by_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kari = {"verv": "medlem", "fra": "2021", "til": "2024-03"}
    skriv(tmp_path, {"medlemmer/kari": {"navn": "Kari Nordmann", "oppnevninger": [kari]}})
    at = ["--rot", str(tmp_path), "--enkel", "vis", "utvalget", "folk", "--dato"]
    assert run([*at, "2024-03-31"]) == 0
    assert "Kari Nordmann, medlem, fra 2021, til mars 2024" in capsys.readouterr().out
    assert run([*at, "2024-03-31", "--json"]) == 0
    (place,) = json.loads(capsys.readouterr().out)["folk"]
    assert (place["fra"], place["til"], place["permisjon"]) == ("2021", "2024-03", [])
    assert run([*at, "2024-04-01"]) == 0  # whichever day of March it was
    assert "Folk: ingen sitter i utvalget mandag 1. april 2024; 1 er ført." in capsys.readouterr().out
    assert run([*at[:3], "valgbar", "--dato", "2024-01-01"]) == 0
    assert "medlem til mars 2024" in capsys.readouterr().out
    assert run([*at[:3], "forklar", "utvalget", "medlem", "--dato", "2024-01-01"]) == 0
    assert "Sitter som medlem: Kari Nordmann fra 2021 til mars 2024" in capsys.readouterr().out


def test_a_leave_is_told_of_after_what_it_is_from(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    away = {"fra": "2025-09-01", "til": "2025-12-31"}
    seat = {"verv": "leder", "fra": "2025-01-01", "permisjon": [away]}
    bodies = {"lhl": {"navn": "LHL", "type": "landsdekkende", "side": "bruker"}}
    aase = {"navn": "Åse Vik", "representerer": "lhl", "oppnevninger": [seat]}
    skriv(tmp_path, {"organisasjoner": bodies, "medlemmer/aase": aase})
    assert run(["--rot", str(tmp_path), "--enkel", "vis", "utvalget", "folk", "--dato", "2025-10-01"]) == 0
    assert (
        "Åse Vik, leder for LHL, fra 1. januar 2025, uten sluttdato, permisjon 1. september 2025 til 31. desember 2025"
        in capsys.readouterr().out
    )
