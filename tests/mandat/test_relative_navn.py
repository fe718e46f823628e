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
    assert ("«eier» er ukjent" if stated else "«eier» står ikke i utvalg.yaml") in point.finding.message


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
    assert point.finding.message == "folketallet i FFO («innbyggere») er ikke ført"


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
    assert (point.finding.message, point.finding.emne) == (text, hos)


UTEN_EIER = """
regel: {REGEL}
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
moeter/2022-11-16: {sakliste: {foreslaatt_av: kari}, oppmoete: [{person: kari, stemmerett: ja}]}
"""
BARE_EIEREN = [
    "regel: sammensetning, blant: medlemmer, plasser: [{hvem: {organisasjon: eier}, minst: 1}]",
    "regel: sammensetning, blant: frammoette, plasser: [{hvem: {ikke: {organisasjon: eier}}, antall: 0}]",
    "regel: sammensetning, blant: {organisasjon: eier}, ogsaa_tom: ja, plasser: [{minst: 1}]",
    "regel: rettighet, hvem: {organisasjon: eier}, stemmerett: nei",
    "regel: krav, hver: moete, naar: {finnes: {organisasjon: eier}}, skal_ha: {moeteleder: foert}",
    "regel: krav, hver: moete, skal_ha: {sakliste: {foreslaatt_av: {organisasjon: eier}}}",
    "regel: funksjonstid, hvem: {organisasjon: eier}, lengde: 1 dag",
]


@pytest.mark.parametrize("regel", BARE_EIEREN)
def test_a_selector_of_a_body_the_council_does_not_say_it_has_is_not_judged(regel: str) -> None:
    report = dom(UTEN_EIER.replace("REGEL", regel))
    assert utfall(report) == ["uvisst regelen"]
    assert report.ikke_vurdert[0].finding.message == "«eier» står ikke i utvalg.yaml"


def test_where_another_is_meant_too_that_one_is_judged() -> None:
    rule = BARE_EIEREN[0].replace("organisasjon: eier", "organisasjon: [eier, ffo]")
    bodies = "organisasjoner: {ffo: {navn: FFO, type: paraply, side: bruker}}\n"
    assert utfall(dom(UTEN_EIER.replace("REGEL", rule) + bodies)) == [
        "feil sammensetning @ utvalg regelverk.0.id"
    ]


def test_a_recipient_without_a_name_is_told_of_and_nothing_stops() -> None:
    text = "regel: {regel: utsending, hva: innkalling, til: '', maate: brev}\nmoeter/2022-11-16: {}\n"
    assert "advarsel tom-tekst @ regelverk/regelverket" in utfall(dom(text))


def test_what_is_counted_by_a_body_the_council_does_not_say_it_has_is_not_judged() -> None:
    rule = "regel: {regel: hyppighet, hva: moete, der: {felles_med: RAAD}, minst: 1, per: kalenderaar}\n"
    text = rule + "dato: 2023-03-01\nutvalg: {registrert_fra: 2021-01-01}\nmoeter/2022-03-10: {}\n"
    report = dom(text.replace("RAAD", "ungdomsraad"))
    assert utfall(report) == ["uvisst moete"]
    assert report.ikke_vurdert[0].finding.message == "«ungdomsraad» står ikke i utvalg.yaml"
