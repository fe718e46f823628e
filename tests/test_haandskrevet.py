"""Every writing command on a register that people have edited: only the intended lines change, byte for byte."""

from __future__ import annotations

import random
import re
import subprocess
from difflib import unified_diff
from pathlib import Path

import pytest

from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.register.parse import parse
from test_et_aar import FOLK, STEG

NOTAT = re.compile(r"# notat \d+")


def rufset(raw: bytes, rng: random.Random) -> bytes:
    """The same records as somebody may have left them: notes, empty lines, CRLF, a BOM, no last line end."""
    lines = raw.decode().splitlines()
    out = []
    in_text = False
    for nr, line in enumerate(lines):
        in_text = bool(re.search(r": [|>][-+]?$", line)) or (in_text and (line.startswith("  ") or not line))
        if not in_text and line.strip() and rng.random() < 0.4:
            line += rng.choice([" ", "    "]) + f"# notat {rng.randrange(10**6)}"
        out.append(line)
        following = lines[nr + 1] if nr + 1 < len(lines) else ""
        if not in_text and rng.random() < 0.2:
            indent = len(following) - len(following.lstrip())
            out.append(rng.choice(["", " " * indent + f"# notat {rng.randrange(10**6)}"]))
    eol = rng.choice(["\n", "\n", "\r\n"])
    text = eol.join(out) + rng.choice([eol, ""])
    found = (b"\xef\xbb\xbf" if rng.random() < 0.2 else b"") + text.encode()
    same = parse("", found).data == parse("", raw).data
    return found if same else raw


def filer() -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(Path("records").rglob("*.yaml"))}


@pytest.mark.parametrize("seed", range(8))
def test_only_the_intended_lines_change(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rng = random.Random(seed)
    monkeypatch.chdir(tmp_path)
    Path("folk.csv").write_text(FOLK, encoding="utf-8")
    assert (
        run(
            [
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
        )
        == 0
    )
    touched = 0
    for step in STEG:
        for path, raw in filer().items():
            if rng.random() < 0.7:
                path.write_bytes(rufset(raw, rng))
        before = filer()
        assert run([*step, "--dato", "2026-02-20"]) == 0, capsys.readouterr()
        after = filer()
        for path in before.keys() & after.keys():
            if before[path] != after[path]:
                touched += 1
                samme_utenfor_endringen(before[path], after[path])
        gone, new = before.keys() - after.keys(), after.keys() - before.keys()
        for old in gone:  # a file that got another name; or a case that is now on an agenda
            moved = [path for path in new if path.parent == old.parent]
            assert not moved or NOTAT.findall(after[moved[0]].decode()) == NOTAT.findall(before[old].decode())
    assert touched > 15
    subprocess.run(["git", "fsck", "--strict"], check=True, capture_output=True)


def samme_utenfor_endringen(before: bytes, after: bytes) -> None:
    """The notes are all there and in their order; the mark, the line ends and every other line are as they were."""
    assert after.startswith(b"\xef\xbb\xbf") is before.startswith(b"\xef\xbb\xbf")
    assert NOTAT.findall(after.decode()) == NOTAT.findall(before.decode())
    if b"\r\n" in before:
        assert not re.search(rb"(?<!\r)\n", after)
    else:
        assert b"\r" not in after
    changes = unified_diff(before.decode().splitlines(), after.decode().splitlines(), n=0, lineterm="")
    gone = [line for line in changes if re.match("-(?!--)", line)]
    assert len(gone) <= 2, gone  # a status, a date, the last day of a term
