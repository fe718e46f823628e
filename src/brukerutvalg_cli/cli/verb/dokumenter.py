"""The verb `dokumenter`: all documents of the councils in a folder, those that are stale written anew."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from brukerutvalg_cli.cli.dokumentvalg import FORMAT
from brukerutvalg_cli.cli.skrivevalg import UTVALG
from brukerutvalg_cli.dokument.format.navn import Dokumentslag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brukerutvalg_cli.cli.dokumentmappe import Mappeutfall

DOKUMENTENE: tuple[Dokumentslag, ...] = get_args(Dokumentslag)
VIST = 30
"""So many files are named; of more, only how many."""


def dokumenter(
    ctx: typer.Context,
    utvalg: UTVALG = "",
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="MAPPE", help="Mappa de skal ligge i. Den blir laget.")
    ] = "",
    format: FORMAT = None,
    bare: Annotated[
        Dokumentslag | None,
        typer.Option("--bare", help="Bare den ene sorten. Ellers: begge."),
    ] = None,
) -> None:
    """Skriver alle innkallinger og referater til ei mappe. Det som er som det skal fra før, blir ikke rørt.

    Innkallingen til et møte er med når den er sendt, og referatet når møtet er holdt. Uten UTVALG gjelder det alle.

    Eksempler:
      brukerutvalg dokumenter nav-vestland -o ut
      brukerutvalg dokumenter -o ut --format html --bare referat
    """
    from brukerutvalg_cli.cli.dag import lest_dag
    from brukerutvalg_cli.cli.dokumentmappe import Dokumentbestilling, skriv_alle
    from brukerutvalg_cli.cli.framdrift import framdrift
    from brukerutvalg_cli.cli.register_rot import register_rot
    from brukerutvalg_cli.cli.utfil import utfil
    from brukerutvalg_cli.cli.utvalgsnavn import utvalg_eller_alle
    from brukerutvalg_cli.register.load import load
    from brukerutvalg_cli.register.tree import WorkTree

    if not output:
        raise typer.BadParameter("-o mangler: hvilken mappe skal dokumentene ligge i?")
    root = register_rot(ctx)
    tree = WorkTree(root)
    names = utvalg_eller_alle(tree, utvalg)
    folder = Path(output)
    kinds: tuple[Dokumentslag, ...] = (bare,) if bare else DOKUMENTENE
    utfil(folder / "dokument.md", root)  # whether anything may be written there at all
    wanted = Dokumentbestilling(folder, format or "markdown", kinds, lest_dag(""), root)
    with framdrift("Lager dokumentene …"):
        done = skriv_alle(load(tree, utvalg=()), names, wanted)
    _si(done, folder)
    if any(each.stanset for each in done):
        raise typer.Exit(1)


def _si(done: Sequence[Mappeutfall], mappe: Path) -> None:
    """What became of them: why some were not made, what was written, and what lies there and should perhaps not."""
    for each in done:
        typer.echo(each.hvorfor, err=True, nl=False)
    new, changed, stopped, left = (
        [name for each in done for name in getattr(each, key)]
        for key in ("nye", "endret", "stanset", "igjen")
    )
    same = sum(each.like for each in done)
    written = [*(f"ny: {mappe / name}" for name in new), *(f"endret: {mappe / name}" for name in changed)]
    for line in (*written[:VIST], *([f"og {len(written) - VIST} til"] if len(written) > VIST else [])):
        typer.echo(f"  {line}", err=True)
    if written:
        said = f"{len(written)} dokument{'er' if len(written) > 1 else ''} i {mappe}"
        there = f" {same} var som de skal." if same else ""
        typer.echo(f"Skrev {said}: {len(new)} nye, {len(changed)} endret.{there}", err=True)
    elif same:
        typer.echo(f"Ingenting er skrevet: dokumentene i {mappe} ({same}) er som de skal.", err=True)
    elif not stopped:
        typer.echo("Ingenting er skrevet: det er ingen slike dokumenter.", err=True)
    if left:
        typer.echo(f"Ligger igjen fra før, uten noe møte som svarer til dem: {_noen(left)}.", err=True)
    if stopped:
        typer.echo(f"Ikke skrevet: {_noen(stopped)}. Rett det som står over, og prøv igjen.", err=True)


def _noen(names: Sequence[str]) -> str:
    more = f" og {len(names) - VIST} til" if len(names) > VIST else ""
    return f"{', '.join(names[:VIST])}{more}"
