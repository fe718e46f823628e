"""The verb `sendt`: the day a document went out."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

import typer

from brukerutvalg_cli.cli.skrivevalg import MOETE
from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving

Dokument = Literal["innkalling", "sakliste", "sakspapirer", "referat"]


@skriver
def sendt(
    s: Skriving,
    moete: MOETE = "",
    hva: Annotated[
        list[str] | None,
        typer.Argument(metavar="HVA", help="innkalling, sakliste, sakspapirer eller referat."),
    ] = None,
    til: Annotated[
        str,
        typer.Option(
            "--til", metavar="HVEM", help="Hvem det gikk til utenom medlemmene. Ellers: de i mandatet."
        ),
    ] = "",
) -> Gjort:
    """Fører dagen noe ble sendt. Når innkallingen er sendt, er møtet innkalt.

    Eksempler:
      brukerutvalg sendt nav-fjordvik neste innkalling sakspapirer
      brukerutvalg sendt nav-fjordvik siste referat --til varamedlemmer,nav-troendelag --dato 20.11.2026
    """
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.cli.svar import flere, tekst
    from brukerutvalg_cli.handling import dokumentgang as handling
    from brukerutvalg_cli.handling.mandatets import mottakere
    from brukerutvalg_cli.model.kalender import dag_i_ord
    from brukerutvalg_cli.oversikt.publisering import gjenstaar, kan_legges_ut

    meeting = s.moete(moete)
    stated = flere(tekst)(til)
    documents = svar.flere_svar(
        "HVA", hva, "Hva ble sendt? Komma mellom flere:", svar.en_av(get_args(Dokument))
    )
    for document in documents:
        to = stated or mottakere(s.mappe, s.lastet.regelverk, meeting, document)
        handling.sendt(s.utkast, s.mappe, meeting.dato, document, s.dag, to)
    if "referat" in documents:
        public = kan_legges_ut(s.mappe, s.lastet.regelverk, meeting, s.dag)
        neste = f"publisert {s.mappe.id} {meeting.dato} referat" if public else f"status {s.mappe.id}"
    else:
        left = gjenstaar(s.mappe, s.lastet.regelverk, meeting, documents)
        neste = left or f"oppmoete {s.mappe.id} {meeting.dato}"
    melding = f"Førte {' og '.join(documents)} som sendt {dag_i_ord(s.dag)}"
    return Gjort(melding, f"brukerutvalg {neste}")
