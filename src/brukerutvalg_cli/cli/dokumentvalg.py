"""The options that the verbs of the documents share."""

from typing import Annotated

import typer

from brukerutvalg_cli.cli.lesevalg import som_det_er
from brukerutvalg_cli.cli.vakt import linje_for_linje
from brukerutvalg_cli.dokument.format.navn import Format


def _helt(wanted: Format | None) -> Format | None:
    if wanted in ("html", "fragment"):  # nor is HTML, where it is broken to fit the window
        linje_for_linje()
    return wanted


SE = Annotated[
    bool, typer.Option("--se", help="Se på det i vinduet, slik det blir lest. Ingenting blir skrevet.")
]
FIL_ELLER_MAPPE = Annotated[
    str,
    typer.Option(
        "-o",
        "--output",
        metavar="FIL|MAPPE",
        help="Hvor det skal skrives: x.md, x.html eller x.txt. Ellers: til skjermen.",
    ),
]
REGNET_FRA = Annotated[
    str, typer.Option("--dato", metavar="DATO", help="Dagen «neste» og «siste» regnes fra. Ellers: i dag.")
]
FORMAT = Annotated[
    Format | None,
    typer.Option(
        "--format",
        callback=_helt,
        help="markdown; html: en hel side; fragment: til tekstfeltet på nav.no; tekst: uten tegn, til e-post. "
        "Ellers: som navnet på fila sier.",
    ),
]
DOKUMENT_JSON = Annotated[
    bool, typer.Option("--json", callback=som_det_er, help="Skriv JSON i stedet for Markdown.")
]
