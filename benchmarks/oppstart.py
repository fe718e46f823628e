"""Start-up: `brukerutvalg --version` and a verb that does nothing, against a bare Typer app."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from maaling import Maalinger, Rad, forhold, kommando

BARE = """
import typer
app = typer.Typer()
@app.command()
def ingenting() -> None: pass
app()
"""
PROGRAM = """
from brukerutvalg_cli.cli import main
main()
"""
# A verb of the table with nothing in it: what is in the verbs is their own affair. It is begun and ended by `main`, as
# every command is, and so without the collector and the taking down that the yardstick has.
IDLE_VERB = """
import sys
from brukerutvalg_cli.cli import main
def hjelp() -> None: pass
sys.modules["brukerutvalg_cli.cli.verb.hjelp"] = sys.modules["__main__"]
main()
"""
COMMANDS: dict[str, tuple[str, ...]] = {
    "a bare Typer app": (BARE,),
    "`--version`": (PROGRAM, "--version"),
    "a verb that does nothing": (IDLE_VERB, "hjelp"),
}


def rader(runder: int) -> Iterator[Rad]:
    """All of them in turn, again and again, so that a noisy machine is noisy for each of them."""
    found = Maalinger()
    for _ in range(runder):
        for name, (code, *arguments) in COMMANDS.items():
            found.ta(name, partial(kommando, [sys.executable, "-c", code, *arguments], Path.cwd()))
    yardstick, *ours = COMMANDS
    for name in ours:
        yield forhold(name, yardstick, found.av(name), found.av(yardstick), 1)
