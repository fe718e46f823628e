"""Merknader: the comments inside a value that is to be replaced as a whole, moved to lines of their own above it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import yaml

from brukerutvalg_cli.endring.bytt import Bytt
from brukerutvalg_cli.endring.yamlsted import end_of, eol_at
from brukerutvalg_cli.register.linjer import Lines

_MERKNAD = re.compile(r"(?:(?<=[ \t\r\n])|^)#[^\r\n]*")


def berget(text: str, node: Any, changes: Sequence[Bytt], at: int, column: int) -> list[Bytt]:
    """What else to change so that no comment is lost with the value: they go above the line that `at` is on."""
    lost = [
        comment
        for place, comment in _inne_i(text, node)
        if any(c.fra <= place < c.til and comment not in c.tekst for c in changes)
    ]
    if not lost:
        return []
    start = Lines(text).bounds(at)[0]
    eol = eol_at(text, start)
    return [Bytt(start, start, "".join(f"{' ' * column}{comment}{eol}" for comment in lost))]


def _inne_i(text: str, node: Any) -> Iterator[tuple[int, str]]:
    """Each comment between the beginning and the end of a collection, and where it is."""
    if isinstance(node, yaml.ScalarNode):
        return
    words = list(_tekster(text, node))
    for found in _MERKNAD.finditer(text, node.start_mark.index, end_of(text, node)):
        if not any(first <= found.start() < last for first, last in words):
            yield found.start(), found[0].rstrip()


def _tekster(text: str, node: Any) -> Iterator[tuple[int, int]]:
    """Where the values in it are: a `#` in one of them begins no comment."""
    if not isinstance(node, yaml.ScalarNode):
        for each in node.value:
            for part in each if isinstance(each, tuple) else (each,):
                yield from _tekster(text, part)
        return
    start = node.start_mark.index
    if node.style in ("|", ">"):  # behind the sign there may be one
        start = Lines(text).bounds(start)[1]
    yield start, node.end_mark.index
