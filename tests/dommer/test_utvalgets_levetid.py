"""A council has a first and a last day: nothing is asked of it outside them, by any rule or check."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dommer.test_egenskaper_klokke import DAGEN, REGISTRE, REGLER, bestemmelse, doemt
from smaa_registre import dom, meldinger, utfall
from tilfeldige_registre import datoer, eksempler

REGEL = {
    "to møter i året": "{regel: hyppighet, hva: moete, minst: 2, per: kalenderaar}",
    "en dag i året": "{regel: frist, hva: evaluering, senest: 1. mars}",
    "referatet etter møtet": "{regel: frist, hva: referat, senest: 20 dager, etter: moete}",
    "hvem som sitter": "{regel: sammensetning, blant: medlemmer, plasser: [{minst: 2}]}",
    "utvalgets egen periode": "{regel: funksjonstid, gjelder: utvalg, lengde: 2 aar}",
}
LIV = """
dato: 2024-06-01
regel: REGEL
utvalg: {opprettet: 2021-05-01, nedlagt: 2022-06-30, regelverk: [{id: regelverket, fra: 2000-01-01}]}
hendelser: [{hva: oppnevningsrunde, dato: 2021-05-01}, {hva: evaluering, dato: 2022-02-01}]
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2021-05-01, til: 2022-06-30}]}
medlemmer/per: {oppnevninger: [{verv: medlem, fra: 2021-05-01, til: 2022-06-30}]}
moeter/2021-06-15: {sendt: {referat: 2021-06-20}}
moeter/2022-06-20: {saker: [{nr: 1/22, tittel: A, type: annet}]}
"""


@pytest.mark.parametrize("regel", REGEL.values(), ids=REGEL)
def test_nothing_is_asked_of_the_time_outside(regel: str) -> None:
    there = LIV.replace("REGEL", regel)
    assert [f for f in utfall(dom(there, hele=True)) if not f.startswith(("uvisst", "rettet"))] == []
    still = there.replace("nedlagt: 2022-06-30, ", "").replace("opprettet: 2021-05-01, ", "")
    assert [f for f in utfall(dom(still, hele=True)) if f.startswith(("feil", "advarsel"))]


def test_what_was_asked_while_it_was_there_still_is() -> None:
    late = LIV.replace("REGEL", REGEL["referatet etter møtet"]).replace(
        "referat: 2021-06-20", "referat: 2021-08-01"
    )
    assert [f.split(" @")[0] for f in utfall(dom(late, hele=True))] == ["feil frist"]


VARER = {
    "too few sit": (
        "{regel: sammensetning, blant: medlemmer, plasser: [{minst: 3}]}",
        "medlemmer 2022-01-01",
    ),
    "nobody has the office": (
        "{regel: sammensetning, blant: verv, plasser: [{hvem: {verv: sekretaer}, minst: 1}]}",
        "verv 2022-01-01",
    ),
    "a term too long": (
        "{regel: funksjonstid, hvem: {verv: medlem}, lengde: 1 aar}",
        "kari medlem 2022-01-01",
    ),
    "one appointed without authority": (
        "{regel: krav, hver: oppnevning, skal_ha: {fullmakt: ja}}",
        "kari medlem 2022-01-01",
    ),
}


@pytest.mark.parametrize("regel", VARER)
@pytest.mark.parametrize("til", ["2023-12-31", "2025-12-31"])
def test_what_was_wrong_until_the_last_day_is_so_no_longer(regel: str, til: str) -> None:
    """Nobody mended it; but there is nobody who could, nor anything to mend."""
    rule, emne = VARER[regel]
    register = f"""
regel: {rule}
utvalg: {{nedlagt: 2023-12-31, regelverk: [{{id: regelverket, fra: 2000-01-01}}]}}
medlemmer/kari: {{oppnevninger: [{{verv: medlem, fra: 2022-01-01, til: {til}}}]}}
moeter/2023-11-15: {{}}
"""
    last, after = (dom(f"dato: {day}\n{register}") for day in ("2023-12-31", "2024-01-01"))
    assert [said.split()[0] for said in utfall(last)] == ["feil"]
    assert utfall(after) == [f"rettet {emne}"]
    (ended,) = after.rettet
    assert (str(ended.finding.rettelse.rettet), ended.finding.rettelse.ved) == (
        "2024-01-01",
        "ved at utvalget ble lagt ned",
    )
    still = dom(f"dato: 2024-01-01\n{register}".replace("nedlagt: 2023-12-31, ", ""))
    assert after.rettet[0].finding.emne in {f.finding.emne for f in still.funn}


@pytest.mark.parametrize(
    ("fra", "ventet"),
    [("2022-03-01", "rettet medlemmer 2022-01-01"), ("2023-12-31", "rettet medlemmer 2022-01-01")],
)
def test_what_was_put_right_before_that_was_so_by_who_did_it(fra: str, ventet: str) -> None:
    register = f"""
dato: 2024-06-01
regel: {{regel: sammensetning, blant: medlemmer, plasser: [{{minst: 2}}]}}
utvalg: {{nedlagt: 2023-12-31, regelverk: [{{id: regelverket, fra: 2000-01-01}}]}}
medlemmer/kari: {{oppnevninger: [{{verv: medlem, fra: 2022-01-01}}]}}
medlemmer/ola: {{oppnevninger: [{{verv: medlem, fra: {fra}}}]}}
"""
    report = dom(register)
    assert utfall(report) == [ventet]
    assert str(report.rettet[0].finding.rettelse.rettet) == fra


def test_what_was_left_undone_is_so_still() -> None:
    """A paper may be sent by whoever has it, and what was done too late or too seldom is over."""
    rules = """
