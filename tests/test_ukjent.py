"""What nobody knows is never a breach, and never passed over: every fact of every trial, set to `ukjent` in turn."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from textwrap import dedent
from typing import Any

import pytest
import yaml

from smaa_registre import dom, sagt, utfall
from test_setninger import SETNINGER, register
from test_tabellene import ALLE_RADER, PROEVER

Route = tuple[str | int, ...]

TRIALS = [
    *((f"{rules} {row}", f"mandat: {rules}\n{dedent(PROEVER[t][0])}", f"mandat: {rules}\n{dedent(PROEVER[t][1])}", row)
      for rules, row, t in ALLE_RADER),
    *((s.sagt, register(s, s.brutt), register(s, s.holdt), "regelen") for s in SETNINGER if s.brutt),
]  # fmt: skip
STANDS_FAST = {"regler", "regel", "mandat", "dato"}
"""What is no fact of the records: the rules themselves, and the day they are read."""


def facts(data: Any, route: Route = ()) -> Iterator[Route]:
    """Every value in a register that stands for something somebody knows."""
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    if route:
        yield route
    for key, value in inside:
        if route or (key not in STANDS_FAST and not str(key).startswith("regelverk/")):
            yield from facts(value, (*route, key))


def unknown(data: dict[str, Any], route: Route) -> dict[str, Any]:
    """The register with one value `ukjent`."""
    copy = deepcopy(data)
    here: Any = copy
    for step in route[:-1]:
        here = here[step]
    here[route[-1]] = "ukjent"
    return copy


def lawful(data: dict[str, Any]) -> Iterator[tuple[Route, dict[str, Any]]]:
    """The register with each fact unknown in turn, where the file may say so."""
    for route in facts(data):
        if len(route) > 1:
            changed = unknown(data, route)
            # A key, an id or a word of the mandate language is no fact, and the file is refused.
            if not any(
                f.finding.code < "BU100" or f.finding.code in ("BU201", "BU202") for f in dom(changed).funn
            ):
                yield route, changed


@pytest.mark.parametrize(
    ("brutt", "holdt", "bestemmelse"), [t[1:] for t in TRIALS], ids=[t[0] for t in TRIALS]
)
def test_a_fact_that_is_unknown_breaks_nothing_and_hides_nothing(
    brutt: str, holdt: str, bestemmelse: str
) -> None:
    for route, changed in lawful(yaml.load(dedent(holdt), yaml.CBaseLoader)):
        assert sagt(dom(changed), bestemmelse) == [], route
    for route, changed in lawful(yaml.load(dedent(brutt), yaml.CBaseLoader)):
        assert utfall(dom(changed), bestemmelse), route
