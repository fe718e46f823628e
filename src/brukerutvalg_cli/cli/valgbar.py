"""The verb `valgbar`: who may go on, until when, and as leader until when."""

from typing import Annotated

import typer


def valgbar(
    ctx: typer.Context,
    utvalg: Annotated[str, typer.Argument(metavar="UTVALG", help="Utvalget, som nav-vestland.")],
    dato: Annotated[
        str, typer.Option("--dato", metavar="DATO", help="Dagen det ses fra. Ellers: i dag.")
    ] = "",
    som_json: Annotated[bool, typer.Option("--json", help="Skriv JSON i stedet for tekst.")] = False,
) -> None:
    """Sier hvem som kan oppnevnes igjen, hvem som kan lede, hvor lenge, og hva som hindrer det.

    Eksempler:
      brukerutvalg valgbar nav-troendelag
      brukerutvalg valgbar nav-troendelag --dato 1.10.2022
    """
    from brukerutvalg_cli.cli.dag import lest_dag
    from brukerutvalg_cli.cli.register_rot import register_rot
    from brukerutvalg_cli.cli.utvalgsnavn import kjent_utvalg, lest_mappe
    from brukerutvalg_cli.oversikt.utsikt import utsikter
    from brukerutvalg_cli.register.load import load
    from brukerutvalg_cli.register.tree import WorkTree

    tree = WorkTree(register_rot(ctx))
    day = lest_dag(dato)
    name = kjent_utvalg(tree, utvalg)
    lastet = load(tree)
    mappe = lest_mappe(lastet, name)
    found = list(utsikter(lastet.register, lastet.regelverk, mappe, day))
    if som_json:
        from brukerutvalg_cli.oversikt.utsikt_json import render as render_json

        typer.echo(render_json(name, found, day), nl=False)
        return
    from brukerutvalg_cli.oversikt.utsikt_tekst import render

    typer.echo(render(mappe.utvalg.navn.nb, found, day), nl=False)
