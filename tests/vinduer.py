"""A window to look at: what a command shows in one of so many columns, without a terminal to wait for."""

from __future__ import annotations

import io
import re

import pytest

from brukerutvalg_cli.cli import framdrift
from brukerutvalg_cli.cli.run import run

VANLIG = framdrift.ETTER


class Vindu(io.TextIOWrapper):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def vist(monkeypatch: pytest.MonkeyPatch, columns: int, *arguments: str, **environ: str) -> str:
    """What is shown of standard output, colours left out."""
    raw, other = io.BytesIO(), io.BytesIO()
    for name in ("NO_COLOR", "TERM", "FORCE_COLOR", "GITHUB_ACTIONS", "BRUKERUTVALG_ENKEL"):
        monkeypatch.delenv(name, raising=False)
    for name, value in ({"COLUMNS": str(columns), "LINES": "24", "TERM": "xterm"} | environ).items():
        monkeypatch.setenv(name, value)
    with monkeypatch.context() as patch:
        if framdrift.ETTER == VANLIG:  # a slow machine is another thing to look at
            patch.setattr(framdrift, "ETTER", 600)
        stream, errors = Vindu(raw, encoding="utf-8"), Vindu(other, encoding="utf-8")
        patch.setattr("sys.stdout", stream)
        patch.setattr("sys.stderr", errors)
        run(arguments)
        stream.flush()
        errors.flush()
    return re.sub("\x1b\\[[0-9;]*m", "", (raw.getvalue() + other.getvalue()).decode())
