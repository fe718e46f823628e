"""The verb `moete gjenaapne`: what was recorded as held is open again."""

from __future__ import annotations

from brukerutvalg_cli.cli.skrivevalg import MOETE
from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving


@skriver
def gjenaapne(
    s: Skriving,
    moete: MOETE = "",
) -> Gjort:
    """Åpner et møte som ble ført som holdt, eller avlyst, ved en feil. Oppmøtet blir tatt ut; sakene blir stående.

    Eksempler:
      brukerutvalg moete gjenaapne nav-fjordvik siste
      brukerutvalg moete gjenaapne nav-fjordvik 16.11.2026
    """
    from brukerutvalg_cli.handling.moete import gjenaapne as reopen
    from brukerutvalg_cli.model.kalender import dag_i_ord

    meeting = s.moete(moete, har_vaert=True)
    stands = reopen(s.utkast, s.mappe, meeting.navn, s.dag)
    neste = f"brukerutvalg oppmoete {s.mappe.id} {meeting.navn}"
    if meeting.dato > s.dag:
        neste = f"brukerutvalg innkalling {s.mappe.id} {meeting.navn}"
    against = [f"Møtet har {each}, og det blir stående." for each in stands]
    return Gjort(f"Åpnet møtet {dag_i_ord(meeting.dato)} igjen", neste, innvendinger=against)
