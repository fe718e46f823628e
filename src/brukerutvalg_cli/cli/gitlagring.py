"""Gitlagring: a change of the register as a commit of its own, with nothing in it that somebody else did."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from brukerutvalg_cli.endring.utkast import Filendring


def ulagret_fra_foer(root: Path, changes: Sequence[Filendring]) -> list[str]:
    """The files that differ from the last commit before the command writes; none where there is no git."""
    from brukerutvalg_cli.vcs import GitFeil, ulagret

    try:
        return ulagret(root, [change.path for change in changes])
    except GitFeil:
        return []  # why is said when it is to be committed


def lagret_i_git(root: Path, melding: str, changes: Sequence[Filendring], others: Sequence[str]) -> str:
    """The commit that was made; empty, and said why, where none was. `others`: files with changes that are not ours."""
    from brukerutvalg_cli.vcs import GitFeil, commit

    if others:
        typer.echo(
            f"Filene er skrevet, men ikke lagret i git: {', '.join(others)} hadde fra før endringer som "
            "ikke er lagret i git, og de er ikke denne kommandoens",
            err=True,
        )
        return ""
    try:
        return commit(root, [change.path for change in changes], melding)
    except GitFeil as error:
        typer.echo(f"Filene er skrevet, men ikke lagret i git: {error}", err=True)
        return ""
