"""The seal on approved minutes: a letter changed is seen, and what becomes of the minutes later is not."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from brukerutvalg_cli.model.segl import segl
from smaa_registre import dom, utfall
from tilfeldige_registre import mappe

DAG = date(2022, 9, 22)
MOETE: dict[str, Any] = {
    "moeteleder": "kari",
    "oppmoete": [{"person": "kari"}],
    "saker": [
        {
            "nr": "1/22",
            "tittel": "Strategi",
            "type": "droefting",
            "referat": "Alle var enige.",
            "vedtak": {"tekst": "Ja."},
            "oppfoelging": [{"hva": "Spør", "ansvarlig": "kari", "frist": "2022-10-01"}],
        }
    ],
}


def seglet(moete: dict[str, Any]) -> str:
    return segl(mappe({}, moeter={DAG: moete}).moeter[0])


def med(**felter: Any) -> dict[str, Any]:
    return MOETE | {"saker": [MOETE["saker"][0] | felter]}


@pytest.mark.parametrize(
    "endret",
    [
        MOETE | {"moeteleder": "per"},
        MOETE | {"oppmoete": [{"person": "per"}]},
        MOETE | {"forfall": ["per"]},
        med(referat="Alle var uenige."),
        med(vedtak={"tekst": "Nei."}),
        med(oppfoelging=[{"hva": "Spør igjen", "ansvarlig": "kari", "frist": "2022-10-01"}]),
        med(valg=[{"verv": "leder", "valgt": ["kari"], "fra": "2023-01-01"}]),
    ],
)
def test_a_change_of_what_was_approved_breaks_it(endret: dict[str, Any]) -> None:
    assert seglet(endret) != seglet(MOETE)


@pytest.mark.parametrize(
    "endret",
    [
        MOETE | {"merknad": "Husk dette."},
        MOETE | {"sendt": {"referat": "2022-09-30"}},
        MOETE | {"referat": {"publisert": {"dato": "2022-12-01"}}},
        med(merknad="Internt."),
        med(etter_moetet="Det er nå gjort."),
        med(svar="Takk."),
        med(oppfoelging=[MOETE["saker"][0]["oppfoelging"][0] | {"fullfoert": "2022-09-30"}]),
    ],
)
def test_what_becomes_of_it_later_does_not(endret: dict[str, Any]) -> None:
    assert seglet(endret) == seglet(MOETE)


def test_the_finding() -> None:
    register = """
    moeter/2022-09-22: {referat: {godkjent: {moete: 2022-11-16, sak: 1/22, segl: SEGL}}}
    moeter/2022-11-16: {saker: [{nr: 1/22, tittel: R, type: godkjenning, godkjenner: [2022-09-22]}]}
    """
    assert utfall(dom(register.replace("SEGL", seglet({})))) == []
    assert utfall(dom(register.replace(", segl: SEGL", ""))) == []
    assert utfall(dom(register.replace("SEGL", "0" * 16))) == [
        "feil segl @ moeter/2022-09-22 referat.godkjent.segl"
    ]
