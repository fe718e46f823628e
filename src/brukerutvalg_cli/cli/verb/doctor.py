"""The verb `doctor`: whether what surrounds the records is in order, and what of it can be mended by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from brukerutvalg_cli.cli.lesevalg import JSON
from brukerutvalg_cli.cli.skrivevalg import TOERR

if TYPE_CHECKING:
    from pathlib import Path

    from brukerutvalg_cli.oppsettsjekk import Sjekkpunkt

RETTET = "Det programmet kunne rette, er rettet"


def doctor(
    ctx: typer.Context,
    rett: Annotated[bool, typer.Option("--rett", help="Rett det programmet kan rette selv.")] = False,
    som_json: JSON = False,
    dry_run: TOERR = False,
) -> None:
    """Ser etter git, tegnkoding, linjeskift, skjema, krok og CI, og sier hvordan det som mangler, rettes.

    Med --rett blir det som mangler av oppsett, skjema og krok, skrevet.

    Eksempler:
      brukerutvalg doctor
      brukerutvalg doctor --rett
    """
    from brukerutvalg_cli.cli.register_rot import register_rot
    from brukerutvalg_cli.cli.vakt import kvittering
    from brukerutvalg_cli.oppsettsjekk import sjekk

    root = register_rot(ctx, skriver=rett)
    if rett:
        _rett(root, dry_run=dry_run)
    with kvittering(RETTET if rett and not dry_run else ""):
        _vis(list(sjekk(root)), som_json=som_json)


def _vis(found: list[Sjekkpunkt], *, som_json: bool) -> None:
    if som_json:
        from brukerutvalg_cli.rapport.json_format import dump

        points = [point._asdict() for point in found]
        typer.echo(dump({"punkter": points}), nl=False)
    else:
        for point in found:
            typer.echo(f"{'i orden' if point.i_orden else 'ikke i orden'}: {point.navn} – {point.funnet}")
            if not point.i_orden:
                typer.echo(f"  rett: {point.rett}")
        first = next((point.rett for point in found if not point.i_orden), "brukerutvalg status")
        typer.echo(f"Neste steg: {first}")
    if not all(point.i_orden for point in found):
        raise typer.Exit(1)


def _rett(root: Path, *, dry_run: bool) -> None:
    """Writes what is missing, and says what that is."""
    from brukerutvalg_cli.cli.diff import diff
    from brukerutvalg_cli.cli.gitlagring import foer_lagring
    from brukerutvalg_cli.cli.laas import laast
    from brukerutvalg_cli.cli.nedskriving import skriv
    from brukerutvalg_cli.cli.personvernvakt import stans_ved_privat
    from brukerutvalg_cli.cli.vakt import kvittering
    from brukerutvalg_cli.endring.utkast import Filendring
    from brukerutvalg_cli.model.register import Register
    from brukerutvalg_cli.oppsettfiler import kan_rettes

    if dry_run:
        wished = [Filendring(*each) for each in kan_rettes(root)]
        stans_ved_privat(wished)
        typer.echo(diff(wished, Register()), nl=False)
        typer.echo("Ingenting er skrevet (--dry-run).", err=True)
        return
    saves = _kan_lagres(root)
    foer_lagring(root, oensket=saves)
    with laast(root):
        changes = [Filendring(*each) for each in kan_rettes(root)]
        stans_ved_privat(changes)
        if changes:
            skriv(root, "Rettet oppsettet", changes, commit=saves)
    with kvittering(RETTET):
        for change in changes:
            typer.echo(f"  skrev {change.path}", err=True)
        _git(root)


def _kan_lagres(root: Path) -> bool:
    """Whether it is to be saved in git as well. What could not be saved is among what is told after."""
    from brukerutvalg_cli.cli.gitlagring import lagres_alltid
    from brukerutvalg_cli.gitlager.gitfiler import gitmappene, paagaar
    from brukerutvalg_cli.register.tree import WorkTree

    return gitmappene(root) is not None and paagaar(root) is None and bool(lagres_alltid(WorkTree(root)))


def _git(root: Path) -> None:
    """The repository and what it is set up with, where they are missing."""
    from brukerutvalg_cli.endring.disken import hvorfor
    from brukerutvalg_cli.gitlager.kall import GitFeil, nytt_repo
    from brukerutvalg_cli.gitlager.lager import ligger_i_repo
    from brukerutvalg_cli.gitoppsett import sett_opp_git

    try:
        if not ligger_i_repo(root):
            nytt_repo(root)
            typer.echo("  laget et git-lager; «brukerutvalg lagre» lagrer registeret i det", err=True)
    except (GitFeil, OSError) as error:
        why = hvorfor(error) if isinstance(error, OSError) else error
        typer.echo(f"  det ble ikke laget noe git-lager: {why}", err=True)
        return
    done = sett_opp_git(root)
    for line in (*done.skrevet, *done.ikke):
        typer.echo(f"  {line}", err=True)
