"""The verb `angre`: what the last command wrote is put back."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING, Annotated

import typer

from brukerutvalg_cli.cli.skrivevalg import TOERR

if TYPE_CHECKING:
    from pathlib import Path

    from brukerutvalg_cli.endring.dagbok import Innslag


def angre(
    ctx: typer.Context,
    glem: Annotated[
        bool, typer.Option("--glem", help="La filene stå, og gå videre til kommandoen før den siste.")
    ] = False,
    dry_run: TOERR = False,
) -> None:
    """Angrer den siste kommandoen som skrev i registeret. Laget den en commit, angres den med en ny.

    Eksempler:
      brukerutvalg angre
      brukerutvalg angre --dry-run
      brukerutvalg angre --glem
    """
    from brukerutvalg_cli.cli.laas import laast, rett_opp_avbrutt
    from brukerutvalg_cli.cli.personvernvakt import stans_ved_privat
    from brukerutvalg_cli.cli.register_rot import register_rot
    from brukerutvalg_cli.cli.stans import Stans
    from brukerutvalg_cli.endring.dagbok import glem_siste, les, omvendt
    from brukerutvalg_cli.endring.diff import diff

    root = register_rot(ctx, skriver=True)
    if rett_opp_avbrutt(root):  # that was the last one: the one before it was not asked for
        typer.echo("Neste steg: brukerutvalg valider")
        return
    with nullcontext() if dry_run else laast(root):
        entries = les(root)
        if not entries:
            raise Stans("det er ingenting å angre")
        last = entries[-1]
        if not glem:
            stans_ved_privat(omvendt(last.endringer), last.melding)
        if dry_run:
            typer.echo(diff(omvendt(last.endringer)), nl=False)
            typer.echo("Ingenting er skrevet (--dry-run).", err=True)
        elif glem:
            glem_siste(root)
            typer.echo(f"Glemte: {last.melding}. Filene står som de er.")
            typer.echo("Neste steg: brukerutvalg angre --dry-run viser kommandoen før den")
        else:
            _ta_tilbake(root, last)


def _ta_tilbake(root: Path, last: Innslag) -> None:
    from brukerutvalg_cli.cli.gitlagring import lagret_i_git, ulagret_fra_foer
    from brukerutvalg_cli.cli.stans import Stans
    from brukerutvalg_cli.endring.dagbok import angre_siste, endret_siden, omvendt
    from brukerutvalg_cli.endring.skriv import KanIkkeLagre

    if since := endret_siden(root, last):
        raise Stans(
            f"«{last.melding}» kan ikke angres: {', '.join(since)} er endret siden. Ingenting er skrevet. Skal "
            "det stå som det er, skriver du «brukerutvalg angre --glem»; da kommer du til kommandoen før"
        )
    back = omvendt(last.endringer)
    others = ulagret_fra_foer(root, back) if last.commit else []
    try:
        angre_siste(root)
    except KanIkkeLagre as error:
        raise Stans(f"«{last.melding}» kan ikke angres: {error}") from None
    if last.commit:
        lagret_i_git(root, f"Angret: {last.melding}", back, others)
    typer.echo(f"Angret: {last.melding}.")
    for change in back:
        typer.echo(f"  {'slettet' if change.etter is None else 'skrev'} {change.path}")
    typer.echo("Neste steg: brukerutvalg valider")
