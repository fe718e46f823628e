"""The verb `frister`: every deadline that is not over, by the mandate."""

from __future__ import annotations

from typing import Annotated

import typer

from brukerutvalg_cli.cli.lesevalg import ETT_UTVALG, JSON, SETT_FRA


def frister(
    ctx: typer.Context,
    utvalg: ETT_UTVALG = "",
    ics: Annotated[
        str,
        typer.Option("--ics", metavar="FIL", help="Skriv fristene til ett utvalg som en kalenderfil også."),
    ] = "",
    dato: SETT_FRA = "",
    som_json: JSON = False,
) -> None:
    """Viser fristene som kommer, slik mandatet setter dem.

    Eksempler:
      brukerutvalg frister
      brukerutvalg frister nav-fjordvik
      brukerutvalg frister nav-fjordvik --ics frister.ics
    """
    from brukerutvalg_cli.cli.arbeidstre import arbeidstre
    from brukerutvalg_cli.cli.dag import lest_dag
    from brukerutvalg_cli.cli.register_rot import register_rot
    from brukerutvalg_cli.cli.utskrift import vis_side
    from brukerutvalg_cli.cli.utvalgsnavn import lest_mappe, utvalg_eller_alle
    from brukerutvalg_cli.oversikt import arbeid_json, arbeid_tekst
    from brukerutvalg_cli.register.load import load
    from brukerutvalg_cli.validering import rapporten

    tree = arbeidstre(ctx, register_rot(ctx))
    names = utvalg_eller_alle(tree, utvalg)
    if ics and len(names) > 1:
        raise typer.BadParameter(f"--ics er for ett utvalg. Velg blant {', '.join(names)}")
    lastet = load(tree, utvalg=names)
    mapper = [lest_mappe(lastet, name) for name in names]
    day = lest_dag(dato)
    found = sorted(rapporten(tree, lastet, day, names).varsler, key=lambda f: (f.siste_dag, f.utvalg, f.hva))
    if som_json:
        typer.echo(arbeid_json.frister(found, day), nl=False)
    else:
        for nr, m in enumerate(mapper):
            own = [f for f in found if f.utvalg == m.id]
            vis_side([*([""] if nr else []), *arbeid_tekst.frister(m.utvalg.navn.nb, own, day)], blad=False)
    if ics:
        from brukerutvalg_cli.cli.kalenderfil import skriv_kalender
        from brukerutvalg_cli.cli.utfil import utfil
        from brukerutvalg_cli.dokument.kalender import fristkalender

        place = utfil(ics, tree.root)
        if any(frist.moetenavn for frist in found):
            skriv_kalender(fristkalender(mapper[0], found), place)
        else:
            typer.echo("Ingen frister gjelder et møte, så det blir ingen kalenderfil.", err=True)
    if not som_json:
        typer.echo(f"Neste steg: brukerutvalg status{f' {names[0]}' if len(names) == 1 else ''}", err=True)
