"""The verb `moete ny`: a meeting is planned."""

from __future__ import annotations

from typing import Annotated

import typer

from brukerutvalg_cli.cli.skrivevalg import FORM, SLUTT, SOM_SIST, STED, TID, UNIVERSELL
from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving


@skriver
def ny(
    s: Skriving,
    dag: Annotated[str, typer.Argument(metavar="DAG", help="Dagen møtet skal være.")] = "",
    tid: TID = "",
    slutt: SLUTT = "",
    sted: STED = "",
    universell: UNIVERSELL = "",
    form: FORM = "",
    nummer: Annotated[
        str, typer.Option("--nummer", metavar="NUMMER", help="Møtets eget nummer, som 397.")
    ] = "",
    ekstraordinaert: Annotated[
        bool, typer.Option("--ekstraordinaert", help="Møtet er utenom de vanlige.")
    ] = False,
    som_sist: SOM_SIST = False,
) -> Gjort:
    """Fører et møte på planen. På en terminal blir du spurt om tid, sted og form, med det som gjaldt sist, som forslag.

    Eksempler:
      brukerutvalg moete ny nav-fjordvik 16.11.2026 --tid 12-15 --sted "Nav Fjordvik" --universell-utforming ja
      brukerutvalg moete ny nav-fjordvik "16. november 2026" --som-sist
    """
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.cli.innvendinger import moetedag
    from brukerutvalg_cli.cli.rammesvar import rammene
    from brukerutvalg_cli.handling.moete import nytt
    from brukerutvalg_cli.model.kalender import dag_i_ord

    day = svar.svar("DAG", dag, "Hvilken dag?", svar.dag)
    fields = rammene(s, day, tid, slutt, sted, universell, form, som_sist=som_sist)
    nytt(s.utkast, s.mappe, day, fields | {"nummer": nummer, "ekstraordinaert": ekstraordinaert or None})
    neste = f"brukerutvalg frister {s.mappe.id}"
    return Gjort(f"Førte møte {dag_i_ord(day)} på planen", neste, innvendinger=moetedag(s, day))
