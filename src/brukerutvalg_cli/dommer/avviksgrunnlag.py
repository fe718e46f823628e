"""Avviksgrunnlag: what a deviation rests on – a decision the council had made, or its own note of what was done."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import NamedTuple

from brukerutvalg_cli.dommer.utsagn import Utsagn
from brukerutvalg_cli.model.avvik import Avvik
from brukerutvalg_cli.model.kalender import dato_i_ord, les_dag
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.sak import Sak
from brukerutvalg_cli.model.saksnummer import Nummer, har_aar, les_nummer
from brukerutvalg_cli.model.verdier import UKJENT
from brukerutvalg_cli.model.visshet import UVISST, Uvisst, Visshet

_NUMMER = re.compile(r"(?:\b[A-ZÆØÅ]{2,8} )?\d+\s*/\s*(?:\d{4}|\d{2}|(?<=\d{4}/)\d+)(?!\d)", re.ASCII)
"""A case number, wherever it stands."""


_DAG = re.compile(
    r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\s*\d{1,2}\.\s*\d{4}|\d{1,2}\.?\s+[a-z]{3,9}\.?\s+\d{4}",
    re.ASCII | re.IGNORECASE,
)
"""A day as people write it, among other words."""
_SKRAADAG = re.compile(r"\b(\d{1,2})/(\d{1,2})\s*[-/. ]\s*(\d{4}|\d{2})(?!\d)", re.ASCII)
"""A day that begins like a case number: 16/11-22."""
_OM_SAKEN = frozenset({
    "sak", "saken", "saka", "sakene", "sakane", "nr", "nummer", "vedtak", "vedtaket", "vedtatt", "vedteke",
    "i", "og", "av", "den", "på", "fra", "frå", "møte", "møtet", "utvalg", "utvalget", "utval", "utvalet",
    "brukerutvalg", "brukerutvalget", "brukarutval", "brukarutvalet",
})  # fmt: skip
"""What may stand around a case number and still mean a case of this council."""


def _enkelt(nr: str) -> Nummer | str:
    """A case number without what makes no difference: 028/2022 is 28/22, and so is 2022/28."""
    return les_nummer(re.sub(r"\s*/\s*", "/", nr.strip())) or nr


def _dagene(name: str) -> list[date]:
    """The days that are named in a text."""
    slashed = (
        f"{day}.{month}.{year if len(year) > 2 else '20' + year}"
        for day, month, year in _SKRAADAG.findall(name)
    )
    return [day for text in (*_DAG.findall(name), *slashed) if (day := les_dag(text))]


EIEREN = (
    "er det eieren som vedtok det, skriver du hvem under «vedtatt_av», og hvor det står under «vedtatt_i»; "
    "ellers rettes bruddet"
)


class Avviksgrunnlag(NamedTuple):
    """Whether there is something to rest on; if not, or if nobody knows, why, as a sentence of its own.

    `senere`: it was decided, but after the day that is looked at. `rettes`: how to mend it, where that is its own.
    """

    holder: Visshet = True
    hvorfor: str = ""
    noekkel: str = ""
    senere: bool = False
    rettes: str = ""


class Sakene:
    """The cases of a council, and from when each provision bound it: what deviations are held up against."""

    def __init__(self, mappe: Utvalgsmappe, dato: date, bandt_fra: Mapping[str, date]) -> None:
        self._mappe = mappe
        self._dato = dato
        self._bandt_fra = bandt_fra

    @cached_property
    def _etter_nummer(self) -> dict[Nummer | str, tuple[Moete, Sak]]:
        every = ((moete, sak) for moete in self._mappe.moeter for sak in moete.saker)
        return {_enkelt(sak.nr) if har_aar(sak.nr) else sak.navn: (moete, sak) for moete, sak in every}

    def grunnlag(self, avvik: Avvik, brudd: Utsagn | None = None) -> Avviksgrunnlag:
        """What a deviation rests on, by itself; of a breach, whether it may be answered for so.

        A decision in words is somebody else's, and taken for what they say, as is any that it is said who made
        (`vedtatt_av`); what only the owner may depart from, no case of the council does. A day alone says of no
        decision. A case
        number is a case of this council, and every one of them has to hold: where the words around it may mean
        somebody else's, it is not known whose it is, and it counts for none. Of a number alone that is nowhere on
        record there is another finding.
        """
        key = "notert_i" if avvik.notert_i else "vedtatt_i"
        name = getattr(avvik, key) or ""
        if avvik.vedtatt_av:
            return Avviksgrunnlag()
        ours = self._mappe.saken(name) is not None
        if brudd and brudd.bestemmelse.kan_fravikes_av == "eier" and (ours or _NUMMER.search(name)):
            return Avviksgrunnlag(False, "bare eieren kan fravike bestemmelsen", key, rettes=EIEREN)
        numbers, alone = [name], True
        if not ours:
            if misread := self._lest_som(name):
                return Avviksgrunnlag(False, misread, key)
            numbers, alone = _NUMMER.findall(name), " " not in name
        held = [self._saken(nr, key, avvik, brudd, alone=alone) for nr in numbers]
        surely_not = (one for one in held if one.holder is False)
        return next(
            surely_not, next((one for one in held if isinstance(one.holder, Uvisst)), Avviksgrunnlag())
        )

    def _lest_som(self, name: str) -> str:
        """What was read of a text that surely names no case of this council: a day, or perhaps somebody else's case."""
        words = _SKRAADAG.sub(" ", _DAG.sub(" ", name))
        numbers = _NUMMER.findall(words)
        others = set(re.findall(r"\w+", _NUMMER.sub(" ", words).lower())) - _OM_SAKEN - self._egne_ord
        if not numbers and not others and (days := _dagene(name)):
            return (
                f"«{name}» er lest som dagen {dato_i_ord(days[0])}, og sier ikke hvilken sak som avgjorde det"
            )
        if numbers and others:
            return (
                f"«{name}» er lest som sak {numbers[0]} i dette utvalget, men sier mer enn det. Er det den "
                "saken, skriver du bare nummeret; er det vedtatt av andre, skriver du hvem og når, uten saksnummer"
            )
        return ""

    @cached_property
    def _egne_ord(self) -> frozenset[str]:
        """What this council is called, word by word."""
        navn = self._mappe.utvalg.navn
        return frozenset(re.findall(r"\w+", f"{navn.nb} {navn.nn} {self._mappe.id}".lower()))

    def _saken(self, nr: str, key: str, avvik: Avvik, brudd: Utsagn | None, *, alone: bool) -> Avviksgrunnlag:
        """The same of one case by its number."""
        found = self._etter_nummer.get(_enkelt(nr)) or self._kalt(nr)
        if found is None:
            return (
                Avviksgrunnlag() if alone else Avviksgrunnlag(False, f"sak {nr} finnes ikke i noe møte", key)
            )
        moete, sak = found
        unmet = self._moetet(moete, sak, key)
        if unmet is None:
            unmet = self._tatt_til_etterretning(moete, brudd) if avvik.notert_i else self._vedtatt(sak)
        if unmet is None and brudd and sak.navn in brudd.emne.navn:
            unmet = Avviksgrunnlag(
                False, f"sak {sak.navn} er selve bruddet, og svarer ikke for seg selv", key
            )
        bound = self._bandt_fra.get(avvik.bestemmelse)
        if unmet is None and bound and moete.dato < bound:
            when = f"{dato_i_ord(moete.dato)}, og bestemmelsen bandt utvalget først fra {dato_i_ord(bound)}"
            unmet = Avviksgrunnlag(False, f"sak {sak.navn} var {when}", key)
        return unmet or Avviksgrunnlag()

    def _kalt(self, name: str) -> tuple[Moete, Sak] | None:
        found = self._mappe.saken(name)
        return (found[0], found[0].saker[found[1]]) if found else None

    def _moetet(self, moete: Moete, sak: Sak, key: str) -> Avviksgrunnlag | None:
        """What is wanting with the meeting: it has to be held, and the case dealt with."""
        day = dato_i_ord(moete.dato)
        if moete.status == "avlyst":
            return Avviksgrunnlag(False, f"møtet {day}, med sak {sak.navn}, ble avlyst", key)
        if moete.dato > self._dato:
            held = moete.status == "avholdt"
            return Avviksgrunnlag(False, f"sak {sak.navn} skal først opp i møtet {day}", key, senere=held)
        if moete.status != "avholdt":
            return Avviksgrunnlag(False, f"møtet {day}, med sak {sak.navn}, er ikke ført som holdt", key)
        if sak.utsatt is UKJENT:
            return Avviksgrunnlag(UVISST, f"om sak {sak.navn} ble utsatt, er ukjent", key)
        return Avviksgrunnlag(False, f"sak {sak.navn} ble utsatt", key) if sak.utsatt else None

    def _vedtatt(self, sak: Sak) -> Avviksgrunnlag | None:
        if sak.vedtak is UKJENT:
            return Avviksgrunnlag(UVISST, f"om sak {sak.navn} vedtok noe, er ukjent", "vedtatt_i")
        if sak.vedtak is None:
            return Avviksgrunnlag(
                False, f"sak {sak.navn} har ikke noe vedtak («vedtak» er ikke ført)", "vedtatt_i"
            )
        if not sak.vedtak.tekst.strip():
            return Avviksgrunnlag(
                False, f"sak {sak.navn} har ikke noe vedtak («tekst» i «vedtak» er tom)", "vedtatt_i"
            )
        return None

    def _tatt_til_etterretning(self, moete: Moete, brudd: Utsagn | None) -> Avviksgrunnlag | None:
        """A note is of what has happened, and of what nobody can mend any more: the rest takes a decision."""
        if brudd is None:
            return None
        last, begun = brudd.siste_dag(self._dato), brudd.oppstod
        if brudd.varer and not brudd.er_rettet(self._dato) and last == self._dato:
            return Avviksgrunnlag(False, "bruddet er der ennå, og da må det rettes eller vedtas", "notert_i")
        if brudd.varer and not brudd.er_rettet(self._dato) and last and moete.dato <= last:
            text = f"da møtet {dato_i_ord(moete.dato)} noterte bruddet, var det der ennå, og kunne rettes"
            if not (begun and moete.dato < begun):
                return Avviksgrunnlag(False, text, "notert_i")
        if begun and moete.dato < begun:
            return Avviksgrunnlag(False, f"møtet {dato_i_ord(moete.dato)} var før bruddet", "notert_i")
        return None
