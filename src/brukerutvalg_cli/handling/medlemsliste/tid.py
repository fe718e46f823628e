"""Tid: the days of a term as a list has them – a day, a year alone, both ends in one cell, or that nobody knows."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from brukerutvalg_cli.handling.medlemsliste.liste import Dag
from brukerutvalg_cli.model.kalender import MAANEDER, utenfor
from brukerutvalg_cli.model.sagt_dag import sagt_dag

_UKJENT = frozenset({"ukjent", "ukjend", "?", "vet ikke", "ikke kjent"})
_AAPEN = frozenset({"-", "–", "—", "nå", "no", "dd", "d.d.", "løpende", "løpande", "inntil videre", "ingen"})
_AAR = re.compile(r"(?:(?P<nr>\d{1,2})[./]|(?P<ord>[a-zæøå]{3,9})\.?\s+)?(?P<aar>(?:19|20|21)\d\d)")
_DELT = re.compile(r"\s*(?:–|—|\btil\b|\s-\s)\s*")
_BINDESTREK = re.compile(r"(.*[^-\d]?\d{4})-(\D*\d.*)")


def delt(periode: str) -> tuple[str, str]:
    """Both ends of `2026–2027`, `1.1.2026 - 31.12.2027` or `fra 2026 til 2027`."""
    text = re.sub(r"^(?:fra|frå)\s+", "", periode.strip(), flags=re.IGNORECASE)
    parts = _DELT.split(text, maxsplit=1)
    if (
        len(parts) == 1
        and not re.fullmatch(r"\d{4}-\d\d?-\d\d?", text)
        and (found := _BINDESTREK.fullmatch(text))
    ):
        parts = [found[1], found[2]]
    return parts[0], parts[1] if len(parts) > 1 else ""


def bare_aar(text: str) -> bool:
    """Whether it is a year or a month, and no day."""
    return _aaret(text, siste=False) is not None


def dagen(text: str, naa: date, *, siste: bool, hele_aar: bool | None) -> Dag:
    """The day. `siste`: it is the last of a term; `hele_aar`: a year or a month stands for all of it.

    Raises:
        IngenDag: when it is none.
    """
    words = text.strip().lower()
    if words in _UKJENT:
        return "ukjent"
    if not words or (siste and words in _AAPEN):
        return None if siste else "ukjent"
    whole = _aaret(words, siste=siste)
    if whole is not None:
        return whole if hele_aar else "ukjent"
    return sagt_dag(text, naa)


def _aaret(text: str, *, siste: bool) -> date | None:
    found = _AAR.fullmatch(text.strip().lower())
    if found is None or utenfor(year := int(found["aar"])):
        return None
    if not (found["nr"] or found["ord"]):
        return date(year, 12, 31) if siste else date(year, 1, 1)
    named = (nr for nr, name in enumerate(MAANEDER, 1) if found["ord"] and name.startswith(found["ord"]))
    month = int(found["nr"]) if found["nr"] else next(named, 0)
    if not 1 <= month <= 12:
        return None
    return date(year, month, monthrange(year, month)[1] if siste else 1)
