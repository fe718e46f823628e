"""Vern: what of the past may be said – nothing in words that the register does not say openly today.

A name that was taken out, a text that was put otherwise and a case that was closed are then told of without being
repeated, whoever's they were: nobody has to know why they are gone. Days, numbers and our own words name nobody.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from copy import copy
from datetime import date
from functools import cache
from typing import Any

from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.minne.forskjell import Faktaendring
from brukerutvalg_cli.minne.opptegnelse import Antattverdi, Opptegnelse
from brukerutvalg_cli.model.deldato import Deldato
from brukerutvalg_cli.model.hendelse import Hendelse
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.medlem import Medlem
from brukerutvalg_cli.model.moetenavn import Moetenavn
from brukerutvalg_cli.model.ordliste import Ordliste
from brukerutvalg_cli.model.organisasjon import Organisasjon
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.saksnummer import er_saksnummer
from brukerutvalg_cli.model.sats import Sats
from brukerutvalg_cli.model.utvalg import Utvalg
from brukerutvalg_cli.model.verdier import Ukjent
from brukerutvalg_cli.navn import er_id
from brukerutvalg_cli.oppramsing import alle_sammen
from brukerutvalg_cli.ord.avkortet import avkortet
from brukerutvalg_cli.ord.i_ord import Her, et_verv, noekkel_i_ord, omtalt
from brukerutvalg_cli.rapport.ordforraad import (
    INTERN,
    PERSONLIG,
    alle_noekler,
    er_vaart,
    faste_verdier,
    noekler_i,
)

INTERNT = PERSONLIG | {INTERN, "id", "grunn", "lenke", "kilde", "url", "fil", "identitet"}
"""Keys whose values are for no screen."""
KORT = 160
"""So much of a text is said of it."""
_MENGDE = re.compile(r"\d{1,4}( \w+)?")


class Vern:
    """What may be said, by the register as it is today.

    `aapne`: all that it says openly; `her`: the council that is told of, where it is still there. `skjulte`: people in
    it who hold only what a confidential case gave them.
    """

    def __init__(
        self, register: Register, her: Her | None, aapne: frozenset[str], skjulte: Collection[str] = ()
    ) -> None:
        self._register = register
        self._her = her
        self._skjulte = frozenset(skjulte)
        people = her.mappe.medlemmer if her else {}
        named = (people[person].alle_navn for person in self._skjulte if person in people)
        self._aapne = aapne.difference(self._skjulte, *named)
        self._het: Mapping[str, str] = {}

    def som_kjenner(self, het: Mapping[str, str]) -> Vern:
        """The same, who knows the ids that people had before: each with the one they have today."""
        knowing = copy(self)
        knowing._het = het
        return knowing

    def ord(self, text: str) -> str | None:
        """A word or a text as it may be said; None where it may not."""
        if self._her and text not in self._her.mappe.medlemmer:
            text = self._het.get(text, text)
        if not text or text in self._skjulte:
            return None
        if isinstance(text, Moetenavn):
            return dato_i_ord(text.dag) if text.nr == 1 else str(text)
        if self._her and (self._kjent(text) or text in self._her.mappe.utvalg.alle_sider):
            return omtalt(text, self._her)
        if self._her and text in self._her.mappe.utvalg.alle_verv:
            return et_verv(text, self._her)
        if er_vaart(text) or text in _faste():
            return _dagen(text) or noekkel_i_ord(text)
        if er_saksnummer(text) or _klokke(text):
            return text
        if text not in self._aapne:
            return None
        return avkortet(omtalt(text, self._her) if self._her else text, KORT)

    def verdi(self, felt: tuple[str, ...], verdi: Any, *, regel: bool = False) -> str | None:
        """A value as it may be said; None where it may not, or where there is none.

        `regel`: of a rule set, which is about nobody: an amount, and a word that is an id, may be said.
        """
        if verdi is None or not INTERNT.isdisjoint(felt):
            return None
        if isinstance(verdi, Antattverdi):
            said = self.verdi(felt, verdi.verdi)
            return said and f"antatt {said}"
        if isinstance(verdi, bool):
            return "ja" if verdi else "nei"
        if isinstance(verdi, date):
            return dato_i_ord(verdi)
        if isinstance(verdi, Deldato):
            return verdi.i_ord
        if isinstance(verdi, tuple):
            each = [self.verdi(felt, one, regel=regel) for one in verdi]
            return alle_sammen(one for one in each if one) if each and all(each) else None
        if isinstance(verdi, Ukjent | int):
            return str(verdi)
        if not isinstance(verdi, str):
            return None
        return verdi if regel and (_MENGDE.fullmatch(verdi) or er_id(verdi)) else self.ord(verdi)

    def _kjent(self, text: str) -> bool:
        assert self._her
        named = (self._her.mappe.medlemmer, self._register.organisasjoner, self._register.mapper)
        return any(text in each for each in named)

    def steg(self, felt: tuple[str, ...]) -> tuple[str, ...]:
        """The keys on the way to a fact; one of somebody's own as it may be said."""
        return tuple(key if _er_vaar_noekkel(key) else self.ord(key) or "…" for key in felt)


def aapent(register: Register, naa: Iterable[Opptegnelse]) -> frozenset[str]:
    """All that today's records say openly, in whichever council; no name of who is shown by organisation only."""
    members = (medlem for mappe in register.mapper.values() for medlem in mappe.medlemmer.values())
    closed = {name for medlem in members if medlem.publisering != "navn" for name in medlem.alle_navn}
    return frozenset(_sagt(naa)) - closed


def lukket(endring: Faktaendring) -> bool:
    """Whether it is of something that was closed then, or is in what was."""
    return endring.lukket or any(each.lukket for each in endring.vei)


def _sagt(naa: Iterable[Opptegnelse]) -> Iterator[str]:
    """All that the open records say in words."""
    for each in naa:
        if not each.lukket:
            for route, value in each.fakta.items():
                yield from route
                if INTERNT.isdisjoint(route):
                    yield from _tekstene(value)
        elif isinstance(public := each.fakta.get(("offentlig_tittel",)), str):
            yield public
        yield from _sagt(each.barn)


def _tekstene(value: Any) -> Iterator[str]:
    if isinstance(value, Antattverdi):
        yield from _tekstene(value.verdi)
    elif isinstance(value, str):
        yield str(value)
    elif isinstance(value, tuple):
        for each in value:
            yield from _tekstene(each)


_ANDRE = (Organisasjon, Ordliste, Sats, Regelverk, Bestemmelse)
"""The records beside those of a council."""


def _er_vaar_noekkel(key: str) -> bool:
    return key in alle_noekler() or any(key in noekler_i(model) for model in _ANDRE)


@cache
def _faste() -> frozenset[str]:
    return faste_verdier(Organisasjon, Regelverk, Utvalg, Medlem, Hendelse)


def _dagen(text: str) -> str:
    """A day that is kept as a text, in words."""
    try:
        return dato_i_ord(date.fromisoformat(text))
    except ValueError:
        return ""


def _klokke(text: str) -> bool:
    return text.replace(".", ":").replace(":", "", 1).isdecimal() and len(text) <= 5
