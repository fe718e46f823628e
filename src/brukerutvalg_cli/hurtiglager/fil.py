"""Fil: one file of what is kept – lines under a sum of them, written whole or not at all, and read as data only.

What is damaged, cut short, somebody else's or another version's is as if it were not there.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from itertools import count
from pathlib import Path

from brukerutvalg_cli.hurtiglager.summer import av_bytes, summen

_MERKE = b"brukerutvalg-1"
"""What the first line begins with: whose it is, and which version of the lines that follow."""
STOERST = 16 << 20
"""A larger file is not kept, and not read."""
_LAPP = count()


def navnet(utvalg: str) -> str:
    """What the file of a council is called, whatever the council is; that of what all share has the empty name."""
    return summen(utvalg)


KJENNSKAPEN = navnet("/kjennskap")
"""The file of what files were asked (`kjennskapen.py`): called as no council's is."""


def _hode(program: str, body: bytes) -> bytes:
    return b"%s %s %s" % (_MERKE, program.encode(), av_bytes(body).encode())


def les(path: Path, program: str) -> list[bytes] | None:
    """The lines that this very program wrote; None where there are none."""
    try:
        file = os.open(path, os.O_RDONLY | _VARSOMT | getattr(os, "O_BINARY", 0))
    except OSError:
        return None
    try:
        found = os.fstat(file)
        if not _er_egen(found) or found.st_size > STOERST:
            return None
        raw = b""
        while more := os.read(file, STOERST):
            raw += more
    except OSError:
        return None
    finally:
        os.close(file)
    head, _, body = raw.partition(b"\n")
    return body.split(b"\n") if head == _hode(program, body) else None


_VARSOMT = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
"""No link is followed, and no pipe waited for."""


def _er_egen(found: os.stat_result) -> bool:
    """An ordinary file under one name, the user's own, which nobody else may write."""
    if not stat.S_ISREG(found.st_mode):
        return False
    return not hasattr(os, "getuid") or (
        found.st_uid == os.getuid() and found.st_nlink == 1 and not found.st_mode & 0o022
    )


def skriv(path: Path, program: str, linjer: Iterable[bytes]) -> bool:
    """Puts a file in its place in one go, so that no reader finds half of it; whether that could be done."""
    body = b"\n".join(linjer)
    if len(body) > STOERST:
        return False
    draft = path.with_name(f".{path.name}.{os.getpid()}.{next(_LAPP)}")
    try:
        file = os.open(
            draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _VARSOMT | getattr(os, "O_BINARY", 0), 0o600
        )
        with os.fdopen(file, "wb") as out:
            out.write(_hode(program, body) + b"\n" + body)
        draft.replace(path)
    except OSError:
        with suppress(OSError):
            draft.unlink()
        return False
    return True
