"""Deviations: each year is answered for by itself, a term may say so of any rule, one missing decision is told once."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smaa_registre import dom as dommen
from smaa_registre import meldinger, sagt, utfall
from tilfeldige_registre import dom, eksempler, mappe, regelverk

AAR = range(2016, 2023)
DATO = date(2023, 6, 1)
VEDTAK = {"nr": "1/15", "tittel": "Avvik", "type": "vedtak", "vedtak": {"tekst": "Ja."}}
AVVIK = st.tuples(st.sampled_from([None, *AAR]), st.one_of(st.none(), st.sampled_from(AAR)))
"""For the window from which year, or in general; and the last year it is in force."""
Avvikene = list[tuple[int | None, int | None]]


def kalt(first: int, lengde: int) -> str:
    return str(first) if lengde == 1 else f"{first}–{first + lengde - 1}"


def naivt(antall: list[int], minst: int, lengde: int, avvik: Avvikene) -> set[str]:
    """The naive definition. A window with too few is answered for by a deviation that names it, or none in particular,
    and that was in force on its last day. Any other is told of, unless the one just before it is not answered for, and
    they have a year in common, or nothing happened in either.
    """
    told = set()
    counts = {
        first: sum(antall[first - AAR[0] : first - AAR[0] + lengde])
        for first in [*AAR][: len(AAR) + 1 - lengde]
    }

    def stands(first: int) -> bool:
        last = first + lengde - 1
        answers = (year in (None, first) and (til is None or til >= last) for year, til in avvik)
        return counts.get(first, minst) < minst and not any(answers)

    for first, count in counts.items():
        same = lengde > 1 or (count == 0 and counts.get(first - 1) == 0)
        if stands(first) and not (stands(first - 1) and same):
            told.add(kalt(first, lengde))
    return told


@given(
    st.lists(st.integers(0, 2), min_size=len(AAR), max_size=len(AAR)),
    st.integers(1, 3),
    st.sampled_from([1, 2]),
    st.lists(AVVIK, max_size=2),
)
@eksempler(1200)
def test_a_deviation_answers_for_its_own_years(
    antall: list[int], minst: int, lengde: int, avvik: Avvikene
) -> None:
    events = [
        {"hva": "evaluering", "dato": date(year, 3, day + 1)}
        for year, count in zip(AAR, antall, strict=True)
        for day in range(count)
    ]
    entries: list[dict[str, Any]] = [
        {"bestemmelse": "regel-1", "grunn": "A", "vedtatt_i": "1/15"}
        | ({"gjelder": kalt(year, lengde)} if year else {})
        | ({"til": date(til, 12, 31)} if til else {})
        for year, til in avvik
    ]
    council = mappe(
        {
            "registrert_fra": date(AAR[0], 1, 1),
            "regelverk": [{"id": "r", "fra": date(2015, 1, 1)}],
            "avvik": entries,
        },
        moeter={date(2015, 6, 1): {"saker": [VEDTAK]}},
        hendelser=events,
    )
    per = "kalenderaar" if lengde == 1 else f"{lengde} aar"
    rule = {"regel": "hyppighet", "hva": "evaluering", "minst": minst, "per": per}
    found = dom(council, {"r": regelverk(rule)}, DATO)
    assert {f.emne for f in found.findings if f.kilde} == naivt(antall, minst, lengde, avvik)


FRAVIKER = """
dato: 2023-06-01
regler:
  - {id: tid, regel: funksjonstid, hvem: {verv: medlem}, lengde: 1 aar, HVEM}
  - {id: side, regel: sammensetning, blant: medlemmer, HVEM, plasser: [{hvem: {side: nav}, antall: 0}]}
  - {id: kurs, regel: krav, hver: oppnevning, HVEM, skal_ha: {fullmakt: ja}}
  - {id: taushet, regel: bekreftelse, per: person, innen: 1 maaned, HVEM}
medlemmer/eva: {oppnevninger: [{verv: medlem, fra: 2015-01-01, til: 2015-06-30, fullmakt: ja}]}
medlemmer/kari:
  side: nav
  oppnevninger: [{verv: medlem, fra: 2021-01-01, til: 2023-12-31, fullmakt: nei, fraviker: [SIER]}]
