"""Two ways to write one composition give one answer, with any key and whatever is unknown."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smaa_registre import dom, meldinger, utfall
from tilfeldige_registre import eksempler

Post = dict[str, Any]
VERVENE = ["leder", "medlem", "vara", "sekretaer", "redaksjonsraad"]
SIDE = st.sampled_from(["bruker", "nav", "ukjent"])
TERM = st.fixed_dictionaries(
    {
        "verv": st.sampled_from(VERVENE),
        "fra": st.sampled_from(["2022-01-01", "2022-06-01", "2023-01-01", "ukjent"]),
        "til": st.sampled_from([None, None, "2022-12-31", "ukjent"]),
    }
).map(lambda term: {key: value for key, value in term.items() if value})
PERSON = st.fixed_dictionaries({"side": SIDE, "oppnevninger": st.lists(TERM, max_size=2)})
FOLK = st.lists(PERSON, max_size=3)
LINJE = st.sampled_from(
    [
        {"minst": "1"},
        {"antall": "1"},
        {"hvem": {"side": "bruker"}, "minst": "1"},
        {"hvem": {"side": "nav"}, "hoeyst": "1"},
        {"hvem": {"side": "bruker"}, "mer_enn": "1/2"},
        {"hvem": {"side": "bruker"}, "telles": "organisasjoner", "minst": "1"},
    ]
)
NOEKLER = st.sampled_from(
    [
        {},
        {"ogsaa_tom": "ja"},
        {"ogsaa_tom": "nei"},
        {"naar": "oppnevning"},
        {"naar": "moete"},
        {"naar": "vedtak"},
        {"for_hver": "side"},
        {"for_hver": "medlem"},
        {"for_hver": "organisasjon"},
        {"gjelder_fra": "neste_oppnevning"},
    ]
)
VALGT = st.lists(st.sampled_from(["p0", "p1", "p2"]), max_size=2, unique=True)


def register(people: list[Post], valgt: list[str], regler: list[Post], **council: str) -> Post:
    there = [{"person": f"p{nr}"} for nr in range(len(people))][:2]
    elected = [name for name in valgt if int(name[1]) < len(people)]
    case: Post = {"nr": "1/22", "tittel": "Valg", "type": "vedtak", "vedtak": {"tekst": "Ja."}}
    if elected:
        case["valg"] = [{"verv": "redaksjonsraad", "fra": "2022-12-01", "valgt": elected}]
    return {
        "regler": regler,
        "utvalg": {"organisasjoner": ["ffo"]} | council,
        "organisasjoner": {"ffo": {"navn": "FFO", "type": "paraply", "side": "bruker"}},
        "hendelser": [{"hva": "oppnevningsrunde", "dato": "2022-06-01"}],
        "moeter/2022-11-16": {"oppmoete": there, "saker": [case]},
        **{f"medlemmer/p{nr}": person for nr, person in enumerate(people)},
    }


def svar(register: Post) -> list[str]:
    report = dom(register)
    return sorted([*utfall(report), *meldinger(report)])


def regel(blant: Any, linjer: list[Post], mer: Post) -> Post:
    rule: Post = {"regel": "sammensetning", "blant": blant, "plasser": linjer} | mer
    said: Post = json.loads(
        json.dumps(rule)
    )  # nothing stands in it twice: YAML would write that as an anchor
    return said


@given(
    FOLK, VALGT, st.sampled_from(VERVENE), LINJE, NOEKLER, st.sampled_from(["fullstendig", "ufullstendig"])
)
@eksempler(90)
def test_a_verv_by_its_name_is_those_who_are_picked_out_by_it(
    people: list[Post], valgt: list[str], verv: str, linje: Post, mer: Post, liste: str
) -> None:
    ways = (verv, [verv], {"verv": verv}, {"verv": [verv]}, [{"verv": verv}])
    answers = [svar(register(people, valgt, [regel(way, [linje], mer)], medlemsliste=liste)) for way in ways]
    assert all(answer == answers[0] for answer in answers)


@given(FOLK, VALGT, st.sampled_from([*VERVENE, "medlemmer", "oppnevnte"]), st.tuples(LINJE, LINJE), NOEKLER)
@eksempler(90)
def test_two_lines_are_broken_where_one_of_two_provisions_is(
    people: list[Post], valgt: list[str], blant: str, linjer: tuple[Post, Post], mer: Post
) -> None:
    def verdict(rules: list[Post]) -> set[str]:
        report = dom(register(people, valgt, rules))
        return {word.split()[0] for word in utfall(report)}

    both = verdict([regel(blant, [*linjer], mer)])
    apart = verdict([regel(blant, [line], mer) for line in linjer])
    assert ("feil" in both) == ("feil" in apart)
    # What is broken whatever is unknown of the other line, is broken; what is not, is as little known in two.
    assert "uvisst" not in both or "uvisst" in apart


@given(FOLK, VALGT, st.permutations(VERVENE), LINJE, NOEKLER)
@eksempler(80)
def test_two_groups_in_one_provision_are_two_provisions(
    people: list[Post], valgt: list[str], verv: list[str], linje: Post, mer: Post
) -> None:
    one = dom(register(people, valgt, [regel(verv[:2], [linje], mer)]))
    two = dom(register(people, valgt, [regel(each, [linje], mer) for each in verv[:2]]))
    assert sorted(meldinger(one)) == sorted(meldinger(two))
    assert {w.split()[0] for w in utfall(one)} == {w.split()[0] for w in utfall(two)}


def test_a_group_s_name_is_no_verv() -> None:
    rule = "regel: {regel: sammensetning, blant: {verv: medlemmer}, plasser: [{minst: 1}]}"
    assert any("medlemmer" in message for message in meldinger(dom(rule)))


LEDER = """
regel: {regel: sammensetning, blant: leder, plasser: [LINJE]}
utvalg: {grupper: [syn]}
organisasjoner: {ffo: {navn: FFO, type: paraply, side: bruker}, safo: {navn: SAFO, type: paraply, side: bruker}}
medlemmer/kari: {navn: Kari Nordmann, side: nav, representerer: safo, funksjon: [{funksjon: nav-leder}],
  oppnevninger: [{verv: leder, fra: 2022-01-01}]}
