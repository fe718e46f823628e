"""Writing a document: whole or not at all, in UTF-8 with LF, and never over a record."""

from __future__ import annotations

import errno
import os
from datetime import date
from pathlib import Path

RECORD_SUFFIXES = frozenset({".yaml", ".yml", ".j2"})


class KanIkkeSkrive(Exception):
    """Why a document was not written, said to the one who asked for it."""


def maal(output: str, slag: str, utvalg: str, dato: date, endelse: str = "md") -> Path:
    """The file that was asked for. In a folder, and in one to be (`ut/`), it gets a name of ours."""
    path = Path(output)
    if path.is_dir() or output.endswith(("/", os.sep)):
        return path / f"{slag}-{utvalg}-{dato}.{endelse}"
    return path


def skriv(text: str, path: Path, *, lag_mappe: bool) -> None:
    """Write the file beside its place and then put it there, so that nobody meets half a document.

    Raises:
        KanIkkeSkrive: when it cannot be done, or should not.
    """
    in_register = "records" in path.resolve().parts and path.is_file() and path.suffix != ".md"
    if in_register or path.suffix.lower() in RECORD_SUFFIXES:
        raise KanIkkeSkrive(f"«{path}» er en fil i registeret. Et dokument får et navn som slutter på .md")
    try:
        if lag_mappe:
            path.parent.mkdir(parents=True, exist_ok=True)
        _write(text.encode(), path)
    except FileNotFoundError:
        raise KanIkkeSkrive(f"mappen «{path.parent}» finnes ikke. Lag den først") from None
    except PermissionError:
        raise KanIkkeSkrive(f"du har ikke lov til å skrive «{path}»") from None
    except OSError as error:
        raise KanIkkeSkrive(f"«{path}» kan ikke skrives ({_hvorfor(error)})") from None


def _write(raw: bytes, path: Path) -> None:
    if path.exists() and not path.is_file():
        path.write_bytes(raw)  # a pipe or a device: there is no place to put anything
        return
    target = path.resolve()  # what a link points at is replaced, not the link
    beside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with beside.open("xb") as file:
            file.write(raw)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _hvorfor(error: OSError) -> str:
    """The operating system's reason, in Norwegian where it is a common one."""
    if isinstance(error, PermissionError):
        return "du har ikke lov til å skrive der"
    if error.errno == errno.EROFS:
        return "disken kan bare leses"
    if error.errno == errno.ENOSPC:
        return "disken er full"
    return errno.errorcode.get(error.errno or 0, "ukjent feil")
