"""How many organisations there are: each counts once, however many sit for it, in every world that is open."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerutvalg_cli.mandat.verdier.telling import Bytte, Plass, Telling
from brukerutvalg_cli.model.visshet import UVISST, Uvisst, Visshet
from smaa_registre import dom, meldinger, utfall
from tilfeldige_registre import eksempler

Person = tuple[Visshet, Visshet, "str | Uvisst | None"]
"""Whether somebody is there, whether the line counts them, and whom they sit for."""
VISSHET = st.sampled_from([True, True, False, UVISST])
PERSON = st.tuples(VISSHET, VISSHET, st.sampled_from(["ffo", "ffo", "safo", None, UVISST]))
TALL = st.sampled_from(
    [{"minst": 1}, {"minst": 2}, {"antall": 2}, {"hoeyst": 1}, {"mer_enn": 2}, {"antall": 0}]
)
ANDEL = st.sampled_from([{"minst": "1/2"}, {"mer_enn": "1/2"}, {"hoeyst": "40 %"}, {"antall": "1/2"}])


def utfallene(value: Visshet) -> tuple[bool, ...]:
    return (True, False) if isinstance(value, Uvisst) else (value,)


def telt(folk: list[Person]) -> set[tuple[int, int]]:
    """Every count there can be, with the number of organisations in all."""
    found = set()
    # Each whom nobody knows may sit for one that somebody is known to sit for, or for one more.
    bodies = [
        ("ffo", "safo", *(f"en annen {n}" for n in range(len(folk)))) if body == UVISST else (body,)
        for _, _, body in folk
    ]
    for there, counts, names in product(
        product(*(utfallene(p[0]) for p in folk)),
        product(*(utfallene(p[1]) for p in folk)),
        product(*bodies),
    ):
        whole = {name for name, is_there in zip(names, there, strict=True) if is_there and name}
        line = {n for n, t, c in zip(names, there, counts, strict=True) if t and c and n}
        found.add((len(line), len(whole)))
    return found


def tellingen(plass: Plass, folk: list[Person]) -> Telling:
    telling = Telling([plass])
    for there, counts, body in folk:
        telling.tell(there, [counts], body)
    return telling


def plassen(mengde: dict[str, Any]) -> Plass:
    return Plass.model_validate({"hvem": {"side": "bruker"}, "telles": "organisasjoner"} | mengde)


@given(st.lists(PERSON, max_size=3), TALL)
@eksempler(300)
def test_a_count_is_judged_where_every_world_says_the_same(
    folk: list[Person], mengde: dict[str, Any]
) -> None:
    plass = plassen(mengde)
    verdicts = {plass.oppfylt(count, whole) for count, whole in telt(folk)}
    assert tellingen(plass, folk).dom(0) == (verdicts.pop() if len(verdicts) == 1 else UVISST)


@given(st.lists(PERSON, max_size=3), ANDEL)
@eksempler(300)
def test_a_share_is_never_judged_where_worlds_differ(folk: list[Person], mengde: dict[str, Any]) -> None:
    plass = plassen(mengde)
    verdicts = {plass.oppfylt(count, whole) for count, whole in telt(folk)}
    judged = tellingen(plass, folk).dom(0)
    assert isinstance(judged, Uvisst) or verdicts == {judged}
    if all(UVISST not in p[:2] and p[2] != UVISST for p in folk):
        assert not isinstance(judged, Uvisst)


@given(st.lists(PERSON, max_size=4), st.lists(PERSON, max_size=3), TALL)
@eksempler(200)
def test_who_comes_and_goes_leaves_the_count_as_it_was(
    folk: list[Person], andre: list[Person], mengde: dict[str, Any]
) -> None:
    plass = plassen(mengde)
    telling = tellingen(plass, folk)
    for step in (1, -1):
        for there, counts, body in andre:
            telling.tell(there, [counts], body, step)
    assert telling.dom(0) == tellingen(plass, folk).dom(0)


@given(
    st.lists(st.sampled_from(["ffo", "ffo", "safo", None, UVISST]), min_size=1, max_size=4),
    st.integers(0, 4), st.integers(0, 4), TALL,
)  # fmt: skip
@eksempler(200)
def test_those_of_whom_some_came_are_counted_in_every_way_they_can_have_been(
    orgs: list[str | Uvisst | None], fra: int, til: int, mengde: dict[str, Any]
) -> None:
    fra, til = sorted((min(fra, len(orgs)), min(til, len(orgs))))
    plass = plassen(mengde)
    telling = tellingen(plass, [(True, False, body) for body in orgs])
    telling.bytt([Bytte(True, [False], [True], body) for body in orgs], fra, til)
    verdicts = {
        plass.oppfylt(count, count)
        for came in product((True, False), repeat=len(orgs))
        if fra <= sum(came) <= til
        for count, _ in telt([(True, is_there, body) for is_there, body in zip(came, orgs, strict=True)])
    }
    judged = telling.dom(0)
    assert isinstance(judged, Uvisst) or verdicts == {judged}


MINST_TO = """
regel:
  regel: sammensetning
  blant: medlemmer
  plasser: [{hvem: {side: bruker}, telles: organisasjoner, minst: 2}]
