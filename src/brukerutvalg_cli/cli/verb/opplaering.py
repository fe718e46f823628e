"""The verb `opplaering`: somebody has been trained, in a module or otherwise."""

from __future__ import annotations

from typing import Annotated

import typer

from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving


@skriver
def opplaering(
    s: Skriving,
    personer: Annotated[
        list[str] | None, typer.Argument(metavar="PERSON", help="De som har hatt den.")
    ] = None,
    modul: Annotated[
        int,
        typer.Option("--modul", metavar="TALL", help="Nummeret, der det var en modul.", min=0),
    ] = 0,
) -> Gjort:
    """Fører opplæring noen har hatt. Det er også den mandatet teller, når det vil ha opplæring så og så ofte.

    Eksempler:
      brukerutvalg opplaering nav-troendelag kari-nordmann per-hansen --modul 2 --dato 12.3.2027
      brukerutvalg opplaering nav-troendelag kari-nordmann
    """
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.handling.person import opplaering as record
    from brukerutvalg_cli.regler.i_ord import alle_sammen, omtalt

    people = s.person
    names = svar.flere_svar("PERSON", personer, "Hvem har hatt den? Komma mellom flere:", people)
    for name in names:
        record(s.utkast, s.mappe, name, modul or None, s.dag)
    neste = f"brukerutvalg status {s.mappe.id}"
    who = alle_sammen(omtalt(name, s.her) for name in names)
    what = f"modul {modul}" if modul else "opplæring"
    return Gjort(f"Førte {what} for {who}", neste)
