"""The meeting that was meant: by its date in any way people write it, or as the next or the last one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import PurePosixPath

from pydantic_core import PydanticCustomError

from brukerutvalg_cli.forslag import forslag
from brukerutvalg_cli.model.kalender import dag_i_ord
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete, minutter
from brukerutvalg_cli.model.moetenavn import Moetenavn, les_moetenavn
from brukerutvalg_cli.model.sagt_dag import IngenDag, sagt_dag
from brukerutvalg_cli.model.verdier import kjent

NESTE, SISTE = "neste", "siste"
_PLANLAGT = ("planlagt", "innkalt")
MAX_SHOWN = 5
_PYNT = re.compile(
    r"(?i)^\s*(?:møtet|møte)\s+|,?\s+(?:kl\.|klokka|klokken)\s*[\d.:]+(?:\s*[-–]\s*[\d.:]+)?\s*$"
)
"""What stands around the day of a meeting where one is printed: `møtet onsdag 11. februar 2026 kl. 12.00`."""


_KLOKKA = re.compile(r"(?i)(?:kl\.|klokka|klokken)\s*(\d{1,2})(?:[.:](\d\d))?")


def er_et_moete(text: str, dag: date) -> bool:
    """Whether it says a meeting: `neste`, `siste`, or a day."""
    if text.strip().lower() in (NESTE, SISTE):
        return True
    try:
        sagt_navn(text, dag)
    except IngenDag:
        return False
    return True


class UkjentMoete(Exception):
    """No such meeting; what was probably meant, and the meetings there are."""


class FlereMoeter(UkjentMoete):
    """A day that has several meetings, and nothing that tells which."""

    def __init__(self, mappe: Utvalgsmappe, moeter: Sequence[Moete]) -> None:
        each = [f"{m.navn} ({klokka})" if (klokka := kjent(m.tid)) else m.navn for m in moeter]
        day = dag_i_ord(moeter[0].dato)
        super().__init__(f"utvalget «{mappe.id}» har flere møter {day}. Skriv hvilket: {', '.join(each)}")
        self.moeter = moeter


def velg_moete(mappe: Utvalgsmappe, text: str, dag: date) -> Moete:
    """The meeting; `dag` is the day that `neste` and `siste` are seen from.

    Raises:
        UkjentMoete: when there is none.
    """
    word, both = text.strip().lower(), (mappe.moeter, mappe.felles)
    if word == NESTE:
        ahead, joint = ([m for m in each if m.status in _PLANLAGT and m.dato >= dag] for each in both)
        return _found(ahead[:1], f"har ingen møter på planen fra {dag_i_ord(dag)}", mappe, dag, joint[:1])
    if word == SISTE:
        held, joint = ([m for m in each if m.status == "avholdt" and m.dato <= dag] for each in both)
        return _found(
            held[-1:], f"har ikke holdt noe møte til og med {dag_i_ord(dag)}", mappe, dag, joint[-1:]
        )
    try:
        meant = sagt_navn(text, dag)
    except IngenDag as error:
        if re.search(r"\d", text):
            raise UkjentMoete(f"{error}.{_meetings(mappe.moeter, dag)}") from None
        near = forslag(word, (NESTE, SISTE))
        help = (
            f"Mente du «{near}»?" if near else "Skriv for eksempel 2026-02-09, 9.2.2026, neste eller siste."
        )
        raise UkjentMoete(f"«{text}» er ikke et møte. {help}{_meetings(mappe.moeter, dag)}") from None
    found = _paa_dagen(mappe, text, meant)
    if len(found) > 1:
        raise FlereMoeter(mappe, found)
    otherwise = dag_i_ord(meant.dag) if meant.nr == 1 else meant
    joint = [m for m in mappe.felles if m.dato == meant.dag]
    return _found(found, f"har ikke noe møte {otherwise}", mappe, meant.dag, joint)


def sagt_navn(text: str, naa: date) -> Moetenavn:
    """The name that was said, or the first one of the day that was.

    Raises:
        IngenDag: when it is neither.
    """
    try:
        return les_moetenavn(text.strip())
    except PydanticCustomError:
        return Moetenavn.av(sagt_dag(_PYNT.sub("", text), naa))


def _paa_dagen(mappe: Utvalgsmappe, text: str, meant: Moetenavn) -> list[Moete]:
    """Those that can be meant: the one whose name was written; else those of the day, at the time where one was said.

    One that is called off is meant only where there is no other.
    """
    if exact := [m for m in mappe.moeter if m.navn == meant and text.strip() == meant]:
        return exact
    same_day = [m for m in mappe.moeter if m.dato == meant.dag] if meant.nr == 1 else []
    if len(same_day) > 1 and (said := _KLOKKA.search(text)):
        begins = int(said[1]) * 60 + int(said[2] or 0)
        same_day = [m for m in same_day if minutter(kjent(m.tid)) == begins] or same_day
    return [m for m in same_day if m.status != "avlyst"] or same_day


def _found(
    found: Sequence[Moete], otherwise: str, mappe: Utvalgsmappe, dag: date, felles: Sequence[Moete]
) -> Moete:
    """The first; where there is none, the joint one that was perhaps meant is told of."""
    if found:
        return found[0]
    days = [(m, "den dagen" if m.dato == dag else dag_i_ord(m.dato)) for m in felles]
    joint = [f" Møtet {day} er felles. Skriv {_hos(m)}." for m, day in days]
    instead = "".join(joint) or _meetings(mappe.moeter, dag)
    raise UkjentMoete(f"utvalget «{mappe.id}» {otherwise}.{instead}")


def _hos(moete: Moete) -> str:
    """A joint meeting as a command is to be told of it: by the council that has the file, and its name there."""
    return f"{PurePosixPath(moete.path).parts[-3]} {PurePosixPath(moete.path).stem}"


def _meetings(moeter: Iterable[Moete], dag: date) -> str:
    """The meetings nearest to a day, oldest first."""
    near = sorted(moeter, key=lambda m: (abs(m.dato - dag), m.navn))[:MAX_SHOWN]
    nearest = [m.navn for m in near]
    return f" De nærmeste: {', '.join(map(str, sorted(nearest)))}." if nearest else " Det har ingen møter."
