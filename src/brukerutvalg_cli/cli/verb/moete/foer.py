"""The verb `moete foer`: what was said before the first case, and before the meeting."""

from __future__ import annotations

from typing import Annotated

import typer

from brukerutvalg_cli.cli.skrivevalg import MOETE
from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving


@skriver
def foer(
    s: Skriving,
    moete: MOETE = "",
    innledning: Annotated[
        str,
        typer.Option(
            "--innledning", metavar="TEKST", help="Det som ble sagt før første sak, eller «@fil.md»."
        ),
    ] = "",
    fil: Annotated[
        str, typer.Option("--fil", metavar="FIL", help="Innledningen, fra ei fil. «-» er standard inn.")
    ] = "",
    formoete: Annotated[
        str, typer.Option("--formoete", metavar="TEKST", help="Det som ble sagt i formøtet, eller «@fil.md».")
    ] = "",
    formoete_tid: Annotated[
        str, typer.Option("--formoete-tid", metavar="TID", help="Når formøtet er, som 11:45.")
    ] = "",
    praktisk: Annotated[
        str,
        typer.Option(
            "--praktisk", metavar="TEKST", help="Praktisk informasjon i innkallingen, eller «@fil.md»."
        ),
    ] = "",
) -> Gjort:
    """Fører innledningen, formøtet og det praktiske. Det som står fra før under samme punkt, blir erstattet.

    Sier du ikke noe om møtet, og har du valgt en editor ($EDITOR), skriver du innledningen der.

    Eksempler:
      brukerutvalg moete foer nav-fjordvik siste --innledning "Lederen ønsket velkommen."
      brukerutvalg moete foer nav-fjordvik siste --formoete @formoete.md
    """
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.cli.innvendinger import ikke_vaert
    from brukerutvalg_cli.cli.klokkesvar import tidsrom
    from brukerutvalg_cli.cli.tekstfil import fra_fil, skrevet, tekst_eller_fil
    from brukerutvalg_cli.handling.moetebok import dokumentet, foer_foer_sakene
    from brukerutvalg_cli.model.kalender import dag_i_ord

    meeting = s.moete(moete)
    said = tekst_eller_fil(innledning) or fra_fil(fil)
    fields = {"innledning": said, "praktisk": tekst_eller_fil(praktisk)}
    when = svar.om_sagt("--formoete-tid", formoete_tid, "Når er formøtet?", tidsrom)
    before = {"tid": "–".join(filter(None, when)) if when else None, "referat": tekst_eller_fil(formoete)}
    if not any((*fields.values(), *before.values())) and svar.kan_spoerre():
        fields["innledning"] = skrevet(f"møtet {meeting.dato}", meeting.innledning or "")
    if not any((*fields.values(), *before.values())):
        raise typer.BadParameter(
            "det er ikke noe å føre. Skriv --innledning, --fil, --formoete, --formoete-tid eller --praktisk"
        )
    foer_foer_sakene(s.utkast, s.mappe, meeting.navn, fields, before)
    neste = f"brukerutvalg {dokumentet(s.mappe, meeting)}"
    held = fields["innledning"] or before["referat"]
    against = ikke_vaert(s, meeting) if held else ()
    return Gjort(f"Førte møtet {dag_i_ord(meeting.dato)}", neste, innvendinger=against)
