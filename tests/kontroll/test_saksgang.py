"""saksgang: a case that was put off and the one that takes it up name each other."""

from __future__ import annotations

import pytest

from smaa_registre import dom, sagt


@pytest.mark.parametrize(
    ("foer", "etter", "ventet"),
    [
        ("utsatt: ja, utsatt_til: 2/22", "fra_sak: 1/22", []),
        ("utsatt: ja, utsatt_til: 2/22", "", ["saker.0.utsatt_til"]),
        ("utsatt_til: 2/22", "fra_sak: 1/22", ["saker.0.utsatt_til"]),  # it was not put off
    ],
)
def test_they_name_each_other(foer: str, etter: str, ventet: list[str]) -> None:
    found = sagt(
        dom(f"""
moeter/2022-05-04: {{saker: [{{nr: 1/22, tittel: A, type: annet, {foer}}}]}}
moeter/2022-11-16:
  referat: {{godkjent: ukjent}}
  saker: [{{nr: 2/22, tittel: A, type: godkjenning, godkjenner: 2022-05-04, {etter}}}]
""")
    )
    assert found == [f"advarsel saksgang @ moeter/2022-05-04 {place}" for place in ventet]
