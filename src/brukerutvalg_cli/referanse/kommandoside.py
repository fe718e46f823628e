"""Kommandoside: every command's own help page, as the program shows it."""

from __future__ import annotations

from typer._click.core import Command, Context

from brukerutvalg_cli.cli.app import PROGRAM, VERBS, program
from brukerutvalg_cli.referanse.tekst import tekst

BREDDE = 100


def kommandoside() -> str:
    """docs/kommandoer.md."""
    whole = program()
    top = Context(whole, info_name=PROGRAM, max_content_width=BREDDE, terminal_width=BREDDE)
    pages = [f"## {PROGRAM}\n\n{_hjelp(whole, top)}"]
    for verb in VERBS:
        command = whole.get_command(top, verb.name)
        assert command is not None
        ctx = Context(command, parent=top, info_name=verb.name)
        pages.append(f"## {PROGRAM} {verb.name}\n\n{_hjelp(command, ctx)}")
    return tekst("kommandoer", {"kommandoer": "\n\n".join(pages)})


def _hjelp(command: Command, ctx: Context) -> str:
    lines = (line.rstrip() for line in command.get_help(ctx).splitlines())
    return "```text\n" + "\n".join(lines).strip("\n") + "\n```"
