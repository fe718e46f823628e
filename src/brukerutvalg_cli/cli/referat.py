"""The verb `referat`: one meeting in, its document out."""

from typing import Annotated

import typer


def referat(
    ctx: typer.Context,
    utvalg: Annotated[str, typer.Argument(metavar="UTVALG", help="Utvalget, som nav-vestland.")],
    moete: Annotated[
        str, typer.Argument(metavar="MØTE", help="Datoen (2022-11-16, 16.11.2022), «neste» eller «siste».")
    ],
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
) -> None:
    """Skriver referatet fra et møte: hvem som var der, og det som ble sagt, vedtatt og valgt.

    Eksempler:
      brukerutvalg referat nav-vestland siste
      brukerutvalg referat nav-vestland 16.11.2022 -o referat.md
    """
    from brukerutvalg_cli.cli.dokument_verb import skriv_dokument

    skriv_dokument(ctx, "referat", utvalg, moete, dato, output)
