"""One finding in a few lines, without the excerpt: what is said of how to mend it can be followed all the same."""

from __future__ import annotations

from datetime import date

from brukerutvalg_cli.rapport.kort import kort
from brukerutvalg_cli.validering import valider
from smaa_registre import tree as smaa_tre

REGISTER = """
regel: {regel: krav, hver: sak, der: {type: droefting}, skal_ha: {foer_beslutning: ja}}
moeter/2026-03-11:
  saker: [{nr: 1/26, tittel: Sak, type: droefting, foer_beslutning: nei}]
"""


def test_it_names_the_key_and_the_place_and_no_mark() -> None:
    (found,) = valider(smaa_tre(REGISTER), date(2026, 3, 12)).funn
    said = kort(found)
    assert "moeter/2026-03-11.yaml:" in said
    assert "rett: rett «foer_beslutning»;" in said
    assert "merket" not in said
