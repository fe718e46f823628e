"""Levetid i ord: that a council is there no more on a day, or not yet, and what it became part of."""

from __future__ import annotations

from datetime import date

from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.utvalg import Utvalg
from brukerutvalg_cli.model.verdier import kjent
from brukerutvalg_cli.ord.i_ord import Omgivelser, omtalt


def levetid(utvalg: Omgivelser, dag: date) -> str:
    """What is to be known of a council that is not there on this day; nothing of one that is."""
    council = utvalg.mappe.utvalg
    into = kjent(council.gikk_inn_i)
    return utenfor(council, dag, omtalt(into, utvalg) if into else "")


def utenfor(council: Utvalg, dag: date, gikk_inn_i: str = "") -> str:
    """The same, where it is known what the one that it became part of is called."""
    if council.opprettet and dag < council.opprettet:
        return f"Utvalget er ikke opprettet ennå: første dag er {dato_i_ord(council.opprettet)}."
    if council.nedlagt and council.er_nedlagt(dag):
        became = f" Det gikk inn i {gikk_inn_i}." if gikk_inn_i else ""
        return f"Utvalget er lagt ned: siste dag var {dato_i_ord(council.nedlagt)}.{became}"
    return ""
