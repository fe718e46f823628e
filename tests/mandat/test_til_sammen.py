"""Altogether, and not only on end: periods and years that a person has had, whatever came between."""

from __future__ import annotations

from datetime import date
from itertools import accumulate
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerutvalg_cli.mandat.verdier.tid import Tid
from brukerutvalg_cli.model.kalender import EN_DAG
from smaa_registre import dom, meldinger, sagt, utfall
from tilfeldige_registre import dom as doemt
from tilfeldige_registre import eksempler, mappe, regelverk

MEDLEM = "hvem: {verv: medlem}"


def kari(*perioder: str, verv: str = "medlem") -> str:
    days = (each.split("/") for each in perioder)
    terms = ", ".join(f"{{verv: {verv}, fra: {fra}, til: {til}}}" for fra, til in days)
    return f"medlemmer/kari: {{oppnevninger: [{terms}]}}\n"


FOUR_AND_FOUR = ("2000-01-01/2003-12-31", "2010-01-01/2013-12-31")


@pytest.mark.parametrize(
    ("grense", "siste", "ventet"),
    [
        ("10 aar", "2020-01-01/2021-12-31", []),
        (
            "10 aar",
            "2020-01-01/2022-01-01",
            ["Kari sitter til sammen mer enn 10 år som medlem (1. januar 2000–31. desember 2003, "
             "1. januar 2010–31. desember 2013 og 1. januar 2020–1. januar 2022); høyst 10 år er tillatt"],
        ),
        ("3 perioder", "2020-01-01/2023-12-31", []),
        ("2 perioder", "2020-01-01/2020-06-30", ["Kari får 3 perioder til sammen som medlem; høyst 2 er tillatt"]),
    ],
)  # fmt: skip
def test_nobody_sits_longer_altogether(grense: str, siste: str, ventet: list[str]) -> None:
    rule = f"dato: 2023-12-31\nregel: {{regel: funksjonstid, {MEDLEM}, til_sammen: {grense}}}\n"
    assert meldinger(dom(rule + kari(*FOUR_AND_FOUR, siste))) == ventet


def test_on_end_begins_anew_after_a_pause_and_altogether_does_not() -> None:
    both = f"dato: 2023-12-31\nregel: {{regel: funksjonstid, {MEDLEM}, paa_rad: 1 perioder, til_sammen: 2 perioder}}\n"
    assert utfall(dom(both + kari(*FOUR_AND_FOUR))) == []
    third = dom(both + kari(*FOUR_AND_FOUR, "2020-01-01/2020-12-31"))
    assert meldinger(third) == ["Kari får 3 perioder til sammen som medlem; høyst 2 er tillatt"]


@pytest.mark.parametrize(
    "verv",
    [("medlem", "vara"), ("leder", "medlem")],
    ids=["varas are counted by themselves", "a leader's years are a member's too"],
)
def test_what_is_counted_together(verv: tuple[str, str]) -> None:
    one, other = verv
    first, second = (
        f"{{verv: {v}, fra: {y}-01-01, til: {y}-12-31}}" for v, y in ((one, 2010), (other, 2020))
    )
    rule = f"dato: 2023-12-31\nregel: {{regel: funksjonstid, {MEDLEM}, til_sammen: 1 aar}}\n"
    found = sagt(dom(f"{rule}medlemmer/kari: {{oppnevninger: [{first}, {second}]}}\n"))
    assert len(found) == (1 if one == "leder" else 0)


def test_years_of_an_unknown_day_are_not_judged() -> None:
    rule = f"regel: {{regel: funksjonstid, {MEDLEM}, til_sammen: 10 aar}}\n"
    assert utfall(dom(rule + kari("2010-01-01/ukjent", "2020-01-01/2021-12-31"))) == [
        "uvisst kari til sammen"
    ]


def test_it_is_true_from_the_day_after_where_there_is_no_end() -> None:
    rule = f"dato: 2026-06-01\nregel: {{regel: funksjonstid, {MEDLEM}, til_sammen: 6 aar}}\n"
    text = rule + kari(*FOUR_AND_FOUR[:1], "2020-01-01/2999-01-01").replace(", til: 2999-01-01", "")
    (found,) = dom(text).funn
    assert str(found.finding.since) == "2022-01-01"


@pytest.mark.parametrize("grense", ["ubegrenset", "2 uker", "40 perioder"])
def test_what_may_stand_after_it(grense: str) -> None:
    assert utfall(dom(f"regel: {{regel: funksjonstid, {MEDLEM}, til_sammen: {grense}}}\n")) == []


# Naive


def maaned(nr: int) -> date:
    return Tid(nr, "maaneder").etter(date(1999, 12, 1))


@given(
    st.lists(st.tuples(st.integers(0, 14), st.integers(1, 30)), min_size=1, max_size=6),
    st.one_of(st.integers(1, 60).map(lambda n: f"{n} maaneder"), st.integers(1, 5).map(lambda n: f"{n} aar")),
)
@eksempler(300)
def test_years_altogether_are_the_months_served(perioder: list[tuple[int, int]], grense: str) -> None:
    terms: list[dict[str, Any]] = []
    at = 1
    for pause, length in perioder:
        terms.append(
            {"verv": "medlem", "fra": maaned(at + pause), "til": maaned(at + pause + length) - EN_DAG}
        )
        at += pause + length
    number, unit = grense.split()
    limit = int(number) * (12 if unit == "aar" else 1)
    served = accumulate(length for _, length in perioder)
    ventet = next((t["fra"] for t, months in zip(terms, served, strict=True) if months > limit), None)

    rule = regelverk({"regel": "funksjonstid", "hvem": {"verv": "medlem"}, "til_sammen": grense})
    council = mappe(
        {"regelverk": [{"id": "r", "fra": date(1990, 1, 1)}]}, medlemmer={"kari": {"oppnevninger": terms}}
    )
    found = doemt(council, {"r": rule}, date(2040, 1, 1)).findings

    assert [f.emne for f in found] == ([f"kari medlem til sammen {ventet}"] if ventet else [])


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 30)), min_size=1, max_size=6), st.integers(1, 6))
@eksempler(200)
def test_periods_altogether_are_the_entries(perioder: list[tuple[int, int]], grense: int) -> None:
    terms: list[dict[str, Any]] = []
    at = 1
    for pause, length in perioder:
        terms.append(
            {"verv": "medlem", "fra": maaned(at + pause), "til": maaned(at + pause + length) - EN_DAG}
        )
        at += pause + length
    rule = regelverk(
        {
            "regel": "funksjonstid",
            "hvem": {"verv": "medlem"},
            "til_sammen": f"{grense} perioder",
            "kort_periode": "teller",
        }
    )
    council = mappe(
        {"regelverk": [{"id": "r", "fra": date(1990, 1, 1)}]}, medlemmer={"kari": {"oppnevninger": terms}}
    )
    found = doemt(council, {"r": rule}, date(2040, 1, 1)).findings

    ventet = [f"kari medlem til sammen {terms[grense]['fra']}"] if len(terms) > grense else []
    assert [f.emne for f in found] == ventet
