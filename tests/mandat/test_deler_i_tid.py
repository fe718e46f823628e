"""The parts of a council: one that came later is missed only from then, and a council may have divisions of its own."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smaa_registre import dom, meldinger, sagt, utfall
from tilfeldige_registre import eksempler

ORG = """
organisasjoner:
  ffo: {navn: FFO, type: paraply, side: bruker, grupper: [nord]}
  rio: {navn: RIO, type: landsdekkende, side: bruker}
  byen: {navn: Byen, type: offentlig, side: kommune}
  grenda: {navn: Grenda, type: offentlig, side: kommune}
medlemmer/kari: {representerer: ffo, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
"""
HVER = "regel: {regel: sammensetning, blant: medlemmer, for_hver: organisasjon, plasser: [{minst: 1}]}\n"


def utvalg(tidsrom: str, felter: str = "organisasjoner: [ffo, rio]") -> str:
    return f"utvalg: {{{felter}, tidsrom: {tidsrom}}}\n"


@pytest.mark.parametrize(
    ("rio", "funn"),
    [
        ("{fra: 2022-06-01}", ["2022-06-01"]),
        ("{fra: 2023-06-01}", []),  # not yet
        ("{til: 2021-12-31}", []),  # no longer
        ("{}", ["2022-01-01"]),
    ],
)
def test_an_organisation_is_missed_while_it_has_a_seat(rio: str, funn: list[str]) -> None:
    report = dom(HVER + ORG + utvalg(f"{{rio: {rio}}}"))
    broken = [str(f.finding.since) for f in report.funn if f.finding.name == "sammensetning"]
    assert broken == funn


def test_what_was_missed_is_over_when_the_seat_is() -> None:
    (mended,) = dom(HVER + ORG + utvalg("{rio: {til: 2022-05-31}}")).rettet
    assert (str(mended.finding.rettelse.fra), str(mended.finding.rettelse.rettet)) == (
        "2022-01-01",
        "2022-06-01",
    )
    assert "ved at RIO ikke er med lenger" in mended.finding.rettelse.ved


def test_who_sits_for_it_from_then_on_keeps_it() -> None:
    per = "medlemmer/per: {representerer: rio, oppnevninger: [{verv: medlem, fra: 2022-06-01}]}\n"
    assert utfall(dom(HVER + ORG + per + utvalg("{rio: {fra: 2022-06-01}}")), "regelen") == []
    late = dom(HVER + ORG + per.replace("2022-06-01", "2022-07-01") + utvalg("{rio: {fra: 2022-06-01}}"))
    assert [str(r.finding.rettelse.fra) for r in late.rettet] == ["2022-06-01"]


def test_nobody_knows_of_a_day_that_is_unknown() -> None:
    report = dom(HVER + ORG + utvalg("{rio: {fra: ukjent}}"))
    assert utfall(report, "regelen") == ["uvisst medlemmer rio"]
    assert "fra og til når RIO er med, er ukjent" in report.ikke_vurdert[0].finding.message


def test_a_side_and_a_group_may_come_later_too() -> None:
    for key, declared in (("side", "sider: {ungdom: Ungdommene}"), ("gruppe", "grupper: [ungdom]")):
        rule = HVER.replace("for_hver: organisasjon", f"for_hver: {key}")
        report = dom(rule + ORG + utvalg("{ungdom: {fra: 2022-06-01}}", declared))
        dated = [str(f.finding.since) for f in report.funn if "ungdom" in f.finding.message.lower()]
        assert dated == ["2022-06-01"]


def test_a_name_that_is_no_part_of_the_council_is_an_error() -> None:
    assert sagt(dom(ORG + utvalg("{rioo: {fra: 2022-06-01}}"))) == [
        "feil ukjent-referanse @ utvalg tidsrom.rioo"
    ]


def test_nobody_confirms_for_one_that_has_no_seat_yet() -> None:
    rule = (
        "regel: {regel: bekreftelse, av: utvalget, hver: kalenderaar, per: organisasjon}\ndato: 2024-02-01\n"
    )
    asked = "organisasjoner: [rio], registrert_fra: 2022-01-01"
    report = dom(rule + ORG + utvalg("{rio: {fra: 2023-06-01}}", asked))
    assert [f.finding.emne for f in report.funn if f.finding.name == "bekreftelse"] == ["2023 rio"]


@pytest.mark.parametrize(
    ("rio", "ventet"),
    [("2022-01-01", []), ("2022-06-01", ["feil krav"]), ("ukjent", ["uvisst kari"])],
)
def test_the_leader_s_organisation_has_a_seat_on_the_first_day(rio: str, ventet: list[str]) -> None:
    rule = (
        "regel: {regel: krav, hver: oppnevning, der: {verv: leder}, skal_ha: {representert_i_utvalget: ja}}\n"
    )
    leder = "medlemmer/kari: {representerer: rio, oppnevninger: [{verv: leder, fra: 2022-01-01}]}\n"
    report = dom(rule + leder + ORG.partition("medlemmer")[0] + utvalg(f"{{rio: {{fra: {rio}}}}}"))
    assert [" ".join(word.split()[:2]) for word in utfall(report, "regelen")] == ventet


REGION = (
    HVER.replace("medlemmer", "varamedlemmer").replace("organisasjon", "region").replace("minst", "antall")
)
VARA = "oppnevninger: [{verv: vara, fra: 2022-01-01}]"


@pytest.mark.parametrize(
    ("folk", "ventet"),
    [
        (f"medlemmer/a: {{grupper: [nord], {VARA}}}\nmedlemmer/b: {{grupper: [soer], {VARA}}}\n", []),
        # Through the organisation, or by an office.
        (
            f"medlemmer/a: {{representerer: ffo, {VARA}}}\nmedlemmer/b: {{funksjon: [{{funksjon: soer}}], {VARA}}}\n",
            [],
        ),
        (f"medlemmer/a: {{grupper: [nord], {VARA}}}\n", ["feil sammensetning @ utvalg regelverk.0.id"]),
        (
            f"medlemmer/a: {{grupper: [nord], {VARA}}}\nmedlemmer/b: {{grupper: ukjent, {VARA}}}\n",
            ["uvisst varamedlemmer nord", "uvisst varamedlemmer soer"],
        ),
    ],
)
def test_a_council_has_divisions_of_its_own(folk: str, ventet: list[str]) -> None:
    council = "utvalg: {inndelinger: {region: [nord, soer]}}\n"
    assert utfall(dom(REGION + ORG + folk + council), "regelen") == ventet


def test_each_municipality_is_an_organisation() -> None:
    rule = HVER.replace("organisasjon", "kommune", 1)
    council = "utvalg: {inndelinger: {kommune: [byen, grenda]}}\n"
    people = "medlemmer/per: {representerer: byen, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}\n"
    assert meldinger(dom(rule + ORG + people + council)) == [
        "fra 1. januar 2022 har utvalget (Grenda) ingen; regelverket vil ha minst 1"
    ]


def test_a_division_that_no_council_has_is_an_error_and_not_judged() -> None:
    report = dom(REGION.replace("region", "regin") + ORG + "utvalg: {inndelinger: {region: [nord]}}\n")
    assert sagt(report) == ["feil ukjent-referanse @ regelverk/regelverket bestemmelser.0.for_hver"]
    assert "region" in report.funn[0].finding.help + report.funn[0].finding.message
    assert utfall(report, "regelen") == ["uvisst regin"]


@pytest.mark.parametrize("inndelinger", ["ukjent", "[nord]"])
def test_a_division_that_some_council_may_have_is_not_called_unknown(inndelinger: str) -> None:
    report = dom(REGION + ORG + f"utvalg: {{inndelinger: {inndelinger}}}\n")
    assert not any("finnes ikke" in message for message in meldinger(report))


DAG = st.integers(-40, 40).map(lambda n: date(2022, 6, 1) + timedelta(days=n))
DAGER = st.one_of(st.none(), DAG)


@given(DAGER, DAGER, DAG, DAGER)
@eksempler(60)
def test_it_is_missed_on_just_the_days_when_it_has_a_seat_and_nobody_sits(
    fra: date | None, til: date | None, begynner: date, dato: date | None
) -> None:
    if fra and til and til < fra:
        fra, til = til, fra
    span = ", ".join(f"{key}: {day}" for key, day in (("fra", fra), ("til", til)) if day)
    per = f"medlemmer/per: {{representerer: rio, oppnevninger: [{{verv: medlem, fra: {begynner}}}]}}\n"
    today = dato or date(2022, 12, 31)
    report = dom(f"dato: {today}\n{HVER}{ORG}{per}" + utvalg(f"{{rio: {{{span}}}}}"))
    first = max(fra or date(2022, 1, 1), date(2022, 1, 1))
    missed = first < begynner and first <= today and (til is None or til >= first)
    still = missed and today < begynner and (til is None or today <= til)
    found = [str(f.finding.since) for f in report.funn if f.finding.name == "sammensetning"]
    mended = [str(r.finding.rettelse.fra) for r in report.rettet]
    if still:
        assert found == [str(first)]
    if not missed:
        assert found == mended == []
    elif begynner <= today and (til is None or til >= begynner):
        assert mended == [str(first)]
        assert found == []


@pytest.mark.parametrize(
    ("tidligere", "ventet"),
    [("", ["kommunen"]), (", tidligere: [{til: 2022-12-31, side: bruker}]", [])],
)
def test_an_organisation_that_was_elected_is_of_the_side_it_was_on_then(
    tidligere: str, ventet: list[str]
) -> None:
    found = dom(f"""
    regel: {{regel: sammensetning, blant: redaksjonsraad, for_hver: side, plasser: [{{minst: 2}}]}}
    organisasjoner: {{ffo: {{navn: FFO, type: paraply, side: kommune{tidligere}}}}}
    medlemmer/kari: {{oppnevninger: [{{verv: redaksjonsraad, fra: 2022-03-01, til: 2022-12-31, valgt_i: 1/22}}]}}
    moeter/2022-02-09:
      saker:
        - nr: 1/22
          tittel: Valg
          type: valg
          valg: [{{verv: redaksjonsraad, valgt: [kari, ffo], fra: 2022-03-01, til: 2022-12-31}}]
    """)
    assert [side for side in ("kommunen",) if any(side in text for text in meldinger(found))] == ventet
