"""An annex goes with the notice, with the minutes, or with both."""

from __future__ import annotations

import pytest

from brukerutvalg_cli.dokument.innkalling import innkalling
from brukerutvalg_cli.dokument.referat import referat
from brukerutvalg_cli.dokument.vedlegg import saksvedlegg
from brukerutvalg_cli.register.load import load
from smaa_registre import tree


@pytest.mark.parametrize(
    ("hoerer_til", "i_innkallingen", "i_referatet"),
    [
        ("", True, True),
        (", hoerer_til: begge", True, True),
        (", hoerer_til: innkalling", True, False),
        (", hoerer_til: referat", False, True),
        (", hoerer_til: ukjent", False, True),  # it is there; that it was there beforehand, nobody has said
    ],
)
def test_an_annex_is_in_the_document_it_belongs_to(
    hoerer_til: str, i_innkallingen: bool, i_referatet: bool
) -> None:
    text = f"""
    moeter/2022-11-16:
      saker:
        - {{nr: 1/22, tittel: A, type: annet, vedlegg: [{{tittel: Planen, fil: plan.pdf{hoerer_til}}}]}}
    """
    register = load(tree(text)).register
    mappe = register.mapper["utvalget"]
    (moete,) = mappe.moeter
    (called,) = innkalling(register, mappe, moete, lambda path: None).saker
    (held,) = referat(register, mappe, moete, lambda path: None).saker
    assert bool(called.vedlegg) is i_innkallingen
    assert bool(held.vedlegg) is i_referatet
    assert bool(list(saksvedlegg(mappe, moete))) is i_innkallingen
