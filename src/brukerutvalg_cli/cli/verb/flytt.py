"""The verb `flytt`: a meeting is moved to another day, or to another time of the same."""

from __future__ import annotations

from typing import Annotated

import typer

from brukerutvalg_cli.cli.skrivevalg import MOETE, SLUTT
from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving


@skriver
def flytt(
    s: Skriving,
    moete: MOETE = "",
    til: Annotated[str, typer.Option("--til", metavar="DAG", help="Dagen det flyttes til.")] = "",
    tid: Annotated[
        str, typer.Option("--tid", metavar="KLOKKESLETT", help="Når det begynner, om det er nytt.")
    ] = "",
    slutt: SLUTT = "",
) -> Gjort:
    """Flytter et møte til en annen dag, med alt som viser til det, eller til et annet klokkeslett samme dag.

    Eksempler:
      brukerutvalg flytt nav-fjordvik neste --til 23.11.2026
      brukerutvalg flytt nav-fjordvik 16.11.2026 --til 23.11.2026 --tid 13:00
    """
    from brukerutvalg_cli.cli import dagsvar, svar
    from brukerutvalg_cli.cli.innvendinger import moetedag, samme_tid
    from brukerutvalg_cli.cli.klokkesvar import naar
    from brukerutvalg_cli.cli.valgfoelge import si_fra
    from brukerutvalg_cli.handling.moete import flytt as move
    from brukerutvalg_cli.model.kalender import dag_i_ord
    from brukerutvalg_cli.model.verdier import kjent
    from brukerutvalg_cli.oppramsing import alle_sammen

    meeting = s.moete(moete)
    to = svar.svar("--til", til, "Hvilken dag flyttes det til?", dagsvar.kommende)
    clock = naar(tid, slutt)
    navn, elections = move(s.utkast, s.mappe, meeting.navn, to, s.dag, clock)
    what = "møtet" if clock["tid"] or to != meeting.dato else "slutten på møtet"
    new = f"klokka {clock['tid'] or clock['slutt']}" if to == meeting.dato else dag_i_ord(to)
    melding = f"Flyttet {what} {dag_i_ord(meeting.dato)} til {new}"
    if elections.saker:
        melding += f", med valget i sak {alle_sammen(elections.saker)}"
    si_fra(elections, s.her)
    neste = f"brukerutvalg innkalling {s.mappe.id} {navn}"
    against = moetedag(s, to, flyttes=True) if to != meeting.dato else []
    stays = {"tid": kjent(meeting.tid), "slutt": kjent(meeting.slutt)}
    against += samme_tid(s, to, stays | {k: v for k, v in clock.items() if v}, meeting)
    return Gjort(melding, neste, innvendinger=against)
