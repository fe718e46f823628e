"""Every rule is documented, and what its documentation calls wrong and right is so."""

from __future__ import annotations

import re
from textwrap import dedent
from typing import get_args

import pytest

from brukerutvalg_cli.dokument.malregel import MAL_FEIL
from brukerutvalg_cli.forklaring import Forklaring, forklaringer
from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse
from brukerutvalg_cli.mandat.regelverk import Regel
from brukerutvalg_cli.register.filfeil.tabell import FILFEIL
from smaa_registre import dom

ALLE = forklaringer()
FILER = {f.name for f in FILFEIL} | {MAL_FEIL.name}
"""Examples of these are texts of files, and run beside what reads the files."""
UTEN_BRUDD: set[str] = set()
"""Kinds that never break: they have no wrong example."""

REGLER = [rule for rule in ALLE.values() if rule.navn not in FILER]


def eksempel(rule: Forklaring, heading: str) -> str | None:
    found = re.search(rf"^{heading}\n((?:    .*\n|\n)+)", rule.tekst + "\n", re.MULTILINE)
    return dedent(found[1]) if found else None


@pytest.mark.parametrize("rule", ALLE.values(), ids=lambda rule: rule.navn)
def test_documentation_has_every_section(rule: Forklaring) -> None:
    assert rule.tekst.startswith(f"{rule.navn} – ")
    assert "\nHvorfor\n    " in rule.tekst
    assert "\nSlik retter du\n    " in rule.tekst


@pytest.mark.parametrize("rule", REGLER, ids=lambda rule: rule.navn)
def test_the_wrong_example_is_one_finding_of_the_rule_and_the_right_one_none(rule: Forklaring) -> None:
    wrong, right = eksempel(rule, "Galt"), eksempel(rule, "Riktig")
    assert right is not None
    if rule.navn in UTEN_BRUDD:
        assert wrong is None
    else:
        assert wrong is not None
        assert [located.finding.name for located in dom(wrong, hele=True).funn] == [rule.navn]
    assert dom(right, hele=True).funn == ()


def test_codes_and_names_are_unique() -> None:
    assert len({rule.kode for rule in ALLE.values()}) == len(ALLE)


def test_every_kind_in_the_language_is_explained() -> None:
    kinds = {(m.kode, get_args(m.model_fields["regel"].annotation)[0]) for m in _models(Regel)}
    explained = {(rule.kode, rule.navn) for rule in ALLE.values()}
    assert {kind for kind in kinds if kind[1] != "ingen"} <= explained


def _models(regel: object) -> list[type[Bestemmelse]]:
    return [get_args(choice)[0] for choice in get_args(get_args(regel)[0])]
