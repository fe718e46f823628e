"""Who was there: vara-og-medlem, moett-og-forfall and uten-sete, of one meeting."""

from __future__ import annotations

import pytest

from smaa_registre import dom, sagt, utfall

FOLK = """
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
medlemmer/ola: {oppnevninger: [{verv: vara, fra: 2022-01-01}]}
medlemmer/per: {oppnevninger: [{verv: medlem, fra: 2020-01-01, til: 2022-11-15}]}
medlemmer/ida: {oppnevninger: [{verv: medlem, fra: 2022-11-17}]}
medlemmer/nina: {side: nav, funksjon: [{funksjon: nav-leder, fra: 2022-11-16, til: 2022-11-16}]}
medlemmer/aase: {oppnevninger: [{verv: medlem, fra: ukjent, til: 2022-12-31}]}
medlemmer/tom: {}
"""


@pytest.mark.parametrize(
    ("moete", "ventet"),
    [
        ("oppmoete: [{person: ola, vara_for: kari}], forfall: [kari]", []),
        (
            "oppmoete: [{person: kari}, {person: ola, vara_for: kari}]",
            ["feil vara-og-medlem @ moeter/2022-11-16 oppmoete.1.vara_for"],
        ),
        ("oppmoete: [{person: kari}, {person: ola, lytter: ja}]", []),
        ("oppmoete: [{person: kari}, {person: ola, vara_for: kari, lytter: ja}]", []),
        ("oppmoete: [{person: kari}], forfall: [ola]", []),
        (
            "oppmoete: [{person: kari}], forfall: [kari]",
            ["feil moett-og-forfall @ moeter/2022-11-16 forfall.0"],
        ),
        (
            "oppmoete: [{person: kari}], forfall: [ola, kari]",
            ["feil moett-og-forfall @ moeter/2022-11-16 forfall.1"],
        ),
        ("oppmoete: ukjent, forfall: [kari]", []),
        ("oppmoete: [{person: kari}], forfall: ukjent", []),
        ("oppmoete: [{person: per}]", ["feil uten-sete @ moeter/2022-11-16 oppmoete.0.person"]),
        ("oppmoete: [{person: ida}]", ["feil uten-sete @ moeter/2022-11-16 oppmoete.0.person"]),
        ("oppmoete: [{person: tom}]", ["feil uten-sete @ moeter/2022-11-16 oppmoete.0.person"]),
        ("oppmoete: [{person: nina}]", []),  # an office is enough
        ("oppmoete: [{person: aase}]", []),  # may have begun
        ("oppmoete: [{navn: Gro Gjest, funksjon: rådgiver}]", []),
        ("forfall: [per]", []),
    ],
)
def test_who_was_there(moete: str, ventet: list[str]) -> None:
    assert utfall(dom(FOLK + f"moeter/2022-11-16: {{{moete}}}")) == ventet


def test_a_person_whose_file_cannot_be_read_may_have_a_seat() -> None:
    broken = FOLK.replace("medlemmer/kari: {opp", "medlemmer/kari: {oppp")
    found = dom(broken + "moeter/2022-11-16: {oppmoete: [{person: kari}]}")
    assert sagt(found) == ["feil ukjent-noekkel @ medlemmer/kari opppnevninger"]
