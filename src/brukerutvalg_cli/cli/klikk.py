"""Klikk: what we use of the Click that Typer carries inside itself. No other file knows where it lies.

Typer hands on only a little of it as its own. The rest is private, and may move when Typer does: the version is pinned,
and `tests/cli/test_klikk.py` says what would be lost with each name.
"""

from __future__ import annotations

import os
from pathlib import Path

from typer._click.core import Command, Context, Parameter
from typer._click.exceptions import (
    BadParameter,
    ClickException,
    MissingParameter,
    NoArgsIsHelpError,
    NoSuchOption,
    UsageError,
)
from typer._click.formatting import HelpFormatter
from typer._click.shell_completion import CompletionItem
from typer._types import TyperChoice

SKALL = ("bash", "zsh", "fish", "powershell", "pwsh")
"""Those that can complete what we tell them."""

__all__ = [
    "BadParameter",
    "ClickException",
    "Command",
    "CompletionItem",
    "Context",
    "HelpFormatter",
    "MissingParameter",
    "NoArgsIsHelpError",
    "NoSuchOption",
    "Parameter",
    "TyperChoice",
    "UsageError",
    "installer_fullfoering",
    "kan_fullfoeres_i",
    "svar_skallet",
]


def kan_fullfoeres_i(skall: str) -> bool:
    """Whether this shell can be answered."""
    from typer._click.shell_completion import get_completion_class
    from typer._completion_classes import completion_init

    completion_init()
    return get_completion_class(skall) is not None


def svar_skallet(command: Command, program: str, variabel: str, spurt: str) -> int:
    """Prints what the shell asked for in this variable; the exit code.

    Raises:
        KeyError, ValueError: where the shell's own variables do not say where the cursor is.
    """
    from typer.completion import shell_complete

    return shell_complete(command, {}, program, variabel, spurt)


def installer_fullfoering(program: str, variabel: str) -> tuple[str, Path]:
    """Writes what the shell of this terminal needs: which shell it is, and where it was written.

    Where that one cannot complete anything, as `sh`, it is done for the one that the user logs in to.

    Raises:
        LookupError: where none of them can.
        OSError, RuntimeError, UnicodeError: where it cannot be written.
    """
    from typer._completion_shared import _get_shell_name, install

    asked = (_get_shell_name() or "", Path(os.environ.get("SHELL", "")).name)
    shell = next((name for name in asked if name in SKALL), None)
    if shell is None:
        raise LookupError
    return install(shell, prog_name=program, complete_var=variabel)
