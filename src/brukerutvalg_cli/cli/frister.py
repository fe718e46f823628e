"""The verb `frister`: every deadline of the meetings ahead, by the mandate."""

from __future__ import annotations

from typing import Annotated

import typer


def frister(
    ctx: typer.Context,
    utvalg: Annotated[
        str, typer.Argument(metavar="UTVALG", help="Utvalget. Ellers: det ene som er i registeret.")
    ] = "",
    ics: Annotated[
        str, typer.Option("--ics", metavar="FIL", help="Skriv fristene som en kalenderfil også.")
    ] = "",
    dato: Annotated[
        str, typer.Option("--dato", metavar="DATO", help="Sett fra denne dagen. Ellers: i dag.")
    ] = "",
    som_json: Annotated[bool, typer.Option("--json", help="Skriv JSON i stedet for tekst.")] = False,
) -> None:
    """Viser fristene for de møtene som kommer, slik mandatet setter dem.

    Eksempler:
      brukerutvalg frister
      brukerutvalg frister nav-fjordvik
      brukerutvalg frister nav-fjordvik --ics frister.ics
    """
    from brukerutvalg_cli.cli.dag import lest_dag
    from brukerutvalg_cli.cli.register_rot import register_rot
    from brukerutvalg_cli.cli.utvalgsnavn import det_eneste, kjent_utvalg, lest_mappe
    from brukerutvalg_cli.oversikt import arbeid_json, arbeid_tekst
    from brukerutvalg_cli.register.load import load
    from brukerutvalg_cli.register.tree import WorkTree
    from brukerutvalg_cli.validering import valider

    tree = WorkTree(register_rot(ctx))
    name = kjent_utvalg(tree, utvalg or det_eneste(tree))
    mappe = lest_mappe(load(tree), name)
    day = lest_dag(dato)
    found = sorted(valider(tree, day, [name]).varsler, key=lambda f: (f.siste_dag, f.hva))
    if som_json:
        typer.echo(arbeid_json.frister(found, day), nl=False)
    else:
        typer.echo(arbeid_tekst.frister(mappe.utvalg.navn.nb, found, day), nl=False)
    if ics:
        from brukerutvalg_cli.cli.kalenderfil import skriv_kalender
        from brukerutvalg_cli.dokument.kalender import fristkalender

        skriv_kalender(fristkalender(mappe, found), ics)
    if not som_json:
        typer.echo(f"Neste steg: brukerutvalg status {name}", err=True)
