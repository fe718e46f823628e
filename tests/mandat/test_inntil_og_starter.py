"""Terms that end on a day of one of their years, or from one event to the next, give or take a little."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerutvalg_cli.mandat.verdier.inntil import DagIPeriodeaar, les_inntil
from brukerutvalg_cli.model.kalender import EN_DAG, MAANEDER
from smaa_registre import dom, meldinger, utfall
from tilfeldige_registre import datoer, eksempler

TIL = "feil funksjonstid @ medlemmer/kari oppnevninger.0.til"
FRA = "feil funksjonstid @ medlemmer/kari oppnevninger.0.fra"


def kari(fra: str, til: str = "", verv: str = "leder") -> str:
    until = f", til: {til}" if til else ""
    return f"medlemmer/kari: {{oppnevninger: [{{verv: {verv}, fra: {fra}{until}}}]}}\n"


def aarsmoeter(*dager: str) -> str:
    return "hendelser:\n" + "".join(f"  - {{hva: aarsmoete, dato: {dag}}}\n" for dag in dager)


def regel(felter: str) -> str:
    return f"regel: {{regel: funksjonstid, hvem: {{verv: leder}}, {felter}}}\n"


# A day of one of its years


@pytest.mark.parametrize(
    ("inntil", "fra", "siste_lovlige", "for_lenge"),
    [
        ("31. mars i 2. aar", "2022-04-01", "2024-03-31", "2024-04-01"),
        ("31. mars i 2. aar", "2022-08-15", "2024-03-31", "2024-04-01"),
        (
            "31. mars i 2. aar",
            "2022-03-31",
            "2023-03-31",
            "2023-04-01",
        ),  # begun on such a day, which is the first
        ("31. mars i 1. år", "2022-04-01", "2023-03-31", "2023-04-01"),
        ("29. februar i 2. aar", "2022-03-01", "2024-02-29", "2024-03-01"),
        ("29. februar i 3. aar", "2022-03-01", "2025-02-28", "2025-03-01"),
    ],
)
def test_a_term_ends_on_a_day_of_one_of_its_years(
    inntil: str, fra: str, siste_lovlige: str, for_lenge: str
) -> None:
    rule = regel(f"inntil: {inntil}")
    assert utfall(dom(rule + kari(fra, siste_lovlige))) == []
    assert utfall(dom(rule + kari(fra, for_lenge))) == [TIL]


@given(
    datoer(date(2000, 1, 1), date(2030, 12, 31)), st.integers(1, 12), st.integers(1, 28), st.integers(1, 5)
)
@eksempler(200)
def test_it_is_the_day_that_has_come_so_many_times(fra: date, maaned: int, dag: int, nr: int) -> None:
    told = les_inntil(f"{dag}. {MAANEDER[maaned - 1]} i {nr}. aar")
    day, left = fra, nr
    while (day.month, day.day) != (maaned, dag) or left > 1:
        left -= (day.month, day.day) == (maaned, dag)
        day += EN_DAG
    assert isinstance(told, DagIPeriodeaar)
    assert told.fra(fra) == day


# From one event to the next


FRA_AARSMOETE_TIL_AARSMOETE = regel("starter: aarsmoete, inntil: neste aarsmoete, omtrent: 2 uker")
TRE_AARSMOETER = aarsmoeter("2021-03-11", "2022-03-10", "2023-03-20")


@pytest.mark.parametrize(
    ("fra", "til", "ventet"),
    [
        ("2022-03-10", "2023-03-20", []),
        ("2022-02-24", "2023-04-03", []),  # two weeks before the one, two weeks after the other
        ("2022-02-23", "2023-04-03", [FRA, TIL]),  # before that it is this meeting which is the next
        ("2022-03-25", "2023-04-03", []),  # the day after the meeting will do, and two weeks more
        ("2022-03-26", "2023-04-03", [FRA]),
        ("2022-03-10", "2023-04-04", [TIL]),
        ("2022-03-10", "2022-06-30", []),  # who left before is nobody's concern
        ("2023-03-20", "2027-01-01", []),  # the next has not been
    ],
)
def test_from_one_yearly_meeting_to_the_next_give_or_take_two_weeks(
    fra: str, til: str, ventet: list[str]
) -> None:
    assert utfall(dom(FRA_AARSMOETE_TIL_AARSMOETE + TRE_AARSMOETER + kari(fra, til))) == ventet


def test_it_is_said_which_meeting_it_was_and_how_much_there_is_to_go_on() -> None:
    assert meldinger(
        dom(FRA_AARSMOETE_TIL_AARSMOETE + TRE_AARSMOETER + kari("2022-05-01", "2023-06-30"))
    ) == [
        "Kari er leder fra 1. mai 2022; periodene begynner ved årsmøte",
        "Kari er leder fra 1. mai 2022 til 30. juni 2023; neste årsmøte var 20. mars 2023, med 2 uker slingringsmonn",
    ]


@pytest.mark.parametrize(("dato", "ventet"), [("2023-03-20", []), ("2023-03-21", [f"advarsel {FRA[5:]}"])])
def test_an_open_term_is_too_long_when_the_next_has_been(dato: str, ventet: list[str]) -> None:
    register = f"dato: {dato}\n{regel('inntil: neste aarsmoete')}{TRE_AARSMOETER}{kari('2022-03-10')}"
    assert utfall(dom(register)) == ventet


def test_a_leader_sits_until_the_next_is_elected() -> None:
    """An election of a leader, and a meeting, are events too."""
    election = (
        "saker: [{nr: 1/23, tittel: Valg, type: valg, valg: [{verv: leder, valgt: [per], fra: 2023-06-01}]}]"
    )
    register = f"moeter/2023-02-01: {{{election}}}\nmedlemmer/per: {{}}\n"
    for hva in ("ledervalg", "moete"):
        rule = regel(f"inntil: neste {hva}")
        assert utfall(dom(rule + register + kari("2022-01-01", "2023-02-01")), "regelen") == []
        assert utfall(dom(rule + register + kari("2022-01-01", "2023-02-02")), "regelen") == [TIL]


@pytest.mark.parametrize(
    ("hendelser", "ventet"),
    [
        (
            "",
            ["uvisst kari leder 2022-03-10", "uvisst kari leder 2022-03-10 start"],
        ),  # none was ever recorded, which is told of once, too
        (aarsmoeter("2022-03-10", "ukjent"), ["uvisst kari leder 2022-03-10"]),
        (aarsmoeter("2022-03-10", "ukjent", "2023-01-01"), [TIL]),  # too long, whenever the other was
    ],
)
def test_when_the_meetings_were_is_not_known(hendelser: str, ventet: list[str]) -> None:
    found = dom(FRA_AARSMOETE_TIL_AARSMOETE + hendelser + kari("2022-03-10", "2023-02-01"))
    assert [said for said in utfall(found) if "aldri-foert" not in said] == ventet
    assert (not hendelser) is any("aldri-foert" in said for said in utfall(found))


def test_what_may_have_been_before_the_end_is_not_judged() -> None:
    known = aarsmoeter("2022-03-10", "ukjent", "2024-01-01")
    found = dom(regel("inntil: neste aarsmoete") + known + kari("2022-03-10", "2023-02-01"))
    assert utfall(found) == ["uvisst kari leder 2022-03-10"]


def test_the_councils_own_period_follows_an_event_too() -> None:
    rule = "regel: {regel: funksjonstid, gjelder: utvalg, starter: kommunevalg, omtrent: 3 maaneder}\n"
    events = "hendelser:\n  - {hva: kommunevalg, dato: 2023-09-11}\n  - {hva: oppnevningsrunde, dato: DAG}\n"
    assert utfall(dom(rule + events.replace("DAG", "2023-12-12"))) == []
    assert utfall(dom(rule + events.replace("DAG", "2023-12-13"))) == ["feil funksjonstid @ hendelser 1.dato"]
    alone = "hendelser: [{hva: oppnevningsrunde, dato: 2023-12-12}]\n"
    assert utfall(dom(rule + alone)) == [
        "raad aldri-foert @ regelverk/regelverket bestemmelser.0.starter",
        "uvisst utvalget 2023-12-12 start",
    ]


# Tolerance, on whatever is measured


@pytest.mark.parametrize(
    ("felter", "fra", "siste_lovlige", "for_lenge"),
    [
        ("lengde: 1 aar", "2022-01-01", "2023-01-14", "2023-01-15"),
        ("inntil: 31. mars", "2022-01-01", "2022-04-14", "2022-04-15"),
        ("inntil: 2022-06-30", "2022-01-01", "2022-07-14", "2022-07-15"),
        ("paa_rad: 2 aar", "2022-01-01", "2024-01-14", "2024-01-15"),
        ("til_sammen: 2 aar", "2022-01-01", "2024-01-14", "2024-01-15"),
    ],
)
def test_two_weeks_to_go_on(felter: str, fra: str, siste_lovlige: str, for_lenge: str) -> None:
    rule = regel(f"{felter}, omtrent: 2 uker")
    assert utfall(dom(rule + kari(fra, siste_lovlige))) == []
    found = dom(rule + kari(fra, for_lenge))
    assert len(found.funn) == 1
    assert "med 2 uker slingringsmonn" in meldinger(found)[0]


@pytest.mark.parametrize(
    ("fra", "antall"), [("2021-12-18", 0), ("2022-01-15", 0), ("2021-12-17", 1), ("2022-01-16", 1)]
)
def test_two_weeks_on_either_side_of_the_day_terms_begin(fra: str, antall: int) -> None:
    found = dom(regel("starter: 1. januar, omtrent: 2 uker") + kari(fra, "2022-12-31"))
    assert len(found.funn) == antall
