"""The agenda with its structure, and the thread of a case, in both documents and both målformer.

`OPPDATER_GOLDEN=1 pytest tests/dokument/test_saksgang.py` writes the golden documents anew, to be read in the diff.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from brukerutvalg_cli.dokument.format.navn import Dokumentslag
from brukerutvalg_cli.model.maalform import Maalform
from dokument.test_dokument import dokument
from smaa_registre import dom, sagt

GOLDEN = Path(__file__).parents[1] / "golden" / "dokument"
DAGER = ("2026-12-02", "2027-02-10")


def register(maalform: str = "nb") -> dict[str, Any]:
    """The records behind the golden documents, in this målform."""
    data: dict[str, Any] = yaml.load((GOLDEN / "saksgang.yaml").read_text(encoding="utf-8"), yaml.CBaseLoader)
    data["utvalg"]["maalform"] = maalform
    return data


@pytest.mark.parametrize("dag", DAGER)
@pytest.mark.parametrize("maalform", get_args(Maalform))
@pytest.mark.parametrize("slag", get_args(Dokumentslag))
def test_golden(slag: Dokumentslag, maalform: str, dag: str) -> None:
    golden = GOLDEN / f"saksgang.{slag}.{dag[:4]}.{maalform}.md"
    text = dokument(slag, register(maalform), dag)
    if os.environ.get("OPPDATER_GOLDEN"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("foer", "etter", "funn"),
    [
        ("utsatt: ja, utsatt_til: 2/22", "fra_sak: 1/22", []),
        ("utsatt: ja, utsatt_til: 2/22", "fra_sak: ukjent", []),
        ("utsatt: ja", "fra_sak: 1/22", []),  # approved before it came up again
        ("utsatt: ukjent, utsatt_til: 2/22", "fra_sak: 1/22", []),
        ("utsatt: ja, utsatt_til: 2/22", "", ["advarsel saksgang @ moeter/2022-05-04 saker.0.utsatt_til"]),
        ("utsatt_til: 2/22", "fra_sak: 1/22", ["advarsel saksgang @ moeter/2022-05-04 saker.0.utsatt_til"]),
        ("utsatt: ja, utsatt_til: 9/22", "", ["feil ukjent-referanse @ moeter/2022-05-04 saker.0.utsatt_til"]),
        ("forslag: A, forslaget: som_foreslaatt, vedtak: {tekst: B}", "",
         ["advarsel saksgang @ moeter/2022-05-04 saker.0.forslaget"]),
        ("forslag: A, forslaget: med_endringer, vedtak: {tekst: B}", "", []),
        ("forslag: A, forslaget: som_foreslaatt, vedtak: ukjent", "", []),
    ],
)  # fmt: skip
def test_the_two_point_to_each_other(foer: str, etter: str, funn: list[str]) -> None:
    text = f"""
moeter/2022-05-04: {{referat: {{godkjent: ukjent}}, saker: [{{nr: 1/22, tittel: A, type: vedtak, {foer}}}]}}
moeter/2022-11-16: {{referat: {{godkjent: ukjent}}, saker: [{{nr: 2/22, tittel: A, type: vedtak, {etter}}}]}}
"""
    assert sagt(dom(text)) == funn


@pytest.mark.parametrize("slag", get_args(Dokumentslag))
def test_of_a_closed_case_nothing_but_its_number_and_where_it_stands(slag: Dokumentslag) -> None:
    text = dokument(slag, register(), "2027-02-10")
    assert "Sak RS 1/27" in text
    assert not any(word in text.lower() for word in ("hemmelig", "nytt brev"))


@pytest.mark.parametrize("slag", get_args(Dokumentslag))
def test_of_a_closed_case_before_it_nothing_but_number_and_day(slag: Dokumentslag) -> None:
    data = register()
    data["moeter/2026-12-02"]["saker"][1] |= {"fortrolig": "ja"}
    text = dokument(slag, data, "2027-02-10")
    assert "Utsatt fra: sak PS 4/26 i møtet 2. desember 2026" in text
    assert not any(word in text for word in ("Tallene kommer", "Ungdomsrådet", "Hente tall"))


@pytest.mark.parametrize(
    ("forslag", "vedtak", "sagt", "staar"),
    [
        ("Tas til orientering.", "Tas til\norientering.", None, "Vedtatt som foreslått."),
        ("Tas til orientering.", "Tas til etterretning.", None, ""),  # nobody said, and the texts differ
        ("Tas til orientering.", "Tas til etterretning.", "som_foreslaatt", "Vedtatt som foreslått."),
        ("Tas til orientering.", "Tas til etterretning.", "med_endringer", "Vedtatt med endringer."),
        ("Tas til orientering.", "Tas til orientering.", "ukjent", ""),
        (None, "Tas til orientering.", None, ""),
        ("Tas til orientering.", None, "ikke_vedtatt", "Forslaget ble ikke vedtatt."),
    ],
)
def test_what_became_of_the_proposal_is_told_where_it_is_known(
    forslag: str | None, vedtak: str | None, sagt: str | None, staar: str
) -> None:
    said = {"forslag": forslag, "vedtak": vedtak and {"tekst": vedtak}, "forslaget": sagt}
    case = {"nr": "1/24", "tittel": "A", "type": "vedtak"} | {k: v for k, v in said.items() if v}
    text = dokument("referat", {"moeter/2024-03-13": {"saker": [case]}})
    lines = ("Vedtatt som foreslått.", "Vedtatt med endringer.", "Forslaget ble ikke vedtatt.")
    assert [line for line in lines if line in text] == ([staar] if staar else [])
