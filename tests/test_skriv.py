"""On disk: all of a change or nothing of it, whoever else writes and whatever the disk says."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from brukerutvalg_cli.endring import skriv as modul
from brukerutvalg_cli.endring.dagbok import Innslag, foer_inn, les, omvendt, ta_ut_siste
from brukerutvalg_cli.endring.skriv import KanIkkeLagre, lagre
from brukerutvalg_cli.endring.utkast import Filendring, Utkast
from brukerutvalg_cli.register.tree import WorkTree

A, B, C = "records/a.yaml", "records/b.yaml", "records/ny/c.yaml"


@pytest.fixture
def rot(tmp_path: Path) -> Path:
    (tmp_path / "records").mkdir()
    (tmp_path / A).write_bytes(b"a: 1\n")
    (tmp_path / B).write_bytes(b"b: 1\n")
    return tmp_path


def filer(rot: Path) -> dict[str, bytes]:
    found = (p for p in rot.rglob("*") if p.is_file() and modul.MAPPE not in p.parts)
    return {p.relative_to(rot).as_posix(): p.read_bytes() for p in found}


def test_files_are_changed_made_and_taken_away(rot: Path) -> None:
    lagre(
        rot,
        [
            Filendring(A, b"a: 1\n", b"a: 2\n"),
            Filendring(B, b"b: 1\n", None),
            Filendring(C, None, b"c: 1\n"),
        ],
    )
    assert filer(rot) == {A: b"a: 2\n", C: b"c: 1\n"}


@pytest.mark.parametrize("annen", [b"a: 3\n", None])
def test_what_somebody_else_changed_meanwhile_is_left_alone(rot: Path, annen: bytes | None) -> None:
    if annen is None:
        (rot / A).unlink()
    else:
        (rot / A).write_bytes(annen)
    before = filer(rot)
    with pytest.raises(KanIkkeLagre, match="endret av noe annet imens"):
        lagre(rot, [Filendring(B, b"b: 1\n", b"b: 2\n"), Filendring(A, b"a: 1\n", b"a: 2\n")])
    assert filer(rot) == before


def test_a_new_file_is_never_written_over_another(rot: Path) -> None:
    with pytest.raises(KanIkkeLagre, match="endret av noe annet imens"):
        lagre(rot, [Filendring(A, None, b"a: 2\n")])


@pytest.mark.parametrize("feiler", ["fsync", "replace"])
def test_a_full_disk_changes_nothing(rot: Path, monkeypatch: pytest.MonkeyPatch, feiler: str) -> None:
    before = filer(rot)
    really: Any = {"fsync": os.fsync, "replace": Path.replace}[feiler]
    calls = []

    def full(*args: Any) -> Any:
        calls.append(args)
        if len(calls) == 2:  # the first file went well
            raise OSError(errno.ENOSPC, "No space left on device")
        return really(*args)

    monkeypatch.setattr(os if feiler == "fsync" else Path, feiler, full)
    with pytest.raises(KanIkkeLagre, match="disken er full"):
        lagre(rot, [Filendring(A, b"a: 1\n", b"a: 2\n"), Filendring(B, b"b: 1\n", b"b: 2\n")])
    assert filer(rot) == before


def test_one_writes_at_a_time(rot: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from filelock import FileLock

    monkeypatch.setattr(modul, "VENT", 0.05)
    with FileLock(modul.egen_mappe(rot) / "laas"), pytest.raises(KanIkkeLagre, match="En annen kommando"):
        lagre(rot, [Filendring(A, b"a: 1\n", b"a: 2\n")])
    lagre(rot, [Filendring(A, b"a: 1\n", b"a: 2\n")])
    assert filer(rot)[A] == b"a: 2\n"


TELLER = """
import sys
from pathlib import Path
from brukerutvalg_cli.endring.skriv import KanIkkeLagre, lagre
from brukerutvalg_cli.endring.utkast import Utkast
from brukerutvalg_cli.register.tree import WorkTree
root = Path(sys.argv[1])
for nr in range(20):
    while True:
        utkast = Utkast(WorkTree(root))
        utkast.legg_til("records/a.yaml", ("liste",), f"{sys.argv[2]}-{nr}")
        try:
            lagre(root, utkast.endringer())
            break
        except KanIkkeLagre:
            pass
