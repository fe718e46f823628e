"""Diff: a change as lines taken out and put in, for `--dry-run`."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import unified_diff

from brukerutvalg_cli.endring.utkast import Filendring


def diff(endringer: Iterable[Filendring]) -> str:
    """What would be written, in the form every version tool shows. A CR at the end of a line is not shown."""
    return "".join(line for endring in endringer for line in _of_file(endring))


def _of_file(endring: Filendring) -> Iterable[str]:
    before, after = (_lines(raw) for raw in (endring.foer, endring.etter))
    old = f"a/{endring.path}" if endring.foer is not None else "/dev/null"
    new = f"b/{endring.path}" if endring.etter is not None else "/dev/null"
    for line in unified_diff(before, after, old, new):
        yield line if line.endswith("\n") else line + "\n"


def _lines(raw: bytes | None) -> list[str]:
    text = (raw or b"").decode("utf-8", "replace").replace("\r\n", "\n")
    return text.splitlines(keepends=True) if "\r" not in text else text.replace("\r", "\n").splitlines(True)
