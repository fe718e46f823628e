"""From a symbolic place to rows and columns: late, and only for the files somebody found something in."""

from __future__ import annotations

from collections.abc import Mapping

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.funn.place import Place, Route, Span
from brukerutvalg_cli.model.verdier import ANTATT
from brukerutvalg_cli.register.linjer import Lines
from brukerutvalg_cli.register.parse import spans
from brukerutvalg_cli.register.tekst import decode
from brukerutvalg_cli.register.tree import Tree
from brukerutvalg_cli.register.yamldata import NodeSpan


def locate(place: Place, text: str | None) -> Span | None:
    """Where a place is in the text of its file; None for the file as such. A missing file has no text."""
    if place.span is not None or text is None:
        return place.span
    return _find(place, _gjennom_antatt(spans(text))) if place.route or place.otherwise else None


class Locator:
    """Places and lines of the files of a tree. Each file is read once, and only when it is asked for."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._lines: dict[str, Lines | None] = {}
        self._spans: dict[str, Mapping[Route, NodeSpan]] = {}

    def locate(self, place: Place) -> Span | None:
        """Where a place is; None for the file as such."""
        if place.span is not None or not (place.route or place.otherwise):
            return place.span
        if place.path not in self._spans:
            lines = self._read(place.path)
            self._spans[place.path] = _gjennom_antatt(spans(lines.text)) if lines else {}
        return _find(place, self._spans[place.path])

    def line(self, path: str, row: int) -> str | None:
        """The text of one row, counted from 1 as in a Span; None where there is none."""
        lines = self._read(path)
        return lines.line(row) if lines else None

    def text(self, path: str) -> str:
        """The text of a file; empty where it cannot be read."""
        lines = self._read(path)
        return lines.text if lines else ""

    def _read(self, path: str) -> Lines | None:
        if path not in self._lines:
            raw = self._tree.read(path)
            self._lines[path] = None if isinstance(raw, Finding) else Lines(decode(path, raw)[0])
        return self._lines[path]


def _gjennom_antatt(found: Mapping[Route, NodeSpan]) -> Mapping[Route, NodeSpan]:
    """The same, where what stands inside an assumed list or record is also found without the word before it."""
    inside = {route: node for route, node in found.items() if ANTATT in route[:-1]}
    if not inside:
        return found
    return {tuple(step for step in route if step != ANTATT): node for route, node in inside.items()} | dict(
        found
    )


def _find(place: Place, found: Mapping[Route, NodeSpan]) -> Span | None:
    for route in (place.route, place.otherwise):
        for length in range(len(route), 0, -1):
            if node := found.get(route[:length]):
                return node.key if place.at_key and node.key else node.value
    return None
