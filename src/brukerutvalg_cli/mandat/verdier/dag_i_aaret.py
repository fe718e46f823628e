"""DAG_I_AARET: a day that comes back each year, as a person writes it – `1. desember`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import WithJsonSchema
from pydantic_core import PydanticCustomError

from brukerutvalg_cli.model.kalender import MAANEDER
from brukerutvalg_cli.model.verdier import Lest

_PATTERN = re.compile(r"([1-9][0-9]?)\. (\w+)")
_SKUDDAAR = 2000
"""A year that has every day there is."""


@dataclass(frozen=True, slots=True)
class DagIAaret:
    """A day number and a month, of no year in particular. The names of the months are one in both målformer."""

    dag: int
    maaned: int

    def i(self, aar: int) -> date:
        """The day in this year. 29 February is the 28th where there is none."""
        try:
            return date(aar, self.maaned, self.dag)
        except ValueError:
            return date(aar, self.maaned, 28)

    def paa_eller_etter(self, dag: date) -> date:
        """The first such day that is not before `dag`."""
        this_year = self.i(dag.year)
        return this_year if this_year >= dag else self.i(dag.year + 1)

    def __str__(self) -> str:
        return f"{self.dag}. {MAANEDER[self.maaned - 1]}"


def les_dag_i_aaret(value: Any) -> DagIAaret:
    """A day of the year from its text.

    Raises:
        PydanticCustomError: `feil_dag_i_aaret`.
    """
    if isinstance(value, DagIAaret):
        return value
    match = _PATTERN.fullmatch(value) if isinstance(value, str) else None
    if (
        match
        and match[2] in MAANEDER
        and _finnes(day := int(match[1]), month := MAANEDER.index(match[2]) + 1)
    ):
        return DagIAaret(day, month)
    raise PydanticCustomError("feil_dag_i_aaret", "en dag i året skrives slik: 1. desember")


def _finnes(dag: int, maaned: int) -> bool:
    try:
        date(_SKUDDAAR, maaned, dag)
    except ValueError:
        return False
    return True


def _med_dag(dag: int) -> str:
    """The months that have a day of this number, in some year."""
    return "|".join(name for nr, name in enumerate(MAANEDER, start=1) if _finnes(dag, nr))


MOENSTER = rf"([1-9]|[12][0-9])\. ({_med_dag(29)})|30\. ({_med_dag(30)})|31\. ({_med_dag(31)})"
DAG_I_AARET_SKJEMA: dict[str, Any] = {"title": "DAG_I_AARET", "type": "string", "pattern": f"^({MOENSTER})$"}
DAG_I_AARET = Annotated[DagIAaret, Lest(les_dag_i_aaret), WithJsonSchema(DAG_I_AARET_SKJEMA)]
