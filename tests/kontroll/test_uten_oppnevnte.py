"""The terms have run out: told once. Who sits on where the mandate says so, is there, and it is no term."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerutvalg_cli.kontroll.uten_oppnevnte import paa_dagen
from brukerutvalg_cli.mandat.til_avloest import med_til_avloest
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.tilhoerer import ventet
from smaa_registre import dom as dommen
from smaa_registre import meldinger, sagt
from tilfeldige_registre import dager, dom, eksempler, mappe, regelverk

FOERSTE, SISTE = date(2022, 1, 1), date(2022, 1, 12)
BINDING = {"regelverk": [{"id": "r", "fra": FOERSTE}]}
SITTER = {"r": regelverk({"regel": "funksjonstid", "hvem": {"verv": "medlem"}, "til_avloest": "ja"})}
DAG = st.integers(0, 9).map(lambda n: FOERSTE + timedelta(days=n))
PERIODE = st.tuples(st.sampled_from(["kari", "ola", "eva"]), DAG, st.integers(0, 3))
RUNDE = st.tuples(DAG, st.one_of(st.none(), st.integers(0, 3)))
Perioder = list[tuple[str, date, int]]


def personer(perioder: Perioder) -> dict[str, Any]:
    people: dict[str, Any] = {name: {"oppnevninger": []} for name, _, _ in perioder}
    for name, fra, days in perioder:
        term = {"verv": "medlem", "fra": fra, "til": fra + timedelta(days=days)}
        people[name]["oppnevninger"].append(term)
    return people


def oppnevnte(perioder: Perioder, day: date) -> set[str]:
    return {name for name, fra, days in perioder if fra <= day <= fra + timedelta(days=days)}


def sitter(perioder: Perioder, runder: list[tuple[date, date | None]], day: date) -> set[str]:
    """The naive definition: day by day. Whose term ran out yesterday, with the round or with everybody's, sits on
    until the day a round, or somebody, begins."""
    on: set[str] = set()
    for today in dager(FOERSTE - timedelta(1), day):
        yesterday = today - timedelta(1)
        if any(fra == today for _, fra, _ in perioder) or any(fra == today for fra, _ in runder):
            on = set()
            continue
        ran_out = {name for name, fra, days in perioder if fra + timedelta(days=days) == yesterday}
        with_round = any(til == yesterday for _, til in runder)
        if with_round or not oppnevnte(perioder, today):
            on |= ran_out
    return on | oppnevnte(perioder, day)


@given(st.lists(PERIODE, max_size=5), st.lists(RUNDE, max_size=2))
@eksempler(1500)
def test_who_sits_until_others_are_appointed(
    perioder: Perioder, runder: list[tuple[date, int | None]]
) -> None:
    rounds = [(fra, None if n is None else fra + timedelta(days=n)) for fra, n in runder]
    events = [{"hva": "oppnevningsrunde", "dato": fra, "fra": fra, "til": til} for fra, til in rounds]
    silent = mappe(BINDING, medlemmer=personer(perioder), hendelser=events)
    told = med_til_avloest(silent, SITTER)
    for day in dager(FOERSTE, SISTE + timedelta(3)):
        assert ventet(silent.seter, day).keys() == oppnevnte(perioder, day)
        assert ventet(told.seter, day) == dict.fromkeys(sitter(perioder, rounds, day), True)
    limits = {"r": regelverk({"regel": "funksjonstid", "lengde": "3 dager", "paa_rad": "1 periode"})}
    assert (
        dom(told, limits, SISTE).findings == dom(silent, limits, SISTE).findings
    )  # no term, and no longer one


@given(st.lists(PERIODE, max_size=5), st.sampled_from(["", "fra", "til"]))
@eksempler(900)
def test_a_council_without_members_is_told_of_once(perioder: Perioder, ukjent: str) -> None:
    people = personer(perioder)
    silent = mappe(BINDING, medlemmer=people)
    if perioder and ukjent:
        people[perioder[0][0]]["oppnevninger"][0][ukjent] = "ukjent"
    council = mappe(BINDING, medlemmer=people)
    for day in dager(FOERSTE, SISTE + timedelta(3)):
        told = [f.since for f in paa_dagen(Register({}, {"u": council}), {}, day)]
        before = [fra + timedelta(days=n) for _, fra, n in perioder if fra + timedelta(days=n) < day]
        expected = [] if oppnevnte(perioder, day) or not before else [max(before) + timedelta(1)]
        if not ukjent:
            assert told == expected
        else:
            assert len(told) <= len([*paa_dagen(Register({}, {"u": silent}), {}, day)])


TOMT = """
dato: 2024-02-01
regler:
  - {id: tid, regel: funksjonstid, hvem: {verv: medlem}, lengde: 2 aar}
  - {id: antall, regel: sammensetning, blant: medlemmer, plasser: [{minst: 2}]}
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01, til: 2023-12-31}]}
medlemmer/ola: {oppnevninger: [{verv: medlem, fra: 2022-01-01, til: 2023-12-31}]}
"""


def test_one_warning_and_not_a_breach_by_each() -> None:
    assert sagt(dommen(TOMT, hele=True)) == ["advarsel uten-oppnevnte @ utvalg navn"]
    assert sagt(dommen(TOMT.replace("2024-02-01", "2023-12-31"), hele=True)) == []


@pytest.mark.parametrize(
    ("verv", "fra", "ventet"),
    [
        ("medlem", "2024-02-15", ", før de neste begynner torsdag 15. februar 2024"),
        ("medlem", "2024-03", ", før de neste begynner i mars 2024"),
        ("vara", "2024-02-15", ""),
    ],
)
def test_the_warning_says_until_when_where_others_are_appointed_for_later(
    verv: str, fra: str, ventet: str
) -> None:
    later = f"medlemmer/eva: {{oppnevninger: [{{verv: {verv}, fra: {fra}, til: 2025-12-31}}]}}\n"
    said = meldinger(dommen(TOMT + later, hele=True))
    assert said[0] == f"ingen medlemmer er oppnevnt etter 31. desember 2023, da periodene var ute{ventet}"


@pytest.mark.parametrize(
    ("til", "dato", "ventet"),
    [
        ("2023", "2023-12-31", []),  # somebody may sit still
        ("2023", "2024-01-01", ["ingen medlemmer er oppnevnt etter 2023, da periodene var ute"]),
        ("2023-06", "2024-01-01", ["ingen medlemmer er oppnevnt etter juni 2023, da periodene var ute"]),
        ("ukjent", "2024-01-01", []),
    ],
)
def test_terms_run_out_on_the_latest_day_that_they_may(til: str, dato: str, ventet: list[str]) -> None:
    text = TOMT.replace("2023-12-31", til).replace("2024-02-01", dato)
    assert meldinger(dommen(text, hele=True)) == ventet


def test_who_the_members_were_is_not_known_where_the_first_on_record_are_yet_to_begin() -> None:
    led = TOMT.replace("{verv: medlem, fra: 2022", "{verv: leder, fra: 2022")
    later = "medlemmer/eva: {oppnevninger: [{verv: medlem, fra: DAG, til: 2025-12-31}]}\n"
    assert sagt(dommen(led + later.replace("DAG", "2024-02-02"), hele=True)) == []


def test_the_warning_says_that_they_sit_on() -> None:
    sits_on = TOMT.replace("lengde: 2 aar", "lengde: 2 aar, til_avloest: ja")
    (said,) = meldinger(dommen(sits_on, hele=True))
    assert said.startswith("ingen medlemmer er oppnevnt etter 31. desember 2023")
    assert said.endswith("etter mandatet blir de som satt, sittende til nye er oppnevnt")


def test_nobody_is_told_of_a_council_that_may_have_more_members() -> None:
    assert sagt(dommen(TOMT + "utvalg: {medlemsliste: ufullstendig}\n", hele=True)) == []


def test_unknown_first_days_make_nobody_sit_for_certain() -> None:
    people = personer([("kari", FOERSTE, 2), ("ola", FOERSTE, 5)])
    people["ola"]["oppnevninger"][0] |= {"fra": "ukjent"}
    told = med_til_avloest(mappe(BINDING, medlemmer=people), SITTER)
    called = ventet(replace(told, sett={}).seter, FOERSTE + timedelta(8))
    assert [(who, bool(surely)) for who, surely in called.items()] == [("ola", False)]
