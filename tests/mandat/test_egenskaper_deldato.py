"""A day that is known only by its year or its month makes no finding that was not there with the day itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import ValidationError

from brukerutvalg_cli.dommer.dom import Dom
from brukerutvalg_cli.funn.finding import Finding, Utfall
from brukerutvalg_cli.mandat.funksjon import paa_rad
from brukerutvalg_cli.mandat.funksjon.for_mye import PaaRad
from brukerutvalg_cli.mandat.funksjon.vendedager import Vendedager, Vendinger
from brukerutvalg_cli.model.deldato import les_deldato
from brukerutvalg_cli.model.sete import Sete
from dommer import test_egenskaper_klokke as klokke
from dommer.test_egenskaper_dom import NAAR, REGISTRE, Register, doemt, fakta, fantes, satt
from mandat import test_egenskaper_funksjonstid as tider
from smaa_registre import dom as sett
from smaa_registre import meldinger, utfall
from tilfeldige_registre import dager, dom, eksempler, regelverk

Post = dict[str, Any]
LENGDE = {"aar": 4, "maaned": 7}


def dagene(register: Register) -> list[tuple[tuple[Any, ...], date]]:
    """The route to every day on record, with the day."""
    found = []
    for route in fakta({key: register[key] for key in ("medlemmer", "moeter", "hendelser")}):
        value: Any = register
        for key in route:
            value = value[key]
        if isinstance(value, date):
            found.append((route, value))
    return found


def alt_brutt(found: Dom) -> list[Finding]:
    """What is broken, also what is told of with another breach that it goes on from: one period too many, and the next.
    Where the first of them is not so whichever day is meant, the next is told of by itself."""
    return [*found.findings, *found.fortsatt]


@given(REGISTRE, st.integers(0, 10**6), st.sampled_from(sorted(LENGDE)), NAAR)
@eksempler(250)
def test_no_finding_is_made_by_a_part_of_a_day(register: Register, which: int, hvor: str, dato: date) -> None:
    days = dagene(register)
    assume(days)
    route, day = days[which % len(days)]
    try:
        after = doemt(satt(register, route, str(day)[: LENGDE[hvor]]), dato)
    except ValidationError:
        return  # not a day that may be unknown
    before = alt_brutt(doemt(register, dato))
    assert [f for f in after.findings if not fantes(f, before)] == []


@given(
    klokke.REGISTRE,
    st.integers(0, len(klokke.REGLER) - 1),
    st.integers(0, 10**6),
    st.sampled_from(["ukjent", "aar", "maaned"]),
    klokke.DAGEN,
)
@eksempler(250)
def test_nor_by_not_knowing_in_a_register_with_leaves_spans_and_rounds_that_end(
    register: Register, nr: int, which: int, hvor: str, dato: date
) -> None:
    days = dagene(register)
    assume(days)
    route, day = days[which % len(days)]
    said = str(day)[: LENGDE[hvor]] if hvor in LENGDE else "ukjent"
    rules = klokke.bestemmelse(nr)
    try:
        after = klokke.doemt(satt(register, route, said), rules, dato)
    except ValidationError:
        return
    before = alt_brutt(klokke.doemt(register, rules, dato))
    assert [f for f in after.findings if not fantes(f, before)] == []


@given(
    tider.terminer(),
    tider.ANDRE,
    tider.RUNDENE,
    tider.REGLER,
    st.integers(0, 10),
    st.sampled_from(["fra", "til"]),
    st.sampled_from(["maaned"] * 5 + ["aar"]),
)
@eksempler(150)
def test_of_a_term_what_every_day_that_may_be_meant_makes_true_is_said(
    entries: list[Post],
    andre: list[list[Post]],
    runder: list[tider.Runde],
    regel: Post,
    nr: int,
    key: str,
    hvor: str,
) -> None:
    """And where the days do not agree, that it cannot be judged."""
    assume(entries)
    nr %= len(entries)
    written = str(entries[nr][key])[: LENGDE[hvor]]
    part = les_deldato(written)
    assert part
    other = entries[nr]["til" if key == "fra" else "fra"]
    days = [day for day in part.dager if (day <= other if key == "fra" else other <= day)]
    rules = {"r": regelverk(regel | {"hvem": {"verv": "medlem"}})}

    def brutt(day: date | str) -> tuple[set[tuple[bool, int, str]], set[bool]]:
        """Which of her terms is too long, or one too many on end; and which of the two nobody knows."""
        said = [e | ({key: day} if i == nr else {}) for i, e in enumerate(entries)]
        found = dom(tider.utvalget(said, runder, {"r": tider.BINDING}, andre), rules, tider.ETTER_ALT)
        about = [f for f in (*found.findings, *found.fortsatt) if f.emne.startswith("kari")]
        unsure = {"på rad" in u.emne for u in found.uvurdert if u.emne.startswith("kari")}
        at = [("på rad" in f.emne, int(f.place.route[1]), f.emne.split()[-1]) for f in about]
        return {
            (on_end, i, "" if (i, key) == (nr, "fra") and begun == str(day) else begun)
            for on_end, i, begun in at
        }, unsure

    known = [brutt(day)[0] for day in days]
    said, unsure = brutt(written)

    assert said == set.intersection(*known)
    assert unsure == {on_end for on_end, *_ in set.union(*known) - said}


def hver_dag(_: object, sete: object, key: str, span: Vendinger, *rest: object) -> list[date]:
    return list(dager(*span))


@given(
    st.one_of(tider.terminer(), tider.AAPNE),
    tider.ANDRE,
    tider.RUNDENE,
    tider.REGLER,
    st.sampled_from([{}, {}, {"til_sammen": "3 perioder"}, {"til_sammen": "4 aar", "omtrent": "1 maaned"}]),
    st.lists(
        st.tuples(
            st.integers(0, 6), st.sampled_from(["fra", "til"]), st.sampled_from(["maaned"] * 4 + ["aar"])
        ),
        min_size=1,
        max_size=2,
    ),
)
@eksempler(24)
def test_the_days_that_are_tried_say_what_every_day_that_may_be_meant_says(
    entries: list[Post],
    andre: list[list[Post]],
    runder: list[tider.Runde],
    regel: Post,
    mer: Post,
    deler: list[tuple[int, str, str]],
) -> None:
    """Of several days of a person that are not known, too: all that is said, and how it is said."""
    assume(entries)
    said, ways = [dict(e) for e in entries], 1
    for nr, key, hvor in deler:
        term = said[nr % len(said)]
        if isinstance(term[key], date):
            term[key] = str(term[key])[: LENGDE[hvor]]
            ways *= {"maaned": 31, "aar": 366}[hvor]
    assume(ways < 1000)
    rules = {"r": regelverk(regel | mer | {"hvem": {"verv": "medlem"}})}

    def sagt() -> list[list[object]]:
        found = dom(tider.utvalget(said, runder, {"r": tider.BINDING}, andre), rules, tider.ETTER_ALT)
        return [list(found.findings), list(found.fortsatt), list(found.uvurdert)]

    few = sagt()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Vendedager, "av", hver_dag)
        patched.setattr("brukerutvalg_cli.mandat.funksjon.mulige.for_lite", lambda *_: False)
        assert few == sagt()


@pytest.fixture
def proevd(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Whose terms are judged on end, once for each way they may have been."""
    tried: list[str] = []
    vurdert = paa_rad._vurdert

    def noter(counted: PaaRad, person: str, held: Sequence[Sete]) -> Iterator[Finding]:
        tried.append(person)
        return vurdert(counted, person, held)

    monkeypatch.setattr(paa_rad, "_vurdert", noter)
    return tried


