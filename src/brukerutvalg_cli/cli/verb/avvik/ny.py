"""The verb `avvik ny`: the council has decided to depart from a provision."""

from __future__ import annotations

from typing import Annotated

import typer

from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving


@skriver
def ny(
    s: Skriving,
    bestemmelse: Annotated[str, typer.Argument(metavar="BESTEMMELSE", help="Id-en i mandatet.")] = "",
    grunn: Annotated[str, typer.Option("--grunn", metavar="TEKST", help="Hvorfor.")] = "",
    vedtatt_i: Annotated[
        str, typer.Option("--vedtatt-i", metavar="SAK", help="Saken som avgjorde det.")
    ] = "",
    notert_i: Annotated[
        str,
        typer.Option(
            "--notert-i",
            metavar="SAK",
            help="I stedet: saken der utvalget tok til etterretning det ingen kan rette.",
        ),
    ] = "",
    vedtatt_av: Annotated[
        str,
        typer.Option(
            "--vedtatt-av",
            metavar="HVEM",
            help="Er det ikke utvalget: eieren, kommunestyret. Saken er da deres.",
        ),
    ] = "",
    gjelder: Annotated[
        str,
        typer.Option(
            "--gjelder", metavar="MØTE|SAK", help="Bare dette møtet eller denne saken. Ellers: alt."
        ),
    ] = "",
    til: Annotated[str, typer.Option("--til", metavar="DATO", help="Siste dag avviket gjelder.")] = "",
) -> Gjort:
    """Fører et avvik fra mandatet: hva, hvorfor, hvor det er vedtatt og hvor lenge.

    Saken har et vedtak, i et møte som er holdt. Kan ingenting rettes lenger, som når papirene kom sent,
    er det nok at utvalget har notert det i en sak: --notert-i.

    Eksempler:
      brukerutvalg avvik ny nav-fjordvik moeter --grunn "Valgår" --vedtatt-i 14/26 --til 31.12.2027
      brukerutvalg avvik ny nav-fjordvik lengde --grunn "Valgår" --vedtatt-av kommunestyret --vedtatt-i "sak 45/26"
      brukerutvalg avvik ny nav-fjordvik sakspapirer --grunn "Nytt system" --notert-i 1/27 --gjelder 2026-11-16
    """
    from brukerutvalg_cli.cli import dagsvar, svar
    from brukerutvalg_cli.handling.hendelse import avvik
    from brukerutvalg_cli.handling.mandatets import gjeldende

    rules = [b.id for b in gjeldende(s.mappe, s.lastet.regelverk, s.dag)]
    rule = svar.svar(
        "BESTEMMELSE", bestemmelse, "Hvilken bestemmelse?", svar.en_av(rules, hva="Mandatet har")
    )
    why = svar.svar("--grunn", grunn, "Hvorfor?", svar.tekst)
    if vedtatt_i and notert_i:
        raise typer.BadParameter(
            "--vedtatt-i og --notert-i er hver sitt: utvalget har vedtatt det, eller notert det"
        )
    case = ""
    if not notert_i:
        case = s.helst_sak(svar.svar("--vedtatt-i", vedtatt_i, "I hvilken sak ble det vedtatt?", svar.tekst))
    last = svar.svar("--til", til, "Til hvilken dag?", dagsvar.dag) if til else None
    noted = s.helst_sak(notert_i) if notert_i else ""
    whoever = svar.helst_en_av(s.hvem_som_helst)
    by = svar.svar("--vedtatt-av", vedtatt_av, "Hvem vedtok det?", whoever) if vedtatt_av else ""
    decided = {"vedtatt_i": case, "vedtatt_av": by, "notert_i": noted, "til": last}
    about = _gjelder(s, gjelder)
    avvik(s.utkast, s.mappe, {"bestemmelse": rule, "gjelder": about, "grunn": why} | decided)
    neste = f"brukerutvalg valider {s.mappe.id}"
    return Gjort(f"Førte avvik fra {rule}", neste)


def _gjelder(s: Skriving, text: str) -> str:
    """A meeting, by its day, where that is what it reads as; a case, and any other subject, by what it is called."""
    from brukerutvalg_cli.dokument.moetevalg import er_et_moete

    case = s.helst_sak(text)
    return str(s.moete(text).dato) if case == text and er_et_moete(text, s.dag) else case
