"""A finding is made of many texts: those that come after its place are said by name, and none is taken for another."""

from __future__ import annotations

import inspect

from brukerutvalg_cli.funn.finding import Finding


def test_what_follows_the_place_is_said_by_name() -> None:
    by_place = [
        p.name for p in inspect.signature(Finding).parameters.values() if p.kind is not p.KEYWORD_ONLY
    ]
    assert by_place == ["code", "name", "severity", "message", "place"]
