"""A new register for a test to do as it likes with: each sort is made once by commands, and a test gets a copy."""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import pytest

from brukerutvalg_cli.cli.run import run

NAVN = {
    f"GIT_{who}_{what}": said
    for who in ("AUTHOR", "COMMITTER")
    for what, said in (("NAME", "Nina Vik"), ("EMAIL", "nina@example.no"))
}
Kommando = tuple[str, ...]


def som_nina(monkeypatch: pytest.MonkeyPatch) -> None:
    """As Nina Vik, to git: on a machine that knows nobody, too."""
    for key, said in NAVN.items():
        monkeypatch.setenv(key, said)


def nytt_register(folder: Path, *valg: str, folk: str = "", etter: tuple[Kommando, ...] = ()) -> None:
    """Puts into the folder what `init` makes of Nav Storelva with these options, and the commands after it.

    `folk`: the list of members. The repository is there too, with its hook and the first commit.
    """
    _kopi(_lagd(valg, folk, etter), folder)


def gjort(folder: Path, hva: object, gjoer: Callable[[], object]) -> None:
    """Leaves the folder as this left one like it the first time it was done: the others get a copy.

    `hva`: which of those that are done it is.
    """
    if hva in _GJORT:
        _kopi(_GJORT[hva], folder)
        return
    gjoer()
    _kopi(folder, kept := Path(_mappe().name) / f"gjort-{len(_GJORT)}")
    _GJORT[hva] = kept


_GJORT: dict[object, Path] = {}


def _kopi(folder: Path, to: Path) -> None:
    # Without the times of the files, which nobody asks for, it takes half as long.
    shutil.copytree(folder, to, symlinks=True, dirs_exist_ok=True, copy_function=shutil.copy)


@cache
def _mappe() -> TemporaryDirectory[str]:
    return TemporaryDirectory(prefix="nytt-register-", ignore_cleanup_errors=True)


@cache
def _lagd(valg: Kommando, folk: str, etter: tuple[Kommando, ...]) -> Path:
    base = Path(_mappe().name) / str(len(list(Path(_mappe().name).iterdir())))
    base.mkdir()
    members = base / "folk.csv"
    members.write_text(folk, encoding="utf-8")
    listed = ("--medlemmer", str(members)) if folk else ()
    said = io.StringIO()
    with patch.dict(os.environ, NAVN), redirect_stdout(said), redirect_stderr(said):
        init = run(["init", str(base / "r"), "--utvalg", "Nav Storelva", *listed, *valg, "--ja"])
        codes = [init, *(run(["--rot", str(base / "r"), *command]) for command in etter)]
    assert set(codes) == {0}, said.getvalue()
    return base / "r"
