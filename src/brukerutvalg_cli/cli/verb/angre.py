"""The verb `angre`: what the last command wrote is put back, or one of those before it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

import typer

from brukerutvalg_cli.cli.skrivevalg import TOERR

if TYPE_CHECKING:
    from pathlib import Path

    from brukerutvalg_cli.endring.arbeidsfil import Innslag


MEST = 4
"""A number of so many figures is no number of a command."""
BLIR_STRYKET = "Det sto der før. La det være strøket: «brukerutvalg angre --glem» lar filene stå som de er."


def angre(
    ctx: typer.Context,
    hva: Annotated[
        str,
        typer.Argument(
            metavar="NR",
            help="Nummeret i «angre --liste». Med --glem: «alt» glemmer alle, ikke bare den siste.",
        ),
    ] = "",
    liste: Annotated[
        bool, typer.Option("--liste", help="Vis det som kan angres, med nummer, den siste først.")
    ] = False,
    glem: Annotated[
        bool, typer.Option("--glem", help="La filene stå, og gå videre til kommandoen før den siste.")
    ] = False,
    dry_run: TOERR = False,
) -> None:
    """Angrer den siste kommandoen som skrev, eller en før den. Ble den lagret i git, blir det lagret at den er angret.

    En eldre kommando angres for seg når ingen senere har rørt de samme filene.

    Det som sto der før, blir husket i 30 dager, og det som gjelder en fortrolig sak, bare til neste kommando. «angre
    --glem alt» glemmer alt sammen med en gang.

    Eksempler:
      brukerutvalg angre
      brukerutvalg angre --liste
      brukerutvalg angre 3 --dry-run
    """
    from brukerutvalg_cli.cli.angreliste import den, list_opp
    from brukerutvalg_cli.cli.laas import laast, rett_opp_avbrutt
    from brukerutvalg_cli.cli.register_rot import register_rot

    alt, nr = hva == "alt", int(hva) if hva.isascii() and hva.isdecimal() and len(hva) < MEST else 0
    if (hva and not alt and not nr) or (alt and not glem) or (nr and glem):
        raise typer.BadParameter(
            f"«{hva}» sier ikke hva som skal angres. Skriv «angre», «angre NR» med et nummer fra «angre --liste», "
            "eller «angre --glem alt»"
        )
    root = register_rot(ctx, skriver=True)
    if liste:
        list_opp(root)
        return
    if rett_opp_avbrutt(root, la_staa=alt) and not hva:
        # That was the last one: the one before it was not asked for.
        typer.echo("Neste steg: brukerutvalg valider")
        return
    if dry_run:
        _vis(root, nr or 1, alt=alt)
        return
    with laast(root, la_staa=alt):
        if alt:
            _glem_alt(root)
        elif glem:
            _glem(root, den(root, 1))
        else:
            _ta_tilbake(root, den(root, nr or 1), nr or 1)


def _vis(root: Path, nr: int, *, alt: bool) -> None:
    """What would be put back. Nothing is locked, and so nothing is set in order either."""
    from brukerutvalg_cli.cli.angreliste import den, staar_alene
    from brukerutvalg_cli.cli.diff import diff
    from brukerutvalg_cli.cli.personvernvakt import stans_ved_privat
    from brukerutvalg_cli.cli.stans import Stans
    from brukerutvalg_cli.endring.arbeidsmappe import Avvist, se_over
    from brukerutvalg_cli.endring.dagbok import omvendt
    from brukerutvalg_cli.register.load import load
    from brukerutvalg_cli.register.tree import WorkTree

    try:
        se_over(root)
    except Avvist as error:
        raise Stans(str(error)) from None
    last = den(root, nr)
    if not alt:
        staar_alene(root, last, nr)
        back = omvendt(last.endringer)
        stans_ved_privat(back, last.melding, BLIR_STRYKET)
        typer.echo(diff(back, load(WorkTree(root)).register), nl=False)
    typer.echo("Ingenting er skrevet (--dry-run).", err=True)


def _glem_alt(root: Path) -> None:
    from brukerutvalg_cli.cli.stans import Stans
    from brukerutvalg_cli.cli.vakt import kvittering
    from brukerutvalg_cli.endring.dagbok import glem_alt
    from brukerutvalg_cli.endring.skriv import KanIkkeLagre

    try:
        glem_alt(root)
    except KanIkkeLagre as error:
        raise Stans(str(error)) from None
    with kvittering("Alt som kunne angres, er glemt, og filene står som de er"):
        typer.echo("Glemte alt som kunne angres. Filene i registeret står som de er.")
        typer.echo("Neste steg: brukerutvalg status")


def _glem(root: Path, last: Innslag) -> None:
    from brukerutvalg_cli.cli.stans import Stans
    from brukerutvalg_cli.cli.vakt import kvittering
    from brukerutvalg_cli.endring.dagbok import glem_siste
    from brukerutvalg_cli.endring.skriv import KanIkkeLagre

    try:
        glem_siste(root)
    except KanIkkeLagre as error:
        raise Stans(f"«{last.melding}» er ikke glemt: {error}") from None
    with kvittering("Den siste kommandoen er glemt, og filene står som de er"):
        typer.echo(f"Glemte: {last.melding}. Filene står som de er.")
        typer.echo("Neste steg: brukerutvalg angre --dry-run")


def _ta_tilbake(root: Path, last: Innslag, nr: int) -> None:
    from brukerutvalg_cli.cli.angreliste import staar_alene
    from brukerutvalg_cli.cli.gitlagring import foer_lagring, lagret_i_git, ulagret_fra_foer
    from brukerutvalg_cli.cli.personvernvakt import stans_ved_privat
    from brukerutvalg_cli.cli.stans import Stans
    from brukerutvalg_cli.cli.vakt import kvittering
    from brukerutvalg_cli.endring.dagbok import angre_siste, endret_siden, husk_commit, omvendt
    from brukerutvalg_cli.endring.skriv import KanIkkeLagre
    from brukerutvalg_cli.register.load import load
    from brukerutvalg_cli.register.tree import WorkTree

    past = "Skal det stå som det er, skriver du «brukerutvalg angre --glem»; da kommer du til kommandoen før"
    past = past if nr == 1 else "«brukerutvalg angre --liste» viser hva annet som kan angres"
    if last.glemt:
        raise Stans(f"«{last.melding}» kan ikke angres: {last.glemt}. Ingenting er skrevet. {past}")
    staar_alene(root, last, nr)
    try:
        if since := endret_siden(root, last):
            raise Stans(
                f"«{last.melding}» kan ikke angres: {', '.join(since)} er endret siden. Ingenting er skrevet. {past}"
            )
        commit = bool(last.commit)
        foer_lagring(root, oensket=commit)
        back = omvendt(last.endringer)
        register = load(WorkTree(root)).register
        stans_ved_privat(back, last.melding, BLIR_STRYKET, register)
        others = ulagret_fra_foer(root, back) if commit else []
        angre_siste(root, nr, bestilt=f"Angret: {last.melding}" if commit else "")
    except KanIkkeLagre as error:
        raise Stans(f"«{last.melding}» kan ikke angres: {error}") from None
    with kvittering(f"{'Den siste kommandoen' if nr == 1 else 'Kommandoen'} er angret i registeret"):
        sha = lagret_i_git(root, f"Angret: {last.melding}", back, others) if commit else ""
        with suppress(KanIkkeLagre):  # the next command finds out
            husk_commit(root, sha, av_den_siste=False)
        typer.echo(f"Angret: {last.melding}.")
        for change in back:
            typer.echo(f"  {'slettet' if change.etter is None else 'skrev'} {change.path}")
        for path in last.staar:
            typer.echo(f"  lot {path} stå som den er")
        typer.echo("Neste steg: brukerutvalg valider")
    if commit and not sha:
        raise typer.Exit(1)
