"""Writing commands on restyled and mutated registers: all of what was meant is written, or not a byte.

`ANGREP=lang` makes 4,000 attempts.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from angrep.kjoering import Maaling, Tre, Utfall, kjoer, skriv, treet
from angrep.omfang import biter
from angrep.skrivende import Forsoek, forsoek, stadiene
from haandskrift import NOTAT, bare_noen, tar_ut


@pytest.fixture(scope="module")
def stadier(tmp_path_factory: pytest.TempPathFactory) -> list[Tre]:
    return stadiene(tmp_path_factory.mktemp("aaret"))


@pytest.mark.parametrize("bit", biter(kort=60, lang=4_000, i_hver=30), ids=str)
def test_a_writing_command_writes_what_it_says_or_nothing(
    bit: range, stadier: list[Tre], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured = Maaling()
    monkeypatch.chdir(tmp_path)
    for seed in bit:
        attempt = forsoek(seed, stadier)
        root = tmp_path / str(seed)
        root.mkdir()
        skriv(root, attempt.tre)
        outcome = kjoer("--rot", str(root), *attempt.kommando)
        about = f"frø {seed}: {attempt.gjort}\n{outcome}"
        measured.ta_med(outcome, f"frø {seed}")
        assert outcome.feil == "", about
        _skrev_det_den_sa(attempt, outcome, root, about)
        shutil.rmtree(root)
    measured.skriv(f"skriving {bit}")


def _skrev_det_den_sa(attempt: Forsoek, outcome: Utfall, root: Path, about: str) -> None:
    after = treet(root)
    changed = {path for path in {*attempt.tre, *after} if _fil(attempt.tre, path) != _fil(after, path)}
    if outcome.kode or not changed:
        assert after == attempt.tre, about
        return
    lines = [line.split(maxsplit=1) for line in outcome.ut.splitlines() if line.startswith("  ")]
    assert changed == {line[1] for line in lines if line[0] in ("skrev", "slettet")}, about
    for path in changed:
        before, now = _fil(attempt.tre, path), _fil(after, path)
        if before is not None and now is not None:
            there, left = _notater(before), _notater(now)
            assert left == there or (tar_ut(attempt.kommando) and bare_noen(left, there)), about
    back = kjoer("--rot", str(root), "angre")
    assert (back.kode, treet(root)) == (0, attempt.tre), f"{about}\n{back}"


def _fil(tree: Tre, path: str) -> bytes | None:
    content = tree.get(path)
    return content if isinstance(content, bytes) else None


def _notater(raw: bytes) -> list[str]:
    return NOTAT.findall(raw.decode("utf-8", "replace"))
