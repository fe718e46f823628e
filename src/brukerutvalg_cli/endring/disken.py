"""Disken: one file or folder on disk – written whole or not at all, and why the operating system will not."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def maal(path: Path) -> Path:
    """The place itself, behind any link."""
    return path.resolve()


_VED_SIDEN_AV = r"^\.(?=.*\.[0-9a-f]{8}\.tmp$)|(?<=.)\.[0-9a-f]{8}\.tmp$"
"""What is around the name of a file in the name of the one beside it."""


def nytt_merke() -> str:
    """What nobody else has in the name of a file."""
    return os.urandom(4).hex()


def plass_ved_siden_av(target: Path, merke: str) -> Path:
    """Where the new content of a file lies until it is put in its place."""
    return target.with_name(f".{target.name}.{merke}.tmp")


def ved_siden_av(target: Path, content: bytes, merke: str) -> Path:
    """The new content in a file beside its place, on the disk for certain, and open to the same people."""
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = plass_ved_siden_av(target, merke)
    _paa_disken(beside, content, stat.S_IMODE(target.stat().st_mode) if target.exists() else None)
    return beside


def skriv_helt(path: Path, content: bytes) -> None:
    """A file of our own, for the owner alone: whole, or as it was."""
    beside = path.with_suffix(".tmp")
    _paa_disken(beside, content, 0o600)
    beside.replace(path)


def _paa_disken(path: Path, content: bytes, mode: int | None) -> None:
    """`mode`: who may read it, from the first byte; None for what is usual here."""
    try:
        with open(path, "wb", opener=_ny) as file:
            if mode is not None:
                path.chmod(mode)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _ny(name: str, flags: int) -> int:
    """Opens a new file: not what a link of that name leads to, and not what was left there."""
    try:
        return os.open(name, flags | os.O_EXCL, 0o666)
    except FileExistsError:
        Path(name).unlink()
        return os.open(name, flags | os.O_EXCL, 0o666)


def uten_tomme_mapper(root: Path, folders: Iterable[str]) -> None:
    """Takes these folders away, those that have nothing in them."""
    for folder in sorted(folders, reverse=True):
        with suppress(OSError):  # something else is in it now
            (root / folder).rmdir()


def skrivebeskyttet(path: Path) -> bool:
    """Whether somebody said that the file is not to be changed. A new file would else take its place all the same."""
    return path.exists() and not (path.stat().st_mode & stat.S_IWUSR and os.access(path, os.W_OK))


GRUNNER = {
    "EACCES": "du har ikke lov til det, eller fila er åpen i et annet program",
    "EAGAIN": "noe annet bruker den akkurat nå",
    "EBUSY": "noe annet bruker den akkurat nå",
    "EDQUOT": "disken er full",
    "EEXIST": "det ligger noe annet der fra før",
    "EFBIG": "fila blir større enn det er lov til her",
    "EINVAL": "disken kan ikke ha et slikt navn",
    "EIO": "disken svarer ikke som den skal, og kan være ødelagt",
    "EISDIR": "det er en mappe, og skulle vært en fil",
    "ELOOP": "lenkene går i ring",
    "EMFILE": "maskinen har for mange åpne filer. Lukk noen programmer, og prøv igjen",
    "ENAMETOOLONG": "navnet er for langt",
    "ENFILE": "maskinen har for mange åpne filer. Lukk noen programmer, og prøv igjen",
    "ENODEV": "disken er ikke der lenger",
    "ENOENT": "fila eller mappa finnes ikke",
    "ENOLCK": "disken kan ikke holde av en fil for én om gangen",
    "ENOMEM": "maskinen har ikke mer minne",
    "ENOSPC": "disken er full",
    "ENOTCONN": "forbindelsen til nettverksdisken er borte",
    "ENOTDIR": "det ligger en fil der det skulle være en mappe",
    "ENOTEMPTY": "mappa er ikke tom",
    "ENXIO": "disken er ikke der lenger",
    "EPERM": "du har ikke lov til det, eller fila er åpen i et annet program",
    "EROFS": "disken kan bare leses",
    "ESTALE": "fila er borte fra nettverksdisken",
    "ETIMEDOUT": "nettverksdisken svarer ikke",
    "ETXTBSY": "fila er i bruk som et program",
    "EXDEV": "fila kan ikke flyttes dit, for det er en annen disk",
}
"""What the operating system says, as a secretary would."""


DISKENS = ("EDQUOT", "EIO", "EMFILE", "ENFILE", "ENOMEM", "ENOSPC", "EROFS")
"""What is so of every file there, whichever was met first."""


def hvorfor(error: OSError) -> str:
    """The operating system's reason, in Norwegian, and the file where it is known and matters."""
    where = error.filename2 or error.filename
    if not where or errno.errorcode.get(error.errno or 0) in DISKENS:
        return grunn(error)
    name = Path(os.fsdecode(where)).name
    return f"{re.sub(_VED_SIDEN_AV, '', name)}: {grunn(error)}"


def grunn(error: OSError) -> str:
    """The reason alone, where the file is named already."""
    code = errno.errorcode.get(error.errno or 0, "")
    return GRUNNER.get(code) or f"feil på disken ({code or error.errno or 'ukjent'})"
