"""Avvikstreff: what a deviation may be about, and whether it can be about anything."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import date
from pathlib import PurePosixPath

from brukerutvalg_cli.dommer.utsagn import Emne
from brukerutvalg_cli.model.avvik import Avvik
from brukerutvalg_cli.model.kalender import les_dag
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.saksnummer import er_saksnummer, har_aar

_YEAR = re.compile(r"(?<![/\d])\d{4}(?![/\d])")


def treffer(listed: Sequence[Avvik], emne: Emne) -> list[int]:
    """The deviations, by number, that may be about this."""
    return [
        nr
        for nr, avvik in enumerate(listed)
        if avvik.bestemmelse == emne.kilde.bestemmelse
        and avvik.regelverk in (None, emne.kilde.regelverk, *emne.regelverk)
        and (avvik.gjelder is None or not {avvik.gjelder, _as_recorded(avvik.gjelder)}.isdisjoint(emne.navn))
    ]


def _as_recorded(gjelder: str) -> str:
    """A day as the records name it, where a person wrote `16.11.2022`."""
    return str(les_dag(gjelder) or gjelder)


def ubrukte(
    mappe: Utvalgsmappe, used: set[int], dato: date, bestemmelser: Collection[str] | None
) -> set[int]:
    """The deviations that no breach is met by, and none can be."""
    useless = set()
    for nr, avvik in enumerate(mappe.utvalg.avvik):
        if nr in used or (avvik.til and avvik.til < dato):
            continue
        unknown = bestemmelser is not None and avvik.bestemmelse not in bestemmelser
        if unknown or _may_be_unread(mappe, avvik.gjelder):
            continue  # the reference, or the file, has a finding of its own
        if avvik.gjelder and _lies_ahead(avvik.gjelder, dato):
            continue  # decided in good time: whether there is a breach, time will tell
        useless.add(nr)
    return useless


def _may_be_unread(mappe: Utvalgsmappe, gjelder: str | None) -> bool:
    """Whether the subject of a deviation may stand in a file that could not be read."""
    if gjelder is None:
        return bool(mappe.feilet)
    if gjelder in {PurePosixPath(path).stem for path in mappe.feilet}:
        return True
    case = er_saksnummer(gjelder) and har_aar(gjelder)
    return case and gjelder not in mappe.saksnavn and bool(mappe.uleste_moeter)


def _lies_ahead(gjelder: str, dato: date) -> bool:
    """Whether the subject is a meeting or a year (`2022`, `våren 2022`) that is not over."""
    if day := les_dag(gjelder):
        return day >= dato
    years = _YEAR.findall(gjelder)
    return bool(years) and int(years[-1]) >= dato.year
