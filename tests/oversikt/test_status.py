"""What must be done now: each thing that can wait, in a small register, and the one next command."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

from brukerutvalg_cli.mandat.fristvarsel import Fristvarsel
from brukerutvalg_cli.ord.i_ord import Her
from brukerutvalg_cli.oversikt import arbeid_json, arbeid_tekst
from brukerutvalg_cli.oversikt.arbeid import Arbeid, Ledig, arbeid
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.tegn import first_unsafe
from brukerutvalg_cli.validering import valider
from smaa_registre import tree as smaa_tre

U = "utvalget"


def stilling(register: str, dag: str) -> Arbeid:
    tree = smaa_tre(register)
    lastet = load(tree)
    mappe = lastet.register.mapper[U]
    day = date.fromisoformat(dag)
    return arbeid(mappe, valider(tree, day, [U]), lastet.regelverk)


def her(register: str) -> Her:
    lastet = load(smaa_tre(register))
    return Her(lastet.register.mapper[U], lastet.register)


FRIST = "regel: {regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete}\n"


@pytest.mark.parametrize(
    ("register", "dag", "neste"),
    [
        ("hendelser: []", "2026-02-01", f"person ny {U}"),
        ("medlemmer/kari: {}", "2026-02-01", f"moeteplan {U} 2026"),
        ("medlemmer/kari: {}", "2026-10-01", f"moeteplan {U} 2027"),
        ("moeter/2026-03-11: {status: planlagt}", "2026-02-01", f"sakliste {U} 2026-03-11"),
        (
            "moeter/2026-03-11: {status: planlagt, sakliste: {godkjent_av: leder}}",
            "2026-02-01",
            f"innkalling {U} 2026-03-11",
        ),
        ("moeter/2026-03-11: {status: innkalt}", "2026-02-01", f"frister {U}"),
        ("moeter/2026-03-11: {status: innkalt}", "2026-03-11", f"oppmoete {U} 2026-03-11"),
        ("moeter/2026-03-11: {status: innkalt}", "2026-03-12", f"oppmoete {U} 2026-03-11"),
        ("moeter/2026-03-11: {}", "2026-03-12", f"referat {U} 2026-03-11"),
        ("moeter/2026-03-11: {status: planlagt, stad: Oslo}", "2026-02-01", f"valider {U}"),
    ],
)  # fmt: skip
def test_the_one_next_command(register: str, dag: str, neste: str) -> None:
    assert stilling(register, dag).neste == neste


@pytest.mark.parametrize(
    ("dag", "neste"),
    [
        ("2026-02-14", f"valider {U}"),
        ("2026-02-15", f"sakliste {U} 2026-03-11"),
        ("2026-03-11", f"sakliste {U} 2026-03-11"),
        ("2026-03-12", f"oppmoete {U} 2026-03-11"),
    ],
)
def test_a_finding_that_stands_does_not_hide_the_next_deadline(dag: str, neste: str) -> None:
    register = f"""
    {FRIST.strip()}
    moeter/2026-01-14: {{sendt: {{sakspapirer: 2026-01-13, referat: 2026-01-15}}}}
    moeter/2026-03-11: {{status: planlagt}}
    """
    found = stilling(register, dag)
    assert "feil" in [f.finding.severity.value for f in found.funn]
    assert found.neste == neste


def test_with_nothing_to_be_done_a_finding_that_stands_is_next() -> None:
    held = "moeter/2026-01-14: {sendt: {sakspapirer: 2026-01-13, referat: 2026-01-15}}\n"
    assert stilling(FRIST + held, "2026-02-01").neste == f"valider {U}"


def test_terms_that_end_within_ninety_days_and_with_nobody_after() -> None:
    register = """
    medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2024-01-01, til: 2026-03-31}]}
    medlemmer/per: {oppnevninger: [{verv: medlem, fra: 2024-01-01, til: 2026-04-01}]}
    medlemmer/ola: {oppnevninger: [{verv: vara, fra: 2024-01-01, til: 2026-03-01}, {verv: vara, fra: 2026-03-02}]}
    """
    day = date(2026, 3, 31) - timedelta(days=90)
    assert [u.person for u in stilling(register, str(day)).utloep] == ["kari"]
    assert [u.person for u in stilling(register, str(day + timedelta(days=1))).utloep] == ["kari", "per"]


@pytest.mark.parametrize(
    ("til", "etter", "dag", "ventet"),
    [
        ("2026-06", "", "2026-03-02", False),  # 91 days before the first day it may be
        ("2026-06", "", "2026-03-03", True),
        ("2026-06", "", "2026-06-30", True),
        ("2026-06", "", "2026-07-01", False),
        ("2026", "", "2025-10-03", True),
        ("2026", "", "2026-12-31", True),
        ("2026", ", {verv: medlem, fra: 2027}", "2026-12-01", False),
        ("2026-06", ", {verv: medlem, fra: 2026-07-01}", "2026-06-01", False),
        ("ukjent", "", "2026-06-01", False),
    ],
)
def test_terms_of_whose_end_a_part_is_known(til: str, etter: str, dag: str, ventet: bool) -> None:
    register = f"medlemmer/kari: {{oppnevninger: [{{verv: medlem, fra: 2024-01-01, til: {til}}}{etter}]}}"
    found = stilling(register, dag)
    assert bool(found.utloep) is ventet
    if ventet:
        when = "juni 2026" if "-" in til else til
        assert f"Kari, medlem til {when}\n" in arbeid_tekst.render(her(register), found)
        assert json.loads(arbeid_json.render([found], found.dag))["utvalg"][0]["utloep"] == [
            {"person": "kari", "verv": "medlem", "til": til}
        ]


def test_what_was_promised_and_is_late() -> None:
    register = """
    moeter/2026-01-14:
      saker:
        - nr: 1/26
          tittel: Sak
          type: droefting
          oppfoelging:
            - {hva: Spør, ansvarlig: kari, frist: 2026-02-01, fullfoert: 2026-01-20}
            - {hva: Ring, ansvarlig: kari, frist: 2026-02-01}
            - {hva: Skriv, ansvarlig: ukjent, frist: ukjent}
    """
    for day, late in (("2026-02-01", False), ("2026-02-02", True)):
        found = stilling(register, day).restanser
        assert [(r.nummer, r.over_frist) for r in found] == [(2, late), (3, False)]


def test_places_nobody_has() -> None:
    register = """
    utvalg: {organisasjoner: [ffo, safo]}
    organisasjoner:
      ffo: {navn: FFO, type: paraply, side: bruker}
      safo: {navn: SAFO, type: paraply, side: bruker}
    medlemmer/kari:
      representerer: ffo
      oppnevninger: [{verv: medlem, fra: 2024-01-01}, {verv: leder, fra: 2024-01-01}]
    """
    assert stilling(register, "2026-01-01").ledige == (Ledig("safo"), Ledig(verv="sekretaer"))
    unsure = register.replace("[ffo, safo]", "[ffo, safo], medlemsliste: ufullstendig")
    assert stilling(unsure, "2026-01-01").ledige == ()


@pytest.mark.parametrize(
    ("til", "ventet"),
    [("2024-06-30", date(2024, 7, 1)), ("2024-03", date(2024, 4, 11)), ("2024", None), ("2024-06", None)],
)
def test_a_place_is_vacant_since_a_day_where_that_is_known(til: str, ventet: date | None) -> None:
    register = f"""
    medlemmer/kari: {{oppnevninger: [{{verv: leder, fra: 2023-01-01, til: 2024-04-10}}]}}
    medlemmer/per: {{oppnevninger: [{{verv: leder, fra: 2023-01-01, til: {til}}}]}}
    """
    assert Ledig(verv="leder", fra=ventet) in stilling(register, "2026-01-01").ledige


def test_the_same_facts_as_text_and_as_json() -> None:
    register = FRIST + "moeter/2026-03-11: {status: planlagt}\nmoeter/2026-01-14: {}\n"
    found = stilling(register, "2026-02-01")
    text = arbeid_tekst.render(her(register), found)
    assert (
        "søndag 1. mars 2026, om 28 dager: sakspapirene til møtet 11. mars 2026 (siste arbeidsdag er fredag 27. februar"
        in text
    )
    assert "Referat som ikke er godkjent:\n  14. januar 2026\n" in text
    (said,) = json.loads(arbeid_json.render([found], date(2026, 2, 1)))["utvalg"]
    assert said["frister"][0]["siste_arbeidsdag"] == "2026-02-27"
    assert said["referat_ikke_godkjent"] == ["2026-01-14"]
    assert said["neste"] == f"brukerutvalg {found.neste}"
    assert text.endswith(f"Neste steg: {said['neste']}\n")


NETT = "regel: {regel: utsending, hva: referat, kanal: nav.no}\n"
GODKJENT_FOERST = "regel: {regel: utsending, hva: referat, kanal: nav.no, foerst_naar: godkjent}\n"
HOLDT = "moeter/2026-03-11: {sendt: {referat: 2026-03-12}, referat: {sendt_til: [eier]}}"
GODKJENT = """
moeter/2026-03-11: {sendt: {referat: 2026-03-12}, referat: {godkjent: {moete: 2026-06-10, sak: 1/26}}}
moeter/2026-06-10:
  sendt: {referat: 2026-06-11}
  saker: [{nr: 1/26, tittel: Referat, type: godkjenning, godkjenner: [2026-03-11]}]
