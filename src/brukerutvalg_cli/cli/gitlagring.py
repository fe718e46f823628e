"""Gitlagring: a change of the register saved in git by itself, with nothing in it that somebody else did.

Whether it is to be saved is said by the command, else by the environment, else by the register (records/oppsett.yaml).
What was to be saved and was not is exit 1, and what was written is told all the same. What git is in the middle of is
told before anything is written: what is saved then may be lost with it.
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
    from brukerutvalg_cli.register.tree import Tree

NEVNES = 5
"""So many files are named in a command to copy; with more, it is the folder."""


def skal_lagres(tree: Tree, sagt: bool | None) -> bool:
    """Whether a change is to be saved at once: as the command says, else as the register does.

    Raises:
        typer.BadParameter: when what the register says cannot be read, and nobody can be asked.
    """
    from brukerutvalg_cli.cli import svar

    if sagt is not None:
        return sagt
    said = lagres_alltid(tree)
    return svar.svar("--lagre eller --ikke-lagre", "", UVISST, svar.ja_eller_nei) if said is None else said


def lagres_alltid(tree: Tree) -> bool | None:
    """Whether the register says that each change is saved at once; None where that cannot be read."""
    from brukerutvalg_cli.register.oppsett import oppsett

    said = oppsett(tree)
    return None if said is None else said.lagre == "alltid"


UVISST = "records/oppsett.yaml kan ikke leses («brukerutvalg valider»). Skal endringen lagres i git (ja/nei)?"
STOPPET = (
    "Ingenting er skrevet. {naa}, så ingenting kan lagres i git nå. {kur}. Med --ikke-lagre blir endringen skrevet "
    "uten å bli lagret i git."
)


def foer_lagring(root: Path, *, oensket: bool, stoppet: str = STOPPET) -> None:
    """Before anything is written: tells what git is in the middle of, and asks whether to save all the same.

    Where git does not know who saves, and somebody is there to say it, it is asked for. `--ja` is no answer to either:
    it says yes to what a command asks every time. `stoppet`: what is said where it stops.

    Raises:
        typer.Exit: with 1, when it is to be saved, and cannot be now.
    """
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.cli.gitnavn import spoer_om_navn
    from brukerutvalg_cli.gitlager.gitfiler import paagaar

    state = paagaar(root)
    if state is None:
        if oensket:
            spoer_om_navn(root)
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
        question = f"{state.naa}. Skal endringen lagres i git likevel (ja/nei)?"
        if svar.svar("--lagre", "", question, svar.ja_eller_nei):
            return
    typer.echo(stoppet.format(naa=state.naa, kur=state.kur), err=True)
    raise typer.Exit(1)


def ulagret_fra_foer(root: Path, changes: Sequence[Filendring]) -> list[str]:
    """The files that were not saved before the command writes; none where there is no git."""
    from brukerutvalg_cli.gitlager.innhold import ulagret
    from brukerutvalg_cli.gitlager.kall import GitFeil

    try:
        return ulagret(root, [change.path for change in changes])
    except GitFeil:
        return []  # why is said when it is to be saved


def lagret_i_git(root: Path, melding: str, changes: Sequence[Filendring], others: Sequence[str]) -> str:
    """What git calls the saved change; empty, and said why, where it was not saved.

    `others`: files with changes that are not ours.
    """
    from brukerutvalg_cli.cli.gitproeving import hva_som_mangler
    from brukerutvalg_cli.gitlager.feil import UKJENT_NAVN
    from brukerutvalg_cli.gitlager.kall import GitFeil
    from brukerutvalg_cli.gitlager.lager import commit, identitet, siste_commit
    from brukerutvalg_cli.ulagret import ulagret

    paths = [change.path for change in changes]
    try:
        left = ulagret(root).filer
        if (there := siste_commit(root)) and not set(left) & set(paths):
            return there  # it put back what was saved
        if others:
            raise GitFeil(
                f"{', '.join(others)} hadde fra før endringer som ikke er lagret i git, "
                "og de er ikke denne kommandoens"
            )
        if not all(identitet(root)):
            raise GitFeil(UKJENT_NAVN)
        if lacking := hva_som_mangler(root, changes, [path for path in left if path not in paths]):
            raise GitFeil(lacking)
        sha = commit(root, paths, melding)
    except GitFeil as error:
        _ikke_lagret(str(error), paths, error.mappe)
        return ""
    si_uten_gren(root, sha)
    return sha


def si_hva_commiten_ble(root: Path, bestilt: Bestilt) -> None:
    """What became of a change that was to be saved, where the command was cut off before it had said so itself.

    It is told and not saved: what was in order then may not be now, and nobody asks for it any more. The lock is held.
    """
    from brukerutvalg_cli.endring.dagbok import er_av_den_siste, husk_commit
    from brukerutvalg_cli.gitlager.innhold import ikke_lagret
    from brukerutvalg_cli.gitlager.kall import GitFeil
    from brukerutvalg_cli.gitlager.lager import siste_commit

    left, sha, elsewhere = list(bestilt.filer), "", ""
    try:
        left = ikke_lagret(root, bestilt.filer)
        sha = "" if left else siste_commit(root)
    except GitFeil as error:
        elsewhere = error.mappe
    can_be_undone = er_av_den_siste(root, bestilt)
    husk_commit(root, sha, av_den_siste=can_be_undone)
    if left:
        why = f"en kommando ble avbrutt før den hadde lagret «{bestilt.melding}»"
        _ikke_lagret(why, left, elsewhere, kan_angres=can_be_undone)


def alt_lagret(root: Path) -> bool:
    """Whether all of the register is saved, where nothing had to be written; says so where it is not."""
    from brukerutvalg_cli.gitlager.kall import GitFeil
    from brukerutvalg_cli.ulagret import i_ord, ulagret

    try:
        left = ulagret(root).filer
    except GitFeil as error:
        _ikke_lagret(str(error), ["records"], error.mappe)
        return False
    if left:
        _ikke_lagret(f"{i_ord(left)} er ikke lagret fra før", left)
    return not left


def _ikke_lagret(why: str, paths: Sequence[str], mappe: str = "", *, kan_angres: bool = True) -> None:
    """`mappe`: the folder of the repository that the files are in, where that is not the one around the register."""
    cure = "«brukerutvalg lagre»"
    if mappe:
        from brukerutvalg_cli.cli.skall import sitert

        git = f"git -C {sitert(mappe)}"
        few = paths if len(paths) <= NEVNES else (mappe,)
        named = " ".join(sitert(posixpath.relpath(path, mappe)) for path in few)
        cure = f"«{git} add {named}» og «{git} commit»"
    typer.echo(
        f"Filene er skrevet, men ikke lagret i git: {why.rstrip('.')}. Når det er i orden, lagrer du dem med {cure}"
        f"{', eller tar dem tilbake med «brukerutvalg angre»' if kan_angres else ''}.",
        err=True,
    )


def si_uten_gren(root: Path, sha: str) -> None:
    """What was saved in the middle of something is on no branch, and goes when that is left."""
    from brukerutvalg_cli.gitlager.gitfiler import paagaar

    if paagaar(root):
        typer.echo(
            f"Endringen {sha[:10]} er ikke på noen gren ennå. Så den ikke blir borte: «git branch NAVN {sha[:10]}».",
            err=True,
        )
