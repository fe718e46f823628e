"""oppfoelging: what somebody took on has an owner and a day."""

from __future__ import annotations

import pytest

from smaa_registre import dom, meldinger, sagt, utfall


@pytest.mark.parametrize(
    ("punkt", "ventet"),
    [
        ("ansvarlig: nav, frist: 2023-01-01", []),
        ("ansvarlig: ukjent, frist: ukjent", []),
        ("frist: 2023-01-01", ["advarsel"]),
        ("ansvarlig: nav", ["raad"]),
        ("merknader: nei", ["feil"]),
        ("fullfoert: 2022-12-01", []),
        ("fullfoert: ukjent", []),
    ],
)
def test_a_follow_up_has_an_owner_and_a_date(punkt: str, ventet: list[str]) -> None:
    register = f"""
moeter/2022-11-16:
  saker: [{{nr: 1/22, tittel: A, type: annet, oppfoelging: [{{hva: Undersøke, {punkt}}}]}}]
"""
    assert [line.split()[0] for line in utfall(dom(register))] == ventet


def test_a_follow_up_with_neither_is_one_finding() -> None:
    register = "moeter/2022-11-16: {saker: [{nr: 1/22, tittel: A, type: annet, oppfoelging: [{hva: B}]}]}"
    found = dom(register)
    assert sagt(found) == ["advarsel oppfoelging @ moeter/2022-11-16 saker.0.oppfoelging.0.hva"]
    assert meldinger(found) == ["oppfølgingen i sak 1/22 har ingen ansvarlig"]
