"""A calendar on disk."""

from pathlib import Path

import typer

from brukerutvalg_cli.cli.stans import Stans


def skriv_kalender(content: bytes, output: str) -> None:
    """Writes the calendar where it was asked for.

    Raises:
        Stans: when it cannot be written.
    """
    from brukerutvalg_cli.dokument.skriv import KanIkkeSkrive, skriv

    try:
        skriv(content.decode(), Path(output), lag_mappe=False)
    except KanIkkeSkrive as error:
        raise Stans(str(error)) from None
    typer.echo(f"Skrev {output}.", err=True)
