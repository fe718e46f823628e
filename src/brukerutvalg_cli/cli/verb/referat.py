"""The verb `referat`: one meeting in, its document out."""

import typer

from brukerutvalg_cli.cli.dokumentvalg import DOKUMENT_JSON, FIL_ELLER_MAPPE, FORMAT, REGNET_FRA, SE
from brukerutvalg_cli.cli.skrivevalg import MOETE, UTVALG


def referat(
    ctx: typer.Context,
    utvalg: UTVALG = "",
    moete: MOETE = "",
    output: FIL_ELLER_MAPPE = "",
    format: FORMAT = None,
    se: SE = False,
    dato: REGNET_FRA = "",
    som_json: DOKUMENT_JSON = False,
) -> None:
    """Skriver referatet fra et møte: hvem som var der, og det som ble sagt, vedtatt og valgt.

    Eksempler:
      brukerutvalg referat nav-vestland siste --se
      brukerutvalg referat nav-vestland 16.11.2022 -o referat.html
      brukerutvalg referat nav-vestland 16.11.2022 --format fragment
    """
    from brukerutvalg_cli.cli.dokument_verb import skriv_dokument

    skriv_dokument(ctx, "referat", utvalg, moete, dato, output, format=format, som_json=som_json, se=se)
