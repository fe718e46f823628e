"""Bounds of what is judged: a council's registrert_fra and registrert_til, and what is never judged at all."""

from __future__ import annotations

from datetime import date

import pytest

from brukerutvalg_cli.oversikt.stilling import stilling
from brukerutvalg_cli.rapport.skjerm import Skjerm
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.locate import Locator
from smaa_registre import dom, sagt, tree, utfall

# A breach of each kind, all on 16 November 2022.
BRUDD = {
    "frist": """
regel: {regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete}
moeter/2022-11-16: {sendt: {sakspapirer: 2022-11-15}}
""",
    "krav hver moete": """
regel: {regel: krav, hver: moete, skal_ha: {aapent: ja}}
moeter/2022-11-16: {aapent: nei}
""",
    "krav hver sak": """
regel: {regel: krav, hver: sak, skal_ha: {foer_beslutning: ja}}
moeter/2022-11-16: {saker: [{nr: 1/22, tittel: A, type: annet, foer_beslutning: nei}]}
""",
    "krav hver oppmoete": """
regel: {regel: krav, hver: oppmoete, skal_ha: {dekker: reise}}
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2010-01-01}]}
moeter/2022-11-16: {oppmoete: [{person: kari}]}
""",
    "krav hver oppfoelging": """
regel: {regel: krav, hver: oppfoelging, skal_ha: {fullfoert: i_tide}}
moeter/2022-11-16:
  saker:
    - nr: 1/22
      tittel: A
      type: annet
      oppfoelging: [{hva: B, ansvarlig: nav, frist: 2022-11-20, fullfoert: 2022-11-21}]
""",
    "krav hver oppnevning": """
regel: {regel: krav, hver: oppnevning, skal_ha: {fullmakt: ja}}
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-11-16, fullmakt: nei}]}
""",
    "krav hver oppnevning, valgt": """
regel: {regel: krav, hver: oppnevning, skal_ha: {side: nav}}
medlemmer/kari: {oppnevninger: [{verv: leder, fra: 2023-01-01, valgt_i: 1/22}]}
moeter/2022-11-16: {saker: [{nr: 1/22, tittel: A, type: valg, valg: [{verv: leder, valgt: [kari], fra: 2023-01-01}]}]}
""",
    "sammensetning i møtet": """
regel: {regel: sammensetning, blant: frammoette, plasser: [{hvem: alle, minst: 1}]}
moeter/2022-11-16: {oppmoete: []}
""",
    "sammensetning ved valg": """
regel: {regel: sammensetning, blant: redaksjonsraad, plasser: [{hvem: {side: nav}, antall: 1}]}
medlemmer/kari: {oppnevninger: [{verv: redaksjonsraad, fra: 2023-01-01, valgt_i: 1/22}]}
moeter/2022-11-16:
  saker: [{nr: 1/22, tittel: A, type: valg, valg: [{verv: redaksjonsraad, valgt: [kari], fra: 2023-01-01}]}]
""",
    "sammensetning ved oppnevning": """
regel: {regel: sammensetning, blant: oppnevnte, naar: oppnevning, plasser: [{hvem: alle, minst: 2}]}
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-11-16}]}
hendelser: [{hva: oppnevningsrunde, dato: 2022-11-16}]
""",
    "funksjonstid": """
regel: {regel: funksjonstid, hvem: {verv: medlem}, lengde: 1 aar}
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-11-16, til: 2024-11-16}]}
""",
    "funksjonstid på rad": """
regel: {regel: funksjonstid, hvem: {verv: medlem}, paa_rad: 1 periode}
medlemmer/kari:
  oppnevninger: [{verv: medlem, fra: 2020-01-01, til: 2022-11-15}, {verv: medlem, fra: 2022-11-16, til: 2023-11-15}]
""",
    "rettighet": """
regel: {regel: rettighet, hvem: {side: bruker}, stemmerett: nei}
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2010-01-01}]}
moeter/2022-11-16: {oppmoete: [{person: kari, stemmerett: ja}]}
""",
    "utsending": """
regel: {regel: utsending, hva: sakliste, kanal: nav.no}
moeter/2022-11-16: {}
""",
}


