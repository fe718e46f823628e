"""Kommandoside: every command's own help page, as the program shows it."""

from __future__ import annotations

from collections.abc import Iterator

from brukerutvalg_cli.cli import PROGRAM
from brukerutvalg_cli.cli.app import Verbgruppe, program
from brukerutvalg_cli.cli.klikk import Command, Context
from brukerutvalg_cli.referanse.tekst import tekst

BREDDE = 100


def kommandoside() -> str:
    """docs/kommandoer.md."""
    whole = program()
    top = Context(whole, info_name=PROGRAM, max_content_width=BREDDE, terminal_width=BREDDE)
    pages = [f"## {path}\n\n{help}" for path, help in _sider(whole, top)]
    return tekst("kommandoer", {"kommandoer": "\n\n".join(pages)})


def _sider(command: Command, ctx: Context) -> Iterator[tuple[str, str]]:
    """The command's page, and those of its own commands."""
    yield ctx.command_path, _hjelp(command, ctx)
    if isinstance(command, Verbgruppe):
        for name in command.list_commands(ctx):
            inner = command.get_command(ctx, name)
            assert inner is not None
            yield from _sider(inner, Context(inner, parent=ctx, info_name=name))


def _hjelp(command: Command, ctx: Context) -> str:
    lines = (line.rstrip() for line in command.get_help(ctx).splitlines())
    return "```text\n" + "\n".join(lines).strip("\n") + "\n```"
