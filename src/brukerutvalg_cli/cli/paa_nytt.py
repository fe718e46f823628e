"""Paa nytt: a command that lost a file to another one is run once more, alone, and then nobody is before it.

What was answered the first time is not asked again.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import typer

from brukerutvalg_cli.cli.stans import Stans


class PaaNytt(Stans):
    """Nothing is written, because something else wrote one of the files after this command had read it."""

    def __init__(self, message: str, rot: Path) -> None:
        super().__init__(message)
        self.rot = rot


def med_nytt_forsoek(kjoer: Callable[[], object]) -> None:
    """Runs a command, and once more if it has to.

    Raises:
        PaaNytt: when it lost the file a second time, to something that does not ask who is writing.
    """
    from brukerutvalg_cli.cli.besvart import husker

    with husker() as fra_begynnelsen:
        try:
            kjoer()
        except PaaNytt as lost:
            from brukerutvalg_cli.cli.laas import laast

            typer.echo("En annen kommando skrev i registeret imens. Leser det på nytt.", err=True)
            fra_begynnelsen()
            with laast(lost.rot):
                kjoer()
