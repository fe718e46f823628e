"""Regeltekst: what is written of a rule beside the rule, for the formats that carry it along."""

from __future__ import annotations

from functools import cache
from importlib import import_module, util
from inspect import getdoc
from itertools import pairwise
from textwrap import dedent

from brukerutvalg_cli.kontroll.tabell import SJEKKER
from brukerutvalg_cli.register.filfeil.tabell import FILFEIL

EKSEMPLER = ("Galt", "Riktig")


def alltid_proevd() -> tuple[str, ...]:
    """The names of what every register is looked through for, whatever its mandates say."""
    return tuple(kind.name for kind in FILFEIL) + tuple(check.navn for check in SJEKKER)


@cache
def regeltekst(navn: str) -> str:
    """The documentation of a rule, first line `name – what it says`; where it is to be read, where it is not here."""
    for kind in FILFEIL:
        if kind.name == navn:
            return kind.text.strip()
    modules = {check.navn: check.modul for check in SJEKKER}
    module = modules.get(navn, f"brukerutvalg_cli.mandat.{navn.replace('-', '_')}")
    text = getdoc(import_module(module)) if util.find_spec(module) else None
    return text or f"{navn} – se «brukerutvalg forklar {navn}»"


def i_markdown(text: str) -> str:
    """The same with its headings, and its examples as code."""
    first, _, rest = text.partition("\n")
    parts, lines = [first], rest.split("\n")
    starts = [nr for nr, line in enumerate(lines) if line and not line[0].isspace()]
    for start, end in pairwise([*starts, len(lines)]):
        body = dedent("\n".join(lines[start + 1 : end])).strip("\n")
        shown = f"```yaml\n{body}\n```" if lines[start] in EKSEMPLER else body
        parts.append(f"### {lines[start]}\n\n{shown}")
    return "\n\n".join(parts)
