"""Skriv: a change on disk – all of it or nothing, one command at a time, and never over what somebody else wrote."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from glob import escape as glob_escape
from pathlib import Path

from brukerutvalg_cli.endring.utkast import Filendring

MAPPE = ".brukerutvalg"
"""Beside records/: the lock, and what `angre` needs. Never in git."""
VENT = 10.0
"""Seconds to wait for another command to be done."""


class KanIkkeLagre(Exception):
    """Nothing was written; the message says why, for the secretary."""


def lagre(root: Path, endringer: Sequence[Filendring]) -> None:
    """Puts every file in place, or none. New text lies complete beside its place before anything is replaced.

    Raises:
        KanIkkeLagre: when a file is not as it was when the change was made, or the disk refuses.
    """
    with _alene(root):
        for endring in endringer:
            if _les(root / endring.path) != endring.foer:
                raise KanIkkeLagre(
                    f"{endring.path} er endret av noe annet imens. Ingenting er skrevet; prøv igjen"
                )
        try:
            _bytt_ut(root, endringer)
        except OSError as error:
            raise KanIkkeLagre(f"Ingenting er skrevet: {_hvorfor(error)}") from None


def egen_mappe(root: Path) -> Path:
    """Our own folder in the register, made when it is not there.

    Raises:
        OSError: when it cannot be made.
    """
    folder = root / MAPPE
    folder.mkdir(exist_ok=True)
    ignore = folder / ".gitignore"
    if not ignore.exists():
        ignore.write_text("*\n", encoding="utf-8", newline="\n")
    return folder


@contextmanager
def _alene(root: Path) -> Iterator[None]:
    """Holds the lock. It is the operating system's, and is let go when the process ends, however it ends."""
    from filelock import FileLock, Timeout

    try:
        with FileLock(egen_mappe(root) / "laas", timeout=VENT):
            yield
    except Timeout:
        raise KanIkkeLagre("En annen kommando skriver i registeret. Prøv igjen når den er ferdig") from None
    except OSError as error:
        raise KanIkkeLagre(f"Ingenting er skrevet: {_hvorfor(error)}") from None


def _bytt_ut(root: Path, endringer: Sequence[Filendring]) -> None:
    ready: list[tuple[Path, Path]] = []
    done: list[Filendring] = []
    try:
        for path, content in ((e.path, e.etter) for e in endringer):
            if content is not None:  # one by one: what lies ready is taken away again if the next will not go
                ready.append(_ved_siden_av(root / path, content))
        places = iter(ready)
        for endring in endringer:
            target = (root / endring.path).resolve()
            if endring.etter is None:
                target.unlink()
            else:
                beside, target = next(places)
                beside.replace(target)
            done.append(endring)
    except OSError:
        for endring in done:
            _tilbake(root / endring.path, endring.foer)
        raise
    finally:
        for beside, _ in ready:
            beside.unlink(missing_ok=True)


def _ved_siden_av(path: Path, content: bytes) -> tuple[Path, Path]:
    """The new content in a file beside its place, on the disk for certain; and the place, behind any link."""
    target = path.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    for left in target.parent.glob(f".{glob_escape(target.name)}.*.tmp"):
        left.unlink()  # of a command that was ended in the middle: we hold the lock, so nobody is writing it
    beside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        beside.unlink(missing_ok=True)
        raise
    return beside, target


def _tilbake(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
    else:
        path.write_bytes(content)


def _les(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise KanIkkeLagre(f"{path.name} kan ikke leses: {_hvorfor(error)}") from None


def _hvorfor(error: OSError) -> str:
    """The operating system's reason, in Norwegian where it is a common one."""
    if isinstance(error, PermissionError):
        return "du har ikke lov til å skrive der"
    if error.errno == errno.ENOSPC:
        return "disken er full"
    if error.errno == errno.EROFS:
        return "disken kan bare leses"
    return errno.errorcode.get(error.errno or 0, "ukjent feil på disken")
