"""The verb `grunnlinje skriv`: what is found now, to be left out from now on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from brukerutvalg_cli.cli.grunnlinjefil import FIL


def skriv(
    ctx: typer.Context,
    fil: Annotated[
        str, typer.Argument(metavar="FIL", help=f"Hvor den skal skrives. Ellers: {FIL} i registeret.")
    ] = "",
    dato: Annotated[
        str, typer.Option("--dato", metavar="DATO", help="Vurder som om det var denne dagen. Ellers: i dag.")
    ] = "",
) -> None:
    """Skriver en grunnlinje av alt som blir funnet nå. Ingen ord fra registeret står i den.

    At en fil ikke kan leses, kommer ikke med: det må rettes.

    Eksempler:
      brukerutvalg grunnlinje skriv
      brukerutvalg grunnlinje skriv gammelt.json
    """
    from brukerutvalg_cli.cli.dag import lest_dag
    from brukerutvalg_cli.cli.register_rot import register_rot
    from brukerutvalg_cli.cli.skall import sitert
    from brukerutvalg_cli.cli.utfil import utfil
    from brukerutvalg_cli.grunnlinje import grunnlinja, som_tekst
    from brukerutvalg_cli.register.tree import WorkTree
    from brukerutvalg_cli.validering import valider

    root = register_rot(ctx)
    target = utfil(fil or root / FIL, root)
    line, unread = grunnlinja(valider(WorkTree(root), lest_dag(dato)))
    target.skriv(som_tekst(line).encode())
    number = "1 funn" if len(line.funn) == 1 else f"{len(line.funn)} funn"
    named = sitert(str(fil or Path(root / FIL)))
    typer.echo(f"Skrev {named} med {number}. Lagre den i git sammen med registeret.")
    if unread:
        typer.echo(
            f"Ikke med, for det kan ikke leses, og da vet ingen hva som står der: {', '.join(unread)}. "
            "«valider» sier fra om det til det er rettet.",
            err=True,
        )
    typer.echo(f"Neste steg: brukerutvalg valider --grunnlinje {named}")
