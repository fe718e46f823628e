"""The verb `godkjenn`: minutes are approved by a later meeting."""

from __future__ import annotations

from typing import Annotated

import typer

from brukerutvalg_cli.cli.skrivevalg import MOETE
from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving


@skriver
def godkjenn(
    s: Skriving,
    moete: MOETE = "",
    i: Annotated[
        str,
        typer.Option(
            "--i", metavar="MØTE", help="Møtet som godkjente det. Ellers: det som har det på sakslista."
        ),
    ] = "",
) -> Gjort:
    """Fører referatet fra et møte som godkjent i et senere møte, og setter segl på teksten.

    Eksempler:
      brukerutvalg godkjenn nav-fjordvik 16.11.2026
      brukerutvalg godkjenn nav-fjordvik 16.11.2026 --i 15.2.2027
    """
    from brukerutvalg_cli.cli.innvendinger import ikke_vaert
    from brukerutvalg_cli.handling.dokumentgang import godkjenn as approve
    from brukerutvalg_cli.handling.dokumentgang import lagt_fram_i
    from brukerutvalg_cli.handling.moetebok import neste_aa_foere
    from brukerutvalg_cli.model.kalender import dag_i_ord
    from brukerutvalg_cli.model.segl import segl

    meeting = s.moete(moete)
    question = "I hvilket møte ble det godkjent?"
    there = i or lagt_fram_i(s.mappe, meeting.dato)
    later = s.moete(there, har_vaert=True, valg="--i", spoersmaal=question, tilbudt="siste")
    nr = approve(s.utkast, s.mappe, meeting.dato, later.dato, segl(meeting))
    where = f"sak {nr}" if nr else f"møtet {dag_i_ord(later.dato)}, i en ukjent sak"
    melding = f"Førte referatet fra {dag_i_ord(meeting.dato)} som godkjent i {where}"
    neste = f"brukerutvalg {neste_aa_foere(s.mappe, later, nr)}"
    return Gjort(melding, neste, innvendinger=ikke_vaert(s, later))
