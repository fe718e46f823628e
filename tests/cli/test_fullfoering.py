"""What the shell completes when somebody presses the tabulator."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.core import TyperGroup

from brukerutvalg_cli.cli.app import program
from brukerutvalg_cli.cli.klikk import Command, Context
from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.cli.utfylling import VALGENE
from smaa_registre import ROOT


@pytest.mark.parametrize(
    ("skrevet", "ventet"),
    [
        ("brukerutvalg stat", ["status"]),
        ("brukerutvalg sak n", ["ny"]),
        ("brukerutvalg status nav-fj", ["nav-fjordvik"]),
        ("brukerutvalg status nav-fjordvik nav-v", ["nav-vestland"]),
        ("brukerutvalg innkalling nav-fjordvik n", ["neste"]),
        ("brukerutvalg innkalling nav-fjordvik 2023-09", ["2023-09-21"]),
        ("brukerutvalg oppnevn nav-fjordvik knut", ["knut-solheim"]),
        ("brukerutvalg oppmoete nav-fjordvik neste --forfall knut", ["knut-solheim"]),
        ("brukerutvalg oppnevn finnes-ikke knut", []),
        ("brukerutvalg forklar nav-v", ["nav-vestland", "nav-vestland-2019"]),
        ("brukerutvalg forklar sammen", ["sammensetning"]),
        ("brukerutvalg forklar nav-vestland redaksjonsraad-o", ["redaksjonsraad-oppfoelging"]),
        ("brukerutvalg forklar nav-vestland 28/", ["28/22"]),
        ("brukerutvalg forklar nav-vestland godtgjersle-", ["godtgjersle-reglar"]),
        ("brukerutvalg regelverk vis nav-vest", ["nav-vestland-2019"]),
        ("brukerutvalg regelverk for nav-vest", ["nav-vestland"]),
        ("brukerutvalg oppnevn nav-fjordvik solh", ["knut-solheim"]),
        ("brukerutvalg oppnevn nav-fjordvik knut-solheim --verv nestl", ["nestleder"]),
        ("brukerutvalg sak foer nav-vestland 2022-11-16 27", ["27/22"]),
        ("brukerutvalg sak til-moete nav-sentralt 2023-0", ["2023-001"]),
        ("brukerutvalg sak ny nav-vestland Tittel --type drøft", ["droefting"]),
        ("brukerutvalg sak ny nav-vestland Tittel --innmeldt-av nhfu", ["nhfu"]),
        ("brukerutvalg person ny nav-vestland Kari --side br", ["bruker"]),
        ("brukerutvalg init . --nivaa fy", ["fylke"]),
        ("brukerutvalg moete ny nav-vestland --form hy", ["hybrid"]),
        ("brukerutvalg moete endre nav-vestland neste --universell-utforming u", ["ukjent"]),
        ("brukerutvalg sendt nav-vestland siste sakl", ["sakliste"]),
        ("brukerutvalg sendt nav-vestland siste referat --format pa", ["papir"]),
        ("brukerutvalg sendt nav-vestland siste referat --maate s", ["sms"]),
        ("brukerutvalg avvik ny nav-vestland sakspa", ["sakspapirer"]),
        ("brukerutvalg vis nav-vestland møt", ["moeter", "moete"]),
        ("brukerutvalg vis nav-vestland sak 23", ["23/22"]),
        ("brukerutvalg hjelp sakl", ["sakliste"]),
        ("brukerutvalg hjelp sak utse", ["utsett"]),
        ("brukerutvalg forklar ../../x y", []),
    ],
)
def test_commands_and_ids(
    skrevet: str, ventet: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("_BRUKERUTVALG_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", skrevet)
    monkeypatch.setenv("COMP_CWORD", str(len(skrevet.split()) - 1))
    run([])
    assert capsys.readouterr().out.split() == ventet


def test_it_is_switched_on_and_said_where(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("typer._completion_shared._get_shell_name", lambda: "bash")
    assert run(["--install-completion"]) == 0
    assert "Fullføring i bash er slått på i " in capsys.readouterr().out
    (script,) = tmp_path.rglob("brukerutvalg.sh")
    assert "_BRUKERUTVALG_COMPLETE=complete_bash" in script.read_text(encoding="utf-8")


def test_a_shell_that_cannot_is_told_of(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("typer._completion_shared._get_shell_name", lambda: "tcsh")
    monkeypatch.setenv("SHELL", "/bin/tcsh")
    assert run(["--install-completion"]) == 2
    assert capsys.readouterr() == (
        "",
        "feil: fullføring kan slås på i bash, zsh, fish og PowerShell, men ikke i dette skallet.\n",
    )


@pytest.mark.parametrize("skall", ["sh", None])
def test_from_one_that_cannot_it_is_switched_on_where_one_logs_in(
    skall: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`sh`, that a script or make is run by, completes nothing; nobody knows the shell of a terminal that is none."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("SHELL", "/usr/bin/zsh")
    monkeypatch.setattr("typer._completion_shared._get_shell_name", lambda: skall)
    assert run(["--install-completion"]) == 0
    assert "Fullføring i zsh er slått på i " in capsys.readouterr().out


def metavarene(command: Command, ctx: Context) -> Iterator[str]:
    """What the help calls each option and argument, of this command and those below it."""
    yield from (str(each.metavar) for each in command.params if each.metavar)
    if isinstance(command, TyperGroup):
        for name in command.list_commands(ctx):
            inner = command.get_command(ctx, name)
            assert inner
            yield from metavarene(inner, ctx)


def test_a_choice_that_the_help_spells_out_is_completed() -> None:
    """`ja|nei|ukjent` and the like: what stands in small letters is what can be written."""
    all_of_it = program()
    spelt = {
        name
        for name in metavarene(all_of_it, Context(all_of_it))
        if re.fullmatch(r"[a-zæøå]+(\|[a-zæøå]+)+", name)
    }
    assert spelt - VALGENE.keys() == set()
    assert "ja|nei|ukjent" in spelt
