"""PER: the windows of time in which something is counted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import zip_longest
from typing import Annotated, Any, Literal, NamedTuple, cast, get_args

from pydantic import WithJsonSchema
from pydantic_core import PydanticCustomError

from brukerutvalg_cli.model.mappe import rundestart
from brukerutvalg_cli.model.verdier import Lest
from brukerutvalg_cli.regler.periode import UtvalgIPeriode
from brukerutvalg_cli.regler.verdier.tid import Tid, les_tid

Fast = Literal["kalenderaar", "halvaar", "hoest", "vaar", "funksjonsperiode"]
FASTE: tuple[str, ...] = get_args(Fast)


class Vindu(NamedTuple):
    """A stretch of time, both days included, with the name a secretary would give it."""

    fra: date
    til: date
    navn: str


def les_per(value: Any) -> Fast | Tid:
    """A window from its text.

    Raises:
        PydanticCustomError: `feil_per`.
    """
    if value in FASTE:
        return cast(Fast, value)
    try:
        tid = les_tid(value)
    except PydanticCustomError:
        tid = None
    if tid is None or tid.hele_aar is None:
        raise PydanticCustomError(
            "feil_per", "her skal det stå {navn} eller et antall år: 2 aar", {"navn": ", ".join(FASTE)}
        )
    return tid


PER = Annotated[Fast | Tid, Lest(les_per), WithJsonSchema({"type": "string"})]


def vinduer(per: Fast | Tid, utvalg: UtvalgIPeriode) -> Iterator[Vindu]:
    """The windows that lie whole in the period and are over on the day of evaluation, oldest first.

    A council that does not say from when its records are complete is judged from the year of its
    first meeting or event, and with nothing on record not at all.
    """
    if per == "funksjonsperiode":
        found = _rounds(utvalg)
    else:
        first, last = _years(utvalg)
        found = (vindu for year in range(first, last + 1) for vindu in _in_year(per, year))
    return (vindu for vindu in found if utvalg.gjelder_hele(vindu.fra, vindu.til) and vindu.til < utvalg.dato)


def _in_year(per: Fast | Tid, year: int) -> Iterator[Vindu]:
    spring = Vindu(date(year, 1, 1), date(year, 6, 30), f"første halvår {year}")
    autumn = Vindu(date(year, 7, 1), date(year, 12, 31), f"andre halvår {year}")
    if isinstance(per, Tid):
        end = year + per.antall - 1
        yield Vindu(date(year, 1, 1), date(end, 12, 31), f"{year}" if end == year else f"{year}–{end}")
    elif per == "kalenderaar":
        yield Vindu(date(year, 1, 1), date(year, 12, 31), str(year))
    elif per == "vaar":
        yield Vindu(spring.fra, spring.til, f"våren {year}")
    elif per == "hoest":
        yield Vindu(autumn.fra, autumn.til, f"høsten {year}")
    else:
        yield from (spring, autumn)


def _rounds(utvalg: UtvalgIPeriode) -> Iterator[Vindu]:
    ends: dict[date, date | None] = {}
    for _, runde in utvalg.mappe.runder:
        ends[rundestart(runde)] = runde.til or ends.get(rundestart(runde))
    starts = list(ends)
    for start, following in zip_longest(starts, starts[1:]):
        end = min(filter(None, (ends[start], following and following - timedelta(days=1))), default=None)
        if end:
            yield Vindu(start, end, f"funksjonsperioden fra {start.isoformat()}")


def _years(utvalg: UtvalgIPeriode) -> tuple[int, int]:
    mappe = utvalg.mappe
    if mappe.utvalg.registrert_fra is None:
        known = [m.dato for m in mappe.moeter[:1]] + [
            h.dato for h in mappe.hendelser if isinstance(h.dato, date)
        ]
        first = max(min(known, default=date.max), utvalg.fra or date.min)
    else:
        first = utvalg.fra or mappe.utvalg.registrert_fra
    return first.year, utvalg.dato.year
