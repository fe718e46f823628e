"""PER and UNNTATT: what is counted at a time – a year, a season, a month, or so many of them – and what is left out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import WithJsonSchema
from pydantic_core import PydanticCustomError

from brukerutvalg_cli.model.kalender import MAANEDER
from brukerutvalg_cli.model.verdier import EN_ELLER_FLERE, Lest

_ENHETER = {
    "kalenderaar": "kalenderaar aar år",
    "halvaar": "halvaar halvår",
    "kvartal": "kvartal kvartaler",
    "vaar": "vaar vår vaarer vårer",
    "hoest": "hoest høst hoester høster",
    "funksjonsperiode": "funksjonsperiode funksjonsperioder",
    "maaned": "maaned måned maaneder måneder månad månader",
    "uke": "uke uker veke veker",
    "dag": "dag dager dagar",
}
"""The windows there are beside the months by name, and how each may be written."""
_ORD = {word: unit for unit, words in _ENHETER.items() for word in words.split()} | {m: m for m in MAANEDER}
_PATTERN = re.compile(r"(?:([1-9][0-9]{0,3}) )?(\w+)")
VAAREN, HOESTEN, ALLE = frozenset(range(1, 7)), frozenset(range(7, 13)), frozenset(range(1, 13))


@dataclass(frozen=True, slots=True)
class Per:
    """So many windows of a kind, one after the other, taken together."""

    antall: int
    enhet: str

    @property
    def flyter(self) -> bool:
        """Whether a new one begins with each month, week or day."""
        return self.enhet in ("maaned", "uke", "dag")

    @property
    def maaneder(self) -> frozenset[int]:
        """The months that can be in such a window."""
        if self.enhet in MAANEDER:
            return frozenset({MAANEDER.index(self.enhet) + 1})
        return {"vaar": VAAREN, "hoest": HOESTEN}.get(self.enhet, ALLE)

    def __str__(self) -> str:
        return self.enhet if self.antall == 1 else f"{self.antall} {self.enhet}"


def les_per(value: Any) -> Per:
    """A window from its text.

    Raises:
        PydanticCustomError: `feil_per`.
    """
    if isinstance(value, Per):
        return value
    match = _PATTERN.fullmatch(value) if isinstance(value, str) else None
    if match and match[2] in _ORD:
        return Per(int(match[1] or 1), _ORD[match[2]])
    raise PydanticCustomError(
        "feil_per",
        "her skal det stå {navn} eller en måned (april), gjerne med et tall foran: 2 aar, 3 maaneder",
        {"navn": ", ".join(_ENHETER)},
    )


def les_maaned(value: Any) -> int:
    """The number of a month from its name.

    Raises:
        PydanticCustomError: `feil_maaned`.
    """
    if isinstance(value, int):
        return value
    if value in MAANEDER:
        return MAANEDER.index(value) + 1
    raise PydanticCustomError("feil_maaned", "her skal det stå en måned: juli")


PER = Annotated[
    Per,
    Lest(les_per),
    WithJsonSchema(
        {
            "title": "PER",
            "anyOf": [
                {"enum": [*_ENHETER, *MAANEDER]},
                {"type": "string", "pattern": f"^([1-9][0-9]{{0,3}} )?({'|'.join(_ORD)})$"},
            ],
        }
    ),
]
MAANED = Annotated[int, Lest(les_maaned), WithJsonSchema({"enum": list(MAANEDER)})]
UNNTATT = Annotated[tuple[MAANED, ...], EN_ELLER_FLERE]
