"""Laas: nobody else writes in the register meanwhile, and what a command that was cut off wrote is taken back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import typer


@contextmanager
def laast(root: Path) -> Iterator[tuple[str, ...] | None]:
    """Nobody else writes meanwhile. What a command that was cut off had written is taken back, told of, and yielded.

    Raises:
        Stans: when somebody else writes, or it cannot be taken back.
    """
    from brukerutvalg_cli.cli.stans import Stans
    from brukerutvalg_cli.endring.skriv import KanIkkeLagre, alene

    try:
        with alene(root, _venter) as found:
            for sentence in found.lagt_bort:
                typer.echo(f"{sentence}.", err=True)
            if (cut_off := found.tatt_tilbake) is not None:
                what = (
                    f"Det den rakk, er tatt tilbake i {', '.join(cut_off)}"
                    if cut_off
                    else "Den rakk ikke noe"
                )
                typer.echo(f"En kommando ble avbrutt mens den skrev. {what}.", err=True)
            yield cut_off
    except KanIkkeLagre as error:
        raise Stans(str(error)) from None


def _venter() -> None:
    typer.echo("En annen kommando skriver i registeret. Venter til den er ferdig …", err=True)


def rett_opp_avbrutt(root: Path) -> bool:
    """Before anything is read: what a command that was cut off had written is taken back. Whether there was any."""
    from brukerutvalg_cli.endring.avbrutt import er_avbrutt

    if not er_avbrutt(root):
        return False
    with laast(root) as cut_off:
        return cut_off is not None
