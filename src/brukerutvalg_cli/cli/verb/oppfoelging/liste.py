"""The verb `oppfoelging liste`: what somebody took upon themselves, in all meetings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from brukerutvalg_cli.cli.lesevalg import ETT_UTVALG, JSON, SETT_FRA
from brukerutvalg_cli.cli.soekevalg import AAR, HVEM, SOK, TEMA

if TYPE_CHECKING:
    from brukerutvalg_cli.oversikt.oppfoelgingsliste import Paatatt


def liste(
    ctx: typer.Context,
    utvalg: ETT_UTVALG = "",
    sok: SOK = "",
    aar: AAR = "",
    tema: TEMA = "",
    hvem: HVEM = "",
    alle: Annotated[bool, typer.Option("--alle", help="Det som er gjort, også.")] = False,
    dato: SETT_FRA = "",
    som_json: JSON = False,
) -> None:
    """Viser det noen tok på seg i alle møter, og som ikke er gjort. Det som har nærmest frist, kommer først.

    Eksempler:
      brukerutvalg oppfoelging liste nav-fjordvik
      brukerutvalg oppfoelging liste nav-fjordvik --hvem kari-nordmann --alle
      brukerutvalg oppfoelging liste --sok ventetid --json
    """
    from brukerutvalg_cli.cli.dag import lest_dag
    from brukerutvalg_cli.cli.soekevalg import soeket, utvalgene
    from brukerutvalg_cli.cli.utskrift import vis_side
    from brukerutvalg_cli.model.saksnummer import som_argument
    from brukerutvalg_cli.oversikt import lister_tekst
    from brukerutvalg_cli.oversikt.oppfoelgingsliste import oppfoelgingene
    from brukerutvalg_cli.rapport.json_format import dump

    wanted, day = soeket(sok, aar, tema, hvem), lest_dag(dato)
    found = [(her, oppfoelgingene(her, wanted, day, alle=alle)) for her in utvalgene(ctx, utvalg)]
    if som_json:
        listed = [_som_data(each) for _, own in found for each in own]
        typer.echo(dump({"dato": day.isoformat(), "oppfoelging": listed}), nl=False)
        return
    pages = [part for her, own in found for part in (*lister_tekst.oppfoelginger(her, own), "")]
    first = next((each for _, own in found for each in own if each.gjort is None), None)
    more = (
        f"oppfoelging ferdig {first.utvalg} {som_argument(first.sak)} {first.nummer}" if first else "status"
    )
    vis_side([*pages, f"Neste steg: brukerutvalg {more}"])


def _som_data(each: Paatatt) -> dict[str, Any]:
    return {
        key: value if isinstance(value, str | bool | int | None) else str(value)
        for key, value in each._asdict().items()
    }
