"""A calendar on disk."""

from pathlib import Path

import typer


def skriv_kalender(content: bytes, output: str) -> None:
    """Writes the calendar where it was asked for.

    Raises:
        typer.BadParameter: when it cannot be written.
    """
    from brukerutvalg_cli.dokument.skriv import KanIkkeSkrive, skriv

    try:
        skriv(content.decode(), Path(output), lag_mappe=False)
    except KanIkkeSkrive as error:
        raise typer.BadParameter(str(error)) from None
    typer.echo(f"Skrev {output}.", err=True)
