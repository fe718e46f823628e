"""Of a day that is known by its month or its year, a document says as much, in both målformer."""

from __future__ import annotations

from typing import get_args

import pytest

from brukerutvalg_cli.model.maalform import Maalform
from dokument.test_dokument import dokument

REGISTER = """
utvalg: {maalform: MAALFORM}
organisasjoner: {ffo: {navn: FFO, type: paraply, side: bruker}}
medlemmer/kari: {navn: Kari Nordmann, oppnevninger: [{verv: medlem, fra: 2020}]}
moeter/2024-03-13:
  slutt_dato: 2024-04
  avbrudd: [{dato: 2024-05, fortsatte: 2024-06}]
  referat:
    godkjent: {maate: epost, dato: 2024-07}
    rettelser: [{dato: 2024-08, hva: Et tall}]
  saker:
    - {nr: 1/24, tittel: A, type: droefting, svar: Takk., besvart: 2024-09, oversendt_til: ffo,
       referert_i: [{organ: ffo, dato: 2024-10}], vedlegg: [{tittel: Notat, dato: 2023}],
       vedtak: {tekst: Ja., utenom_moetet: {dato: 2024-11, maate: epost}},
       oppfoelging: [{hva: Spørre, ansvarlig: kari, frist: 2024-12, fullfoert: 2025-06}]}
    - {nr: 2/24, tittel: B, type: valg, valg: [{verv: leder, valgt: [kari], fra: 2024-03, til: 2026}]}
moeter/2025-03-12:
  saker:
    - {nr: 3/25, tittel: A, type: droefting, fra_sak: 1/24}
    - {nr: 4/25, tittel: Rest, type: orientering, restanser: ja}
"""
I_REFERATET = {
    "2024-03-13": [
        "til april 2024", "i mai 2024", "i juni 2024", "på e-post i juli 2024", "august 2024: Et tall", "datert 2023",
        "på e-post i november 2024", "desember 2024", "frå mars 2024 til 2026",
    ],
    "2025-03-12": ["i september 2024: Takk.", "oktober 2024", "desember 2024"],
}  # fmt: skip


@pytest.mark.parametrize("maalform", get_args(Maalform))
@pytest.mark.parametrize("dag", I_REFERATET)
def test_it_is_said_as_far_as_it_is_known(dag: str, maalform: str) -> None:
    text = dokument("referat", REGISTER.replace("MAALFORM", maalform), dag).replace("\\", "")
    for said in I_REFERATET[dag]:
        assert (said if maalform == "nn" else said.replace("frå", "fra")) in text
    assert "ukjent" not in text
    assert "ukjend" not in text


def test_what_was_done_in_a_later_year_was_open_until_then() -> None:
    """The follow-up was done in June 2025: in March it was one of those that were left; in July it is not."""
    later = REGISTER.replace("MAALFORM", "nb").replace("moeter/2025-03-12", "moeter/2025-07-12")
    assert "Spørre" in dokument("referat", REGISTER.replace("MAALFORM", "nb"), "2025-03-12")
    assert "Spørre" not in dokument("referat", later, "2025-07-12")
