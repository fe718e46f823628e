"""Whether somebody has a verv on a day, whichever of their terms it is: as their seats say one by one."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerutvalg_cli.model.vervtid import Vervtid
from brukerutvalg_cli.model.visshet import Uvisst, Visshet, noen
from tilfeldige_registre import dager, eksempler, mappe

FOERSTE, SISTE = date(2022, 1, 1), date(2022, 1, 12)
DAG = st.integers(0, 11).map(lambda n: FOERSTE + timedelta(days=n))
KORT = st.tuples(DAG, st.integers(0, 3)).map(lambda t: (t[0], t[0] + timedelta(days=t[1])))
AAPEN = st.tuples(st.one_of(DAG, st.just("ukjent")), st.sampled_from([None, "ukjent"]))
PERIODER = st.builds(
    lambda short, others: [*short, *others], st.lists(KORT, max_size=4), st.lists(AAPEN, max_size=1)
)


def svar(claim: Visshet) -> bool | None:
    return None if isinstance(claim, Uvisst) else claim


@given(PERIODER)
@eksempler(300)
def test_somebody_has_it_where_one_of_their_seats_says_so(terms: list[tuple[Any, Any]]) -> None:
    entries = [{"verv": "medlem", "fra": fra, "til": til} for fra, til in terms]
    seats = mappe(medlemmer={"kari": {"oppnevninger": entries}}).seter
    held = Vervtid(seats)
    for day in dager(FOERSTE - timedelta(1), SISTE + timedelta(1)):
        assert svar(held.dekker(day)) is svar(noen(sete.dekker(day) for sete in seats))


@pytest.mark.parametrize(
    ("fra", "til", "noekkel"),
    [("ukjent", "2022-12-31", "fra"), ("ukjent", "ukjent", "fra"), ("2022-01-01", "ukjent", "til")],
)
def test_it_is_said_at_the_day_that_nobody_knows(fra: str, til: str, noekkel: str) -> None:
    (sete,) = mappe(medlemmer={"kari": {"oppnevninger": [{"verv": "medlem", "fra": fra, "til": til}]}}).seter
    claim = sete.har(date(2022, 6, 1))
    assert isinstance(claim, Uvisst)
    (fact,) = claim.fakta
    assert fact.place
    assert fact.place.route[-1] == noekkel
