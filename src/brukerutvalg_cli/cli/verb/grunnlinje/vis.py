"""The verb `grunnlinje vis`: what the baseline leaves out, and what of it is put right since."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from brukerutvalg_cli.cli.grunnlinjefil import FIL
from brukerutvalg_cli.cli.lesevalg import JSON


def vis(
    ctx: typer.Context,
    fil: Annotated[str, typer.Argument(metavar="FIL", help=f"Grunnlinja. Ellers: {FIL} i registeret.")] = "",
    dato: Annotated[
        str, typer.Option("--dato", metavar="DATO", help="Vurder som om det var denne dagen. Ellers: i dag.")
    ] = "",
    som_json: JSON = False,
) -> None:
    """Viser hva grunnlinja holder utenfor, og hva i den som er rettet siden.

    Eksempler:
      brukerutvalg grunnlinje vis
      brukerutvalg grunnlinje vis gammelt.json --json
    """
    from brukerutvalg_cli.cli.dag import lest_dag
    from brukerutvalg_cli.cli.grunnlinjefil import les
    from brukerutvalg_cli.cli.register_rot import register_rot
    from brukerutvalg_cli.cli.skall import sitert
    from brukerutvalg_cli.grunnlinje import uten_grunnlinja
    from brukerutvalg_cli.register.tree import WorkTree
    from brukerutvalg_cli.validering import valider

    root = register_rot(ctx)
    named = fil or str(root / FIL)
    line, tree = les(Path(named)), WorkTree(root)
    left, stale = uten_grunnlinja(valider(tree, lest_dag(dato)), line, tree.paths())
    if som_json:
        from brukerutvalg_cli.rapport.json_format import dump

        gone = [kjent._asdict() for kjent in stale]
        there = [kjent._asdict() for kjent in line.funn if kjent not in stale]
        typer.echo(dump({"dato": line.dato.isoformat(), "gjelder": there, "borte": gone}), nl=False)
        return
    from brukerutvalg_cli.model.kalender import dato_i_ord

    typer.echo(
        f"{named}, skrevet {dato_i_ord(line.dato)}: {left.fra_foer or 0} funn gjelder fortsatt, {len(stale)} er borte."
    )
    for kjent in line.funn:
        typer.echo(
            f"  {'borte' if kjent in stale else 'gjelder'}: {kjent.filename}: {kjent.name} ({kjent.code})"
        )
    if stale:
        typer.echo(f"Neste steg: brukerutvalg grunnlinje skriv {sitert(named)}")
    else:
        typer.echo(f"Neste steg: brukerutvalg valider --grunnlinje {sitert(named)}")
