"""The verb `valgbar`: who may go on, until when, and as leader and deputy leader until when."""

from typing import Annotated

import typer

from brukerutvalg_cli.cli.lesevalg import ETT_UTVALG, JSON


def valgbar(
    ctx: typer.Context,
    utvalg: ETT_UTVALG = "",
    dato: Annotated[
        str, typer.Option("--dato", metavar="DATO", help="Dagen det ses fra. Ellers: i dag.")
    ] = "",
    som_json: JSON = False,
) -> None:
    """Sier hvem som kan oppnevnes igjen, hvem som kan bli leder og nestleder, hvor lenge, og hva som hindrer det.

    Eksempler:
      brukerutvalg valgbar
      brukerutvalg valgbar nav-troendelag --dato 1.10.2022
    """
    from brukerutvalg_cli.cli.arbeidstre import arbeidstre
    from brukerutvalg_cli.cli.dag import lest_dag
    from brukerutvalg_cli.cli.register_rot import register_rot
    from brukerutvalg_cli.cli.utvalgsnavn import lest_med_mandat, utvalg_eller_alle
    from brukerutvalg_cli.oversikt.utsikt_antatt import utsikter_med_antatt
    from brukerutvalg_cli.rapport.skjerm import Skjerm
    from brukerutvalg_cli.register.load import load
    from brukerutvalg_cli.register.locate import Locator

    tree = arbeidstre(ctx, register_rot(ctx))
    day = lest_dag(dato)
    names = utvalg_eller_alle(tree, utvalg)
    lastet = load(tree, utvalg=names)
    mapper = [lest_med_mandat(lastet, name) for name in names]
    skjerm = Skjerm(Locator(tree), lastet.register)
    found = {
        m.id: [u.skjermet(skjerm) for u in utsikter_med_antatt(lastet.register, lastet.regelverk, m, day)]
        for m in mapper
    }
    if som_json:
        from brukerutvalg_cli.oversikt.utsikt_json import render as render_json

        typer.echo(render_json(found, day), nl=False)
        return
    from brukerutvalg_cli.cli.utskrift import vis_tekst
    from brukerutvalg_cli.ord.i_ord import Her
    from brukerutvalg_cli.oversikt.utsikt_tekst import render

    vis_tekst("\n".join(render(Her(m, lastet.register), found[m.id], day) for m in mapper))
