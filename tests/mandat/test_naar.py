"""naar: {finnes: …} – any provision is in force only on the days on which somebody is there."""

from __future__ import annotations

import pytest

from smaa_registre import brutt_fra, dom, utfall

REGISTERET = """
dato: 2023-06-01
utvalg: {registrert_fra: 2021-01-01}
medlemmer/per: {oppnevninger: [{verv: medlem, fra: 2021-01-01, til: 2023-12-31}]}
hendelser:
  - {hva: kurs, dato: 2022-02-02}
  - {hva: oppnevningsrunde, dato: 2021-01-01, fra: 2021-01-01, til: 2023-01-01}
  - {hva: moetekrav, dato: 2022-07-01, krevd_av: [per]}
moeter/2022-03-10:
  forfall: per
  oppmoete: [{person: kari, stemmerett: ja}]
  saker:
    - nr: 1/22
      tittel: A
      type: vedtak
      vedtak: {tekst: T, enstemmig: nei}
      oppfoelging: [{hva: Ringe, ansvarlig: per}]
moeter/2022-06-10: {oppmoete: [{person: kari, stemmerett: ja}]}
"""
KARI = "medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2021-01-01}RAAD]}\n"
RAAD = ", {verv: redaksjonsraad, fra: FRA}"
ALDRI, ALLTID, UKJENT = (
    KARI.replace("RAAD", RAAD.replace("FRA", fra) if fra else "") for fra in ("", "2020-01-01", "ukjent")
)

BRUTT = (
    "regel: funksjonstid, hvem: {verv: medlem}, lengde: 2 aar",
    "regel: funksjonstid, hvem: {verv: medlem}, borte_paa_rad: 1",
    "regel: funksjonstid, gjelder: utvalg, lengde: 1 aar",
    "regel: sammensetning, blant: medlemmer, plasser: [{minst: 9}]",
    "regel: sammensetning, blant: medlemmer, for_hver: side, plasser: [{minst: 9}]",
    "regel: hyppighet, hva: moete, minst: 9, per: kalenderaar",
    "regel: hyppighet, hva: evaluering, minst: 1, per: kalenderaar",
    "regel: frist, hva: innkalling, senest: 5 dager, foer: moete",
    "regel: frist, hva: aarsmelding, senest: 1. mars",
    "regel: krav, hver: moete, skal_ha: {moeteleder: foert}",
    "regel: krav, hver: oppnevning, der: {verv: medlem}, skal_ha: {fullmakt: ja}",
    "regel: krav, hver: sak, skal_ha: {tema: foert}",
    "regel: krav, hver: vedtak, skal_ha: {enstemmig: ja}",
    "regel: krav, hver: oppfoelging, skal_ha: {frist: foert}",
    "regel: krav, hver: forfall, skal_ha: {stedfortreder: ja}",
    "regel: krav, hver: oppmoete, skal_ha: {dekker: foert}",
    "regel: krav, hver: hendelse, der: {hva: kurs}, skal_ha: {evaluert: ja}",
    "regel: krav, hver: utvalg, skal_ha: {regelverk: lov}",
    "regel: rettighet, hvem: {side: bruker}, stemmerett: nei",
    "regel: rettighet, hvem: {}, kan_kreve_moete: {minst: 1}, innen: 3 uker",
    "regel: utsending, hva: referat, kanal: nav.no",
    "regel: bekreftelse, av: utvalget, hver: kalenderaar",
)
"""A provision of every kind, and of every way of judging it, that the register breaks."""


def _dom(regel: str, kari: str, naar: str = ", naar: {finnes: redaksjonsraad}") -> list[str]:
    return utfall(dom(f"regel: {{{regel}{naar}}}\n{kari}{REGISTERET}"), "regelen")


@pytest.mark.parametrize("regel", BRUTT)
def test_it_is_in_force_while_somebody_is_there_and_else_not(regel: str) -> None:
    broken = _dom(regel, ALLTID, naar="")
    assert broken
    assert _dom(regel, ALLTID) == broken
    assert _dom(regel, ALDRI) == []


@pytest.mark.parametrize("regel", BRUTT)
def test_where_nobody_knows_whether_somebody_is_there_nothing_is_broken_and_it_is_said(regel: str) -> None:
    said = _dom(regel, UKJENT)
    assert said
    assert all(each.startswith("uvisst") for each in said)


TALLET = """
dato: 2023-06-01
regel: {regel: sammensetning, blant: medlemmer, plasser: [{minst: 2}], naar: {finnes: redaksjonsraad}}
medlemmer/per: {oppnevninger: [{verv: medlem, fra: 2021-01-01}]}
medlemmer/kari: {oppnevninger: [{verv: redaksjonsraad, fra: 2022-03-01, til: TIL}]}
"""


def test_a_composition_is_broken_from_the_day_it_came_into_force() -> None:
    assert brutt_fra(dom(TALLET.replace("TIL", "2023-12-31"))) == ["2022-03-01"]


def test_that_it_is_in_force_no_longer_puts_nothing_right() -> None:
    report = dom(TALLET.replace("TIL", "2022-08-31"))
    assert brutt_fra(report) == ["2022-03-01"]
    assert not report.rettet


def test_without_meetings_it_is_told_once_that_nobody_knows() -> None:
    rule = "regel: {regel: hyppighet, hva: samling, minst: 1, per: kalenderaar, naar: {finnes: redaksjonsraad}}\n"
    report = dom(rule + UKJENT + "dato: 2023-06-01\nutvalg: {registrert_fra: 2021-01-01}\n")
    assert utfall(report, "regelen") == ["uvisst regelen"]
    assert report.ikke_vurdert[0].finding.message == "om noen sitter i redaksjonsrådet, er ukjent"


def test_a_year_with_a_gap_in_it_is_no_whole_year() -> None:
    rule = "regel: {regel: hyppighet, hva: samling, minst: 1, per: kalenderaar, naar: {finnes: redaksjonsraad}}\n"
    seats = "{verv: redaksjonsraad, fra: 2020-01-01, til: 2022-03-01}, {verv: redaksjonsraad, fra: FRA}"
    member = f"medlemmer/kari: {{oppnevninger: [{seats}]}}\n"
    text = rule + member + "dato: 2023-06-01\nutvalg: {registrert_fra: 2022-01-01}\n"
    assert utfall(dom(text.replace("FRA", "2022-03-02")), "regelen") == [
        "advarsel hyppighet @ utvalg regelverk.0.id"
    ]
    assert utfall(dom(text.replace("FRA", "2022-10-01")), "regelen") == []


PLANEN = """
dato: 2023-01-01
regel: {regel: frist, hva: innkalling, senest: 2 uker, foer: moete, naar: {finnes: redaksjonsraad}}
moeter/2023-03-10: {status: planlagt}
"""


@pytest.mark.parametrize(("kari", "frister"), [(ALLTID, 1), (ALDRI, 0)])
def test_a_deadline_ahead_is_none_where_nobody_is_there(kari: str, frister: int) -> None:
    assert len(dom(PLANEN + kari).varsler) == frister
