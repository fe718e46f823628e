"""rettet: a breach that somebody put right is no finding any more – broken from one day to another, and by what."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from textwrap import dedent

import pytest

from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.rapport.rapport import Rapport
from smaa_registre import dom, sagt, skriv, utfall

# Case 28/22: three and two were elected, where the mandate wants two and two. What came of it, by each test.

REGEL = """
dato: DAG
mandat: nav-vestland-2019
utvalg:
  nivaa: fylke
  regelverk: [{id: nav-vestland-2019, fra: 2019-03-19}]
  avvik: [AVVIK]
"""
ORGANET = "{verv: redaksjonsraad, fra: 2023-01-01, til: TIL, valgt_i: 28/22}"
VALGET = """
moeter/2022-11-16:
  saker:
    - nr: 28/22
      tittel: Valg av redaksjonsråd
      type: valg
      valg: [{verv: redaksjonsraad, valgt: [kari, per, anne, ola, eva], fra: 2023-01-01, til: 2023-12-31}]
"""
SAK_28 = "moeter/2022-11-16 saker.0.valg.0.valgt"
NYTT_VALG = """
moeter/2023-02-09:
  saker:
    - nr: 1/23
      tittel: Redaksjonsrådet
      type: valg
      valg: [{verv: redaksjonsraad, valgt: [kari, per, ola, eva], fra: 2023-02-09, til: 2023-12-31}]
"""
AVGJORT = """
moeter/2023-02-09:
  saker: [{nr: 1/23, tittel: Redaksjonsrådet, type: vedtak, vedtak: {tekst: Rådet sitter ut året.}}]
