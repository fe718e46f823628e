"""The verb `avlys`: a meeting is called off."""

from __future__ import annotations

from brukerutvalg_cli.cli.skrivevalg import MOETE
from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving


@skriver
def avlys(
    s: Skriving,
    moete: MOETE = "",
) -> Gjort:
    """Fører et møte som avlyst. Sakene blir stående til de settes på et annet møte.

    Er et valg alt ført i møtet, blir det tatt tilbake, med det som var ført hos personene.

    Eksempler:
      brukerutvalg avlys nav-fjordvik neste
      brukerutvalg avlys nav-fjordvik 16.11.2026
    """
    from brukerutvalg_cli.cli.valgfoelge import si_fra, tatt_tilbake
    from brukerutvalg_cli.handling.moete import avlys as call_off
    from brukerutvalg_cli.model.kalender import dag_i_ord

    meeting = s.moete(moete)
    elections = call_off(s.utkast, s.mappe, meeting.navn)
    neste = f"brukerutvalg innkalling {s.mappe.id} {meeting.navn} --ics avlysning.ics"
    if meeting.status == "planlagt":
        neste = f"brukerutvalg moete ny {s.mappe.id}"
    si_fra(elections, s.her)
    said = [f"Avlyste møtet {dag_i_ord(meeting.dato)}", *tatt_tilbake(elections, s.her)]
    return Gjort(". ".join(said), neste)
