"""Bounds of what is judged: a council's registrert_fra and registrert_til, and what is never judged at all."""

from __future__ import annotations

import pytest

from smaa_registre import dom, sagt, utfall

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
    assert [line.split()[0] for line in utfall(found)] == ["feil"] * ventet


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
