"""Avtrykk: how files look from the outside – the register's, council by council, and the program's own.

As git does: a file that has the same size, number and times as when it was read, holds the same; but one that was
changed so shortly before it was looked at that it may have been changed again within the same tick, is read anew.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import groupby
from marshal import (
    dumps,  # only to have a sum of what is looked at (0: the same bytes each time); nothing is read by it
)
from operator import attrgetter, itemgetter
from pathlib import Path
from stat import S_ISREG
from typing import Any, NamedTuple

from brukerutvalg_cli.hurtiglager.summer import av_bytes
from brukerutvalg_cli.pakkedata import PACKAGE, templates

TIKK = 2_000_000_000
"""Nanoseconds: the coarsest clock that files are dated by."""
ALDRI = 1 << 62
"""Later than any time: what is dated so, is read each time."""
_SKAL_LESES = (".yaml", ".yml", ".yaml.txt", ".yml.txt", ".j2")


class Avtrykk(NamedTuple):
    """A sum of the names, sizes and times of some files, and the latest of the times."""

    sum: str
    nyeste: int

    def staar(self, da: Avtrykk, sett: int) -> bool:
        """Whether nothing has changed since they looked like this, at that time."""
        return self.sum == da.sum and self.nyeste < sett - TIKK


def skal_leses(path: str) -> bool:
    """Whether what is in a file may be of any consequence; of others, only that they are there."""
    return path.lower().endswith(_SKAL_LESES) or "/templates/" in path


def registeret(root: Path) -> Mapping[str, Avtrykk]:
    """The register, by council; what all share has the empty name.

    Raises:
        OSError: when a folder cannot be looked into.
    """
    found: dict[str, list[tuple[str, Any]]] = {"": []}
    newest: dict[str, int] = {}
    folders = [("", "", os.fspath(root / "records"))]
    while folders:
        owner, inside, folder = folders.pop()
        files: list[tuple[str, int, int, int, int]] = []
        latest = newest.get(owner, 0)
        with _innslagene(folder) as children:
            for child in children:
                name = child.name
                if name[0] == ".":
                    continue
                if child.is_file(follow_symlinks=False):
                    seen = child.stat(follow_symlinks=False)
                    written, changed = seen.st_mtime_ns, seen.st_ctime_ns
                    files.append((name, seen.st_size, seen.st_ino, written, changed))
                    if written > latest or changed > latest:
                        latest = max(written, changed)
                elif child.is_dir(follow_symlinks=False) and not skal_leses(name):
                    council = inside == "/utvalg"
                    if council:
                        found[name] = []
                    folders.append((name if council else owner, f"{inside}/{name}", f"{folder}/{name}"))
                else:  # a link, or no file at all: what is behind it may change as it likes
                    files.append((name, 0, 0, 0, 0))
                    latest = ALDRI
        if files:
            files.sort()
            found[owner].append((inside, files))
        newest[owner] = latest
    found[""].append(("*", sorted(name for name, each in found.items() if each and name)))
    return {
        owner: Avtrykk(av_bytes(dumps(sorted(each), 0)), newest.get(owner, 0))
        for owner, each in found.items()
        if each
    }


@contextmanager
def _innslagene(folder: str) -> Iterator[Iterator[os.DirEntry[str]]]:
    """What is in a folder. It is opened first, where it can be, so that the way to it is not walked for each file."""
    if os.scandir not in os.supports_fd:
        with os.scandir(folder) as children:
            yield children
        return
    number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        with os.scandir(number) as children:
            yield children
    finally:
        os.close(number)


def _navnet(row: tuple[object, ...]) -> str:
    return str(row[0])


def filen(path: str) -> tuple[int, ...] | None:
    """The same of one file: size, times and number; None where it is not an ordinary one."""
    try:
        found = os.lstat(path)
    except OSError:
        return None
    ordinary = found.st_mode & 0o170000 == 0o100000
    return (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino) if ordinary else None


def av_filene(root: Path, paths: Collection[str]) -> Avtrykk | None:
    """The same of some files of the register, which are many, of few folders; None where one is no ordinary file."""
    if not "".join(paths).isascii():  # there may be another by the name, with its letters composed or not
        return None
    rows: list[tuple[str, list[str], list[_Utseende]]] = []
    newest = 0
    try:
        for folder, names in _mappevis(paths):
            seen = _sett(f"{root}/{folder}", names)
            modes, _, _, written, changed = zip(*seen, strict=True)
            if not all(map(S_ISREG, set(modes))):
                return None
            rows.append((folder, names, seen))
            newest = max(newest, *written, *changed)
    except OSError:
        return None
    return Avtrykk(av_bytes(dumps(rows, 0)), newest)


def _mappevis(paths: Collection[str]) -> Iterator[tuple[str, list[str]]]:
    """Each folder with the names of its files, of those that follow each other. Most often there is one."""
    first = next(iter(paths), "").rpartition("/")[0]
    names = [path.removeprefix(f"{first}/") for path in paths]
    if names and "/" not in "".join(names):
        yield first, names
        return
    for folder, parts in groupby((path.rpartition("/") for path in paths), itemgetter(0)):
        yield folder, [name for _, _, name in parts]


_Utseende = tuple[int, int, int, int, int]
_utseendet: Callable[[os.stat_result], _Utseende] = attrgetter(
    "st_mode", "st_size", "st_ino", "st_mtime_ns", "st_ctime_ns"
)


def _sett(folder: str, names: Sequence[str]) -> list[_Utseende]:
    """How the files of a folder look. The way to it is gone once, where that can be done."""
    if os.stat not in os.supports_dir_fd:
        return [_utseendet(os.lstat(f"{folder}/{name}")) for name in names]
    file = os.open(folder, os.O_RDONLY)
    try:
        return [_utseendet(os.stat(name, dir_fd=file, follow_symlinks=False)) for name in names]
    finally:
        os.close(file)


@cache
def dette_programmet() -> str:
    """The one that runs: what it was when it was first asked."""
    return programmet(*{PACKAGE, templates()})


def programmet(*mapper: Path) -> str:
    """The program that judges: its own files (these folders), what else is installed beside it, and Python itself."""
    rows: list[tuple[object, ...]] = [(sys.version, sys.platform)]
    folders = [os.fspath(each) for each in mapper]
    while folders:
        folder = folders.pop()
        with os.scandir(folder) as found:
            for child in found:
                if child.is_dir(follow_symlinks=False):
                    if child.name != "__pycache__":
                        folders.append(child.path)
                else:
                    seen = child.stat()
                    rows.append((child.path, seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino))
    installed = (place for place in sys.path if place.endswith(("site-packages", "dist-packages")))
    rows.extend((place, Path(place).stat().st_mtime_ns) for place in installed if Path(place).is_dir())
    return av_bytes(dumps(sorted(rows, key=_navnet), 0))
