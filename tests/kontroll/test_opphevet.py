"""A rule set that was repealed, and still binds."""

from __future__ import annotations

import pytest

from smaa_registre import dom, utfall


@pytest.mark.parametrize(
    ("regelverk", "ventet"),
    [
        ("{id: m, fra: 2020-01-01}", ["raad opphevet @ utvalg regelverk.0.id"]),
        ("{id: m, fra: 2020-01-01, til: 2030-12-31}", []),
        ("{id: m, fra: 2020-01-01}, {id: nytt, fra: 2022-01-01}", []),
    ],
)
def test_a_rule_set_that_was_repealed_and_goes_on_is_hinted_at(regelverk: str, ventet: list[str]) -> None:
    sets = "regelverk/m: {status: opphevet, bestemmelser: []}\nregelverk/nytt: {bestemmelser: []}\n"
    assert utfall(dom(f"{sets}utvalg: {{regelverk: [{regelverk}]}}")) == ventet