"""


@pytest.mark.parametrize(
    ("register", "dag", "venter"),
    [
        (NETT + HOLDT, "2026-03-13", [date(2026, 3, 11)]),
        (GODKJENT_FOERST + HOLDT, "2026-03-13", []),
        (GODKJENT_FOERST + GODKJENT, "2026-06-12", [date(2026, 3, 11)]),
    ],
    ids=["at once", "not before it is approved", "when it is"],
)
def test_minutes_are_made_public_when_the_mandate_allows_it(
    register: str, dag: str, venter: list[date]
) -> None:
    found = stilling(register, dag)
    assert list(found.ikke_lagt_ut) == venter
    assert (found.neste == f"publisert {U} 2026-03-11 referat") == bool(venter)


INNKALT = (
    "moeter/2026-03-11: {status: innkalt, sendt: {innkalling: 2026-02-01}, sakliste: {godkjent_av: leder}}"
)


@pytest.mark.parametrize(
    ("register", "neste"),
    [
        (FRIST + INNKALT, f"sendt {U} 2026-03-11 sakspapirer"),
        (
            "regel: {regel: utsending, hva: sakliste, kanal: nav.no}\n" + INNKALT,
            f"publisert {U} 2026-03-11 sakliste",
        ),
        (INNKALT, f"frister {U}"),
    ],
)
def test_what_the_mandate_wants_out_before_the_meeting_is_next(register: str, neste: str) -> None:
    assert stilling(register, "2026-02-02").neste == neste


def test_people_are_said_by_name_in_the_text() -> None:
    register = """
    medlemmer/kari: {navn: Kari Nordmann, oppnevninger: [{verv: vara, fra: 2025-01-01, til: 2026-02-28}]}
    moeter/2026-01-14:
      saker:
        - {nr: 1/26, tittel: A, type: annet, oppfoelging: [{hva: Ringe, ansvarlig: kari}, {hva: Se, ansvarlig: leder}]}
    """
    text = arbeid_tekst.render(her(register), stilling(register, "2026-02-01"))
    assert "  Kari Nordmann, vara til 28. februar 2026\n" in text
    assert "sak 1/26, nummer 1: Ringe (Kari Nordmann, uten frist)" in text
    assert "sak 1/26, nummer 2: Se (lederen, uten frist)" in text
    broken = register.replace("Kari Nordmann", '"Kari\\nNordmann"')
    text = arbeid_tekst.render(her(broken), stilling(broken, "2026-02-01"))
    assert "  Kari Nordmann, vara til 28. februar 2026\n" in text


def test_missing_training_is_told_of_by_itself() -> None:
    register = """
    regel: {regel: krav, hver: oppnevning, skal_ha: {opplaering: {modul: 2}}}
    medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2026-01-01}]}
    """
    found = stilling(register, "2026-02-01")
    assert found.opplaering
    assert set(found.opplaering) <= set(found.funn)
    text = arbeid_tekst.render(her(register), found)
    assert "Mangler opplæring:\n" in text
    assert text.count("skal ha hatt modul 2") == 1
    data = json.loads(arbeid_json.render([found], date(2026, 2, 1)))
    assert "Kari" in data["utvalg"][0]["mangler_opplaering"][0]


def test_no_control_character_reaches_a_terminal_by_way_of_json() -> None:
    frist = Fristvarsel("sak\x9b2J \u202e", "til møtet", date(2022, 11, 16), date(2022, 11, 6))
    text = arbeid_json.frister([frist], date(2022, 11, 1))
    assert first_unsafe(text) is None
    assert json.loads(text)["frister"][0]["hva"] == frist.hva


@pytest.mark.parametrize("fortrolig", ["ja", "ukjent"])
def test_what_a_confidential_case_led_to_is_a_number(fortrolig: str) -> None:
    register = f"""
    medlemmer/kari: {{navn: Kari Nordmann}}
    moeter/2026-01-14:
      saker:
        - {{nr: 1/26, tittel: HEMMELIG, type: droefting, fortrolig: {fortrolig}, offentlig_tittel: Unntatt,
           oppfoelging: [{{hva: HEMMELIG, ansvarlig: kari, frist: 2026-03-01}}]}}
    """
    found = stilling(register, "2026-02-01")
    for text in (arbeid_tekst.render(her(register), found), arbeid_json.render([found], date(2026, 2, 1))):
        assert "1/26" in text
        assert "HEMMELIG" not in text
        assert "kari" not in text.lower()
