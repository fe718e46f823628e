"""SENEST: by when – a length of time, a day, the next of something, or a word; and SAMME_DAG, where that may stand."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, cast, get_args

from pydantic import WithJsonSchema
from pydantic_core import PydanticCustomError

from brukerutvalg_cli.mandat.verdier.dag_i_aaret import DAG_I_AARET_SKJEMA, DagIAaret, les_dag_i_aaret
from brukerutvalg_cli.mandat.verdier.neste import NESTE_SKJEMA, Neste, les_neste
from brukerutvalg_cli.mandat.verdier.tid import TID_SKJEMA, Tid, les_tid
from brukerutvalg_cli.model.verdier import Lest, les_dato

SammeDag = Literal["samme_dag"]
Uten_dag = Literal["straks", "rimelig_tid"]
UTEN_DAG: dict[str, str] = {"straks": "straks", "rimelig_tid": "i rimelig tid"}
"""What has no day of its own, in words."""

Senest = Tid | DagIAaret | date | Neste | SammeDag | Uten_dag
Tidligst = Tid | SammeDag


def les_senest(value: Any) -> Senest:
    """By when, from its text.

    Raises:
        PydanticCustomError: `feil_senest`, or `umulig_dato` for a day that does not exist.
    """
    if value in ("samme_dag", *UTEN_DAG):
        return cast(Senest, value)
    for read in (les_tid, les_dag_i_aaret, les_neste, les_dato):
        try:
            return read(value)
        except PydanticCustomError as error:
            if error.type in ("umulig_dato", "feil_hva"):
                raise
    raise PydanticCustomError(
        "feil_senest",
        "her skal det stå en tid (10 dager), en dag (1. desember), samme_dag, det neste av noe (neste moete), straks "
        "eller rimelig_tid",
    )


def les_tidligst(value: Any) -> Tidligst:
    """Not before when, from its text.

    Raises:
        PydanticCustomError: `feil_tid`.
    """
    return cast(SammeDag, value) if value == "samme_dag" else les_tid(value)


SENEST = Annotated[
    Senest,
    Lest(les_senest),
    WithJsonSchema(
        {
            "anyOf": [
                TID_SKJEMA,
                DAG_I_AARET_SKJEMA,
                {"type": "string", "format": "date"},
                NESTE_SKJEMA,
                {"enum": ["samme_dag", *get_args(Uten_dag)]},
            ]
        }
    ),
]
TIDLIGST = Annotated[
    Tidligst, Lest(les_tidligst), WithJsonSchema({"anyOf": [TID_SKJEMA, {"enum": ["samme_dag"]}]})
]
