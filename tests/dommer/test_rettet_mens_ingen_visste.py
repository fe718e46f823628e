"""A breach that may have been put right while something was unknown is not said to have gone on."""

from __future__ import annotations

import pytest

from smaa_registre import dom, utfall

REGISTER = """
dato: 2024-06-01
regel: {regel: sammensetning, blant: medlemmer, plasser: [{hvem: {side: bruker}, minst: 1}]}
medlemmer/per: {side: nav, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
medlemmer/kari: {side: SIDE, oppnevninger: [{verv: medlem, fra: 2022-06-01, til: TIL}]}
moeter/2024-05-01: {}
"""


@pytest.mark.parametrize(
    ("side", "til", "fra", "uvisst"),
    [
        ("bruker", "2023-12-31", ["2024-01-01"], []),  # put right, and broken anew
        ("nav", "2023-12-31", ["2022-01-01"], []),  # never put right
        ("ukjent", "2023-12-31", ["2024-01-01"], ["uvisst"]),
        ("bruker", "2023", ["2024-01-01"], ["uvisst"]),
        ("bruker", "ukjent", [], ["uvisst"]),
    ],
)
def test_it_is_broken_from_the_day_it_surely_is(
    side: str, til: str, fra: list[str], uvisst: list[str]
) -> None:
    said = dom(REGISTER.replace("SIDE", side).replace("TIL", til))
    assert [str(f.finding.since) for f in said.funn] == fra
    assert sorted({word for each in utfall(said) if (word := each.split()[0]) == "uvisst"}) == uvisst
