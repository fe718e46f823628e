"""The kind of rule that CONTRIBUTING shows whole, as it stands there: what it calls wrong and right is so."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from textwrap import dedent
from typing import Any, ClassVar, Literal

import yaml
from pydantic import Field

from brukerutvalg_cli.funn.finding import Finding, Utfall
from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.verdier import UKJENT
from brukerutvalg_cli.ord.i_ord import omtalt
from brukerutvalg_cli.register.load import load
from smaa_registre import tree

CONTRIBUTING = (Path(__file__).parents[2] / "CONTRIBUTING.md").read_text(encoding="utf-8")
KODEN = CONTRIBUTING.partition("```python\n")[2].partition("```")[0]
DAGEN = date(2023, 1, 1)
UTELATT = {"id": "regelen", "avsnitt": "1", "styrke": "skal", "tekst": "Som det står."}
KJENT = {
    each.__name__: each
    for each in (Bestemmelse, Finding, UtvalgIPeriode, Field, dato_i_ord, omtalt, pairwise)
} | {"UKJENT": UKJENT, "ClassVar": ClassVar, "Iterator": Iterator, "Literal": Literal}
"""What it would import."""


def slaget() -> type[Bestemmelse]:
    named: dict[str, Any] = dict(KJENT)
    exec(compile(KODEN, "CONTRIBUTING.md", "exec", dont_inherit=True), named)
    (kind,) = (each for each in named.values() if isinstance(each, type) and each.__module__ == "builtins")
    assert issubclass(kind, Bestemmelse)
    return kind


def utfallene(heading: str) -> Counter[Utfall]:
    found = re.search(
        rf"^{heading}\n((?:    .*\n)+)", f"{ast.get_docstring(ast.parse(KODEN))}\n", re.MULTILINE
    )
    assert found
    data = yaml.load(dedent(found[1]), yaml.CBaseLoader)
    rule = slaget().model_validate(UTELATT | data.pop("regel"))
    register = load(tree(data)).register
    period = UtvalgIPeriode(register.mapper["utvalget"], register, None, None, DAGEN)
    return Counter(each.utfall for each in rule.proev(period))


def test_what_it_calls_wrong_is_broken_once() -> None:
    assert utfallene("Galt") == {Utfall.BRUTT: 1}


def test_what_it_calls_right_is_not_broken() -> None:
    assert Utfall.BRUTT not in utfallene("Riktig")
