"""A day from the command line, as people say it; without one, today."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import typer

_naa: list[date] = []


def klokka() -> date:
    """Today. The clock is read here, and only here."""
    return date.today()


def naa() -> date:
    """The day that what is said is seen from: that of the command, or today."""
    return _naa[-1] if _naa else klokka()


@contextmanager
def sett_fra(dag: date) -> Iterator[None]:
    """What is said meanwhile – i morgen, 11. februar – is said on this day."""
    _naa.append(dag)
    try:
        yield
    finally:
        _naa.pop()


def lest_dag(text: str) -> date:
    """The day that was written, or today where nothing was.

    Raises:
        typer.BadParameter: when it is no day.
    """
    if not text:
        return naa()
    from brukerutvalg_cli.model.sagt_dag import IngenDag, sagt_dag

    try:
        return sagt_dag(text, naa())
    except IngenDag as error:
        raise typer.BadParameter(str(error)) from None
