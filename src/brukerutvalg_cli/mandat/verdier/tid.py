"""TID: a length of time as a person writes it – `10 dager`, `5 arbeidsdager`, `3 uker`, `6 maaneder`, `2 aar`."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Annotated, Any, Literal

from pydantic import WithJsonSchema
from pydantic_core import PydanticCustomError

from brukerutvalg_cli.model.kalender import EN_DAG, arbeidsdager_fra
from brukerutvalg_cli.model.verdier import Lest

Tidsenhet = Literal["dager", "arbeidsdager", "uker", "maaneder", "aar"]

_ENHETER: dict[str, Tidsenhet] = {
    "dag": "dager",
    "dager": "dager",
    "dagar": "dager",
    "arbeidsdag": "arbeidsdager",
    "arbeidsdager": "arbeidsdager",
    "arbeidsdagar": "arbeidsdager",
    "uke": "uker",
    "uker": "uker",
    "veke": "uker",
    "veker": "uker",
    "maaned": "maaneder",
    "maaneder": "maaneder",
    "måned": "maaneder",
    "måneder": "maaneder",
    "månad": "maaneder",
    "månader": "maaneder",
    "aar": "aar",
    "år": "aar",
}
_TEXT = {"dager": "dag", "arbeidsdager": "arbeidsdag", "uker": "uke", "maaneder": "måned", "aar": "år"}
_I_MAANEDER = {"maaneder": 1, "aar": 12}
_I_DAGER = {"dager": 1, "uker": 7}
_PATTERN = re.compile(r"([1-9][0-9]{0,3}) (\w+)")
MANGE_AAR = 999
"""More years than this are a slip of the hand; up to it no sum of dates leaves the calendar."""


@dataclass(frozen=True, slots=True)
class Tid:
    """A length of time: a number from 1 and a unit."""

    antall: int
    enhet: Tidsenhet

    def foer(self, dag: date) -> date:
        """The last day that lies at least this long before `dag`; `dag` itself is not counted.

        A week is 7 days; a month or year before is the same day number, or the month's last day.
        """
        if self.enhet == "arbeidsdager":
            return arbeidsdager_fra(dag, -self.antall)
        if months := self._months:
            return _same_day_or_last(dag, -months)
        return dag - timedelta(days=self._days)

    def etter(self, dag: date) -> date:
        """The last day that lies at most this long after `dag`; `dag` itself is not counted."""
        if self.enhet == "arbeidsdager":
            return arbeidsdager_fra(dag, self.antall)
        if months := self._months:
            return _same_day_or_last(dag, months)
        return dag + timedelta(days=self._days)

    def siste_dag(self, fra: date) -> date:
        """The last day of a stretch this long that begins with `fra`; both days count.

        Two years from 2021-01-01 end on 2022-12-31. Where the day after would not exist (a year
        from 29 February, half a year from 31 August), the stretch ends with the month. So many
        working days end on the last of them.
        """
        if months := self._months:
            end = _same_day_or_last(fra, months)
            return end if end.day != fra.day else end - EN_DAG
        return self.etter(fra - EN_DAG)

    @property
    def hele_aar(self) -> int | None:
        """The number of years, where the unit is years."""
        return self.antall if self.enhet == "aar" else None

    @property
    def hele_maaneder(self) -> int | None:
        """The number of months, where the unit is months or years."""
        return self._months or None

    @property
    def _months(self) -> int:
        return _I_MAANEDER.get(self.enhet, 0) * self.antall

    @property
    def _days(self) -> int:
        return _I_DAGER.get(self.enhet, 0) * self.antall

    def __str__(self) -> str:
        text = _TEXT[self.enhet]
        if self.antall == 1 or self.enhet == "aar":
            return f"{self.antall} {text}"
        return f"{self.antall} {text}r" if self.enhet == "uker" else f"{self.antall} {text}er"


def med_slingring(dag: date, omtrent: Tid | None) -> date:
    """The last day on which what is due this day is in time all the same."""
    return omtrent.etter(dag) if omtrent and dag < date.max else dag


@lru_cache(maxsize=4096)
def _same_day_or_last(dag: date, months: int) -> date:
    index = dag.year * 12 + dag.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(dag.day, calendar.monthrange(year, month)[1]))


def les_tid(value: Any) -> Tid:
    """A length of time from its text.

    Raises:
        PydanticCustomError: `feil_tid`.
    """
    if isinstance(value, Tid):
        return value
    match = _PATTERN.fullmatch(value) if isinstance(value, str) else None
    if match and (enhet := _ENHETER.get(match[2])) and (enhet != "aar" or int(match[1]) <= MANGE_AAR):
        return Tid(int(match[1]), enhet)
    raise PydanticCustomError(
        "feil_tid", "en tid skrives slik: 10 dager, 5 arbeidsdager, 3 uker, 6 maaneder, 2 aar"
    )


def _ord_for(*, kortere: bool) -> str:
    """The words for what is shorter than a year, or for a year."""
    return "|".join(word for word, unit in _ENHETER.items() if (unit != "aar") is kortere)


TID_SKJEMA: dict[str, Any] = {
    "title": "TID",
    "type": "string",
    "pattern": f"^([1-9][0-9]{{0,3}} ({_ord_for(kortere=True)})|[1-9][0-9]{{0,2}} ({_ord_for(kortere=False)}))$",
}
TID = Annotated[Tid, Lest(les_tid), WithJsonSchema(TID_SKJEMA)]
