"""mandat-ute: the mandate ran out, and the council has no other."""

from __future__ import annotations

import pytest

from smaa_registre import dom, sagt


@pytest.mark.parametrize(
    ("regelverk", "ventet"),
    [
        ("{id: regelverket, fra: 2020-01-01}", []),
        ("{id: regelverket, fra: 2020-01-01, til: 2023-01-01}", []),  # its last day is today
        (
            "{id: regelverket, fra: 2020-01-01, til: 2022-12-31}",
            ["advarsel mandat-ute @ utvalg regelverk.0.til"],
        ),
        ("{id: regelverket, fra: 2020-01-01, til: 2022-12-31}, {id: regelverket, fra: 2023-01-01}", []),
    ],
)
def test_a_council_has_a_mandate_today(regelverk: str, ventet: list[str]) -> None:
    rule = "regel: {regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete}"
    found = sagt(dom(f"{rule}\nutvalg: {{regelverk: [{regelverk}]}}", hele=True))
    assert [said for said in found if "mandat-ute" in said] == ventet
