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
        from brukerutvalg_cli.model.ingen_dag import ingen_dag

        raise typer.BadParameter(ingen_dag(text))
    return day
