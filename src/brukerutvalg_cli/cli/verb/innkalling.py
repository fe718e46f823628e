"""The verb `innkalling`: one meeting in, its document out."""

from typing import Annotated

import typer

from brukerutvalg_cli.cli.dokumentvalg import DOKUMENT_JSON, FIL_ELLER_MAPPE, FORMAT, REGNET_FRA, SE
from brukerutvalg_cli.cli.skrivevalg import MOETE, UTVALG


def innkalling(
    ctx: typer.Context,
    utvalg: UTVALG = "",
    moete: MOETE = "",
    output: FIL_ELLER_MAPPE = "",
    format: FORMAT = None,
    se: SE = False,
    ics: Annotated[
        str,
        typer.Option(
            "--ics", metavar="FIL", help="Skriv møtet som kalenderinvitasjon også, eller avlysningen."
        ),
    ] = "",
    eml: Annotated[
        str,
        typer.Option(
            "--eml",
            metavar="FIL|MAPPE/",
            help="Skriv en e-post klar til sending også. I en mappe: én til hver, som kan svare i kalenderen.",
        ),
    ] = "",
    adresser: Annotated[
        str,
        typer.Option(
            "--adresser",
            metavar="FIL",
            envvar="BRUKERUTVALG_ADRESSER",
            help="Adressene til e-posten, en linje hver: kari-nordmann: kari@example.no. Utenfor registeret.",
        ),
    ] = "",
    fortrolige: Annotated[
        bool,
        typer.Option(
            "--fortrolige-vedlegg",
            help="Legg vedleggene til fortrolige saker i e-posten også. Ellers: utelatt.",
        ),
    ] = False,
    dato: REGNET_FRA = "",
    som_json: DOKUMENT_JSON = False,
) -> None:
    """Skriver innkallingen til et møte: hvem, hvor, når og hvilke saker.

    Eksempler:
      brukerutvalg innkalling nav-vestland neste --se
      brukerutvalg innkalling nav-vestland 16.11.2022 -o innkalling.html
      brukerutvalg innkalling nav-vestland neste -o innkalling.md --ics moete.ics
    """
    from brukerutvalg_cli.cli.dokument_verb import skriv_dokument

    skriv_dokument(
        ctx,
        "innkalling",
        utvalg,
        moete,
        dato,
        output,
        ics,
        eml,
        adresser,
        format=format,
        som_json=som_json,
        fortrolige=fortrolige,
        se=se,
    )
