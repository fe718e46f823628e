"""The files as a draft would have them: their names are those of both, without what it takes away."""

from __future__ import annotations

from random import Random

import pytest

from brukerutvalg_cli.endring.utkast import Overlegg
from brukerutvalg_cli.register.tree import MemoryTree

THERE = [f"records/utvalg/u/moeter/2022-0{nr}-01.yaml" for nr in range(1, 6)]


@pytest.mark.parametrize("seed", range(40))
def test_the_names_are_what_they_are_by_the_book(seed: int) -> None:
    draw = Random(seed)
    below = dict.fromkeys(draw.sample(THERE, 3), b"dato: x\n")
    draft = {
        path: draw.choice([b"dato: y\n", b"dato: z\n", None])
        for path in draw.sample(THERE, draw.randrange(3))
    }
    whole = {path: raw for path, raw in (below | draft).items() if raw is not None}
    tree = Overlegg(MemoryTree(below), draft | {"oppsett.yaml": b"utenfor\n"})
    assert tree.paths() == sorted(whole)
    assert {path: tree.read(path) for path in tree.paths()} == whole
