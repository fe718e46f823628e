"""The verb `antatt bekreft`: what was assumed is known."""

from __future__ import annotations

from typing import Annotated

import typer

from brukerutvalg_cli.cli.skrivevalg import FAKTUM
from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving


@skriver
def bekreft(
    s: Skriving,
    faktum: FAKTUM = "",
    er: Annotated[
        str, typer.Option("--er", metavar="VERDI", help="Det viste seg å være dette. Ellers: det antatte.")
    ] = "",
) -> Gjort:
    """Fører som sikkert det som var antatt, eller det som viste seg å være rett.

    Eksempler:
      brukerutvalg antatt bekreft nav-vestland anne-lie.side
      brukerutvalg antatt bekreft nav-vestland anne-lie.side --er nav
    """
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.cli.faktumssvar import som_det_heter
    from brukerutvalg_cli.handling.antatt import bekreft as confirm
    from brukerutvalg_cli.handling.antatt import sted

    faktum = svar.svar("FAKTUM", faktum, "Hva er kjent nå, som anne-lie.side?", svar.tekst)
    faktum = som_det_heter(s, faktum)
    confirm(s.utkast, sted(s.mappe, faktum), er)
    neste = f"brukerutvalg valider {s.mappe.id}"
    return Gjort(f"Førte {faktum} som sikkert", neste)