ANNETHVERT = [(date(year, 1, 1), date(year + 1, 12, 31)) for year in range(2013, 2026, 2)]


@pytest.mark.parametrize("runder", [[], ANNETHVERT])
def test_a_year_is_judged_by_a_few_of_its_days_however_many_sit(
    runder: list[tider.Runde], proevd: list[str]
) -> None:
    rule = {"regel": "funksjonstid", "hvem": {"verv": "medlem"}, "lengde": "2 aar", "paa_rad": "1 periode"}
    terms: list[Post] = [
        {"verv": "medlem", "fra": "2019", "til": date(2020, 12, 31)},
        {"verv": "medlem", "fra": date(2021, 1, 1), "til": date(2022, 12, 31)},
    ]
    council = tider.utvalget(terms, runder, {"r": tider.BINDING}, [terms] * 8)
    found = dom(council, {"r": regelverk(rule)}, tider.ETTER_ALT)
    assert sum("på rad" in f.emne for f in found.findings) == 9
    assert max(Counter(proevd).values()) < 10


def test_what_is_too_little_whichever_day_is_meant_is_tried_on_one(proevd: list[str]) -> None:
    rules = {"r": regelverk({"regel": "funksjonstid", "hvem": {"verv": "medlem"}, "paa_rad": "2 perioder"})}
    terms: list[Post] = [{"verv": "medlem", "fra": year, "til": year} for year in ("2019", "2020")]
    assert dom(tider.utvalget(terms, [], {"r": tider.BINDING}), rules, tider.ETTER_ALT).uvurdert == ()
    assert len(proevd) == 1
    more: list[Post] = [
        {"verv": "medlem", "fra": date(2018, 1, 1), "til": date(2018, 12, 31)},
        {"verv": "medlem", "fra": "2020", "til": date(2021, 12, 31)},  # with a year between them, or not
    ]
    dom(tider.utvalget([terms[0], *more], [], {"r": tider.BINDING}), rules, tider.ETTER_ALT)
    assert len(proevd) > 2


