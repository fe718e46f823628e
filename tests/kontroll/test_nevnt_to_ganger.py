"""nevnt-to-ganger: a name that stands twice in a list is one finding, at its second place."""

from __future__ import annotations

import pytest

from smaa_registre import dom, sagt

FOLK = """
organisasjoner: {ffo: {navn: FFO, type: paraply, side: bruker}}
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
medlemmer/ola: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
"""
VALG = "{verv: arbeidsutvalg, fra: 2023-01-01, valgt: [%s]}"


def valgt(names: str) -> str:
    case = f"{{nr: 1/22, tittel: Val, type: valg, valg: [{VALG % names}]}}"
    seats = "".join(
        f"medlemmer/{name}: {{oppnevninger: [{{verv: medlem, fra: 2022-01-01}}, "
        "{verv: arbeidsutvalg, fra: 2023-01-01, valgt_i: 1/22}]}\n"
        for name in ("kari", "ola")
    )
    return f"{seats}moeter/2022-11-16: {{saker: [{case}]}}"


@pytest.mark.parametrize(
    ("register", "sted"),
    [
        (FOLK + "moeter/2022-11-16: {oppmoete: [{person: kari}, {person: ola}, {person: kari}]}", "oppmoete.2.person"),
        (FOLK + "moeter/2022-11-16: {forfall: [kari, kari]}", "forfall.1"),
        (valgt("kari, ola, kari"), "saker.0.valg.0.valgt.2"),
        (FOLK + "utvalg: {organisasjoner: [ffo, ffo]}", "organisasjoner.1"),
        (FOLK + "hendelser: [{hva: kurs, dato: 2022-01-01, deltakere: [kari, ola, ola]}]", "0.deltakere.2"),
    ],
)  # fmt: skip
def test_twice(register: str, sted: str) -> None:
    [line] = sagt(dom(register))
    assert line.startswith("feil nevnt-to-ganger @ ")
    assert line.endswith(f" {sted}")


@pytest.mark.parametrize(
    "register",
    [
        FOLK + "moeter/2022-11-16: {oppmoete: [{person: kari}, {person: ola}]}",
        FOLK
        + "moeter/2022-11-16: {oppmoete: [{navn: Gro Gjest}, {navn: Gro Gjest}]}",  # two guests may be namesakes
        FOLK + "moeter/2022-11-16: {forfall: ukjent}",
        valgt("kari, ola"),
    ],
)
def test_once(register: str) -> None:
    assert sagt(dom(register)) == []
