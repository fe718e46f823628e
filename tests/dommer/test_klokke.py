"""The clock: a finding that time alone has made true is never more than a warning."""

from __future__ import annotations

from functools import partial

import pytest

import smaa_registre
from smaa_registre import sagt, utfall

dom = partial(smaa_registre.dom, begynt=False)

# One meeting in 2022 where there should be three: true from 1 January 2023.
FOR_FAA = """
dato: 2023-06-01
regel: {regel: hyppighet, hva: moete, minst: 3, per: kalenderaar}
moeter/2022-03-01: {saker: [{nr: 1/22, tittel: A, type: annet}]}
"""
HER = "hyppighet @ utvalg regelverk.0.id"

HAR_SKJEDD = {
    "a meeting held": "moeter/DAG: {}",
    "a notice sent": "moeter/2023-09-01: {status: innkalt, sendt: {innkalling: DAG}}",
    "an agenda sent": "moeter/2023-09-01: {status: innkalt, sendt: {sakliste: DAG}}",
    "papers sent": "moeter/2023-09-01: {status: innkalt, sendt: {sakspapirer: DAG}}",
    "minutes sent": "moeter/2022-04-01: {status: avlyst, sendt: {referat: DAG}}",
    "an agenda approved": "moeter/2023-09-01: {status: planlagt, sakliste: {dato: DAG}}",
    "an agenda published": "moeter/2023-09-01: {status: planlagt, sakliste: {publisert: {dato: DAG}}}",
    "minutes published": "moeter/2022-04-01: {status: avlyst, referat: {publisert: {dato: DAG}}}",
    "papers published": "moeter/2023-09-01: {status: planlagt, sakspapirer: {publisert: {dato: DAG}}}",
    "a meeting moved": "moeter/2023-09-01: {status: planlagt, flyttet: [{fra: 2023-08-01, dato: DAG}]}",
    "an attestation": "hendelser: [{hva: bekreftelse, bestemmelse: regelen, dato: DAG}]",
    "a demand for a meeting": "hendelser: [{hva: moetekrav, krevd_av: kari, dato: DAG}]",
    "a decision between meetings": (
        "moeter/2022-04-01: {status: avlyst, saker: [{nr: 2/22, tittel: B, type: vedtak, "
        "vedtak: {tekst: Ja., utenom_moetet: {dato: DAG, maate: epost}}}]}"
    ),
    "a follow-up done": (
        "moeter/2022-04-01: {status: avlyst, saker: "
        "[{nr: 2/22, tittel: B, type: annet, oppfoelging: [{hva: C, ansvarlig: nav, fullfoert: DAG}]}]}"
    ),
}


@pytest.mark.parametrize("fakta", HAR_SKJEDD.values(), ids=HAR_SKJEDD)
def test_what_has_happened_lets_a_breach_weigh_in_full(fakta: str) -> None:
    assert sagt(dom(FOR_FAA + fakta.replace("DAG", "2022-12-31"))) == [f"advarsel {HER}"]
    assert sagt(dom(FOR_FAA + fakta.replace("DAG", "2023-01-01"))) == [f"feil {HER}"]


@pytest.mark.parametrize("fakta", HAR_SKJEDD.values(), ids=HAR_SKJEDD)
def test_what_lies_ahead_of_the_day_of_evaluation_has_not_happened(fakta: str) -> None:
    register = (FOR_FAA + fakta).replace("dato: 2023-06-01", "dato: 2023-02-01")
    assert sagt(dom(register.replace("DAG", "2023-02-02"))) == [f"advarsel {HER}"]
    assert sagt(dom(register.replace("DAG", "2023-02-01"))) == [f"feil {HER}"]


