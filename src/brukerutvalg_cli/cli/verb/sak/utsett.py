"""The verb `sak utsett`: a case is put off, to a later meeting or until somebody takes it up."""

from __future__ import annotations

from typing import Annotated

import typer

from brukerutvalg_cli.cli.skrivevalg import MOETE, SAKSNR
from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving


@skriver
def utsett(
    s: Skriving,
    moete: MOETE = "",
    nr: SAKSNR = "",
    til: Annotated[
        str, typer.Option("--til", metavar="MØTE", help="Møtet den utsettes til. Ellers: den venter.")
    ] = "",
) -> Gjort:
    """Utsetter en sak: til et senere møte, eller til noen tar den opp igjen.

    Er et valg alt ført i saken, blir det tatt tilbake, med det som var ført hos personene.

    Eksempler:
      brukerutvalg sak utsett nav-fjordvik siste 12/26 --til neste
      brukerutvalg sak utsett nav-fjordvik 2026-11-16 12/26
    """
    from brukerutvalg_cli.cli.valgfoelge import si_fra, tatt_tilbake
    from brukerutvalg_cli.handling.moetebok import dokumentet
    from brukerutvalg_cli.handling.sak_videre import utsett as put_off
    from brukerutvalg_cli.model.kalender import dag_i_ord

    meeting, later = s.moete(moete), s.moete(til) if til else None
    nr = s.sak(nr, meeting)
    new, elections = put_off(s.utkast, s.mappe, meeting.navn, nr, later.navn if later else None)
    where = f"møtet {dag_i_ord(later.dato)}, der den er sak {new}" if later else f"senere, som {new}"
    neste = f"brukerutvalg {dokumentet(s.mappe, meeting)}"
    if later is None:
        neste = f"brukerutvalg sak til-moete {s.mappe.id} {new} neste"
    si_fra(elections, s.her)
    said = [f"Utsatte sak {nr} til {where}", *tatt_tilbake(elections, s.her)]
    return Gjort(". ".join(said), neste)
