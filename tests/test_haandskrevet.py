"""Every writing command on a register that people have edited: only the intended lines change, byte for byte."""

from __future__ import annotations

import os
import random
import re
import subprocess
from difflib import unified_diff
from pathlib import Path

import pytest

from brukerutvalg_cli.cli.run import run
from haandskrift import NOTAT, bare_noen, for_haand, tar_ut
from test_et_aar import FOLK, STEG

HENDER = 4 * int(os.environ.get("EKSEMPLER", "1"))
"""How many people's ways of writing are tried, each at every command."""


def filer() -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(Path("records").rglob("*.yaml"))}


@pytest.mark.parametrize("seed", range(HENDER))
def test_only_the_intended_lines_change(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rng = random.Random(seed)
    monkeypatch.chdir(tmp_path)
    Path("folk.csv").write_text(FOLK, encoding="utf-8")
    init = [
        "init",
        ".",
        "--utvalg",
        "Nav Storelva",
        "--medlemmer",
        "folk.csv",
        "--ja",
        "--dato",
        "2026-01-01",
    ]
    assert run(init) == 0
    touched = files = 0
    for step in STEG:
        for path, raw in filer().items():
            if rng.random() < (
                0.1 if "regelverk" in path.parts else 0.7
            ):  # nothing writes in the largest of them
                path.write_bytes(for_haand(raw, rng))
                files += path.read_bytes() != raw
        before = filer()
        assert run([*step, "--likevel", "--dato", "2026-02-20"]) == 0, capsys.readouterr()
        after = filer()
        for path in before.keys() & after.keys():
            if before[path] != after[path]:
                touched += 1
                if tar_ut(step):
                    samme_uten_det_som_gikk(before[path], after[path])
                else:
                    samme_utenfor_endringen(before[path], after[path], 3 if step[0] == "permisjon" else 2)
        gone, new = before.keys() - after.keys(), after.keys() - before.keys()
        for old in gone:  # a file that got another name; or a case that is now on an agenda
            moved = [path for path in new if path.parent == old.parent]
            assert not moved or NOTAT.findall(after[moved[0]].decode()) == NOTAT.findall(before[old].decode())
    assert touched > 15
    assert files > 200
    subprocess.run(["git", "fsck", "--strict"], check=True, capture_output=True)


def samme_utenfor_endringen(before: bytes, after: bytes, linjer: int) -> None:
    """The notes are all there and in their order; the mark, the line ends and every other line are as they were."""
    assert after.startswith(b"\xef\xbb\xbf") is before.startswith(b"\xef\xbb\xbf")
    assert NOTAT.findall(after.decode()) == NOTAT.findall(before.decode())
    ends = re.compile(rb"\r\n|\n")
    assert set(ends.findall(after)) <= set(ends.findall(before)) or before.count(b"\n") == 0
    changes = unified_diff(before.decode().splitlines(), after.decode().splitlines(), n=0, lineterm="")
    gone = [line for line in changes if re.match("-(?!--)", line)]
    # A status, a date, the last day of a term, or of a leave from three verv; what was assumed, and is now said, may
    # have had some lines of its own, and so may a value that was written below its key.
    own_lines = any("antatt" in line or re.search(r":\s+[|>]", line) for line in gone)
    assert len(gone) <= (4 if own_lines else linjer), gone


def samme_uten_det_som_gikk(before: bytes, after: bytes) -> None:
    """What is taken out goes with the notes on it; the others stand, in their order."""
    assert after.startswith(b"\xef\xbb\xbf") is before.startswith(b"\xef\xbb\xbf")
    assert bare_noen(NOTAT.findall(after.decode()), NOTAT.findall(before.decode()))
