"""Oppnevnte: a list of people as a round of appointments – its members, its deputies, and the days they all have."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.handling.medlemsliste.liste import Listedag, Medlemsliste
from brukerutvalg_cli.model.deldato import Deldato
from brukerutvalg_cli.model.sete import MEDLEMSVERV, VARAVERV
from brukerutvalg_cli.ord.i_ord import i_ord


class Oppnevnte(NamedTuple):
    """Who is appointed. A day is there where the list has it, or a part of it, and the same for everybody."""

    medlemmer: tuple[str, ...]
    varaer: dict[str, str]
    fra: date | Deldato | None
    til: date | Deldato | None
    utenom: tuple[str, ...]
    """What the list says beside it: a round appoints members and deputies, and elects nobody."""


def oppnevnte(liste: Medlemsliste) -> Oppnevnte:
    """The round that the list says. Who leads is a member."""
    members = [row for row in liste.rader if row.verv in MEDLEMSVERV]
    deputies = [row for row in liste.rader if row.verv in VARAVERV]
    both = [*members, *deputies]
    return Oppnevnte(
        tuple(dict.fromkeys(row.person for row in members)),
        {row.person: row.vara_for for row in deputies},
        _felles(row.fra for row in both),
        _felles(row.til for row in both),
        tuple(
            f"{row.navn} som {i_ord(row.verv)}"
            for row in liste.rader
            if row.verv not in {"medlem", *VARAVERV}
        ),
    )


def _felles(days: Iterable[Listedag]) -> date | Deldato | None:
    said = set(days)
    day = said.pop() if len(said) == 1 else None
    return day if isinstance(day, date | Deldato) else None
