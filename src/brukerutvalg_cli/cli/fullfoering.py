"""What the shell completes: it is answered, and switched on, here. What there is to choose among is `utfylling`."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from functools import partial

import typer

from brukerutvalg_cli.cli import COMPLETING, PROGRAM
from brukerutvalg_cli.cli.klikk import (
    Command,
    CompletionItem,
    Context,
    Parameter,
    installer_fullfoering,
    kan_fullfoeres_i,
    svar_skallet,
)
from brukerutvalg_cli.cli.utfylling import VALGENE


def lag(command: Command) -> Command:
    """The command, with something to choose among wherever its help says UTVALG, MØTE, PERSON, SAK …"""
    for param in command.params:
        if choose := VALGENE.get(param.metavar or ""):
            param._custom_shell_complete = partial(_blant, choose)
    return command


def svar(command: Command) -> int:
    """Answers the shell; the exit code. It never has a text to show: what is not understood has no answer."""
    what, _, shell = os.environ[COMPLETING].partition("_")
    if what not in ("source", "complete") or not kan_fullfoeres_i(shell):
        return 2
    try:
        return svar_skallet(command, PROGRAM, COMPLETING, os.environ[COMPLETING])
    except (KeyError, ValueError):  # the shell's own variables, which say where the cursor is
        return 2


def slaa_paa() -> None:
    """Writes what the shell of this terminal needs, and says where.

    Raises:
        typer.Exit: when it is done.
        Stans: in a shell that cannot, or where it cannot be written.
    """
    from brukerutvalg_cli.cli.stans import Stans
    from brukerutvalg_cli.cli.utfil import hvorfor_ikke
    from brukerutvalg_cli.cli.vakt import kvittering

    try:
        shell, path = installer_fullfoering(PROGRAM, COMPLETING)
    except LookupError:
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
    choose: Callable[[Context], Sequence[str]], ctx: Context, param: Parameter, incomplete: str
) -> list[CompletionItem]:
    names = dict.fromkeys(choose(ctx))
    begun = [name for name in names if name.startswith(incomplete)]
    return [CompletionItem(name) for name in begun or _ment(incomplete, names)]


def _ment(incomplete: str, names: Iterable[str]) -> list[str]:
    """Where nothing begins so: those with a part that does. `nordm` is kari-nordmann, and `møt` is moeter."""
    from brukerutvalg_cli.forslag import fold

    typed = fold(incomplete)
    return [name for name in names if typed and not typed[0].isdigit() and f"_{typed}" in f"_{fold(name)}"]
