"""Avlegger: the program in a process of its own, forked from one that has read it in.

To start Python and read the program in takes nine tenths of the time of a short command. Where a test needs a process,
but not how one begins, it runs `python()` in place of `sys.executable`, with `-m brukerutvalg_cli` or `-c` after it:
the streams, the folder, the umask and the environment are those of the one who asks. Where Python itself would begin
otherwise by the environment, Python itself is run. `test_avlegger.py` holds the two to say the same.

No signal from a terminal reaches it, and no limit or name space of who asks: who tests that, runs the real one. Who
kills it, starts it by `Avlegger`, and knows its number.
"""

from __future__ import annotations

import marshal
import os
import socket
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

HER = Path(__file__).parent
SRC = HER.parent / "src"


@cache
def _stamme() -> tuple[str, subprocess.Popen[bytes]]:
    """Where the one that has read the program in is asked; it goes when we do."""
    place = f"{mkdtemp(prefix='avlegger-')}/s"
    environ = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command = [sys.executable, str(HER / "avlegger_stamme.py"), place]
    environ |= {"PYTHONPATH": str(SRC), "LC_ALL": "C.UTF-8"}
    environ |= {
        "PYDANTIC_DISABLE_PLUGINS": "__all__",
        "GIT_PYTHON_REFRESH": "quiet",
    }  # as the program has them
    stem = subprocess.Popen(command, env=environ, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert stem.stdout
    assert stem.stdout.readline() == b"klar\n"
    return place, stem


def python() -> list[str]:
    """What to run in place of Python."""
    return [sys.executable, "-I", "-S", str(HER / "avlegger_klient.py"), _stamme()[0]]


def program() -> list[str]:
    """What to run in place of `python -m brukerutvalg_cli`."""
    return [*python(), "-m", "brukerutvalg_cli"]


class Avlegger:
    """One command in a register, that says nothing to anybody: to be waited for, and killed before if need be."""

    def __init__(self, *arguments: str, env: Mapping[str, str] = os.environ) -> None:
        self._stem = socket.socket(socket.AF_UNIX)
        self._stem.connect(_stamme()[0])
        environ = {os.fsencode(name): os.fsencode(value) for name, value in env.items()}
        with Path(os.devnull).open("r+b") as nothing:
            here = os.open(".", os.O_RDONLY)
            words = [b"-m", b"brukerutvalg_cli", *map(os.fsencode, arguments)]
            asked = marshal.dumps((words, environ, 0o022, [True] * 3))
            socket.send_fds(self._stem, [len(asked).to_bytes(4, "big")], [here, *[nothing.fileno()] * 3])
            os.close(here)
        self._stem.sendall(asked)
        self.pid = int.from_bytes(self._stem.recv(4), "big")
        if not self.pid:
            self._stem.close()
            raise ValueError("in this environment it has to be begun by Python itself")

    def lever(self) -> bool:
        """Whether it is still at it."""
        self._stem.setblocking(False)
        try:
            return not self._stem.recv(4, socket.MSG_PEEK)
        except BlockingIOError:
            return True
        finally:
            self._stem.setblocking(True)

    def vent(self) -> int:
        """The exit code, when it has ended; of one that was killed, the signal below zero."""
        with self._stem:
            ended = self._stem.recv(4)
        assert len(ended) == 4, "nobody knows how it ended"
        return os.waitstatus_to_exitcode(int.from_bytes(ended, "big"))
