"""The verb `hendelse ny`: something that recurs has happened."""

from __future__ import annotations

from typing import Annotated

import typer

from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving


@skriver
def ny(
    s: Skriving,
    hva: Annotated[str, typer.Argument(metavar="HVA", help="evaluering, erfaringssamling, moeteplan …")] = "",
    sak: Annotated[str, typer.Option("--sak", metavar="SAK", help="Saken det ble gjort i.")] = "",
    moete: Annotated[str, typer.Option("--moete", metavar="MØTE", help="Møtet det hører til.")] = "",
    ansvarlig: Annotated[str, typer.Option("--ansvarlig", metavar="HVEM", help="Hvem som gjorde det.")] = "",
    fra: Annotated[str, typer.Option("--fra", metavar="DATO", help="Første dag, for noe som varer.")] = "",
    til: Annotated[str, typer.Option("--til", metavar="DATO", help="Siste dag, for noe som varer.")] = "",
) -> Gjort:
    """Fører noe som skjer utenom møtene, og som mandatet vil ha så og så ofte eller innen en dag.

    Vet ingen mer enn året eller måneden, skriver du det: --dato 2021, --fra 2021-03.

    Eksempler:
      brukerutvalg hendelse ny nav-fjordvik evaluering --dato 16.11.2026 --sak 14/26
      brukerutvalg hendelse ny nav-fjordvik redaksjonsraadsmoete --moete neste
      brukerutvalg hendelse ny nav-fjordvik oppnevningsrunde --fra 1.1.2027 --til 31.12.2028 --ansvarlig nav-fjordvik
    """
    from brukerutvalg_cli.cli import dagsvar, svar
    from brukerutvalg_cli.cli.faktum import eller_ukjent
    from brukerutvalg_cli.handling.hendelse import foer
    from brukerutvalg_cli.handling.mandatets import gjeldende, kjente_hendelser
    from brukerutvalg_cli.model.hendelse import Hendelse
    from brukerutvalg_cli.model.vet_av import naar_i_ord

    wanted = kjente_hendelser(gjeldende(s.mappe, s.lastet.regelverk, s.dag))
    what = svar.svar("HVA", hva, "Hva har skjedd?", svar.helst_en_av(wanted))
    begins = eller_ukjent(dagsvar.dag_eller_del, Hendelse, "fra")
    first = svar.om_sagt("--fra", fra, "Hvilken dag?", begins)
    ends = eller_ukjent(dagsvar.dag_eller_del_ikke_foer(first, "første dag"), Hendelse, "til")
    last = svar.om_sagt("--til", til, "Hvilken dag?", ends)
    entry = {
        "hva": what,
        "dato": (day := s.naar(Hendelse, "dato")),
        "sak": s.helst_sak(sak),
        "ansvarlig": ansvarlig,
        "fra": first,
        "til": last,
    }
    entry["moete"] = s.moete(moete).dato if moete else None
    foer(s.utkast, s.mappe, entry)
    neste = f"brukerutvalg status {s.mappe.id}"
    return Gjort(f"Førte {what} {naar_i_ord(day)}", neste)
