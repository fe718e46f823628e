"""Registeret: one small register to attack, made once and copied, and what it looks like byte by byte."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from avlegger import program
from brukerutvalg_cli.endring.avbrutt import MAPPE

U = "nav-storelva"
DAG = ("--dato", "2026-01-05")
Innhold = dict[str, bytes | None]


def kommando(root: Path, *arguments: str) -> list[str]:
    """The program on this register, as Python begins it."""
    return [sys.executable, "-m", "brukerutvalg_cli", "--rot", str(root), *arguments]


def kjoer(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs it to its end."""
    return subprocess.run(
        [*program(), "--rot", str(root), *arguments], capture_output=True, text=True, check=False, timeout=300
    )


@cache
def grunnlag() -> Path:
    """A register with a meeting to come and a case that waits for it; to be copied, never changed."""
    folder = Path(mkdtemp(prefix="angrep-"))
    root = folder / "r"
    (root / "records/utvalg" / U / "moeter").mkdir(parents=True)
    council = root / "records/utvalg" / U
    (root / "records/regelverk").mkdir()
    (root / "records/regelverk/mandatet.yaml").write_text(
        "tittel: Mandat\ntype: mandat\nstatus: utkast\ndatert: 2026-01-01\nmaalform: nb\nbestemmelser: []\n"
    )
    (root / "records/organisasjoner.yaml").write_text(
        "kontoret: {navn: Nav Storelva, type: offentlig, side: nav}\n"
    )
    (council / "utvalg.yaml").write_text(
        "navn: Nav Storelva\nnivaa: lokal\nmaalform: nb\neier: kontoret\n"
        "regelverk: [{id: mandatet, fra: 2026-01-01}]\nmedlemsliste: ufullstendig\nregistrert_fra: 2026-01-01\n"
    )
    (council / "moeter/2026-02-11.yaml").write_text("dato: 2026-02-11\nstatus: planlagt\n")
    done = kjoer(root, "sak", "ny", U, "Ventetid", "--innmeldt-av", "bruker", *DAG)
    assert done.returncode == 0, done.stderr
    return root


def kopi(fra: Path, til: Path) -> Path:
    """A copy to do as one likes with."""
    return Path(shutil.copytree(fra, til, symlinks=True))


def innhold(root: Path) -> Innhold:
    """Files with what is in them, links with where they lead, and folders; without our own folder and git's."""
    found = (p for p in sorted(root.rglob("*")) if not {MAPPE, ".git"} & set(p.relative_to(root).parts))
    return {p.relative_to(root).as_posix(): _hva(p) for p in found}


def _hva(path: Path) -> bytes | None:
    if path.is_symlink():
        return os.fsencode(path.readlink())
    return path.read_bytes() if path.is_file() else None
