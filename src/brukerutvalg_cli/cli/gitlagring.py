"""Gitlagring: a change of the register as a commit of its own, with nothing in it that somebody else did.

A commit that was asked for and not made is exit 1, and what was written is told all the same. What git is in the
middle of is told before anything is written: what is saved then may be lost with it.
"""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from brukerutvalg_cli.endring.arbeidsfil import Bestilt
    from brukerutvalg_cli.endring.utkast import Filendring

NEVNES = 5
"""So many files are named in a command to copy; with more, it is the folder."""


def foer_commit(root: Path, *, oensket: bool) -> None:
    """Before anything is written: tells what git is in the middle of, and asks whether to commit all the same.

    `--ja` is no answer to this: it says yes to what a command asks every time, and this is not what it asks.

    Raises:
        typer.Exit: with 1, when a commit is wanted that is not to be made now.
    """
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.gitspor import paagaar

    state = paagaar(root)
    if state is None:
        return
    if not oensket:
        if state.forsvinner_med:
            typer.echo(
                f"{state.naa}. Det som blir skrevet nå, er ikke lagret i git, og kan forsvinne med "
                f"«{state.forsvinner_med}».",
                err=True,
            )
        return
    if state.kan_lagres and svar.kan_spoerre():
        question = f"{state.naa}. Skal det lages en commit likevel (ja/nei)?"
        if svar.svar("--commit", "", question, svar.ja_eller_nei):
            return
    typer.echo(
        f"Ingenting er skrevet. {state.naa}, så det ble ikke laget noen commit. {state.kur}. "
        "Uten --commit blir det skrevet uten commit.",
        err=True,
    )
    raise typer.Exit(1)


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

    paths = [change.path for change in changes]
    if others:
        _ikke_lagret(
            f"{', '.join(others)} hadde fra før endringer som ikke er lagret i git, "
            "og de er ikke denne kommandoens",
            paths,
        )
        return ""
    try:
        sha = commit(root, paths, melding)
    except GitFeil as error:
        _ikke_lagret(str(error), paths, error.lager)
        return ""
    _uten_gren(root, sha)
    return sha


def si_hva_commiten_ble(root: Path, bestilt: Bestilt) -> None:
    """What became of a commit that was asked for, where the command was cut off before it had said so itself.

    It is told and not made: what was in order then may not be now, and nobody asks for it any more. The lock is held.
    """
    from brukerutvalg_cli.endring.dagbok import er_av_den_siste, husk_commit
    from brukerutvalg_cli.vcs import GitFeil, ikke_lagret, siste_commit

    left, sha, elsewhere = list(bestilt.filer), "", ""
    try:
        left = ikke_lagret(root, bestilt.filer)
        sha = "" if left else siste_commit(root)
    except GitFeil as error:
        elsewhere = error.lager
    can_be_undone = er_av_den_siste(root, bestilt)
    husk_commit(root, sha, av_den_siste=can_be_undone)
    if left:
        why = f"en kommando ble avbrutt før den hadde laget commiten «{bestilt.melding}»"
        _ikke_lagret(why, left, elsewhere, kan_angres=can_be_undone)


def alt_lagret(root: Path) -> bool:
    """Whether all records are in the last commit, where nothing had to be written; says so where they are not."""
    from brukerutvalg_cli.vcs import GitFeil, ulagret

    try:
        left = ulagret(root, ["records"], alle=True)
    except GitFeil as error:
        _ikke_lagret(str(error), ["records"], error.lager)
        return False
    if left:
        _ikke_lagret(f"{', '.join(left[:NEVNES])} er ikke lagret fra før", left)
    return not left


def _ikke_lagret(why: str, paths: Sequence[str], lager: str = "", *, kan_angres: bool = True) -> None:
    """`lager`: the folder of the repository that the files are in, where that is not the one around the register."""
    from brukerutvalg_cli.cli.skall import sitert

    git = f"git -C {sitert(lager)}" if lager else "git"
    beside = any(not path.startswith("records") for path in paths)
    few = paths if len(paths) <= NEVNES else (lager or ("." if beside else "records"),)
    named = " ".join(sitert(posixpath.relpath(path, lager or ".")) for path in few)
    typer.echo(
        f"Filene er skrevet, men ikke lagret i git: {why.rstrip('.')}. Når det er i orden, lagrer du dem med "
        f"«{git} add {named}» og «{git} commit»"
        f"{', eller tar dem tilbake med «brukerutvalg angre»' if kan_angres else ''}.",
        err=True,
    )


def _uten_gren(root: Path, sha: str) -> None:
    """What was committed in the middle of something is on no branch, and goes when that is left."""
    from brukerutvalg_cli.gitspor import paagaar

    if paagaar(root):
        typer.echo(
            f"Commiten {sha[:10]} er ikke på noen gren ennå. Så den ikke blir borte: «git branch NAVN {sha[:10]}».",
            err=True,
        )
