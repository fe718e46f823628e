"""The verb `angre`: what the last command wrote is put back."""

from __future__ import annotations

from contextlib import nullcontext

import typer

from brukerutvalg_cli.cli.skrivevalg import TOERR


def angre(ctx: typer.Context, dry_run: TOERR = False) -> None:
    """Angrer den siste kommandoen som skrev i registeret. Laget den en commit, angres den med en ny.

    Eksempler:
      brukerutvalg angre
      brukerutvalg angre --dry-run
    """
    from brukerutvalg_cli.cli.register_rot import register_rot
    from brukerutvalg_cli.cli.skriving import laast, lagret_i_git, rett_opp_avbrutt, ulagret_fra_foer
    from brukerutvalg_cli.endring.dagbok import angre_siste, les, omvendt
    from brukerutvalg_cli.endring.diff import diff
    from brukerutvalg_cli.endring.skriv import KanIkkeLagre

    root = register_rot(ctx)
    if rett_opp_avbrutt(root):  # that was the last one: the one before it was not asked for
        typer.echo("Neste steg: brukerutvalg valider")
        return
    with nullcontext() if dry_run else laast(root):
        entries = les(root)
        if not entries:
            raise typer.BadParameter("det er ingenting å angre")
        last = entries[-1]
        back = omvendt(last.endringer)
        if dry_run:
            typer.echo(diff(back), nl=False)
            typer.echo("Ingenting er skrevet (--dry-run).", err=True)
            return
        others = ulagret_fra_foer(root, back) if last.commit else []
        try:
            angre_siste(root)
        except KanIkkeLagre as error:
            raise typer.BadParameter(f"«{last.melding}» kan ikke angres: {error}") from None
        if last.commit:
            lagret_i_git(root, f"Angret: {last.melding}", back, others)
    typer.echo(f"Angret: {last.melding}.")
    for change in back:
        typer.echo(f"  {'slettet' if change.etter is None else 'skrev'} {change.path}")
    typer.echo("Neste steg: brukerutvalg valider")
