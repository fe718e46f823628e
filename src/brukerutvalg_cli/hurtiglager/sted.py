"""Sted: where the kept verdicts of a register lie – in the user's own folder for such things, never in the register.

The folder is for the owner alone, since findings are about people, and is never followed through a link. Whatever is
amiss with it, nothing is kept: that is slower, and the same.
"""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from brukerutvalg_cli.hurtiglager.summer import av_bytes

VARIABEL = "BRUKERUTVALG_HURTIGLAGER"
AV = "0"
"""What the variable says where nothing is to be kept. Anything else is the folder to keep it in."""
NAVN = "brukerutvalg"
DOEGN = 24 * 60 * 60
LENGE = 60 * DOEGN
"""Seconds. What is kept of a register that nobody has changed or judged anew for so long, is taken away."""


def mappen(root: Path, environ: Mapping[str, str] = os.environ) -> Path | None:
    """The folder of one register, there or not; None where nothing is to be kept, or there is nowhere to keep it."""
    said = environ.get(VARIABEL, "")
    if said == AV:
        return None
    base = Path(said) if said else _brukerens(environ)
    if base is None or not base.is_absolute():
        return None
    here = os.path.realpath(root)
    if Path(os.path.realpath(base)).is_relative_to(here):
        return None
    return base / NAVN / av_bytes(os.fsencode(here))


def _brukerens(environ: Mapping[str, str]) -> Path | None:
    """Where the system has programs keep what can be made again."""
    if sys.platform == "win32":
        local = environ.get("LOCALAPPDATA", "")
        return Path(local) if local else None
    home = environ.get("HOME", "")
    if sys.platform == "darwin":
        return Path(home, "Library", "Caches") if home else None
    said = environ.get("XDG_CACHE_HOME", "")
    return Path(said) if said.startswith("/") else Path(home, ".cache") if home else None


def er_vaar(mappe: Path) -> bool:
    """Whether both of our folders are as we make them: no links, the user's own, and open to nobody else."""
    try:
        return all(_er_egen(each) for each in (mappe.parent, mappe))
    except OSError:
        return False


def _er_egen(folder: Path) -> bool:
    found = os.lstat(folder)
    if not stat.S_ISDIR(found.st_mode):
        return False
    return not hasattr(os, "getuid") or (found.st_uid == os.getuid() and not found.st_mode & 0o077)


def klargjoer(mappe: Path) -> bool:
    """Makes the folder where it is not there; whether it can be used. No home is made for somebody who has none."""
    try:
        mappe.parent.parent.mkdir(mode=0o700, parents=VARIABEL in os.environ, exist_ok=True)
        for folder in (mappe.parent, mappe):
            folder.mkdir(mode=0o700, exist_ok=True)
            if not _er_egen(folder):
                return False
    except OSError:
        return False
    return True


class Opplysning(NamedTuple):
    """What is kept of a register: how many files, and how many bytes."""

    filer: int
    byte: int


def opplysning(mappe: Path) -> Opplysning:
    """How much is kept in a folder."""
    sizes = [size for _, size, _ in _filene(mappe)] if er_vaar(mappe) else []
    return Opplysning(len(sizes), sum(sizes))


def rydd(mappe: Path, gjelder: frozenset[str]) -> None:
    """Takes away what is kept of councils that are no more, what a writer left behind, and what is old elsewhere."""
    now = time.time()
    for path, _, changed in _filene(mappe):
        if path.name not in gjelder and changed < now - DOEGN:
            with suppress(OSError):
                path.unlink()
    with suppress(OSError):
        for folder in list(mappe.parent.iterdir()):
            if folder != mappe and _er_egen(folder) and folder.lstat().st_mtime < now - LENGE:
                for path, _, _ in _filene(folder):
                    path.unlink()
                folder.rmdir()


def _filene(mappe: Path) -> Iterator[tuple[Path, int, float]]:
    with suppress(OSError), os.scandir(mappe) as found:
        for each in found:
            with suppress(OSError):
                if each.is_file(follow_symlinks=False):
                    seen = each.stat(follow_symlinks=False)
                    yield Path(each.path), seen.st_size, seen.st_mtime
