"""Where files come from: a directory, or memory – what git holds, what a verb would write – all read alike.

Paths are relative to the root of the register, with `/` between the parts and the letters composed
(NFC), whatever the operating system. Nothing here raises: what can not be read is a finding.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from posixpath import normpath
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.register.filfeil.filer import FIL_ULESBAR, MAX_BYTES, for_stor
from brukerutvalg_cli.register.mappeinnslag import (
    Filart,
    arten,
    avvist,
    enkelt,
    ikke_et_navn,
    innslagene,
    lesbart,
    navnet,
    sammensatt,
)

if TYPE_CHECKING:
    from brukerutvalg_cli.register.kjennskap import Kjennskap

RECORDS = "records"


class Tree(Protocol):
    """Files by path, as they were at one moment."""

    def paths(self) -> list[str]:
        """All files under `records/`, sorted, hidden ones left out, and what pretends to be a YAML file."""
        ...

    def read(self, path: str) -> bytes | Finding:
        """What a file holds, or why that is not to be had."""
        ...

    def exists(self, path: str) -> bool:
        """Whether there is such a file under `records/`, for attachments, which nobody opens."""
        ...

    def size(self, path: str) -> int | None:
        """How many bytes a file has; None where there is no such file."""
        ...

    def problems(self) -> tuple[Finding, ...]:
        """The folders that could not be looked into, so that no record is lost without a word."""
        ...


@runtime_checkable
class Summert(Protocol):
    """Files of which it is known what they hold without reading them."""

    @property
    def summer(self) -> Mapping[str, str]:
        """A sum of what a file holds, as git makes it, by path; none of those it is not known of."""
        ...


class MemoryTree:
    """Files by path, with what they hold, which is asked for when it is read. Texts are UTF-8."""

    def __init__(self, files: Mapping[str, bytes | str]) -> None:
        self._files = files
        self._navn = {sammensatt(path): path for path in files}
        self._summer = files.summer if isinstance(files, Summert) else {}

    def paths(self) -> list[str]:
        return list(self._paths)

    @cached_property
    def _paths(self) -> list[str]:
        return sorted(filter(self._er_med, self._navn))

    def _er_med(self, path: str) -> bool:
        return _listed(path) and not (self._avvist and any(each in self._avvist for each in _veien(path)))

    @cached_property
    def _avvist(self) -> dict[str, tuple[str, str]]:
        """What is not listed, by where the name is that cannot be one; what is below it is not looked at."""
        ways = (way for path in self._navn if _listed(path) and not enkelt(path) for way in _veien(path))
        return {way: refused for way in dict.fromkeys(ways) if (refused := ikke_et_navn(way))}

    def read(self, path: str) -> bytes | Finding:
        name = self._navn.get(sammensatt(path))
        if name is None:
            return _ulesbar(path, "fila finnes ikke")
        raw = self._holdt(name)
        return raw if len(raw) <= MAX_BYTES else for_stor(path)

    def summen(self, path: str) -> str:
        """A sum of what a file holds; nothing where that is not known before it is read."""
        return self._summer.get(self._navn.get(path, ""), "")

    def exists(self, path: str) -> bool:
        path = sammensatt(normpath(path))
        return path in self._navn and self._er_med(path)

    def size(self, path: str) -> int | None:
        path = sammensatt(normpath(path))
        return len(self._holdt(self._navn[path])) if self.exists(path) else None

    def problems(self) -> tuple[Finding, ...]:
        outermost = (way for way in sorted(self._avvist) if self._avvist.keys().isdisjoint(_veien(way)[:-1]))
        return tuple(_ulesbar(lesbart(way), *self._avvist[way]) for way in outermost)

    def _holdt(self, name: str) -> bytes:
        held = self._files[name]
        return held.encode() if isinstance(held, str) else held


def _listed(path: str) -> bool:
    return path.startswith(f"{RECORDS}/") and "/." not in path


def _veien(path: str) -> list[str]:
    """The folders a file is in below `records/`, from the outermost, and the file."""
    parts = path.split("/")
    return ["/".join(parts[:count]) for count in range(2, len(parts) + 1)]


class WorkTree:
    """The files of a directory. It is looked through once, when first asked; files are read at each call."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.kjennskap: Callable[[], Kjennskap] | None = None
        """What is known of the files from before, where somebody keeps that."""

    def paths(self) -> list[str]:
        return list(self._paths)

    def read(self, path: str) -> bytes | Finding:
        entry = self._walked[0].get(sammensatt(path))
        if entry is None:
            return _ulesbar(path, "fila finnes ikke")
        name: str | Finding = entry.path
        kind = arten(entry)
        if kind is Filart.LINK:
            name = self._target(path, entry.path)
        elif kind is Filart.FOLDER:
            help = "gi mappa et navn uten .yaml, eller flytt den"
            return _ulesbar(path, "her ligger en mappe der det skulle ligge en fil", help)
        elif kind is Filart.OTHER:
            return _ulesbar(path, "dette er ikke en vanlig fil", "flytt den ut av registeret")
        return _read(path, name) if isinstance(name, str) else name

    def exists(self, path: str) -> bool:
        return self._file(path) is not None

    def size(self, path: str) -> int | None:
        try:
            return Path(name).stat().st_size if (name := self._file(path)) else None
        except OSError:
            return None

    def attachment(self, path: str, hoeyst: int) -> bytes | None:
        """A whole file; None where it cannot be had, or has more bytes than this."""
        name = self._file(path)
        try:
            with open(name or "", "rb", opener=_open) as file:
                raw = file.read(hoeyst + 1)
        except OSError:
            return None
        return raw if len(raw) <= hoeyst else None

    def paa_disken(self, path: str) -> str | None:
        """What the operating system calls an ordinary file of ours; None for what is a link, or no file."""
        entry = self._walked[0].get(path)
        return entry.path if entry and arten(entry) is Filart.FILE else None

    def _file(self, path: str) -> str | None:
        """Where a file is on disk, if there is one that is ours."""
        path = sammensatt(normpath(path))
        entry = self._walked[0].get(path)
        kind = arten(entry) if entry else None
        if entry is None or kind not in (Filart.LINK, Filart.FILE):
            return None
        name = self._target(path, entry.path) if kind is Filart.LINK else entry.path
        return name if isinstance(name, str) else None

    def problems(self) -> tuple[Finding, ...]:
        return self._walked[1]

    @cached_property
    def _paths(self) -> list[str]:
        return sorted(self._walked[0])

    @cached_property
    def _walked(self) -> tuple[dict[str, os.DirEntry[str]], tuple[Finding, ...]]:
        entries: dict[str, os.DirEntry[str]] = {}
        problems: list[Finding] = []
        seen: set[str] = set()
        """The folders by our names: two on disk may have the same."""
        folders = [(RECORDS, os.fspath(self.root / RECORDS))]
        while folders:
            folder, name = folders.pop()
            below = []
            try:
                plain, others = innslagene(name)
                if folder in seen:
                    twice = {child for child in plain if f"{folder}/{child.name}" in entries}
                    plain = [child for child in plain if child not in twice]
                    others = sorted([*others, *twice], key=navnet)
                seen.add(folder)
                for child in plain:
                    entries[f"{folder}/{child.name}"] = child
                for child in others:
                    plainly = enkelt(child.name)
                    path, kind = f"{folder}/{child.name if plainly else lesbart(child.name)}", arten(child)
                    taken = path in entries
                    ordinary = plainly and not taken and kind is not Filart.LINK
                    if not ordinary and (refused := avvist(folder, child, kind, taken)):
                        problems.append(_ulesbar(path, *refused))
                    elif kind is None:
                        below.append((path, child.path))
                    else:
                        entries[path] = child
            except OSError as error:
                if folder != RECORDS or error.errno not in (errno.ENOENT, errno.ENOTDIR):
                    problems.append(_os_problem(folder, error))
            folders += below
        return entries, tuple(sorted(problems, key=lambda problem: problem.place.path))

    @cached_property
    def _inside(self) -> tuple[Path, Path]:
        return self.root.resolve(), (self.root / RECORDS).resolve()

    def _target(self, path: str, name: str) -> str | Finding:
        """The file behind a link, if it is one, and one of ours."""
        try:
            target = Path(name).resolve(strict=True)
        except (OSError, RuntimeError):  # RuntimeError: links in a ring, before Python 3.13
            help = "slett snarveien, eller legg fila inn i registeret"
            return _ulesbar(path, "snarveien peker på en fil som ikke finnes", help)
        if not any(target.is_relative_to(root) for root in self._inside):
            help = "legg en kopi av fila inn i registeret i stedet"
            return _ulesbar(path, "snarveien peker på noe utenfor registeret", help)
        if not target.is_file():
            return _ulesbar(path, "snarveien peker ikke på en vanlig fil", "la den peke på en fil")
        return os.fspath(target)


