"""Mandates in time: one that has run out is told of, one decided afterwards says so, and what is carried on goes on."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerutvalg_cli.dommer.dom import Dom
from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.oversikt.stilling import stilling
from brukerutvalg_cli.rapport.skjerm import Skjerm
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.locate import Locator
from dommer.test_egenskaper_dom import EGNE, NAAR, ORGANISASJONER, REGISTRE, Register, regelverkene
from smaa_registre import dom as dommen
from smaa_registre import sagt, tree, utfall
from tilfeldige_registre import dom, eksempler, mappe, regelverk

ENDRET = st.lists(st.sampled_from([date(2021, 7, 1), date(2022, 1, 1), date(2022, 3, 15), date(2023, 2, 2)]),
                  min_size=1, max_size=2, unique=True)  # fmt: skip


def delt(register: Register, dager: list[date]) -> list[dict[str, Any]]:
    """The same rule set, listed anew from each of these days, the one before it ending the day before."""
    (entry,) = register["utvalg"]["regelverk"]
    starts = [entry["fra"], *(day for day in sorted(dager) if day > entry["fra"])]
    ends = [day - timedelta(1) for day in starts[1:]]
    names = [entry["id"] if nr == 0 else f"{entry['id']}-{nr}" for nr in range(len(starts))]
    return [
        {"id": name, "fra": fra} | ({"til": til} if til else {})
        for name, fra, til in zip(names, starts, [*ends, None], strict=True)
    ]


def doemt(register: Register, dato: date, listed: list[dict[str, Any]]) -> Dom:
    council = mappe(
        register["utvalg"] | {"regelverk": listed},
        medlemmer=register["medlemmer"],
        moeter=register["moeter"],
        hendelser=register["hendelser"],
    )
    known = regelverkene()
    rules = {entry["id"]: known.get(entry["id"]) or med_andre_ord(entry["id"]) for entry in listed}
    return dom(council, known | rules, dato, ORGANISASJONER)


def med_andre_ord(name: str) -> Any:
    """The rule set that the name is a copy of, saying the same in other words and under other headings."""
    rules = regelverkene()[name.rpartition("-")[0]]
    said = tuple(
        b.model_copy(update={"tekst": f"{b.tekst} Som før.", "avsnitt": "Nytt avsnitt"})
        for b in rules.bestemmelser
    )
    return rules.model_copy(update={"bestemmelser": said}).lagt_i(f"records/regelverk/{name}.yaml")


def funnet(findings: tuple[Finding, ...]) -> set[tuple[object, ...]]:
    """What is found, whichever of the mandates it is found by."""
    return {
        (f.kilde.bestemmelse if f.kilde else "", f.emne, f.message, f.severity, f.since) for f in findings
    }


@given(REGISTRE, ENDRET, NAAR)
@eksempler(300)
def test_a_mandate_in_other_words_changes_nothing(register: Register, dager: list[date], dato: date) -> None:
    whole = doemt(register, dato, register["utvalg"]["regelverk"])
    parts = doemt(register, dato, delt(register, [day for day in dager if day <= dato]))
    for part in ("findings", "fortsatt"):
        assert funnet(getattr(parts, part)) == funnet(getattr(whole, part))
    assert {(u.hjemmel.bestemmelse, u.emne) for u in parts.uvurdert} == {
        (u.hjemmel.bestemmelse, u.emne) for u in whole.uvurdert
    }
    assert {(r.hjemmel.bestemmelse, r.emne, r.rettelse.rettet) for r in parts.rettet} == {
        (r.hjemmel.bestemmelse, r.emne, r.rettelse.rettet) for r in whole.rettet
    }
    assert {(f.hva, f.om, f.dag) for f in parts.frister} == {(f.hva, f.om, f.dag) for f in whole.frister}


TO = """
dato: 2023-06-01
regelverk/a: {type: mandat, bestemmelser: [{id: r, avsnitt: A, styrke: skal, tekst: T, REGEL}]}
regelverk/b: {type: mandat, bestemmelser: [{id: ID, avsnitt: B, styrke: skal, tekst: U, REGEL}]}
utvalg: {regelverk: [{id: a, fra: 2021-01-01}, {id: b, fra: 2022-07-01}]}
moeter/2021-02-01: {}
moeter/2021-09-01: {}
"""
FIRE = "regel: hyppighet, hva: moete, minst: 1, per: kalenderaar"


def test_the_year_a_mandate_changed_is_judged_where_it_says_the_same() -> None:
    text = TO.replace("REGEL", FIRE)
    (said,) = [f.finding for f in dommen(text.replace("ID", "r")).funn]
    assert (said.emne, said.kilde and said.kilde.regelverk) == ("2022", "b")
    assert sagt(dommen(text.replace("ID", "annen"))) == []  # half a year of each


@pytest.mark.parametrize(
    "regel",
    [
        FIRE,
        "regel: hyppighet, hva: evaluering, minst: 1, per: halvaar",
        "regel: frist, hva: aarsmelding, senest: 1. oktober",
        "regel: bekreftelse, hver: kalenderaar",
        "regel: sammensetning, blant: medlemmer, plasser: [{minst: 2}]",
    ],
)
def test_what_is_judged_by_the_year_or_lasts_is_the_same_as_under_one_mandate(regel: str) -> None:
    """With the change in the middle of a half-year, on the last day of a year, and on the first of one."""
    member = "medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-02-01}]}\n"
    text = TO.replace("REGEL", regel).replace("ID", "r") + member
    whole = dommen(text.replace(", {id: b, fra: 2022-07-01}", ""))
    said = {(f.finding.emne, f.finding.since, f.finding.message) for f in whole.funn if f.finding.kilde}
    assert said
    for day in ("2022-05-10", "2022-12-31", "2023-01-01"):
        parts = dommen(text.replace("2022-07-01", day))
        assert {
            (f.finding.emne, f.finding.since, f.finding.message) for f in parts.funn if f.finding.kilde
        } == said


def test_what_was_decided_of_it_goes_on() -> None:
    text = (
        TO.replace("REGEL", FIRE).replace("ID", "r").replace("2022-07-01}]", "2022-07-01}], avvik: [AVVIK]")
    )
    text += "moeter/2023-02-01: {saker: [{nr: 1/23, tittel: S, type: vedtak, vedtak: {tekst: Ja.}}]}\n"
    decided = "{bestemmelse: r, regelverk: a, gjelder: 2022, grunn: G, vedtatt_i: 1/23}"
    assert utfall(dommen(text.replace("AVVIK", decided)), "r") == ["fraveket 2022"]


SENT = """
dato: 2026-06-10
regelverk/gammelt: {type: mandat, bestemmelser: [GAMMEL]}
regelverk/nytt:
  type: mandat
  datert: DATERT
  bestemmelser: [NYE]
