"""Utelatt: UTVALG may be left out where the register has one council, or where the folder one stands in says which."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from typer.core import TyperArgument

from brukerutvalg_cli.cli.klikk import ClickException

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brukerutvalg_cli.cli.klikk import Command, Context


def med_utvalg(command: Command, ctx: Context, args: list[str]) -> list[str]:
    """The arguments, with the council that goes without saying in front.

    A word that may be a misspelt council stays the council: it is to be asked about, and never taken for a meeting.
    """
    arguments = [param for param in command.params if isinstance(param, TyperArgument)]
    if not arguments or arguments[0].name != "utvalg" or {"--help", "-h"} & set(args):
        return args
    if len(arguments) == 1 and not arguments[0].required:
        return args  # without one it is about all of them, and a word can only be the council
    try:
        given = command.make_parser(ctx).parse_args(list(args))[0].get("utvalg")
        root = _rot(ctx)
    except ClickException:
        return args  # said where the command is read, or the register is opened
    known = _utvalgene(root)
    alone = _mappen(root, known) or (known[0] if len(known) == 1 else "")
    if not alone or (isinstance(given, str) and (_kan_vaere(given, known) or _heter(given, root, known))):
        return args
    return [alone, *args]


def _rot(ctx: Context) -> Path:
    from brukerutvalg_cli.cli.register_rot import finn_rot

    return finn_rot(ctx)


def _utvalgene(root: Path) -> list[str]:
    folder = root / "records" / "utvalg"
    return sorted(path.name for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []


def _mappen(root: Path, known: Sequence[str]) -> str:
    """The council whose folder one stands in."""
    here = Path.cwd().resolve()
    folder = (root / "records" / "utvalg").resolve()
    name = here.relative_to(folder).parts[:1] if here.is_relative_to(folder) else ()
    return name[0] if name and name[0] in known else ""


def _kan_vaere(text: str, known: Sequence[str]) -> bool:
    from brukerutvalg_cli.forslag import forslag
    from brukerutvalg_cli.nevnt import Kjent, nevnte

    return bool(nevnte(text, [Kjent(name) for name in known], fritekst=True) or forslag(text, known))


def _heter(text: str, root: Path, known: Sequence[str]) -> bool:
    """Whether it is the name of a council, whole: a case or a person may have a part of it in theirs."""
    from brukerutvalg_cli.cli.utvalgsnavn import navnene
    from brukerutvalg_cli.nevnt import Kjent, kalt_slik
    from brukerutvalg_cli.register.tree import WorkTree

    tree = WorkTree(root)
    return bool(kalt_slik(text, [Kjent(name, navnene(tree, name)) for name in known]))