hendelser: [{hva: bekreftelse, dato: 2015-01-10, bestemmelse: taushet, gjelder: eva}]
"""


@pytest.mark.parametrize("bestemmelse", ["tid", "side", "kurs", "taushet"])
def test_a_term_may_say_of_any_kind_of_rule_that_it_departs_from_it(bestemmelse: str) -> None:
    def broken(sier: str, hvem: str = "kan_fravikes_av: utvalget") -> set[str]:
        found = dommen(FRAVIKER.replace("SIER", sier).replace("HVEM", hvem))
        return {f.finding.kilde.bestemmelse for f in found.funn if f.finding.kilde}

    assert broken("") == {"tid", "side", "kurs", "taushet"}
    assert broken(bestemmelse) == {"tid", "side", "kurs", "taushet"} - {bestemmelse}
    assert broken(bestemmelse, "kan_fravikes_av: ingen") == {"tid", "side", "kurs", "taushet"}


SENT = """
dato: 2022-12-01
regel: {regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete, HVEM}
utvalg: {regelverk: [{id: regelverket, fra: 2000-01-01}], avvik: [AVVIK]}
moeter/2022-02-09: {sendt: {sakspapirer: 2022-02-08}}
moeter/2022-09-14: {sendt: {sakspapirer: 2022-09-13}}
moeter/2022-11-16:
  sendt: {sakspapirer: 2022-11-15}
  saker:
    - {nr: 1/22, tittel: Avvik, type: vedtak, vedtak: {tekst: Vi godtar det.}}
    - {nr: 2/22, tittel: Referat, type: godkjenning, godkjenner: [2022-02-09, 2022-09-14]}
"""


def sent(avvik: str, hvem: str = "kan_fravikes_av: utvalget") -> str:
    return SENT.replace("AVVIK", f"{{bestemmelse: regelen, {avvik}}}").replace("HVEM", hvem)


@pytest.mark.parametrize(
    ("avvik", "sier"),
    [
        (
            "grunn: A",
            "sier ikke hvilken sak som avgjorde det («vedtatt_i»), og svarer ikke for 3 brudd, som at ",
        ),
        (
            "grunn: A, vedtatt_i: 2/22",
            "sak 2/22 har ikke noe vedtak («vedtak» er ikke ført). Uten svar står 3 brudd",
        ),
    ],
)
def test_one_missing_decision_is_one_finding(avvik: str, sier: str) -> None:
    (message,) = [m for m in meldinger(dommen(sent(avvik))) if "avviket" in m]
    assert sier in message
    assert len(sagt(dommen(sent(avvik)))) == 1


@pytest.mark.parametrize(
    ("hvem", "avvik", "svarer"),
    [
        ("utvalget", "grunn: A, vedtatt_i: 1/22", True),
        ("utvalget", "grunn: A, vedtatt_av: eier, vedtatt_i: sak 45/22 i kommunestyret", True),
        ("eier", "grunn: A, vedtatt_i: 1/22", False),
        ("eier", "grunn: A, vedtatt_av: eier, vedtatt_i: sak 45/22 i kommunestyret", True),
        ("eier", "grunn: A, vedtatt_i: Brev fra eieren 3. januar 2022", True),
        ("ingen", "grunn: A, vedtatt_av: eier, vedtatt_i: Brev", False),
    ],
)
def test_who_may_depart(hvem: str, avvik: str, svarer: bool) -> None:
    found = dommen(sent(avvik, f"kan_fravikes_av: {hvem}"))
    assert (len(found.fraveket) == 3) is svarer
    assert (sagt(found) == []) is svarer


@pytest.mark.parametrize(("hvem", "svarer"), [("utvalget", True), ("eier", False)])
def test_a_case_that_is_only_a_number_is_a_case_of_the_council(hvem: str, svarer: bool) -> None:
    text = sent("grunn: A, vedtatt_i: 7", f"kan_fravikes_av: {hvem}").replace("nr: 1/22", "nr: 7")
    found = dommen(text.replace("utvalg: {", "utvalg: {saksnummer: [{format: n}], "))
    assert (len(found.fraveket) == 3) is svarer
    assert any("bare eieren kan fravike bestemmelsen" in said for said in meldinger(found)) is not svarer


ARV = """
regelverk/mal: {type: mal, bestemmelser: [{id: r, avsnitt: A, styrke: skal, tekst: T, NOEKLER}]}
regelverk/mandat: {bygger_paa: mal, bestemmelser: [{id: r, avsnitt: A, styrke: kan, tekst: U}]}
"""


@pytest.mark.parametrize(
    ("noekler", "laast"),
    [
        ("kan_fravikes_av: utvalget", False),
        ("kan_fravikes_av: ingen", True),
        ("kan_fravikes_av: ingen, laast: nei", False),
        ("kan_fravikes_av: utvalget, laast: ja", True),
        ("laast: ja", True),
    ],
)
def test_whether_an_heir_may_replace_is_its_own_key(noekler: str, laast: bool) -> None:
    assert (
        "feil arv @ regelverk/mandat bestemmelser.0.id" in utfall(dommen(ARV.replace("NOEKLER", noekler)))
    ) is laast
