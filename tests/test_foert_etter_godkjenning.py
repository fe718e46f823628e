"""What is entered after the minutes were approved: they go on saying who came and who was missed, as they said then."""

from __future__ import annotations

from datetime import date
from typing import Any
from unittest.mock import create_autospec

import pytest

from brukerutvalg_cli.dokument.lag import lag
from brukerutvalg_cli.endring.utkast import Utkast
from brukerutvalg_cli.handling.godkjenning import utenom_moete
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.segl import foerste_segl, savnet_i_referatet, segl
from brukerutvalg_cli.register.load import load
from smaa_registre import dom, tree, utfall

DAG = "2026-03-11"


def person(navn: str, *oppnevninger: dict[str, Any], **mer: Any) -> dict[str, Any]:
    return {"navn": navn, "side": "bruker", "oppnevninger": list(oppnevninger), **mer}


REGISTER: dict[str, Any] = {
    "dato": "2026-09-10",
    "medlemmer/kari": person("Kari Nordmann", {"verv": "leder", "fra": "2025-01-01"}),
    "medlemmer/per": person("Per Berg", {"verv": "medlem", "fra": "2025-01-01"}),
    "medlemmer/liv": person("Liv Moen", {"verv": "medlem", "fra": "2025-01-01"}),
    f"moeter/{DAG}": {"oppmoete": [{"person": "kari"}], "forfall": ["per"], "moeteleder": "kari"},
}
"""Kari came, Per had sent regrets, and Liv was missed."""


def lest(endret: dict[str, Any]) -> Register:
    return load(tree(REGISTER | endret)).register


def godkjent(register: Register, forsegl: Any = segl) -> dict[str, Any]:
    """The meeting with the approval that the command writes."""
    council = register.mapper["utvalget"]
    draft = create_autospec(Utkast, instance=True)
    moete = council.moeter[0]
    utenom_moete(
        draft, council, moete.navn, date(2026, 4, 1), "epost", lambda m: forsegl(register, council, m)
    )
    (_, _, approval, _), _ = draft.sett.call_args
    return {f"moeter/{DAG}": REGISTER[f"moeter/{DAG}"] | {"referat": {"godkjent": approval}}}


def referatet(register: Register) -> str:
    council = register.mapper["utvalget"]
    return str(lag("referat", register, council, council.moeter[0], tree(REGISTER)))


ETTERPAA: dict[str, dict[str, Any]] = {
    "a member entered late": {"medlemmer/eva": person("Eva Strand", {"verv": "medlem", "fra": "2026-01-01"})},
    "a secretary entered late": {
        "medlemmer/eva": person("Eva Strand", {"verv": "sekretaer", "fra": "2026-01-01"})
    },
    "one missed had left": {
        "medlemmer/liv": person("Liv Moen", {"verv": "medlem", "fra": "2025-01-01", "til": "2025-12-31"})
    },
    "one missed was on leave": {
        "medlemmer/liv": person(
            "Liv Moen", {"verv": "medlem", "fra": "2025-01-01", "permisjon": [{"fra": "2026-01-01"}]}
        )
    },
    "who stood in meanwhile": {
        "medlemmer/eva": person("Eva Strand"),
        "medlemmer/liv": person(
            "Liv Moen",
            {
                "verv": "medlem",
                "fra": "2025-01-01",
                "permisjon": [{"fra": "2026-01-01", "stedfortreder": "eva"}],
            },
        ),
    },
}
"""What may be entered of those who were not there, and is no part of what was approved."""


@pytest.mark.parametrize("hva", ETTERPAA)
def test_approved_minutes_say_what_they_said(hva: str) -> None:
    first = lest({})
    approved = godkjent(first)
    before, after = lest(approved), lest(approved | ETTERPAA[hva])
    assert "Liv Moen" in referatet(before)
    assert savnet_i_referatet(first.mapper["utvalget"], first.mapper["utvalget"].moeter[0]) == ("liv",)
    if "secretary" not in hva:
        assert referatet(lest(ETTERPAA[hva])) != referatet(
            first
        )  # those that nobody approved follow the records
    assert referatet(after) == referatet(before)
    assert [f for f in utfall(dom(REGISTER | approved | ETTERPAA[hva])) if "segl" in f] == []


@pytest.mark.parametrize(
    "endret",
    [
        {"medlemmer/kari": person("Kari Nordmann", {"verv": "medlem", "fra": "2025-01-01"})},
        {"medlemmer/per": person("Per Berg", {"verv": "medlem", "fra": "2025-01-01", "side": "nav"})},
    ],
)
def test_what_those_named_were_that_day_is_in_the_seal(endret: dict[str, Any]) -> None:
    approved = godkjent(lest({}))
    assert [f for f in utfall(dom(REGISTER | approved | endret)) if "segl" in f]


def test_who_was_missed_cannot_be_written_otherwise_afterwards() -> None:
    approved = godkjent(lest({}))
    approved[f"moeter/{DAG}"]["referat"]["godkjent"]["savnet"] = []
    assert [f for f in utfall(dom(REGISTER | approved)) if "segl" in f]


def test_a_seal_from_before_still_holds_and_still_sees_everybody() -> None:
    approved = godkjent(lest({}), foerste_segl)
    del approved[f"moeter/{DAG}"]["referat"]["godkjent"]["savnet"]
    assert [f for f in utfall(dom(REGISTER | approved)) if "segl" in f] == []
    late = ETTERPAA["a member entered late"]
    assert [f for f in utfall(dom(REGISTER | approved | late)) if "segl" in f]
