"""The documents there are and their formats, by name; and by the ending of the file it is written to."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from typing import Literal

Dokumentslag = Literal["innkalling", "referat"]
Format = Literal["markdown", "html", "fragment", "tekst"]

ENDELSER: Mapping[Format, tuple[str, ...]] = {
    "markdown": (".md", ".markdown"),
    "html": (".html", ".htm"),
    "fragment": (".html", ".htm"),
    "tekst": (".txt",),
}
"""The endings a file of each may have, the usual one first."""
ANDRES = frozenset((".pdf", ".doc", ".docx", ".odt", ".rtf", ".eml", ".ics", ".json"))
"""Endings by which another program would open the file, and not find in it what it looks for."""


def av_navnet(navn: str) -> Format | None:
    """What a file of this name holds; None where its ending says nothing of it."""
    ending = PurePath(navn).suffix.casefold()
    return next((name for name, endings in ENDELSER.items() if ending in endings), None)


def passer(navn: str, wanted: Format) -> bool:
    """Whether a file of this name may hold it: its ending says so, or says nothing."""
    ending = PurePath(navn).suffix.casefold()
    known = {each for endings in ENDELSER.values() for each in endings}
    return ending in ENDELSER[wanted] or ending not in known


def er_andres(navn: str) -> bool:
    """Whether the ending promises something that none of the formats is."""
    return PurePath(navn).suffix.casefold() in ANDRES