"""


def folk(**til: str) -> str:
    """The five, each until the end of the year or the day that is said."""
    sides = {"kari": "bruker", "per": "bruker", "anne": "bruker", "ola": "nav", "eva": "nav"}
    return "".join(
        f"medlemmer/{name}: {{side: {side}, oppnevninger: [{ORGANET.replace('TIL', til.get(name, '2023-12-31'))}]}}\n"
        for name, side in sides.items()
    )


def sak_28(dag: str, rest: str, *, avvik: str = "", organet: str = "") -> list[str]:
    """What is said of the provision on this day."""
    rules = REGEL.replace("DAG", dag).replace("AVVIK", avvik)
    return utfall(dom(rules + VALGET + (organet or folk()) + rest), "redaksjonsraad")


@pytest.mark.parametrize(
    ("dag", "ventet"),
    [
        ("2022-12-01", [f"feil sammensetning @ {SAK_28}"]),
        ("2023-02-08", [f"feil sammensetning @ {SAK_28}"]),  # the day before is as it was
        ("2023-02-09", ["rettet 28/22"]),
        ("2024-06-01", ["rettet 28/22"]),
    ],
)
def test_row_1_an_election_is_put_right_by_a_later_one(dag: str, ventet: list[str]) -> None:
    assert sak_28(dag, NYTT_VALG, organet=folk(anne="2023-02-08")) == ventet


@pytest.mark.parametrize(
    ("dag", "ventet"),
    [
        ("2022-12-01", [f"feil sammensetning @ {SAK_28}"]),
        ("2023-02-09", ["fraveket 28/22"]),
        ("2023-12-31", ["fraveket 28/22"]),
        ("2024-06-01", ["fraveket 28/22"]),  # and it ended with the year
    ],
)
def test_row_1_or_kept_by_a_deviation_until_the_year_is_over(dag: str, ventet: list[str]) -> None:
    avvik = "{bestemmelse: redaksjonsraad, gjelder: 28/22, grunn: De er i arbeid., vedtatt_i: 1/23, til: 2023-12-31}"
    assert sak_28(dag, AVGJORT, avvik=avvik) == ventet


def test_what_put_it_right_is_said_with_its_days() -> None:
    rules = REGEL.replace("DAG", "2023-03-01").replace("AVVIK", "")
    found = dom(rules + VALGET + folk(anne="2023-02-08") + NYTT_VALG)
    (mended,) = (r for r in found.rettet if r.finding.hjemmel.bestemmelse == "redaksjonsraad")
    assert (str(mended.finding.rettelse.fra), str(mended.finding.rettelse.rettet)) == (
        "2022-11-16",
        "2023-02-09",
    )
    assert mended.finding.rettelse.ved == "ved valget i sak 1/23"
    assert mended.gjort
    assert mended.gjort.path.endswith("moeter/2023-02-09.yaml")


@pytest.mark.parametrize(
    ("organet", "rest", "ventet"),
    [
        (folk(anne="2023-03-31"), "", "rettet"),  # one of them left
        (folk(ola="2023-03-31"), "", "feil"),  # the wrong one
        (folk(), "", "feil"),  # that the year went by puts nothing right
        (folk(anne="ukjent"), "", "uvisst"),  # she may have left
        (folk(ola="ukjent"), "", "feil"),  # whether he has or not
        ("", NYTT_VALG.replace("2023-02-09, til", "2024-02-09, til").replace("2023-12-31", "2024-12-31"), "rettet"),
    ],
)  # fmt: skip
def test_an_election_is_mended_by_what_is_done_and_not_by_time(organet: str, rest: str, ventet: str) -> None:
    said = sak_28("2024-03-01", rest, organet=organet or folk())
    assert [line.split()[0] for line in said if "28/22" in line or SAK_28 in line] == [ventet]


ANNE = "anne: {side: bruker, oppnevninger: [{verv: redaksjonsraad, fra: 2025-01-01, til: 2025"
"""She was elected in 28/22, and does not sit by it in 2023."""


def test_what_is_elected_anew_before_the_term_begins_is_mended_there_and_then() -> None:
    anew = NYTT_VALG.replace("moeter/2023-02-09", "moeter/2022-12-14").replace(
        "fra: 2023-02-09", "fra: 2023-01-01"
    )
    people = folk().replace(ANNE.replace("2025", "2023"), ANNE)
    assert sak_28("2022-12-13", anew, organet=people) == [f"feil sammensetning @ {SAK_28}"]
    assert sak_28("2022-12-14", anew, organet=people) == ["rettet 28/22"]


def test_what_comes_back_is_a_new_breach() -> None:
    """The same five again, after two and two: neither the old finding nor none."""
    back = folk(anne="2023-02-08").replace(
        "til: 2023-02-08, valgt_i: 28/22}",
        "til: 2023-02-08, valgt_i: 28/22}, {verv: redaksjonsraad, fra: 2023-06-01}",
    )
    found = sak_28("2023-07-01", NYTT_VALG, organet=back)
    assert found == ["feil sammensetning @ medlemmer/anne oppnevninger.1", "rettet 28/22"]


def test_of_two_parts_that_are_wrong_one_may_be_mended() -> None:
    text = """
    dato: 2022-12-31
    regel: {regel: sammensetning, blant: medlemmer, for_hver: organisasjon, plasser: [{minst: 1}]}
    utvalg: {organisasjoner: [ffo, rio]}
    organisasjoner: {ffo: {navn: FFO, type: paraply, side: bruker}, rio: {navn: RIO, type: lokal, side: bruker}}
    medlemmer/ida: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
    medlemmer/kari: {representerer: ffo, oppnevninger: [{verv: medlem, fra: 2022-06-01}]}
    """
    assert utfall(dom(text)) == [
        "feil sammensetning @ utvalg regelverk.0.id",
        "rettet medlemmer ffo 2022-01-01",
    ]


@pytest.mark.parametrize("helt_til", ["2022-11-30", "2022-12-31", "2023-03-30", "2023-03-31"])
@pytest.mark.parametrize(
    ("organet", "rest", "dag", "ventet"),
    [
        (folk(anne="2023-03-31"), "", "2023-03-31", f"feil sammensetning @ {SAK_28}"),
        (folk(anne="2023-03-31"), "", "2023-07-01", "rettet 28/22"),  # she left before the time she was elected for
        (folk(anne="2023-03-31"), "", "2024-06-01", "rettet 28/22"),
        (folk(anne="2023-02-08"), NYTT_VALG, "2023-07-01", "rettet 28/22"),
        (folk(), "", "2024-06-01", f"feil sammensetning @ {SAK_28}"),  # all of them ran out, as it was planned
    ],
)  # fmt: skip
def test_after_the_records_are_whole_what_was_done_counts_and_no_plan(
    helt_til: str, organet: str, rest: str, dag: str, ventet: str
) -> None:
    end = f"utvalg:\n  registrert_til: {helt_til}"
    rules = REGEL.replace("utvalg:", end).replace("DAG", dag).replace("AVVIK", "")
    assert utfall(dom(rules + VALGET + organet + rest), "redaksjonsraad") == [ventet]


EN_FOR_MYE = """
dato: 2023-06-01
regel: {regel: sammensetning, blant: redaksjonsraad, plasser: [{hvem: {side: bruker}, antall: 1}]}
utvalg: {GRENSE, regelverk: [{id: regelverket, fra: 2000-01-01}]}
medlemmer/kari: {oppnevninger: [{verv: redaksjonsraad, fra: 2022-01-01, til: 2024-12-31}]}
medlemmer/anne: {oppnevninger: [{verv: redaksjonsraad, fra: 2022-01-01, til: 2022-06-30}]}
"""
NYE = """
moeter/2022-10-01:
  saker:
    - nr: 1/22
      tittel: Valg
      type: valg
      valg: [{verv: redaksjonsraad, valgt: kari, fra: 2022-10-01, til: 2024-12-31}]
