"""How old somebody is by what is on record: the age when a term began, or what they turned that year."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerutvalg_cli.model.alder import foedt
from brukerutvalg_cli.model.medlem import Medlem
from smaa_registre import dom, utfall
from tilfeldige_registre import eksempler

FOERST = date(1995, 1, 1)
FOEDSELSDAGER = [FOERST + timedelta(days=n) for n in range(5 * 365)]
DAGER = st.dates(date(2003, 1, 1), date(2010, 12, 31)) | st.sampled_from(
    [date(2004, 2, 29), date(2008, 2, 29)]
)


def alder(foedt: date, dag: date) -> int:
    """One year for each birthday since the birth; who is born on a leap day has hers on the 1st of March."""
    return sum(
        (foedt.year + n, foedt.month, foedt.day) <= (dag.year, dag.month, dag.day) for n in range(1, 40)
    )


def en(foedt: date | None, *perioder: tuple[date, int]) -> Medlem:
    """One of these ages at the first day of each term; `foedt`: and who turned so old in a year, too."""
    terms = [{"verv": "medlem", "fra": str(day), "alder": str(age)} for day, age in perioder]
    if foedt:
        terms.append({"verv": "leder", "fra": "2003-05-01", "fyller": str(2003 - foedt.year)})
    return Medlem.model_validate({"navn": "Kari", "side": "bruker", "oppnevninger": terms})


@given(st.sampled_from(FOEDSELSDAGER), st.lists(DAGER, max_size=2), st.booleans(), DAGER)
@eksempler(25)
def test_the_ages_are_those_of_everybody_born_on_a_day_that_fits_what_is_on_record(
    egen: date, dager: list[date], aaret: bool, dag: date
) -> None:
    recorded = [(day, alder(egen, day)) for day in dager]
    known = foedt(en(egen if aaret else None, *recorded))
    if not recorded and not aaret:
        assert known is None
        return
    fits = [
        b
        for b in FOEDSELSDAGER
        if all(alder(b, day) == age for day, age in recorded) and (not aaret or b.year == egen.year)
    ]
    if fits[0] == FOERST or fits[-1] == FOEDSELSDAGER[-1]:
        return  # some who fit are born outside the days that are tried
    assert known is not None
    assert set(known.alder(dag)) == {alder(b, dag) for b in fits}
    assert set(known.fyller(dag.year)) == {dag.year - b.year for b in fits}


@given(st.sampled_from(FOEDSELSDAGER), DAGER, DAGER)
@eksempler(15)
def test_what_is_known_changes_on_no_other_day_than_those_named(egen: date, dag: date, fra: date) -> None:
    known = foedt(en(None, (dag, alder(egen, dag))))
    assert known is not None
    til = fra + timedelta(days=800)
    named = set(known.skifter(fra, til))
    for n in range(1, 801):
        day = fra + timedelta(days=n)
        before = day - timedelta(days=1)
        same = known.alder(day) == known.alder(before) and known.fyller(day.year) == known.fyller(before.year)
        assert same or day in named


def test_what_tells_against_itself_tells_nothing() -> None:
    assert foedt(en(date(1990, 1, 1), (date(2020, 1, 1), 12))) is None
    assert foedt(en(None, (date(2020, 1, 1), 5000))) is None  # nobody is so old


ALDER = """
regel: {regel: sammensetning, blant: medlemmer, naar: oppnevning, plasser: [{hvem: HVEM, mer_enn: 1/2}]}
hendelser: [{hva: oppnevningsrunde, dato: 2021-12-01, fra: 2022-01-01}]
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01, OM}]}
"""
OVER_SEKSTI = "{alder: {mer_enn: 60}}"
TENAARING = "{fyller: {minst: 13, hoeyst: 19}}"
BRUDD = ["feil sammensetning @ hendelser 0.fra"]
UVISST = ["uvisst 2022-01-01"]


@pytest.mark.parametrize(
    ("hvem", "om", "ventet"),
    [
        (OVER_SEKSTI, "alder: 61", []),
        (OVER_SEKSTI, "alder: 60", BRUDD),
        (OVER_SEKSTI, "alder: ukjent", UVISST),
        (OVER_SEKSTI, "av: ukjent", UVISST),
        (OVER_SEKSTI, "fyller: 62", []),
        (OVER_SEKSTI, "fyller: 61", UVISST),  # perhaps on the day itself
        (OVER_SEKSTI, "fyller: ukjent", UVISST),
        (TENAARING, "fyller: 13", []),
        (TENAARING, "fyller: 19", []),
        (TENAARING, "fyller: 12", BRUDD),
        (TENAARING, "fyller: 20", BRUDD),
        (TENAARING, "alder: 13", []),
        (TENAARING, "alder: 12", UVISST),
        (TENAARING, "alder: 11", BRUDD),
    ],
)
def test_an_age_is_asked_when_they_are_appointed_and_growing_older_mends_nothing(
    hvem: str, om: str, ventet: list[str]
) -> None:
    assert utfall(dom(ALDER.replace("HVEM", hvem).replace("OM", om))) == ventet


def test_a_composition_by_age_is_looked_at_anew_when_a_year_begins() -> None:
    rule = "{regel: sammensetning, blant: medlemmer, plasser: [{hvem: {fyller: {mer_enn: 19}}, hoeyst: 0}]}"
    kari = "medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01, fyller: 19}]}"
    text = f"regel: {rule}\n{kari}\ndato: "
    assert utfall(dom(text + "2022-12-31")) == []
    (found,) = dom(text + "2023-01-01").funn
    assert str(found.finding.since) == "2023-01-01"


def test_an_organisation_that_was_elected_has_no_age() -> None:
    rule = "{regel: sammensetning, blant: verv, plasser: [{hvem: {alder: {minst: 1}}, hoeyst: 0}]}"
    case = "{nr: 1/22, tittel: V, type: valg, valg: [{verv: arbeidsutvalg, valgt: [ffo], fra: 2022-01-01}]}"
    ffo = "organisasjoner: {ffo: {navn: FFO, type: paraply, side: bruker}}"
    assert utfall(dom(f"regel: {rule}\n{ffo}\nmoeter/2022-01-01: {{saker: [{case}]}}")) == []