PLANER = {
    "a meeting planned": "moeter/2023-03-01: {status: planlagt}",
    "a meeting called": "moeter/2023-03-01: {status: innkalt}",
    "a meeting cancelled": "moeter/2023-03-01: {status: avlyst}",
    "the end of a term": "medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01, til: 2023-03-01}]}",
    "the date of a follow-up": (
        "moeter/2022-04-01: {status: avlyst, saker: "
        "[{nr: 2/22, tittel: B, type: annet, oppfoelging: [{hva: C, ansvarlig: nav, frist: 2023-03-01}]}]}"
    ),
    "a term that an election decided before": (
        "medlemmer/kari: {oppnevninger: [{verv: leder, fra: 2023-03-01, valgt_i: 2/22}]}\n"
        "moeter/2022-12-01: {status: planlagt, saker: [{nr: 2/22, tittel: Valg, type: valg, "
        "valg: [{verv: leder, valgt: [kari], fra: 2023-03-01}]}]}"
    ),
    "a term that a case decided, whichever it was": (
        "medlemmer/kari: {oppnevninger: [{verv: leder, fra: 2023-03-01, valgt_i: ukjent}]}"
    ),
    "a term that a round decided before": (
        "hendelser: [{hva: oppnevningsrunde, dato: 2022-12-01, fra: 2023-03-01}]\n"
        "medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2023-03-01}]}"
    ),
    "a deviation's last day": (
        "utvalg: {regelverk: [{id: regelverket, fra: 2000-01-01}], "
        "avvik: [{bestemmelse: regelen, gjelder: 2022-03-01, grunn: A, vedtatt_i: 1/22, til: 2023-05-01}]}"
    ),
    "a term that begins, whether anybody wrote it ahead or not": (
        "medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2023-03-01}]}"
    ),
    "training that stands there with its day": "medlemmer/kari: {opplaering: [{modul: 1, dato: 2023-03-01}]}",
    "an event": "hendelser: [{hva: evaluering, dato: 2023-03-01}]",
    "a leave": (
        "medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01, permisjon: [{fra: 2023-03-01}]}]}"
    ),
    "a mandate": (
        "utvalg: {regelverk: [{id: regelverket, fra: 2000-01-01}, {id: nytt, fra: 2023-03-01}]}\n"
        "regelverk/nytt: {type: retningslinje, bestemmelser: []}"
    ),
    "an unknown day": "hendelser: [{hva: samling, dato: ukjent}]",
}


@pytest.mark.parametrize("plan", PLANER.values(), ids=PLANER)
def test_a_plan_or_an_end_is_not_something_that_has_happened(plan: str) -> None:
    assert sagt(dom(FOR_FAA + plan)) == [f"advarsel {HER}"]


@pytest.mark.parametrize(
    ("dato", "ventet"),
    [("2022-12-31", []), ("2023-01-01", [f"advarsel {HER}"]), ("2023-12-31", [f"advarsel {HER}"])],
)
def test_a_breach_is_true_from_its_own_day_on(dato: str, ventet: list[str]) -> None:
    register = FOR_FAA.replace("dato: 2023-06-01", f"dato: {dato}")
    assert sagt(dom(register)) == ventet


def test_the_clock_only_makes_a_finding_lighter() -> None:
    for strength, severity in (("boer", "advarsel"), ("oenskelig", "raad")):
        register = FOR_FAA.replace("{regel", f"{{styrke: {strength}, regel")
        assert sagt(dom(register)) == [f"{severity} {HER}"]
        assert sagt(dom(register + "moeter/2023-02-01: {}")) == [f"{severity} {HER}"]


def test_what_is_wrong_in_what_is_written_does_not_depend_on_the_clock() -> None:
    register = """
regel: {regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete}
moeter/2022-11-16: {sendt: {sakspapirer: 2022-11-07}}
"""
    said = {dato: sagt(dom(f"dato: {dato}{register}")) for dato in ("2022-11-08", "2022-11-16", "2032-11-16")}
    assert set(map(tuple, said.values())) == {("feil frist @ moeter/2022-11-16 sendt.sakspapirer",)}


def test_what_only_time_has_made_true_after_the_records_end_is_not_said() -> None:
    ends = "utvalg: {registrert_til: DAG, regelverk: [{id: regelverket, fra: 2000-01-01}]}\n"
    assert utfall(dom(FOR_FAA + ends.replace("DAG", "2022-12-31"))) == [f"advarsel {HER}"]
    assert utfall(dom(FOR_FAA + ends.replace("DAG", "2022-12-30"))) == []


def test_what_a_change_makes_weighs_in_full_on_the_day_it_is_made() -> None:
    """A term that has begun may have been written ahead; of one that is written now, nobody thinks so."""
    register = """
dato: 2023-06-01
regel: {regel: sammensetning, blant: medlemmer, plasser: [{hvem: {side: nav}, hoeyst: 0}]}
medlemmer/kari: {side: nav, oppnevninger: [{verv: medlem, fra: 2023-03-01}]}
"""
    place = "sammensetning @ medlemmer/kari oppnevninger.0"
    assert sagt(dom(register)) == [f"advarsel {place}"]
    assert sagt(dom(register, begynt=True)) == [f"feil {place}"]


BORTE = (
    "{oppnevninger: [{verv: medlem, fra: 2022-01-01, permisjon: [{fra: 2023-03-01, stedfortreder: ola}]}]}"
)


@pytest.mark.parametrize(
    ("folk", "alvor"),
    [
        (f"medlemmer/kari: {BORTE}\nmedlemmer/ola: {{}}", "advarsel"),
        ("medlemmer/ola: {oppnevninger: [{verv: medlem, fra: 2023-03-01}]}", "feil"),
    ],
)
def test_who_stands_in_has_begun_no_term(folk: str, alvor: str) -> None:
    assert sagt(dom(FOR_FAA + folk, begynt=True), "regelen") == [f"{alvor} {HER}"]
