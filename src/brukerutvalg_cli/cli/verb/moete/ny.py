"""The verb `moete ny`: a meeting is planned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from brukerutvalg_cli.cli.skrivevalg import FORM, LENKE, SLUTT, SOM_SIST, STED, TID, UNIVERSELL
from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving

if TYPE_CHECKING:
    from collections.abc import Callable


@skriver
def ny(
    s: Skriving,
    dag: Annotated[str, typer.Argument(metavar="DAG", help="Dagen møtet skal være.")] = "",
    tid: TID = "",
    slutt: SLUTT = "",
    sted: STED = "",
    universell: UNIVERSELL = "",
    form: FORM = "",
    lenke: LENKE = "",
    felles_med: Annotated[
        str,
        typer.Option("--felles-med", metavar="UTVALG", help="Utvalg møtet er felles med, med komma mellom."),
    ] = "",
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
    from brukerutvalg_cli.cli import dagsvar, svar
    from brukerutvalg_cli.cli.innvendinger import moetedag, samme_tid
    from brukerutvalg_cli.cli.rammesvar import rammene
    from brukerutvalg_cli.handling.moete import nytt
    from brukerutvalg_cli.model.kalender import dag_i_ord

    day = svar.svar("DAG", dag, "Hvilken dag?", dagsvar.kommende)
    fields = rammene(s, day, tid, slutt, sted, universell, form, som_sist=som_sist)
    councils = svar.om_sagt("--felles-med", felles_med, "Hvilke utvalg er det felles med?", _andre(s))
    more = {
        "ekstraordinaert": ekstraordinaert or None,
        "lenke": lenke.strip() or None,
        "felles_med": councils,
        "nummer": nummer,
    }
    against = [*moetedag(s, day), *samme_tid(s, day, fields)]
    navn = nytt(s.utkast, s.mappe, day, fields | more, s.dag)
    what = f"møte {dag_i_ord(day)}" + (f", det {navn.nr}. den dagen ({navn})," if navn.nr > 1 else "")
    return Gjort(f"Førte {what} på planen", f"brukerutvalg frister {s.mappe.id}", innvendinger=against)


def _andre(s: Skriving) -> Callable[[str], list[str]]:
    """Reads other councils of the register than this, with commas between."""
    from brukerutvalg_cli.cli import kjente, svar

    others = [each for each in kjente.utvalgene(s.lastet.register) if each.id != s.mappe.id]
    return svar.flere(svar.en_av(others, hva="Registeret har"))
