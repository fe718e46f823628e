"""Frammoete: who is expected at a meeting, and which deputy stands in for whom."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from brukerutvalg_cli.handling.filer import Nektet
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.sete import MEDLEMSVERV, VARAVERV

Post = dict[str, Any]


def liste(
    mappe: Utvalgsmappe,
    dag: date,
    kom: Sequence[str],
    forfall: Sequence[str],
    varaer: Sequence[tuple[str, str]],
    lyttere: Sequence[str],
) -> list[Post]:
    """The entries of those who came: the members (or those named), the deputies with whom they stood in for, listeners.

    Raises:
        Nektet: when a deputy came and nobody is away for whom they may stand in.
    """
    members = [p for p in medlemmer(mappe, dag) if p not in forfall]
    already: list[Post] = [{"person": person} for person in (kom or members)]
    away = [p for p in forfall if p in medlemmer(mappe, dag)]
    for person, stated in varaer:
        member = stated or _mangler_vara(mappe, dag, person, away)
        if not member:
            raise Nektet(f"ingen som er borte, har {person} som vara. Skriv --vara {person}=MEDLEM")
        if member in away:
            away.remove(member)
        already.append({"person": person, "vara_for": member})
    return already + [{"person": person, "lytter": True} for person in lyttere]


def medlemmer(mappe: Utvalgsmappe, dag: date) -> list[str]:
    """Those who are members on a day, by id."""
    return sorted({s.person for s in mappe.seter if s.verv in MEDLEMSVERV and s.medlem and s.dekker(dag)})


def side(mappe: Utvalgsmappe, entry: Post) -> str:
    """The side of somebody who came; nothing for a guest, or one nobody knows the side of."""
    medlem = mappe.medlemmer.get(str(entry.get("person")))
    return str(medlem.side) if medlem and not entry.get("lytter") else ""


def leder(mappe: Utvalgsmappe, dag: date, oppmoete: Sequence[Post]) -> str:
    """The one who leads: the leader, or the deputy leader, whoever of them came."""
    present = {entry.get("person") for entry in oppmoete}
    return next((p for verv in ("leder", "nestleder") for p in _med(mappe, verv, dag) if p in present), "")


def sekretaer(mappe: Utvalgsmappe, dag: date) -> str:
    """The secretary on a day."""
    return next(iter(_med(mappe, "sekretaer", dag)), "")


def _med(mappe: Utvalgsmappe, verv: str, dag: date) -> list[str]:
    return sorted({s.person for s in mappe.seter_i.get(verv, ()) if s.dekker(dag)})


def _mangler_vara(mappe: Utvalgsmappe, dag: date, vara: str, borte: Sequence[str]) -> str:
    """Whom the deputy stands in for: the one they are deputy of, else one of the same organisation, else side."""
    seats = [s for s in mappe.seter_av.get(vara, ()) if s.verv in VARAVERV and s.dekker(dag)]
    own = mappe.medlemmer.get(vara)
    by_person = {p: mappe.medlemmer[p] for p in borte if p in mappe.medlemmer}
    for seat in seats:
        deputy_of = seat.oppnevning.vara_for if seat.oppnevning else None
        for person, medlem in by_person.items():
            if deputy_of in (person, medlem.representerer) and deputy_of is not None:
                return person
    if own and any(seat.oppnevning is None or seat.oppnevning.vara_for is None for seat in seats):
        same_side = [p for p, medlem in by_person.items() if medlem.side == own.side]
        same = [p for p in same_side if by_person[p].representerer == own.representerer]
        return next(iter(same or same_side), "")
    return ""
