"""Every reading command on mutants of small registers: a sentence or a document, never the program's own error.

Each mutant meets a few of the commands, and every twentieth all of them. `ANGREP=lang` takes 20,000 mutants.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from angrep.kjoering import Maaling, kjoer, skriv, treet
from angrep.leser import lesekommandoer
from angrep.mutanter import mutant
from angrep.omfang import biter

HVER = 3
"""So many of the commands for one mutant; which, follows from its seed."""


@pytest.mark.parametrize("bit", biter(kort=60, lang=20_000, i_hver=30), ids=str)
def test_no_reading_command_fails_itself_or_writes(
    bit: range, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured = Maaling()
    out = tmp_path / "ut"
    out.mkdir()
    monkeypatch.setenv("BRUKERUTVALG_ADRESSER", "")
    for seed in bit:
        root = tmp_path / str(seed)
        les(seed, root, out, measured)
        subprocess.run(["rm", "-rf", root], check=True)
    measured.skriv(f"lesing {bit}")


def les(seed: int, root: Path, out: Path, measured: Maaling) -> None:
    """One mutant."""
    found = mutant(seed)
    (root / "records").mkdir(parents=True)
    skriv(root, found.tre)
    if seed % 50 == 0:  # a process for each, and the slowest part of it all
        subprocess.run(["git", "-C", root, "init", "-q"], check=True)
    before = treet(root)
    commands = list(lesekommandoer(found.register, out))
    chosen = (
        commands if seed % 20 == 0 else [commands[(seed * HVER + n) % len(commands)] for n in range(HVER)]
    )
    for command in chosen:
        outcome = kjoer("--rot", str(root), *command)
        about = f"frø {seed}: {'; '.join(found.gjort)}"
        assert outcome.feil == "", f"{about}\n{outcome.feil}"
        measured.ta_med(outcome, about)
    assert treet(root) == before, f"frø {seed}: {'; '.join(found.gjort)}"
