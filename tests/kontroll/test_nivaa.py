"""nivaa: a rule set binds councils of the level it is written for."""

from __future__ import annotations

import pytest

from smaa_registre import dom, utfall


@pytest.mark.parametrize(
    ("skrevet_for", "utvalgets", "ventet"),
    [("[lokal]", "lokal", 0), ("[lokal, fylke]", "fylke", 0), ("[lokal]", "fylke", 1), ("[]", "fylke", 0)],
)
def test_a_mismatch_of_level_is_a_hint(skrevet_for: str, utvalgets: str, ventet: int) -> None:
    register = f"""
regelverk/mal: {{type: mal, nivaa: {skrevet_for}, bestemmelser: []}}
utvalg: {{nivaa: {utvalgets}, regelverk: [{{id: mal, fra: 2020-01-01}}]}}
"""
    assert utfall(dom(register)) == ["raad nivaa @ utvalg regelverk.0.id"] * ventet
