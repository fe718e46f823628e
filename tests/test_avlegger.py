"""A process forked from one that has read the program in says and does what one that Python began does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from avlegger import Avlegger, python
from smaa_registre import skriv

PROGRAM = "-m brukerutvalg_cli"
STROEMMER = """
import os, sys
for each in (sys.stdin, sys.stdout, sys.stderr):
    if each is not None:
        how = each.encoding, each.errors, each.line_buffering, each.write_through, each.isatty()
        print(each.fileno(), *how, file=sys.stderr or None)
print(sys.argv, sys.flags.utf8_mode, os.getenv("COLUMNS"), sorted(os.listdir("/proc/self/fd"))[:3])
"""
LINJER = [
    f"P {PROGRAM} --rot REG valider >/dev/full", f"P {PROGRAM} --rot REG valider >&-",
    f"P {PROGRAM} --rot REG valider \"$(printf 'a\\377\\033')\" 2>&-",
    f"mkdir x; cd x; rmdir ../x; P {PROGRAM} status",
    f"COLUMNS=40 P {PROGRAM} --rot REG innkalling utvalget neste",
    "P -c 'STROEMMER' 1 2", "PYTHONUNBUFFERED=1 P -c 'STROEMMER'",
    "PYTHONUNBUFFERED= P -c 'STROEMMER'", "P -c 'STROEMMER' <&- | cat", "P -c 'STROEMMER' 2>&-",
    "LC_ALL=nb_NO.UTF-8 P -c 'STROEMMER'", "LC_ALL=C P -c 'STROEMMER'", "LC_ALL=C PYTHONUTF8=0 P -c 'STROEMMER'",
    "PYTHONIOENCODING=ascii P -c 'STROEMMER'",
    "umask 077; P -c 'open(\"ny\", \"w\")'; stat -c %a ny", "P -c 'raise SystemExit(7)'", "P -c '1/0'; echo $?",
    "(P -c 'import os; os.kill(os.getpid(), 9)') 2>/dev/null; echo $?",
]  # fmt: skip


@pytest.fixture
def reg(tmp_path: Path) -> Path:
    skriv(tmp_path / "reg", {"moeter/2099-03-01": {"status": "planlagt", "sted": "Å"}})
    return tmp_path / "reg"


def sagt(line: str, python: list[str], reg: Path) -> tuple[int, bytes, bytes]:
    (here := reg.parent / str(len(list(reg.parent.iterdir())))).mkdir()
    quoted = " ".join(f"'{word}'" for word in python)
    line = line.replace("REG", str(reg)).replace("STROEMMER", STROEMMER)
    script = f'P() {{ {quoted} "$@"; }}\n{line}'
    done = subprocess.run(["bash", "-c", script], cwd=here, capture_output=True, check=False)
    return done.returncode, done.stdout, done.stderr.replace(str(here).encode(), b"HER")


@pytest.mark.parametrize("line", LINJER)
def test_it_says_what_python_says(line: str, reg: Path) -> None:
    assert sagt(line, python(), reg) == sagt(line, [sys.executable], reg)


def test_it_has_read_the_program_in_already() -> None:
    code = "import sys; print(len({'git', 'icalendar', 'brukerutvalg_cli.validering'} & sys.modules.keys()))"
    done = subprocess.run([*python(), "-c", code], capture_output=True, check=True)
    assert done.stdout == b"3\n"


def test_one_that_is_killed_is_gone(reg: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(reg)
    it = Avlegger("valider")
    assert it.lever()
    os.kill(it.pid, 9)
    assert it.vent() == -9
    with pytest.raises(ProcessLookupError):
        os.kill(it.pid, 0)
    assert Avlegger("valider").vent() in (0, 1)


def test_it_goes_with_whoever_asked_for_it() -> None:
    code = "import time; print(flush=True); time.sleep(60)"
    with subprocess.Popen([*python(), "-c", code], stdout=subprocess.PIPE) as it:
        assert it.stdout
        it.stdout.readline()
        it.kill()
        assert it.stdout.read() == b""  # it had the other end, and is gone
