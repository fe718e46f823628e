"""Disken: one file or folder on disk – written whole or not at all, and why the operating system will not."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def maal(path: Path) -> Path:
    """The place itself, behind any link."""
    return path.resolve()


def ved_siden_av(target: Path, content: bytes) -> Path:
    """The new content in a file beside its place, on the disk for certain, and open to the same people."""
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
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


def hvorfor(error: OSError) -> str:
    """The operating system's reason, in Norwegian where it is a common one, and the file where it is known."""
    name = f"{Path(error.filename2 or error.filename).name}: " if error.filename else ""
    if isinstance(error, PermissionError):
        return f"{name}du har ikke lov til å skrive der, eller filen er åpen i et annet program"
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "disken er full"
    if error.errno == errno.EFBIG:
        return "filen blir større enn det er lov til her"
    if error.errno == errno.EROFS:
        return "disken kan bare leses"
    return name + errno.errorcode.get(error.errno or 0, "ukjent feil på disken")
