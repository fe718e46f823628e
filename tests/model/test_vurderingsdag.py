"""The day of evaluation: it answers as any day, and notes until when it would."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerutvalg_cli.model.kalender import EN_DAG
from brukerutvalg_cli.model.kandidat import kandidat
from brukerutvalg_cli.model.vurderingsdag import ALLTID, UFULGT, Holdbarhet, Vurderingsdag, husket_som
from tilfeldige_registre import dager, datoer, eksempler, mappe

DAG = date(2024, 1, 15)


def holder(spoersmaal: Callable[[date], Any], dag: date = DAG) -> date:
    """Until when the answer to a question is noted to hold."""
    holdbarhet = Holdbarhet(dag)
    spoersmaal(holdbarhet.dagen())
    return holdbarhet.til


@pytest.mark.parametrize(
    ("spoersmaal", "til"),
    [
        (lambda d: None, ALLTID),
        (lambda d: d < date(2024, 2, 1), date(2024, 2, 1)),
        (lambda d: date(2024, 2, 1) <= d, date(2024, 2, 1)),
        (lambda d: d < date(2023, 2, 1), ALLTID),
        (lambda d: d <= DAG, date(2024, 1, 16)),
        (lambda d: d >= DAG, ALLTID),
        (lambda d: d == DAG, date(2024, 1, 16)),
        (lambda d: d - timedelta(days=30) > date(2024, 1, 1), date(2024, 1, 31)),
        (lambda d: max(d, date(2024, 3, 1), date(2024, 2, 1)), date(2024, 3, 1)),
        (lambda d: sorted([date(2024, 5, 1), d]), date(2024, 5, 1)),
        (lambda d: d < d + EN_DAG, ALLTID),
        (lambda d: d.year, date(2025, 1, 1)),
        (lambda d: (d + timedelta(days=20)).month, date(2024, 2, 10)),
        (lambda d: f"{d}", date(2024, 1, 16)),
        (lambda d: d - date(2020, 1, 1), date(2024, 1, 16)),
        (lambda d: d in {date(2020, 1, 1)}, date(2024, 1, 16)),
        (lambda d: {husket_som(d): 1}, ALLTID),
    ],
)
def test_it_holds_until_the_nearest_day_it_was_compared_with(
    spoersmaal: Callable[[date], Any], til: date
) -> None:
    assert holder(spoersmaal) == til


@pytest.mark.parametrize("navn", [*UFULGT, "__hash__", "day"])
def test_what_cannot_be_followed_holds_that_day_only(navn: str) -> None:
    args = {"__format__": ("%Y",), "strftime": ("%Y",), "__reduce_ex__": (2,)}.get(navn, ())
    plain = getattr(DAG, navn)

    def asked(day: date) -> object:
        found = getattr(day, navn)
        return found(*args) if callable(found) else found

    assert holder(asked) == DAG + EN_DAG
    assert asked(Holdbarhet(DAG).dagen()) == (plain(*args) if callable(plain) else plain)


def test_all_that_a_day_can_be_asked_is_followed_or_said_not_to_be() -> None:
    """Else a new question of Python's would be answered without being noted."""
    of_the_class = {"fromisocalendar", "fromisoformat", "fromordinal", "fromtimestamp", "today", "min", "max"}
    of_the_class |= {"resolution", "strptime", "__new__", "__doc__", "__getattribute__"}
    assert {name for name in vars(date) if name not in vars(Vurderingsdag)} <= of_the_class


ANDRE = datoer(date(2023, 12, 1), date(2024, 3, 31))
ENKLE: list[Callable[[date, date], Any]] = [
    lambda d, x: d < x,
    lambda d, x: x <= d,
    lambda d, x: d == x,
    lambda d, x: x != d,
    lambda d, x: d > x,
    lambda d, x: d - timedelta(days=10) >= x,
    lambda d, x: x < d + timedelta(days=3),
    lambda d, x: max(x, d) == x,
    lambda d, x: d.year,
    lambda d, x: (d - timedelta(days=20)).month,
    lambda d, x: min(d, x) + EN_DAG < x,
    lambda d, x: (d - x).days // 7,
    lambda d, x: d.replace(day=1) <= x,
]


@given(
    datoer(date(2024, 1, 1), date(2024, 2, 29)),
    st.lists(st.tuples(st.sampled_from(ENKLE), ANDRE), max_size=4),
)
@eksempler(600)
def test_the_answers_are_the_same_on_every_day_until_then(
    dag: date, spurt: list[tuple[Callable[[date, date], Any], date]]
) -> None:
    def answers(day: date) -> list[Any]:
        return [asked(day, other) for asked, other in spurt]

    holdbarhet = Holdbarhet(dag)
    found = answers(holdbarhet.dagen())
    assert found == answers(dag)
    last = min(holdbarhet.til - EN_DAG, dag + timedelta(days=150))
    assert all(answers(day) == found for day in dager(dag, last))


def test_what_was_found_out_about_the_same_day_for_another_is_found_out_again() -> None:
    """A person seen on the day of a meeting, which is today: who remembers that has noted nothing."""
    term = {"verv": "medlem", "fra": "2022-01-01", "til": "2024-02-01"}
    council = mappe(medlemmer={"kari": {"oppnevninger": [term]}})

    def asked(day: date) -> object:
        return kandidat(council, {}, "kari", day)

    asked(DAG)
    first = holder(asked)
    assert DAG < first <= date(2024, 2, 2)
    assert holder(asked) == first
