"""Two chambers over half a century, as a real export of terms has them: one with all elected every second year, one
with a third of them, for six. Some leave in their time, others take over; some change organisation, are away, or go
to the other chamber. What `valider` and `valgbar` count on end is what ten lines count that know none of the rules.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any, NamedTuple

from brukerutvalg_cli.dommer.driver import doem
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.oversikt.utsikt import utsikter
from tilfeldige_registre import EN_DAG, mappe, regelverk

FOERSTE, SISTE = 1979, 2025
"""The first and the newest election: 23 terms of two years, and one more, is the most that anybody can have had."""
SETER = (150, 50) if os.environ.get("EKSEMPLER") else (14, 6)
DAG = date(2026, 6, 1)
HOEYST = 12


class Tid(NamedTuple):
    """One person's time in one term: both days, whether it is the rest of another's, and how long that was for."""

    fra: date
    til: date
    rest: bool
    valgt_til: date


Kammer = dict[str, list[Tid]]


@cache
def kammer(years: int) -> Kammer:
    """Who sat when: each seat held by one after the other, by a fixed seed."""
    rng, terms = Random(years), Kammer()
    names = (f"person-{years}-{nr}" for nr in range(10**6))
    former: list[str] = []
    for seat in range(SETER[years > 2]):
        holder, lasting = next(names), rng.choice([0.6, 0.85, 0.97, 1])
        for year in range(FOERSTE + 2 * (seat % (years // 2)), SISTE + 1, years):
            fra, til = date(year, 1, 3), date(year + years, 1, 2)
            gone = fra + timedelta(days=rng.randrange(30, years * 365 - 60)) if rng.random() < 0.04 else til
            terms.setdefault(holder, []).append(Tid(fra, gone, rest=False, valgt_til=til))
            if gone < til:
                former.append(holder)
                holder = _en_annen(former, terms, names, fra, rng)
                begins = gone + EN_DAG * rng.choice([1, 1, 20])
                terms.setdefault(holder, []).append(Tid(begins, til, rest=True, valgt_til=til))
            if rng.random() > lasting:
                former.append(holder)
                holder = _en_annen(former, terms, names, til + EN_DAG, rng)
    return {person: sorted(held) for person, held in terms.items()}


def _en_annen(former: list[str], terms: Kammer, names: Iterator[str], fra: date, rng: Random) -> str:
    """Somebody new, or who has sat before and was away for a while."""
    away = [p for p in former if all(t.til < fra - timedelta(days=40) for t in terms[p])]
    return rng.choice(away) if away and rng.random() < 0.2 else next(names)


def paa_rad(terms: list[Tid], years: int) -> Iterator[tuple[date, int, bool]]:
    """How many on end, with each term, and whether it is one: the independent count.

    To be away for a whole term of others begins anew; the rest of another's is one where it is more than half.
    """
    count, sat_to = 0, date.max
    for fra, til, rest, _ in terms:
        odd = sat_to.year + 1 - sat_to.year % 2 if sat_to < date.max else 9000
        election = odd if date(odd, 1, 3) > sat_to else odd + 2
        if date(election + years, 1, 3) <= fra:
            count = 0
        counts = not rest or fra.replace(day=min(fra.day, 28), year=fra.year + years // 2) <= til
        count, sat_to = count + counts, til
        yield fra, count, counts


def utvalget(years: int, hoeyst: int) -> tuple[Register, Utvalgsmappe, dict[str, Any]]:
    """The chamber as a register, with some terms cut in two by another organisation."""
    rng, people = Random(7), {}
    for person, terms in kammer(years).items():
        entries: list[dict[str, Any]] = []
        for fra, til, *_ in terms:
            cut = (
                fra + timedelta(days=rng.randrange(1, max((til - fra).days, 2)))
                if rng.random() < 0.1
                else None
            )
            parts = (
                [(fra, cut - EN_DAG, "en"), (cut, til, "to")] if cut and cut <= til else [(fra, til, "en")]
            )
            entries += [{"verv": "medlem", "fra": a, "til": b, "representerer": org} for a, b, org in parts]
        people[person] = {"oppnevninger": entries}
    council = mappe(
        {"regelverk": [{"id": "r", "fra": date(1900, 1, 1)}]},
        medlemmer=people,
        hendelser=[
            {"hva": "oppnevningsrunde", "dato": date(y, 1, 3), "til": date(y + years, 1, 2)}
            for y in range(FOERSTE, SISTE + 1, 2)
        ],
    )
    rule = {
        "regel": "funksjonstid",
        "hvem": {"verv": "medlem"},
        "lengde": f"{years} aar",
        "paa_rad": f"{hoeyst} perioder",
    }
    return Register({}, {council.id: council}), council, {"r": regelverk(rule)}


def sjekk(years: int) -> None:
    """All that is counted of one chamber."""
    counted = {
        (person, fra): (count, counts)
        for person, terms in kammer(years).items()
        for fra, count, counts in paa_rad(terms, years)
    }
    register, council, rules = utvalget(years, 1)
    dom = doem(register, rules, date(2050, 1, 1))
    assert dom.uvurdert == ()
    said = {}
    for finding in (*dom.findings, *dom.fortsatt):
        person, *_, begun = finding.emne.split()
        number = re.search(r"får (\d+) perioder på rad", finding.message)
        assert number, finding.message
        said[person, date.fromisoformat(begun)] = int(number[1])
    assert said == {key: count for key, (count, counts) in counted.items() if count > 1 and counts}

    register, council, rules = utvalget(years, HOEYST)
    seen = {u.person: u.igjen.til for u in utsikter(register, rules, council, DAG)}
    sitting = {p: t for p, terms in kammer(years).items() for t in terms if t.fra <= DAG <= t.til}
    left = {person: HOEYST - counted[person, term.fra][0] for person, term in sitting.items()}
    # Who leaves before the time is over, may go on for the rest of it, and that is the same term.
    last = {p: t.valgt_til if left[p] > 0 or t.til < t.valgt_til else None for p, t in sitting.items()}
    assert seen == {
        p: til and til.replace(year=til.year + max(left[p], 0) * years) for p, til in last.items()
    }


def test_all_elected_every_second_year() -> None:
    sjekk(2)


def test_a_third_elected_every_second_year_for_six() -> None:
    sjekk(6)


def test_the_register_has_the_shape_of_the_export() -> None:
    numbers = Counter(len(terms) for years in (2, 6) for terms in kammer(years).values())
    assert numbers[1] > 3
    assert max(numbers) >= 23
    assert any(t.rest for years in (2, 6) for terms in kammer(years).values() for t in terms)
    if os.environ.get("EKSEMPLER"):
        assert numbers.total() > 500
        assert set(range(1, 24)) - {*numbers} == set()
