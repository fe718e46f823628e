"""The verb `sak oversend`: a case is sent on to another council, or to a body whose records are kept elsewhere."""

from __future__ import annotations

from typing import Annotated

import typer

from brukerutvalg_cli.cli.skrivevalg import MOETE, SAKSNR
from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving


@skriver
def oversend(
    s: Skriving,
    moete: MOETE = "",
    nr: SAKSNR = "",
    til: Annotated[
        str,
        typer.Option("--til", metavar="UTVALG", help="Utvalget eller organet den sendes til."),
    ] = "",
) -> Gjort:
    """Sender en sak videre til et annet utvalg. Har registeret det utvalget også, blir saken meldt inn der.

    Eksempler:
      brukerutvalg sak oversend nav-fjordvik siste 12/26 --til nav-troendelag
      brukerutvalg sak oversend nav-troendelag 2026-11-16 12/26 --til nav-sentralt
    """
    from brukerutvalg_cli.cli import kjente, svar
    from brukerutvalg_cli.handling.moetebok import dokumentet
    from brukerutvalg_cli.handling.sak_videre import oversend as send
    from brukerutvalg_cli.model.verdier import kjent

    meeting, register = s.moete(moete), s.lastet.register
    nr = s.sak(nr, meeting)
    known = svar.en_av(kjente.utvalgene(register), kjente.organisasjoner(register), hva="Registeret har")
    to = svar.svar("--til", til, "Hvilket utvalg skal ha den?", known, kjent(s.mappe.utvalg.overordnet) or "")
    there = send(s.utkast, register, s.mappe, meeting.navn, nr, to)
    neste = f"brukerutvalg {dokumentet(s.mappe, meeting)}"
    if there:
        neste = f"brukerutvalg sak til-moete {to} {there} neste"
    return Gjort(f"Sendte sak {nr} til {to}", neste)
