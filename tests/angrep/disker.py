"""Disker: a command on a disk that is full after so many bytes, and what is left when there is room again.

Two sorts, both real: a limit on how large a file may be, which any process may set for itself; and a small disk in
memory, where the machine lets us make one (as root, or in a user namespace of our own).
"""

from __future__ import annotations

import json
import resource
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from angrep.registeret import kommando

ENHET = 4096
"""What a disk in memory gives out at a time."""


class Etter(NamedTuple):
    """What came of a command: how it ended, and what it said."""

    kode: int
    sagt: str


def med_grense(root: Path, most: int, *arguments: str) -> Etter:
    """Runs a command whose files may not be larger than so many bytes."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    done = subprocess.run(
        kommando(root, *arguments), capture_output=True, text=True, check=False, preexec_fn=limit, timeout=300
    )
    return Etter(done.returncode, done.stderr)


PAA_LITEN_DISK = """
import json, shutil, subprocess, sys
disk, size, source, result, *command = sys.argv[1:]
subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", disk], check=True)
shutil.copytree(source, f"{disk}/r", symlinks=True)
done = subprocess.run(command, capture_output=True, text=True)
subprocess.run(["mount", "-o", "remount,size=64m", disk], check=True)
shutil.copytree(f"{disk}/r", result, symlinks=True)
print(json.dumps([done.returncode, done.stderr]))
"""


def paa_liten_disk(folder: Path, source: Path, size: int, *arguments: str) -> Etter:
    """Runs a command on a copy of a register, on a disk of so many bytes; the copy is then `folder/r`."""
    disk = folder / "disk"
    disk.mkdir(parents=True)
    command = kommando(disk / "r", *arguments)
    script = [
        sys.executable,
        "-c",
        PAA_LITEN_DISK,
        str(disk),
        str(size),
        str(source),
        str(folder / "r"),
        *command,
    ]
    done = subprocess.run([*UNSHARE, *script], capture_output=True, text=True, check=True, timeout=300)
    return Etter(*json.loads(done.stdout))


UNSHARE = ("unshare", "--user", "--map-root-user", "--mount")


def kan_lage_disk() -> bool:
    """Whether the machine lets us."""
    probe = [*UNSHARE, "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    return (
        bool(shutil.which("unshare"))
        and subprocess.run(probe, capture_output=True, check=False).returncode == 0
    )


def brukt(root: Path) -> int:
    """The bytes a register takes on a disk in memory."""
    sizes = (path.stat().st_size for path in root.rglob("*") if path.is_file())
    return sum(-(-size // ENHET) for size in sizes) * ENHET
