"""vedlegg: an annex that a case names is there."""

from __future__ import annotations

import pytest

from smaa_registre import dom, meldinger, sagt, utfall

VEDLEGG = """
vedlegg/plan.pdf: en fil
moeter/2022-11-16:
  saker: [{nr: 1/22, tittel: A, type: annet, vedlegg: [{tittel: Plan, fil: FIL}]}]
"""


@pytest.mark.parametrize(
    ("fil", "melding"),
    [
        ("plan.pdf", None),
        ("./plan.pdf", None),
        ("plann.pdf", "vedlegget plann.pdf finnes ikke; mente du «plan.pdf»?"),
        ("kart.png", "vedlegget kart.png finnes ikke"),
        ("../utvalg.yaml", "vedlegget ../utvalg.yaml finnes ikke"),
        ("../../../../../etc/passwd", "vedlegget ../../../../../etc/passwd finnes ikke"),
        ("/etc/passwd", "vedlegget /etc/passwd finnes ikke"),
    ],
)
def test_a_named_annex_is_there(fil: str, melding: str | None) -> None:
    found = dom(VEDLEGG.replace("FIL", fil))
    assert meldinger(found) == ([melding] if melding else [])
    if melding:
        assert sagt(found) == ["feil vedlegg @ moeter/2022-11-16 saker.0.vedlegg.0.fil"]


def test_the_file_of_a_confidential_case_is_not_named() -> None:
    found = dom(VEDLEGG.replace("FIL", "plann.pdf").replace("annet", "annet, fortrolig: ja"))
    assert meldinger(found) == ["vedlegg nr. 1 i sak 1/22 finnes ikke"]
    assert "plann" not in found.funn[0].finding.emne + found.funn[0].linje


def test_an_annex_need_not_be_a_file() -> None:
    assert utfall(dom(VEDLEGG.replace(", fil: FIL", ""))) == []


def test_an_annex_to_the_minutes() -> None:
    register = "moeter/2022-11-16: {referat: {vedlegg: [{tittel: Mandatet, fil: mandat.pdf}]}}"
    assert sagt(dom(register)) == ["feil vedlegg @ moeter/2022-11-16 referat.vedlegg.0.fil"]
    assert utfall(dom(register + "\nvedlegg/mandat.pdf: en fil")) == []