"""


@pytest.mark.parametrize(
    ("grense", "rest", "ventet"),
    [
        ("registrert_til: 2022-07-01", "", ["rettet redaksjonsraad 2022-01-01"]),
        # Appointed, by no election: who knows whether she was appointed anew?
        ("registrert_til: 2022-06-30", "", ["uvisst redaksjonsraad 2022-01-01"]),
        ("registrert_til: 2022-03-01", "", ["uvisst redaksjonsraad 2022-01-01"]),
        # Whether she was or not: others have been elected since.
        ("registrert_til: 2022-03-01", NYE, ["rettet redaksjonsraad 2022-01-01"]),
    ],
)
def test_a_lasting_breach_is_not_left_open_by_records_that_end(
    grense: str, rest: str, ventet: list[str]
) -> None:
    assert utfall(dom(EN_FOR_MYE.replace("GRENSE", grense) + rest), "regelen") == ventet


def test_what_is_not_known_after_the_records_is_said() -> None:
    (unsure,) = dom(EN_FOR_MYE.replace("GRENSE", "registrert_til: 2022-03-01")).ikke_vurdert
    assert unsure.finding.message == (
        "om bruddet er rettet, er ukjent: registeret er fullstendig til 1. mars 2022, "
        "og om Anne fortsatte etter 30. juni 2022, er ukjent"
    )


def test_nothing_that_goes_wrong_after_the_records_is_judged() -> None:
    later = EN_FOR_MYE.replace("GRENSE", "registrert_til: 2021-12-31")
    assert utfall(dom(later)) == []


@pytest.mark.parametrize("helt_til", ["2022-06-30", "2022-12-31"])
def test_a_rule_set_that_ended_after_the_records_leaves_nothing_open(helt_til: str) -> None:
    council = (
        f"registrert_til: {helt_til}, regelverk: [{{id: regelverket, fra: 2000-01-01, til: 2022-12-31}}]"
    )
    text = EN_FOR_MYE.replace("GRENSE, regelverk: [{id: regelverket, fra: 2000-01-01}]", council)
    both_on = text.replace("til: 2022-06-30", "til: 2024-12-31")
    assert utfall(dom(both_on)) == ["rettet redaksjonsraad 2022-01-01"]


# Every kind: what mends it, and from which day

KARI = "medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2020-01-01}], opplaering: OPPL}\n"
LEDER = """
medlemmer/nina: {side: nav, oppnevninger: [{verv: leder, fra: 2022-01-01, til: 2022-12-31}]}
medlemmer/kari: {oppnevninger: [{verv: leder, fra: 2023-01-01}]}
"""
FUNKSJON = """
medlemmer/nina:
  side: nav
  funksjon: [{funksjon: nav-leder, fra: 2022-05-01}]
  oppnevninger: [{verv: medlem, fra: 2022-01-01}]
"""
MOETER = """
moeter/2022-09-22: {referat: {godkjent: ukjent, publisert: {dato: 2022-11-20, kanal: nav.no}}}
moeter/2022-11-16: {}
"""
OPPFOELGING = """
moeter/2022-09-22:
  saker: [{nr: 1/22, tittel: A, type: annet, oppfoelging: [{hva: X, frist: 2022-10-01, fullfoert: 2022-11-20}]}]
