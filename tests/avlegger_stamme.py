"""The one that has read the program in, and makes a process of itself for each who asks. See `avlegger.py`."""

from __future__ import annotations

import gc
import io
import marshal
import os
import pkgutil
import select
import shutil
import signal
import socket
import sys
import time
import traceback
from contextlib import suppress
from datetime import date
from importlib import import_module

import brukerutvalg_cli
from brukerutvalg_cli.cli import main

SENT = ("filelock", "git", "holidays", "icalendar", "openpyxl", "babel.dates", "markdown_it", "rich.console")
"""What the program imports when it needs it."""
BEGYNNER = ("PYTHON", "LC_", "LANG", "PYDANTIC_", "GIT_PYTHON_")
"""What Python, or what the program is made of, goes by when it begins."""
KJENT = {"PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "PYTHONUNBUFFERED"}
SPRAAK = {"C.UTF-8", "C.utf8"}
"""We have begun under this; under `C` Python begins otherwise."""

Bestilling = tuple[list[bytes], dict[bytes, bytes], int, list[bool]]


def les_inn() -> None:
    for module in pkgutil.walk_packages(brukerutvalg_cli.__path__, "brukerutvalg_cli."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    for name in SENT:
        import_module(name)
    from brukerutvalg_cli.pakkedata import CHECKOUT
    from brukerutvalg_cli.register.tree import WorkTree
    from brukerutvalg_cli.validering import valider

    assert CHECKOUT
    valider(
        WorkTree(CHECKOUT), date(2030, 1, 1)
    )  # what reads the records is made the first time any are read


def begynner_likt(environ: dict[bytes, bytes]) -> bool:
    """Whether a process of this environment would begin as we did."""
    theirs = {os.fsdecode(name): os.fsdecode(value) for name, value in environ.items()}
    spoken = theirs.get("LC_ALL") or theirs.get("LC_CTYPE") or theirs.get("LANG") or "C"
    odd = {name for name in theirs if name.startswith(BEGYNNER) and not name.startswith(("LC_", "LANG"))}
    odd -= {*KJENT, *(name for name in odd if os.environ.get(name) == theirs[name])}
    return not odd and spoken in SPRAAK and bool(shutil.which("git", path=theirs.get("PATH", "")))


def svar(asked: socket.socket, stem: socket.socket) -> None:
    """Reads what is asked for, makes the process, and tells its number and how it ended."""
    head, numbers, _, _ = socket.recv_fds(asked, 4, 4)
    left, raw = int.from_bytes(head, "big"), b""
    while len(raw) < left:
        raw += asked.recv(left - len(raw))
    wanted: Bestilling = marshal.loads(raw)
    if (wanted[0][:1] != [b"-c"] and wanted[0][:2] != [b"-m", b"brukerutvalg_cli"]) or not begynner_likt(
        wanted[1]
    ):
        asked.sendall(bytes(4))
        return
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    if child := os.fork():
        for number in numbers:
            os.close(number)
        with suppress(OSError):  # whoever asked is gone
            asked.sendall(child.to_bytes(4, "big"))
            asked.sendall(sluttet(child, asked).to_bytes(4, "big"))
        return
    asked.close()
    stem.close()
    bli(wanted, numbers)


def sluttet(child: int, asked: socket.socket) -> int:
    """How it ended. It goes where whoever asked for it goes."""
    handle = os.pidfd_open(child)
    ready, _, _ = select.select([handle, asked.fileno()], [], [])
    if handle not in ready:
        os.kill(child, signal.SIGKILL)
    return os.waitpid(child, 0)[1]


def bli(wanted: Bestilling, numbers: list[int]) -> None:
    """Becomes the process that was asked for, as Python would have begun it."""
    arguments, environ, umask, opened = wanted
    folder, *given = numbers
    os.fchdir(folder)
    left = iter(given)
    for number, is_open in enumerate(opened):
        if is_open:
            os.dup2(next(left), number)
        else:
            os.close(number)
    for number in numbers:
        os.close(number)
    os.umask(umask)
    os.environb.clear()
    os.environb.update(environ)
    time.tzset()
    sys.stdin, sys.stdout, sys.stderr = (stroem(number) if opened[number] else None for number in range(3))
    kjoer([os.fsdecode(word) for word in arguments])


def kjoer(arguments: list[str]) -> None:
    how, what, *rest = arguments
    if how == "-m":
        sys.argv = [f"{brukerutvalg_cli.__path__[0]}/__main__.py", *rest]
        main()
    sys.argv = [how, *rest]
    try:
        exec(compile(what, "<string>", "exec"), {"__name__": "__main__"})
    except Exception as error:
        traceback.print_exception(error.with_traceback(error.__traceback__ and error.__traceback__.tb_next))
        raise SystemExit(1) from None
    raise SystemExit


def stroem(number: int) -> io.TextIOWrapper:
    """One of the three streams, as Python opens it."""
    raw = open(number, "rb" if number == 0 else "wb", closefd=False)  # noqa: SIM115  # it lasts as long as we do
    errors = "backslashreplace" if number == 2 else "surrogateescape"
    at_once = bool(os.environ.get("PYTHONUNBUFFERED"))
    lines = not at_once and (number == 2 or os.isatty(number))
    return io.TextIOWrapper(raw, encoding="utf-8", errors=errors, line_buffering=lines, write_through=at_once)


def lytt(place: str) -> None:
    stem = socket.socket(socket.AF_UNIX)
    stem.bind(place)
    stem.listen(64)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # each keeps its own account
    os.write(1, b"klar\n")
    while True:
        ready, _, _ = select.select([stem.fileno(), 0], [], [])
        if 0 in ready:  # whoever started us is gone
            return
        asked, _ = stem.accept()
        if os.fork() == 0:
            svar(asked, stem)
            os._exit(0)
        asked.close()


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)
    les_inn()
    gc.collect()
    gc.freeze()
    lytt(sys.argv[1])
