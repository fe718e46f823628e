"""Ombytt: an item of a list moved to another place in it, with its comments, and everything else where it was."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from brukerutvalg_cli.endring.bytt import Bytt
from brukerutvalg_cli.endring.yamlsted import dash_line, end_of, eol_at, line_below
from brukerutvalg_cli.register.linjer import Lines


def ombyttet(text: str, sequence: Any, fra: int, til: int) -> list[Bytt]:
    """What to change for the item number `fra` of a list to become number `til`.

    What stands between two items, stays where it is: only what is an item's own trades places.
    """
    slots = [_egne(text, sequence, nr) for nr in range(len(sequence.value))]
    order = list(range(len(slots)))
    order.insert(til, order.pop(fra))
    parts = [text[first:last] for first, last in slots]
    if not sequence.flow_style:
        parts = _med_linjeskift(text, parts)
    moved = [parts[nr] for nr in order]
    if not sequence.flow_style and slots[-1][1] == len(text) and text[-1:] not in ("\r", "\n"):
        moved[-1] = moved[-1].rstrip("\r\n")
    return [
        Bytt(first, last, new)
        for (first, last), new in zip(slots, moved, strict=True)
        if text[first:last] != new
    ]


def _egne(text: str, sequence: Any, nr: int) -> tuple[int, int]:
    """Where an item begins and ends; in lines of its own, with the comments that stand right above it."""
    node = sequence.value[nr]
    if sequence.flow_style:
        return node.start_mark.index, end_of(text, node)
    lines = Lines(text)
    start = lines.bounds(node.start_mark.index)[0]
    while start and int(node.start_mark.line) != dash_line(text, node) and not _har_strek(text, start, node):
        start = lines.bounds(start - 1)[0]
    while start and _er_merknad(above := _linja_over(text, lines, start)):
        start -= len(above)
    return start, line_below(text, node)


def _har_strek(text: str, start: int, node: Any) -> bool:
    return text[start : node.start_mark.index].lstrip(" ").startswith("-")


def _linja_over(text: str, lines: Lines, start: int) -> str:
    """The line above, with its end."""
    at = start - 1
    if text[at] == "\n" and at and text[at - 1] == "\r":
        at -= 1
    return text[lines.bounds(at)[0] : start]


def _er_merknad(line: str) -> bool:
    return line.lstrip(" ").startswith("#")


def _med_linjeskift(text: str, parts: Sequence[str]) -> list[str]:
    """The parts, each with an end to its last line: at the end of a file it may have none."""
    return [part if part[-1:] in ("\r", "\n") else part + eol_at(text, len(text) - 1) for part in parts]
