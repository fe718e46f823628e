"""The verb `antatt bekreft`: what was assumed is known."""

from __future__ import annotations

from typing import Annotated

import typer

from brukerutvalg_cli.cli.skrivevalg import COMMIT, DATO, FAKTUM, TOERR, UTVALG


def bekreft(
    ctx: typer.Context,
    utvalg: UTVALG,
    faktum: FAKTUM,
    er: Annotated[
        str, typer.Option("--er", metavar="VERDI", help="Det viste seg å være dette. Ellers: det antatte.")
    ] = "",
    dato: DATO = "",
    dry_run: TOERR = False,
    commit: COMMIT = False,
) -> None:
    """Fører som sikkert det som var antatt, eller det som viste seg å være rett.

    Eksempler:
      brukerutvalg antatt bekreft nav-vestland anne-lie.side
      brukerutvalg antatt bekreft nav-vestland anne-lie.side --er nav
    """
    from brukerutvalg_cli.cli.skriving import fullfoer, skriving
    from brukerutvalg_cli.handling.antatt import bekreft as confirm
    from brukerutvalg_cli.handling.antatt import sted

    with skriving(ctx, utvalg, dato) as s:
        confirm(s.utkast, sted(s.mappe, faktum), er)
        neste = f"brukerutvalg valider {s.mappe.id}"
        fullfoer(s, f"Førte {faktum} som sikkert", neste, dry_run=dry_run, commit=commit)
