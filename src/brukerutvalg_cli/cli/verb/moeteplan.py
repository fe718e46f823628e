"""The verb `moeteplan`: days for a year's meetings, proposed and, when accepted, planned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from brukerutvalg_cli.cli.skrivevalg import JA, SOM_SIST, TID
from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from brukerutvalg_cli.handling.filer import Postdata
    from brukerutvalg_cli.handling.moeteplan.plan import Foreslaatt


@skriver
def moeteplan(
    s: Skriving,
    aar: Annotated[
        int | None, typer.Argument(metavar="ÅR", help="Året planen gjelder.", min=1947, max=2100)
    ] = None,
    antall: Annotated[
        int,
        typer.Option(
            "--antall",
            metavar="TALL",
            help="Hvor mange møter i alt. Ellers: som i fjor, eller det mandatet krever.",
            min=0,
        ),
    ] = 0,
    dager: Annotated[
        str,
        typer.Option("--dager", metavar="DATO", help="Egne dager i stedet for forslaget, med komma mellom."),
    ] = "",
    tid: TID = "",
    som_sist: SOM_SIST = False,
    vedtatt_i: Annotated[
        str, typer.Option("--vedtatt-i", metavar="SAK", help="Saken planen ble vedtatt i. Da føres vedtaket.")
    ] = "",
    ja: JA = False,
    ics: Annotated[
        str,
        typer.Option(
            "--ics",
            metavar="FIL",
            help="Skriv årets møter, slik de er ført, som en kalenderfil.",
        ),
    ] = "",
) -> Gjort | None:
    """Foreslår møtedager som holder mandatet, viser fristene som følger, og fører møtene når du sier ja.

    Dagene faller ikke på helligdager, i påska eller i juli, og hver frist kommer etter møtet før.

    Eksempler:
      brukerutvalg moeteplan nav-fjordvik 2027
      brukerutvalg moeteplan nav-fjordvik 2027 --dager "10.2.2027, 9.6.2027" --som-sist
      brukerutvalg moeteplan nav-fjordvik 2027 --ics moeter-2027.ics
    """
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.cli.innvendinger import moetedag, samme_tid
    from brukerutvalg_cli.cli.klokkesvar import naar
    from brukerutvalg_cli.handling import hendelse
    from brukerutvalg_cli.handling import moete as handling
    from brukerutvalg_cli.handling.moeteplan import plan as planning
    from brukerutvalg_cli.handling.moeteplan.antall import moeter_i_ord

    rules = s.lastet.regelverk
    following = str(s.dag.year + 1)
    asked = "" if svar.kan_spoerre() else following
    aar = aar or svar.svar("ÅR", asked, "Hvilket år gjelder planen?", _et_aar, following)
    if ics:
        _kalender(s, aar, ics)
        return None
    said = svar.om_sagt("--dager", dager, "Hvilke dager? Komma mellom:", svar.flere(_i_aaret(aar))) or []
    chosen = [planning.frister_for(s.mappe, rules, day) for day in dict.fromkeys(said)]
    proposed = chosen or planning.moeteplan(s.mappe, rules, aar, antall or None)
    _vis(proposed)
    days = [each.dag for each in proposed]
    if not days:
        typer.echo(f"Planen for {aar} er full: mandatet krever ikke flere møter.", err=True)
        if not vedtatt_i:
            return None
    elif not s.bare_vis and not svar.bekreft(_spoersmaal(len(days)), ja=ja or bool(chosen)):
        typer.echo("Ingenting er skrevet. Andre dager: --dager. Flere eller færre møter: --antall.", err=True)
        return None
    clock = {key: value for key, value in naar(tid, "").items() if value is not None}
    same = som_sist or (not clock and _som_sist(handling.som_sist(s.mappe, {})))
    fields = handling.som_sist(s.mappe, clock) if same else clock
    for day in days:
        handling.nytt(s.utkast, s.mappe, day, fields, s.dag)
    if vedtatt_i:
        case = s.helst_sak(vedtatt_i)
        there = s.mappe.saken(case)
        adopted = there[0].dato if there else s.dag
        entry = {"hva": "moeteplan", "dato": adopted, "sak": case, "merknad": f"For {aar}."}
        hendelse.foer(s.utkast, s.mappe, entry)
    return Gjort(
        f"Førte {moeter_i_ord(len(days))} på planen for {aar}"
        if days
        else f"Førte at planen for {aar} er vedtatt",
        f"brukerutvalg frister {s.mappe.id}",
        innvendinger=[
            said for day in dict.fromkeys(days) for said in (*moetedag(s, day), *samme_tid(s, day, fields))
        ],
    )


def _kalender(s: Skriving, aar: int, ics: str) -> None:
    """The meetings of the year on record as a feed; an empty one is not written."""
    from brukerutvalg_cli.cli.kalenderfil import skriv_kalender
    from brukerutvalg_cli.cli.utfil import utfil
    from brukerutvalg_cli.dokument.kalender import aarskalender

    meetings = [m for m in s.mappe.alle_moeter if m.dato.year == aar]
    if meetings:
        skriv_kalender(aarskalender(s.mappe, meetings), utfil(ics, s.rot))
    else:
        typer.echo(
            f"Ingen møter er ført i {aar}, så det blir ingen kalenderfil. Ingenting er skrevet.", err=True
        )
    typer.echo(f"Neste steg: brukerutvalg vis {s.mappe.id} moeter", err=True)


def _som_sist(sist: Postdata) -> bool:
    """Whether time, place and form are to be as the last time; asked on a terminal, and otherwise they are not said."""
    from brukerutvalg_cli.cli import svar

    if not sist or not svar.kan_spoerre():
        return False
    where = (sist.get("sted") or {}).get("navn")
    shown = ", ".join(str(each) for each in (sist.get("tid"), where, sist.get("form")) if each)
    question = f"Skal tid, sted og form være som sist ({shown}) (ja/nei)?"
    return svar.svar("--som-sist", "", question, svar.ja_eller_nei, "ja")


def _et_aar(text: str) -> int:
    from brukerutvalg_cli.cli.svar import Ugyldig

    if not text.isdecimal() or not 1947 <= int(text) <= 2100:
        raise Ugyldig(f"«{text}» er ikke et år fra 1947 til 2100.")
    return int(text)


def _vis(proposed: Sequence[Foreslaatt]) -> None:
    """Each day with its deadlines; where one falls on a day of rest, with the working day before it too."""
    from brukerutvalg_cli.handling.moeteplan.aaret import innvending
    from brukerutvalg_cli.model.kalender import dag_i_ord, siste_arbeidsdag

    for each in proposed:
        against = innvending(each.dag)
        typer.echo(dag_i_ord(each.dag) + (f" – {against}" if against else ""))
        for what, last in each.frister:
            send = siste_arbeidsdag(last)
            before = f" (siste arbeidsdag er {dag_i_ord(send)})" if send != last else ""
            typer.echo(f"  {what}: senest {dag_i_ord(last)}{before}")


def _spoersmaal(number: int) -> str:
    which = "møtet" if number == 1 else f"de {number} møtene"
    return f"Skal {which} føres på planen?"


def _i_aaret(aar: int) -> Callable[[str], date]:
    """Reads a day of the year the plan is for; without a year it is of that one."""
    from datetime import date

    from brukerutvalg_cli.cli import dagsvar, svar
    from brukerutvalg_cli.model.kalender import dag_i_ord

    def les(text: str) -> date:
        day = dagsvar.dag(text, date(aar, 1, 1), date(aar, 12, 31))
        if day.year != aar:
            raise svar.Ugyldig(f"{dag_i_ord(day)} er ikke i {aar}, som planen gjelder.")
        return day

    return les
