"""Flettoppsett: git is told to let our program put together what two have done in one file. For this copy alone."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

from brukerutvalg_cli.gitlager.kall import TRYGT, kjoer, lager, spoer
from brukerutvalg_cli.gitlager.lager import prefiks

DRIVER = "merge.brukerutvalg.driver"
FILENE = "%O %A %B %P"


def skriv_fletting(root: Path) -> bool:
    """Sets it up where it is not; whether anything was written.

    Raises:
        GitFeil: when there is no repository, or git refuses.
        OSError: when it cannot be written.
    """
    if fletting_staar(root):
        return False
    repo = lager(root)
    python = shlex.quote(Path(sys.executable).as_posix())
    command = (
        f"if command -v brukerutvalg >/dev/null 2>&1; then brukerutvalg flett {FILENE}; "
        f"elif [ -x {python} ]; then {python} -m brukerutvalg_cli flett {FILENE}; "
        "else git merge-file %A %O %B; fi"
    )
    kjoer(repo, *TRYGT, "config", "--local", "merge.brukerutvalg.name", "brukerutvalg flett")
    kjoer(repo, *TRYGT, "config", "--local", DRIVER, command)
    file = _attributtene(root)
    said = file.read_text(encoding="utf-8") if file.is_file() else ""
    if _linja(root) not in said.splitlines():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{said}{_linja(root)}\n", encoding="utf-8", newline="\n")
    return True


def fletting_staar(root: Path) -> bool:
    """Whether git asks our program.

    Raises:
        GitFeil: when there is no repository.
    """
    repo = lager(root)
    file = _attributtene(root)
    asked = spoer(repo, "config", "--default", "", "--get", DRIVER).strip()
    return bool(asked) and file.is_file() and _linja(root) in file.read_text(encoding="utf-8").splitlines()


def _attributtene(root: Path) -> Path:
    repo = lager(root)
    path = spoer(repo, "rev-parse", "--git-path", "info/attributes").strip()
    return Path(repo.working_tree_dir) / path


def _linja(root: Path) -> str:
    """The files it is for. A name with a blank stands in quotation marks."""
    pattern = f"{prefiks(lager(root), root)}records/**/*.yaml"
    shown = f'"{pattern}"' if " " in pattern else pattern
    return f"{shown} merge=brukerutvalg"
