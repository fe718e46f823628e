"""The gold standard: ruff, cold and warm, on as many small Python files as the country has records."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from maaling import Maalinger, Rad, forhold, kommando
from registeret import Land

FILA = '''\
"""A module."""

import os


def hei(navn: str) -> str:
    """Say it."""
    return os.path.join("hei", navn)
'''


def rader(land: Land, runder: int) -> Iterator[Rad]:
    """Both in turn, again and again: how much there is to gain of what has not changed."""
    found, count = Maalinger(), land.filer(land.helt)
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for nr in range(count):
            path = root / f"pakke{nr // 100}" / f"modul{nr}.py"
            path.parent.mkdir(exist_ok=True)
            path.write_text(FILA, encoding="utf-8")
        ruff = [sys.executable, "-m", "ruff", "check", "--isolated", "."]
        for _ in range(runder):
            found.ta("cold", partial(kommando, [*ruff, "--no-cache"], root))
            kommando(ruff, root)
            found.ta("warm", partial(kommando, ruff, root))
            found.ta("status", partial(kommando, ["git", "status"], land.helt))
    yield forhold(
        f"ruff, {count} files, nothing kept", "ruff, nothing changed", found.av("cold"), found.av("warm")
    )
    yield forhold(
        "ruff, nothing changed", "`git status` of the records", found.av("warm"), found.av("status")
    )
