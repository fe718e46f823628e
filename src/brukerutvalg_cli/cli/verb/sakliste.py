"""The verb `sakliste`: the agenda is settled, with what is on every agenda."""

from __future__ import annotations

from typing import Annotated

import typer

from brukerutvalg_cli.cli.skrivevalg import MOETE
from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving


@skriver
def sakliste(
    s: Skriving,
    moete: MOETE = "neste",
    foreslaatt_av: Annotated[
        str, typer.Option("--foreslaatt-av", metavar="HVEM", help="Verv eller personer, med komma mellom.")
    ] = "",
    godkjent_av: Annotated[
        str, typer.Option("--godkjent-av", metavar="HVEM", help="Verv eller personer, med komma mellom.")
    ] = "",
    i_samraad_med: Annotated[
        str, typer.Option("--i-samraad-med", metavar="HVEM", help="Verv eller personer, med komma mellom.")
    ] = "",
    faste_saker: Annotated[
        str,
        typer.Option("--faste-saker", metavar="NAVN", help="De faste punktene. Ellers: de mandatet krever."),
    ] = "",
) -> Gjort:
    """Gjør sakslista ferdig: hvem som foreslo og godkjente den, de faste punktene, og referatene som venter.

    Uten valg er det de mandatet vil ha, som foreslår og godkjenner.

    Eksempler:
      brukerutvalg sakliste nav-fjordvik neste
      brukerutvalg sakliste nav-fjordvik neste --foreslaatt-av leder,sekretaer --godkjent-av leder
    """
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.handling import sakliste as handling
    from brukerutvalg_cli.handling.mandatets import ingen_har, krav_til_sakliste
    from brukerutvalg_cli.model.kalender import dag_i_ord
    from brukerutvalg_cli.regler.i_ord import en_av_dem

    meeting = s.moete(moete)
    wanted = krav_til_sakliste(s.mappe, s.lastet.regelverk, meeting.dato)
    given = {"foreslaatt_av": foreslaatt_av, "godkjent_av": godkjent_av, "i_samraad_med": i_samraad_med}
    asked = {"foreslaatt_av": "Hvem foreslo sakslista?", "godkjent_av": "Hvem godkjente den?"}
    anybody = svar.en_av(s.hvem_som_helst, hva="Det kan være")
    for key, question in asked.items():
        if names := ingen_har(s.mappe, s.lastet.regelverk, meeting.dato, key):
            said = "foreslår" if key == "foreslaatt_av" else "godkjenner"
            who = en_av_dem(names, s.her)
            asked[key] = f"Mandatet vil at {who} {said} sakslista, men det har utvalget ingen av. {question}"
    fields = {
        key: wanted.get(key, [])
        if not text and (wanted.get(key) or key not in wanted or key not in asked)
        else svar.svar(f"--{key.replace('_', '-')}", text, asked.get(key, ""), svar.flere(anybody))
        for key, text in given.items()
    }
    fixed = svar.flere(svar.tekst)(faste_saker) if faste_saker else wanted.get("faste_saker", [])
    new = handling.sakliste(s.utkast, s.mappe, meeting.dato, fields | {"dato": s.dag}, fixed)
    put = f", og satte på sak {', '.join(new)}" if new else ""
    return Gjort(
        f"Førte sakslista til møtet {dag_i_ord(meeting.dato)} som godkjent{put}",
        f"brukerutvalg innkalling {s.mappe.id} {meeting.dato}",
    )
