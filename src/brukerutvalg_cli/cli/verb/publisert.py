"""The verb `publisert`: minutes or an agenda were made public."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from brukerutvalg_cli.cli.skrivevalg import MOETE
from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving

Dokument = Literal["referat", "sakliste"]


@skriver
def publisert(
    s: Skriving,
    moete: MOETE = "",
    hva: Annotated[Dokument, typer.Argument(metavar="HVA", help="referat eller sakliste.")] = "referat",
    kanal: Annotated[str, typer.Option("--kanal", metavar="STED", help="Ellers: stedet i mandatet.")] = "",
    via: Annotated[
        str, typer.Option("--via", metavar="HVEM", help="Hvem som la det ut. Ellers: den i mandatet.")
    ] = "",
    url: Annotated[str, typer.Option("--url", metavar="ADRESSE", help="Adressen til siden.")] = "",
) -> Gjort:
    """Fører når og hvor referatet eller sakslista ble lagt ut.

    Eksempler:
      brukerutvalg publisert nav-fjordvik siste
      brukerutvalg publisert nav-fjordvik siste referat --url https://www.nav.no/… --dato 1.12.2026
    """
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.handling import mandatets
    from brukerutvalg_cli.handling.dokumentgang import publisert as record
    from brukerutvalg_cli.model.kalender import dag_i_ord

    meeting = s.moete(moete)
    where, by = mandatets.kanal(s.mappe, s.lastet.regelverk, meeting, hva)
    address = svar.om_sagt("--url", url, "Hva er adressen til siden?", _nettadresse)
    kanal = kanal or where or "nav.no"
    fields = {"dato": s.dag, "kanal": kanal, "via": via or by, "url": address}
    record(s.utkast, s.mappe, meeting.dato, hva, fields)
    neste = f"brukerutvalg status {s.mappe.id}"
    melding = f"Førte {hva} fra møtet {dag_i_ord(meeting.dato)} som lagt ut på {kanal}"
    return Gjort(melding, neste)


def _nettadresse(text: str) -> str:
    from brukerutvalg_cli.cli.svar import Ugyldig

    if not text.startswith(("https://", "http://")) or len(text.split()) > 1:
        raise Ugyldig(f"«{text}» er ikke en nettadresse. Den begynner med https://.")
    return text