@pytest.mark.parametrize(
    ("limit", "uvisse"),
    [
        ("1 periode", ["2019", "2020", "2021"]),
        ("2 perioder", ["2020", "2021"]),
        ("3 perioder", ["2021"]),
        ("3 aar", ["2020", "2021"]),
    ],
)
def test_what_may_have_been_in_more_ways_than_are_gone_through_is_not_known(
    limit: str, uvisse: list[str], proevd: list[str]
) -> None:
    """Even where it is too much both as long and as short as it may have been: no more than those two are tried. But it
    is known of those that come too early to be too much."""
    rules = {"r": regelverk({"regel": "funksjonstid", "hvem": {"verv": "medlem"}, "paa_rad": limit})}
    terms: list[Post] = [
        {"verv": "medlem", "fra": year, "til": year} for year in ("2018", "2019", "2020", "2021")
    ]
    found = dom(tider.utvalget(terms, [], {"r": tider.BINDING}), rules, tider.ETTER_ALT)
    assert [(u.emne, u.utfall) for u in found.uvurdert] == [
        (f"kari medlem på rad {fra}", Utfall.UVISST) for fra in uvisse
    ]
    assert list(found.findings) == []
    assert len(proevd) <= 2


@pytest.mark.parametrize(("fra", "til"), [("2021", "ukjent"), ("ukjent", "2021")])
def test_a_term_of_which_one_day_is_not_known_at_all_is_not_judged(fra: str, til: str) -> None:
    rules = {"r": regelverk({"regel": "funksjonstid", "hvem": {"verv": "medlem"}, "paa_rad": "2 perioder"})}
    term = {"verv": "medlem", "fra": fra, "til": til}
    found = dom(tider.utvalget([term], [], {"r": tider.BINDING}), rules, tider.ETTER_ALT)
    assert (list(found.findings), len(found.uvurdert)) == ([], 1)


@pytest.mark.parametrize(("fra", "ventet"), [("2021-03", 1), ("2021-01", 0), ("2021", 0)])
def test_a_term_that_begins_in_the_wrong_month_whichever_day_it_was(fra: str, ventet: int) -> None:
    rule = {"regel": "funksjonstid", "hvem": {"verv": "medlem"}, "starter": "1. januar"}
    term = {"verv": "medlem", "fra": fra, "til": date(2022, 12, 31)}
    found = dom(tider.utvalget([term], [], {"r": tider.BINDING}), {"r": regelverk(rule)}, tider.ETTER_ALT)
    assert len(found.findings) == ventet
    assert len(found.uvurdert) == 1 - ventet