regler:
  - {id: papir, regel: frist, hva: referat, senest: 20 dager, etter: moete}
  - {id: nett, regel: utsending, hva: sakliste, kanal: nav.no}
  - {id: moeter, regel: hyppighet, hva: moete, minst: 2, per: kalenderaar}
utvalg: {nedlagt: 2023-12-31, registrert_fra: 2022-01-01, regelverk: [{id: regelverket, fra: 2000-01-01}]}
moeter/2022-06-20: {}
"""
    found = dom(f"dato: 2024-06-01\n{rules}")
    assert {f.finding.hjemmel.bestemmelse for f in found.funn} == {"moeter", "papir", "nett"}
    assert found.rettet == ()


def test_a_council_that_is_no_more_needs_no_members_no_mandate_and_nobody_to_do_what_is_left() -> None:
    over = """
dato: 2024-02-01
utvalg: {LIV regelverk: [{id: mandatet, fra: 2020-01-01, til: 2023-12-31}]}
regelverk/mandatet: {type: mandat, bestemmelser: []}
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01, til: 2023-12-31}]}
moeter/2023-12-01: {saker: [{nr: 1/23, tittel: A, type: annet, oppfoelging: [{hva: Noe}]}]}
"""
    names = {f.split()[1] for f in utfall(dom(over.replace("LIV", ""), hele=True))}
    assert names == {"uten-oppnevnte", "mandat-ute", "oppfoelging"}
    assert utfall(dom(over.replace("LIV", "nedlagt: 2023-12-31,"), hele=True)) == []


def test_what_it_became_part_of_is_somebody_there_is() -> None:
    merged = (
        "utvalg: {{nedlagt: 2022-12-31, gikk_inn_i: {}}}\n"
        "utvalgene/storby/utvalg: {{navn: Storbyutvalget, nivaa: lokal, maalform: nb}}"
    )
    assert meldinger(dom(merged.format("storby"))) == []
    assert any("storbi" in said for said in meldinger(dom(merged.format("storbi"))))


@pytest.mark.parametrize(
    "liv", ["{opprettet: 2022-01-02, nedlagt: 2022-01-01}", "{nedlagt: }", "{opprettet: ukjent}"]
)
def test_bad_days_are_told_of(liv: str) -> None:
    assert meldinger(dom(f"utvalg: {liv}"))


@given(REGISTRE, st.integers(0, len(REGLER) - 1), datoer(date(2022, 1, 1), date(2024, 12, 31)), DAGEN)
@eksempler(100)
def test_no_day_after_the_last_brings_anything(
    register: dict[str, Any], nr: int, siste: date, senere: date
) -> None:
    register = register | {"utvalg": register["utvalg"] | {"nedlagt": siste}}
    day = siste + timedelta(1)
    first, later = (doemt(register, bestemmelse(nr), each) for each in (day, max(day, senere)))
    assert {f.emne for f in later.findings} <= {f.emne for f in first.findings}
    assert all(f.since is None or f.since <= day for f in later.findings)


# ── Organisations ─────────────────────────────────────────────────────────────────────────────────

ORGANISASJON = """
dato: 2024-06-01
regel: {regel: sammensetning, blant: medlemmer, plasser: [{hvem: {organisasjon: {paraply: ja}}, minst: 1}]}
organisasjoner:
  ffo: {navn: FFO, type: paraply, side: bruker}
  rio: {navn: RIO, type: landsdekkende, side: bruker, medlem_av: [NAA], tidligere: [FOER]}
medlemmer/kari: {representerer: rio, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
"""


@pytest.mark.parametrize(
    ("naa", "foer", "ventet"),
    [
        ("ffo", "", ""),
        ("", "", "brutt 2022-01-01"),
        ("", "{til: 2023-03-31, medlem_av: [ffo]}", "brutt 2023-04-01"),
        ("", "{til: 2023, medlem_av: [ffo]}", "brutt 2024-01-01"),
        ("", "{til: ukjent, medlem_av: [ffo]}", "uvisst"),
        ("ffo", "{til: 2023-03-31, medlem_av: []}", "rettet"),
        # What is not stated was as it is; the nearest end decides.
        ("", "{til: 2022-12-31, side: nav}, {til: 2023-03-31, medlem_av: [ffo]}", "brutt 2023-04-01"),
        ("", "{til: 2023-03-31, medlem_av: [ffo]}, {til: 2022-06-30, medlem_av: []}", "brutt 2023-04-01"),
    ],
)
def test_whose_member_an_organisation_was(naa: str, foer: str, ventet: str) -> None:
    report = dom(ORGANISASJON.replace("NAA", naa).replace("FOER", foer))
    said = utfall(report)[:1]
    broken = [f"brutt {f.finding.since}" for f in report.funn]
    assert " ".join(broken or [each.split()[0] for each in said]) == ventet


def test_an_umbrella_of_before_that_there_is_not_is_told_of() -> None:
    wrong = ORGANISASJON.replace("NAA", "").replace("FOER", "{til: 2023-03-31, medlem_av: [ffu]}")
    assert any("ffu" in said for said in meldinger(dom(wrong)))


@pytest.mark.parametrize(("term", "ventet"), [("", "feil"), (", medlem_av: ffo", "")])
def test_whom_a_person_comes_from_in_a_term(term: str, ventet: str) -> None:
    rule = "regel: {regel: krav, hver: oppnevning, skal_ha: {medlem_av: ffo}}\n"
    bodies = "organisasjoner: {ffo: {navn: FFO, type: paraply, side: bruker}, rio: {navn: R, type: lokal, side: nav}}\n"
    kari = f"medlemmer/kari: {{medlem_av: rio, oppnevninger: [{{verv: medlem, fra: 2022-01-01{term}}}]}}"
    assert [said.split()[0] for said in utfall(dom(rule + bodies + kari))] == ([ventet] if ventet else [])
