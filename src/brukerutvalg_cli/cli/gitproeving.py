"""Gitproeving: what is to be saved is judged as the others would get it.

What one command changed may lean on what is not saved. Then it is not saved alone either.

A person written by hand and not saved, and then appointed by a command: whoever got that change alone would have a
register that names nobody.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from brukerutvalg_cli.endring.utkast import Filendring
    from brukerutvalg_cli.rapport.rapport import Located
    from brukerutvalg_cli.register.tree import Tree


def hva_som_mangler(root: Path, changes: Sequence[Filendring], rest: Sequence[str]) -> str:
    """Why the change cannot be saved alone; empty where it can. What else is not saved (`rest`) is then told.

    Raises:
        GitFeil: when git does not say what is saved.
    """
    from brukerutvalg_cli.gitlager.innhold import i_siste_commit
    from brukerutvalg_cli.ulagret import i_ord

    if not rest:
        return ""
    saved = i_siste_commit(root)
    if not saved:
        return "ingenting av registeret er lagret ennå"
    records = [path for path in rest if path.startswith("records/")]
    if records and (wrong := _galt_alene(root, saved, changes)):
        message = wrong[0].finding.message
        return f"alene ville endringen vært halv ({message}), for {i_ord(rest)} er heller ikke lagret"
    typer.echo(
        f"Ikke lagret: {i_ord(rest)}, som er endret på en annen måte enn med denne kommandoen. "
        "«brukerutvalg lagre» lagrer det også.",
        err=True,
    )
    return ""


def _galt_alene(root: Path, saved: Mapping[str, bytes], changes: Sequence[Filendring]) -> list[Located]:
    """The faults that are neither in what is saved already nor in the files as they are."""
    from brukerutvalg_cli.rapport.nye_funn import nye_funn
    from brukerutvalg_cli.register.tree import MemoryTree, WorkTree

    after = dict(saved) | {change.path: change.etter for change in changes if change.etter is not None}
    for change in changes:
        if change.etter is None:
            after.pop(change.path, None)
    alone = _feil(MemoryTree(after))
    not_here = nye_funn(alone, _feil(WorkTree(root)))
    return [located for located in nye_funn(alone, _feil(MemoryTree(saved))) if located in not_here]


def nye_feil(root: Path, saved: Mapping[str, bytes]) -> list[Located]:
    """The faults of the files as they are that are not in what is saved."""
    from brukerutvalg_cli.rapport.nye_funn import nye_funn
    from brukerutvalg_cli.register.tree import MemoryTree, WorkTree

    return list(nye_funn(_feil(WorkTree(root)), _feil(MemoryTree(saved))))


def _feil(tree: Tree) -> list[Located]:
    from brukerutvalg_cli.cli.dag import naa
    from brukerutvalg_cli.funn.finding import Severity
    from brukerutvalg_cli.validering import valider

    found = valider(tree, naa(), begynt=True).funn
    return [f for f in found if f.finding.severity is Severity.FEIL]
