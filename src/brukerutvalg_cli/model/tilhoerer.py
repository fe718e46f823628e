"""Tilhører: who belongs on a day – who sits, who stands in, who is called – certainly, or perhaps.

Notice, attendance, minutes and commands ask here, so that one whose term is not known is told of by all of
them, and left out by none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from brukerutvalg_cli.model.sete import VARAVERV, Sete
from brukerutvalg_cli.model.utvalg import ORGANER
from brukerutvalg_cli.model.visshet import Visshet, noen


def sitter(seter: Iterable[Sete], dag: date, vervene: Collection[str] | None = None) -> dict[str, Visshet]:
    """Everybody who has one of these verv (None: any), True for certain, else perhaps, as they come."""
    found: dict[str, list[Visshet]] = {}
    for sete in seter:
        if (vervene is None or sete.verv in vervene) and (held := sete.dekker(dag)) is not False:
            found.setdefault(sete.person, []).append(held)
    return {person: noen(claims) for person, claims in found.items()}


def kalles(sete: Sete) -> bool:
    """Whether the seat is one at the council's own table: not a deputy's, who comes when asked, nor in a body of it."""
    return sete.verv not in VARAVERV and sete.verv not in ORGANER


def ventet(seter: Iterable[Sete], dag: date) -> dict[str, Visshet]:
    """Everybody who is called to a meeting that day, and so is there, has sent regrets, or is missed."""
    return sitter(filter(kalles, seter), dag)
