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
        str, typer.Option("--modul", metavar="TALL", help="Nummeret, der det var en modul, eller «ukjent».")
    ] = "",
) -> Gjort:
    """Fører opplæring noen har hatt. Det er også den mandatet teller, når det vil ha opplæring så og så ofte.

    Eksempler:
      brukerutvalg opplaering nav-troendelag kari-nordmann per-hansen --modul 2 --dato 12.3.2027
      brukerutvalg opplaering nav-troendelag kari-nordmann
    """
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.cli.faktum import eller_ukjent, tall
    from brukerutvalg_cli.handling.person import opplaering as record
    from brukerutvalg_cli.model.medlem import Opplaering
    from brukerutvalg_cli.oppramsing import alle_sammen
    from brukerutvalg_cli.ord.i_ord import omtalt

    people = s.person
    names = svar.flere_svar("PERSON", personer, "Hvem har hatt den? Komma mellom flere:", people)
    number = svar.om_sagt("--modul", modul, "Hvilken modul?", eller_ukjent(tall, Opplaering, "modul"))
    for name in names:
        record(s.utkast, s.mappe, name, number or None, s.naar(Opplaering, "dato"))
    neste = f"brukerutvalg status {s.mappe.id}"
    who = alle_sammen(omtalt(name, s.her) for name in names)
    what = f"modul {number}" if number else "opplæring"
    return Gjort(f"Førte {what} for {who}", neste)
