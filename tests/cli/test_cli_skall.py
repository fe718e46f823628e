"""The shell around the verbs: exit codes, Norwegian sentences, late imports, streams, colour, the wheel."""

import io
import os
import re
import subprocess
import sys
import uuid
import zipfile
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Annotated, Literal

import pytest
import typer
from hatchling.build import build_wheel

from brukerutvalg_cli import __version__, pakkedata
from brukerutvalg_cli.cli.app import ORIENTATION, VERBS, VerbEntry, program
from brukerutvalg_cli.cli.feilmeldinger import SENTENCES, did_you_mean
from brukerutvalg_cli.cli.options import GlobalOptions
from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.cli.terminal import color_wanted, prepare

ROOT = Path(__file__).parents[2]
HEAVY = {"babel", "git", "holidays", "jinja2", "pydantic", "rich", "yaml"}
SYMBOLS = "Mørt – «blåbær» § 3 → 4 ✓ ✗ ⚠ … é 漢"
ENGLISH = re.compile(
    r"\b(usage|options?|arguments?|commands?|error|show|required|default|missing|invalid|try|such|valid|not)\b",
    re.IGNORECASE,
)


def skriv(
    ctx: typer.Context,
    utvalg: Annotated[str, typer.Argument(help="Hvilket utvalg.")],
    ja: Annotated[bool | None, typer.Argument()] = None,
    output_format: Annotated[Literal["full", "json"], typer.Option(help="Hvordan.")] = "full",
    antall: Annotated[int, typer.Option("--antall", "-a", min=1, max=9)] = 1,
    tall: Annotated[int, typer.Option()] = 1,
    andel: Annotated[float, typer.Option()] = 1.0,
    noekkel: Annotated[uuid.UUID | None, typer.Option()] = None,
    dato: Annotated[datetime | None, typer.Option()] = None,
    fil: Annotated[Path | None, typer.Option(exists=True, dir_okay=False)] = None,
    mappe: Annotated[Path | None, typer.Option(exists=True, file_okay=False)] = None,
    par: Annotated[tuple[int, int] | None, typer.Option()] = None,
    rask: Annotated[bool, typer.Option("--rask")] = False,
) -> None:
    """Skriver det den får,
    og ikke mer.

    Eksempler:
      brukerutvalg skriv nav-vestland
      brukerutvalg skriv nav-vestland --antall 2
    """
    typer.echo(f"{utvalg} {ctx.obj}")


def velg(hva: Annotated[Literal["nb", "nn"], typer.Argument(metavar="SPRÅK")]) -> None:
    """Velger målform."""


def utfall(hvordan: Annotated[str, typer.Argument()]) -> None:
    """Ender slik det blir bedt om."""
    outcomes: dict[str, BaseException] = {
        "funn": typer.Exit(1),
        "register": typer.Exit(2),
        "verdi": typer.BadParameter("«31.2.2022» er ingen dato"),
        "feil": KeyError("nøkkel\nnummer to"),
        "avbrutt": KeyboardInterrupt(),
        "angret": typer.Abort(),
        "slutt": EOFError(),
    }
    if hvordan in outcomes:
        raise outcomes[hvordan]


TEST_VERBS = (
    VerbEntry("skriv", __name__, alias="write"),
    VerbEntry("utfall", __name__),
    VerbEntry("velg", __name__),
)