@pytest.mark.parametrize("brudd", BRUDD.values(), ids=BRUDD)
@pytest.mark.parametrize(
    ("grense", "ventet"),
    [
        ("merknad: Ingen grenser", 1),
        ("registrert_fra: 2022-11-16", 1),
        ("registrert_fra: 2022-11-17", 0),
        ("registrert_til: 2022-11-16", 1),
        ("registrert_til: 2022-11-15", 0),
    ],
)
def test_what_lies_outside_the_records_is_not_judged(brudd: str, grense: str, ventet: int) -> None:
    council = f"utvalg: {{{grense}, regelverk: [{{id: regelverket, fra: 2000-01-01}}]}}\n"
    found = dom(f"dato: 2023-06-01\n{council}{brudd}")
    assert [line for line in utfall(found) if line.startswith("feil")] == sagt(found)
    assert len(sagt(found)) == ventet
    told = {each.finding.emne for each in found.ikke_vurdert}
    if (
        not ventet
    ):  # an election is judged beside what is so on every day, and that from the first day on record
        last = "etter 2022-11-15" if "til" in grense else "før 2022-11-17"
        assert told == (set() if "blant: redaksjonsraad" in brudd else {last})


OM_DET = "det som er ført fra før 17. november 2022, er ikke vurdert: registeret er fullstendig fra den dagen"


@pytest.mark.parametrize(
    ("utvalg", "moete", "ventet"),
    [
        ("registrert_fra: 2022-11-17", "2022-11-16", ["før 2022-11-17"]),
        ("registrert_fra: 2022-11-17", "2022-11-17", []),
        ("registrert_fra: 2022-11-17, opprettet: 2022-11-16", "2022-11-16", ["før 2022-11-17"]),
        (
            "registrert_fra: 2022-11-17, opprettet: 2022-11-17",
            "2022-11-16",
            [],
        ),  # of what was not there, nothing is asked
        ("registrert_til: 2022-11-15", "2022-11-16", ["etter 2022-11-15"]),
        ("registrert_til: 2022-11-16", "2022-11-16", []),
        ("registrert_til: 2022-11-15, nedlagt: 2022-11-15", "2022-11-16", []),
        ("registrert_til: 2022-11-15", "2023-06-01", ["etter 2022-11-15"]),
        ("registrert_til: 2022-11-15", "2023-06-02", []),  # it has not been yet
        ("registrert_fra: 2022-11-17, registrert_til: 2022-11-17", "2023-01-10", ["etter 2022-11-17"]),
    ],
)
@pytest.mark.parametrize("aapent", ["ja", "nei", "ukjent"])
def test_what_is_on_record_of_the_time_outside_is_told_of_as_not_judged(
    utvalg: str, moete: str, ventet: list[str], aapent: str
) -> None:
    """Kept, broken or not known: it is the same, and said once for each end."""
    council = f"utvalg: {{{utvalg}, regelverk: [{{id: regelverket, fra: 2020-01-01}}]}}\n"
    rule = "regel: {regel: krav, hver: moete, skal_ha: {aapent: ja}}\n"
    found = dom(f"dato: 2023-06-01\n{council}{rule}moeter/{moete}: {{aapent: {aapent}}}\n")
    outside = [each for each in found.ikke_vurdert if each.finding.emne.startswith(("før", "etter"))]
    assert [each.finding.emne for each in outside] == ventet
    assert all(str(each.finding.place.route[0]).startswith("registrert_") for each in outside)
    if ventet == ["før 2022-11-17"]:
        assert outside[0].finding.message == OM_DET


@pytest.mark.parametrize("fra", ["2022-11-16", "2022-11-17"])
def test_what_nothing_bound_then_is_not_told_of(fra: str) -> None:
    council = f"utvalg: {{registrert_fra: 2022-11-17, regelverk: [{{id: regelverket, fra: {fra}}}]}}\n"
    told = utfall(dom(f"dato: 2023-06-01\n{council}{BRUDD['krav hver moete']}"))
    assert told == (["uvisst før 2022-11-17"] if fra == "2022-11-16" else [])


