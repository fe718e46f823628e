"""The verb `sak til-moete`: a submitted case is put on the agenda of a meeting."""

from __future__ import annotations

from typing import Annotated

import typer

from brukerutvalg_cli.cli.skrivevalg import FORTROLIG_TIL, MOETE
from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving


@skriver
def til_moete(
    s: Skriving,
    sak: Annotated[
        str, typer.Argument(metavar="SAK", help="Navnet den fikk da den ble meldt inn: 2026-003.")
    ] = "",
    moete: MOETE = "neste",
    fortrolig_til: FORTROLIG_TIL = "",
) -> Gjort:
    """Setter en innmeldt sak på sakslista til et møte, med neste ledige saksnummer.

    Eksempler:
      brukerutvalg sak til-moete nav-fjordvik 2026-003 neste
      brukerutvalg sak til-moete nav-fjordvik 2026-003 16.11.2026 --fortrolig-til 1.1.2028
    """
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.cli.faktum import eller_ukjent
    from brukerutvalg_cli.handling.sak import til_moete as put
    from brukerutvalg_cli.model.kalender import dag_i_ord
    from brukerutvalg_cli.model.sak import Sak

    sak, meeting = s.innmeldt(sak), s.moete(moete)
    until = svar.om_sagt(
        "--fortrolig-til",
        fortrolig_til,
        "Når kan saken bli offentlig?",
        eller_ukjent(svar.dag, Sak, "fortrolig_til"),
    )
    nr = put(s.utkast, s.mappe, sak, meeting.navn, s.dag, until)
    sent = meeting.status == "innkalt"
    late = ". Innkallingen er alt sendt: skriv den på nytt, og send sakslista" if sent else ""
    return Gjort(
        f"Satte sak {nr} på sakslista til møtet {dag_i_ord(meeting.dato)}{late}",
        f"brukerutvalg {'innkalling' if sent else 'sakliste'} {s.mappe.id} {meeting.navn}",
    )
