"""kom-og-gikk: when somebody came or left is a time of day or a case, and the one before the other."""

from __future__ import annotations

import pytest

from smaa_registre import dom, sagt

MOETET = "moeter/2022-11-16: {oppmoete: [{person: kari, %s}], saker: [{nr: 1/22, tittel: A, type: annet}]}\n"
KARI = "medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}\n"


@pytest.mark.parametrize(
    ("naar", "ventet"),
    [
        ("kom: '12:15', gikk: '13:00'", 0),
        ("kom: '13:00', gikk: '12:15'", 1),
        ("gikk: 1/22", 0),
        ("gikk: 7/22", 1),  # no case of this meeting
    ],
)
def test_one_comes_before_one_leaves(naar: str, ventet: int) -> None:
    assert len([said for said in sagt(dom(KARI + MOETET % naar)) if "kom-og-gikk" in said]) == ventet
