"""Tid: the days of a term as a list has them – a day, a year alone, both ends in one cell, or that nobody knows."""

from __future__ import annotations

import re
from datetime import date

from brukerutvalg_cli.handling.medlemsliste.liste import Listedag
from brukerutvalg_cli.model.deldato import Deldato, les_deldato
from brukerutvalg_cli.model.kalender import MAANEDER
from brukerutvalg_cli.model.sagt_dag import IngenDag, sagt_dag

_UKJENT = frozenset({"ukjent", "ukjend", "?", "vet ikke", "ikke kjent"})
_AAPEN = frozenset(
    {"-", "–", "—", "nå", "no", "dd", "d.d.", "dags dato", "løpende", "løpande", "inntil videre", "ingen"}
)
_AAR = re.compile(r"(?:(?P<nr>\d{1,2})[./]|(?P<ord>[a-zæøå]{3,9})\.?\s+)?(?P<aar>(?:19|20|21)\d\d)")
_FRA = re.compile(r"^(?:(?:fra|frå)(?: og med)?|f\.? ?o\.? ?m\.?)\s+", re.IGNORECASE)
_DELT = re.compile(r"\s*(?:–|—|\btil(?: og med)?\b|\bt\.? ?o\.? ?m\.?(?=\s)|\s-\s|^-|-$)\s*", re.IGNORECASE)
_BINDESTREK = re.compile(r"(.*[^-\d]?\d{4})-(\D+|\D*\d.*)")


def delt(periode: str) -> tuple[str, str]:
    """Both ends of `2026–2027`, `1.1.2026 - 31.12.2027` or `fra 2026 til 2027`; of `2026-` the last is nothing."""
    text = _FRA.sub("", periode.strip())
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
    return _aaret(text) is not None


def dagen(text: str, naa: date, *, siste: bool, hele_aar: bool | None, fra: Listedag = None) -> Listedag:
    """The day. `siste`: it is the last of a term, that began on the day `fra`; `hele_aar`: a year or a month stands
    for all of it, and is not only as much as anybody knows.

    Raises:
        IngenDag: when it is none.
    """
    words = text.strip().lower()
    if words in _UKJENT:
        return "ukjent"
    if not words or (siste and words in _AAPEN):
        return None if siste else "ukjent"
    part = _aaret(words)
    if part is not None:
        return part if not hele_aar else part.senest if siste else part.tidligst
    first = fra.tidligst if isinstance(fra, Deldato) else fra
    return sagt_dag(text, naa, first if isinstance(first, date) else date.min)


def er_dag(text: str, naa: date) -> bool:
    """Whether it is a day, as much of one as is known, or nothing."""
    try:
        dagen(text, naa, siste=True, hele_aar=None)
    except IngenDag:
        return False
    return True


def er_foer(en: Listedag, annen: Listedag) -> bool:
    """Whether the one certainly comes before the other, as far as both are known."""
    last = en.senest if isinstance(en, Deldato) else en
    first = annen.tidligst if isinstance(annen, Deldato) else annen
    return isinstance(last, date) and isinstance(first, date) and last < first


def _aaret(text: str) -> Deldato | None:
    found = _AAR.fullmatch(text.strip().lower())
    if found is None:
        return None
    if not (found["nr"] or found["ord"]):
        return les_deldato(found["aar"])
    named = (nr for nr, name in enumerate(MAANEDER, 1) if found["ord"] and name.startswith(found["ord"]))
    month = int(found["nr"]) if found["nr"] else next(named, 0)
    return les_deldato(f"{found['aar']}-{month:02}")