"""
RUNDER = """
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2020-01-01, til: 2021-12-31, fullmakt: nei}]}
medlemmer/per: {oppnevninger: [{verv: medlem, fra: 2022-01-01, fullmakt: ja}]}
hendelser:
  - {hva: oppnevningsrunde, dato: 2020-01-01, til: 2021-12-31, kjoenn: {medlemmer: {kvinner: 1, menn: 3}}}
  - {hva: oppnevningsrunde, dato: 2022-01-01, kjoenn: {medlemmer: {kvinner: 2, menn: 2}}}
"""
SUPPLERT = """
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2020-01-01}]}
medlemmer/nina: {side: nav, oppnevninger: [{verv: medlem, fra: 2020-06-01}]}
hendelser: [{hva: oppnevningsrunde, dato: 2020-01-01}]
"""
SLUTTET = """
medlemmer/nina:
  side: nav
  funksjon: [{funksjon: nav-leder, fra: 2020-01-01, til: 2022-04-30}]
  oppnevninger: [{verv: medlem, fra: 2020-01-01}]
"""
GAATT = """
medlemmer/kari: {oppnevninger: [{verv: leder, fra: 2022-01-01, til: 2024-06-30, valgt_i: 1/21}]}
moeter/2021-12-01:
  saker:
    - nr: 1/21
      tittel: Valg
      type: valg
      valg: [{verv: leder, valgt: kari, fra: 2022-01-01, til: 2024-12-31}]
