"""uten-sete: whoever takes part has a seat or an office that day."""

from __future__ import annotations

import pytest

from smaa_registre import dom, sagt

FOLK = """
medlemmer/per: {oppnevninger: [{verv: medlem, fra: 2020-01-01, til: 2022-11-15}]}
medlemmer/ida: {oppnevninger: [{verv: medlem, fra: 2022-11-17}]}
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-11-16, til: 2022-11-16}]}
medlemmer/nina: {side: nav, funksjon: [{funksjon: nav-leder, fra: 2022-11-16, til: 2022-11-16}]}
medlemmer/aase: {oppnevninger: [{verv: medlem, fra: ukjent, til: 2022-12-31}]}
medlemmer/tom: {}
"""


@pytest.mark.parametrize(
    ("person", "ventet"),
    [("kari", 0), ("per", 1), ("ida", 1), ("tom", 1), ("nina", 0), ("aase", 0)],
    ids=["that day alone", "to the day before", "from the day after", "never", "an office", "may have begun"],
)
def test_who_takes_part_sits_there_that_day(person: str, ventet: int) -> None:
    found = sagt(dom(f"{FOLK}moeter/2022-11-16: {{oppmoete: [{{person: {person}}}]}}"))
    assert found == ["feil uten-sete @ moeter/2022-11-16 oppmoete.0.person"] * ventet


def test_a_guest_by_name_has_none() -> None:
    guest = "moeter/2022-11-16: {oppmoete: [{navn: Gro Gjest, funksjon: rådgiver}]}"
    assert sagt(dom(guest)) == []
