"""Oppsettfiler: the files beside the records that a register is set up with, and those that can be mended unasked."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from brukerutvalg_cli.endring.egne_stier import inni
from brukerutvalg_cli.gitlager.feil import vist
from brukerutvalg_cli.gitlager.gitfiler import gitmappene
from brukerutvalg_cli.pakkedata import oppsett, schemas
from brukerutvalg_cli.register.tree import WorkTree

CI = (".github/workflows/valider.yml", ".gitlab-ci.yml")
VED_TOPPEN = (*CI, ".pre-commit-config.yaml")
"""What those tools read only at the top of a repository: in a register further down it would never be run."""
STOERST = 1 << 20
"""No record has more bytes, and nothing that is set up beside them."""
BOM = b"\xef\xbb\xbf"


class Oppsettfil(NamedTuple):
    """A file that can be mended without asking anybody: what it holds, None where it is missing, and what it should."""

    path: str
    foer: bytes | None
    etter: bytes


def under_toppen(root: Path) -> str:
    """The way from the top of the repository down to the register; empty where it is the top, or there is none."""
    found = gitmappene(root)
    below = root.resolve().relative_to(found.topp).as_posix() if found else "."
    return "" if below == "." else below


def i_ci_ved_toppen(under: str) -> str:
    """How a register further down in a repository is judged in CI."""
    return f"la CI-fila øverst i git-lageret kjøre «brukerutvalg --rot {vist(under)} valider»"


def kan_rettes(root: Path) -> list[Oppsettfil]:
    """The files that are missing, are of another version, or are saved in another way than the rest."""
    shipped = {path.relative_to(oppsett()).as_posix(): path.read_bytes() for path in _under(oppsett())}
    has_ci = any((root / name).exists() for name in CI)
    nowhere = VED_TOPPEN if under_toppen(root) else ()
    missing = {
        name: raw
        for name, raw in shipped.items()
        if not (root / name).exists() and not (has_ci and name in CI) and name not in nowhere
    }
    schema = {f"schemas/{path.name}": path.read_bytes() for path in schemas().glob("*.json")}
    saved = {
        path.relative_to(root).as_posix(): med_lf(raw.removeprefix(BOM))
        for path in _vanlige_poster(root)
        if inni(root, path.relative_to(root).as_posix()) and (raw := lest(path)) is not None and er_utf8(raw)
    }
    beside = {path: raw for path, raw in (missing | schema).items() if not bak_lenke(root, path)}
    wanted = {path: (lest(root / path), raw) for path, raw in (beside | saved).items()}
    return [
        Oppsettfil(path, now, raw)
        for path, (now, raw) in sorted(wanted.items())
        if _trengs(root / path, now, raw, by_line=path in schema)
    ]


def _trengs(path: Path, now: bytes | None, wanted: bytes, *, by_line: bool) -> bool:
    """Whether a file is to be written. What is there and could not be read is left alone."""
    if now is None:
        return not os.path.lexists(path)
    return med_lf(now) != med_lf(wanted) if by_line else now != wanted


def _vanlige_poster(root: Path) -> Iterator[Path]:
    """The records that are files of their own, by what the disk calls them: what a link leads to is somebody else's."""
    tree = WorkTree(root)
    named = (tree.paa_disken(path) for path in tree.paths() if path.endswith(".yaml"))
    return (Path(name) for name in named if name)


def bak_lenke(root: Path, path: str) -> bool:
    """Whether a file is a link or lies behind one: then it is not ours to show, nor to write."""
    way = PurePosixPath(path)
    return any((root / each).is_symlink() for each in (way, *way.parents) if each != PurePosixPath())


def _under(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def lest(path: Path) -> bytes | None:
    """What is in a file; None where it is a folder or a pipe, is too large for a record, or may not be read."""
    try:
        if not path.is_file() or path.stat().st_size > STOERST:
            return None
        return path.read_bytes()
    except OSError:
        return None


def er_utf8(raw: bytes) -> bool:
    """Whether it is text as the program writes it."""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def med_lf(raw: bytes) -> bytes:
    """The same text with line ends as the program writes them."""
    return raw.replace(b"\r\n", b"\n")
