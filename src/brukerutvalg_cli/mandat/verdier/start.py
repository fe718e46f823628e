"""STARTER: the days on which terms begin – a day of the year, or that of an event – and who takes over a rest."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Annotated, Any

from pydantic import WithJsonSchema
from pydantic_core import PydanticCustomError

from brukerutvalg_cli.mandat.verdier.dag_i_aaret import DAG_I_AARET_SKJEMA, DagIAaret, les_dag_i_aaret
from brukerutvalg_cli.mandat.verdier.frist_i_ord import det
from brukerutvalg_cli.mandat.verdier.hendt import Hendte, gjorte
from brukerutvalg_cli.mandat.verdier.hva import les_hva
from brukerutvalg_cli.mandat.verdier.navneord import EN_HENDELSE
from brukerutvalg_cli.mandat.verdier.tid import Tid
from brukerutvalg_cli.model.kalender import EN_DAG
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.verdier import UKJENT, Lest, Ukjent
from brukerutvalg_cli.model.visshet import UVISST, Visshet, alle, noen

_HENDELSE = re.compile(r"[a-z][a-z_-]*")


class Startdager:
    """The days on which the terms of a council begin; `omtrent`: give or take so much."""

    def __init__(self, starter: DagIAaret | str, mappe: Utvalgsmappe, omtrent: Tid | None = None) -> None:
        self._starter, self._mappe, self._omtrent = starter, mappe, omtrent

    def rett(self, dag: date) -> Visshet:
        """Whether a term may begin this day: on one of them, or the day after an event."""
        if any(self._naer(day, dag) for day in self._dagene(dag)):
            return True
        return UVISST if self._ukjente else False

    def ingen_mellom(self, etter: date, til: date) -> Visshet:
        """Whether none of them lies after the first of these days, up to and including the other."""
        if any(
            etter < day <= til
            for year in range(etter.year, til.year + 1)
            for day in self._dagene(date(year, 1, 1))
        ):
            return False
        return UVISST if self._ukjente else True

    def __str__(self) -> str:
        return str(self._starter) if isinstance(self._starter, DagIAaret) else f"ved {det(self._starter)}"

    def _naer(self, start: date, dag: date) -> bool:
        last = start if isinstance(self._starter, DagIAaret) else start + EN_DAG
        slack = self._omtrent
        return slack.foer(start) <= dag <= slack.etter(last) if slack else start <= dag <= last

    def _dagene(self, dag: date) -> list[date]:
        """Those of the year of a day, and of the years beside it; of an event, all."""
        if isinstance(self._starter, DagIAaret):
            return [self._starter.i(dag.year + step) for step in (-1, 0, 1)]
        return self._hendt

    @cached_property
    def _hendt(self) -> list[date]:
        return [h.dag for h in self._hendte.alle if isinstance(h.dag, date)]

    @cached_property
    def _ukjente(self) -> bool:
        """Whether there may be one more, or none is on record at all."""
        if isinstance(self._starter, DagIAaret):
            return False
        return bool(self._hendte.uleste or not self._hendt or any(h.dag is UKJENT for h in self._hendte.alle))

    @cached_property
    def _hendte(self) -> Hendte:
        assert isinstance(self._starter, str)
        return gjorte(self._starter, self._mappe)


def begynner_rett(starter: Startdager, sete: Sete, fra: date, andre: Iterable[Sete]) -> Visshet:
    """Whether a term from this day begins as it should. `andre`: the other terms in the same verv.

    What is left of a term may be taken over on any day: where another term in the verv ended since the
    last day on which terms begin, or where one that began on such a day ends on the same day as this.
    """
    right = starter.rett(fra)
    if right:
        return True
    taken_over = (noen((_vacated(starter, fra, o), _same_end(starter, sete, fra, o))) for o in andre)
    return noen((right, *taken_over))


def _vacated(starter: Startdager, fra: date, other: Sete) -> Visshet:
    """Whether the other term ended before this began, and no day on which terms begin has come since."""
    if isinstance(other.til, Ukjent):
        begun = True if isinstance(other.fra, Ukjent) else other.fra < fra
        return UVISST if begun else False
    return other.til is not None and other.til < fra and starter.ingen_mellom(other.til, fra)


def _same_end(starter: Startdager, sete: Sete, fra: date, other: Sete) -> Visshet:
    """Whether the other began on the right day, before this, and both end on the same. Two open ends say nothing."""
    if sete.til is None or other.til is None:
        return False
    ends = UVISST if isinstance(sete.til, Ukjent) or isinstance(other.til, Ukjent) else sete.til == other.til
    right = UVISST if isinstance(other.fra, Ukjent) else other.fra < fra and starter.rett(other.fra)
    return alle((ends, right))


def les_starter(value: Any) -> DagIAaret | str:
    """When terms begin, from its text: a day of the year, or the name of an event.

    Raises:
        PydanticCustomError: `feil_starter`, or `feil_hva` for an event that is nearly a word of the language.
    """
    if isinstance(value, str) and _HENDELSE.fullmatch(value):
        return str(les_hva(value))
    try:
        return les_dag_i_aaret(value)
    except PydanticCustomError:
        raise PydanticCustomError(
            "feil_starter", "her skal det stå en dag i året (1. januar) eller en hendelse (aarsmoete)"
        ) from None


STARTER = Annotated[
    DagIAaret | str,
    Lest(les_starter),
    EN_HENDELSE,
    WithJsonSchema(
        {
            "anyOf": [
                DAG_I_AARET_SKJEMA,
                {
                    "type": ["string", "boolean"],
                    "pattern": f"^{_HENDELSE.pattern}$",
                    "patternErrorMessage": "en hendelse skrives slik: aarsmoete",
                },
            ]
        }
    ),
]