"""


def test_two_that_write_the_same_file_at_once_lose_nothing(rot: Path) -> None:
    running = [subprocess.Popen([sys.executable, "-c", TELLER, str(rot), name]) for name in ("x", "y")]
    assert [process.wait(timeout=60) for process in running] == [0, 0]
    text = (rot / A).read_text()
    assert all(f"{name}-{nr}" in text for name in ("x", "y") for nr in range(20))


EVIG = """
import sys, itertools
from pathlib import Path
from brukerutvalg_cli.endring.skriv import lagre
from brukerutvalg_cli.endring.utkast import Filendring
root, now = Path(sys.argv[1]), b"a: 1\\n"
print("klar", flush=True)
for nr in itertools.count(2):
    new = b"a: %d\\n" % nr + b"# fyll\\n" * 50_000
    lagre(root, [Filendring("records/a.yaml", now, new)])
    now = new
"""


def test_one_that_is_killed_leaves_whole_files_and_no_lock(rot: Path) -> None:
    for wait in (0.05, 0.11, 0.17):
        (rot / A).write_bytes(b"a: 1\n")
        with subprocess.Popen([sys.executable, "-c", EVIG, str(rot)], stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(wait)
            process.send_signal(signal.SIGKILL)
        left = (rot / A).read_bytes()
        assert left == b"a: 1\n" or left.endswith(b"# fyll\n" * 50_000)
        lagre(rot, [Filendring(A, left, b"a: 0\n")])
        assert filer(rot) == {A: b"a: 0\n", B: b"b: 1\n"}  # what lay half written is gone too


def test_a_draft_shows_the_register_as_it_would_be_and_writes_nothing(rot: Path) -> None:
    before = filer(rot)
    utkast = Utkast(WorkTree(rot))
    utkast.sett(A, ("a",), 2)
    utkast.legg_til(A, ("b",), True)
    utkast.ny(C, {"c": None, "d": "x"})
    utkast.flytt(B, "records/d.yaml")
    tree = utkast.tre()
    assert tree.paths() == [A, "records/d.yaml", C]
    assert [tree.read(path) for path in tree.paths()] == [b"a: 2\nb: [ja]\n", b"b: 1\n", b"d: x\n"]
    assert [(e.path, e.foer is None, e.etter is None) for e in utkast.endringer()] == [
        (A, False, False), (B, False, True), ("records/d.yaml", True, False), (C, True, False),
    ]  # fmt: skip
    assert filer(rot) == before


def test_a_file_from_notepad_keeps_its_mark_and_its_line_ends(rot: Path) -> None:
    (rot / A).write_bytes(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
    utkast = Utkast(WorkTree(rot))
    utkast.sett(A, ("c",), "æ")
    assert utkast.endringer()[0].etter == "\ufeffa: 1\r\nb: 2\r\nc: æ\r\n".encode()


def test_the_journal_undoes_the_last_command_first(rot: Path) -> None:
    for new, old in ((2, 1), (3, 2)):
        change = (
            Filendring(A, b"a: %d\n" % old, b"a: %d\n" % new),
            Filendring(f"records/{new}", None, b"\xff"),
        )
        lagre(rot, change)
        foer_inn(rot, Innslag(f"satte a til {new}", change))
    assert [entry.melding for entry in les(rot)] == ["satte a til 2", "satte a til 3"]
    for left in (2, 1):
        lagre(rot, omvendt(les(rot)[-1].endringer))
        ta_ut_siste(rot)
        assert filer(rot)[A] == b"a: %d\n" % left
    assert les(rot) == []
    assert set(filer(rot)) == {A, B}


def test_a_damaged_journal_is_an_empty_one(rot: Path) -> None:
    (modul.egen_mappe(rot) / "dagbok.json").write_text('[{"melding": 1}]')
    assert les(rot) == []
