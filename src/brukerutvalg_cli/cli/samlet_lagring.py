"""Samlet lagring: all of the register that is not saved, judged as any other change, and saved as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from brukerutvalg_cli.endring.utkast import Filendring
    from brukerutvalg_cli.ulagret import Ulagret

VISES = 10
"""So many files are named; the rest are counted."""
RAAD = "Ta det ut av fila, og skriv «brukerutvalg lagre» en gang til."


def lagre_alt(root: Path, *, likevel: bool, dry_run: bool) -> None:
    """Saves what is not saved, and says what that was. `dry_run`: only says it.

    Raises:
        GitFeil: when it cannot be read, or git does not save it.
        typer.Exit: with 1, when it is not to be saved as it is.
    """
    from brukerutvalg_cli.cli.personvernvakt import stans_ved_privat
    from brukerutvalg_cli.cli.vakt import kvittering
    from brukerutvalg_cli.gitlager.innhold import i_siste_commit
    from brukerutvalg_cli.ulagret import ulagret

    found = ulagret(root)
    if not found.filer:
        typer.echo("Alt i registeret er lagret fra før.")
        _si_neste(root, found)
        return
    saved = i_siste_commit(root)
    changes = [*_endringer(root, found.filer, saved)]
    stans_ved_privat(changes, raad=RAAD)
    _proev(root, saved, likevel=likevel, bare_vis=dry_run)
    message = _melding(root, changes, foerste=not saved)
    if not dry_run:
        _i_git(root, found.filer, message)
    with kvittering("" if dry_run else "Endringene er lagret i git"):
        _kvitter(message, changes, found.filer, dry_run=dry_run)
        if not dry_run:
            _si_neste(root, found)


def _endringer(root: Path, filer: Sequence[str], saved: Mapping[str, bytes]) -> list[Filendring]:
    """What each file was saved as, and holds now: of what is text. An annex is none, and may be large.

    Raises:
        GitFeil: when one cannot be read.
    """
    from brukerutvalg_cli.endring.disken import hvorfor
    from brukerutvalg_cli.endring.utkast import Filendring
    from brukerutvalg_cli.gitlager.kall import GitFeil

    def now(path: str) -> bytes | None:
        try:
            return (root / path).read_bytes() if (root / path).is_file() else None
        except OSError as error:
            raise GitFeil(f"{path} kan ikke leses: {hvorfor(error)}") from None

    return [Filendring(path, saved.get(path), now(path)) for path in filer if "/vedlegg/" not in path]


def _proev(root: Path, saved: Mapping[str, bytes], *, likevel: bool, bare_vis: bool) -> None:
    """Shows the faults that were not there before, and asks whether to save them.

    Raises:
        typer.Exit: with 1, when they are not to be saved.
    """
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.cli.gitproeving import nye_feil
    from brukerutvalg_cli.cli.proeving import vis

    if likevel or not (found := nye_feil(root, saved)):
        return
    vis(found)
    if bare_vis:
        return
    if svar.kan_spoerre():
        question = "Skal det lagres slik det er (ja/nei)?"
        if svar.svar("--likevel", "", question, svar.ja_eller_nei, "nei"):
            return
    typer.echo("Ingenting er lagret. Rett det, eller skriv --likevel om det skal lagres slik.", err=True)
    raise typer.Exit(1)


def _melding(root: Path, changes: Sequence[Filendring], *, foerste: bool) -> str:
    from brukerutvalg_cli.cli.personvernvakt import trygg_melding
    from brukerutvalg_cli.endring.dagbok import les
    from brukerutvalg_cli.endring.lagremelding import lagremelding
    from brukerutvalg_cli.register.load import load
    from brukerutvalg_cli.register.tree import WorkTree

    files = {change.path: change.etter for change in changes}
    said = lagremelding(les(root), files, "Nytt register" if foerste else "")
    register = load(WorkTree(root)).register
    return "\n".join(trygg_melding(line, changes, register) for line in said.split("\n"))


def _i_git(root: Path, filer: Sequence[str], melding: str) -> None:
    """
    Raises:
        GitFeil: when git refuses.
    """
    from contextlib import suppress

    from brukerutvalg_cli.cli.gitlagring import si_uten_gren
    from brukerutvalg_cli.cli.laas import laast
    from brukerutvalg_cli.endring.dagbok import husk_lagret
    from brukerutvalg_cli.endring.skriv import KanIkkeLagre
    from brukerutvalg_cli.gitlager.lager import commit

    with laast(root):
        sha = commit(root, filer, melding)
        # To undo one of them is then not saved, and that is told when it is done.
        with suppress(KanIkkeLagre):
            husk_lagret(root, sha, filer)
    si_uten_gren(root, sha)


def _kvitter(melding: str, changes: Sequence[Filendring], filer: Sequence[str], *, dry_run: bool) -> None:
    gone = {change.path for change in changes if change.etter is None}
    typer.echo(f"{'Ville lagret' if dry_run else 'Lagret'}: {melding}")
    for path in filer[:VISES]:
        typer.echo(f"  {path}{' (slettet)' if path in gone else ''}")
    if len(filer) > VISES:
        typer.echo(f"  … og {len(filer) - VISES} til")
    if dry_run:
        typer.echo("Ingenting er lagret (--dry-run).", err=True)


def _si_neste(root: Path, found: Ulagret) -> None:
    from brukerutvalg_cli.personvern.private_opplysninger import uten_privat_navn
    from brukerutvalg_cli.ulagret import ikke_delt

    if found.fremmede:
        named = ", ".join(map(uten_privat_navn, found.fremmede[:VISES]))
        more = f" og {len(found.fremmede) - VISES} til" if len(found.fremmede) > VISES else ""
        typer.echo(f"Ikke tatt med, for registeret fører ikke slike filer: {named}{more}.")
    typer.echo(f"Neste steg: brukerutvalg {'del' if ikke_delt(root) else 'status'}")
