"""Yamlsted: where in a text of YAML a value stands – its node, its line, and where its last character is."""

from __future__ import annotations

from functools import lru_cache
from typing import Any
from unicodedata import normalize

import yaml

from brukerutvalg_cli.endring.kan_ikke_redigere import KanIkkeRedigere
from brukerutvalg_cli.funn.place import Route
from brukerutvalg_cli.register.linjer import HIDE, Lines


@lru_cache(maxsize=4)  # one change asks of the same text several times
def root_of(text: str) -> Any:
    """The whole text as nodes, which know where they begin and end."""
    return yaml.compose(text.translate(HIDE), Loader=yaml.CSafeLoader)


def node_at(text: str, route: Route) -> Any:
    """The node at a route.

    Raises:
        KanIkkeRedigere: when there is none.
    """
    node = root_of(text)
    for step in route:
        node = child_of(node, step)
        if node is None:
            raise KanIkkeRedigere(f"«{sti(route)}» finnes ikke")
    return node


def child_of(node: Any, step: str | int) -> Any:
    """The value of a key, or an item; None where there is no such thing."""
    if isinstance(step, int):
        return node.value[step] if isinstance(node, yaml.SequenceNode) and step < len(node.value) else None
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for key, value in node.value if normalize("NFC", key.value) == step), None)


def keys_of(node: Any) -> list[str]:
    """The keys of a mapping, as the data has them."""
    return [normalize("NFC", key.value) for key, _ in node.value]


def column_of(text: str, route: Route) -> int:
    """The column of the key or dash that a value belongs to."""
    if not route:
        return -2
    parent = node_at(text, route[:-1])
    return int(parent.start_mark.column)


def end_of(text: str, node: Any) -> int:
    """Where the last character of a value is over: a block by itself ends where the next thing begins."""
    if isinstance(node, yaml.ScalarNode):
        end = node.end_mark.index
        if node.style not in ("|", ">"):
            return int(end)
        header = text[node.start_mark.index : Lines(text).bounds(node.start_mark.index)[1]]
        if "+" in header.partition("#")[0]:
            return int(end)
        return int(node.start_mark.index + len(text[node.start_mark.index : end].rstrip(" \t\r\n")))
    if node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return end_of(text, last[1] if isinstance(last, tuple) else last)


def behind_colon(text: str, parent: Any, step: str | int) -> int | None:
    """Behind the colon of a key; None for an item of a list."""
    if isinstance(step, int):
        return None
    key, value = parent.value[keys_of(parent).index(step)]
    return text.index(":", key.end_mark.index, max(value.start_mark.index, key.end_mark.index + 1)) + 1


def line_below(text: str, node: Any) -> int:
    """Where the line after a value begins; the end of a file whose last line has no end."""
    end = end_of(text, node)
    if end and text[end - 1] in "\r\n":  # a block scalar that keeps its last empty lines
        return end
    line_end = Lines(text).bounds(end)[1]
    return next((line_end + len(e) for e in ("\r\n", "\n", "\r") if text.startswith(e, line_end)), line_end)


def dash_line(text: str, node: Any) -> int:
    """The line of the dash before an item: its own, unless the item begins further down."""
    start = Lines(text).bounds(node.start_mark.index)[0]
    return int(node.start_mark.line) if "-" in text[start : node.start_mark.index] else -1


def eol_at(text: str, index: int) -> str:
    """How the line around an index ends; where it does not, as the one before it."""
    line_start, line_end = Lines(text).bounds(index)
    found = text[line_end : line_end + 2] or text[:line_start][-2:]
    return "\r\n" if found == "\r\n" else found[0] if found[:1] in ("\r", "\n") else found[-1:] or "\n"


def sti(route: Route) -> str:
    """A route as the secretary reads it."""
    return ".".join(map(str, route))
