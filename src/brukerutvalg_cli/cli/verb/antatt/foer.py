"""The verb `antatt foer`: what nobody knows is assumed."""

from __future__ import annotations

from typing import Annotated

import typer

from brukerutvalg_cli.cli.skrivevalg import FAKTUM
from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving


@skriver
def foer(
    s: Skriving,
    faktum: FAKTUM = "",
    verdi: Annotated[
        str, typer.Argument(metavar="VERDI", help="Det som er antatt, med komma mellom flere.")
    ] = "",
) -> Gjort:
    """Fører noe som ingen vet, som antatt. Mandatet blir prøvd med det, og det som hviler på det, sier det.

    Det som står i et dokument, er aldri antatt. Et faktum som er ført som noe annet, blir ikke rørt.

    Eksempler:
      brukerutvalg antatt foer nav-vestland anne-lie.side bruker
      brukerutvalg antatt foer nav-vestland anne-lie.oppnevninger.1.fra 2022-01-01
      brukerutvalg antatt foer nav-vestland 2022-11-16.moeteleder kari-nordmann
    """
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.cli.faktumssvar import som_det_heter
    from brukerutvalg_cli.handling.antatt import anta, sted

    faktum = svar.svar("FAKTUM", faktum, "Hva er antatt, som anne-lie.side?", svar.tekst)
    faktum = som_det_heter(s, faktum)
    place = sted(s.mappe, faktum)
    said = svar.svar("VERDI", verdi, "Hva er antatt?", svar.tekst)
    anta(s.utkast, place, said)
    neste = f"brukerutvalg antatt vis {s.mappe.id}"
    return Gjort(f"Førte {faktum} som antatt", neste)