"""


@pytest.mark.parametrize(
    ("linje", "sagt"),
    [
        (
            "{hvem: {side: bruker}, antall: 1}",
            "lederen skal sitte for brukersiden, men Kari Nordmann sitter for Nav",
        ),
        ("{hvem: {side: nav}, antall: 0}", "lederen skal ikke sitte for Nav, men det gjør Kari Nordmann"),
        (
            "{hvem: {organisasjon: ffo}, minst: 1}",
            "lederen skal sitte for FFO, men Kari Nordmann sitter for SAFO",
        ),
        (
            "{hvem: {gruppe: syn}, minst: 1}",
            "lederen skal være en som taler for syn, men Kari Nordmann er ikke det",
        ),
        (
            "{hvem: {funksjon: nav-leder}, antall: 0}",
            "lederen skal ikke være en som er Nav-leder, men det er Kari Nordmann",
        ),
    ],
)
def test_a_composition_of_one_is_a_sentence_about_that_one(linje: str, sagt: str) -> None:
    report = dom(LEDER.replace("LINJE", linje))
    assert meldinger(report) == [f"{sagt} fra 1. januar 2022"]
    (finding,) = (located.finding for located in report.funn)
    assert str(finding.place.path).endswith("medlemmer/kari.yaml")
    assert "i stedet for Kari Nordmann" in finding.help


def test_one_too_few_is_still_a_count() -> None:
    assert meldinger(dom(LEDER.replace("LINJE", "{antall: 2}"))) == [
        "fra 1. januar 2022 har lederen 1; regelverket vil ha 2"
    ]


def test_a_line_in_order_is_not_told() -> None:
    rule = """
regel:
  regel: sammensetning
  blant: medlemmer
  plasser: [{hvem: {side: bruker}, antall: 1}, {hvem: {side: nav}, antall: 1}]
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
"""
    assert meldinger(dom(rule)) == [
        "fra 1. januar 2022 har utvalget ingen fra Nav; regelverket vil ha 1 fra Nav"
    ]
