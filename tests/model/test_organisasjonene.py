"""All organisations: what is asked of one and of all of them, and that whoever listens is told of it."""

from __future__ import annotations

from datetime import date

import pytest

from brukerutvalg_cli.model.organisasjon import Organisasjon
from brukerutvalg_cli.model.organisasjonene import (
    ANTATT,
    GRUPPER,
    NAVNENE,
    ORGANISASJONSDELER,
    SKIFTER,
    Organisasjonene,
    Organisasjonsdel,
    hver,
    om_en,
    svaret,
)

FFO = {
    "navn": "FFO",
    "type": {"antatt": "paraply"},
    "side": "bruker",
    "grupper": ["Rus"],
    "tidligere": [{"til": "2020-12-31", "type": "lokal"}],
}
ALLE = {
    "ffo": Organisasjon.model_validate(FFO),
    "nav": Organisasjon.model_validate({"navn": "Nav", "type": "offentlig", "side": "nav"}),
}


@pytest.fixture
def spurt() -> list[str]:
    return []


def test_what_is_asked_of_all_of_them() -> None:
    assert svaret(SKIFTER, ALLE) == {date(2021, 1, 1)}
    assert svaret(GRUPPER, ALLE) == {"rus"}
    assert [each.place.route for each in svaret(ANTATT, ALLE)] == [("ffo", "type")]


@pytest.mark.parametrize("delen", ORGANISASJONSDELER, ids=lambda delen: delen.navn)
def test_it_is_answered_the_same_when_somebody_listens(
    delen: Organisasjonsdel[object], spurt: list[str]
) -> None:
    assert svaret(delen, Organisasjonene(ALLE, spurt.append)) == svaret(delen, ALLE)
    assert spurt == [delen.navn]


def test_each_is_asked_for_by_name_and_which_there_are_is_another_question(spurt: list[str]) -> None:
    bodies = Organisasjonene(ALLE, spurt.append)
    assert bodies.get("ffo") is ALLE["ffo"]
    assert bodies.get("safo") is None
    assert spurt == [om_en("ffo"), om_en("safo")]
    spurt.clear()
    assert len(bodies.keys()) == 2
    assert spurt == [NAVNENE]


def test_a_question_does_not_say_whom_it_is_about() -> None:
    assert "hemmelig" not in om_en("hemmelig-person")
    assert om_en("hemmelig-person") != om_en("hemmelig-mann")


def test_of_those_that_are_made_others_each_is_asked_for_all_it_says(spurt: list[str]) -> None:
    """What is asked of all of them was answered by what they are, and not by what they are made."""
    bodies = hver(
        Organisasjonene(ALLE, spurt.append), lambda name, body: body.model_copy(update={"tidligere": ()})
    )
    assert spurt == []
    assert svaret(SKIFTER, bodies) == frozenset()
    assert set(spurt) == {NAVNENE, om_en("ffo"), om_en("nav")}
    assert dict(bodies) == dict(hver(ALLE, lambda name, body: body.model_copy(update={"tidligere": ()})))
