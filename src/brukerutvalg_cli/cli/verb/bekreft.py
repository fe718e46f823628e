"""The verb `bekreft`: a person says that a provision no machine can see is kept."""

from __future__ import annotations

from typing import Annotated

import typer

from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving


@skriver
def bekreft(
    s: Skriving,
    bestemmelse: Annotated[str, typer.Argument(metavar="BESTEMMELSE", help="Id-en i mandatet.")] = "",
    ansvarlig: Annotated[
        str, typer.Option("--ansvarlig", metavar="HVEM", help="Hvem som bekrefter det.")
    ] = "",
    sak: Annotated[str, typer.Option("--sak", metavar="SAK", help="Saken det står i.")] = "",
    dokument: Annotated[str, typer.Option("--dokument", metavar="TEKST", help="Dokumentet det står i.")] = "",
    gjelder: Annotated[
        str, typer.Option("--gjelder", metavar="HVEM", help="Hvem det gjelder, med komma mellom.")
    ] = "",
) -> Gjort:
    """Bekrefter noe mandatet krever, og som programmet ikke kan se selv.

    Eksempler:
      brukerutvalg bekreft nav-fjordvik formaal --ansvarlig liv-sandvik --sak 14/26
      brukerutvalg bekreft nav-fjordvik formaal --ansvarlig leder --dokument "Årsmelding 2026"
    """
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.handling.hendelse import foer
    from brukerutvalg_cli.handling.mandatets import gjeldende
    from brukerutvalg_cli.model.hendelse import Hendelse

    rules = [
        b.id
        for b in gjeldende(s.mappe, s.lastet.regelverk, s.dag)
        if getattr(b, "regel", "") == "bekreftelse"
    ]
    known = svar.en_av(rules, hva="Det som kan bekreftes, er")
    rule = svar.svar("BESTEMMELSE", bestemmelse, "Hvilken bestemmelse?", known)
    anybody = svar.helst_en_av(s.hvem_som_helst, slingring=100)
    who = svar.svar("--ansvarlig", ansvarlig, "Hvem bekrefter det?", anybody)
    if not sak and not dokument:
        raise typer.BadParameter("--sak eller --dokument mangler: hvor står det?")
    people = svar.om_sagt("--gjelder", gjelder, "Hvem gjelder det?", svar.flere(anybody)) or []
    entry = {
        "hva": "bekreftelse",
        "dato": s.naar(Hendelse, "dato"),
        "bestemmelse": rule,
        "sak": s.helst_sak(sak),
        "dokument": dokument,
    }
    foer(s.utkast, s.mappe, entry | {"ansvarlig": who, "gjelder": people})
    neste = f"brukerutvalg regelverk for {s.mappe.id}"
    return Gjort(f"Førte bekreftelse av {rule}", neste)
