"""The verb `person liste`: everybody in a list, with the terms that are not on record."""

from __future__ import annotations

from typing import Annotated

import typer

from brukerutvalg_cli.cli.skrivevalg import ADRESSEFIL, HELE_AAR, JA, LISTE_FRA, LISTE_SIDE
from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving


@skriver
def liste(
    s: Skriving,
    fil: Annotated[
        str,
        typer.Argument(metavar="FIL", help="Lista fra Excel (.xlsx) eller som CSV, med sine overskrifter."),
    ] = "",
    side: LISTE_SIDE = "",
    fra: LISTE_FRA = "",
    hele_aar: HELE_AAR = "",
    adresser: ADRESSEFIL = "",
    ja: JA = False,
) -> Gjort | None:
    """Fører alle i ei liste: de som er nye, og de periodene som ikke står der fra før.

    Du ser først hvordan lista er forstått. Kolonner som registeret ikke fører, blir nevnt og tatt ut. E-post og telefon
    blir aldri lagret i registeret; e-postadressene kan legges i en fil utenfor det.

    Eksempler:
      brukerutvalg person liste nav-fjordvik medlemmer.xlsx
      brukerutvalg person liste nav-fjordvik nye.csv --side bruker --ja
    """
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.cli.adressefil import skriv_adresser, spoer_om_fil
    from brukerutvalg_cli.cli.listesvar import SagtListe, sett_gjennom, til_registeret
    from brukerutvalg_cli.handling.mandatets import gjeldende
    from brukerutvalg_cli.handling.medlemsliste.foer import foer_liste

    found = sett_gjennom(
        fil, til_registeret(s.mappe, s.lastet.register, s.dag), SagtListe(side, fra, hele_aar)
    )
    rules = list(gjeldende(s.mappe, s.lastet.regelverk, s.dag))
    done = foer_liste(s.utkast, s.lastet.register, s.mappe, found, rules)
    if done.sto:
        typer.echo(f"Står der alt: {', '.join(done.sto)}.")
    if not s.bare_vis and not svar.bekreft("Skal lista føres slik?", ja=ja):
        typer.echo("Ingenting er skrevet.", err=True)
        return None
    place = spoer_om_fil(adresser, found.adresser, s.rot)
    people = "1 ny person" if done.nye == 1 else f"{done.nye} nye personer"
    terms = "1 periode" if done.perioder == 1 else f"{done.perioder} perioder"
    return Gjort(
        f"Førte {people} og {terms} i {s.mappe.id}",
        f"brukerutvalg status {s.mappe.id}",
        etterpaa=(lambda: skriv_adresser(place, found.adresser, s.rot)) if place else None,
    )