def test_the_days_of_a_term_that_are_not_known_are_not_told_as_if_they_were() -> None:
    year = {"verv": "medlem", "fra": "2019", "til": date(2023, 6, 30)}
    rule = {"regel": "funksjonstid", "hvem": {"verv": "medlem"}, "lengde": "2 aar", "paa_rad": "3 aar"}
    council = tider.utvalget([year], [], {"r": tider.BINDING})
    found = dom(council, {"r": regelverk(rule)}, tider.ETTER_ALT)
    assert sorted(f.message for f in found.findings) == [
        "kari er medlem fra 2019 til 30. juni 2023; lengste periode er 2 år",
        "kari har sittet siden 2019 som medlem; høyst 3 år på rad er tillatt (bare en pause på 2 år gir ny start)",
    ]
    assert found.uvurdert == ()


VALG_AV_FLERE = """
regel: {regel: funksjonstid, hvem: {verv: redaksjonsraad}, lengde: 1 aar}
medlemmer/kari: {oppnevninger: [{verv: redaksjonsraad, fra: FRA, til: TIL, valgt_i: 1/21}]}
medlemmer/per: {oppnevninger: [{verv: redaksjonsraad, fra: FRA, til: TIL, valgt_i: 1/21}]}
moeter/2021-02-10:
  saker:
    - nr: 1/21
      tittel: A
      type: valg
      valg: [{verv: redaksjonsraad, valgt: [kari, per, anne], fra: FRA, til: TIL}]
medlemmer/anne: {}
"""
FOR_LENGE = ["feil funksjonstid @ moeter/2021-02-10 saker.0.valg.0.til"]


@pytest.mark.parametrize(
    ("fra", "til", "ventet"),
    [
        ("2021-03", "2022-02-28", []),  # a year from the first of the month
        ("2021-03", "2022-03-01", ["uvisst kari per anne redaksjonsraad"]),
        ("2021-03", "2022-03-30", ["uvisst kari per anne redaksjonsraad"]),
        ("2021-03", "2022-03-31", FOR_LENGE),
        ("2021", "2022", ["uvisst kari per anne redaksjonsraad"]),
        ("2021-02-10", "2021", []),
        ("2021-02-10", "2022-02", ["uvisst kari per anne redaksjonsraad"]),
        ("2021-02-10", "2022-03", FOR_LENGE),
    ],
)
def test_an_election_of_several_is_judged_once_where_every_day_says_the_same(
    fra: str, til: str, ventet: list[str]
) -> None:
    found = sett(VALG_AV_FLERE.replace("FRA", fra).replace("TIL", til))
    assert utfall(found, "regelen") == ventet
    assert [text for text in meldinger(found) if "lengste" in text][1:] == []


FRA_EN_HENDELSE = """
regel: {regel: frist, hva: referat, senest: 2 uker, etter: evaluering}
moeter/2022-03-10: {sendt: {referat: REFERAT}}
hendelser: [{hva: evaluering, dato: DATO, moete: 2022-03-10}]
"""
SENEST = "referatet gikk ut onsdag 20. april 2022; fristen var senest torsdag 14. april 2022"


@pytest.mark.parametrize(
    ("dato", "referat", "ventet", "melding"),
    [
        ("2022-03", "2022-03-15", [], []),  # two weeks after the first of the month
        ("2022-03", "2022-03-16", ["uvisst evaluering 1"], []),
        ("2022-03", "2022-04-14", ["uvisst evaluering 1"], []),
        ("2022-03", "2022-04-20", ["feil frist @ moeter/2022-03-10 sendt.referat"], [SENEST]),
        ("2022", "2022-04-20", ["uvisst evaluering 1"], []),
        ("2022", "2022-01-15", [], []),
    ],
)
def test_a_deadline_is_counted_from_every_day_that_may_be_meant(
    dato: str, referat: str, ventet: list[str], melding: list[str]
) -> None:
    found = sett(FRA_EN_HENDELSE.replace("DATO", dato).replace("REFERAT", referat))
    assert utfall(found, "regelen") == ventet
    assert [text for text in meldinger(found) if "fristen" in text] == melding


