"""moett-og-forfall: nobody is both there and away."""

from __future__ import annotations

import pytest

from smaa_registre import dom, sagt

FOLK = """
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
medlemmer/ola: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
"""


@pytest.mark.parametrize(
    ("moete", "ventet"),
    [
        ("oppmoete: [{person: kari}], forfall: [ola]", []),
        ("oppmoete: [{person: kari}], forfall: [kari]", ["forfall.0"]),
        ("oppmoete: [{person: kari}], forfall: [ola, kari]", ["forfall.1"]),
        ("oppmoete: ukjent, forfall: [kari]", []),
        ("oppmoete: [{person: kari}], forfall: ukjent", []),
    ],
)
def test_who_was_there_was_not_away(moete: str, ventet: list[str]) -> None:
    places = [f"feil moett-og-forfall @ moeter/2022-11-16 {place}" for place in ventet]
    assert sagt(dom(f"{FOLK}moeter/2022-11-16: {{{moete}}}")) == places
