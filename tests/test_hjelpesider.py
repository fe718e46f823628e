"""Every help page shows how the command is used: two or three examples, each of a command there is."""

from __future__ import annotations

import re

import pytest

from smaa_registre import ROOT

SIDER = re.split(r"^## ", (ROOT / "docs/kommandoer.md").read_text(encoding="utf-8"), flags=re.M)[1:]


@pytest.mark.parametrize("side", SIDER, ids=[side.partition("\n")[0] for side in SIDER])
def test_it_begins_with_two_or_three_examples(side: str) -> None:
    name = side.partition("\n")[0]
    _, _, after = side.partition("Eksempler:\n")
    examples = [line.strip() for line in after.partition("\n\n")[0].splitlines()]
    assert 2 <= len(examples) <= 3
    verb = [word for word in name.split() if word != "brukerutvalg"]
    assert all(word in each.split() for each in examples for word in verb)
