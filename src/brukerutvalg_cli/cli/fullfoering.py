"""What the shell completes: ids, by the names of files alone, so that nothing has to be read while somebody types."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import typer
from typer._click.core import Command, Context, Parameter
from typer._click.shell_completion import CompletionItem

from brukerutvalg_cli.cli.programnavn import COMPLETING, PROGRAM

ORD = ("neste", "siste")


def lag(command: Command) -> Command:
    """The command, with ids to choose among wherever its help says UTVALG, MØTE or PERSON."""
    for param in command.params:
        if choose := VALGENE.get(param.metavar or ""):
            param._custom_shell_complete = partial(_blant, choose)
    return command


def svar(command: Command) -> int:
    """Answers the shell; the exit code. It never has a text to show: what is not understood has no answer."""
    from typer._click.shell_completion import get_completion_class
    from typer._completion_classes import completion_init
    from typer.completion import shell_complete

    completion_init()
    what, _, shell = os.environ[COMPLETING].partition("_")
    if what not in ("source", "complete") or get_completion_class(shell) is None:
        return 2
    try:
        return shell_complete(command, {}, PROGRAM, COMPLETING, os.environ[COMPLETING])
    except (KeyError, ValueError):  # the shell's own variables, which say where the cursor is
        return 2


def slaa_paa() -> None:
    """Writes what the shell of this terminal needs, and says where.

    Raises:
        typer.Exit: when it is done.
        Stans: in a shell that cannot, or where it cannot be written.
    """
    from typer._completion_shared import install

    from brukerutvalg_cli.cli.stans import Stans
    from brukerutvalg_cli.cli.utfil import hvorfor_ikke
    from brukerutvalg_cli.cli.vakt import kvittering

    try:
        shell, path = install(prog_name=PROGRAM, complete_var=COMPLETING)
    except typer.Exit:
        raise Stans(
            "fullføring kan slås på i bash, zsh, fish og PowerShell, men ikke i dette skallet"
        ) from None
    except (OSError, RuntimeError, UnicodeError) as error:  # RuntimeError: nobody knows where home is
        raise Stans(
            f"fullføring ble ikke slått på, for oppsettet til skallet kan ikke skrives ({hvorfor_ikke(error)})"
        ) from None
    with kvittering("Fullføring er slått på"):
        typer.echo(
            f"Fullføring i {shell} er slått på i {path}. Den virker fra neste gang du åpner terminalen."
        )
    raise typer.Exit


def _blant(
    choose: Callable[[Context], list[str]], ctx: Context, param: Parameter, incomplete: str
) -> list[CompletionItem]:
    return [CompletionItem(name) for name in choose(ctx) if name.startswith(incomplete)]


def _utvalg(ctx: Context) -> list[str]:
    return _navn(ctx)


def _moete(ctx: Context) -> list[str]:
    return [*ORD, *_i_utvalget(ctx, "moeter")]


def _person(ctx: Context) -> list[str]:
    return _i_utvalget(ctx, "medlemmer")


def _hva(ctx: Context) -> list[str]:
    """What can be explained: first a council, a rule set or a rule; of a council, the verv that are everywhere."""
    from brukerutvalg_cli.forklaring import forklaringer
    from brukerutvalg_cli.model.utvalg import STANDARD_VERV

    if ctx.params.get("hva"):
        return list(STANDARD_VERV)
    return [*_navn(ctx), *_filer(ctx, "regelverk/*.yaml"), *forklaringer()]


def _i_utvalget(ctx: Context, folder: str) -> list[str]:
    """Of the council that is named, or of all where it is not read yet."""
    council = ctx.params.get("utvalg")
    return _navn(ctx, f"{council if isinstance(council, str) and council else '*'}/{folder}/")


def _navn(ctx: Context, under: str = "") -> list[str]:
    """What is in a folder of the register's councils, as the files are called."""
    return _filer(ctx, f"utvalg/{under}*")


def _filer(ctx: Context, pattern: str) -> list[str]:
    """What the files and folders are called that a pattern finds under `records/`."""
    rot = ctx.find_root().params.get("rot")
    here = Path.cwd()
    roots = [Path(rot)] if rot else [here, *here.parents]
    root = next((folder for folder in roots if (folder / "records").is_dir()), None)
    if root is None:
        return []
    found = root.joinpath("records").glob(pattern)
    return sorted({path.stem for path in found if path.is_dir() or path.suffix == ".yaml"})


VALGENE = {"UTVALG": _utvalg, "MØTE": _moete, "PERSON": _person, "HVA": _hva}
"""What a word may be, by what the help calls it."""
