"""Names that stand for what a council says of itself: its owners, the council above, the councils below."""

from __future__ import annotations

import pytest

from smaa_registre import dom, utfall

OPPNEVNT = """
regel: {regel: krav, hver: oppnevning, skal_ha: {av: eier}}
utvalg: {EIER}
organisasjoner:
  nav-a: {navn: Nav A, type: offentlig, side: nav}
  nav-b: {navn: Nav B, type: offentlig, side: nav}
  nav-c: {navn: Nav C, type: offentlig, side: nav}
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01, av: AV}]}
"""
SENDT = """
dato: 2023-03-01
regel: {regel: utsending, hva: referat, til: TIL}
utvalg: {OVER}
utvalgene/under/utvalg: {navn: Under, nivaa: lokal, maalform: nb, OVERORDNET}
utvalgene/annet/utvalg: {navn: Annet, nivaa: lokal, maalform: nb}
moeter/2022-11-16: {referat: {sendt_til: [SENDT]}}
moeter/2023-02-09: {}
"""
UTEN_MOTTAKER = ["feil utsending @ moeter/2022-11-16 referat.sendt_til"]


@pytest.mark.parametrize(("av", "lov"), [("nav-a", True), ("nav-b", True), ("nav-c", False)])
def test_any_of_several_owners_may_appoint(av: str, lov: bool) -> None:
    text = OPPNEVNT.replace("EIER", "eier: [nav-a, nav-b]").replace("AV}", f"{av}}}")
    assert utfall(dom(text)) == ([] if lov else ["feil krav @ medlemmer/kari oppnevninger.0.av"])


@pytest.mark.parametrize("stated", ["", "eier: ukjent"])
def test_an_owner_that_nobody_has_named_makes_the_appointment_impossible_to_judge(stated: str) -> None:
    report = dom(OPPNEVNT.replace("EIER", stated).replace("AV}", "nav-c}"))
    assert not report.funn
    (point,) = report.ikke_vurdert
    assert ("«eier» er ukjent" if stated else "«eier» står ikke i utvalg.yaml") in point.tekst


def sendt(til: str, over: str, sendt_til: str, under: str = "") -> list[str]:
    text = SENDT.replace("TIL", til).replace("OVERORDNET", under).replace("OVER", over)
    return utfall(dom(text.replace("SENDT", sendt_til)))


def test_what_goes_to_the_council_above_cannot_be_judged_where_none_is_named() -> None:
    assert sendt("overordnet", "", "vara") == ["uvisst 2022-11-16 sendt", "uvisst 2023-02-09 sendt"]
    assert sendt("overordnet", "overordnet: annet", "vara") == UTEN_MOTTAKER
    assert sendt("overordnet", "overordnet: annet", "annet") == []


def test_the_councils_below_are_those_that_say_so() -> None:
    assert sendt("underordnede", "", "vara", "overordnet: utvalget") == UTEN_MOTTAKER
    assert sendt("underordnede", "", "under", "overordnet: utvalget") == []
    assert sendt("underordnede", "", "vara") == []
    unknown = sendt("underordnede", "", "vara", "overordnet: ukjent")
    assert unknown == ["uvisst 2022-11-16 sendt", "uvisst 2023-02-09 sendt"]
