"""The options that the reading verbs share."""

from typing import Annotated

import typer

from brukerutvalg_cli.cli.vakt import linje_for_linje


def som_det_er(wanted: bool) -> bool:
    """The callback of an option that asks for what a program reads."""
    if wanted:  # a text that is broken to fit the window is not JSON any more
        linje_for_linje()
    return wanted


ETT_UTVALG = Annotated[str, typer.Argument(metavar="UTVALG", help="Bare dette utvalget. Ellers: alle.")]
UTVALGENE = Annotated[
    list[str] | None, typer.Argument(metavar="UTVALG", help="Bare disse utvalgene. Ellers: alle.")
]
SIDEN = Annotated[
    str,
    typer.Option(
        "--siden",
        metavar="REVISJON",
        help="Bare det som er nytt siden grenen skilte lag med denne (for eksempel origin/main). Trenger git.",
    ),
]
REVISJON = Annotated[
    str,
    typer.Option(
        "--revisjon",
        metavar="REVISJON",
        help="Vurder registeret slik det er lagret på denne grenen (eller commit), uten å røre filene. Trenger git.",
    ),
]
SETT_FRA = Annotated[str, typer.Option("--dato", metavar="DATO", help="Sett fra denne dagen. Ellers: i dag.")]
JSON = Annotated[bool, typer.Option("--json", callback=som_det_er, help="Skriv JSON i stedet for tekst.")]
