"""The verb `referat`: one meeting in, its document out."""

from typing import Annotated

import typer

from brukerutvalg_cli.cli.skrivevalg import MOETE, UTVALG


def referat(
    ctx: typer.Context,
    utvalg: UTVALG,
    moete: MOETE,
    output: Annotated[
        str,
        typer.Option(
            "-o", "--output", metavar="FIL|MAPPE", help="Hvor det skal skrives. Ellers: til skjermen."
        ),
    ] = "",
    dato: Annotated[
        str,
        typer.Option("--dato", metavar="DATO", help="Dagen «neste» og «siste» regnes fra. Ellers: i dag."),
    ] = "",
    som_json: Annotated[bool, typer.Option("--json", help="Skriv JSON i stedet for Markdown.")] = False,
) -> None:
    """Skriver referatet fra et møte: hvem som var der, og det som ble sagt, vedtatt og valgt.

    Eksempler:
      brukerutvalg referat nav-vestland siste
      brukerutvalg referat nav-vestland 16.11.2022 -o referat.md
    """
    from brukerutvalg_cli.cli.dokument_verb import skriv_dokument

    skriv_dokument(ctx, "referat", utvalg, moete, dato, output, som_json=som_json)
