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


GJEST = """
regel: {regel: rettighet, hvem: {organisasjon: HVEM}, forslagsrett: nei}
utvalg: {ungdomsraad: unge}
utvalgene/unge/utvalg: {navn: De unge, nivaa: ungdom, maalform: nb}
organisasjoner: {ffo: {navn: FFO, type: paraply, side: bruker}}
moeter/2022-11-16: {saker: [{nr: 1/22, tittel: Bil, type: annet, innmeldt_av: AV}]}
"""
MELDT_INN = ["feil rettighet @ moeter/2022-11-16 saker.0.innmeldt_av"]


@pytest.mark.parametrize(
    ("hvem", "av", "brutt"),
    [
        ("ungdomsraad", "unge", True),
        ("ffo", "ffo", True),
        ("ungdomsraad", "ffo", False),
        ("ffo", "unge", False),
        ("ffo", "bruker", False),
    ],
)
def test_what_a_council_or_an_organisation_may_not_propose(hvem: str, av: str, brutt: bool) -> None:
    said = utfall(dom(GJEST.replace("HVEM", hvem).replace("AV}", f"{av}}}")))
    assert said == (MELDT_INN if brutt else [])


REKKE = """
regel: {regel: krav, hver: forfall, skal_ha: {stedfortreder: {i_rekkefoelge: ja}}}
utvalg: {organisasjoner: [ffo, safo]}
organisasjoner:
  ffo: {navn: FFO, type: paraply, side: bruker}
  safo: {navn: SAFO, type: paraply, side: bruker}
medlemmer/kari: {representerer: safo, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
medlemmer/en: {side: SIDE, oppnevninger: [{verv: vara, fra: 2022-01-01, nummer: 1EN}]}
medlemmer/to: {oppnevninger: [{verv: vara, fra: 2022-01-01, nummer: 2TO}]}
moeter/2022-11-16: {forfall: [kari], oppmoete: [{person: to, vara_for: kari}]}
"""


@pytest.mark.parametrize(
    ("side", "en", "to", "brutt"),
    [
        ("bruker", "", "", True),
        ("nav", "", "", False),
        ("bruker", ", vara_for: ffo", ", vara_for: safo", False),
        ("bruker", ", vara_for: safo", ", vara_for: safo", True),
    ],
)
def test_deputies_are_called_in_the_order_of_their_own_pool(side: str, en: str, to: str, brutt: bool) -> None:
    text = REKKE.replace("SIDE", side).replace("1EN", f"1{en}").replace("2TO", f"2{to}")
    assert utfall(dom(text)) == (["feil krav @ moeter/2022-11-16 oppmoete.0.person"] if brutt else [])


FOLKETALL = """
regel:
  regel: sammensetning
  blant: medlemmer
  plasser: [{hvem: {organisasjon: {innbyggere: {mer_enn: 10000}}}, hoeyst: 0}]
organisasjoner: {ffo: {navn: FFO, type: TYPE, side: bruker}}
medlemmer/kari: {representerer: ffo, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
"""


@pytest.mark.parametrize("type_", ["paraply", "landsdekkende", "lokal"])
def test_an_organisation_is_no_municipality(type_: str) -> None:
    assert utfall(dom(FOLKETALL.replace("TYPE", type_))) == []


def test_a_public_body_without_its_number_of_inhabitants_is_named() -> None:
    report = dom(FOLKETALL.replace("TYPE", "offentlig"))
    (point,) = report.ikke_vurdert
    assert not report.funn
    assert point.tekst == "folketallet i FFO («innbyggere») er ikke ført"


HOS = """
regel: {regel: sammensetning, hos: HOS, blant: frammoette, plasser: [{minst: 1}]}
utvalg: {ungdomsraad: styret}
"""


@pytest.mark.parametrize("hos", ["styret", "ungdomsraad"])
@pytest.mark.parametrize(
    ("styret", "hvordan"),
    [("", "finnes ikke i registeret"), ("utvalgene/styret/utvalg: {navn: ukjent}", "kan ikke leses")],
)
def test_who_comes_to_a_council_that_is_not_there_cannot_be_judged(
    hos: str, styret: str, hvordan: str
) -> None:
    (point,) = dom(HOS.replace("HOS", hos) + styret).ikke_vurdert
    text = f"utvalget «styret» {hvordan}" if hos == "ungdomsraad" or styret else "navnet «styret» finnes ikke"
    assert (point.tekst, point.emne) == (text, hos)
