"""PER: the windows of time in which something is counted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import zip_longest
from typing import Annotated, Any, Literal, NamedTuple, cast, get_args

from pydantic import WithJsonSchema
from pydantic_core import PydanticCustomError

from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.verdier.tid import TID_SKJEMA, Tid, les_tid
from brukerutvalg_cli.model.kalender import EN_DAG, MAANEDER, dato_i_ord
from brukerutvalg_cli.model.mappe import rundestart
from brukerutvalg_cli.model.verdier import Lest, kjent

Fast = Literal["kalenderaar", "halvaar", "hoest", "vaar", "funksjonsperiode"]
FASTE: tuple[str, ...] = get_args(Fast)


class Vindu(NamedTuple):
    """A stretch of time, both days included, with the name a secretary would give it."""

    fra: date
    til: date
    navn: str
    sagt: str = ""

    @property
    def naar(self) -> str:
        """The window where a sentence says when: `i 2022`, `høsten 2022`."""
        return self.sagt or f"i {self.navn}"


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
    if tid is None or tid.enhet == "arbeidsdager":
        raise PydanticCustomError(
            "feil_per",
            "her skal det stå {navn}, eller et antall år, måneder, uker eller dager: 2 aar",
            {"navn": ", ".join(FASTE)},
        )
    return tid


PER = Annotated[
    Fast | Tid,
    Lest(les_per),
    WithJsonSchema({"title": "PER", "anyOf": [{"enum": list(FASTE)}, TID_SKJEMA]}),
]


def vinduer(per: Fast | Tid, utvalg: UtvalgIPeriode, *, loepende: bool = False) -> Iterator[Vindu]:
    """The windows that lie whole in the period and are over on the day of evaluation, oldest first.

    With `loepende`, those that have begun by that day too: of them, only what is so already can be said.
    A council that does not say from when its records are complete is judged from the year (or the
    month, week or day, where that is the unit) of its first meeting or event, and with nothing on
    record not at all.
    """
    if per == "funksjonsperiode":
        found = _rounds(utvalg)
    elif isinstance(per, Tid) and per.hele_aar is None:
        found = _stretches(per, foerste_dag(utvalg), utvalg.dato)
    else:
        years = range(foerste_dag(utvalg).year, utvalg.dato.year + 1)
        found = (vindu for year in years for vindu in _in_year(per, year))
    for vindu in found:
        begun = vindu.fra <= utvalg.dato if loepende else vindu.til < utvalg.dato
        if begun and utvalg.gjelder_hele(vindu.fra, vindu.til):
            yield vindu


def foerste_dag(utvalg: UtvalgIPeriode) -> date:
    """The day from which windows are counted: the first of the period, or of what is on record."""
    mappe = utvalg.mappe
    if mappe.utvalg.registrert_fra is not None:
        return utvalg.fra or mappe.utvalg.registrert_fra
    known = [m.dato for m in mappe.moeter[:1]] + [h.dato for h in mappe.hendelser if isinstance(h.dato, date)]
    return max(min(known, default=date.max), utvalg.fra or date.min)


def _stretches(per: Tid, first: date, last: date) -> Iterator[Vindu]:
    """Every stretch of whole months, weeks (from Monday) or days, one beginning with each of them."""
    if per.enhet == "maaneder":
        start = first.replace(day=1)
    else:
        start = first - timedelta(days=first.weekday() if per.enhet == "uker" else 0)
    step = Tid(1, per.enhet)
    while start <= last:
        end = per.siste_dag(start)
        yield Vindu(start, end, _name(per, start, end))
        start = step.etter(start)


def _name(per: Tid, start: date, end: date) -> str:
    if per.enhet == "maaneder":
        first, last = MAANEDER[start.month - 1], f"{MAANEDER[end.month - 1]} {end.year}"
        same_year = "" if start.year == end.year else f" {start.year}"
        return last if per.antall == 1 else f"{first}{same_year}–{last}"
    if per.enhet == "uker":
        (year, week, _), (last_year, last_week, _) = start.isocalendar(), end.isocalendar()
        between = "–" if year == last_year else f" i {year}–uke "
        until = "" if per.antall == 1 else f"{between}{last_week}"
        return f"uke {week}{until} i {last_year}"
    if per.antall == 1:
        return f"døgnet {dato_i_ord(start)}"
    return f"tida {dato_i_ord(start)}–{dato_i_ord(end)}"


def _in_year(per: Fast | Tid, year: int) -> Iterator[Vindu]:
    spring = Vindu(date(year, 1, 1), date(year, 6, 30), f"første halvår {year}")
    autumn = Vindu(date(year, 7, 1), date(year, 12, 31), f"andre halvår {year}")
    if isinstance(per, Tid):
        end = year + per.antall - 1
        yield Vindu(date(year, 1, 1), date(end, 12, 31), f"{year}" if end == year else f"{year}–{end}")
    elif per == "kalenderaar":
        yield Vindu(date(year, 1, 1), date(year, 12, 31), str(year))
    elif per == "vaar":
        yield Vindu(spring.fra, spring.til, name := f"våren {year}", name)
    elif per == "hoest":
        yield Vindu(autumn.fra, autumn.til, name := f"høsten {year}", name)
    else:
        yield from (spring, autumn)


def _rounds(utvalg: UtvalgIPeriode) -> Iterator[Vindu]:
    ends: dict[date, date | None] = {}
    for _, runde in utvalg.mappe.runder:
        ends[rundestart(runde)] = kjent(runde.til) or ends.get(rundestart(runde))
    starts = list(ends)
    for start, following in zip_longest(starts, starts[1:]):
        end = min(filter(None, (ends[start], following and following - EN_DAG)), default=None)
        said = f"i funksjonsperioden fra {dato_i_ord(start)}"
        yield Vindu(start, end or date.max, f"funksjonsperioden fra {start.isoformat()}", said)
