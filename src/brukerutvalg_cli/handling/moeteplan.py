"""Moeteplan: days for a year's meetings that satisfy the mandate and leave time for the deadlines between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from brukerutvalg_cli.handling.filer import Nektet
from brukerutvalg_cli.handling.mandatets import gjeldende
from brukerutvalg_cli.model.kalender import er_arbeidsdag, helligdager
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.regler.frist import Frist
from brukerutvalg_cli.regler.hyppighet import Hyppighet
from brukerutvalg_cli.regler.regelverk import Regelverk
from brukerutvalg_cli.regler.verdier import frist_i_ord

EN_DAG = timedelta(days=1)
VAAR, HOEST = (1, 15, 6, 20), (8, 20, 12, 10)
"""When meetings are held: not around new year, and not in July and the weeks beside it."""
VANLIG = 4
"""Meetings a year, where neither the mandate nor last year says."""
ONSDAG = 2


class Foreslaatt(NamedTuple):
    """One proposed meeting, with the deadlines before it: what, and the last day."""

    dag: date
    frister: tuple[tuple[str, date], ...]


class Antall(NamedTuple):
    """How many meetings there are to be in each half of the year."""

    vaar: int
    hoest: int


def moeteplan(
    mappe: Utvalgsmappe, regelverk: Mapping[str, Regelverk], aar: int, antall: int | None = None
) -> list[Foreslaatt]:
    """Days for the meetings of a year: as many as the mandate wants, or as said; on the weekday of last year.

    Raises:
        Nektet: when no days satisfy both the mandate and its deadlines, or the number is against it.
    """
    rules = list(gjeldende(mappe, regelverk, date(aar, 1, 1)))
    wanted = _antall([r for r in rules if isinstance(r, Hyppighet) and r.hva == "moete"], mappe, aar, antall)
    deadlines = [r for r in rules if isinstance(r, Frist) and r.foer == "moete"]
    weekday = _ukedag(mappe)
    found: list[Foreslaatt] = []
    previous = max((m.dato for m in mappe.moeter if m.dato.year < aar and m.status != "avlyst"), default=None)
    for span, number in zip((VAAR, HOEST), wanted, strict=True):
        for target in _jevnt(aar, span, number):
            day = _naermeste(target, weekday, aar, span, previous, deadlines)
            if day is None:
                raise Nektet(f"det er ikke plass til {sum(wanted)} møter i {aar} med fristene mandatet har")
            found.append(Foreslaatt(day, tuple(_frister(day, deadlines))))
            previous = day
    return found


def _antall(rules: Sequence[Hyppighet], mappe: Utvalgsmappe, aar: int, said: int | None) -> Antall:
    """The fewest that every window allows; shared out evenly, one more in autumn where they are odd."""
    least = {"vaar": 0, "hoest": 0, "aar": 0}
    most = {"vaar": 99, "hoest": 99, "aar": 99}
    for rule in rules:
        keys = {"halvaar": ("vaar", "hoest"), "vaar": ("vaar",), "hoest": ("hoest",)}.get(
            str(rule.per), ("aar",)
        )
        if str(rule.per) not in ("halvaar", "vaar", "hoest", "kalenderaar", "1 år"):
            continue
        for key in keys:
            least[key] = max(least[key], rule.minst or 0)
            most[key] = min(most[key], 99 if rule.hoeyst is None else rule.hoeyst)
    last_year = sum(m.dato.year == aar - 1 and m.status != "avlyst" for m in mappe.moeter)
    floor = max(least["aar"], least["vaar"] + least["hoest"])
    usual = last_year if last_year > 1 else 0 if floor else VANLIG
    number = said if said is not None else max(floor, min(most["aar"], usual))
    for spring in sorted(range(number + 1), key=lambda n: abs(n - number / 2)):
        autumn = number - spring
        fits = least["vaar"] <= spring <= most["vaar"] and least["hoest"] <= autumn <= most["hoest"]
        if fits and least["aar"] <= number <= most["aar"]:
            return Antall(spring, autumn)
    raise Nektet(f"mandatet tillater ikke {number} møter i {aar}")


def _jevnt(aar: int, span: tuple[int, int, int, int], number: int) -> Iterator[date]:
    """So many days evenly over a part of the year."""
    first, last = date(aar, span[0], span[1]), date(aar, span[2], span[3])
    step = (last - first) / (number or 1)
    return (first + step * nr + step / 2 for nr in range(number))


def _naermeste(
    target: date,
    weekday: int,
    aar: int,
    span: tuple[int, int, int, int],
    previous: date | None,
    deadlines: Sequence[Frist],
) -> date | None:
    """The day nearest to the target that will do: the usual weekday first, else any working day."""
    first, last = date(aar, span[0], span[1]), date(aar, span[2], span[3])
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    free = [d for d in days if er_arbeidsdag(d) and not _paaskeuke(d) and _rekker(d, previous, deadlines)]
    usual = [d for d in free if d.weekday() == weekday]
    return min(usual or free, key=lambda d: (abs(d - target), d), default=None)


def _paaskeuke(dag: date) -> bool:
    """Whether the day is in the week before Easter, or the one that begins with Easter Monday."""
    sunday = _paaskedag(dag.year)
    return sunday - timedelta(days=6) <= dag <= sunday + timedelta(days=7)


def _paaskedag(aar: int) -> date:
    return next(day for day, name in helligdager(aar).items() if "Første påskedag" in name)


def _rekker(dag: date, previous: date | None, deadlines: Sequence[Frist]) -> bool:
    """Whether every deadline before the meeting comes after the meeting before it."""
    return previous is None or (
        all(last > previous for _, last in _frister(dag, deadlines)) and dag > previous
    )


def _frister(dag: date, deadlines: Sequence[Frist]) -> Iterator[tuple[str, date]]:
    for rule in deadlines:
        if last := rule.siste_dag(dag):
            yield frist_i_ord.det(rule.hva), last


def _ukedag(mappe: Utvalgsmappe) -> int:
    """The weekday of the latest meetings; where there are none, Wednesday."""
    days = Counter(m.dato.weekday() for m in mappe.moeter[-VANLIG:])
    return max(days, key=lambda day: (days[day], -day)) if days else ONSDAG
