"""The meeting that was meant: by its date in any way people write it, or as the next or the last one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from brukerutvalg_cli.forslag import forslag
from brukerutvalg_cli.model.kalender import dag_i_ord
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.sagt_dag import IngenDag, sagt_dag

NESTE, SISTE = "neste", "siste"
MAX_SHOWN = 5
_PYNT = re.compile(
    r"(?i)^\s*(?:møtet|møte)\s+|,?\s+(?:kl\.|klokka|klokken)\s*[\d.:]+(?:\s*[-–]\s*[\d.:]+)?\s*$"
)
"""What stands around the day of a meeting where one is printed: `møtet onsdag 11. februar 2026 kl. 12.00`."""


def er_et_moete(text: str, dag: date) -> bool:
    """Whether it says a meeting: `neste`, `siste`, or a day."""
    if text.strip().lower() in (NESTE, SISTE):
        return True
    try:
        sagt_dag(_PYNT.sub("", text), dag)
    except IngenDag:
        return False
    return True


class UkjentMoete(Exception):
    """No such meeting; what was probably meant, and the meetings there are."""


def velg_moete(mappe: Utvalgsmappe, text: str, dag: date) -> Moete:
    """The meeting; `dag` is the day that `neste` and `siste` are seen from.

    Raises:
        UkjentMoete: when there is none.
    """
    word = text.strip().lower()
    if word == NESTE:
        ahead = (m for m in mappe.moeter if m.status in ("planlagt", "innkalt") and m.dato >= dag)
        return _found(next(ahead, None), f"har ingen møter på planen fra {dag_i_ord(dag)}", mappe, dag)
    if word == SISTE:
        held = (m for m in reversed(mappe.avholdte) if m.dato <= dag)
        return _found(next(held, None), f"har ikke holdt noe møte til og med {dag_i_ord(dag)}", mappe, dag)
    try:
        meant = sagt_dag(_PYNT.sub("", text), dag)
    except IngenDag as error:
        if re.search(r"\d", text):
            raise UkjentMoete(f"{error}.{_meetings(mappe.moeter, dag)}") from None
        near = forslag(word, (NESTE, SISTE))
        help = (
            f"Mente du «{near}»?" if near else "Skriv for eksempel 2026-02-09, 9.2.2026, neste eller siste."
        )
        raise UkjentMoete(f"«{text}» er ikke et møte. {help}{_meetings(mappe.moeter, dag)}") from None
    same_day = (m for m in mappe.moeter if m.dato == meant)
    return _found(next(same_day, None), f"har ikke noe møte {dag_i_ord(meant)}", mappe, meant)


def _found(moete: Moete | None, otherwise: str, mappe: Utvalgsmappe, dag: date) -> Moete:
    if moete is None:
        raise UkjentMoete(f"utvalget «{mappe.id}» {otherwise}.{_meetings(mappe.moeter, dag)}")
    return moete


def _meetings(moeter: Iterable[Moete], dag: date) -> str:
    """The meetings nearest to a day, oldest first."""
    nearest = sorted((m.dato for m in moeter), key=lambda dato: (abs(dato - dag), dato))[:MAX_SHOWN]
    return f" De nærmeste: {', '.join(map(str, sorted(nearest)))}." if nearest else " Det har ingen møter."
