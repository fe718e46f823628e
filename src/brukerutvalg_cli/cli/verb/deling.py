"""The verb `del`: what is saved is sent to those who share the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from brukerutvalg_cli.cli.skrivevalg import JA

if TYPE_CHECKING:
    from pathlib import Path

    from brukerutvalg_cli.gitlager.deling import Mottaker

INGEN = (
    "registeret ligger bare her, og har ingen å dele med. Lag et tomt git-lager (på GitHub, GitLab eller en felles "
    "disk), og skriv «git remote add origin ADRESSE», der ADRESSE er adressen til det"
)


def del_(ctx: typer.Context, ja: JA = False) -> None:
    """Deler det som er lagret, med dem som har registeret sammen med deg. Det andre har delt, blir aldri skrevet over.

    Er det noe som ikke er lagret, lagrer du det først med «brukerutvalg lagre».

    Eksempler:
      brukerutvalg del
      brukerutvalg del --ja
    """
    from brukerutvalg_cli.cli.register_rot import register_rot
    from brukerutvalg_cli.cli.vakt import kvittering
    from brukerutvalg_cli.gitlager.deling import mottaker, udelt
    from brukerutvalg_cli.gitlager.gitfiler import paagaar
    from brukerutvalg_cli.gitlager.kall import GitFeil
    from brukerutvalg_cli.gitlager.lager import siste_commit
    from brukerutvalg_cli.ulagret import registeret

    root = register_rot(ctx, skriver=True)
    try:
        if state := paagaar(root):
            raise GitFeil(f"{state.naa}. {state.kur}")
        to = mottaker(root)
        if to is None:
            raise GitFeil(INGEN)
        waiting = udelt(root, to, registeret(root))
        if not siste_commit(root):
            raise GitFeil("ingenting er lagret ennå. Skriv «brukerutvalg lagre» først")
        _spoer_om_andres(waiting.andre, ja=ja)
        _send(root, to)
    except GitFeil as error:
        typer.echo(f"Ingenting er delt: {str(error).rstrip('.')}.", err=True)
        raise typer.Exit(1) from None
    with kvittering("Endringene er delt"):
        count = waiting.egne + waiting.andre
        what = "1 endring" if count == 1 else f"{count} endringer"
        typer.echo(
            f"Delte {what} med {to.fjern}."
            if count
            else f"Alt som er lagret, er delt med {to.fjern} fra før."
        )
        _si_ulagret(root)
        typer.echo("Neste steg: brukerutvalg status")


def _spoer_om_andres(antall: int, *, ja: bool) -> None:
    """What goes with it, where the register is a folder among what others work in."""
    from brukerutvalg_cli.cli import svar

    if antall:
        what = "1 endring" if antall == 1 else f"{antall} endringer"
        question = f"I det samme git-lageret blir også {what} i andre filer delt. Er det i orden?"
        if not svar.bekreft(question, ja=ja):
            typer.echo("Ingenting er delt.", err=True)
            raise typer.Exit(1)


def _send(root: Path, to: Mottaker) -> None:
    """
    Raises:
        GitFeil: when it was not taken.
    """
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.gitlager.deling import send

    typer.echo(f"Deler med {to.fjern} …", err=True)
    send(root, to, kan_svare=svar.kan_spoerre())


def _si_ulagret(root: Path) -> None:
    from brukerutvalg_cli.ulagret import i_ord, ulagret

    if left := ulagret(root).filer:
        typer.echo(
            f"Ikke med: {i_ord(left)}, som ikke er lagret. «brukerutvalg lagre», og så «brukerutvalg del»."
        )