utvalg: {regelverk: [{id: gammelt, fra: 2026-01-01}, {id: nytt, fra: 2026-02-01VEDTATT}]}
moeter/2026-03-04: {sendt: {sakspapirer: 2026-02-02}}
moeter/2026-06-03: {sendt: {sakspapirer: 2026-04-24}, saker: [{nr: 2/26, tittel: Mandat, type: vedtak}]}
"""
FRIST = (
    "{id: papirer, avsnitt: A, styrke: skal, tekst: T, "
    "regel: frist, hva: sakspapirer, senest: 40 dager, foer: moete}"
)


def sent(datert: str, vedtatt: str = "", gammel: str = "") -> list[str]:
    text = SENT.replace("DATERT", datert).replace("VEDTATT", vedtatt and f", vedtatt_i: {vedtatt}")
    report = dommen(text.replace("GAMMEL", gammel).replace("NYE", FRIST))
    found = [f.finding for f in report.funn if f.finding.name == "frist"]
    return [f"{f.severity} {'vedtatt først' in f.message}" for f in found]


@pytest.mark.parametrize(
    ("datert", "vedtatt", "ventet"),
    [
        ("2026-06-03", "", ["advarsel True"]),
        ("2026-06-03", "2/26", ["advarsel True"]),
        ("ukjent", "2/26", ["advarsel True"]),
        ("2026-01-20", "2/26", ["advarsel True"]),  # the meeting is what decided it
        ("2026-01-20", "", ["feil False"]),
        ("2026-01-23", "", ["feil False"]),  # the last day for the papers was 23 January
        ("2026-01-24", "", ["advarsel True"]),
        ("2026", "", ["feil False"]),  # on some day of that year
        ("ukjent", "", ["feil False"]),
    ],
)
def test_what_was_done_before_the_mandate_was_decided_says_so(
    datert: str, vedtatt: str, ventet: list[str]
) -> None:
    assert sent(datert, vedtatt) == ventet


def test_what_the_old_mandate_said_too_was_broken_then() -> None:
    assert sent("2026-06-03", "2/26", FRIST) == ["feil False"]


UTE = """
dato: DAG
regelverk/m: {type: TYPE, bestemmelser: []}
utvalg: {regelverk: [{id: m, fra: 2020-01-01, til: 2023-12-31}FLERE]}
"""


@pytest.mark.parametrize(
    ("dag", "type", "flere", "ventet"),
    [
        ("2023-12-31", "mandat", "", []),
        ("2024-01-01", "mandat", "", ["advarsel mandat-ute @ utvalg regelverk.0.til"]),
        ("2024-01-01", "lov", "", []),
        ("2024-01-01", "mandat", ", {id: m, fra: 2024-01-01}", []),
        (
            "2024-01-01",
            "mandat",
            ", {id: m, fra: 2024-01-02}",
            ["advarsel mandat-ute @ utvalg regelverk.0.til"],
        ),
    ],
)
def test_a_mandate_that_ran_out(dag: str, type: str, flere: str, ventet: list[str]) -> None:
    assert (
        sagt(dommen(UTE.replace("DAG", dag).replace("TYPE", type).replace("FLERE", flere), hele=True))
        == ventet
    )


# Until a day that it says itself

PAPIRENE = "regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete"
MOETER = """
dato: 2024-03-01
moeter/2023-11-15: {sendt: {sakspapirer: 2023-11-14}}
moeter/2024-02-14: {sendt: {sakspapirer: 2024-02-13}}
"""


@pytest.mark.parametrize(
    "regelverk",
    [
        f"regelverk/m: {{type: mandat, gjelder_til: 2023-12-31, bestemmelser: [{{{PAPIRENE}}}]}}\n",
        f"regelverk/m: {{type: mandat, bestemmelser: [{{{PAPIRENE}, gjelder_til: 2023-12-31}}]}}\n",
    ],
    ids=["the rule set", "the provision"],
)
@pytest.mark.parametrize(
    ("til", "antall"), [("2023-12-31", 1), ("2024-02-14", 2), ("2023-11-15", 1), ("2023-11-14", 0)]
)
def test_it_binds_until_the_day_it_says_itself(regelverk: str, til: str, antall: int) -> None:
    rules = regelverk.replace("2023-12-31", til)
    found = dommen(f"{rules}utvalg: {{regelverk: [{{id: m, fra: 2020-01-01}}]}}\n{MOETER}")
    assert len([line for line in sagt(found) if " frist " in line]) == antall


@pytest.mark.parametrize(
    ("til", "dag"),
    [(", til: 2022-12-31", "2022-12-31"), ("", "2023-12-31"), (", til: 2025-12-31", "2023-12-31")],
)
def test_the_first_of_its_last_days_is_the_one(til: str, dag: str) -> None:
    rules = "regelverk/m: {type: mandat, gjelder_til: 2023-12-31, bestemmelser: []}\n"
    council = f"utvalg: {{regelverk: [{{id: m, fra: 2020-01-01{til}}}]}}\n"
    (found,) = dommen(f"dato: 2024-01-01\n{rules}{council}", hele=True).funn
    assert str(found.finding.since) == str(date.fromisoformat(dag) + timedelta(days=1))


def test_a_mandate_that_says_itself_until_when_is_told_of_in_that_word() -> None:
    rules = "regelverk/m: {type: mandat, gjelder_til: 2023-12-31, bestemmelser: []}\n"
    (found,) = dommen(
        f"dato: 2024-01-01\n{rules}utvalg: {{regelverk: [{{id: m, fra: 2020-01-01}}]}}\n", hele=True
    ).funn
    assert "stryk «gjelder_til» i m" in found.finding.help


@pytest.mark.parametrize(("dato", "antall"), [("2023-12-31", 1), ("2024-01-01", 0)])
def test_what_is_over_is_not_among_what_binds(dato: str, antall: int) -> None:
    text = f"""
