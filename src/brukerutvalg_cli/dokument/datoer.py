"""Dates and times as Nav writes them, in either målform: `onsdag 16. november 2022`, `kl. 12.15`."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from brukerutvalg_cli.dokument.markdown import TOM, Trygg
from brukerutvalg_cli.model.deldato import Deldato
from brukerutvalg_cli.model.maalform import Maalform
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.vet_av import vet_av

_KLOKKE = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)", re.ASCII)


@cache
def dato(dag: date, maalform: Maalform) -> Trygg:
    """`16. november 2022`."""
    return _formatted(dag, "d. MMMM y", maalform)


@cache
def ukedag_og_dato(dag: date, maalform: Maalform) -> Trygg:
    """`onsdag 16. november 2022`."""
    return _formatted(dag, "EEEE d. MMMM y", maalform)


def kjent_dato(post: Post, felt: str, maalform: Maalform, foran: str = "") -> Trygg:
    """As much as is known of a day of a record: `16. november 2022`, `november 2022`, `2022`; empty where nothing is.

    `foran`: what stands before a month or a year, and not before a day.
    """
    day = vet_av(post, felt)
    if isinstance(day, Deldato):
        return Trygg(f"{foran} {day.i_ord}".strip())
    return dato(day, maalform) if isinstance(day, date) else TOM


def klokke(tid: str) -> str:
    """`kl. 12.15` for `12:15` or `12.15`; any other text as it was written."""
    found = _KLOKKE.fullmatch(tid.strip())
    return f"kl. {found[1]}.{found[2]}" if found else tid


def klokkeslett(tid: str, slutt: str | None) -> str:
    """`kl. 12.15–14.30`, or `kl. 12.15` where the end is not known."""
    return f"{klokke(tid)}–{klokke(slutt).removeprefix('kl. ')}" if slutt else klokke(tid)


def _formatted(dag: date, pattern: str, maalform: Maalform) -> Trygg:
    # Late: Babel costs 20 ms, and only documents ask it anything.
    from babel.dates import format_date

    return Trygg(format_date(dag, pattern, locale=maalform))
