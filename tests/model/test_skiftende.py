"""The days on which an answer may be another: what no other day can answer otherwise is not asked of every one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from brukerutvalg_cli.model.skiftende import skiftende
from tilfeldige_registre import dager, datoer, eksempler

FOERSTE, SISTE = date(2021, 1, 1), date(2021, 12, 31)
MORGEN = timedelta(days=1)


@given(
    datoer(FOERSTE, SISTE),
    datoer(FOERSTE, SISTE),
    st.sampled_from(["foer", "paa", "dagen etter", "aaret", "maaneden", "dagen"]),
)
@eksempler(60)
def test_between_two_of_them_every_day_has_the_answer_of_the_first(one: date, other: date, hva: str) -> None:
    asked: Callable[[date], object] = {
        "foer": lambda day: (day < one, other <= day),
        "paa": lambda day: day == one,
        "dagen etter": lambda day: day + MORGEN > other,
        "aaret": lambda day: day.year,
        "maaneden": lambda day: (day.month, one < day),
        "dagen": lambda day: day.isoformat(),
    }[hva]
    turns = list(skiftende(FOERSTE, SISTE, asked))
    assert turns[0] == FOERSTE
    latest = FOERSTE
    for day in dager(FOERSTE, SISTE):
        latest = day if day in turns else latest
        assert asked(day) == asked(latest), day


def test_what_is_the_same_all_year_is_asked_once() -> None:
    assert list(skiftende(FOERSTE, SISTE, lambda day: day.year)) == [FOERSTE]
    assert list(skiftende(FOERSTE, SISTE, lambda day: day < date(2021, 5, 3))) == [FOERSTE, date(2021, 5, 3)]