def _read(path: str, name: str) -> bytes | Finding:
    try:
        raw = _bytes(name)
    except OSError as error:
        return _os_problem(path, error)
    return raw if len(raw) <= MAX_BYTES else for_stor(path)


def _bytes(name: str) -> bytes:
    """What a file holds, or the beginning of it, where that is more than is read. A country has many small ones."""
    file = _open(name, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        raw = more = os.read(file, _EN_GANG)
        # Of a file, less than was asked for is the rest.
        while len(more) == _EN_GANG and len(raw) <= MAX_BYTES:
            more = os.read(file, _EN_GANG)
            raw += more
        return raw
    finally:
        os.close(file)


_EN_GANG = 64 * 1024
"""So much is asked for at a time: more than nearly any record has."""


def _open(name: str, flags: int) -> int:
    """Open at once or not at all, should a pipe or a link have taken the file's place since we looked."""
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0))


def _os_problem(path: str, error: OSError) -> Finding:
    if isinstance(error, FileNotFoundError):
        return _ulesbar(path, "fila finnes ikke")
    if isinstance(error, PermissionError):
        help = "gi deg selv lesetilgang, eller spør den som har"
        return _ulesbar(path, "programmet har ikke lov til å lese den", help)
    name = errno.errorcode.get(error.errno or 0, "ukjent feil")
    return _ulesbar(path, f"maskinen får ikke lest den ({name})", "prøv igjen, og se om disken er i orden")


def _ulesbar(path: str, message: str, help: str = "") -> Finding:
    return FIL_ULESBAR.finding(message, Place(path), help=help)
