"""The verb `moete ny`: a meeting is planned."""

from __future__ import annotations

from typing import Annotated

import typer

from brukerutvalg_cli.cli.skrivevalg import FORM, SLUTT, STED, TID, UNIVERSELL
from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving
from brukerutvalg_cli.cli.valgord import FORMER


@skriver
def ny(
    s: Skriving,
    dag: Annotated[str, typer.Argument(metavar="DAG", help="Dagen møtet skal være.")] = "",
    tid: TID = "",
    slutt: SLUTT = "",
    sted: STED = "",
    universell: UNIVERSELL = "",
    form: FORM = "",
    ekstraordinaert: Annotated[
        bool, typer.Option("--ekstraordinaert", help="Møtet er utenom de vanlige.")
    ] = False,
) -> Gjort:
    """Fører et møte på planen. Tid, sted og form er som i det siste møtet, når du ikke sier noe annet.

    Eksempler:
      brukerutvalg moete ny nav-fjordvik 16.11.2026 --tid 12:00 --sted "Nav Fjordvik" --universell-utforming ja
      brukerutvalg moete ny nav-fjordvik "16. november 2026" --ekstraordinaert
    """
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.handling.moete import nytt, som_sist
    from brukerutvalg_cli.model.kalender import dag_i_ord

    day = svar.svar("DAG", dag, "Hvilken dag?", svar.dag)
    accessible = svar.om_sagt(
        "--universell-utforming", universell, "Kan alle komme inn (ja/nei)?", svar.ja_eller_nei
    )
    place = {"navn": sted, "universell_utforming": accessible}
    said = {
        "tid": tid,
        "slutt": slutt,
        "sted": place if sted else None,
        "ekstraordinaert": ekstraordinaert,
        "form": svar.om_sagt("--form", form, "Hvilken form?", svar.en_av(FORMER)),
    }
    given = {key: value for key, value in said.items() if value}
    nytt(s.utkast, s.mappe, day, som_sist(s.mappe, given))
    neste = f"brukerutvalg frister {s.mappe.id}"
    return Gjort(f"Førte møte {dag_i_ord(day)} på planen", neste)
