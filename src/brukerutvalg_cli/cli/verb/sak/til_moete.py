"""The verb `sak til-moete`: a submitted case is put on the agenda of a meeting."""

from __future__ import annotations

from typing import Annotated

import typer

from brukerutvalg_cli.cli.saksgruppe import GRUPPE, gruppen
from brukerutvalg_cli.cli.skrivevalg import FOER_BESLUTNING, FORTROLIG_TIL, MOETE
from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving


@skriver
def til_moete(
    s: Skriving,
    sak: Annotated[
        str, typer.Argument(metavar="SAK", help="Navnet den fikk da den ble meldt inn: 2026-003.")
    ] = "",
    moete: MOETE = "neste",
    gruppe: GRUPPE = "",
    foer_beslutning: FOER_BESLUTNING = "",
    fortrolig_til: FORTROLIG_TIL = "",
) -> Gjort:
    """Setter en innmeldt sak på sakslista til et møte, med neste ledige saksnummer.

    Er det noe mandatet vil vite om saken, og som ikke ble sagt da den ble meldt inn, blir du spurt. Ellers er det
    ukjent.

    Eksempler:
      brukerutvalg sak til-moete nav-fjordvik 2026-003 neste
      brukerutvalg sak til-moete nav-fjordvik 2026-003 16.11.2026 --fortrolig-til 1.1.2028
    """
    from brukerutvalg_cli.cli.saksfakta import paa_sakslista
    from brukerutvalg_cli.handling.sak import meldt_inn
    from brukerutvalg_cli.handling.sak import til_moete as put
    from brukerutvalg_cli.model.kalender import dag_i_ord

    waiting = s.innmeldt(sak)
    case, meeting = meldt_inn(s.mappe, waiting), s.moete(moete)
    said = paa_sakslista(s, case, meeting.dato, foer_beslutning, fortrolig_til)
    nr = put(s.utkast, s.mappe, case, meeting.navn, s.dag, said | {"gruppe": gruppen(s, gruppe)})
    sent = meeting.status == "innkalt"
    late = ". Innkallingen er alt sendt: skriv den på nytt, og send sakslista" if sent else ""
    return Gjort(
        f"Satte sak {waiting} på sakslista til møtet {dag_i_ord(meeting.dato)}, som sak {nr}{late}",
        f"brukerutvalg {'innkalling' if sent else 'sakliste'} {s.mappe.id} {meeting.navn}",
    )
