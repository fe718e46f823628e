"""The verb `lagre`: all of the register that is not saved in git yet, saved together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from brukerutvalg_cli.cli.skrivevalg import DIN_EPOST, DITT_NAVN, LAGRE_ALLTID, TOERR

if TYPE_CHECKING:
    from pathlib import Path

STOPPET = "Ingenting er lagret. {naa}, så ingenting kan lagres i git nå. {kur}."


def lagre(
    ctx: typer.Context,
    alltid: LAGRE_ALLTID = "",
    ditt_navn: DITT_NAVN = "",
    din_epost: DIN_EPOST = "",
    likevel: Annotated[
        bool, typer.Option("--likevel", help="Lagre selv om noe av det er feil etter mandatet.")
    ] = False,
    dry_run: TOERR = False,
) -> None:
    """Lagrer alt i registeret som ikke er lagret i git, det du har endret for hånd også. Andres filer blir ikke med.

    Det som er lagret, kan hentes tilbake, og deles med andre («brukerutvalg del»).

    Eksempler:
      brukerutvalg lagre
      brukerutvalg lagre --alltid ja
      brukerutvalg lagre --ditt-navn "Nina Vik" --din-epost nina.vik@example.no
    """
    from brukerutvalg_cli.cli.gitlagring import foer_lagring
    from brukerutvalg_cli.cli.gitnavn import spoer_om_navn
    from brukerutvalg_cli.cli.laas import rett_opp_avbrutt
    from brukerutvalg_cli.cli.register_rot import register_rot
    from brukerutvalg_cli.cli.samlet_lagring import lagre_alt
    from brukerutvalg_cli.gitlager.kall import GitFeil

    root = register_rot(ctx, skriver=True)
    rett_opp_avbrutt(root)
    if alltid:
        _sett_alltid(root, alltid, dry_run=dry_run)
    try:
        if not dry_run:
            _lag_lager(root)
            spoer_om_navn(root, ditt_navn, din_epost)
            foer_lagring(root, oensket=True, stoppet=STOPPET)
        lagre_alt(root, likevel=likevel, dry_run=dry_run)
    except GitFeil as error:
        typer.echo(f"Ingenting er lagret: {str(error).rstrip('.')}.", err=True)
        raise typer.Exit(1) from None


def _sett_alltid(root: Path, sagt: str, *, dry_run: bool) -> None:
    """Writes in the register whether each change is saved at once."""
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.cli.diff import diff
    from brukerutvalg_cli.cli.nedskriving import skriv
    from brukerutvalg_cli.cli.stans import Stans
    from brukerutvalg_cli.endring.kan_ikke_redigere import KanIkkeRedigere
    from brukerutvalg_cli.endring.utkast import Utkast
    from brukerutvalg_cli.handling.oppsett import sett_lagring
    from brukerutvalg_cli.model.register import Register
    from brukerutvalg_cli.register.tree import WorkTree

    always = svar.svar("--alltid", sagt, "Skal hver endring lagres med en gang (ja/nei)?", svar.ja_eller_nei)
    draft = Utkast(WorkTree(root))
    try:
        sett_lagring(draft, alltid=always)
    except KanIkkeRedigere as error:
        raise Stans(str(error)) from None
    when = "med en gang" if always else "når noen ber om det, med «brukerutvalg lagre»"
    if dry_run:
        typer.echo(diff(draft.endringer(), Register()), nl=False)
        return
    if draft.endringer():
        skriv(root, f"Endringer lagres {when}", draft.endringer(), commit=False)
    typer.echo(f"Heretter blir endringer lagret {when}. Det gjelder alle som arbeider i registeret.")


def _lag_lager(root: Path) -> None:
    """The repository, where there is none yet.

    Raises:
        GitFeil: when git is not there.
    """
    from brukerutvalg_cli.gitlager.gitfiler import gitmappene
    from brukerutvalg_cli.gitlager.kall import nytt_repo
    from brukerutvalg_cli.gitoppsett import sett_opp_git

    if gitmappene(root) is None:
        nytt_repo(root)
        typer.echo("Registeret har fått et sted å bli lagret (et git-lager).")
        for line in sett_opp_git(root).ikke:
            typer.echo(f"  {line}", err=True)
