"""Skriv: a change on disk – all of it or nothing, one command at a time, and never over what somebody else wrote.

What a change replaces is on the disk before the first file is touched. A command that ends in the middle,
however it ends, is taken back: by itself if it can, else by the next one that takes the lock.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from glob import escape as glob_escape
from hashlib import sha256
from pathlib import Path

from brukerutvalg_cli.endring.avbrutt import LAAS, MAPPE, PAABEGYNT, er_avbrutt
from brukerutvalg_cli.endring.disken import (
    hvorfor,
    maal,
    skriv_helt,
    skrivebeskyttet,
    uten_tom_mappe,
    ved_siden_av,
)
from brukerutvalg_cli.endring.utkast import Filendring

VENT = 10.0
"""Seconds to wait for another command to be done."""


class KanIkkeLagre(Exception):
    """Nothing was written; the message says why, for the secretary."""


def lagre(root: Path, endringer: Sequence[Filendring], rydd: Sequence[str] = ()) -> None:
    """Puts every file in place, in this order, or none. `rydd`: folders to take away too, if they are then empty.

    Raises:
        KanIkkeLagre: when a file is not as it was when the change was made, or the disk refuses.
    """
    with alene(root):
        for endring in endringer:
            if not er_som_foer(root, endring):
                raise KanIkkeLagre(
                    f"{endring.path} er endret av noe annet imens. Ingenting er skrevet; prøv igjen"
                )
            if skrivebeskyttet(root / endring.path):
                raise KanIkkeLagre(f"Ingenting er skrevet: {endring.path} er skrivebeskyttet")
            if endring.etter is None and (root / endring.path).is_symlink():
                raise KanIkkeLagre(
                    f"Ingenting er skrevet: {endring.path} er en lenke til en fil et annet sted"
                )
        try:
            _bytt_ut(root, endringer)
        except OSError as error:
            raise KanIkkeLagre(f"{_hvor_langt(root)}: {hvorfor(error)}") from None
        for folder in sorted(rydd, reverse=True):
            uten_tom_mappe(root / folder)


@contextmanager
def alene(root: Path) -> Iterator[tuple[str, ...] | None]:
    """Holds the lock, and may be held inside itself.

    Yields what a command that was cut off had written, now taken back; None where no command was cut off.

    The lock is the operating system's, and is let go when the process ends, however it ends.

    Raises:
        KanIkkeLagre: when another command has it, or what was cut off cannot be taken back.
    """
    from filelock import FileLock, Timeout

    try:
        lock = FileLock(egen_mappe(root) / LAAS, timeout=VENT, is_singleton=True)
        inside = lock.is_locked
        lock.acquire()
    except Timeout:
        raise KanIkkeLagre("En annen kommando skriver i registeret. Prøv igjen når den er ferdig") from None
    except OSError as error:
        raise KanIkkeLagre(f"Ingenting er skrevet: {hvorfor(error)}") from None
    try:
        yield None if inside else _tatt_tilbake(root)
    finally:
        lock.release()


def egen_mappe(root: Path) -> Path:
    """Our own folder in the register, made when it is not there.

    Raises:
        OSError: when it cannot be made.
    """
    folder = root / MAPPE
    folder.mkdir(exist_ok=True)
    ignore = folder / ".gitignore"
    if not ignore.exists() or not ignore.stat().st_size:
        ignore.write_text("*\n", encoding="utf-8", newline="\n")
    return folder


def er_som_foer(root: Path, endring: Filendring) -> bool:
    """Whether the file is as it was when the change was made.

    Raises:
        KanIkkeLagre: when it cannot be read.
    """
    return _les(root / endring.path) == endring.foer


def nye_mapper(root: Path, endringer: Sequence[Filendring]) -> tuple[str, ...]:
    """The folders that have to be made for these files."""
    folders = {folder for e in endringer if e.etter is not None for folder in Path(e.path).parents}
    return tuple(sorted(folder.as_posix() for folder in folders if not (root / folder).exists()))


def _bytt_ut(root: Path, endringer: Sequence[Filendring]) -> None:
    begun = root / MAPPE / PAABEGYNT
    ready: list[Path] = []
    try:
        skriv_helt(begun, _paabegynt(endringer, nye_mapper(root, endringer)))
        for path, content in ((e.path, e.etter) for e in endringer):
            if content is not None:
                ready.append(ved_siden_av(maal(root / path), content))
        places = iter(ready)
        for endring in endringer:
            if endring.etter is None:
                (root / endring.path).unlink()
            else:
                next(places).replace(maal(root / endring.path))
    except BaseException:  # a Ctrl-C too: what is half done is nobody's wish
        for beside in ready:
            beside.unlink(missing_ok=True)  # and room on a full disk
        _ta_tilbake(root)
        raise
    begun.unlink()


def _paabegynt(endringer: Sequence[Filendring], mapper: Sequence[str]) -> bytes:
    files = [
        [
            e.path,
            None if e.foer is None else b64encode(e.foer).decode("ascii"),
            None if e.etter is None else sha256(e.etter).hexdigest(),
        ]
        for e in endringer
    ]
    return json.dumps({"filer": files, "mapper": list(mapper)}).encode()


def _tatt_tilbake(root: Path) -> tuple[str, ...] | None:
    try:
        return _ta_tilbake(root)
    except OSError as error:
        raise KanIkkeLagre(
            "Ingenting er skrevet. En kommando ble avbrutt mens den skrev, og det den rakk, "
            f"kan ikke tas tilbake: {hvorfor(error)}"
        ) from None


def _ta_tilbake(root: Path) -> tuple[str, ...] | None:
    """Puts back what a command had replaced when it was cut off; the files that were touched.

    None where no command was, or it was done.

    A file that somebody has changed since is left as it is.

    Raises:
        OSError: when it cannot be done now. It can be tried again.
    """
    begun = root / MAPPE / PAABEGYNT
    if not begun.exists():
        begun.with_suffix(".tmp").unlink(missing_ok=True)  # cut off before anything was touched
        return None
    try:
        noted = json.loads(begun.read_bytes())
    except ValueError:  # the disk itself: it was written whole
        raise KanIkkeLagre(
            f"Ingenting er skrevet. En kommando ble avbrutt mens den skrev, og {MAPPE}/{PAABEGYNT}, som sier hva "
            "den rakk, er skadet. Se over filene, og slett den"
        ) from None
    touched = []
    everything = True
    for path, before, after in noted["filer"]:
        target = maal(root / path)
        for left in target.parent.glob(f".{glob_escape(target.name)}.*.tmp"):
            left.unlink()  # we hold the lock, so nobody is writing it
        now = target.read_bytes() if target.exists() else None
        if (None if now is None else sha256(now).hexdigest()) == after:
            touched.append((path, None if before is None else b64decode(before)))
        else:
            everything = False
    if everything:  # cut off when all was done
        begun.unlink()
        return None
    for path, old in touched:
        target = maal(root / path)
        if old is None:
            target.unlink(missing_ok=True)
        else:
            ved_siden_av(target, old).replace(target)
    for folder in sorted(noted["mapper"], reverse=True):
        uten_tom_mappe(root / folder)
    begun.unlink()
    return tuple(path for path, _ in touched if not path.startswith(f"{MAPPE}/"))


def _les(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise KanIkkeLagre(f"{path.name} kan ikke leses: {hvorfor(error)}") from None


def _hvor_langt(root: Path) -> str:
    if er_avbrutt(root):
        return "Skrivingen stoppet halvveis. Det som ble skrevet, tas tilbake ved neste kommando som skriver"
    return "Ingenting er skrevet"
