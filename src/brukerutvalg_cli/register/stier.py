"""Stier: the paths of a register by whose they are, and where among all of them.

A country has many thousand files, and those of one folder lie together: they are found without looking at each of them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath

from brukerutvalg_cli.funn.place import UTVALG


def utvalgenes(paths: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """The files of each council, in order; of what all share, by the empty name. `paths`: all there are, in order."""
    at, last = i_mappa(paths, UTVALG)
    found: dict[str, Sequence[str]] = {}
    shared = [*paths[:at]]
    while at < last:
        name, inside, _ = paths[at].removeprefix(UTVALG).partition("/")
        first, after = i_mappa(paths, f"{UTVALG}{name}/", at) if inside else (at, at + 1)
        if inside:
            found[name] = paths[first:after]
        else:
            shared.append(paths[at])
        at = after
    return found | {"": [*shared, *paths[last:]]}


def personfilene(stier: Mapping[str, Sequence[str]], utvalgene: Iterable[str]) -> Mapping[str, Sequence[str]]:
    """The councils with a file for each person, by the id. `stier`: the files of each council."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in utvalgene:
        paths = stier.get(name, ())
        first, last = i_mappa(paths, f"{UTVALG}{name}/medlemmer/")
        for path in paths[first:last]:
            found[PurePosixPath(path).stem].append(name)
    return found


def i_mappa(paths: Sequence[str], folder: str, fra: int = 0) -> tuple[int, int]:
    """From where and to where the files of a folder are."""
    first = bisect_left(paths, folder, fra)
    return first, bisect_left(paths, f"{folder[:-1]}0", first)  # the sign after «/»
