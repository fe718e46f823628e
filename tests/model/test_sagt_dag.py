"""Days as people say them, and as the program prints them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerutvalg_cli.model.kalender import MAANEDER, UKEDAGER, dag_i_ord, dato_i_ord
from brukerutvalg_cli.model.sagt_dag import IngenDag, sagt_dag
from tilfeldige_registre import eksempler

NAA = date(2026, 2, 9)  # a Monday


@pytest.mark.parametrize(
    ("sagt", "dag"),
    [
        ("2026-02-11", "2026-02-11"),
        ("2026/2/11", "2026-02-11"),
        ("11.2.2026", "2026-02-11"),
        ("11.02.26", "2026-02-11"),
        ("11/2-26", "2026-02-11"),
        ("11/2 2026", "2026-02-11"),
        ("11. februar 2026", "2026-02-11"),
        ("11.februar 2026", "2026-02-11"),
        ("onsdag 11. februar 2026", "2026-02-11"),
        ("Onsdag den 11. februar", "2026-02-11"),
        ("ons. 11. feb", "2026-02-11"),
        ("11 feb.", "2026-02-11"),
        ("11.2", "2026-02-11"),
        ("tysdag 10. februar", "2026-02-10"),
        ("i dag", "2026-02-09"),
        ("I morgen", "2026-02-10"),
        ("i morgon", "2026-02-10"),
        ("i går", "2026-02-08"),
        ("15. november", "2025-11-15"),  # nearer than that of 2026
        ("1. juli", "2026-07-01"),
        ("29. februar", "2024-02-29"),
    ],
)
def test_a_day_as_it_is_said(sagt: str, dag: str) -> None:
    assert str(sagt_dag(sagt, NAA)) == dag


@pytest.mark.parametrize(
    ("sagt", "fra", "til", "dag"),
    [
        ("17. sept", "2026-02-09", "9999-12-31", "2026-09-17"),
        ("9. oktober", "2026-02-09", "9999-12-31", "2026-10-09"),
        ("8. februar", "2026-02-09", "9999-12-31", "2027-02-08"),
        ("9. februar", "2026-02-09", "9999-12-31", "2026-02-09"),
        ("17. sept", "2035-01-01", "2035-12-31", "2035-09-17"),
        ("17. sept", "2015-01-01", "2015-12-31", "2015-09-17"),
        ("29. februar", "2027-01-01", "2027-12-31", "2024-02-29"),  # there is none: the nearest says so
        ("17.9.2025", "2026-01-01", "2026-12-31", "2025-09-17"),
        ("i går", "2026-02-09", "9999-12-31", "2026-02-08"),
        # The last day of a time; «året» is this one, or that of the day it cannot come before.
        ("ut 2026", "0001-01-01", "9999-12-31", "2026-12-31"),
        ("ut februar 2028", "0001-01-01", "9999-12-31", "2028-02-29"),
        ("ut juni", "2026-02-09", "9999-12-31", "2026-06-30"),
        ("ut januar", "2026-02-09", "9999-12-31", "2027-01-31"),
        ("ut året", "0001-01-01", "9999-12-31", "2026-12-31"),
        ("Ut året", "2026-02-09", "9999-12-31", "2026-12-31"),
        ("ut året", "2027-03-01", "9999-12-31", "2027-12-31"),
        ("til og med 30. juni", "2026-02-09", "9999-12-31", "2026-06-30"),
        ("t.o.m. 2026", "2026-02-09", "9999-12-31", "2026-12-31"),
        ("til utgangen av 2026", "2026-02-09", "9999-12-31", "2026-12-31"),
    ],
)
def test_without_a_year_it_is_one_that_it_can_be(sagt: str, fra: str, til: str, dag: str) -> None:
    assert str(sagt_dag(sagt, NAA, date.fromisoformat(fra), date.fromisoformat(til))) == dag


@pytest.mark.parametrize(
    ("sagt", "hvorfor"),
    [
        ("torsdag 11. februar 2026", "11. februar 2026 er en onsdag"),
        ("31.2.2026", "er ikke en dag som finnes"),
        ("31. februar", "er ikke en dag"),
        ("28/22", "er ikke en dag"),
        ("neste", "er ikke en dag"),
        ("11.2.1026", "året 1026 kan ikke være rett"),
        ("", "er ikke en dag"),
    ],
)
def test_what_is_no_day_says_why(sagt: str, hvorfor: str) -> None:
    with pytest.raises(IngenDag, match=hvorfor):
        sagt_dag(sagt, NAA)


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)), st.dates(date(2000, 1, 1), date(2090, 1, 1)))
@eksempler(200)
def test_every_day_that_is_printed_is_understood(dag: date, naa: date) -> None:
    month, weekday = MAANEDER[dag.month - 1], UKEDAGER[dag.weekday()]
    printed = (str(dag), dato_i_ord(dag), dag_i_ord(dag), f"{weekday[:3]} {dag.day}. {month[:3]} {dag.year}")
    assert {sagt_dag(text, naa) for text in (*printed, f"{dag.day}.{dag.month}.{dag.year}")} == {dag}


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(-180, 180))
@eksempler(200)
def test_a_day_without_a_year_is_the_nearest_one(naa: date, away: int) -> None:
    dag = naa + timedelta(days=away)
    assert sagt_dag(f"{dag.day}.{dag.month}.", naa) == dag or (dag.month, dag.day) == (2, 29)


def test_the_year_may_be_two() -> None:
    with pytest.raises(IngenDag, match="«ut året» kan være ut 2024 eller ut 2026"):
        sagt_dag("ut året", NAA, date(2024, 1, 1))


@pytest.mark.parametrize("sagt", ["ut", "ut valgperioden", "ut 2400", "ut ut", "til", "tom"])
def test_until_nothing_that_has_a_day(sagt: str) -> None:
    with pytest.raises(IngenDag):
        sagt_dag(sagt, NAA)