"""


RETTES = (
    ("regel", "register", "dag", "ved"),
    [
        ("krav, hver: oppnevning, der: {verv: leder}, skal_ha: {side: bruker}", LEDER, "2023-01-01", "Kari tok over"),
        ("krav, hver: oppnevning, skal_ha: {fullmakt: ja}", RUNDER, "2022-01-01", "ny oppnevningsrunde"),
        (
            "krav, hver: oppnevning, skal_ha: {opplaering: {modul: 1}}",
            KARI.replace("OPPL", "[{modul: 1, dato: 2022-03-01}]"),
            "2022-03-01",
            "Kari fikk opplæringen",
        ),
        ("utsending, hva: referat, kanal: nav.no", MOETER, "2022-11-20", "da det ble lagt ut"),
        ("funksjonstid, hvem: {verv: leder}, lengde: 2 aar", GAATT, "2024-07-01", "Kari gikk ut"),
        (
            "sammensetning, blant: medlemmer, plasser: [{hvem: {funksjon: nav-leder}, minst: 1}]",
            FUNKSJON,
            "2022-05-01",
            "Nina fikk en annen stilling",
        ),
        (
            "sammensetning, blant: medlemmer, plasser: [{hvem: {funksjon: nav-leder}, hoeyst: 0}]",
            SLUTTET,
            "2022-05-01",
            "Nina fikk en annen stilling",
        ),
        (
            "sammensetning, blant: medlemmer, for_hver: kjoenn, plasser: [{minst: 2}]",
            RUNDER,
            "2022-01-01",
            "ny oppnevningsrunde",
        ),
        (
            "sammensetning, blant: medlemmer, naar: oppnevning, plasser: [{hvem: {side: nav}, minst: 1}]",
            SUPPLERT,
            "2020-06-01",
            "Nina kom inn",
        ),
    ],
)  # fmt: skip


@pytest.mark.parametrize(*RETTES)
def test_each_kind_is_mended_on_its_day(regel: str, register: str, dag: str, ved: str) -> None:
    text = f"regel: {{regel: {regel}}}\n{register}"
    before = dom(f"dato: {date_before(dag)}\n{text}")
    assert [line for line in utfall(before, "regelen") if line.startswith("rettet")] == []
    assert len(sagt(before, "regelen")) == 1
    after = dom(f"dato: {dag}\n{text}")
    assert sagt(after, "regelen") == []
    (mended,) = after.rettet
    assert str(mended.finding.rettelse.rettet) == dag
    assert ved in mended.finding.rettelse.ved


@pytest.mark.parametrize(*RETTES)
def test_each_kind_is_mended_by_what_is_done_after_the_records_are_whole(
    regel: str, register: str, dag: str, ved: str
) -> None:
    council = (
        f"utvalg: {{registrert_til: {date_before(dag)}, regelverk: [{{id: regelverket, fra: 2000-01-01}}]}}"
    )
    after = dom(f"dato: {dag}\nregel: {{regel: {regel}}}\n{register}\n{council}\n")
    mended = [r for r in after.rettet if ved in r.finding.rettelse.ved]
    # Of a round that came after, nobody knows whether all who were appointed have what is asked for.
    assert [str(r.finding.rettelse.rettet) for r in mended] == ([] if "fullmakt" in regel else [dag])


def date_before(day: str) -> str:
    return str(date.fromisoformat(day) - timedelta(days=1))


@pytest.mark.parametrize(
    ("regel", "register"),
    [
        (
            "frist, hva: sakspapirer, senest: 10 dager, foer: moete",
            "moeter/2022-11-16: {sendt: {sakspapirer: 2022-11-07}}",
        ),
        ("frist, hva: referat, senest: 1 uke, etter: moete", "moeter/2022-11-16: {sendt: {referat: 2022-12-07}}"),
        (
            "hyppighet, hva: evaluering, minst: 1, per: kalenderaar",
            "utvalg: {registrert_fra: 2022-01-01}\nhendelser: [{hva: evaluering, dato: 2023-02-01}]",
        ),
        (
            "krav, hver: moete, skal_ha: {aapent: ja}",
            "moeter/2022-11-16: {aapent: nei}\nmoeter/2023-02-09: {aapent: ja}",
        ),
        (
            "funksjonstid, hvem: {verv: leder}, paa_rad: 1 periode",
            "medlemmer/kari: {oppnevninger: [{verv: leder, fra: 2020-01-01, til: 2020-12-31}, "
            "{verv: leder, fra: 2021-01-01, til: 2021-12-31}]}\n"
            "medlemmer/per: {oppnevninger: [{verv: leder, fra: 2022-01-01}]}",
        ),
        ("krav, hver: oppfoelging, skal_ha: {fullfoert: i_tide}", OPPFOELGING),
        (
            "krav, hver: oppnevning, skal_ha: {opplaering: {modul: 1, innen: 1 aar}}",
            KARI.replace("OPPL", "[{modul: 1, dato: 2022-03-01}]"),
        ),
        (
            "sammensetning, blant: frammoette, plasser: [{hvem: {side: nav}, minst: 1}]",
            "medlemmer/kari: {}\nmoeter/2022-11-16: {oppmoete: [{person: kari}]}",
        ),
        (
            "utsending, hva: referat, kanal: nav.no, foerst_naar: godkjent",
            "moeter/2022-09-22: {referat: {godkjent: {moete: 2022-11-16, sak: 1/22}, "
            "publisert: {dato: 2022-10-01, kanal: nav.no}}}\n"
            "moeter/2022-11-16: {saker: [{nr: 1/22, tittel: A, type: godkjenning, godkjenner: [2022-09-22]}]}",
        ),
    ],
)  # fmt: skip
def test_what_is_done_is_done_and_the_council_may_take_note_of_it(regel: str, register: str) -> None:
    text = f"dato: 2024-06-01\nregel: {{regel: {regel}}}\n"
    assert len(sagt(dom(text + register), "regelen")) == 1
    noted = "{bestemmelse: regelen, grunn: A, notert_i: 9/24}"
    meeting = (
        "moeter/2024-02-08: {aapent: ja, sendt: ukjent, saker: [{nr: 9/24, tittel: A, type: orientering}]}\n"
    )
    council = (
        "utvalg: {registrert_fra: 2022-01-01, avvik: ["
        if "registrert_fra" in register
        else "utvalg: {avvik: ["
    )
    rest = register.replace("utvalg: {registrert_fra: 2022-01-01}\n", "")
    after = dom(f"{text}{rest}\n{meeting}{council}{noted}]}}\n")
    assert sagt(after, "regelen") == []
    assert len([p for p in after.fraveket if p.finding.fravik.notert_i == "9/24"]) == 1


# Who takes over: only one who is surely right for it mends what was wrong with the one before

TOK_OVER = """
dato: DAG
regel: {regel: krav, hver: oppnevning, der: {verv: leder}, skal_ha: {side: bruker}}
medlemmer/anna: {side: nav, oppnevninger: [{verv: leder, fra: 2022-01-01, til: 2022-12-31}ANNA]}
medlemmer/berit: {side: SIDE, oppnevninger: [BERIT]}
"""
FULLMAKT = """
dato: 2023-06-01
regel: {regel: krav, hver: oppnevning, skal_ha: {fullmakt: ja}}
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2020-01-01, til: 2021-12-31, fullmakt: nei}]}
medlemmer/per: {oppnevninger: [{verv: medlem, fra: 2022-01-01, fullmakt: FULLMAKT}]}
hendelser: [{hva: oppnevningsrunde, dato: 2020-01-01}, {hva: oppnevningsrunde, dato: 2022-01-01}]
"""


def etter_anna(
    berit: str, side: str = "bruker", *, anna: str = "", dag: str = "2024-06-01", rest: str = ""
) -> Rapport:
    text = TOK_OVER.replace("DAG", dag).replace("ANNA", anna).replace("SIDE", side)
    return dom(text.replace("BERIT", berit) + rest)


@pytest.mark.parametrize(
    ("berit", "side", "anna", "ventet"),
    [
        ("{verv: leder, fra: 2023-01-01}", "bruker", "", "rettet"),
        ("{verv: leder, fra: 2023-01-01}", "nav", "", "brutt"),  # another wrong one
        ("{verv: leder, fra: 2023-01-01}", "ukjent", "", "uvisst"),
        ("", "bruker", ", {verv: leder, fra: 2023-01-01, til: 2023-12-31}", "brutt"),  # the same one
        ("{verv: leder, fra: 2023-09-01}", "nav", "", "brutt"),  # empty for a while, and then a wrong one
        ("", "bruker", "", "brutt"),  # nobody
        (
            "{verv: leder, fra: 2024-01-01}",
            "bruker",
            ", {verv: leder, fra: 2023-01-01, til: 2023-12-31}",
            "rettet",
        ),
    ],
)
def test_only_a_successor_who_is_right_for_it_mends(berit: str, side: str, anna: str, ventet: str) -> None:
    found = etter_anna(berit, side, anna=anna)
    said = {
        "rettet": "rettet anna leder 2022-01-01",
        "brutt": "feil krav @ medlemmer/anna oppnevninger.0.verv",
        "uvisst": "uvisst anna leder 2022-01-01",
    }
    assert [what for what, line in said.items() if line in utfall(found, "regelen")] == [ventet]


def test_one_who_leaves_and_comes_back_the_same_day_mends_nothing() -> None:
    meeting = "moeter/2021-12-01: {saker: [{nr: 1/21, tittel: V, type: valg, valg: [VALG]}]}"
    valg = "{verv: leder, valgt: anna, fra: 2022-01-01, til: 2022-12-31}"
    text = TOK_OVER.replace("DAG", "2024-06-01").replace("BERIT", "").replace("SIDE", "bruker")
    text = text.replace("til: 2022-12-31}", "til: 2022-06-30, valgt_i: 1/21}") + meeting.replace("VALG", valg)
    assert [str(r.finding.rettelse.rettet) for r in dom(text.replace("ANNA", "")).rettet] == ["2022-07-01"]
    assert dom(text.replace("ANNA", ", {verv: leder, fra: 2022-07-01, til: 2022-12-31}")).rettet == ()


@pytest.mark.parametrize(("fullmakt", "ventet"), [("ja", 1), ("nei", 0), ("ukjent", 0)])
def test_a_round_in_which_the_same_is_lacking_mends_nothing(fullmakt: str, ventet: int) -> None:
    assert len(dom(FULLMAKT.replace("FULLMAKT}", f"{fullmakt}}}")).rettet) == ventet


@pytest.mark.parametrize(
    ("status", "dag", "ventet"),
    [
        ("avholdt", "2023-03-01", ["2023-02-09"]),  # not before the meeting, whatever the first day is
        ("avholdt", "2023-02-08", []),
        ("planlagt", "2023-03-01", []),
        ("innkalt", "2023-03-01", []),
        ("avlyst", "2023-03-01", []),
    ],
)
def test_a_successor_is_elected_at_a_meeting_that_was_held(status: str, dag: str, ventet: list[str]) -> None:
    meeting = """
