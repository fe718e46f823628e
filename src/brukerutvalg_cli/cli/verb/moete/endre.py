"""The verb `moete endre`: when and where a planned meeting is."""

from __future__ import annotations

from typing import Annotated, get_args

import typer

from brukerutvalg_cli.cli.skrivevalg import FORM, LENKE, MOETE, SLUTT, STED, TID, UNIVERSELL
from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving
from brukerutvalg_cli.model.ordvalg import Form


@skriver
def endre(
    s: Skriving,
    moete: MOETE = "",
    tid: TID = "",
    slutt: SLUTT = "",
    sted: STED = "",
    universell: UNIVERSELL = "",
    form: FORM = "",
    lenke: LENKE = "",
    ekstraordinaert: Annotated[
        str, typer.Option("--ekstraordinaert", metavar="ja|nei|ukjent", help="Er møtet utenom de vanlige?")
    ] = "",
) -> Gjort:
    """Endrer klokkeslett, sted eller form for et møte, eller om det er ekstraordinært. En annen dag er «flytt».

    Eksempler:
      brukerutvalg moete endre nav-fjordvik neste --sted "Nav Fjordvik" --universell-utforming ja
      brukerutvalg moete endre nav-fjordvik 16.11.2026 --tid 12:00 --form hybrid
    """
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.cli.faktum import eller_ukjent
    from brukerutvalg_cli.cli.klokkesvar import naar
    from brukerutvalg_cli.handling.moete import endre as change
    from brukerutvalg_cli.model.kalender import dag_i_ord
    from brukerutvalg_cli.model.moete import Moete, Sted

    meeting = s.moete(moete)
    accessible = svar.om_sagt(
        "--universell-utforming",
        universell,
        "Kan alle komme inn (ja/nei/ukjent)?",
        eller_ukjent(svar.ja_eller_nei, Sted, "universell_utforming"),
    )
    shape = svar.om_sagt(
        "--form", form, "Hvilken form?", eller_ukjent(svar.en_av(get_args(Form)), Moete, "form")
    )
    extra = svar.om_sagt(
        "--ekstraordinaert",
        ekstraordinaert,
        "Er møtet utenom de vanlige (ja/nei/ukjent)?",
        eller_ukjent(svar.ja_eller_nei, Moete, "ekstraordinaert"),
    )
    name = svar.om_sagt("--sted", sted, "Hvor er det?", eller_ukjent(svar.tekst, Sted, "navn"))
    place = {"navn": name, "universell_utforming": accessible}
    fields = naar(tid, slutt) | {"form": shape, "ekstraordinaert": extra, "lenke": lenke.strip() or None}
    if not any((tid, slutt, form, sted, universell, ekstraordinaert, lenke)):
        raise typer.BadParameter(
            "det er ikke noe å endre. Skriv --tid, --slutt, --sted, --universell-utforming, --form, --lenke eller "
            "--ekstraordinaert"
        )
    change(s.utkast, s.mappe, meeting.navn, fields, place, s.dag)
    sent = meeting.status == "innkalt"
    late = (
        ". Innkallingen er alt sendt: skriv den på nytt, og send den, så følger kalenderen med"
        if sent
        else ""
    )
    neste = f"brukerutvalg {'innkalling' if sent else 'frister'} {s.mappe.id}"
    return Gjort(
        f"Endret møtet {dag_i_ord(meeting.dato)}{late}", f"{neste} {meeting.navn}" if sent else neste
    )
