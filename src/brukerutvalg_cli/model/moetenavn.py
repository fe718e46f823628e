"""Moetenavn: what a meeting is called where others speak of it – its day, and its number where the day has several.

`2026-12-02` is the first meeting on record that day, `2026-12-02-2` the second. It is the name of the file, too. A name
follows the meeting to another day; which meeting it is, a calendar knows by the meeting's `id`.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from pydantic import WithJsonSchema

from brukerutvalg_cli.model.dagmoenster import DAG
from brukerutvalg_cli.model.verdier import Lest, les_dato

_FLERE = re.compile(r"(\d{4}-\d{2}-\d{2})-([2-9]|[1-9]\d)", re.ASCII)


class Moetenavn(str):
    """The name of a meeting. A text, so that it is read, compared and written as one."""

    __slots__ = ()

    @classmethod
    def av(cls, dag: date, nr: int = 1) -> Moetenavn:
        """The name of the meeting with this number among those of a day."""
        return cls(dag.isoformat() if nr == 1 else f"{dag.isoformat()}-{nr}")

    @property
    def dag(self) -> date:
        """The day in it."""
        return date.fromisoformat(self[:10])

    @property
    def nr(self) -> int:
        """Its number among the meetings of the day."""
        return int(self[11:] or 1)


def les_moetenavn(value: Any) -> Moetenavn:
    """A meeting as a file names it: `2026-12-02`, or `2026-12-02-2` where it is the second that day.

    Raises:
        PydanticCustomError: as `les_dato`.
    """
    if isinstance(value, str) and (found := _FLERE.fullmatch(value)):
        return Moetenavn.av(les_dato(found[1]), int(found[2]))
    return Moetenavn.av(les_dato(value))


def navn_i_fila(stem: str, dag: date) -> Moetenavn:
    """The name of a meeting of this day that lies in a file called so; any other file has the first of the day."""
    found = _FLERE.fullmatch(stem)
    first = Moetenavn.av(dag)
    return Moetenavn.av(dag, int(found[2])) if found and found[1] == first else first


Moetet = Annotated[
    Moetenavn,
    Lest(les_moetenavn),
    WithJsonSchema(
        {
            "title": "MØTE",
            "type": "string",
            "pattern": f"^({DAG})(-([2-9]|[1-9][0-9]))?$",
        }
    ),
]
"""A meeting, named by its day and its number that day."""
