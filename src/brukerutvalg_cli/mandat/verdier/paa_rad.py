"""PAA_RAD: how much on end – `3 perioder`, `2 aar`, `ubegrenset`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import WithJsonSchema
from pydantic_core import PydanticCustomError

from brukerutvalg_cli.mandat.verdier.tid import TID_SKJEMA, Tid, les_tid
from brukerutvalg_cli.model.verdier import Lest

_PATTERN = re.compile(r"([1-9]\d?) perioder?")


@dataclass(frozen=True, slots=True)
class Perioder:
    """A number of periods."""

    antall: int

    def __str__(self) -> str:
        return f"{self.antall} {'periode' if self.antall == 1 else 'perioder'}"


def les_paa_rad(value: Any) -> Perioder | Tid | Literal["ubegrenset"]:
    """How much on end, from its text.

    Raises:
        PydanticCustomError: `feil_paa_rad`.
    """
    if value == "ubegrenset":
        return "ubegrenset"
    if isinstance(value, str) and (match := _PATTERN.fullmatch(value)):
        return Perioder(int(match[1]))
    try:
        return les_tid(value)
    except PydanticCustomError:
        raise PydanticCustomError(
            "feil_paa_rad", "her skal det stå 3 perioder, 2 aar eller ubegrenset"
        ) from None


PAA_RAD = Annotated[
    Perioder | Tid | Literal["ubegrenset"],
    Lest(les_paa_rad),
    WithJsonSchema(
        {
            "title": "PAA_RAD",
            "anyOf": [
                {"type": "string", "pattern": f"^({_PATTERN.pattern})$"},
                TID_SKJEMA,
                {"enum": ["ubegrenset"]},
            ],
        }
    ),
]