OPPFOELGING = """
regel: {regel: krav, hver: oppfoelging, skal_ha: {fullfoert: i_tide}}
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
moeter/2022-03-10:
  saker: [{nr: 1/22, tittel: A, type: annet, oppfoelging: [{hva: B, ansvarlig: kari, frist: FRIST, fullfoert: GJORT}]}]
"""


@pytest.mark.parametrize(
    ("frist", "gjort", "ventet"),
    [
        ("2022-05-31", "2022-05", ""),
        ("2022-05-30", "2022-05", "om oppfølgingen «B» i sak 1/22 ble gjort i tide, er ukjent"),
        (
            "2022-04-30",
            "2022-05",
            "oppfølgingen «B» i sak 1/22 ble gjort i mai 2022; fristen var 30. april 2022",
        ),
        ("2022-04", "2022-04-01", ""),
        ("2022-04", "2022-04-02", "om oppfølgingen «B» i sak 1/22 ble gjort i tide, er ukjent"),
        (
            "2022-04",
            "2022-05-01",
            "oppfølgingen «B» i sak 1/22 ble gjort 1. mai 2022; fristen var april 2022",
        ),
        ("2022-04", "2022-05", "oppfølgingen «B» i sak 1/22 ble gjort i mai 2022; fristen var april 2022"),
        ("2022", "2022", "om oppfølgingen «B» i sak 1/22 ble gjort i tide, er ukjent"),
    ],
)
def test_a_follow_up_is_late_where_every_day_that_may_be_meant_is(
    frist: str, gjort: str, ventet: str
) -> None:
    found = sett(OPPFOELGING.replace("FRIST", frist).replace("GJORT", gjort))
    said = [*meldinger(found), *(u.finding.message for u in found.ikke_vurdert)]
    assert said == ([ventet] if ventet else [])


ARBEIDSUTVALG = """
regel: {regel: sammensetning, blant: arbeidsutvalg, plasser: [{hvem: {verv: leder}, antall: 1}]}
medlemmer/kari: {oppnevninger: [{verv: leder, fra: 2022-01-01}]}
medlemmer/per: {oppnevninger: [{verv: leder, fra: 2020-01-01, til: 2021-12-31}]}
medlemmer/nina: {oppnevninger: [{verv: medlem, fra: 2020-01-01}]}
moeter/2021-11-16: {saker: [{nr: 1/21, tittel: A, type: valg, valg: [{verv: arbeidsutvalg, valgt: VALGT, fra: FRA}]}]}
dato: 2022-06-01
"""


@pytest.mark.parametrize(
    ("valgt", "fra", "ventet"),
    [
        ("[nina]", "2021-12", "feil"),  # nobody in it leads: told once, at the election
        ("[nina]", "2022-01", "feil"),
        ("[kari]", "2022-01", ""),
        ("[kari]", "2021-12", "rettet"),  # she led from the next year
        ("[kari, per]", "2021-12", ""),
        ("[per]", "2022-01", "feil"),  # he led until the year before
    ],
)
def test_a_body_is_judged_when_it_was_elected_where_every_day_says_the_same(
    valgt: str, fra: str, ventet: str
) -> None:
    def sagt(day: str) -> list[str]:
        return utfall(sett(ARBEIDSUTVALG.replace("VALGT", valgt).replace("FRA", day)), "regelen")

    assert [said.split()[0] for said in sagt(fra)] == ([ventet] if ventet else [])
    for day in ("01", "02", "17", "31"):
        assert sagt(f"{fra}-{day}") == sagt(fra)


def test_a_body_of_which_the_days_do_not_say_the_same_is_not_judged_at_the_election() -> None:
    found = utfall(sett(ARBEIDSUTVALG.replace("VALGT", "[nina, kari]").replace("FRA", "2022")), "regelen")
    assert found == []
    apart = ARBEIDSUTVALG.replace(
        "kari: {oppnevninger: [{verv: leder, fra: 2022-01-01",
        "kari: {oppnevninger: [{verv: leder, fra: 2022-03-01",
    )
    found = utfall(sett(apart.replace("VALGT", "[kari]").replace("FRA", "2022")), "regelen")
    assert found == ["uvisst 1/21"]
