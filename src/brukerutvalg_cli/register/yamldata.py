"""Yamldata: one text of YAML as plain data, and where each value stands, from libyaml's events.

Nothing is typed here: `12:15`, `no` and `0123` stay the text that was written, and the models decide what a
text means. One reader gives both data and positions, so the two can never disagree.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias
from unicodedata import normalize

from yaml._yaml import CParser
from yaml.error import YAMLError
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from brukerutvalg_cli.funn.place import Route, Span
from brukerutvalg_cli.register.filfeil.filer import FIL_FOR_STOR
from brukerutvalg_cli.register.filfeil.skrivemaate import FIL_FOR_DYP, FLERE_DOKUMENT, YAML_NOEKKEL
from brukerutvalg_cli.register.linjer import HIDE, UNHIDE, Lines
from brukerutvalg_cli.register.yamlproblemer import Stop, Yamlproblemer
from brukerutvalg_cli.tegn import SUSPECT

Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"

MAX_DEPTH = 32
MAX_WORD = 4000
MAX_LISTE = 2000
"""No list of a council has so many: rules compare those of one list with each other."""
SOM_INGENTING = frozenset(("", "~", "null"))
"""What is read as nothing where it stands without quotation marks, and so is written with them."""


class NodeSpan(NamedTuple):
    """Where a value stands, and the key that names it. What fills whole lines is shown by its key."""

    key: Span | None
    value: Span


class Yamldata:
    """Builds data from events. Recursion ends at MAX_DEPTH, long before Python or libyaml minds."""

    def __init__(self, path: str, text: str, *, collect: bool = False) -> None:
        self.text = text
        self.lines = Lines(text)
        self.problems = Yamlproblemer(path, self.lines)
        self.spans: dict[Route, NodeSpan] = {}
        self.plain: list[tuple[int, str, Route]] = []
        """Where each text without quotation marks ends, while positions are collected."""
        self.suspect: list[tuple[int, int, str, Route]] = []
        """Each text with a character in it that is not shown everywhere, and where it stands."""
        self.blank: list[tuple[int, int, Route]] = []
        """Where each text stands that is written as one, and is empty."""
        self._collect = collect
        self._hidden = "\u2028" in text or "\x85" in text or "\u2029" in text
        parser = CParser(text.translate(HIDE) if self._hidden else text)
        self._next: Callable[[], Any] = parser.get_event
        self._in_key = False

    def read(self) -> Data:
        """The data of the whole file, None when nothing can be made of it."""
        try:
            try:
                return self._document()
            except YAMLError as error:
                # Late, as everything that only a file with problems needs: its patterns take long to compile.
                from brukerutvalg_cli.register.yamlfeil import explain

                self.problems.add(*explain(error, self.lines))
        except Stop:
            pass
        return None

    def _document(self) -> Data:
        if self._hidden and self.problems.not_text(self.text, 0, None, ()):
            return None
        self._next()  # the start of the stream
        if type(self._next()) is StreamEndEvent:
            self.problems.empty()
            return None
        data = self._node(self._next(), (), 0, None)
        self._next()  # the end of the document
        more = self._next()
        if type(more) is not StreamEndEvent:
            start = more.start_mark.index
            message = "fila inneholder flere dokumenter; det som står etter «---», blir ikke lest"
            help = "flytt det til en egen fil, eller slett linja med «---»"
            self.problems.add(FLERE_DOKUMENT, message, start, start + 3, help)
        elif data is None and not self.problems.funn:
            self.problems.empty()
        return data

    # `route` is kept up only while positions are collected, and `key` is where the key of a value stands.

    def _node(self, event: Any, route: Route, depth: int, key: Span | None) -> Data:
        kind = type(event)
        if kind is ScalarEvent:
            return self._scalar(event, route, key)
        if kind is AliasEvent:
            self.problems.alias(event, route)
            return None
        if event.anchor is not None or event.tag is not None:
            self.problems.properties(event, route)
        if depth == MAX_DEPTH:
            start = event.start_mark.index
            message = f"fila har mer enn {MAX_DEPTH} nivåer inni hverandre"
            help = "slett parentesene eller strekene som er for mange"
            self.problems.add(FIL_FOR_DYP, message, start, start + 1, help, route)
            raise Stop
        read = self._mapping if kind is MappingStartEvent else self._sequence
        value, last = read(route, depth + 1)
        if self._collect:
            self.spans[route] = NodeSpan(key, self._collection_span(event, last, key))
        return value

    def _mapping(self, route: Route, depth: int) -> tuple[Data, Any]:
        result: dict[str, Data] = {}
        inner, key_span = route, None
        next_event, scalar, collect = self._next, self._scalar, self._collect
        while type(event := next_event()) is not MappingEndEvent:
            # Nearly all keys are plain words, and most values scalars: what is spared here is felt.
            key: str | None = event.value if type(event) is ScalarEvent else None
            if not key or not key.isidentifier() or not key.isascii() or event.anchor or event.tag:
                key = self._key(event, route, depth)
            value = next_event()
            if key is None or key in result:
                self._not_kept(key, event, value, route, depth)
                continue
            if key == "<<":
                self.problems.merge(event, value, route)
            if collect:
                inner, key_span = (*route, key), self._span(event.start_mark.index, event.end_mark.index)
            if type(value) is ScalarEvent:
                result[key] = scalar(value, inner, key_span)
            else:
                result[key] = self._node(value, inner, depth, key_span)
        return result, event

    def _sequence(self, route: Route, depth: int) -> tuple[Data, Any]:
        result: list[Data] = []
        next_event, collect = self._next, self._collect
        while type(event := next_event()) is not SequenceEndEvent:
            inner = (*route, len(result)) if collect else route
            result.append(self._node(event, inner, depth, None))
        if len(result) > MAX_LISTE:
            end: Any = event
            start = end.start_mark.index
            message = f"lista har {len(result)} punkter; det er plass til {MAX_LISTE}"
            help = "del den opp, eller slett det som er kommet med flere ganger"
            self.problems.add(FIL_FOR_STOR, message, start, start + 1, help, route)
        return result, event

    def _scalar(self, event: Any, route: Route, key: Span | None) -> str | None:
        value: str = event.value
        if event.anchor is not None or event.tag is not None:
            self.problems.properties(event, route)
        if not value.isascii():
            value = self._tidy(value)
        if event.style == '"' and not value.isprintable():
            # An escape, `"\\0"`, puts into a value what can not stand in the file.
            self.problems.not_text(value, event.start_mark.index, event.end_mark.index, route)
        if not (value.isascii() and event.style != '"') and SUSPECT.search(value):
            self.suspect.append((event.start_mark.index, event.end_mark.index, value, route))
        if not value.strip() and (value or event.style):
            self.blank.append((event.start_mark.index, event.end_mark.index, route))
        if self._collect:
            self.spans[route] = NodeSpan(key, self._scalar_span(event, key))
            if not event.style:
                self.plain.append((event.end_mark.index, value, route))
        return None if value in SOM_INGENTING and event.implicit[0] else value

    def _collection_span(self, first: Any, last: Any, key: Span | None) -> Span:
        start = first.start_mark.index
        if first.flow_style:
            return self._span(start, last.end_mark.index)
        # A block ends where the next thing begins, often lines below: its key says better where it is.
        return key or self._span(start, self.lines.bounds(start)[1])

    def _scalar_span(self, event: Any, key: Span | None) -> Span:
        start, end = event.start_mark.index, event.end_mark.index
        if event.style in ("|", ">"):
            return key or self._span(start, self.lines.bounds(start)[1])
        if start == end:  # nothing is written: the key, or the dash of the list
            return key or self._span(max(start - 1, 0), start)
        return self._span(start, end)

    def _key(self, event: Any, route: Route, depth: int) -> str | None:
        """A key that is more than a plain word, or less."""
        start, end = event.start_mark.index, event.end_mark.index
        if type(event) is AliasEvent:
            self.problems.alias(event, route)
            return None
        if type(event) is not ScalarEvent:
            message = "foran kolon står det noe annet enn et navn"
            help = "er parentesen en del av teksten, setter du hele teksten i anførselstegn"
            if not self._in_key:  # of a list in a list as a key, the outer is enough
                self.problems.add(YAML_NOEKKEL, message, start, max(end, start + 1), help, route)
            in_key, self._in_key = self._in_key, True
            self._unlisted(event, route, depth)
            self._in_key = in_key
            return None
        if event.anchor is not None or event.tag is not None:
            self.problems.properties(event, route)
        key: str = event.value
        if not key:
            message = "det mangler et navn foran kolon"
            self.problems.add(YAML_NOEKKEL, message, start, start + 1, "skriv navnet", route)
            return None
        if not key.isascii():
            key = self._tidy(key)
        if not key.isprintable():
            from brukerutvalg_cli.register.yamlfeil import strange

            hidden = next(char for char in key if not char.isprintable())
            self.problems.add(*strange(hidden, start, end), route)
        return key

    def _not_kept(self, key: str | None, event: Any, value: Any, route: Route, depth: int) -> None:
        """A pair without a key, or with one that was there before: the first is what counts."""
        if key is not None:
            first = self.spans.get((*route, key)) if self._collect else None
            self.problems.duplicate(key, event, (*route, key), first.key if first else None)
        self._unlisted(value, route, depth)

    def _unlisted(self, event: Any, route: Route, depth: int) -> None:
        """Read past a value that has no place in the data, for the problems that may be in it."""
        collect, self._collect = self._collect, False
        self._node(event, route, depth, None)
        self._collect = collect

    def _tidy(self, value: str) -> str:
        """Letters composed, so that å is one character wherever the file was written."""
        if self._hidden:
            value = value.translate(UNHIDE)
        if len(value) <= MAX_WORD:
            return normalize("NFC", value)
        # A letter with thousands of accents takes time by the square of them. No word is so long.
        return " ".join(word if len(word) > MAX_WORD else normalize("NFC", word) for word in value.split(" "))

    def _span(self, start: int, end: int) -> Span:
        """Two indexes as a span that does not end in spaces or empty lines."""
        return self.lines.span(start, start + len(self.text[start:end].rstrip(" \t\r\n")))
