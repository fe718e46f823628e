"""Text as it fits the window: every reading command and help page, looked at in 80 columns and in 40."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Annotated

import pexpect
import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st

import avlegger
from brukerutvalg_cli.cli.app import VERBS, VerbEntry, Verbgruppe, program
from brukerutvalg_cli.cli.grupper import GRUPPER, SYNONYMER, mente
from brukerutvalg_cli.cli.hele import LIM, limt, loest
from brukerutvalg_cli.cli.klikk import Context
from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.cli.vindu import brutt, som_vindu
from brukerutvalg_cli.rapport.tabell import Rad, Tabell, som_linjer
from brukerutvalg_cli.rapport.utdrag import width
from cli.test_lesekommandoer import LESER
from smaa_registre import ROOT
from vinduer import vist

pytestmark = pytest.mark.usefixtures("samme_dom")

BREDDER = (80, 40)
SKJERMER = {
    **LESER,
    "vis saker": ["vis", "nav-sentralt", "saker"],
    "valider alt": ["valider", "nav-vestland", "--dato", "2022-11-16", "--alt"],
    "uten verb": ["--rot", str(ROOT)],
    "skrevet feil": ["valdier"],
    "kjenner ikke": ["regelverk", "vis", "nav-vestland-2091"],
}
TABELLER = {"frister", "oppfoelging liste", "vedtak", "vis", "vis saker"}
"""Those whose cells say it shorter than the sentences of the list."""
KOMMANDO = re.compile(r"«brukerutvalg [^«»\n]*»|(?<=: )brukerutvalg [^«»\n\[]*$", re.MULTILINE)


def sidene() -> dict[str, str]:
    """Every command, by the words that ask for its help."""
    found: dict[str, str] = {}

    def under(ctx: Context) -> None:
        found[ctx.command_path] = ctx.command_path
        if isinstance(ctx.command, Verbgruppe):
            for name, inner in ctx.command.commands_of(ctx):
                under(Context(inner, parent=ctx, info_name=name))

    under(Context(program(), info_name="brukerutvalg"))
    return found


def for_brede(text: str, columns: int) -> list[str]:
    """The lines that do not fit, but for a command or a path alone on its line."""
    wide = [line for line in text.splitlines() if width(line) > columns]
    return [line for line in wide if len(limt(line).replace("-->", "").replace("=", "").split()) > 2]


def uten_utdrag(text: str) -> list[str]:
    """The words of a text, but for the lines of excerpts and what is drawn under them."""
    lines = [line for line in text.splitlines() if not re.match(r" *\d* *\|", line)]
    return [word for line in lines for word in line.split() if word != "=" and not set(word) <= set("^-─|")]


@pytest.mark.parametrize("columns", BREDDER)
@pytest.mark.parametrize("navn", SKJERMER)
def test_no_word_is_broken_and_every_command_is_whole(
    navn: str, columns: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rot = () if "--rot" in SKJERMER[navn] else ("--rot", str(ROOT))
    shown = vist(monkeypatch, columns, *rot, *SKJERMER[navn])
    assert for_brede(shown, columns) == []
    wide = vist(monkeypatch, 5000, *rot, *SKJERMER[navn])
    commands = [found[0].rstrip() for found in KOMMANDO.finditer(wide)]
    assert [each for each in commands if each not in shown] == []
    plain = vist(monkeypatch, columns, "--enkel", *rot, *SKJERMER[navn]) if navn in TABELLER else wide
    assert set(uten_utdrag(shown)) <= {*wide.split(), *plain.split()}
    if navn not in TABELLER:
        assert Counter(uten_utdrag(wide)) - Counter(uten_utdrag(shown)) == Counter()


@pytest.mark.parametrize("columns", BREDDER)
@pytest.mark.parametrize("side", sidene().values())
def test_every_help_page_fits(side: str, columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = vist(monkeypatch, columns, *side.split()[1:], "--help")
    assert for_brede(shown, columns) == []
    wide = vist(monkeypatch, 80, *side.split()[1:], "-h")
    assert set(re.findall(r"--[a-z-]+", shown)) == set(re.findall(r"--[a-z-]+", wide))


def test_the_whole_list_of_commands_is_on_one_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = {vist(monkeypatch, 80, *words) for words in (["--help"], ["-h"], ["hjelp"], ["help"])}
    (page,) = pages
    assert page.count("\n") < 24
    assert {verb.name for verb in VERBS} <= set(re.findall(r"[a-z-]+", page))


def test_every_command_is_in_one_group() -> None:
    listed = [name for names in GRUPPER.values() for name in names]
    assert sorted(listed) == sorted(set(listed))
    assert {verb.name for verb in VERBS} <= set(listed)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("møte", ["moete"]),
        ("Referat", ["referat"]),
        ("medlem", ["person"]),
        ("undo", ["angre"]),
        ("sjekk", ["valider"]),
        ("frammøte", ["oppmoete"]),
        ("dagsorden", ["sakliste"]),
        ("skriv", ["innkalling", "referat"]),
        ("bil", []),
    ],
)
def test_a_command_is_known_by_what_is_meant(word: str, meant: list[str]) -> None:
    assert mente(word, [verb.name for verb in VERBS]) == meant


def test_no_synonym_is_a_command_and_each_means_one_that_is_listed() -> None:
    listed = {name for names in GRUPPER.values() for name in names}
    assert {name for names in SYNONYMER.values() for name in names} <= listed
    assert {verb.name for verb in VERBS}.isdisjoint(SYNONYMER)


def test_what_may_be_several_is_asked_and_nothing_is_run(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["skriv"]) == 2
    assert "ukjent kommando «skriv». Mente du «innkalling» eller «referat»?" in capsys.readouterr().err


# Where plain lines are wanted


@pytest.mark.parametrize("environ", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"BRUKERUTVALG_ENKEL": "1"}])
@pytest.mark.parametrize("navn", ["status", "frister", "vis"])
def test_plain_lines_are_those_of_a_pipe(
    navn: str,
    environ: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    shown = vist(monkeypatch, 40, "--rot", str(ROOT), *SKJERMER[navn], **environ)
    run(["--rot", str(ROOT), *SKJERMER[navn]])
    out, err = capsys.readouterr()
    assert shown == out + err


@pytest.mark.parametrize("navn", ["status", "vis", "valider"])
def test_json_is_not_broken_to_fit(navn: str, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = vist(monkeypatch, 40, "--rot", str(ROOT), *SKJERMER[navn], "--json")
    assert any(width(line) > 40 for line in shown.splitlines())


I_ROER = ["status", "vis", "valider", "frister"]


@pytest.fixture(scope="module")
def innlest() -> dict[str, list[str]]:
    """What one process has imported after each of these commands, one after the other."""
    code = (
        "import sys, json; from brukerutvalg_cli.cli.run import run\n"
        "for navn, ord in json.loads(sys.argv[1]): run(ord); print('\\nINN', navn, *sys.modules)"
    )
    words = [(navn, ["--rot", str(ROOT), *SKJERMER[navn]]) for navn in I_ROER]
    command = [sys.executable, "-c", code, json.dumps(words)]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    said = (line.split() for line in done.stdout.splitlines() if line.startswith("INN "))
    return {navn: modules for _, navn, *modules in said}


@pytest.mark.parametrize("navn", I_ROER)
def test_rich_is_not_imported_for_a_pipe(navn: str, innlest: dict[str, list[str]]) -> None:
    assert "typer" in innlest[navn]
    assert "rich" not in innlest[navn]


# How lines are broken

ORD = st.text(st.sampled_from("abcåæø-«»/.:"), min_size=1, max_size=15)


@given(st.lists(ORD, min_size=1, max_size=30), st.integers(0, 6), st.integers(24, 90))
def test_the_words_are_all_there_and_in_order(words: list[str], blanks: int, columns: int) -> None:
    line = " " * blanks + " ".join(words)
    rows = brutt(line, columns).split("\n")
    assert " ".join(rows).split() == line.split()
    assert all(width(row) <= columns for row in rows)
    assert all(row.startswith(" " * blanks) for row in rows)


def test_a_note_goes_on_below_its_own_text() -> None:
    assert brutt("   = hjelp: rett det som står her, og prøv igjen etterpå", 40).split("\n") == [
        "   = hjelp: rett det som står her, og",
        "            prøv igjen etterpå",
    ]


def test_a_command_or_a_path_that_is_too_wide_has_its_own_line() -> None:
    command = "brukerutvalg sjekk-valg nav-vestland kari-nordmann --verv leder"
    assert brutt(f"Neste steg: {command}", 40) == f"Neste steg:\n  {command}"
    path = "records/utvalg/nav-vestland/moeter/2022-11-16.yaml"
    assert brutt(f"Rett {path} nå", 40).split("\n") == ["Rett", f"  {path}", "  nå"]


@given(st.text(st.characters(exclude_characters=LIM)))
def test_to_keep_a_command_whole_changes_nothing_else(text: str) -> None:
    assert loest(limt(text)) == text


def test_a_table_becomes_a_list_rather_than_break_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    tabell = Tabell(
        ("Navn", "Verv"), (Rad(("Kari Nordmann", "brukerutvalgsansvarlig " * 3), "Kari, ansvarlig"),)
    )
    for columns, is_table in ((100, True), (59, False)):
        monkeypatch.setenv("COLUMNS", str(columns))
        shown = som_vindu(["Folk:", tabell], plain=False)
        assert shown.startswith("Folk:\n")
        assert ("Navn" in shown) == is_table
    assert (
        som_vindu(["Folk:", tabell], plain=True)
        == som_linjer(["Folk:", tabell])
        == "Folk:\n  Kari, ansvarlig\n"
    )


# In a real terminal


@pytest.mark.parametrize("columns", BREDDER)
def test_the_finding_is_seen_in_a_window_of_24_lines(columns: int) -> None:
    """Of one with two places, in 40 columns: what the rule wants, the way out and where to read on."""
    environ = {**os.environ, "TERM": "xterm", "LC_ALL": "C.UTF-8"}
    environ.pop("COLUMNS", None)
    command = [*avlegger.program()[1:], "--rot", str(ROOT), *LESER["valider"]]
    child = pexpect.spawn(
        avlegger.python()[0], command, env=environ, encoding="utf-8", timeout=60, dimensions=(24, columns)
    )  # fmt: skip
    child.expect(pexpect.EOF)
    lines = re.sub("\x1b\\[[0-9;]*m", "", child.before or "").replace("\r", "").splitlines()
    at = next(nr for nr, line in enumerate(lines) if "^^^" in line)
    assert lines[at - 1][lines[at].index("^")] == "["
    screen = " ".join(" ".join(lines[-23:]).split())
    assert ("^^^" if columns == 80 else "Redaksjonsrådet er fire") in screen
    assert "la én av" in screen
    assert lines[-1].endswith("igjen")


def test_a_long_text_is_shown_a_page_at_a_time() -> None:
    environ = {**os.environ, "TERM": "xterm", "PAGER": "sed s/^/side:/", "LC_ALL": "C.UTF-8"}
    command = [*avlegger.program()[1:], "--rot", str(ROOT), *LESER["regelverk vis"]]
    child = pexpect.spawn(
        avlegger.python()[0], command, env=environ, encoding="utf-8", timeout=60, dimensions=(24, 80)
    )  # fmt: skip
    child.expect(pexpect.EOF)
    said = re.sub(
        ".*\x1b\\[2K", "", (child.before or "").replace("\r", ""), flags=re.DOTALL
    )  # if it took a second
    lines = said.splitlines()
    assert len(lines) > 24
    assert all(line.startswith("side:") for line in lines)


def test_a_document_is_looked_at_as_it_will_be_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    shown = vist(monkeypatch, 60, "--rot", str(ROOT), "referat", "nav-fjordvik", "2023-09-21", "--se")
    assert for_brede(shown, 60) == []
    assert "# " not in shown
    assert "Ingenting er skrevet." in " ".join(shown.split())
    assert run(["--rot", str(ROOT), "referat", "nav-fjordvik", "2023-09-21", "--se"]) == 0


# That something is going on


def sakte(ctx: typer.Context, som_json: Annotated[bool, typer.Option("--json")] = False) -> None:
    """Tar sin tid.

    Eksempler:
      brukerutvalg sakte
    """
    time.sleep(0.5)
    typer.echo("ferdig")


@pytest.mark.parametrize(("etter", "told"), [(0.05, True), (30.0, False)])
def test_what_takes_its_time_says_so_and_leaves_nothing(
    etter: float, told: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("brukerutvalg_cli.cli.framdrift.ETTER", etter)
    monkeypatch.setattr("vinduer.run", lambda arguments: run(arguments, [VerbEntry("sakte", __name__)]))
    shown = vist(monkeypatch, 80, "sakte")
    assert ("Leser og vurderer" in shown) == told
    assert shown.startswith("ferdig\n")  # of standard output, where nothing of it went
    assert "<U+" not in shown


def test_the_documents_of_a_country_say_so_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """That verb writes, and has no answer as JSON, but asks nothing."""

    def skriv_alle(*_: object) -> list[object]:
        time.sleep(0.5)
        return []

    monkeypatch.setattr("brukerutvalg_cli.cli.framdrift.ETTER", 0.05)
    monkeypatch.setattr("brukerutvalg_cli.cli.dokumentmappe.skriv_alle", skriv_alle)
    shown = vist(monkeypatch, 80, "--rot", str(ROOT), "dokumenter", "-o", str(tmp_path / "ut"))
    assert "Lager dokumentene" in shown


@pytest.mark.parametrize("plain", [["--enkel", "sakte"], ["sakte", "--json"]])
def test_where_plain_lines_are_wanted_nothing_moves(
    plain: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("brukerutvalg_cli.cli.framdrift.ETTER", 0.05)
    monkeypatch.setattr("vinduer.run", lambda arguments: run(arguments, [VerbEntry("sakte", __name__)]))
    environ = {"NO_COLOR": "1"} if "--json" in plain else {}
    assert vist(monkeypatch, 80, *plain, **environ) == "ferdig\n"


def test_nothing_else_may_move_the_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = vist(monkeypatch, 80, "regelverk", "vis", "\x1b[2J\x1b[?25l")
    assert "\x1b[2J" not in shown
    assert "<U+001B>[2J" in shown
