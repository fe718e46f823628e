"""Oppsett: what is agreed for everybody who works in the register."""

from __future__ import annotations

from brukerutvalg_cli.endring.utkast import Utkast

OPPSETT = "records/oppsett.yaml"
HODE = "# yaml-language-server: $schema=../schemas/oppsett.json\n"


def ny_fil(*, alltid: bool) -> dict[str, bytes]:
    """The file of a new register, by path."""
    return {OPPSETT: f"{HODE}lagre: {_ord(alltid)}\n".encode()}


def sett_lagring(utkast: Utkast, *, alltid: bool) -> None:
    """Has each change saved at once, or not.

    Raises:
        KanIkkeRedigere: when the file is there and cannot be changed.
    """
    if utkast.finnes(OPPSETT):
        utkast.sett(OPPSETT, ("lagre",), _ord(alltid))
    else:
        utkast.raa(OPPSETT, ny_fil(alltid=alltid)[OPPSETT])


def _ord(alltid: bool) -> str:
    return "alltid" if alltid else "paa_beskjed"
