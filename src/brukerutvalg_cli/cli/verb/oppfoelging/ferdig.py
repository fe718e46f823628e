"""The verb `oppfoelging ferdig`: what somebody took upon themselves is done."""

from __future__ import annotations

from typing import Annotated

import typer

from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving


@skriver
def ferdig(
    s: Skriving,
    nr: Annotated[str, typer.Argument(metavar="SAK", help="Saken det ble tatt på seg i, som 28/22.")] = "",
    punkt: Annotated[
        int, typer.Argument(metavar="NUMMER", help="Hvilket punkt, når saken har flere.", min=1)
    ] = 1,
) -> Gjort:
    """Fører at noe er fulgt opp.

    Eksempler:
      brukerutvalg oppfoelging ferdig nav-fjordvik 12/26
      brukerutvalg oppfoelging ferdig nav-fjordvik 12/26 2 --dato 1.12.2026
    """
    from brukerutvalg_cli.handling.moetebok import fullfoer as close
    from brukerutvalg_cli.model.sak import Oppfoelging

    nr = s.sak(nr)
    what = close(s.utkast, s.mappe, nr, punkt, s.naar(Oppfoelging, "fullfoert"))
    neste = f"brukerutvalg status {s.mappe.id}"
    return Gjort(f"Førte som gjort: {what}", neste)