organisasjoner:
  ffo: {navn: FFO, type: paraply, side: bruker}
  safo: {navn: SAFO, type: paraply, side: bruker}
medlemmer/kari: {representerer: ffo, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
medlemmer/per: {representerer: ANDRE, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
"""


@pytest.mark.parametrize(
    ("andre", "funn"),
    [("safo", []), ("ffo", ["feil sammensetning @ utvalg regelverk.0.id"]), ("ukjent", ["uvisst medlemmer"])],
)
def test_two_from_one_organisation_are_one(andre: str, funn: list[str]) -> None:
    assert utfall(dom(MINST_TO.replace("ANDRE", andre)), "regelen") == funn


def test_the_finding_counts_organisations_and_says_that_one_is_missing() -> None:
    report = dom(MINST_TO.replace("ANDRE", "ffo"))
    (message,) = meldinger(report)
    assert message == (
        "fra 1. januar 2022 har utvalget 1 organisasjon fra brukersiden; "
        "regelverket vil ha minst 2 organisasjoner fra brukersiden"
    )
    assert "finn én organisasjon til fra brukersiden" in report.funn[0].finding.help


def test_what_is_unknown_is_whom_a_person_sits_for() -> None:
    (unsure,) = dom(MINST_TO.replace("ANDRE", "ukjent")).ikke_vurdert
    assert "hvem Per representerer, er ukjent" in unsure.finding.message


TO_MOETER = """
regel:
  regel: sammensetning
  blant: medlemmer
  naar: vedtak
  plasser: [{hvem: til_stede, telles: organisasjoner, minst: 2}]
organisasjoner:
  ffo: {navn: FFO, type: paraply, side: bruker}
  safo: {navn: SAFO, type: paraply, side: bruker}
medlemmer/kari: {representerer: ffo, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
medlemmer/ola: {representerer: ffo, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
medlemmer/per: {representerer: safo, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
medlemmer/vera: {representerer: ffo, oppnevninger: [{verv: vara, fra: 2022-01-01, vara_for: ffo}]}
moeter/2022-11-16:
  oppmoete: [OPPMOETE]
  saker: [{nr: 1/22, tittel: A, type: vedtak, vedtak: {tekst: Ja.}}]
"""


@pytest.mark.parametrize(
    ("oppmoete", "brutt"),
    [
        ("{person: per}, {person: kari}", False),
        ("{person: kari}, {person: ola}", True),
        # Whichever of the two the deputy stood in for, FFO was there.
        ("{person: per}, {person: vera, vara_for: ffo}", False),
    ],
)
def test_organisations_that_are_there_are_counted(oppmoete: str, brutt: bool) -> None:
    found = utfall(dom(TO_MOETER.replace("OPPMOETE", oppmoete)), "regelen")
    assert bool(found) == brutt


def test_gender_is_counted_in_people() -> None:
    plass = "{telles: organisasjoner, minst: 1}"
    rule = f"regel: {{regel: sammensetning, blant: medlemmer, for_hver: kjoenn, plasser: [{plass}]}}"
    assert any("ingen har kjønn i registeret" in text for text in meldinger(dom(rule)))
