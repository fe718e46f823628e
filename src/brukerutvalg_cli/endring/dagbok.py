"""Dagbok: what the last commands wrote, so that `angre` can put it back."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from brukerutvalg_cli.endring.skriv import egen_mappe
from brukerutvalg_cli.endring.utkast import Filendring

SISTE = 20
"""So many commands back can be undone."""


class Innslag(NamedTuple):
    """One command that wrote: what it did, in one line, its files, and its commit where it made one."""

    melding: str
    endringer: tuple[Filendring, ...]
    commit: str = ""


def foer_inn(root: Path, innslag: Innslag) -> None:
    """Adds a command to the journal.

    Raises:
        OSError: when the journal cannot be written. What the command wrote is then written all the same.
    """
    _write(root, [*les(root), innslag][-SISTE:])


def les(root: Path) -> list[Innslag]:
    """The journal, oldest first; empty where there is none, or it is damaged."""
    try:
        entries = json.loads((egen_mappe(root) / "dagbok.json").read_text(encoding="utf-8"))
        return [
            Innslag(e["melding"], tuple(Filendring(p, _ut(b), _ut(a)) for p, b, a in e["filer"]), e["commit"])
            for e in entries
        ]
    except (OSError, ValueError, KeyError, TypeError):
        return []


def ta_ut_siste(root: Path) -> None:
    """Takes the last command out of the journal: it is undone.

    Raises:
        OSError: when the journal cannot be written.
    """
    _write(root, les(root)[:-1])


def omvendt(endringer: Sequence[Filendring]) -> tuple[Filendring, ...]:
    """The change that undoes these."""
    return tuple(Filendring(e.path, e.etter, e.foer) for e in endringer)


def _write(root: Path, entries: Sequence[Innslag]) -> None:
    text = json.dumps(
        [
            {
                "melding": e.melding,
                "commit": e.commit,
                "filer": [[f.path, _inn(f.foer), _inn(f.etter)] for f in e.endringer],
            }
            for e in entries
        ]
    )
    path = egen_mappe(root) / "dagbok.json"
    beside = path.with_suffix(".tmp")
    beside.write_text(text, encoding="utf-8", newline="\n")
    beside.replace(path)


def _inn(raw: bytes | None) -> str | None:
    return None if raw is None else b64encode(raw).decode("ascii")


def _ut(text: str | None) -> bytes | None:
    return None if text is None else b64decode(text)
