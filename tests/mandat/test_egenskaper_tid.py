"""TID against the calendar itself, one day at a time."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import pytest
from holidays import country_holidays
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from brukerutvalg_cli.mandat.verdier.tid import Tid, Tidsenhet, les_tid
from brukerutvalg_cli.model.kalender import siste_arbeidsdag
from tilfeldige_registre import EN_DAG, dager, datoer, eksempler

HELLIG = country_holidays("NO")
MANGE: dict[Tidsenhet, int] = {"dager": 800, "arbeidsdager": 300, "uker": 120, "maaneder": 60, "aar": 9}

DAG = datoer(date(1999, 12, 1), date(2032, 3, 31)) | st.sampled_from(
    [date(year, 2, day) for year in (2000, 2023, 2024) for day in (27, 28)] + [date(2024, 2, 29)]
)


def tider(*enheter: Tidsenhet) -> st.SearchStrategy[Tid]:
    return st.builds(
        lambda enhet, antall: Tid(1 + antall % MANGE[enhet], enhet),
        st.sampled_from(enheter),
        st.integers(0, 999),
    )


@cache
def arbeidsdag(dag: date) -> bool:
    return dag.isoweekday() <= 5 and dag not in HELLIG


def samme_dag_eller_siste(dag: date, maaneder: int) -> date:
    """The same day number so many months on (or back), or the last that month has."""
    month = dag.replace(day=1)
    for _ in range(abs(maaneder)):
        month = (month + timedelta(days=31) if maaneder > 0 else month - EN_DAG).replace(day=1)
    return max(
        d for d in dager(month, month + timedelta(days=30)) if d.month == month.month and d.day <= dag.day
    )


@given(DAG, tider("dager", "uker"))
@eksempler(500)
def test_days_and_weeks_are_counted_on_the_fingers(dag: date, tid: Tid) -> None:
    count = tid.antall * {"dager": 1, "uker": 7}[tid.enhet]
    before = after = dag
    for _ in range(count):
        before -= EN_DAG
        after += EN_DAG
    assert (tid.foer(dag), tid.etter(dag)) == (before, after)
    # Both days of a stretch count: it is full on the day before.
    assert len(list(dager(dag, tid.siste_dag(dag)))) == count


@given(DAG, tider("arbeidsdager"))
@eksempler(500)
def test_working_days_are_monday_to_friday_without_public_holidays(dag: date, tid: Tid) -> None:
    before, after = tid.foer(dag), tid.etter(dag)
    assert sum(map(arbeidsdag, dager(before, dag - EN_DAG))) == tid.antall
    assert sum(map(arbeidsdag, dager(dag + EN_DAG, after))) == tid.antall
    # The count ends on a working day, never in the weekend that follows it.
    assert arbeidsdag(before)
    assert arbeidsdag(after)


@given(DAG, tider("arbeidsdager"))
@eksempler(300)
def test_a_stretch_of_working_days_has_as_many_of_them_as_it_says(dag: date, tid: Tid) -> None:
    last = tid.siste_dag(dag)
    assert sum(map(arbeidsdag, dager(dag, last))) == tid.antall
    assert arbeidsdag(last)


@given(DAG, tider("maaneder", "aar"))
@eksempler(1000)
def test_a_month_is_the_same_day_number_or_the_last(dag: date, tid: Tid) -> None:
    months = tid.antall * {"maaneder": 1, "aar": 12}[tid.enhet]
    assert tid.foer(dag) == samme_dag_eller_siste(dag, -months)
    assert tid.etter(dag) == samme_dag_eller_siste(dag, months)


@given(DAG, tider("maaneder", "aar"))
@eksempler(1000)
def test_a_stretch_of_months_ends_the_day_before_the_same_day_number(dag: date, tid: Tid) -> None:
    months = tid.antall * {"maaneder": 1, "aar": 12}[tid.enhet]
    there = samme_dag_eller_siste(dag, months)
    # From 29 February or 31 August there may be no such day: then the stretch ends with the month.
    assert tid.siste_dag(dag) == (there - EN_DAG if there.day == dag.day else there)


@given(DAG)
@eksempler(300)
def test_the_last_working_day_is_the_latest_that_is_not_after(dag: date) -> None:
    assert siste_arbeidsdag(dag) == max(d for d in dager(dag - timedelta(days=14), dag) if arbeidsdag(d))


@given(DAG, DAG, tider("dager", "arbeidsdager", "uker", "maaneder", "aar"))
@eksempler(1000)
def test_a_later_day_never_has_an_earlier_deadline(one: date, other: date, tid: Tid) -> None:
    one, other = sorted((one, other))
    assert tid.foer(one) < one < tid.etter(one)
    assert tid.foer(one) <= tid.foer(other)
    assert tid.etter(one) <= tid.etter(other)
    assert tid.siste_dag(one) <= tid.siste_dag(other)


@given(tider("dager", "arbeidsdager", "uker", "maaneder", "aar"))
@eksempler(300)
def test_what_is_printed_is_read_back(tid: Tid) -> None:
    assert les_tid(str(tid)) == tid
    assert les_tid(f"{tid.antall} {tid.enhet}") == tid


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.integers(1, 9999), st.sampled_from(sorted(MANGE)))
@eksempler(500)
def test_what_is_read_never_leaves_the_calendar(dag: date, antall: int, enhet: str) -> None:
    try:
        tid = les_tid(f"{antall} {enhet}")
    except PydanticCustomError:
        return
    if enhet != "arbeidsdager":  # the walk is long, and reaches no further than the days do
        assert tid.foer(dag) < dag < tid.etter(dag)


@pytest.mark.parametrize(
    "text", ["0 dager", "-1 dager", "1,5 uker", "10", "dager", "10  dager", "ti dager", "1\u0660 dager"]
)
def test_other_text_is_not_a_length_of_time(text: str) -> None:
    with pytest.raises(PydanticCustomError):
        les_tid(text)
