"""A demand for whoever has a verv, on a day when nobody has it: the help says how somebody who acted is recorded."""

from __future__ import annotations

import re

import pytest

from smaa_registre import dom, sagt

REGISTER = """
regel: {regel: krav, hver: moete, skal_ha: KRAV}
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2020-01-01}, {verv: leder, fra: 2020-01-01, til: TIL}]}
medlemmer/ola: {oppnevninger: [{verv: medlem, fra: 2020-01-01}OLA]}
moeter/2022-11-16: MOETE
"""
LEDES = "{moeteleder: leder}"
FUNGERTE = "brukerutvalg oppnevn utvalget {} --verv {} --konstituert --fra DATO"


def raadet(krav: str, moete: str, til: str = "2022-06-30", ola: str = "") -> list[str]:
    """The commands that the help of the one finding quotes."""
    text = REGISTER.replace("KRAV", krav).replace("MOETE", moete).replace("TIL", til).replace("OLA", ola)
    (found,) = dom(text).funn
    return re.findall(r"«(brukerutvalg [^»]*)»", found.finding.help)


@pytest.mark.parametrize(
    ("krav", "moete", "hvem", "verv"),
    [
        (LEDES, "{moeteleder: ola}", "ola", "leder"),
        (LEDES, "{}", "PERSON", "leder"),
        ("{moeteleder: [leder, nestleder]}", "{moeteleder: ola}", "ola", "leder"),
        ("{sakliste: {godkjent_av: leder}}", "{sakliste: {godkjent_av: ola}}", "ola", "leder"),
        ("{referent: sekretaer}", "{referent: ola}", "ola", "sekretaer"),
    ],
)
def test_nobody_has_the_verv(krav: str, moete: str, hvem: str, verv: str) -> None:
    assert raadet(krav, moete) == [FUNGERTE.format(hvem, verv)]


@pytest.mark.parametrize(
    ("krav", "moete"),
    [
        # Not only one who has a verv would do; a body is nobody's verv; another word than a name.
        ("{moeteleder: [leder, nav]}", "{}"),
        ("{sakliste: {foreslaatt_av: redaksjonsraad}}", "{sakliste: {foreslaatt_av: ola}}"),
        ("{form: fysisk}", "{form: digitalt}"),
    ],
)
def test_where_no_verv_is_all_that_is_asked_for(krav: str, moete: str) -> None:
    assert raadet(krav, moete) == []


@pytest.mark.parametrize(
    ("til", "ola"),
    [
        ("2022-12-31", ""),
        ("2022-06-30", ", {verv: leder, fra: 2022-07-01, konstituert: ja}"),
        ("2022-06-30", ", {verv: leder, fra: 2022-07-01, til: ukjent}"),
    ],
)
def test_somebody_has_it_or_may_have_it(til: str, ola: str) -> None:
    assert raadet(LEDES, "{}", til, ola) == []


def test_who_acted_had_the_verv() -> None:
    text = REGISTER.replace("KRAV", LEDES).replace("MOETE", "{moeteleder: ola}").replace("TIL", "2022-06-30")
    assert sagt(dom(text.replace("OLA", ""))) == ["feil krav @ moeter/2022-11-16 moeteleder"]
    assert sagt(dom(text.replace("OLA", ", {verv: leder, fra: 2022-07-01, konstituert: ja}"))) == []
