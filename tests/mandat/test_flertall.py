"""A majority: of the votes cast, of those who were there and could vote, or of all the members that day."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smaa_registre import dom, meldinger, utfall
from tilfeldige_registre import eksempler

MEDLEMMER = ("m1", "m2", "m3", "m4", "m5")
BRUTT = "feil krav @ moeter/2022-11-16 saker.0.vedtak.stemmer"
UVISST = "uvisst 1/22 vedtak"


def register(flertall: str, vedtak: str, *til_stede: str, oppmoete: str = "", mer: str = "") -> str:
    there = oppmoete or f"[{', '.join(f'{{person: {name}}}' for name in til_stede)}]"
    people = "".join(
        f"medlemmer/{name}: {{oppnevninger: [{{verv: medlem, fra: 2022-01-01}}]}}\n" for name in MEDLEMMER
    )
    case = f"{{nr: 1/22, tittel: A, type: vedtak, vedtak: {{tekst: Ja., {vedtak}}}}}"
    return (
        f"regel: {{regel: krav, hver: vedtak, skal_ha: {{flertall: {flertall}}}}}\n{people}{mer}"
        f"moeter/2022-11-16: {{oppmoete: {there}, saker: [{case}]}}\n"
    )


FRAMMOETTE, ALLE = "{minst: 2/3, av: frammoette}", "{mer_enn: 1/2, av: medlemmer}"


@pytest.mark.parametrize(
    ("flertall", "vedtak", "til_stede", "ventet"),
    [
        ("{minst: 2/3, av: avgitte_stemmer}", "stemmer: {for: 2, mot: 1}", 5, []),
        (FRAMMOETTE, "stemmer: {for: 2, mot: 1}", 3, []),
        (FRAMMOETTE, "stemmer: {for: 2, mot: 0, avholdende: 2}", 4, [BRUTT]),
        (FRAMMOETTE, "enstemmig: ja", 4, []),
        (FRAMMOETTE, "enstemmig: ukjent", 4, [UVISST]),
        (FRAMMOETTE, "stemmer: ukjent", 4, [UVISST]),
        (ALLE, "stemmer: {for: 3, mot: 0}", 3, []),
        (ALLE, "stemmer: {for: 2, mot: 0}", 2, [BRUTT]),
        (ALLE, "enstemmig: ja", 3, []),
        (ALLE, "enstemmig: ja", 2, [BRUTT]),  # all agreed, and there were not enough of them
        (ALLE, "enstemmig: nei", 5, [BRUTT]),
        ("{minst: 3}", "stemmer: {for: 3, mot: 4}", 5, []),
        ("{minst: 3}", "stemmer: {for: 2, mot: 0}", 5, [BRUTT]),
    ],
)
def test_a_share_is_of_what_is_said(flertall: str, vedtak: str, til_stede: int, ventet: list[str]) -> None:
    found = utfall(dom(register(flertall, vedtak, *MEDLEMMER[:til_stede])), "regelen")
    assert found == ventet


@pytest.mark.parametrize(
    ("flertall", "vedtak", "oppmoete", "ventet"),
    [
        # As many as voted were there: whoever else was, it was not two thirds.
        (FRAMMOETTE, "stemmer: {for: 1, mot: 2}", "ukjent", [BRUTT]),
        (FRAMMOETTE, "stemmer: {for: 2, mot: 1}", "ukjent", [UVISST]),
        (ALLE, "stemmer: {for: 3, mot: 0}", "ukjent", []),
        (ALLE, "enstemmig: ja", "ukjent", [UVISST]),
    ],
)
def test_who_was_there_is_asked_where_it_decides(
    flertall: str, vedtak: str, oppmoete: str, ventet: list[str]
) -> None:
    assert utfall(dom(register(flertall, vedtak, oppmoete=oppmoete)), "regelen") == ventet


def test_a_deputy_counts_and_a_guest_does_not() -> None:
    vera = "medlemmer/vera: {oppnevninger: [{verv: vara, fra: 2022-01-01}]}\n"
    three = "{person: m1}, {person: m2}, "
    deputy = register(
        FRAMMOETTE, "stemmer: {for: 2, mot: 0}", oppmoete=f"[{three}{{person: vera, vara_for: m3}}]", mer=vera
    )
    assert utfall(dom(deputy), "regelen") == []
    two = register(
        "{mer_enn: 2/3, av: frammoette}",
        "stemmer: {for: 2, mot: 0}",
        oppmoete=f"[{three}{{person: vera, vara_for: m3}}]",
        mer=vera,
    )
    assert utfall(dom(two), "regelen") == [BRUTT]
    guest = two.replace("{person: vera, vara_for: m3}", "{navn: Gjesten, rolle: gjest}")
    assert utfall(dom(guest), "regelen") == []


def test_one_who_is_perhaps_a_member_is_not_counted_on() -> None:
    perhaps = "medlemmer/m6: {oppnevninger: [{verv: medlem, fra: ukjent}]}\n"
    text = register(ALLE, "stemmer: {for: 3, mot: 0}", *MEDLEMMER[:3], mer=perhaps)
    assert utfall(dom(text), "regelen") == [UVISST]
    text = (
        register(ALLE, "stemmer: {for: 3, mot: 0}", *MEDLEMMER[:3]) + "utvalg: {medlemsliste: ufullstendig}\n"
    )
    assert utfall(dom(text), "regelen") == [UVISST]


def test_the_second_vote_of_the_leader_is_no_head_more() -> None:
    tie = "stemmer: {for: 2, mot: 2}, ved_likhet: leder"
    assert utfall(dom(register("{mer_enn: 1/2}", tie, *MEDLEMMER[:4])), "regelen") == []
    assert utfall(dom(register("{mer_enn: 1/2, av: frammoette}", tie, *MEDLEMMER[:4])), "regelen") == [BRUTT]


def test_the_finding_says_of_how_many() -> None:
    (message,) = meldinger(dom(register(ALLE, "stemmer: {for: 2, mot: 1}", *MEDLEMMER[:3])))
    assert message == (
        "vedtaket i sak 1/22 skal ha flertall: mer enn 1/2 av medlemmene for, men det ble 2 mot 1 (av 5)"
    )


def test_votes_are_not_organisations() -> None:
    text = register("{minst: 2, telles: organisasjoner}", "stemmer: {for: 2, mot: 1}")
    assert any("her telles stemmer" in message for message in meldinger(dom(text)))


ANDEL = st.sampled_from(["1/3", "1/2", "2/3", "3/4"])
STEMMER = st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(0, 5)).filter(
    lambda votes: 0 < sum(votes) <= 5
)


@given(
    ANDEL,
    st.sampled_from(["minst", "mer_enn"]),
    STEMMER,
    st.integers(1, 5),
    st.sampled_from(["avgitte_stemmer", "frammoette", "medlemmer"]),
)
@eksempler(150)
def test_every_count_is_that_of_the_fraction(
    andel: str, ord_: str, votes: tuple[int, int, int], came: int, av: str
) -> None:
    for_, mot, avholdende = votes
    came = max(came, sum(votes))
    whole = {"avgitte_stemmer": for_ + mot, "frammoette": came, "medlemmer": len(MEDLEMMER)}[av]
    bound = Fraction(andel) * whole
    kept: Any = for_ >= bound if ord_ == "minst" else for_ > bound
    counted = f"stemmer: {{for: {for_}, mot: {mot}, avholdende: {avholdende}}}"
    text = register(f"{{{ord_}: {andel}, av: {av}}}", counted, *MEDLEMMER[:came])
    assert utfall(dom(text), "regelen") == ([] if kept else [BRUTT])
