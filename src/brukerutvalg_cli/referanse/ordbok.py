"""Ordbok: the words of the domain in English, for those who read the code, from what each class says of itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import brukerutvalg_cli

ROM = {
    "model": "The records, and what follows from them",
    "mandat": "The mandate language",
    "funn": "Findings",
    "dommer": "The judge",
}
"""The rooms whose classes are words of the domain, and what each is headed."""

INNLEDNING = """# Ordbok

What the Norwegian names in the code mean, in English: each is a class, and says so itself. The words of the files are
in [filer.md](filer.md), those of a rule set in [mandatspraak.md](mandatspraak.md).
"""


class Oppslagsord(NamedTuple):
    """One word: what it is called, what it means, the file it stands in."""

    ord: str
    mening: str
    fil: str


def ordbok() -> str:
    """The page."""
    return INNLEDNING + "".join(f"\n## {heading}\n\n{_tabell(room)}" for room, heading in ROM.items())


def ordene(rom: str) -> Iterator[Oppslagsord]:
    """The words of one room, in the order of the alphabet."""
    source = Path(brukerutvalg_cli.__file__).parent
    found = []
    for path in (source / rom).rglob("*.py"):
        module = ast.parse(path.read_text(encoding="utf-8"))
        for node in module.body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                meaning = (ast.get_docstring(node) or "").partition("\n\n")[0]
                found.append(
                    Oppslagsord(node.name, " ".join(meaning.split()), path.relative_to(source).as_posix())
                )
    yield from sorted(found)


def _tabell(rom: str) -> str:
    rows = (f"| `{w.ord}` | {w.mening.replace('|', chr(92) + '|')} | `{w.fil}` |\n" for w in ordene(rom))
    return "| Word | Meaning | File |\n|---|---|---|\n" + "".join(rows)
