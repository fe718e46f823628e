"""Hendelse: what recurs beside the meetings, what somebody attests, and what the council decides to depart from."""

from __future__ import annotations

from brukerutvalg_cli.endring.utkast import Utkast
from brukerutvalg_cli.handling.filer import (
    AVVIK,
    HENDELSE,
    UTVALG,
    Postdata,
    hendelsesfil,
    hode,
    ordnet,
    utvalgsfil,
)
from brukerutvalg_cli.model.mappe import Utvalgsmappe


def foer(utkast: Utkast, mappe: Utvalgsmappe, felter: Postdata) -> None:
    """One more entry in the list of events."""
    path = hendelsesfil(mappe)
    entry = ordnet(felter, HENDELSE)
    if utkast.finnes(path):
        utkast.legg_til(path, (), entry)
    else:
        utkast.ny(path, [entry], hode(mappe, "hendelser"))


def avvik(utkast: Utkast, mappe: Utvalgsmappe, felter: Postdata) -> None:
    """A deviation from the mandate that the council has decided."""
    utkast.legg_til(utvalgsfil(mappe), ("avvik",), ordnet(felter, AVVIK), UTVALG)
