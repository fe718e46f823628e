"""The verb `moeteplan`: days for a year's meetings, proposed and, when accepted, planned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from brukerutvalg_cli.cli.skrivevalg import COMMIT, DATO, JA, TOERR, UTVALG

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brukerutvalg_cli.handling.moeteplan import Foreslaatt


def moeteplan(
    ctx: typer.Context,
    utvalg: UTVALG,
    aar: Annotated[int, typer.Argument(metavar="ÅR", help="Året planen gjelder.", min=1900, max=2199)],
    antall: Annotated[
        int,
        typer.Option(
            "--antall", metavar="TALL", help="Hvor mange møter. Ellers: det mandatet krever.", min=0
        ),
    ] = 0,
    dager: Annotated[
        str,
        typer.Option("--dager", metavar="DATO", help="Egne dager i stedet for forslaget, med komma mellom."),
    ] = "",
    tid: Annotated[str, typer.Option("--tid", metavar="KLOKKESLETT", help="Ellers: som sist.")] = "",
    vedtatt_i: Annotated[
        str, typer.Option("--vedtatt-i", metavar="SAK", help="Saken planen ble vedtatt i. Da føres vedtaket.")
    ] = "",
    ja: JA = False,
    dato: DATO = "",
    dry_run: TOERR = False,
    commit: COMMIT = False,
) -> None:
    """Foreslår møtedager som holder mandatet, viser fristene som følger, og fører møtene når du sier ja.

    Dagene faller ikke på helligdager, i påska eller i juli, og hver frist kommer etter møtet før.

    Eksempler:
      brukerutvalg moeteplan nav-fjordvik 2027
      brukerutvalg moeteplan nav-fjordvik 2027 --ja --vedtatt-i 30/26
      brukerutvalg moeteplan nav-fjordvik 2027 --dager "10.2.2027, 9.6.2027"
    """
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.cli.skriving import fullfoer, skriving
    from brukerutvalg_cli.handling import hendelse
    from brukerutvalg_cli.handling import moete as handling
    from brukerutvalg_cli.handling import moeteplan as planning

    with skriving(ctx, utvalg, dato) as s:
        chosen = svar.flere(svar.dag)(dager) if dager else []
        proposed = [] if chosen else planning.moeteplan(s.mappe, s.lastet.regelverk, aar, antall or None)
        if proposed:
            _vis(proposed)
        days = chosen or [each.dag for each in proposed]
        if not dry_run and not svar.bekreft(
            f"Skal de {len(days)} møtene føres på planen?", ja=ja or bool(chosen)
        ):
            typer.echo(
                "Ingenting er skrevet. Andre dager: --dager. Flere eller færre møter: --antall.", err=True
            )
            return
        fields = handling.som_sist(s.mappe) | ({"tid": tid} if tid else {})
        for day in days:
            handling.nytt(s.utkast, s.mappe, day, fields)
        if vedtatt_i:
            entry = {"hva": "moeteplan", "dato": s.dag, "sak": vedtatt_i, "merknad": f"For {aar}."}
            hendelse.foer(s.utkast, s.mappe, entry)
        fullfoer(
            s,
            f"Førte {len(days)} møter på planen for {aar}",
            f"brukerutvalg frister {utvalg}",
            dry_run=dry_run,
            commit=commit,
        )


def _vis(proposed: Sequence[Foreslaatt]) -> None:
    from brukerutvalg_cli.model.kalender import dag_i_ord

    for each in proposed:
        typer.echo(dag_i_ord(each.dag))
        for what, last in each.frister:
            typer.echo(f"  {what}: senest {dag_i_ord(last)}")
