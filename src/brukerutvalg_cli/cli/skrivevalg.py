"""The options that every writing verb has."""

from typing import Annotated

import typer

UTVALG = Annotated[str, typer.Argument(metavar="UTVALG", help="Utvalget, som nav-vestland.")]
MOETE = Annotated[
    str, typer.Argument(metavar="MØTE", help="Datoen (2022-11-16, 16.11.2022), «neste» eller «siste».")
]
DATO = Annotated[str, typer.Option("--dato", metavar="DATO", help="Dagen det ble gjort. Ellers: i dag.")]
TOERR = Annotated[bool, typer.Option("--dry-run", help="Vis hva som ville bli skrevet, og skriv det ikke.")]
COMMIT = Annotated[
    bool,
    typer.Option("--commit", envvar="BRUKERUTVALG_COMMIT", help="Lag også en commit i git av endringen."),
]
JA = Annotated[bool, typer.Option("--ja", help="Svar ja på det som ellers blir spurt om.")]
