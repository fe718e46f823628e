"""Organisasjon: an organisation that somebody may sit for, and its place in a council."""

from __future__ import annotations

from typing import Any

from brukerutvalg_cli.endring.utkast import Utkast
from brukerutvalg_cli.handling.filer import UTVALG, Nektet, id_av, noekler, ordnet, utvalgsfil
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.organisasjon import Organisasjon
from brukerutvalg_cli.model.register import Register

FIL = "records/organisasjoner.yaml"


def ny(
    utkast: Utkast, register: Register, mappe: Utvalgsmappe, felter: dict[str, Any], navn: str, *, plass: bool
) -> str:
    """A new organisation; its id. `plass`: it has a seat in the council.

    Raises:
        Nektet: when there is one with that id or name, or it is no id.
    """
    name = id_av(navn, str(felter["navn"]))
    known = register.organisasjoner
    there = next(
        (o for o in known if o == name or known[o].navn.casefold() == felter["navn"].casefold()), None
    )
    if there:
        raise Nektet(
            f"organisasjonen «{there}» finnes fra før: {known[there].navn}. Er det en annen, skriv --id"
        )
    utkast.sett(FIL, (name,), ordnet(felter, noekler(Organisasjon)))
    if plass:
        utkast.legg_til(utvalgsfil(mappe), ("organisasjoner",), name, UTVALG)
    return name
