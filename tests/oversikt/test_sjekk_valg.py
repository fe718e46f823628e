"""`sjekk-valg`: an election judged before it is held, on the shipped records and on small ones."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.ord.i_ord import Her
from brukerutvalg_cli.oversikt.forhaandsvalg import NOK, Endring, Forhaandsdom, forhaandsdom
from brukerutvalg_cli.oversikt.forhaandsvalg_tekst import VIST, render
from brukerutvalg_cli.oversikt.valgperiode import foreslaatt
from brukerutvalg_cli.register.load import load
from smaa_registre import skriv, tree

pytestmark = pytest.mark.usefixtures("samme_dom")

ROOT = Path(__file__).parents[2]
SAK_28 = ("kari-nordmann", "per-hansen", "anne-lie", "ola-berg", "eva-dahl")

REDAKSJONSRAAD = """
regel:
  regel: sammensetning
  blant: redaksjonsraad
  plasser: [{hvem: {side: bruker}, antall: 2}, {hvem: {side: nav}, antall: 2}, {hvem: andre, antall: 0}]
"""
FOLK = """
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
medlemmer/per: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
medlemmer/ida: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
medlemmer/nina: {side: nav, oppnevninger: [{verv: sekretaer, fra: 2022-01-01}]}
medlemmer/odd: {side: nav, oppnevninger: [{verv: kontaktperson, fra: 2022-01-01}]}
"""
DAG = date(2022, 11, 16)
_FOLK = load(tree(FOLK)).register
HER = Her(_FOLK.mapper["utvalget"], _FOLK)


def proevd(
    text: str, verv: str, *valgt: str, fra: str = "2023-01-01", til: str = "2023-12-31"
) -> Forhaandsdom:
    """The election judged on a small register."""
    lastet = load(tree(text))
    mappe = lastet.register.mapper["utvalget"]
    forslag = foreslaatt(mappe, verv, valgt, DAG, date.fromisoformat(fra), date.fromisoformat(til))
    return forhaandsdom(lastet.register, lastet.regelverk, mappe, forslag)


def brutte(dom: Forhaandsdom) -> list[str]:
    """The provisions broken."""
    return [finding.kilde.bestemmelse for finding in dom.utslag.brudd if finding.kilde]


def kjoer(*arguments: str) -> int:
    """The program on the shipped records."""
    return run(["--rot", str(ROOT), "sjekk-valg", *arguments])


@pytest.mark.parametrize("dag", ["16.11.2022", "1.12.2022", "25.11.2026"])
def test_the_five_of_case_28_are_three_and_two_and_one_of_three_may_leave(
    dag: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also at a meeting that is not called yet: that its papers are late is no fault of the election."""
    before = {path: path.read_bytes() for path in ROOT.glob("records/**/*") if path.is_file()}
    code = kjoer("nav-vestland", "--verv", "redaksjonsraad", *SAK_28, "--dato", dag)
    out = capsys.readouterr().out
    assert code == 1
    assert out.count("feil: ") == 1
    assert "advarsel: " not in out
    assert "3 fra brukersiden; regelverket vil ha 2 fra brukersiden" in out
    assert "kilde: Arbeidsform, «er», i nav-vestland-2019 (redaksjonsraad)" in out
    assert "  Kari Nordmann (kari-nordmann), Per Hansen (per-hansen), " in out
    for person in ("Kari Nordmann", "Per Hansen", "Anne Lie"):
        assert f"  la {person} gå ut\n" in out
    for person in ("Ola Berg", "Eva Dahl"):
        assert f"la {person} gå ut" not in out
    assert {path: path.read_bytes() for path in ROOT.glob("records/**/*") if path.is_file()} == before


