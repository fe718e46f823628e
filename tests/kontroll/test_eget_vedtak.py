"""eget-vedtak: a decision binds the council that made it, and no other."""

from __future__ import annotations

import pytest

from smaa_registre import dom, sagt


@pytest.mark.parametrize(
    ("eier", "ventet"),
    [
        (", utvalg: utvalget", []),
        (", utvalg: naboen", ["feil eget-vedtak @ utvalg regelverk.0.id"]),
        ("", ["feil eget-vedtak @ regelverk/vedtaket type"]),  # nobody's
    ],
)
def test_a_decision_is_made_by_the_council_it_binds(eier: str, ventet: list[str]) -> None:
    register = f"""
regelverk/vedtaket: {{type: vedtak, bestemmelser: []{eier}}}
utvalg: {{regelverk: [{{id: vedtaket, fra: 2000-01-01}}]}}
utvalgene/naboen/utvalg: {{navn: Naboen, nivaa: lokal, maalform: nb}}
"""
    assert [said for said in sagt(dom(register)) if "eget-vedtak" in said] == ventet