def fails(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What is said on stderr when these arguments are wrong usage."""
    assert run(arguments, TEST_VERBS) == 2
    out, err = capsys.readouterr()
    assert out == ""
    return err


def python(code: str, *arguments: str, **environ: str) -> subprocess.CompletedProcess[bytes]:
    """A fresh interpreter: only there can it be seen what is imported, and what reaches the stream."""
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        check=False,
        env={**os.environ, **environ},
    )


# Exit codes


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], 0),
        (["--version"], 0),
        (["--help"], 0),
        (["skriv", "--help"], 0),
        (["utfall", "bra"], 0),
        (["utfall", "funn"], 1),
        (["utfall", "register"], 2),
        (["utfall", "verdi"], 2),
        (["utfall"], 2),
        (["finnes-ikke"], 2),
        (["--finnes-ikke"], 2),
        (["utfall", "feil"], 3),
        (["utfall", "avbrutt"], 130),
        (["utfall", "angret"], 130),
        (["utfall", "slutt"], 130),
    ],
)
def test_exit_code(arguments: list[str], code: int) -> None:
    assert run(arguments, TEST_VERBS) == code


def test_an_error_in_the_program_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    run(["utfall", "feil"], TEST_VERBS)
    err = capsys.readouterr().err
    assert err.startswith("feil i programmet selv (KeyError: 'nøkkel\\nnummer to'). Meld fra")
    assert err.count("\n") == 1
    assert "--debug" in err


@pytest.mark.parametrize(("arguments", "environ"), [(["--debug"], ""), ([], "1")])
def test_a_traceback_only_on_request(
    arguments: list[str], environ: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRUKERUTVALG_DEBUG", environ)
    assert run([*arguments, "utfall", "feil"], TEST_VERBS) == 3
    err = capsys.readouterr().err
    assert "Traceback" in err
    assert "in utfall" in err
    assert err.splitlines()[-1].startswith("feil i programmet selv")


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    run(["--version"])
    assert capsys.readouterr().out == f"brukerutvalg {__version__}\n"


def test_without_a_register_no_arguments_say_what_can_be_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run([]) == 0
    assert capsys.readouterr().out == ORIENTATION
    named = re.findall(r"^  brukerutvalg (\S+)", ORIENTATION, re.MULTILINE)
    assert set(named) <= {verb.name for verb in VERBS}


def test_in_a_register_no_arguments_say_what_must_be_done(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--rot", str(ROOT)]) == 0
    assert "Strategisk brukerutvalg Nav Vestland" in capsys.readouterr().out


def test_a_root_without_a_register_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--rot", str(tmp_path)]) == 2
    assert "har ingen «records/»" in capsys.readouterr().err


def test_the_root_reaches_the_verb(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--rot", str(tmp_path), "skriv", "x"], TEST_VERBS) == 0
    assert capsys.readouterr().out == f"x {GlobalOptions(rot=tmp_path)}\n"


def test_an_english_alias_answers_and_is_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["write", "x"], TEST_VERBS) == 0
    run(["--help"], TEST_VERBS)
    assert "write" not in capsys.readouterr().out


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_of_the_table_is_there(verb: VerbEntry) -> None:
    assert callable(getattr(import_module(verb.module), verb.function))


# Norwegian sentences


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ("skirv x", "ukjent kommando «skirv». Mente du «skriv»?"),
        ("qqq", "ukjent kommando «qqq»."),
        ("--rto .", "ukjent valg «--rto». Mente du «--rot»?"),
        ("skriv x --format full", "ukjent valg «--format». Mente du «--output-format»?"),
        ("skriv x -q", "ukjent valg «-q»."),
        ("skriv x --hkl", "ukjent valg «--hkl»."),  # the dashes make nothing alike
        ("skriv x --rot .", "valget --rot skal stå foran kommandoen: brukerutvalg --rot … skriv …."),
        ("--rot", "valget --rot trenger en verdi."),
        ("skriv x --antall", "valget --antall trenger en verdi."),
        ("skriv x --par 1", "valget --par trenger 2 verdier."),
        ("skriv x --rask=3", "valget --rask tar ingen verdi."),
        ("skriv", "UTVALG mangler."),
        ("velg", "SPRÅK mangler. Velg blant nb, nn."),
        ("skriv x true y z", "det er for mange argumenter: y z."),
        ("velg nm", "ugyldig verdi for SPRÅK: «nm» er ikke blant nb, nn."),
        (
            "skriv x --output-format josn",
            "ugyldig verdi for --output-format: «josn» er ikke blant full, json. Mente du «json»?",
        ),
        ("skriv x --antall mange", "ugyldig verdi for --antall: «mange» er ikke et helt tall."),
        ("skriv x --tall 1.5", "ugyldig verdi for --tall: «1.5» er ikke et helt tall."),
        ("skriv x --andel halv", "ugyldig verdi for --andel: «halv» er ikke et tall."),
        ("skriv x --antall 12", "ugyldig verdi for --antall: 12 er utenfor 1<=x<=9."),
        ("skriv x kanskje", "ugyldig verdi for JA: «kanskje» er verken true eller false."),
        ("skriv x --noekkel 12", "ugyldig verdi for --noekkel: «12» er ikke en UUID."),
        ("skriv x --dato igaar", "ugyldig verdi for --dato: «igaar» er ikke en dato."),
        ("skriv x --fil finnes-ikke", "ugyldig verdi for --fil: «finnes-ikke» finnes ikke."),
        ("skriv x --fil tests", "ugyldig verdi for --fil: «tests» er en mappe, ikke en fil."),
        ("skriv x --mappe LICENSE", "ugyldig verdi for --mappe: «LICENSE» er en fil, ikke en mappe."),
        ("--rot finnes-ikke skriv x", "ugyldig verdi for --rot: «finnes-ikke» finnes ikke."),
        ("utfall verdi", "«31.2.2022» er ingen dato."),
    ],
)
def test_wrong_usage_is_answered_in_norwegian(
    arguments: str, sentence: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    said, usage, help_ = fails(capsys, *arguments.split()).splitlines()
    assert said == f"feil: {sentence}"
    assert usage.startswith("Bruk: brukerutvalg")
    assert re.fullmatch(r"Skriv «brukerutvalg.* --help» for hjelp\.", help_)
    assert not ENGLISH.search(said)


@pytest.mark.parametrize(
    "message",
    [
        "Argument 'par' takes 2 values.",
        "Takes 2 values but 3 given.",
        "2 values are required, but 1 given.",
        "File 'x' is not readable.",
        "Directory 'x' is not writable.",
    ],
)
def test_sentences_that_are_hard_to_provoke(message: str) -> None:
    assert sum(bool(re.fullmatch(pattern, message)) for pattern, _ in SENTENCES) == 1


def test_did_you_mean_says_nothing_when_nothing_is_near() -> None:
    assert did_you_mean("valider", ["referat"]) == ""


# Help


def test_the_help_of_a_verb(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    run(["skriv", "--help"], TEST_VERBS)
    help_ = capsys.readouterr().out
    assert help_.startswith(
        "Bruk: brukerutvalg skriv [VALG] UTVALG [JA]\n\nSkriver det den får, og ikke mer.\n"
    )
    assert "\nEksempler:\n  brukerutvalg skriv nav-vestland\n  brukerutvalg skriv nav-vestland --ant" in help_
    assert re.search(r"\nArgumenter:\n  UTVALG +Hvilket utvalg\. \[påkrevd\]\n", help_)
    assert re.search(r"--output-format <full\|json> +Hvordan\. \[standard: full\]\n", help_)
    assert re.search(r"--tall TALL +\[standard: 1\]\n", help_)
    assert re.search(r"-h, --help +Vis denne hjelpen og avslutt\.\n", help_)
    assert not ENGLISH.search(re.sub(r"--[a-z-]+", "", help_))


def test_one_process_makes_the_command_line_once() -> None:
    assert program() is program(list(VERBS))
    assert program() is not program(VERBS[:3])


def test_the_help_of_the_program(capsys: pytest.CaptureFixture[str]) -> None:
    run(["--help"], TEST_VERBS)
    help_ = capsys.readouterr().out
    assert help_.startswith("Bruk: brukerutvalg [VALG] KOMMANDO ...\n")
    assert re.search(r"\nKommandoer:\n  skriv +Skriver det den får, og ikke mer\.\n", help_)
    assert not ENGLISH.search(re.sub(r"--[a-z-]+", "", help_))


# Late imports


@pytest.mark.parametrize("argument", ["--version", "--help", "valdier"])
def test_what_needs_no_register_imports_nothing_heavy(argument: str) -> None:
    code = "import sys; from brukerutvalg_cli.cli.run import run; run(sys.argv[1:]); print('IMPORTED', *sys.modules)"
    imported = python(code, argument).stdout.decode().partition("IMPORTED ")[2].split()
    assert "typer" in imported
    assert HEAVY.isdisjoint(imported)


# Streams


PRINT_SYMBOLS = f"""
import os, sys
from brukerutvalg_cli.cli.terminal import prepare
prepare(sys.stdout, os.environ)
print({SYMBOLS!a})
"""


@pytest.mark.parametrize(
    ("encoding", "written"),
    [
        ("cp1252", "Mørt – «blåbær» § 3 -> 4 ok x ! … é ?"),
        ("cp850", "Mørt - «blåbær» § 3 -> 4 ok x ! ... é ?"),
        ("ascii", "Moert - 'blaabaer' paragraf  3 -> 4 ok x ! ... e ?"),
        ("utf-8", SYMBOLS),
    ],
)
def test_symbols_outside_the_character_set_have_a_twin(encoding: str, written: str) -> None:
    result = python(PRINT_SYMBOLS, PYTHONIOENCODING=encoding)
    assert result.stderr == b""
    assert result.stdout == f"{written}\n".encode(encoding)


def test_what_is_piped_does_not_depend_on_the_locale() -> None:
    plain = {"PYTHONIOENCODING": "", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "POSIX"}
    assert python(PRINT_SYMBOLS, **plain).stdout == f"{SYMBOLS}\n".encode()


class Console(io.TextIOWrapper):
    """A console with an old character set."""

    def isatty(self) -> bool:
        return True


def test_a_console_keeps_its_character_set() -> None:
    raw = io.BytesIO()
    console = Console(raw, encoding="cp850", newline="\r\n")
    prepare(console, {})
    console.write("blåbær → ✓\n")
    console.flush()
    assert raw.getvalue() == "blåbær -> ok\r\n".encode("cp850")


def test_a_reader_that_goes_away_is_met_with_silence() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "brukerutvalg_cli"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_is_one_line() -> None:
    with Path("/dev/full").open("w") as full:
        result = subprocess.run(
            [sys.executable, "-m", "brukerutvalg_cli"], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert result.returncode == 2
    assert result.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    ("option", "environ", "isatty", "wanted"),
    [
        (None, {}, True, True),
        (None, {}, False, False),
        ("auto", {}, True, True),
        ("always", {"NO_COLOR": "1", "TERM": "dumb"}, False, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
        (None, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        (None, {"NO_COLOR": ""}, True, True),
        (None, {"FORCE_COLOR": "1", "TERM": "dumb"}, False, True),
        (None, {"CLICOLOR_FORCE": "1"}, False, True),
        (None, {"CLICOLOR_FORCE": "0"}, False, False),
        (None, {"TERM": "dumb"}, True, False),
        (None, {"TERM": "xterm"}, True, True),
    ],
)
def test_colour(option: str | None, environ: dict[str, str], isatty: bool, wanted: bool) -> None:
    assert color_wanted(option, environ, isatty) is wanted


# What is shipped


def test_a_checkout_finds_what_is_shipped() -> None:
    assert pakkedata.templates() == ROOT / "templates"
    assert pakkedata.records() == ROOT / "records"


def test_a_wheel_finds_its_own_copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "records").mkdir()
    monkeypatch.setattr(pakkedata, "PACKAGE", tmp_path)
    assert pakkedata.records() == tmp_path / "records"


def test_the_wheel_carries_templates_and_records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    with zipfile.ZipFile(tmp_path / build_wheel(str(tmp_path))) as wheel:
        inside = set(wheel.namelist())
    for folder in ("records", "templates"):
        shipped = {path.relative_to(ROOT) for path in (ROOT / folder).rglob("*") if path.is_file()}
        assert {f"brukerutvalg_cli/{path.as_posix()}" for path in shipped} <= inside
    assert "brukerutvalg_cli/py.typed" in inside
