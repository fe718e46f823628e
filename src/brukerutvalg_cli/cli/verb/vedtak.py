"""The verb `vedtak`: what a council has decided, in all its meetings."""

from __future__ import annotations

import typer

from brukerutvalg_cli.cli.lesevalg import ETT_UTVALG, JSON
from brukerutvalg_cli.cli.soekevalg import AAR, HVEM, SOK, TEMA


def vedtak(
    ctx: typer.Context,
    utvalg: ETT_UTVALG = "",
    sok: SOK = "",
    aar: AAR = "",
    tema: TEMA = "",
    hvem: HVEM = "",
    som_json: JSON = False,
) -> None:
    """Viser hva som er vedtatt og hvem som er valgt, i alle møter. Det siste kommer først.

    Eksempler:
      brukerutvalg vedtak nav-fjordvik
      brukerutvalg vedtak nav-fjordvik --sok ventetid --aar 2026
      brukerutvalg vedtak --hvem ffo --json
    """
    from brukerutvalg_cli.cli.soekevalg import soeket, utvalgene
    from brukerutvalg_cli.cli.utskrift import vis_side
    from brukerutvalg_cli.model.saksnummer import som_argument
    from brukerutvalg_cli.oversikt import lister_tekst
    from brukerutvalg_cli.oversikt.vedtaksliste import vedtakene
    from brukerutvalg_cli.rapport.json_format import dump

    wanted = soeket(sok, aar, tema, hvem)
    found = [(her, list(vedtakene(her, wanted))) for her in utvalgene(ctx, utvalg)]
    if som_json:
        listed = [each._asdict() | {"moete": each.moete.isoformat()} for _, own in found for each in own]
        typer.echo(dump({"vedtak": listed}), nl=False)
        return
    pages = [part for her, own in found for part in (*lister_tekst.vedtak(her, own), "")]
    latest = next((each for _, own in found for each in own), None)
    more = f"forklar {latest.utvalg} sak {som_argument(latest.sak)}" if latest else "status"
    vis_side([*pages, f"Neste steg: brukerutvalg {more}"])
