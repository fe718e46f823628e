"""A day that is known only by its year or its month makes no finding that was not there with the day itself."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import ValidationError

from dommer import test_egenskaper_klokke as klokke
from dommer.test_egenskaper_dom import NAAR, REGISTRE, Register, doemt, fakta, fantes, satt
from tilfeldige_registre import eksempler

LENGDE = {"aar": 4, "maaned": 7}


def dagene(register: Register) -> list[tuple[tuple[Any, ...], date]]:
    """The route to every day on record, with the day."""
    found = []
    for route in fakta({key: register[key] for key in ("medlemmer", "moeter", "hendelser")}):
        value: Any = register
        for key in route:
            value = value[key]
        if isinstance(value, date):
            found.append((route, value))
    return found


@given(REGISTRE, st.integers(0, 10**6), st.sampled_from(sorted(LENGDE)), NAAR)
@eksempler(250)
def test_no_finding_is_made_by_a_part_of_a_day(register: Register, which: int, hvor: str, dato: date) -> None:
    days = dagene(register)
    assume(days)
    route, day = days[which % len(days)]
    try:
        after = doemt(satt(register, route, str(day)[: LENGDE[hvor]]), dato)
    except ValidationError:
        return  # not a day that may be unknown
    before = list(doemt(register, dato).findings)
    assert [f for f in after.findings if not fantes(f, before)] == []


@given(
    klokke.REGISTRE,
    st.integers(0, len(klokke.REGLER) - 1),
    st.integers(0, 10**6),
    st.sampled_from(["ukjent", "aar", "maaned"]),
    klokke.DAGEN,
)
@eksempler(250)
def test_nor_by_not_knowing_in_a_register_with_leaves_spans_and_rounds_that_end(
    register: Register, nr: int, which: int, hvor: str, dato: date
) -> None:
    days = dagene(register)
    assume(days)
    route, day = days[which % len(days)]
    said = str(day)[: LENGDE[hvor]] if hvor in LENGDE else "ukjent"
    rules = klokke.bestemmelse(nr)
    try:
        after = klokke.doemt(satt(register, route, said), rules, dato)
    except ValidationError:
        return
    before = list(klokke.doemt(register, rules, dato).findings)
    assert [f for f in after.findings if not fantes(f, before)] == []