moeter/2023-02-09:
  status: STATUS
  saker: [{nr: 2/23, tittel: V, type: valg, valg: [{verv: leder, valgt: berit, fra: 2023-01-01, til: 2023-12-31}]}]
"""
    berit = "{verv: leder, fra: 2023-01-01, til: 2023-12-31, valgt_i: 2/23}"
    found = etter_anna(berit, dag=dag, rest=meeting.replace("STATUS", status))
    assert [str(r.finding.rettelse.rettet) for r in found.rettet] == ventet


I_SAKEN = "{verv: redaksjonsraad, fra: 2023-02-09, til: 2023-12-31, valgt_i: 1/23}"


@pytest.mark.parametrize(
    ("moete", "dag", "ventet"),
    [
        ("2023-02-09\n  status: planlagt", "2023-03-01", []),
        ("2023-02-09\n  status: avlyst", "2023-03-01", []),
        ("2023-04-09\n  status: planlagt", "2023-03-01", []),
        ("2023-04-09", "2023-04-08", []),  # the day before the meeting
        ("2023-04-09", "2023-04-09", ["2023-04-09"]),
        ("2023-02-09", "2023-03-01", ["2023-02-09"]),
    ],
)
@pytest.mark.parametrize("sidene", [True, False])
def test_an_election_mends_from_the_meeting_on_at_which_it_was_held(
    moete: str, dag: str, ventet: list[str], sidene: bool
) -> None:
    day, _, status = moete.partition("\n")
    election = NYTT_VALG.replace("moeter/2023-02-09:", f"moeter/{day}:\n{status}")
    people = folk(**dict.fromkeys(["kari", "per", "anne", "ola", "eva"], "2023-02-08"))
    for name in ("kari", "per", "ola", "eva"):
        line = next(line for line in people.splitlines() if f"/{name}:" in line)
        people = people.replace(line, line.replace("]}", f", {I_SAKEN}]}}")) if sidene else people
    rules = REGEL.replace("DAG", dag).replace("AVVIK", "")
    found = dom(rules + VALGET + people + election)
    mended = [r.finding for r in found.rettet]
    assert [str(f.rettelse.rettet) for f in mended if f.hjemmel.bestemmelse == "redaksjonsraad"] == ventet


def test_one_who_did_not_take_up_the_post_is_said_not_to() -> None:
    people = folk().replace("medlemmer/anne: {side: bruker, oppnevninger: [{", "&{tiltraadt: nei, ")
    people = people.replace("&{", "medlemmer/anne: {side: bruker, oppnevninger: [{")
    (mended,) = dom(REGEL.replace("DAG", "2023-03-01").replace("AVVIK", "") + VALGET + people).rettet
    assert (str(mended.finding.rettelse.rettet), mended.finding.rettelse.ved) == (
        "2023-01-01",
        "ved at Anne ikke tok på seg vervet",
    )


# How it is shown


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The register with case 28/22 and the election that put it right."""
    rules = """
    regel:
      id: redaksjonsraad
      regel: sammensetning
      blant: redaksjonsraad
      plasser: [{hvem: {side: bruker}, antall: 2}, {hvem: {side: nav}, antall: 2}]
    """
    skriv(tmp_path, dedent(rules) + VALGET + folk(anne="2023-02-08") + NYTT_VALG)
    return tmp_path


