"""Laas: nobody else writes in the register meanwhile, and what a command that was cut off left is put in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from brukerutvalg_cli.endring.utkast import Filendring

STO_DER = (
    "En kommando ble avbrutt mens den skrev, og det sto der før den. La det være strøket: «brukerutvalg angre --glem "
    "alt» lar filene stå som de er nå."
)


@contextmanager
def laast(root: Path, *, la_staa: bool = False, si_bestilt: bool = True) -> Iterator[tuple[str, ...] | None]:
    """Nobody else writes meanwhile. What a command that was cut off had written is taken back, told of, and yielded.

    It had noted what to put back in a file that may have come with a clone or a zip: what must never be stored is
    not stored by that way either. `la_staa`: it then stands as it is, and is else a reason to stop. `si_bestilt`:
    whether a commit that is asked for and not made is somebody else's.

    Raises:
        Stans: when somebody else writes, or it cannot be taken back.
        typer.Exit: with 1, when something private would be stored.
    """
    from brukerutvalg_cli.cli.gitlagring import si_hva_commiten_ble
    from brukerutvalg_cli.cli.stans import Stans
    from brukerutvalg_cli.cli.vakt import kvittering
    from brukerutvalg_cli.endring.skriv import KanIkkeLagre, alene

    try:
        with alene(root, _venter, _uten_private if la_staa else _stans_ved_private) as found:
            for sentence in found.lagt_bort:
                typer.echo(f"{sentence}.", err=True)
            if (cut_off := found.tatt_tilbake) is not None:
                what = (
                    f"Det den rakk, er tatt tilbake i {', '.join(cut_off)}"
                    if cut_off
                    else "Den rakk ikke noe"
                )
                with kvittering(f"En kommando ble avbrutt mens den skrev. {what}" if cut_off else ""):
                    typer.echo(f"En kommando ble avbrutt mens den skrev. {what}.", err=True)
            if found.bestilt and si_bestilt:
                si_hva_commiten_ble(root, found.bestilt)
            yield cut_off
    except KanIkkeLagre as error:
        raise Stans(str(error)) from None


def _stans_ved_private(endringer: Sequence[Filendring]) -> bool:
    from brukerutvalg_cli.cli.personvernvakt import stans_ved_privat

    stans_ved_privat(endringer, raad=STO_DER)
    return True


def _uten_private(endringer: Sequence[Filendring]) -> bool:
    from brukerutvalg_cli.cli.personvernvakt import nye_private

    return not any(nye_private(endringer))


def _venter() -> None:
    typer.echo("En annen kommando skriver i registeret. Venter til den er ferdig …", err=True)


def rett_opp_avbrutt(root: Path, *, la_staa: bool = False) -> bool:
    """Before anything is read: what a command that was cut off had written is taken back. Whether there was any."""
    from brukerutvalg_cli.endring.avbrutt import er_avbrutt, er_bestilt

    if not er_avbrutt(root) and not er_bestilt(root):
        return False
    with laast(root, la_staa=la_staa) as cut_off:
        return cut_off is not None
