"""The verb `antatt vis`: what is assumed in a council, and where it stands."""

from __future__ import annotations

import typer

from brukerutvalg_cli.cli.lesevalg import ETT_UTVALG, JSON


def vis(ctx: typer.Context, utvalg: ETT_UTVALG = "", som_json: JSON = False) -> None:
    """Viser det som er ført som antatt: hvilket faktum, hva det sier, og hvor det står.

    Eksempler:
      brukerutvalg antatt vis nav-vestland
      brukerutvalg antatt vis nav-vestland --json
    """
    from brukerutvalg_cli.cli.arbeidstre import arbeidstre
    from brukerutvalg_cli.cli.register_rot import register_rot
    from brukerutvalg_cli.cli.utvalgsnavn import lest_mappe, utvalg_eller_alle
    from brukerutvalg_cli.oversikt.antatt import antatt, tekst
    from brukerutvalg_cli.rapport.json_format import dump
    from brukerutvalg_cli.rapport.skjerm import Skjerm
    from brukerutvalg_cli.register.load import load
    from brukerutvalg_cli.register.locate import Locator

    tree = arbeidstre(ctx, register_rot(ctx))
    names = utvalg_eller_alle(tree, utvalg)
    lastet, locator = load(tree, utvalg=names), Locator(tree)
    skjerm = Skjerm(locator, lastet.register)
    found = [
        each
        for name in names
        for each in antatt(lest_mappe(lastet, name), lastet.register, skjerm, locator.locate)
    ]
    typer.echo(dump({"antatt": [each._asdict() for each in found]}) if som_json else tekst(found), nl=False)
