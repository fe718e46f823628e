"""Identitet: which meeting it is, for whoever knows it by that for ever – calendars, first of all.

It is written once, when the meeting is put on the plan, and follows neither from its day nor from the council's folder.
A meeting from before that was written is known by the council and the day it first stood on.
"""

from __future__ import annotations

from base64 import b32encode
from collections.abc import Collection
from datetime import date
from hashlib import sha256

from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.moetenavn import Moetenavn

LENGDE = 12
"""Letters and digits of an identity: no two meetings anywhere get the same by chance."""


def identitet(mappe: Utvalgsmappe, moete: Moete) -> str:
    """The identity of a meeting, the same as long as it lives."""
    if moete.id:
        return moete.id
    same = sorted((m for m in mappe.moeter if not m.id and _foerst(m) == _foerst(moete)), key=_sto_der)
    nr = [m.path for m in same].index(moete.path) if moete in same else 0
    return f"{mappe.id}-{_foerst(moete)}" + (f"_{nr + 1}" if nr else "")


def ny_identitet(utvalg: str, dag: date, foert: date, tatt: Collection[str] = ()) -> str:
    """One that no meeting of the council has. Of what is known when it is put there: a trial run gives the same."""
    nr = 0
    while (found := _av(f"{utvalg} {dag} {foert} {nr}")) in tatt:
        nr += 1
    return found


def _av(text: str) -> str:
    return b32encode(sha256(text.encode()).digest()).decode().lower()[:LENGDE]


def _foerst(moete: Moete) -> Moetenavn:
    """What it was called when it was put on the plan, as far as the records say."""
    return moete.flyttet[0].fra if moete.flyttet else moete.navn


def _sto_der(moete: Moete) -> tuple[bool, date, str]:
    """Of meetings that first had the same name, the one that was moved away first was there first."""
    moved = bool(moete.flyttet)
    return not moved, moete.flyttet[0].dato if moved else date.max, moete.path
