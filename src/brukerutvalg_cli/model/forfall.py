"""Forfall: somebody who said that they could not come, and perhaps the day on which they said so. Never why."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any

from pydantic import WithJsonSchema
from pydantic_core import PydanticCustomError

from brukerutvalg_cli.model.verdier import UKJENT, Lest, Ukjent, les_dato


class Meldt(str):
    """The person's id, as most who ask want no more, with the day it was reported where the file has it.

    Written plain it is the id alone, and `meldt` is None; `ukjent` is a day that nobody knows.
    """

    meldt: date | Ukjent | None

    def __new__(cls, person: str, meldt: date | Ukjent | None = None) -> Meldt:
        """A person, and when they reported it."""
        found = super().__new__(cls, person)
        found.meldt = meldt
        return found


def med_dagene(personer: Iterable[str], foer: Iterable[Meldt]) -> list[str | dict[str, Any]]:
    """These as they are written: each with the day it was reported, where that is said, or was on record before."""
    personer = list(personer)
    said = (who for who in (*foer, *personer) if isinstance(who, Meldt))
    days = {str(who): who.meldt for who in said if who.meldt is not None}
    return [{"person": who, "meldt": days[who]} if who in days else who for who in map(str, personer)]


def les_forfall(value: Any) -> Meldt:
    """One who reported absence, from a name, or from a name and a day.

    Raises:
        PydanticCustomError: `feil_forfall`, or what is wrong with the day.
    """
    if isinstance(value, Meldt):
        return value
    if isinstance(value, str):
        return Meldt(value)
    if isinstance(value, dict) and set(value) == {"person", "meldt"} and isinstance(value["person"], str):
        day = value["meldt"]
        return Meldt(value["person"], UKJENT if day in (UKJENT, "ukjent") else les_dato(day))
    raise PydanticCustomError(
        "feil_forfall",
        "her skal det stå en person, eller {{person: kari, meldt: 2026-02-09}}, med dagen det ble meldt",
    )


Forfall = Annotated[
    Meldt,
    Lest(les_forfall),
    WithJsonSchema(
        {
            "title": "FORFALL",
            "anyOf": [
                {"type": "string"},
                {
                    "type": "object",
                    "properties": {
                        "person": {"type": "string"},
                        "meldt": {"anyOf": [{"type": "string", "format": "date"}, {"const": "ukjent"}]},
                    },
                    "required": ["person", "meldt"],
                    "additionalProperties": False,
                },
            ],
        }
    ),
]
