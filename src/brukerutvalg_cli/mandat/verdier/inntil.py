"""INNTIL: the last day of a term – a date, a day of one of its years, or the next time something happens."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import WithJsonSchema
from pydantic_core import PydanticCustomError

from brukerutvalg_cli.mandat.verdier.dag_i_aaret import (
    DAG_I_AARET_SKJEMA,
    MOENSTER,
    DagIAaret,
    les_dag_i_aaret,
)
from brukerutvalg_cli.mandat.verdier.neste import NESTE_SKJEMA, Neste, les_neste
from brukerutvalg_cli.model.verdier import Lest, les_dato

_PATTERN = re.compile(r"(.+) i ([1-9][0-9]?)\. (?:aar|år)")


@dataclass(frozen=True, slots=True)
class DagIPeriodeaar:
    """A day of the year in a numbered year of a term: the second such day that comes lies in its second year."""

    dag: DagIAaret
    nr: int

    def fra(self, dag: date) -> date:
        """The day, of a term that begins on this one."""
        return self.dag.i(self.dag.paa_eller_etter(dag).year + self.nr - 1)


Inntil = date | DagIPeriodeaar | Neste


def les_inntil(value: Any) -> Inntil:
    """Until when, from its text.

    Raises:
        PydanticCustomError: `feil_inntil`, or `umulig_dato` for a day that does not exist.
    """
    if isinstance(value, DagIPeriodeaar | Neste):
        return value
    match = _PATTERN.fullmatch(value) if isinstance(value, str) else None
    readers = (_dag_i_aaret, les_neste, les_dato)
    for read in (lambda day: DagIPeriodeaar(les_dag_i_aaret(day), int(match[2])),) if match else readers:
        try:
            return read(match[1] if match else value)
        except PydanticCustomError as error:
            if error.type in ("umulig_dato", "feil_hva"):
                raise
    raise PydanticCustomError(
        "feil_inntil",
        "her skal det stå en dag i året (31. desember, 31. mars i 2. aar), en dato (2026-12-31) eller det neste av noe "
        "(neste aarsmoete)",
    )


def _dag_i_aaret(value: Any) -> DagIPeriodeaar:
    return DagIPeriodeaar(les_dag_i_aaret(value), 1)


INNTIL = Annotated[
    Inntil,
    Lest(les_inntil),
    WithJsonSchema(
        {
            "anyOf": [
                DAG_I_AARET_SKJEMA,
                {
                    "title": "Dag_i_perioden",
                    "type": "string",
                    "pattern": rf"^({MOENSTER}) i [1-9][0-9]?\. (aar|år)$",
                },
                {"type": "string", "format": "date"},
                NESTE_SKJEMA,
            ]
        }
    ),
]
