"""The text of a confidential case where it does not belong: in another case, or in its own public title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.funn.place import Place, Route
from brukerutvalg_cli.model.innmeldt_sak import InnmeldtSak
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.post import Filpost
from brukerutvalg_cli.model.sak import Sak
from brukerutvalg_cli.model.verdier import kjent
from brukerutvalg_cli.personvern.tekster import ordene, samlet, tekster

TITTEL, SETNING = 3, 5
"""So many words must a title and a sentence have: shorter ones say what many others say too."""

_FOLGES = (
    "tittel",
    "framlegg",
    "referat",
    "etter_moetet",
    "vedtak",
    "protokolltilfoersel",
    "oppfoelging",
    "vedlegg",
)
_APEN = "offentlig_tittel"
_INTERNT = "merknad"


class Fortrolig(NamedTuple):
    """A confidential case: what it is called here, where it is, and until when."""

    nr: str
    place: Place
    record: Filpost
    route: Route
    sak: Sak | InnmeldtSak
    til: date | None


class Lekkasje(NamedTuple):
    """A text that holds what a confidential case says."""

    place: Place
    sak: Fortrolig


def lekkasjer(mappe: Utvalgsmappe) -> Iterator[Lekkasje]:
    """Each text of the council outside confidential cases that repeats one of them."""
    secret = list(_fortrolige(mappe))
    if not secret:
        return
    by_start = _etter_start(secret)
    for record in (*mappe.moeter, *mappe.saker.values()):
        closed = {sak.route for sak in secret if sak.record is record}
        # A confidential case holds its own text: its record is always looked through, others when they repeat it.
        if not closed and not _gjentatt(ordene(samlet(record)), by_start):
            continue
        for route, text in tekster(record):
            inside = () in closed or route[:2] in closed
            if route[-1] == _INTERNT or (inside and route[-1] != _APEN):
                continue
            for nr in sorted(_gjentatt(ordene(text), by_start)):
                til = secret[nr].til
                if not (til and isinstance(record, Moete) and record.dato > til):
                    yield Lekkasje(record.at(*route), secret[nr])
                    break


def _fortrolige(mappe: Utvalgsmappe) -> Iterator[Fortrolig]:
    for moete in mappe.moeter:
        for nr, sak in enumerate(moete.saker):
            if sak.fortrolig:
                place = moete.at("saker", nr, "nr")
                yield Fortrolig(sak.navn, place, moete, ("saker", nr), sak, kjent(sak.fortrolig_til))
    for name, submitted in mappe.saker.items():
        if submitted.fortrolig:
            place = submitted.at("fortrolig", at_key=True)
            yield Fortrolig(name, place, submitted, (), submitted, None)


def _fraser(sak: Sak | InnmeldtSak) -> frozenset[str]:
    found: set[str] = set()
    for route, text in tekster(sak):
        if route[0] in _FOLGES:
            least = TITTEL if route[-1] == "tittel" else SETNING
            parts = [text] if route[-1] == "tittel" else re.split(r"[.!?:;]\s|\n\s*\n|\n\s*[-*] ", text)
            found.update(words for part in parts if (words := ordene(part)).count(" ") >= least - 1)
    return frozenset(found)


_Start = dict[tuple[str, ...], dict[str, set[int]]]


def _etter_start(secret: list[Fortrolig]) -> _Start:
    """Every phrase by its first words, each with the cases that say it: few are looked for in a text."""
    found: _Start = {}
    for nr, sak in enumerate(secret):
        for frase in _fraser(sak.sak):
            start = tuple(frase.split(" ", TITTEL)[:TITTEL])
            found.setdefault(start, {}).setdefault(frase, set()).add(nr)
    return found


def _gjentatt(said: str, by_start: _Start) -> set[int]:
    """The cases of which a text repeats a phrase, by their numbers."""
    words, whole = said.split(" "), f" {said} "
    starts = by_start.keys() & set(zip(*(words[n:] for n in range(TITTEL)), strict=False))
    phrases = (each for start in starts for each in by_start[start].items())
    return {nr for frase, cases in phrases if f" {frase} " in whole for nr in cases}
