"""id-og-filnavn: a file is called what is said in it."""

from __future__ import annotations

import pytest

from smaa_registre import dom, meldinger, sagt, utfall


@pytest.mark.parametrize(
    ("fil", "sted", "melding"),
    [
        (
            "moeter/2022-11-16: {dato: 2022-11-17}",
            "moeter/2022-11-16 dato",
            "her står det 2022-11-17, men fila heter 2022-11-16.yaml",
        ),
        (
            "medlemmer/kari: {id: kari-nordmann}",
            "medlemmer/kari id",
            "her står det kari-nordmann, men fila heter kari.yaml",
        ),
        (
            "utvalg: {id: utvalg}",
            "utvalg id",
            "her står det utvalg, men mappa heter utvalget",
        ),
        (
            "regelverk/mandatet: {id: mandat, bestemmelser: []}",
            "regelverk/mandatet id",
            "her står det mandat, men fila heter mandatet.yaml",
        ),
    ],
)
def test_a_file_that_says_another_name_than_its_own(fil: str, sted: str, melding: str) -> None:
    found = dom(fil)
    assert sagt(found) == [f"feil id-og-filnavn @ {sted}"]
    assert meldinger(found) == [melding]


@pytest.mark.parametrize(
    "fil",
    [
        "moeter/2022-11-16: {dato: 2022-11-16}",
        "medlemmer/kari: {id: kari}",
        "medlemmer/kari: {}",
        "utvalg: {id: utvalget}",
        "regelverk/mandatet: {id: mandatet, bestemmelser: []}",
    ],
)
def test_a_file_that_says_its_own_name_or_none(fil: str) -> None:
    assert utfall(dom(fil)) == []
