"""Whenever a command is killed, the next one finds the register as it was before it, or as it is after it."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

from angrep.drap import drep, ofre
from angrep.omfang import LANG
from angrep.registeret import innhold
from brukerutvalg_cli.endring.dagbok import les
from brukerutvalg_cli.endring.skriv import alene

DRAP = 500 if LANG else 12


def test_a_command_that_is_killed_is_all_there_or_not_at_all(tmp_path: Path) -> None:
    victims = ofre(tmp_path)
    halfway = 0
    for nr in range(DRAP):
        victim = victims[nr % len(victims)]
        root = tmp_path / f"drap-{nr}"
        halfway += drep(victim, root, random.Random(nr))
        with alene(root):
            now = innhold(root)
            assert now in (victim.foer, victim.etter), (nr, victim.kommando)
            remembered = len(les(root)) - len(les(victim.register))
            if now != victim.foer:
                assert remembered == (-1 if victim.kommando == ("angre",) else 1), (nr, victim.kommando)
            else:
                assert remembered == 0, (nr, victim.kommando)
        left = {p.name for p in root.rglob("*") if p.name.endswith(".tmp") or p.name == "paabegynt.json"}
        assert left == set(), (nr, victim.kommando)
        shutil.rmtree(root)
    print(f"{DRAP} drap, {halfway} mens kommandoen skrev")
    assert halfway > DRAP / 20
