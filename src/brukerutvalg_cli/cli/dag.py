"""A day from the command line, as people write it; without one, today."""

from datetime import date

import typer


def lest_dag(text: str) -> date:
    """The day that was written, or today where nothing was. The clock is read here and nowhere else.

    Raises:
        typer.BadParameter: when it is no day.
    """
    if not text:
        return date.today()
    from brukerutvalg_cli.model.kalender import les_dag

    day = les_dag(text)
    if day is None:
        raise typer.BadParameter(f"«{text}» er ikke en dag. Skriv for eksempel 2026-02-09 eller 9.2.2026")
    return day