regelverk/m: {{type: mandat, bestemmelser: [{{{PAPIRENE}, gjelder_til: 2023-12-31}}]}}
utvalg: {{regelverk: [{{id: m, fra: 2020-01-01}}]}}
"""
    lastet = load(tree(text))
    council, day = lastet.register.mapper["utvalget"], date.fromisoformat(dato)
    skjerm = Skjerm(Locator(tree(text)), lastet.register)
    (bound,) = stilling(council, lastet.register, lastet.regelverk, day, skjerm)
    assert len(bound.punkter) == antall


def test_a_new_mandate_ends_the_old_before_its_own_day() -> None:
    rules = f"""
regelverk/gammelt: {{type: mandat, gjelder_til: 2025-12-31, bestemmelser: [{{{PAPIRENE}}}]}}
regelverk/nytt: {{type: mandat, bestemmelser: []}}
utvalg: {{regelverk: [{{id: gammelt, fra: 2020-01-01}}, {{id: nytt, fra: 2024-01-01}}]}}
"""
    assert len([line for line in sagt(dommen(rules + MOETER)) if " frist " in line]) == 1


NESTE = """
dato: 2024-06-01
regel: {regel: sammensetning, blant: medlemmer, gjelder_fra: neste_oppnevning, plasser: [{minst: 2}]}
utvalg: {regelverk: [{id: regelverket, fra: 2022-06-01}]}
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2021-01-01, til: 2024-12-31}]}
"""


@pytest.mark.parametrize(
    ("runder", "fra"),
    [
        ("", None),  # nobody has been appointed since
        ("hendelser: [{hva: oppnevningsrunde, dato: 2022-05-31}]", None),
        ("hendelser: [{hva: oppnevningsrunde, dato: 2022-06-01}]", "2022-06-01"),
        ("hendelser: [{hva: oppnevningsrunde, dato: 2022-12-01, fra: 2023-01-01}]", "2023-01-01"),
    ],
)
def test_a_composition_from_the_next_appointment(runder: str, fra: str | None) -> None:
    found = [str(f.finding.since) for f in dommen(NESTE + runder).funn]
    assert found == ([fra] if fra else [])


def test_when_the_next_appointment_is_unknown() -> None:
    unknown = NESTE + "hendelser: [{hva: oppnevningsrunde, dato: ukjent}]"
    assert utfall(dommen(unknown)) == ["uvisst neste_oppnevning"]


def test_own_rules_are_all_of_a_kind_that_can_be_carried_on() -> None:
    assert len(regelverk(*EGNE).bestemmelser) == len(EGNE)
