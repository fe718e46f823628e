"""One command in this process, watched: how it ended, what it said, what it cost, and whether it was still going.

A command that hangs is stopped and fails, so that an attack always ends. The bounds are far above what any
command takes: they tell a hang from a slow machine.
"""

from __future__ import annotations

import io
import json
import os
import resource
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from types import FrameType
from typing import NamedTuple

from brukerutvalg_cli.cli.run import run

SEKUNDER, BYTE = 60, 4 << 30
"""Processor time of one command, and memory of the whole process: more is a hang."""
_EGEN_FEIL = ("feil i programmet selv", "Traceback (most recent call last)")


Tre = dict[str, bytes | str | None]
"""Paths with what is there: bytes of a file, the target of a link, None for a folder."""


class Henger(BaseException):
    """The command took more than any does. Not an `Exception`: the program would report it as its own error."""


class Utfall(NamedTuple):
    """How a command ended."""

    argumenter: tuple[str, ...]
    kode: int
    ut: str
    err: str
    sekunder: float

    @property
    def feil(self) -> str:
        """What is not as it must be of every command, whatever it was given; empty where all is."""
        said = f"{' '.join(self.argumenter)}\n{self.ut[-2000:]}\n{self.err[-2000:]}"
        if self.kode not in (0, 1, 2) or any(words in self.ut + self.err for words in _EGEN_FEIL):
            return f"exit {self.kode}: {said}"
        if self.kode == 2 and not self.err.strip():
            return f"exit 2 without a word: {said}"
        if {"--json", "json"} & set(self.argumenter) and self.kode != 2 and self.ut.strip():
            try:
                json.loads(self.ut)
            except ValueError:
                return f"no JSON: {said}"
        return ""


def kjoer(*argumenter: str) -> Utfall:
    """Runs one command."""
    out, err = io.StringIO(), io.StringIO()
    began = time.process_time()
    with vakt(), redirect_stdout(out), redirect_stderr(err):
        code = run(argumenter)
    return Utfall(argumenter, code, out.getvalue(), err.getvalue(), time.process_time() - began)


@contextmanager
def vakt(sekunder: int = SEKUNDER) -> Iterator[None]:
    """Stops what takes more time or memory than anything does."""
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    before = signal.signal(signal.SIGVTALRM, _stans)
    signal.setitimer(signal.ITIMER_VIRTUAL, sekunder)
    resource.setrlimit(resource.RLIMIT_AS, (BYTE, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _stans(signum: int, frame: FrameType | None) -> None:
    raise Henger("mer tid enn noe tar")


class Maaling:
    """The dearest command so far, and the memory of the process, for the note of a long run."""

    def __init__(self) -> None:
        self.kommandoer = 0
        self.verst = (0.0, "")

    def ta_med(self, utfall: Utfall, om: str) -> None:
        """One more."""
        self.kommandoer += 1
        self.verst = max(self.verst, (utfall.sekunder, f"{' '.join(utfall.argumenter)} ({om})"))

    def skriv(self, navn: str) -> None:
        """A line in the file that ANGREP_LOGG names."""
        if log := os.environ.get("ANGREP_LOGG"):
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            line = f"{navn}: {self.kommandoer} kommandoer, verst {self.verst[0]:.2f} s {self.verst[1]}, {memory} MiB"
            with Path(log).open("a", encoding="utf-8") as file:
                file.write(line + "\n")


def treet(rot: Path) -> Tre:
    """Everything in a folder but what is the program's own and git's."""
    found: Tre = {}
    folders = [rot]
    while folders:
        for path in folders.pop().iterdir():
            name = path.relative_to(rot).as_posix()
            if name in (".brukerutvalg", ".git"):
                continue
            if path.is_symlink():
                found[name] = str(path.readlink())
            elif path.is_dir():
                found[name] = None
                folders.append(path)
            else:
                found[name] = path.read_bytes() if path.is_file() else "annet"
    return found


def skriv(rot: Path, filer: Tre) -> None:
    """Puts a tree as `treet` has it on disk."""
    for name, content in sorted(filer.items(), key=lambda each: each[0]):
        path = rot / name
        if any(above.is_symlink() or above.is_file() for above in path.parents if above != rot):
            continue  # what lay in a folder that is none any more
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            path.mkdir(exist_ok=True)
        elif isinstance(content, str):
            path.symlink_to(content)
        else:
            path.write_bytes(content)
