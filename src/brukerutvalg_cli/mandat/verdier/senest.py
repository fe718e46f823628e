"""SENEST: by when – a length of time, a day of the year, a day, or a word that names no day."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, cast, get_args

from pydantic import WithJsonSchema
from pydantic_core import PydanticCustomError

from brukerutvalg_cli.mandat.verdier.dag_i_aaret import DAG_I_AARET_SKJEMA, DagIAaret, les_dag_i_aaret
from brukerutvalg_cli.mandat.verdier.tid import TID_SKJEMA, Tid, les_tid
from brukerutvalg_cli.model.verdier import Lest, les_dato

Uten_dag = Literal["straks", "rimelig_tid"]
UTEN_DAG: dict[str, str] = {"straks": "straks", "rimelig_tid": "i rimelig tid"}
"""What has no day of its own, in words."""

Senest = Tid | DagIAaret | date | Uten_dag


def les_senest(value: Any) -> Senest:
    """By when, from its text.

    Raises:
        PydanticCustomError: `feil_senest`, or `umulig_dato` for a day that does not exist.
    """
    if value in get_args(Uten_dag):
        return cast(Uten_dag, value)
    for read in (les_tid, les_dag_i_aaret, les_dato):
        try:
            return read(value)
        except PydanticCustomError as error:
            if error.type == "umulig_dato":
                raise
    raise PydanticCustomError(
        "feil_senest", "her skal det stå en tid (10 dager), en dag (1. desember), straks eller rimelig_tid"
    )


SENEST = Annotated[
    Senest,
    Lest(les_senest),
    WithJsonSchema(
        {
            "anyOf": [
                TID_SKJEMA,
                DAG_I_AARET_SKJEMA,
                {"type": "string", "format": "date"},
                {"enum": list(UTEN_DAG)},
            ]
        }
    ),
]
