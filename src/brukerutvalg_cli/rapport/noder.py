"""Noder: the text of a file as nodes, which know where in it each key and value begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import yaml

from brukerutvalg_cli.rapport.strekk import Omraade, Strekk
from brukerutvalg_cli.register.linjer import HIDE, UNHIDE
from brukerutvalg_cli.register.yamldata import Yamldata

_MERKNAD_BAK = re.compile(r"[ \t\]},]*#[^\r\n]*")


def noder(path: str, text: str) -> Any:
    """The text as nodes; None where it cannot be read to its end.

    Nor where it says of one place that it is another, too: a few lines, each naming the one before many times, are more
    nodes than can be walked, and no record may say so.
    """
    reader = Yamldata(path, text)
    if reader.read() is None or reader.problems.viser_til_seg_selv:  # also what is too deep for libyaml
        return None
    try:
        return yaml.compose(text.translate(HIDE), Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return None


def par_i(node: Any) -> Sequence[Any]:
    """The keys of a mapping, each with its value."""
    return node.value if isinstance(node, yaml.MappingNode) else ()


def par(node: Any) -> Iterator[tuple[Any, Any]]:
    """Every key with its value, however deep."""
    if isinstance(node, yaml.ScalarNode):
        return
    for each in node.value:
        if isinstance(each, tuple):
            yield each
            yield from par(each[0])
        yield from par(each[1] if isinstance(each, tuple) else each)


def noekkelen(node: Any) -> str:
    """What a key says; nothing where it is no text."""
    return node.value if isinstance(node, yaml.ScalarNode) else ""


def tekstene(node: Any) -> Iterator[Any]:
    """Every key and value that is a text."""
    if isinstance(node, yaml.ScalarNode):
        yield node
        return
    for each in node.value:
        for inner in each if isinstance(each, tuple) else (each,):
            yield from tekstene(inner)


def sagt(leaves: Iterable[Any]) -> frozenset[str]:
    """What these say, as it is read."""
    return frozenset(" ".join(node.value.translate(UNHIDE).split()) for node in leaves) - {""}


def steder(nodes: Iterable[Any]) -> Strekk:
    """Where these stand."""
    return Strekk((node.start_mark.index, node.end_mark.index) for node in nodes)


def med_merknad(text: str, start: int, end: int) -> Omraade:
    """A stretch with the comment behind it on its last line."""
    behind = _MERKNAD_BAK.match(text, end)
    return start, behind.end() if behind else end
