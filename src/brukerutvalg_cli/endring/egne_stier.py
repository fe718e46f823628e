"""Egne stier: the files that the program writes in a register. It writes, puts back and takes away no other."""

from __future__ import annotations

from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path, PurePosixPath

from brukerutvalg_cli.endring.avbrutt import MAPPE
from brukerutvalg_cli.navn import er_git, umulig
from brukerutvalg_cli.pakkedata import oppsett, schemas

MEST = 1000
"""Characters in a path."""


def er_egen(path: object) -> bool:
    """Whether it is, letter by letter, the path of a file that the program writes: a record, or of the set-up."""
    if not isinstance(path, str) or len(path) > MEST:
        return False
    parts = path.split("/")
    if not all(map(_kan_hete, parts)):
        return False
    return (parts[0] == "records" and len(parts) > 1 and path.endswith(".yaml")) or path in _oppsett()


@lru_cache(maxsize=8192)  # of a country there are many thousand paths, of the same few folders and days
def _kan_hete(part: str) -> bool:
    return bool(part) and not umulig(part) and not er_git(part)


def er_registerets(path: str) -> bool:
    """Whether a file belongs to the register, whoever wrote it: those, and what a council keeps in its folders."""
    from brukerutvalg_cli.register.mappeinnslag import EGNE_MAPPER  # late: few ask

    parts = path.split("/")
    kept = len(parts) > 4 and parts[:2] == ["records", "utvalg"] and parts[3] in EGNE_MAPPER
    return er_egen(path) or (kept and all(part[:1] not in (".", "~") for part in parts))


def oppsettsfiler() -> tuple[str, ...]:
    """What `init` and `doctor` write beside the records."""
    return tuple(_oppsett())


def kan_ha_skrevet(path: str, foer: bytes | None, etter: str | None) -> bool:
    """Whether we can have made this of that: what it held, and the hash of what it was to hold.

    A record may hold anything. A file of the set-up has only ever held what we ship. What else somebody has in it
    (a program for the editor to start, a job for CI to run) is not ours to put there, and not ours to take away.
    """
    if path not in _oppsett():
        return True
    shipped = _oppsett()[path].read_bytes()
    return foer in (None, shipped) and etter in (None, sha256(shipped).hexdigest())


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
    return not any(er_git(part) or part.casefold() == MAPPE for part in way)


@cache
def _oppsett() -> dict[str, Path]:
    """What `init` and `doctor` write beside the records, and where we have it."""
    beside = {path.relative_to(oppsett()).as_posix(): path for path in oppsett().rglob("*") if path.is_file()}
    return beside | {f"schemas/{path.name}": path for path in schemas().glob("*.json")}
