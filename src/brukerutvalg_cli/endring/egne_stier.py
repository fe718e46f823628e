"""Egne stier: the files that the program writes in a register. It writes, puts back and takes away no other."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path, PurePosixPath

from brukerutvalg_cli.endring.avbrutt import MAPPE
from brukerutvalg_cli.pakkedata import oppsett, schemas

_LEDD = re.compile(r"[^\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff/\\:]{1,200}")
"""One part of a path, that every machine can hold."""
MEST = 1000
"""Characters in a path."""


def er_egen(path: object) -> bool:
    """Whether it is, letter by letter, the path of a file that the program writes: a record, or of the set-up."""
    if not isinstance(path, str) or len(path) > MEST:
        return False
    parts = path.split("/")
    if not all(_LEDD.fullmatch(part) and part.strip(". ") and part.casefold() != ".git" for part in parts):
        return False
    return (parts[0] == "records" and len(parts) > 1 and path.endswith(".yaml")) or path in _oppsett()


def er_mappe_for(folder: object, paths: tuple[str, ...]) -> bool:
    """Whether it is, letter by letter, one of the folders that these files lie in."""
    return any(folder == parent.as_posix() != "." for path in paths for parent in PurePosixPath(path).parents)


def inni(root: Path, path: str) -> bool:
    """Whether the file is in the register behind every link, and not among what git and we keep for ourselves."""
    try:
        home = root.resolve()
        way = (root / path).resolve().relative_to(home).parts
    except (OSError, RuntimeError, ValueError):  # links in a ring; what leads out
        return False
    return not {".git", MAPPE} & {part.casefold() for part in way}


@cache
def _oppsett() -> frozenset[str]:
    """What `init` and `doctor` write beside the records."""
    beside = (path.relative_to(oppsett()).as_posix() for path in oppsett().rglob("*") if path.is_file())
    return frozenset({*beside, *(f"schemas/{path.name}" for path in schemas().glob("*.json"))})
