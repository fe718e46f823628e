"""Hele: what a line is not broken within – a command, which must be copied whole."""

from __future__ import annotations

import re

from brukerutvalg_cli.cli.grupper import GRUPPER

LIM = "\ue000"
"""Stands for a blank where no line may end: a sign of private use, that `tegn` and `rich` leave alone."""

_VERB = "|".join(sorted(("brukerutvalg", "git", *(name for names in GRUPPER.values() for name in names))))
_ORDENE = r"brukerutvalg(?: [^\s«»\[]+)+"  # a usage line has brackets, and may be broken
_KOMMANDO = re.compile(
    rf"«(?:{_VERB}) [^«»\n]*»"  # quoted, within a sentence
    rf"|(?<=:)\s+{_ORDENE}$"  # after what it is for: Neste steg, rett, mer
    rf"|^\s*{_ORDENE}(?=$|  )",  # first on a line, alone or before what it does
    re.MULTILINE,
)


def limt(text: str) -> str:
    """The text with its commands as one word each."""
    return _KOMMANDO.sub(lambda found: _lim(found[0]), text)


def loest(text: str) -> str:
    """The same text with its blanks again."""
    return text.replace(LIM, " ")


def _lim(command: str) -> str:
    start = len(command) - len(command.lstrip())
    return command[:start] + command[start:].replace(" ", LIM)
