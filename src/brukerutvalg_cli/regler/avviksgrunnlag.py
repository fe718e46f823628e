"""Avviksgrunnlag: what a deviation rests on – a decision the council had made, or its own note of what was done."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import NamedTuple

from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.sak import Sak
from brukerutvalg_cli.model.utvalg import Avvik
from brukerutvalg_cli.model.verdier import UKJENT
from brukerutvalg_cli.model.visshet import Visshet
from brukerutvalg_cli.regler.brudd import Brudd

_NUMMER = re.compile(r"\d+\s*/\s*(?:\d{4}|\d{2})(?!\d)", re.ASCII)
"""A case number, wherever it stands."""


def _enkelt(nr: str) -> str:
    """A case number without what makes no difference: 028/2022 is 28/22."""
    number, _, year = nr.partition("/")
    return f"{number.strip().lstrip('0')}/{year[-2:]}"


class Grunnlag(NamedTuple):
    """Whether there is something to rest on; if not, or if nobody knows, why, as a sentence of its own.

    `senere`: it was decided, but after the day that is looked at.
    """

    holder: Visshet = True
    hvorfor: str = ""
    noekkel: str = ""
    senere: bool = False


class Sakene:
    """The cases of a council, and from when each provision bound it: what deviations are held up against."""

    def __init__(self, mappe: Utvalgsmappe, dato: date, bandt_fra: Mapping[str, date]) -> None:
        self._mappe = mappe
        self._dato = dato
        self._bandt_fra = bandt_fra

    @cached_property
    def _etter_nummer(self) -> dict[str, tuple[Moete, Sak]]:
        return {_enkelt(sak.nr): (moete, sak) for moete in self._mappe.moeter for sak in moete.saker}

    def grunnlag(self, avvik: Avvik, brudd: Brudd | None = None) -> Grunnlag:
        """What a deviation rests on, by itself; of a breach, whether it may be answered for so.

        A decision in words is somebody else's, and taken for what they say. A case number among the words is that
        case all the same, and every one of them has to hold. Of a number alone that is nowhere on record there
        is another finding.
        """
        key = "notert_i" if avvik.notert_i else "vedtatt_i"
        name = getattr(avvik, key) or ""
        numbers, alone = _NUMMER.findall(name), " " not in name
        held = [self._saken(nr, key, avvik, brudd, alone=alone) for nr in numbers]
        surely_not = (one for one in held if one.holder is False)
        return next(surely_not, next((one for one in held if one.holder is None), Grunnlag()))

    def _saken(self, nr: str, key: str, avvik: Avvik, brudd: Brudd | None, *, alone: bool) -> Grunnlag:
        """The same of one case by its number."""
        found = self._etter_nummer.get(_enkelt(nr))
        if found is None:
            return Grunnlag() if alone else Grunnlag(False, f"sak {nr} finnes ikke i noe møte", key)
        moete, sak = found
        unmet = self._moetet(moete, sak, key)
        if unmet is None:
            unmet = self._tatt_til_etterretning(moete, brudd) if avvik.notert_i else self._vedtatt(sak)
        if unmet is None and brudd and sak.nr in brudd.emne.navn:
            unmet = Grunnlag(False, f"sak {sak.nr} er selve bruddet, og svarer ikke for seg selv", key)
        bound = self._bandt_fra.get(avvik.bestemmelse)
        if unmet is None and bound and moete.dato < bound:
            when = f"{dato_i_ord(moete.dato)}, og bestemmelsen bandt utvalget først fra {dato_i_ord(bound)}"
            unmet = Grunnlag(False, f"sak {sak.nr} var {when}", key)
        return unmet or Grunnlag()

    def _moetet(self, moete: Moete, sak: Sak, key: str) -> Grunnlag | None:
        """What is wanting with the meeting: it has to be held, and the case dealt with."""
        day = dato_i_ord(moete.dato)
        if moete.status == "avlyst":
            return Grunnlag(False, f"møtet {day}, med sak {sak.nr}, ble avlyst", key)
        if moete.dato > self._dato:
            held = moete.status == "avholdt"
            return Grunnlag(False, f"sak {sak.nr} skal først opp i møtet {day}", key, senere=held)
        if moete.status != "avholdt":
            return Grunnlag(False, f"møtet {day}, med sak {sak.nr}, er ikke ført som holdt", key)
        if sak.utsatt is UKJENT:
            return Grunnlag(None, f"om sak {sak.nr} ble utsatt, er ukjent", key)
        return Grunnlag(False, f"sak {sak.nr} ble utsatt", key) if sak.utsatt else None

    def _vedtatt(self, sak: Sak) -> Grunnlag | None:
        if sak.vedtak is UKJENT:
            return Grunnlag(None, f"om sak {sak.nr} vedtok noe, er ukjent", "vedtatt_i")
        if sak.vedtak is None:
            return Grunnlag(False, f"sak {sak.nr} har ikke noe vedtak («vedtak» er ikke ført)", "vedtatt_i")
        if not sak.vedtak.tekst.strip():
            return Grunnlag(
                False, f"sak {sak.nr} har ikke noe vedtak («tekst» i «vedtak» er tom)", "vedtatt_i"
            )
        return None

    def _tatt_til_etterretning(self, moete: Moete, brudd: Brudd | None) -> Grunnlag | None:
        """A note is of what has happened, and of what nobody can mend any more: the rest takes a decision."""
        if brudd is None:
            return None
        last, begun = brudd.siste_dag(self._dato), brudd.oppstod
        if brudd.varer and not brudd.er_rettet(self._dato) and last == self._dato:
            return Grunnlag(False, "bruddet er der ennå, og da må det rettes eller vedtas", "notert_i")
        if brudd.varer and not brudd.er_rettet(self._dato) and last and moete.dato <= last:
            text = f"da møtet {dato_i_ord(moete.dato)} noterte bruddet, var det der ennå, og kunne rettes"
            if not (begun and moete.dato < begun):
                return Grunnlag(False, text, "notert_i")
        if begun and moete.dato < begun:
            return Grunnlag(False, f"møtet {dato_i_ord(moete.dato)} var før bruddet", "notert_i")
        return None
