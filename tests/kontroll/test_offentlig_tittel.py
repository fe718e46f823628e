"""offentlig-tittel: a title for the public stands in the place of one that is closed, or hides nothing."""

from __future__ import annotations

import pytest

from smaa_registre import dom, sagt


@pytest.mark.parametrize(
    ("felter", "ventet"),
    [
        ("", 0),
        ("offentlig_tittel: En sak", 1),
        ("offentlig_tittel: En sak, fortrolig: nei", 1),
        ("offentlig_tittel: En sak, fortrolig: ja", 0),
    ],
)
def test_a_title_for_the_public_is_of_a_closed_case(felter: str, ventet: int) -> None:
    case = f"{{nr: 1/22, tittel: Varsel, type: annet, {felter}}}"
    found = sagt(dom(f"moeter/2022-11-16: {{saker: [{case}]}}"))
    assert len([said for said in found if "offentlig-tittel @ moeter/2022-11-16 saker.0" in said]) == ventet
