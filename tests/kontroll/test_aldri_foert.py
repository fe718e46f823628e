"""aldri-foert: a rule set asks for an event that nobody ever recorded; told once, as advice."""

from __future__ import annotations

import pytest

from smaa_registre import dom, sagt

REGEL = "regel: {regel: hyppighet, hva: fagdag, minst: 1, per: kalenderaar}\nutvalg: {registrert_fra: 2022-01-01}\n"
RAADET = ["raad aldri-foert @ regelverk/regelverket bestemmelser.0.hva"]


@pytest.mark.parametrize(
    ("hendelser", "ventet"),
    [
        ("", RAADET),
        ("hendelser: [{hva: fagdag, dato: 2022-05-04}]", []),
        ("hendelser: [{hva: fagdag, dato: ukjent}]", []),  # it was, whenever that was
        ("ordliste: {hendelser: {fagdag: fagdag}}", []),  # it is meant so
        ("hendelser: [{hva: seminar, dato: 2022-05-04}]", RAADET),
    ],
)
def test_an_event_that_is_asked_for_was_recorded_some_time(hendelser: str, ventet: list[str]) -> None:
    assert [said for said in sagt(dom(REGEL + hendelser)) if "aldri-foert" in said] == ventet