def kjoer(root: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    run(["--rot", str(root), *arguments])
    return capsys.readouterr().out


SETNING = "brutt fra 16. november 2022, rettet 9. februar 2023 ved valget i sak 1/23"


@pytest.mark.parametrize("form", ["full", "enkel", "markdown"])
def test_the_screens_show_what_was_put_right_this_year(
    root: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    out = kjoer(root, capsys, "valider", "--dato", "2023-03-01", "--output-format", form)
    assert SETNING in out.replace("Brutt", "brutt")
    assert "Rettet" in out
    later = kjoer(root, capsys, "valider", "--dato", "2024-03-01", "--output-format", form)
    assert "rettet" not in later.casefold()  # it is history: «regelverk for» has it


def test_other_programs_get_all_of_it(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = json.loads(kjoer(root, capsys, "valider", "--dato", "2024-03-01", "--output-format", "json"))
    (mended,) = data["rettet"]
    assert (mended["fra"], mended["rettet"], mended["ved"]) == (
        "2022-11-16",
        "2023-02-09",
        "ved valget i sak 1/23",
    )
    assert mended["filename"].endswith("2022-11-16.yaml")
    assert mended["gjort"]["filename"].endswith("2023-02-09.yaml")
    assert data["oppsummering"]["rettet"] == 1


def test_what_binds_the_council_shows_it_with_its_history(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = kjoer(root, capsys, "regelverk", "for", "utvalget", "--dato", "2024-03-01")
    assert "redaksjonsraad: rettet – " in out
    assert SETNING in out
    data = json.loads(kjoer(root, capsys, "regelverk", "for", "utvalget", "--dato", "2024-03-01", "--json"))
    (said,) = (
        b["rettet"] for r in data["regelverk"] for b in r["bestemmelser"] if b["id"] == "redaksjonsraad"
    )
    assert SETNING in said[0]


def test_what_is_put_right_is_nothing_to_do(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "redaksjonsrådet får 3" in kjoer(root, capsys, "status", "utvalget", "--dato", "2023-02-08")
    assert "redaksjonsrådet får 3" not in kjoer(root, capsys, "status", "utvalget", "--dato", "2023-02-09")


def test_a_departure_that_ended_in_an_earlier_year_is_not_read_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    avvik = "{bestemmelse: redaksjonsraad, gjelder: 28/22, grunn: De er i arbeid, vedtatt_i: 1/23, til: 2023-12-31}"
    rules = REGEL.replace("DAG", "2023-03-01").replace("AVVIK", avvik)
    skriv(tmp_path, rules + VALGET + folk() + AVGJORT)
    assert "De er i arbeid" in kjoer(
        tmp_path, capsys, "valider", "--dato", "2023-12-31", "--output-format", "full"
    )
    later = kjoer(tmp_path, capsys, "valider", "--dato", "2024-01-01", "--output-format", "full")
    assert "De er i arbeid" not in later
    assert "redaksjonsrådet får 3" not in later


def test_a_note_is_recorded_by_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = """
    regel: {id: papirer, regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete}
    moeter/2022-11-16: {sendt: {sakspapirer: 2022-11-07}}
    moeter/2023-02-09: {sendt: ukjent, saker: [{nr: 1/23, tittel: Papirene, type: orientering}]}
    """
    skriv(tmp_path, dedent(text))
    new = ("avvik", "ny", "utvalget", "papirer", "--grunn", "Nytt system", "--gjelder", "2022-11-16")
    kjoer(tmp_path, capsys, *new, "--notert-i", "1/23", "--dato", "2023-03-01")
    council = (tmp_path / "records/utvalg/utvalget/utvalg.yaml").read_text(encoding="utf-8")
    assert "notert_i: 1/23" in council
    assert "vedtatt_i" not in council
    out = kjoer(tmp_path, capsys, "valider", "--dato", "2023-03-01", "--output-format", "full")
    assert "avvik: Nytt system, notert i sak 1/23" in out
    assert run(["--rot", str(tmp_path), *new, "--notert-i", "1/23", "--vedtatt-i", "1/23"]) == 2


def test_a_term_that_another_round_cuts_is_not_one_that_somebody_left() -> None:
    """The leader sits on into the next round, where her last days do not count: too many periods stay too many."""
    register = """
dato: 2018-03-01
regel: {regel: funksjonstid, hvem: {verv: medlem}, lengde: 1 aar, paa_rad: 1 perioder, kort_periode: teller_ikke}
hendelser: [{hva: oppnevningsrunde, dato: 2016-01-01}, {hva: oppnevningsrunde, dato: 2017-01-01}]
medlemmer/kari:
  oppnevninger:
    - {verv: medlem, fra: 2014-01-01, til: 2014-12-31}
    - {verv: medlem, fra: 2015-01-01, til: 2015-12-30}
    - {verv: medlem, fra: 2015-12-31, til: 2016-12-30}
    - {verv: leder, fra: 2016-12-31, til: 2017-12-30, valgt_i: 1/16}
moeter/2016-11-16:
  saker: [{nr: 1/16, tittel: V, type: valg, valg: [{verv: leder, valgt: kari, fra: 2016-12-31, til: VALGT}]}]
"""
    for elected_for in ("2017-12-30", "2018-12-30"):
        said = utfall(dom(register.replace("VALGT", elected_for)), "regelen")
        assert [line for line in said if line.startswith("rettet")] == []
        assert "feil funksjonstid @ medlemmer/kari oppnevninger.1.fra" in said
