"""The exit codes of `valider`, and what goes to which stream: one test for each code, and for each option."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from brukerutvalg_cli.cli import feilmeldinger
from brukerutvalg_cli.cli.run import run
from smaa_registre import ROOT, skriv

REGISTER = """
regler:
  - {regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete}
  - {regel: frist, hva: innkalling, senest: 10 dager, foer: moete, styrke: STYRKE}
utvalg: {regelverk: [{id: regelverket, fra: 2000-01-01}]}
moeter/2022-11-16: {sendt: {sakspapirer: 2022-11-01, innkalling: INNKALT}}
"""


def register(root: Path, innkalt: str = "2022-11-01", styrke: str = "skal") -> Path:
    skriv(root, REGISTER.replace("INNKALT", innkalt).replace("STYRKE", styrke))
    return root


def valider(root: Path, *options: str) -> int:
    return run(["--rot", str(root), "valider", *(options or ("--dato", "2023-01-01"))])


# 0 and 1


def test_0_when_there_is_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert valider(register(tmp_path)) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("Ingen funn i 4 filer (1 utvalg), vurdert per 1. januar 2023\nNeste steg: ")


def test_1_when_there_are_findings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert valider(register(tmp_path, innkalt="2022-11-15")) == 1
    out, err = capsys.readouterr()
    assert out.startswith("records/utvalg/utvalget/moeter/2022-11-16.yaml:5:15: BU104 innkallingen gikk ut")
    assert err.startswith("1 feil i 4 filer")
    assert "Neste steg: rett records/utvalg/utvalget/moeter/2022-11-16.yaml, linje 5, og kjør" in err


@pytest.mark.parametrize(
    ("styrke", "terskel", "ventet"),
    [
        ("skal", None, 1),
        ("skal", "feil", 1),
        ("skal", "advarsel", 1),
        ("skal", "raad", 1),
        ("boer", None, 0),
        ("boer", "feil", 0),
        ("boer", "advarsel", 1),
        ("boer", "raad", 1),
        ("vurderes", None, 0),
        ("vurderes", "advarsel", 0),
        ("vurderes", "raad", 1),
        ("kan", "raad", 0),
    ],
)
def test_fail_on_sets_the_threshold(tmp_path: Path, styrke: str, terskel: str | None, ventet: int) -> None:
    register(tmp_path, innkalt="2022-11-15", styrke=styrke)
    assert valider(tmp_path, "--dato", "2023-01-01", *(("--fail-on", terskel) if terskel else ())) == ventet


def test_exit_zero_says_the_same_and_exits_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    register(tmp_path, innkalt="2022-11-15")
    assert valider(tmp_path, "--dato", "2023-01-01") == 1
    said = capsys.readouterr()
    assert valider(tmp_path, "--dato", "2023-01-01", "--exit-zero") == 0
    assert capsys.readouterr() == said


def test_what_cannot_be_judged_is_0(tmp_path: Path) -> None:
    assert valider(register(tmp_path, innkalt="ukjent"), "--dato", "2023-01-01", "--fail-on", "raad") == 0


# 2


@pytest.mark.parametrize(
    ("options", "setning"),
    [
        (["--dato", "i fjor"], "«i fjor» er ikke en dag. Skriv for eksempel 2026-02-09 eller 9.2.2026."),
        (["--dato", "2022-02-30"], "«2022-02-30» er ikke en dag som finnes."),
        (["--dato", "29.2.2023"], "«29.2.2023» er ikke en dag som finnes."),
        (["utvalgett"], "UTVALG: «utvalgett» finnes ikke. Mente du «Utvalget»?"),
        (["oslo"], "UTVALG: «oslo» finnes ikke. Registeret har utvalget."),
        (["utvalget", "oslo"], "UTVALG: «oslo» finnes ikke."),
        (["--fail-on", "fei"], "«fei» er ikke blant feil, advarsel, raad. Mente du «feil»?"),
        (
            ["--output-format", "sarf"],
            "«sarf» er ikke blant full, enkel, concise, json, github, gitlab, sarif, ",
        ),
        (["--output-format", "sarf"], "Mente du «sarif»?"),
        (["--output-format", "json="], "skriv fila etter likhetstegnet: json=FIL"),
        (
            ["--output-format", "json", "--output-format", "sarif"],
            "Gi den ene en fil: --output-format json=FIL",
        ),
        (
            ["--output-format", "json=a", "--output-format", "sarif=./a"],
            "to rapporter kan ikke skrives til «a»",
        ),
        (["--siden", "tull"], "--siden: registeret ligger ikke i et git-lager"),
        (["--revisjon", "tull"], "--revisjon: registeret ligger ikke i et git-lager"),
        (["--grunnlinje", "finnes-ikke.json"], "grunnlinja «finnes-ikke.json» finnes ikke"),
        (["--fail"], "ukjent valg «--fail». Mente du «--fail-on»?"),
    ],
)
def test_2_for_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], setning: str
) -> None:
    assert valider(register(tmp_path), *options) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert setning in err.splitlines()[0]
    assert err.splitlines()[0].startswith("feil: ")


@pytest.mark.parametrize(
    ("said", "ment"),
    [
        ("moete ny utvalget --kl 13", "--tid"),
        ("init --liste x", "--medlemmer"),
        ("runde --medlemmer x", "--liste"),
    ],
)
def test_an_option_by_another_name_is_told_by_its_own(
    said: str, ment: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(said.split()) == 2
    assert f"Mente du «{ment}»?" in capsys.readouterr().err


EN_ANNENS = [
    (verb, option, whose)
    for verb, options in feilmeldinger.EN_ANNENS.items()
    for option, whose in options.items()
]


@pytest.mark.parametrize(("verb", "option", "annen"), EN_ANNENS)
def test_of_an_option_that_another_verb_has_that_verb_is_told(
    verb: str, option: str, annen: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*verb.split(), f"--{option}", "x"]) == 2
    assert f"ukjent valg «--{option}». Det føres med «brukerutvalg {annen}»." in capsys.readouterr().err
    assert run([*annen.split(), "--help"]) == 0
    assert option in capsys.readouterr().out.lower()


def test_2_without_a_register(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["valider"]) == 2
    assert "fant ikke noe register" in capsys.readouterr().err
    assert valider(tmp_path) == 2
    assert "har ingen «records/»" in capsys.readouterr().err
    assert run(["--rot", str(tmp_path / "finnes-ikke"), "valider"]) == 2


@pytest.mark.parametrize(
    ("name", "setning"),
    [
        ("records", "er en mappe, ikke en fil"),
        ("finnes-ikke/rapport.json", "finnes ikke. Lag den først"),
        ("records/utvalg/utvalget/utvalg.yaml", "er en fil i registeret"),
    ],
)
def test_2_when_the_report_cannot_be_written_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, setning: str
) -> None:
    register(tmp_path)
    council = (tmp_path / "records/utvalg/utvalget/utvalg.yaml").read_bytes()
    assert valider(tmp_path, "-o", str(tmp_path / name)) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert setning in err.splitlines()[0]
    assert (tmp_path / "records/utvalg/utvalget/utvalg.yaml").read_bytes() == council


# 3


def test_3_for_an_error_of_our_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any) -> None:
        raise RuntimeError("noe gikk galt\nher")

    monkeypatch.setattr("brukerutvalg_cli.validering.valider", broken)
    assert valider(register(tmp_path)) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("feil i programmet selv (RuntimeError: noe gikk galt her). Meld fra ")
    assert (err.count("\n"), "--debug" in err) == (1, True)
    assert run(["--debug", "--rot", str(tmp_path), "valider"]) == 3
    assert "Traceback" in capsys.readouterr().err


# 130


def test_130_when_it_is_interrupted(tmp_path: Path) -> None:
    """With a real signal, in the middle of judging."""
    code = (
        "import os, signal, sys, brukerutvalg_cli.validering as v\n"
        "v.load = lambda tree: os.kill(os.getpid(), signal.SIGINT)\n"
        "from brukerutvalg_cli.cli.run import run\n"
        "sys.exit(run(sys.argv[1:]))\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", code, "--rot", str(register(tmp_path)), "valider"],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        check=False,
    )
    assert (result.returncode, result.stdout, result.stderr) == (130, "", "\nAvbrutt.\n")


# Which register, which councils, which day


def test_the_register_is_the_nearest_one_upwards(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    register(tmp_path / "innerst", innkalt="2022-11-15")
    register(tmp_path)
    inside = tmp_path / "innerst/records/utvalg/utvalget/moeter"
    monkeypatch.chdir(inside)
    assert run(["valider"]) == 1
    assert capsys.readouterr().out.startswith("records/utvalg/utvalget/moeter/2022-11-16.yaml:")
    monkeypatch.chdir(tmp_path)
    assert run(["valider"]) == 0


TO_UTVALG = """
regel: {regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete}
regelverk/annet: {bestemmelser: [{id: a, styrke: kan}, {id: a, styrke: kan}]}
moeter/2022-11-16: {sendt: {sakspapirer: 2022-11-15}}
utvalgene/annet/utvalg: {navn: Annet, nivaa: lokal, maalform: nb, regelverk: [{id: regelverket, fra: 2000-01-01}]}
utvalgene/annet/moeter/2022-11-16: {dato: 2022-11-17, status: avholdt, sendt: {sakspapirer: 2022-11-15}}
"""


@pytest.mark.parametrize(
    ("utvalg", "ventet"),
    [
        ([], {"regelverk", "utvalget", "annet"}),
        (["utvalget"], {"regelverk", "utvalget"}),
        (["annet"], {"regelverk", "annet"}),
        (["annet", "utvalget"], {"regelverk", "utvalget", "annet"}),
    ],
)
def test_only_the_councils_that_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], utvalg: list[str], ventet: set[str]
) -> None:
    """And what they share: a rule set concerns them all."""
    skriv(tmp_path, TO_UTVALG)
    assert valider(tmp_path, "--dato", "2023-01-01", *utvalg) == 1
    paths = {line.split(":")[0] for line in capsys.readouterr().out.splitlines()}
    assert {path.split("/")[2] if "/utvalg/" in path else "regelverk" for path in paths} == ventet


@pytest.mark.parametrize("dato", ["2022-11-16", "16.11.2022", "16. november 2022", "16. nov. 2022"])
def test_a_day_as_people_write_it(tmp_path: Path, capsys: pytest.CaptureFixture[str], dato: str) -> None:
    assert valider(register(tmp_path), "--dato", dato) == 0
    assert "vurdert per 16. november 2022" in capsys.readouterr().err


def test_without_a_day_it_is_today(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from datetime import date

    from brukerutvalg_cli.model.kalender import dato_i_ord

    before = date.today()
    run(["--rot", str(register(tmp_path)), "valider"])
    err = capsys.readouterr().err
    assert any(f"vurdert per {dato_i_ord(day)}" in err for day in (before, date.today()))


@pytest.mark.parametrize("verb", ["valider", "validate"])
def test_the_verb_answers_in_english_too(tmp_path: Path, verb: str) -> None:
    assert run(["--rot", str(register(tmp_path)), verb, "--dato", "2023-01-01"]) == 0


# Where the report goes


def test_a_report_in_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    register(tmp_path, innkalt="2022-11-15")
    target = tmp_path / "rapport.json"
    assert valider(tmp_path, "--dato", "2023-01-01", "--output-format", "json", "-o", str(target)) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("1 feil i 4 filer")
    assert json.loads(target.read_text(encoding="utf-8"))["oppsummering"]["feil"] == 1


def test_several_reports_of_one_run_each_in_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    register(tmp_path, innkalt="2022-11-15")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "sammendrag.md"))
    asked = [f"{name}={tmp_path / f'ut.{name}'}" for name in ("sarif", "gitlab", "junit", "rdjson", "azure")]
    options = [part for name in (*asked, "github") for part in ("--output-format", name)]
    assert valider(tmp_path, "--dato", "2023-01-01", *options) == 1
    out, err = capsys.readouterr()
    assert out.startswith("::error title=frist (BU104),file=records/utvalg/")
    assert err.count("1 feil i 4 filer") == 1
    assert (tmp_path / "sammendrag.md").read_text(encoding="utf-8").startswith("## brukerutvalg valider\n")
    for name in ("sarif", "gitlab", "junit", "rdjson", "azure"):
        assert "frist" in (tmp_path / f"ut.{name}").read_text(encoding="utf-8")


def test_nothing_is_written_when_one_of_the_places_may_not_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    register(tmp_path)
    first, second = tmp_path / "a.sarif", tmp_path / "records/b.json"
    options = ["--output-format", f"sarif={first}", "--output-format", f"json={second}"]
    assert valider(tmp_path, *options) == 2
    assert "ligger inne i registeret" in capsys.readouterr().err
    assert not first.exists()


@pytest.mark.parametrize(
    ("environ", "begynner"),
    [({}, "records/"), ({"GITHUB_ACTIONS": "true"}, "::error "), ({"GITHUB_ACTIONS": "false"}, "records/")],
)
def test_the_format_of_a_pipe(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    environ: dict[str, str],
    begynner: str,
) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert valider(register(tmp_path, innkalt="2022-11-15")) == 1
    assert capsys.readouterr().out.startswith(begynner)


@pytest.mark.parametrize(
    ("color", "environ", "farger"),
    [
        (None, {}, False),
        (None, {"FORCE_COLOR": "1"}, True),
        (None, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ("always", {"NO_COLOR": "1"}, True),
        ("never", {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    color: str | None,
    environ: dict[str, str],
    farger: bool,
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    options = ["--output-format", "full", *(["--color", color] if color else [])]
    valider(register(tmp_path, innkalt="2022-11-15"), *options)
    assert ("\x1b[" in capsys.readouterr().out) is farger


@pytest.mark.parametrize(
    ("columns", "valg", "utdrag"),
    [("40", (), True), ("80", (), True), ("40", ("--output-format", "enkel"), False),
     ("80", ("--output-format", "enkel"), False)],
)  # fmt: skip
def test_a_terminal_gets_excerpts_however_narrow_and_sentences_when_asked(
    columns: str,
    valg: tuple[str, ...],
    utdrag: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert valider(register(tmp_path, innkalt="2022-11-15"), "--dato", "2023-01-01", *valg) == 1
    out = capsys.readouterr().out
    assert ("-->" in out, "^^^" in out) == (utdrag, utdrag)
    assert ("1. Feil: " in out) is not utdrag
