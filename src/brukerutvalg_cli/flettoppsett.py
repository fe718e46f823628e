"""Flettoppsett: git is told to let our program put together what two have done in one file. For this copy alone."""

from __future__ import annotations

import errno
import shlex
import sys
from pathlib import Path

from brukerutvalg_cli.gitlager.kall import repoet, spoer
from brukerutvalg_cli.gitlager.lager import egen_fil, prefiks, sett
from brukerutvalg_cli.gitmappefil import skriv_i_gitmappa

DRIVER = "merge.brukerutvalg.driver"
ATTRIBUTTENE = "info/attributes"
MEST = 1 << 20
"""Attributes of more bytes are not read, nor added to."""
FILENE = "%O %A %B %P"


def skriv_fletting(root: Path) -> bool:
    """Sets it up where it is not; whether anything was written.

    Raises:
        GitFeil: when there is no repository, git refuses, or it keeps its settings outside its own folder.
        OSError: when it cannot be written.
    """
    if fletting_staar(root):
        return False
    egen_fil(root, ATTRIBUTTENE)  # else it would be half set up
    python = shlex.quote(Path(sys.executable).as_posix())
    command = (
        f"if command -v brukerutvalg >/dev/null 2>&1; then brukerutvalg flett {FILENE}; "
        f"elif [ -x {python} ]; then {python} -m brukerutvalg_cli flett {FILENE}; "
        "else git merge-file %A %O %B; fi"
    )
    sett(root, "merge.brukerutvalg.name", "brukerutvalg flett")
    sett(root, DRIVER, command)
    if _linja(root) not in (said := _attributtene(root)).splitlines():
        end = b"" if said.endswith(b"\n") or not said else b"\n"
        skriv_i_gitmappa(root, ATTRIBUTTENE, said + end + _linja(root) + b"\n")
    return True


def fletting_staar(root: Path) -> bool:
    """Whether git asks our program.

    Raises:
        GitFeil: when there is no repository.
    """
    asked = spoer(repoet(root), "config", "--default", "", "--get", DRIVER).strip()
    return bool(asked) and _linja(root) in _attributtene(root).splitlines()


def _attributtene(root: Path) -> bytes:
    """What stands there already. It may be written in any coding.

    Raises:
        OSError: when it cannot be read.
    """
    repo = repoet(root)
    path = Path(repo.working_tree_dir) / spoer(repo, "rev-parse", "--git-path", ATTRIBUTTENE).strip()
    if not path.is_file():
        return b""
    if path.stat().st_size > MEST:
        raise OSError(errno.EFBIG, "", str(path))
    return path.read_bytes()


def _linja(root: Path) -> bytes:
    """The files it is for. A name with a blank stands in quotation marks."""
    pattern = f"{prefiks(repoet(root), root)}records/**/*.yaml"
    shown = f'"{pattern}"' if " " in pattern else pattern
    return f"{shown} merge=brukerutvalg".encode()
