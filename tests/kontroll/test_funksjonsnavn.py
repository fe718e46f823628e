"""funksjonsnavn: an office that is written as an id has a name for the documents."""

from __future__ import annotations

import pytest

from smaa_registre import dom, sagt

RAADET = ["raad funksjonsnavn @ medlemmer/siri funksjon.0.funksjon"]


@pytest.mark.parametrize(
    ("utvalg", "funksjon", "ventet"),
    [
        ("", "tiltaks_koordinator", RAADET),
        ("", "raadgiver", RAADET),
        ("", "tiltakskoordinator", []),
        ("", "rådgiver", []),
        ("funksjoner: {raadgiver: {nb: rådgiver, nn: rådgjevar}}", "raadgiver", []),
    ],
)
def test_an_id_is_for_the_program(utvalg: str, funksjon: str, ventet: list[str]) -> None:
    siri = f"medlemmer/siri: {{side: nav, funksjon: [{{funksjon: {funksjon}, fra: 2022-01-01}}]}}"
    assert sagt(dom(f"utvalg: {{{utvalg}}}\n{siri}")) == ventet


def test_it_is_told_once_for_each_council() -> None:
    office = "{side: nav, funksjon: [{funksjon: raadgiver, fra: 2022-01-01}]}"
    assert sagt(dom(f"medlemmer/siri: {office}\nmedlemmer/tor: {office}")) == RAADET
