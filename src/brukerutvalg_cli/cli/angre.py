"""The verb `angre`: what the last command wrote is put back."""

from __future__ import annotations

import typer

from brukerutvalg_cli.cli.skrivevalg import TOERR


def angre(ctx: typer.Context, dry_run: TOERR = False) -> None:
    """Angrer den siste kommandoen som skrev i registeret. Laget den en commit, angres den med en ny.

    Eksempler:
      brukerutvalg angre
      brukerutvalg angre --dry-run
    """
    from brukerutvalg_cli.cli.register_rot import register_rot
    from brukerutvalg_cli.endring.dagbok import les, omvendt, ta_ut_siste
    from brukerutvalg_cli.endring.diff import diff
    from brukerutvalg_cli.endring.skriv import KanIkkeLagre, lagre
    from brukerutvalg_cli.vcs import GitFeil, tilbakefoer

    root = register_rot(ctx)
    entries = les(root)
    if not entries:
        raise typer.BadParameter("det er ingenting å angre")
    last = entries[-1]
    back = omvendt(last.endringer)
    if dry_run:
        typer.echo(diff(back), nl=False)
        typer.echo("Ingenting er skrevet (--dry-run).", err=True)
        return
    try:
        if last.commit:
            tilbakefoer(root, last.commit)
        else:
            lagre(root, back)
        ta_ut_siste(root)
    except (KanIkkeLagre, GitFeil) as error:
        raise typer.BadParameter(f"«{last.melding}» kan ikke angres: {error}") from None
    typer.echo(f"Angret: {last.melding}.")
    for change in back:
        typer.echo(f"  {'slettet' if change.etter is None else 'skrev'} {change.path}")
    typer.echo("Neste steg: brukerutvalg valider")