@pytest.mark.parametrize("dag", ["16.11.2022", "25.11.2026"])
def test_two_and_two_of_them_are_as_the_mandate_wants(dag: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert kjoer("nav-vestland", "--verv", "redaksjonsraad", *SAK_28[1:], "--dato", dag) == 0
    out = capsys.readouterr().out
    assert "Valget er slik regelverket vil ha det." in out
    command = f"brukerutvalg valg nav-vestland MØTE SAK {' '.join(SAK_28[1:])} --verv redaksjonsraad"
    assert out.endswith(f"Neste steg: hold valget, og før det: {command}\n")


def test_one_too_few_is_mended_by_taking_somebody_in() -> None:
    dom = proevd(REDAKSJONSRAAD + FOLK, "redaksjonsraad", "kari", "nina", "odd")
    assert brutte(dom) == ["regelen"]
    assert dom.endringer == (Endring((), ("ida",)), Endring((), ("per",)))


def test_one_of_the_wrong_side_is_mended_by_an_exchange() -> None:
    dom = proevd(REDAKSJONSRAAD + FOLK, "redaksjonsraad", "kari", "per", "ida", "nina")
    assert [change for change in dom.endringer if change.inn] == [
        Endring((person,), ("odd",)) for person in ("kari", "per", "ida")
    ]
    assert [change for change in dom.endringer if not change.inn] == []


def test_those_elected_take_over_from_those_who_sat() -> None:
    sitting = """
moeter/2022-02-09:
  saker:
    - nr: 1/22
      tittel: Valg
      type: valg
      valg: [{verv: redaksjonsraad, valgt: [kari, ida, nina, odd], fra: 2022-03-01, til: 2024-12-31}]
"""
    dom = proevd(REDAKSJONSRAAD + FOLK + sitting, "redaksjonsraad", "kari", "per", "nina", "odd")
    assert brutte(dom) == []


@pytest.mark.parametrize(("til", "expected"), [("2023-12-31", []), ("2024-01-01", ["regelen"])])
def test_the_term_is_judged_too(til: str, expected: list[str]) -> None:
    text = "regel: {regel: funksjonstid, hvem: {verv: leder}, lengde: 1 aar}" + FOLK
    assert brutte(proevd(text, "leder", "kari", til=til)) == expected


def test_what_is_broken_already_is_not_the_fault_of_the_election() -> None:
    text = """
    regler:
      - {regel: hyppighet, hva: moete, minst: 4, per: kalenderaar}
      - {regel: krav, hver: oppnevning, der: {verv: leder}, skal_ha: {side: bruker}}
    utvalg: {registrert_fra: 2022-01-01}
    moeter/2022-02-09: {}
    """
    people = "medlemmer/kari: {}\n    medlemmer/nina: {side: nav}\n"
    assert brutte(proevd(f"{text}{people}", "leder", "kari")) == []
    assert brutte(proevd(f"{text}{people}", "leder", "nina")) == ["regel-2"]


def test_an_unknown_fact_is_no_breach() -> None:
    text = """
    regel: {regel: krav, hver: oppnevning, der: {verv: leder}, skal_ha: {side: bruker}}
    medlemmer/kari: {side: ukjent}
    """
    dom = proevd(text, "leder", "kari")
    assert (brutte(dom), len(dom.utslag.uvurdert)) == ([], 1)


@pytest.mark.parametrize("valgt", [("kari", "per", "ida", "nina"), ("kari", "per", "nina")])
def test_what_nobody_can_judge_is_no_way_to_make_it_legal(valgt: tuple[str, ...]) -> None:
    without_odd = "\n".join(line for line in FOLK.splitlines() if "odd" not in line)
    unknown = "\nmedlemmer/uno: {side: ukjent, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}\n"
    dom = proevd(REDAKSJONSRAAD + without_odd + unknown, "redaksjonsraad", *valgt)
    assert (brutte(dom), dom.endringer) == (["regelen"], ())
    assert dom.kanskje
    assert all("uno" in change.inn for change in dom.kanskje)


def test_one_more_period_of_what_is_too_many_already_is_no_legal_election() -> None:
    text = "regel: {regel: funksjonstid, hvem: {verv: leder}, lengde: 1 aar, paa_rad: 2 perioder}\n"
    terms = ", ".join(f"{{verv: leder, fra: {year}-01-01, til: {year}-12-31}}" for year in (2020, 2021, 2022))
    dom = proevd(f"{text}medlemmer/kari: {{oppnevninger: [{terms}]}}", "leder", "kari")
    assert brutte(dom) == ["regelen"]
    assert "Kari får 4 perioder på rad" in dom.utslag.brudd[0].message


def test_that_the_one_before_sat_too_long_is_no_fault_of_the_election_that_ends_it() -> None:
    """The finding on him is the same one with a last day in it."""
    text = "regel: {regel: funksjonstid, hvem: {verv: leder}, lengde: 1 aar}" + FOLK
    per = text.replace(
        "medlemmer/per: {oppnevninger: [", "medlemmer/per: {oppnevninger: [{verv: leder, fra: 2021-01-01}, "
    )
    assert brutte(proevd(per, "leder", "kari")) == []


def test_an_election_that_a_decided_deviation_answers_for_says_so() -> None:
    avvik = "utvalg: {avvik: [{bestemmelse: regelen, grunn: Få fra Nav., vedtatt_i: 1/22}]}"
    dom = proevd(REDAKSJONSRAAD + FOLK + avvik, "redaksjonsraad", "kari", "per", "ida", "nina")
    said = render(HER, dom)
    assert dom.utslag.brudd == ()
    assert "avvik, vedtatt i sak 1/22: redaksjonsrådet får 3 fra brukersiden" in said
    assert "Valget er slik regelverket vil ha det" not in said


def test_a_deviation_without_reason_is_said_with_the_breach_it_does_not_answer_for() -> None:
    avvik = "utvalg: {avvik: [{bestemmelse: regelen, vedtatt_i: 1/22}]}"
    dom = proevd(REDAKSJONSRAAD + FOLK + avvik, "redaksjonsraad", "kari", "per", "ida", "nina")
    said = render(HER, dom)
    assert (
        "feil: avviket fra «regelen» sier ikke hvorfor («grunn»), og svarer ikke for bruddet: "
        "redaksjonsrådet får 3 fra brukersiden"
    ) in said
    assert "  Avsnittet, «skal»: Teksten.\n" in said
    assert "bruddet\n" not in said


def test_a_deviation_that_nobody_may_decide_is_said_beside_the_breach() -> None:
    locked = REDAKSJONSRAAD.replace("regel: samm", "kan_fravikes_av: ingen\n  regel: samm")
    avvik = "utvalg: {avvik: [{bestemmelse: regelen, grunn: A, vedtatt_i: 1/22}]}"
    said = render(HER, proevd(locked + FOLK + avvik, "redaksjonsraad", "kari", "per", "ida", "nina"))
    assert "feil: redaksjonsrådet får 3 fra brukersiden" in said
    assert "advarsel: avviket fra «regelen» teller ikke: ingen kan fravike bestemmelsen" in said


def test_of_very_many_changes_some_are_told() -> None:
    people = "".join(
        f"medlemmer/p{nr}: {{side: {'nav' if nr % 3 == 0 else 'bruker'}, "
        "oppnevninger: [{verv: medlem, fra: 2022-01-01}]}\n"
        for nr in range(1, 31)
    )
    dom = proevd(REDAKSJONSRAAD + people, "redaksjonsraad", "p1", "p2", "p4", "p5")
    said = render(HER, dom).splitlines()
    assert len(dom.endringer) == NOK
    assert any(line.endswith(", eller andre") for line in said)
    assert all(line.count(" og ") <= VIST + 1 for line in said if line.startswith("  bytt"))
    assert "  … og flere av samme slag" in said


TO_AAR_TIL = "oppnevninger: [{verv: %s, fra: 2021-03-01, til: 2023-02-28}]"


@pytest.mark.parametrize(
    ("verv", "dag", "ventet"),
    [
        # A body begins at the meeting. What is left is less than half: as long as the last time.
        ("redaksjonsraad", date(2022, 11, 16), (date(2022, 11, 16), date(2024, 11, 15))),
        # More than half is left: the rest of it.
        ("redaksjonsraad", date(2021, 6, 1), (date(2021, 6, 1), date(2023, 2, 28))),
        # Who leads a meeting leads it to its end.
        ("leder", date(2022, 11, 16), (date(2022, 11, 17), date(2024, 11, 16))),
        ("leder", date(2023, 2, 28), (date(2023, 3, 1), date(2025, 2, 28))),
        ("leder", date(2024, 2, 29), (date(2024, 2, 29), date(2026, 2, 28))),
    ],
)
def test_the_term_begins_at_the_meeting_where_nothing_is_said(
    verv: str, dag: date, ventet: tuple[date, date]
) -> None:
    mappe = load(tree(f"medlemmer/kari: {{{TO_AAR_TIL % verv}}}")).register.mapper["utvalget"]
    forslag = foreslaatt(mappe, verv, ["kari"], dag, None, None)
    assert (forslag.fra, forslag.til) == ventet


def test_it_never_reaches_into_a_term_that_is_on_record() -> None:
    terms = (
        "{verv: redaksjonsraad, fra: 2022-01-01, til: 2022-12-31}, {verv: redaksjonsraad, fra: 2023-01-01}"
    )
    mappe = load(tree(f"medlemmer/kari: {{oppnevninger: [{terms}]}}")).register.mapper["utvalget"]
    forslag = foreslaatt(mappe, "redaksjonsraad", ["ola"], DAG, None, None)
    assert (forslag.fra, forslag.til) == (DAG, date(2022, 12, 31))


VALGT_FOR_2023 = """
moeter/2022-11-16:
  saker:
    - {nr: 1/22, tittel: Valg, type: valg,
       valg: [{verv: redaksjonsraad, valgt: [kari], fra: 2023-01-01, til: 2023-12-31}]}
moeter/2023-02-09:
  saker:
    - {nr: 1/23, tittel: Valg, type: valg,
       valg: [{verv: redaksjonsraad, valgt: [%s], fra: %s, til: 2023-12-31%s}]}
"""


@pytest.mark.parametrize(
    ("senere", "dag", "fra", "til"),
    [
        # What an election cut short, and what is left of it, is one term of a year.
        (("per", "2023-02-09", ""), date(2023, 11, 22), date(2024, 1, 1), date(2024, 12, 31)),
        # Another case of the meeting that has elected: for as long as that one.
        (("per", "2023-02-09", ""), date(2023, 2, 9), None, date(2023, 12, 31)),
        # Who comes in addition, later, is no body that takes over.
        (("per", "2023-08-01", ", supplerer: ja"), date(2023, 2, 9), None, date(2023, 12, 31)),
        (("per", "2023-08-01", ""), date(2023, 2, 9), None, date(2023, 7, 31)),
    ],
)
def test_the_term_is_as_long_as_they_were_elected_for(
    senere: tuple[str, str, str], dag: date, fra: date | None, til: date
) -> None:
    """Kari was done when Per took over: what she had is measured by what she was promised."""
    pages = """
medlemmer/kari: {oppnevninger: [{verv: redaksjonsraad, fra: 2023-01-01, til: 2023-02-08, valgt_i: 1/22}]}
medlemmer/per: {}
"""
    mappe = load(tree(VALGT_FOR_2023 % senere + pages)).register.mapper["utvalget"]
    assert foreslaatt(mappe, "redaksjonsraad", ["ola"], dag, fra, None).til == til


def test_another_case_of_the_same_meeting_elects_for_as_long_as_the_first() -> None:
    """The one who was appointed for two years was cut short by the first case."""
    text = """
moeter/2022-11-16:
  saker:
    - {nr: 1/22, tittel: Valg, type: valg, valg: [{verv: leder, valgt: [per], fra: 2022-11-17, til: 2024-11-16}]}
medlemmer/kari: {oppnevninger: [{verv: leder, fra: 2022-03-01, til: 2022-11-16}]}
medlemmer/per: {}
"""
    mappe = load(tree(text)).register.mapper["utvalget"]
    forslag = foreslaatt(mappe, "leder", ["ola"], DAG, None, None)
    assert (forslag.fra, forslag.til) == (date(2022, 11, 17), date(2024, 11, 16))


def test_who_has_no_last_day_sits_through_the_meeting_that_elects_the_next() -> None:
    text = "medlemmer/kari: {oppnevninger: [{verv: leder, fra: 2021-03-01}]}"
    mappe = load(tree(text)).register.mapper["utvalget"]
    assert foreslaatt(mappe, "leder", ["ola"], DAG, None, None).fra == DAG + timedelta(days=1)
    assert foreslaatt(mappe, "leder", ["ola"], DAG, DAG, None).fra == DAG
    assert foreslaatt(mappe, "nestleder", ["ola"], DAG, None, None).fra == DAG  # nobody to take over from


def test_who_would_be_done_is_said_and_what_was_said_comes_again_in_the_command() -> None:
    sitting = "medlemmer/eva: {side: nav, oppnevninger: [{verv: redaksjonsraad, fra: 2022-01-01}]}\n"
    dom = proevd(REDAKSJONSRAAD + FOLK + sitting, "redaksjonsraad", "kari", "per", "nina", "odd")
    said = render(HER, dom, ["--fra 2023-01-01", "--til 2023-12-31"])
    assert "\neva er ferdig i redaksjonsrådet 31. desember 2022.\n" in said
    assert said.endswith("kari per nina odd --verv redaksjonsraad --fra 2023-01-01 --til 2023-12-31\n")


def test_those_who_come_in_addition_are_counted_with_those_who_sit() -> None:
    """Three sit and one is lacking: to elect that one alone is unlawful as the whole body, and lawful beside them."""
    people = FOLK.replace("{verv: medlem,", "{verv: redaksjonsraad,").replace(
        "{verv: sekretaer,", "{verv: redaksjonsraad,"
    )
    three = "\n".join(line for line in people.splitlines() if "ida" not in line)
    lastet = load(tree(REDAKSJONSRAAD + three))
    mappe = lastet.register.mapper["utvalget"]
    for supplerer, broken in ((False, ["regelen"]), (True, [])):
        forslag = foreslaatt(mappe, "redaksjonsraad", ["odd"], DAG, DAG, None, supplerer=supplerer)
        assert brutte(forhaandsdom(lastet.register, lastet.regelverk, mappe, forslag)) == broken


def test_an_organisation_is_suggested_where_the_mandate_wants_one() -> None:
    lines = "{hvem: {er: organisasjon}, antall: 1}, {hvem: {er: person}, antall: 2}"
    body = f"regel: {{regel: sammensetning, blant: arbeidsutvalg, plasser: [{lines}]}}\n"
    council = """
utvalg: {organisasjoner: [ffo, safo]}
organisasjoner:
  ffo: {navn: FFO, side: bruker, type: paraply}
  safo: {navn: SAFO, side: bruker, type: paraply}
  fremmed: {navn: Uten plass, side: bruker, type: paraply}
"""
    dom = proevd(body + council + FOLK, "arbeidsutvalg", "kari", "per")
    assert dom.endringer == (Endring((), ("ffo",)), Endring((), ("safo",)))
    people = (
        "regel: {regel: sammensetning, blant: arbeidsutvalg, plasser: [{hvem: {side: bruker}, antall: 3}]}\n"
    )
    dom = proevd(people + council + FOLK, "arbeidsutvalg", "kari", "per")
    assert dom.endringer == (Endring((), ("ida",)),)


def test_a_change_that_mends_one_provision_and_breaks_another_is_none() -> None:
    rules = """
regler:
  - {regel: sammensetning, blant: redaksjonsraad, plasser: [{hoeyst: 2}]}
  - {regel: sammensetning, blant: redaksjonsraad, plasser: [{hvem: {side: nav}, minst: 1}]}
"""
    dom = proevd(rules + FOLK, "redaksjonsraad", "kari", "per", "nina")
    assert brutte(dom) == ["regel-1"]
    assert dom.endringer == (Endring(("kari",), ()), Endring(("per",), ()))


def test_the_same_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    code = kjoer("nav-vestland", "--verv", "redaksjonsraad", *SAK_28, "--dato", "2022-11-16", "--json")
    said = json.loads(capsys.readouterr().out)
    assert code == 1
    assert [brudd["kilde"]["bestemmelse"] for brudd in said["brudd"]] == ["redaksjonsraad"]
    assert "Arbeidsform, «er»: " in said["brudd"][0]["bestemmelse"]
    assert "Kari Nordmann" in said["brudd"][0]["hvem"]
    assert [change["ut"] for change in said["endringer"]] == [[person] for person in SAK_28[:3]]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ["nav-vestland", "--verv", "ledr", "kari-nordmann"],
            "--verv: «ledr» finnes ikke. Mente du «leder»?",
        ),
        (["nav-vestland", "--verv", "leder", "kari-nordmenn"], "Mente du «Kari Nordmann»?"),
        (["nav-vestlandet", "--verv", "leder", "kari-nordmann"], "Mente du «nav-vestland»?"),
        (
            ["nav-vestland", "--verv", "leder", "anne-lie", "--fra", "1.1.2024", "--til", "1.1.2023"],
            "siste dag i vervet ligger før den første",
        ),
    ],
)
def test_wrong_usage(arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert kjoer(*arguments) == 2
    assert sentence in capsys.readouterr().err


OPPNEVNT_UT_AARET = """
regler:
  - {regel: sammensetning, blant: medlemmer, for_hver: gruppe, plasser: [{minst: 1}]}
  - {regel: krav, hver: oppnevning, der: {verv: leder}, skal_ha: {side: bruker}}
utvalg: {grupper: [syn, rus]}
medlemmer/kari: {grupper: [syn], oppnevninger: [{verv: medlem, fra: 2022-01-01, til: 2022-12-31}]}
medlemmer/per: {grupper: [rus], oppnevninger: [{verv: medlem, fra: 2022-01-01, til: 2022-12-31}]}
medlemmer/odd: {side: nav, oppnevninger: [{verv: medlem, fra: 2020-01-01, til: 2021-12-31}]}
"""


@pytest.mark.parametrize("ut", ["2022-12-31", "2022", "2022-12"])
@pytest.mark.parametrize("fra", ["2023-01-01", "2026-11-25"])
def test_a_leader_for_a_time_nobody_is_appointed_for_is_not_the_whole_council(fra: str, ut: str) -> None:
    """In November the next round is not on record: those who sat last are taken to go on, and that is said."""
    council = OPPNEVNT_UT_AARET.replace("2022-12-31", ut).replace("2021-12-31", ut.replace("2022", "2021"))
    dom = proevd(council, "leder", "kari", fra=fra, til="2026-12-31")
    assert brutte(dom) == []
    assert "Valget er prøvd som om de som satt sist, fortsetter." in render(HER, dom)
    assert brutte(proevd(council, "leder", "odd", fra=fra, til="2026-12-31")) == ["regel-2"]


@pytest.mark.parametrize(
    ("til", "ferdige"),
    [
        ("2022-12-31", []),
        ("2022", []),  # whichever day of it: she was done before the other begins
        ("2022-12", []),
        ("2023", [date(2022, 12, 31)]),  # she may have been in it still
        ("ukjent", [date(2022, 12, 31)]),
    ],
)
def test_an_election_ends_no_term_that_is_over_whichever_day_that_was(til: str, ferdige: list[date]) -> None:
    text = f"""
    medlemmer/kari: {{oppnevninger: [{{verv: medlem, fra: 2022-01-01}}]}}
    medlemmer/per: {{oppnevninger: [{{verv: leder, fra: 2022-01-01, til: {til}}}]}}
    """
    assert [til for _, til in proevd(text, "leder", "kari").ferdige] == ferdige


def test_where_somebody_is_appointed_for_the_time_the_others_are_not_taken_to_go_on() -> None:
    next_round = OPPNEVNT_UT_AARET.replace("til: 2022-12-31}]}", "til: 2023-12-31}]}", 1)
    dom = proevd(next_round, "leder", "kari")
    assert not dom.som_om
    assert "prøvd som om" not in render(HER, dom)


@pytest.mark.parametrize("broken", ["regelverket", "malen"])
@pytest.mark.parametrize("verb", [["sjekk-valg", "utvalget", "kari", "--verv", "leder"], ["valgbar"]])
def test_nothing_is_allowed_by_a_mandate_that_cannot_be_read(
    verb: list[str], broken: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither the rule set itself nor what it builds on: an answer would be a guess, and a pleasant one."""
    text = """
    regelverk/malen: {type: mal, bestemmelser: []}
    regelverk/regelverket: {bygger_paa: malen, bestemmelser: []}
    utvalg: {regelverk: [{id: regelverket, fra: 2000-01-01}]}
    medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
    """
    skriv(tmp_path, text)
    assert run(["--rot", str(tmp_path), *verb, "--dato", "2022-06-01"]) == 0
    (tmp_path / f"records/regelverk/{broken}.yaml").write_text("tittel: [", encoding="utf-8")
    capsys.readouterr()
    assert run(["--rot", str(tmp_path), *verb, "--dato", "2022-06-01"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "regelverket «regelverket» for utvalget kan ikke leses" in said.err


def test_a_term_that_is_too_long_is_told_with_the_last_day_it_may_have() -> None:
    rule = "regel: {regel: funksjonstid, hvem: {verv: leder}, lengde: 1 aar}\n"
    too_long = proevd(rule + FOLK, "leder", "kari", til="2024-06-30")
    assert too_long.kortere == date(2023, 12, 31)
    said = render(HER, too_long)
    assert "Valget blir lovlig med en kortere periode: --til 2023-12-31" in said
    assert "Ingen liten endring" not in said
    assert brutte(proevd(rule + FOLK, "leder", "kari", til=str(too_long.kortere))) == []


def test_where_more_is_broken_than_its_length_no_other_day_is_told() -> None:
    rules = """
regelverk/regelverket:
  tittel: Reglene
  type: mandat
  bestemmelser:
    - {id: tid, styrke: skal, avsnitt: A, regel: funksjonstid, hvem: {verv: leder}, lengde: 1 aar}
    - {id: side, styrke: skal, avsnitt: A, regel: krav, hver: oppnevning, der: {verv: leder}, skal_ha: {side: nav}}
utvalg: {regelverk: [{id: regelverket, fra: 2000-01-01}]}
"""
    assert proevd(rules + FOLK, "leder", "kari", til="2024-06-30").kortere is None