@pytest.mark.parametrize(
    "regel",
    [
        "{regel: hyppighet, hva: moete, minst: 9, per: kalenderaar}",
        "{regel: frist, hva: evaluering, senest: 1. mars}",
        "{regel: krav, hver: utvalg, skal_ha: {regelverk: lov}}",
        "{regel: sammensetning, blant: medlemmer, plasser: [{minst: 9}]}",
        "{regel: krav, hver: hendelse, der: {hva: kurs}, skal_ha: {ansvarlig: nav}}",
    ],
)
def test_that_nothing_is_on_record_of_the_time_before_is_not_told_of(regel: str) -> None:
    council = "utvalg: {registrert_fra: 2023-01-01, regelverk: [{id: regelverket, fra: 2015-01-01}]}\n"
    people = "medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2015-01-01}]}\nmoeter/2022-11-16: {}\n"
    told = utfall(dom(f"dato: 2023-06-01\nregel: {regel}\n{council}{people}"))
    assert not [each for each in told if each.startswith("uvisst før")]


@pytest.mark.parametrize(
    ("moeter", "ventet"),
    [
        ("", "kan ikke vurderes"),
        ("moeter/2022-12-01: {aapent: ja}", "holdt"),
        ("moeter/2022-12-01: {aapent: nei}", "brutt"),
        ("moeter/2022-12-01: {aapent: ukjent}", "kan ikke vurderes"),
    ],
)
def test_what_is_kept_while_the_records_are_whole_is_kept(moeter: str, ventet: str) -> None:
    council = "utvalg: {registrert_fra: 2022-11-17, regelverk: [{id: regelverket, fra: 2020-01-01}]}\n"
    rule = "regel: {regel: krav, hver: moete, skal_ha: {aapent: ja}}\nmoeter/2022-11-16: {aapent: nei}\n"
    files = tree(f"{council}{rule}{moeter}\n")
    lastet = load(files)
    register, mappe = lastet.register, lastet.register.mapper["utvalget"]
    skjerm = Skjerm(Locator(files), register)
    (bound,) = stilling(mappe, register, lastet.regelverk, date(2023, 6, 1), skjerm)
    assert [each.utfall for each in bound.punkter] == [ventet]


def test_a_lasting_breach_that_began_before_the_records_is_one_from_their_first_day() -> None:
    register = """
regel: {regel: sammensetning, blant: verv, plasser: [{hvem: {verv: sekretaer}, minst: 1}]}
utvalg: {registrert_fra: 2022-01-01, regelverk: [{id: regelverket, fra: 2000-01-01}]}
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2015-01-01}]}
"""
    (located,) = dom(register).funn
    assert str(located.finding.since) == "2022-01-01"


def test_earlier_periods_count_even_if_they_are_older_than_the_records() -> None:
    register = BRUDD["funksjonstid på rad"].replace("2020-01-01", "2012-01-01")
    council = "utvalg: {registrert_fra: 2022-01-01, regelverk: [{id: regelverket, fra: 2022-01-01}]}\n"
    assert sagt(dom(council + register)) == ["feil funksjonstid @ medlemmer/kari oppnevninger.1.fra"]


@pytest.mark.parametrize(
    "bestemmelse",
    [
        "{regel: bekreftelse, av: utvalget}",
        "{regel: bekreftelse, av: organisasjonene, per: organisasjon}",
        "{styrke: kan}",
        "{styrke: skal}",  # a sentence that nothing checks
        "{regel: krav, hver: moete, skal_ha: {aapent: ja}, styrke: kan}",
        "{regel: krav, hver: moete, skal_ha: {aapent: ja}, nivaa: [fylke]}",
    ],
)
def test_what_is_never_a_finding(bestemmelse: str) -> None:
    assert utfall(dom(f"regel: {bestemmelse}\nmoeter/2022-11-16: {{aapent: nei}}\n")) == []


def test_a_council_that_no_rules_bind() -> None:
    assert utfall(dom("moeter/2022-11-16: {aapent: nei}")) == []
