"""Tekst: the hand-written parts of the reference, with room for what follows from the code."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

MERKET = "<!-- Laget av «make docs» av koden og src/brukerutvalg_cli/referanse/tekster/. Endre der. -->\n\n"
_ROM = re.compile(r"^<!-- (\w+) -->$", re.MULTILINE)


def tekst(navn: str, innhold: Mapping[str, str] | None = None) -> str:
    """One of our texts, with `<!-- navn -->` on a line of its own exchanged for what goes there."""
    raw = (Path(__file__).parent / "tekster" / f"{navn}.md").read_text(encoding="utf-8")
    return MERKET + _ROM.sub(lambda room: (innhold or {})[room[1]].rstrip("\n"), raw)
