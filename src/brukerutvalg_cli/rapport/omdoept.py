"""Omdoept: which files of a register have another name than before, and what their findings were called then.

A file is the same when most of what it says is; who sits in it must have the same name. Where it is not sure, nothing
is taken for renamed: what was found in the file is then told once more, and nothing is passed over.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from brukerutvalg_cli.funn.finding import Finding

LIKE = 0.6
"""So much of two files is the same, measured in characters of whole lines, when they are one."""
FLEST = 40_000
"""More pairs than these are not held up against each other: then only those that are the same to the last byte."""


@dataclass(frozen=True)
class Omdoept:
    """The new name of each file that has one, and the new ids of what is known by the name of its file."""

    filer: Mapping[str, str] = field(default_factory=dict)
    id_er: Mapping[str, str] = field(default_factory=dict)

    def i_ny_fil(self, finding: Finding) -> Finding:
        """A finding from before in the file as it is called now."""
        path = self.filer.get(finding.place.path)
        return replace(finding, place=finding.place._replace(path=path)) if path else finding

    def med_ny_id(self, finding: Finding) -> Finding:
        """The same, with every id that is another now."""
        found = self.i_ny_fil(finding)
        kilde = found.kilde and found.kilde._replace(regelverk=self._naa(found.kilde.regelverk))
        emne, message = map(self._i_tekst, (found.emne, found.message))
        return replace(found, kilde=kilde, utvalg=self._naa(found.utvalg), emne=emne, message=message)

    def _naa(self, name: str) -> str:
        return self.id_er.get(name, name)

    def _i_tekst(self, text: str) -> str:
        return re.sub(r"[\w-]+", lambda found: self._naa(found[0]), text)


def omdoepte(foer: Mapping[str, bytes], naa: Mapping[str, bytes]) -> Omdoept:
    """What has been renamed from one register to the other."""
    gone = {path: foer[path] for path in sorted(foer.keys() - naa.keys()) if path.endswith(".yaml")}
    new = {path: naa[path] for path in sorted(naa.keys() - foer.keys()) if path.endswith(".yaml")}
    files: dict[str, str] = {}
    for _, old, name in sorted(_par(gone, new), key=lambda pair: (-pair[0], *pair[1:])):
        if old not in files and name not in files.values():
            files[old] = name
    return Omdoept(files, dict(_id_er(files)))


def _par(gone: Mapping[str, bytes], new: Mapping[str, bytes]) -> Iterator[tuple[float, str, str]]:
    """How much each two have in common, where it is enough."""
    few = len(gone) * len(new) <= FLEST
    old_lines = {path: _linjer(raw) for path, raw in gone.items()} if few else {}
    new_lines = {path: _linjer(raw) for path, raw in new.items()} if few else {}
    for old, raw in gone.items():
        for name, other in new.items():
            if _slag(old) != _slag(name):
                continue
            if raw == other:
                yield 1.0, old, name
            elif few and (shared := _likhet(old_lines[old], new_lines[name], _slag(old))) >= LIKE:
                yield shared, old, name


def _slag(path: str) -> tuple[str, ...]:
    """What kind of file it is: by its folders, but for the council's."""
    folders = PurePosixPath(path).parts[:-1]
    return (*folders[:2], *folders[3:], *([PurePosixPath(path).name] if len(folders) == 3 else []))


def _linjer(raw: bytes) -> Counter[bytes]:
    return Counter(line for line in (line.strip() for line in raw.splitlines()) if line)


def _likhet(old: Counter[bytes], new: Counter[bytes], slag: tuple[str, ...]) -> float:
    if "medlemmer" in slag and not any(line.startswith(b"navn:") for line in old & new):
        return 0.0
    both, total = old & new, _tegn(old.items()) + _tegn(new.items())
    return 2 * _tegn(both.items()) / total if total else 0.0


def _tegn(lines: Iterable[tuple[bytes, int]]) -> int:
    return sum(len(line) * count for line, count in lines)


def _id_er(files: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for old, new in files.items():
        before, after = PurePosixPath(old), PurePosixPath(new)
        for was, name in ((before.parts[2], after.parts[2]), (before.stem, after.stem)):
            if was != name and "." not in was:
                yield was, name
