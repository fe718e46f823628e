"""Forhåndsvalg: an election judged before it is held, and the fewest changes that make it legal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations
from typing import NamedTuple

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.regler.avvik import BRUDDET
from brukerutvalg_cli.regler.regelverk import Regelverk
from brukerutvalg_cli.regler.tenkt import Utslag, Valgforslag, med_valg, utslag

HOEYST = 2
"""More people than this to exchange is another election, not a change."""
MANGE = 2000
"""Elections tried before the search gives up."""
NOK = 50
"""Changes found before the search is content: nobody reads more, and in a large council there are thousands."""


class Endring(NamedTuple):
    """Who would have to leave the list, and who to come on it."""

    ut: tuple[str, ...]
    inn: tuple[str, ...]


class Forhaandsdom(NamedTuple):
    """What the provisions say of an election, and each of the smallest changes that would silence them."""

    forslag: Valgforslag
    utslag: Utslag
    endringer: tuple[Endring, ...] = ()


def bestemmelsen(finding: Finding) -> str | None:
    """The provision that a breach rests on, as it is written: its heading, strength and text."""
    return next((r.label for r in finding.related if r.label != BRUDDET), None)


def foreslaatt(
    mappe: Utvalgsmappe, verv: str, valgt: Sequence[str], dag: date, fra: date | None, til: date | None
) -> Valgforslag:
    """The election with its term: from when the present one ends, and as long as that, where nothing is said."""
    last = max(
        (s for s in mappe.seter_i.get(verv, ()) if isinstance(s.fra, date) and isinstance(s.til, date)),
        key=lambda s: s.fra if isinstance(s.fra, date) else date.min,
        default=None,
    )
    start, end = fra, til
    if last and isinstance(last.fra, date) and isinstance(last.til, date):
        start = start or max(dag, last.til + timedelta(days=1))
        end = end or start + (last.til - last.fra)
        if _whole_years(last.fra, last.til) and til is None:
            years = (last.til + timedelta(days=1)).year - last.fra.year
            end = _years_on(start, years) - timedelta(days=1)
    return Valgforslag(verv, tuple(valgt), dag, start or dag, end)


def forhaandsdom(
    register: Register, regelverk: Mapping[str, Regelverk], mappe: Utvalgsmappe, forslag: Valgforslag
) -> Forhaandsdom:
    """The election judged, as of the first day of its term."""

    def judged(valgt: tuple[str, ...]) -> Utslag:
        day = max(forslag.dag, forslag.fra)
        after = med_valg(mappe, forslag._replace(valgt=valgt))
        return utslag(register, regelverk, mappe, after, day)

    said = judged(forslag.valgt)
    if not said.brudd:
        return Forhaandsdom(forslag, said)
    unsure = {u.kilde for u in said.uvurdert}

    def legal(valgt: tuple[str, ...]) -> bool:
        then = judged(valgt)
        # To trade what is known to be wrong for what nobody can judge makes nothing legal.
        return not then.brudd and unsure.issuperset(u.kilde for u in then.uvurdert)

    return Forhaandsdom(forslag, said, tuple(_smallest(mappe, forslag, legal)))


def _smallest(
    mappe: Utvalgsmappe, forslag: Valgforslag, legal: Callable[[tuple[str, ...]], bool]
) -> Iterator[Endring]:
    """The changes of as few people as will do. Leaving out comes before replacing, and that before adding."""
    tried = 0
    left = NOK
    days = (forslag.dag, forslag.fra)
    others = [p for p in _sitting(mappe, days) if p not in forslag.valgt]
    for people in range(1, HOEYST + 1):
        found = False
        for change in _changes(forslag.valgt, others, people):
            valgt = (*(p for p in forslag.valgt if p not in change.ut), *change.inn)
            tried += 1
            if tried > MANGE or not left:
                return
            if valgt and legal(valgt):
                found = True
                left -= 1
                yield change
        if found:
            return


def _changes(valgt: Sequence[str], others: Sequence[str], people: int) -> Iterator[Endring]:
    yield from (Endring(ut, ()) for ut in combinations(valgt, people))
    yield from (
        Endring(ut, inn) for ut in combinations(valgt, people) for inn in combinations(others, people)
    )
    yield from (Endring((), inn) for inn in combinations(others, people))


def _sitting(mappe: Utvalgsmappe, days: tuple[date, ...]) -> list[str]:
    """Those who may be chosen instead: everybody with a seat on one of these days, or with an office."""
    covers = (s for s in mappe.seter if s.medlem and any(s.dekker(day) is not False for day in days))
    seated = {s.person for s in covers}
    in_office = {person for person, medlem in mappe.medlemmer.items() if medlem.funksjon}
    return sorted(seated | in_office)


def _whole_years(fra: date, til: date) -> bool:
    after = til + timedelta(days=1)
    return (after.month, after.day) == (fra.month, fra.day)


def _years_on(dag: date, years: int) -> date:
    try:
        return dag.replace(year=dag.year + years)
    except ValueError:  # 29 February
        return date(dag.year + years, 3, 1)
