"""A calendar on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from brukerutvalg_cli.cli.utfil import Utfil


def skriv_kalender(content: bytes, place: Utfil) -> None:
    """Writes the calendar where it was asked for, and says so.

    Raises:
        Stans: when it cannot be written.
    """
    place.skriv(content)
    typer.echo(f"Skrev {place.oensket}.", err=True)
