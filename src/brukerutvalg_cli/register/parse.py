"""The one YAML front end: bytes in; plain data, every problem with its place, and positions on request out.

Built on libyaml's events. Nothing is typed here: `12:15`, `no` and `0123` stay the text that was
written, and the models decide what a text means. One reader gives both data and positions, so the
two can never disagree.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property
from itertools import islice
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

from brukerutvalg_cli.funn.finding import Finding, Related, Severity
from brukerutvalg_cli.funn.place import Place, Route, Span
from brukerutvalg_cli.register import filfeil
from brukerutvalg_cli.register.filfeil import (
    DOBBEL_NOEKKEL,
    FIL_FOR_DYP,
    FIL_TOM,
    FIL_YAML,
    FLERE_DOKUMENT,
    TEKST_KUTTET,
    YAML_ANKER,
    YAML_MERKE,
    YAML_NOEKKEL,
    Filfeil,
)
from brukerutvalg_cli.register.linjer import HIDE, UNHIDE, Lines, short
from brukerutvalg_cli.register.tekst import decode

Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"

MAX_DEPTH = 32
MAX_PROBLEMS = 100
"""A file with more than this is not mended line by line, and an ill-meant one must not fill the memory."""
MAX_WORD = 4000
MAX_RELATED = 5
"""So many uses of one anchor are shown."""


class Parsed(NamedTuple):
    """What a file says. With any problem in it, `data` is what could be read, and may be None.

    `warnings` are about a file that was read all the same.
    """

    data: Data
    problems: tuple[Finding, ...]
    text: str
    warnings: tuple[Finding, ...] = ()


class NodeSpan(NamedTuple):
    """Where a value stands, and the key that names it. What fills whole lines is shown by its key."""

    key: Span | None
    value: Span


def parse(path: str, raw: bytes) -> Parsed:
    """Read one file. Never raises: whatever is wrong with the file is among the problems."""
    if len(raw) > filfeil.MAX_BYTES:
        return Parsed(None, (filfeil.for_stor(path),), "")
    text, problem = decode(path, raw)
    if problem is not None:
        return Parsed(None, (problem,), text)
    if "<<<<<<<" in text:
        from brukerutvalg_cli.register.yamlfeil import conflict

        if both := conflict(path, text):
            return Parsed(None, (both,), text)
    reader = _Reader(path, text)
    data = reader.read()
    if not reader.problems and " #" in text and _CUT.search(text):
        return Parsed(data, (), text, tuple(islice(_cut(path, text), MAX_PROBLEMS)))
    if reader.problems:
        # Again, with positions, for files with problems only: a duplicate can then point at the first.
        reader = _Reader(path, text, collect=True)
        data = reader.read()
    return Parsed(data, tuple(reader.problems), text)


def spans(text: str) -> dict[Route, NodeSpan]:
    """Where each value of a text stands, as far as it can be read."""
    reader = _Reader("", text, collect=True)
    reader.read()
    return reader.spans


_NOTHING = frozenset(("", "~", "null"))
_ANCHOR = r"&[^\s,\[\]{}]+"
_TAG = r"![^\s,\[\]{}]*"


# A comment that begins as a word or a number does, after something on its line.
_CUT = re.compile(r"\S[ \t]* #\w")
_REST = re.compile(r"[ \t]* (#\w[^\r\n]*)")
_WHOLE = re.compile(r"[\d.:/-]+|ja|nei|ukjent")
"""What is all there, whatever follows: a day, a time, a number."""


def _cut(path: str, text: str) -> Iterator[Finding]:
    """Each plain text that ends before what is probably no comment. What stands in quotes or in a block is whole."""
    reader = _Reader(path, text, collect=True)
    reader.read()
    for end, value, route in reader.plain:
        if (found := _REST.match(text, end)) and not _WHOLE.fullmatch(value):
            start = found.start(1)
            yield TEKST_KUTTET.finding(
                "teksten slutter foran «#», og resten blir ikke lest",
                Place(path, span=reader.lines.span(start, start + len(found[1].rstrip()))),
                label="blir ikke lest",
                help="sett hele teksten i anførselstegn; er det en merknad, skriver du et mellomrom etter #",
                emne=".".join(map(str, route)),
                severity=Severity.ADVARSEL,
            )


class _Stop(Exception):
    """There is no reading on: too deep, or too many problems."""


class _Reader:
    """Builds data from events. Recursion ends at MAX_DEPTH, long before Python or libyaml minds."""

    def __init__(self, path: str, text: str, *, collect: bool = False) -> None:
        self.path = path
        self.text = text
        self.problems: list[Finding] = []
        self.spans: dict[Route, NodeSpan] = {}
        self.plain: list[tuple[int, str, Route]] = []
        """Where each text without quotation marks ends, while positions are collected."""
        self._collect = collect
        self._hidden = "\u2028" in text or "\x85" in text or "\u2029" in text
        parser = CParser(text.translate(HIDE) if self._hidden else text)
        self._next: Callable[[], Any] = parser.get_event
        self._anchors: dict[str, int] = {}
        self._in_key = False

    @cached_property
    def lines(self) -> Lines:
        """Counted only when somebody asks for a place."""
        return Lines(self.text)

    def read(self) -> Data:
        """The data of the whole file, None when nothing can be made of it."""
        try:
            try:
                return self._document()
            except YAMLError as error:
                # Late, as everything that only a file with problems needs: its patterns take long to compile.
                from brukerutvalg_cli.register.yamlfeil import explain

                self._problem(*explain(error, self.lines))
        except _Stop:
            pass
        return None

    def _document(self) -> Data:
        if self._hidden and self._not_text(self.text, 0, None, ()):
            return None
        self._next()  # the start of the stream
        if type(self._next()) is StreamEndEvent:
            self._empty()
            return None
        data = self._node(self._next(), (), 0, None)
        self._next()  # the end of the document
        more = self._next()
        if type(more) is not StreamEndEvent:
            start = more.start_mark.index
            message = "filen inneholder flere dokumenter; det som står etter «---», blir ikke lest"
            help = "flytt det til en egen fil, eller slett linjen med «---»"
            self._problem(FLERE_DOKUMENT, message, start, start + 3, help)
        elif data is None and not self.problems:
            self._empty()
        return data

    # `route` is kept up only while positions are collected, and `key` is where the key of a value stands.

    def _node(self, event: Any, route: Route, depth: int, key: Span | None) -> Data:
        kind = type(event)
        if kind is ScalarEvent:
            return self._scalar(event, route, key)
        if kind is AliasEvent:
            self._alias(event, route)
            return None
        if event.anchor is not None or event.tag is not None:
            self._properties(event, route)
        if depth == MAX_DEPTH:
            start = event.start_mark.index
            message = f"filen har mer enn {MAX_DEPTH} nivåer inni hverandre"
            help = "slett parentesene eller strekene som er for mange"
            self._problem(FIL_FOR_DYP, message, start, start + 1, help, route)
            raise _Stop
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
                self._merge(event, value, route)
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
        return result, event

    def _scalar(self, event: Any, route: Route, key: Span | None) -> str | None:
        value: str = event.value
        if event.anchor is not None or event.tag is not None:
            self._properties(event, route)
        if not value.isascii():
            value = self._tidy(value)
        if event.style == '"' and not value.isprintable():
            # An escape, `"\\0"`, puts into a value what can not stand in the file.
            self._not_text(value, event.start_mark.index, event.end_mark.index, route)
        if self._collect:
            self.spans[route] = NodeSpan(key, self._scalar_span(event, key))
            if not event.style:
                self.plain.append((event.end_mark.index, value, route))
        return None if value in _NOTHING and event.implicit[0] else value

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
            self._alias(event, route)
            return None
        if type(event) is not ScalarEvent:
            message = "foran kolon står det noe annet enn et navn"
            help = "er parentesen en del av teksten, setter du hele teksten i anførselstegn"
            if not self._in_key:  # of a list in a list as a key, the outer is enough
                self._problem(YAML_NOEKKEL, message, start, max(end, start + 1), help, route)
            in_key, self._in_key = self._in_key, True
            self._unlisted(event, route, depth)
            self._in_key = in_key
            return None
        if event.anchor is not None or event.tag is not None:
            self._properties(event, route)
        key: str = event.value
        if not key:
            message = "det mangler et navn foran kolon"
            self._problem(YAML_NOEKKEL, message, start, start + 1, "skriv navnet", route)
            return None
        if not key.isascii():
            key = self._tidy(key)
        if not key.isprintable():
            from brukerutvalg_cli.register.yamlfeil import strange

            hidden = next(char for char in key if not char.isprintable())
            self._problem(*strange(hidden, start, end), route)
        return key

    def _not_kept(self, key: str | None, event: Any, value: Any, route: Route, depth: int) -> None:
        """A pair without a key, or with one that was there before: the first is what counts."""
        if key is not None:
            self._duplicate(key, event, route)
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

    # Problems

    def _problem(
        self,
        kind: Filfeil,
        message: str,
        start: int,
        end: int,
        help: str,
        route: Route = (),
        label: str = "",
        related: tuple[Related, ...] = (),
    ) -> None:
        place = Place(self.path, span=self.lines.span(start, min(end, len(self.text))))
        emne = ".".join(map(str, route))
        self.problems.append(kind.finding(message, place, label=label, help=help, related=related, emne=emne))
        if len(self.problems) == MAX_PROBLEMS:
            message = f"filen har {MAX_PROBLEMS} feil eller flere; resten vises når disse er rettet"
            self.problems.append(FIL_YAML.finding(message, Place(self.path)))
            raise _Stop

    def _empty(self) -> None:
        help = "fyll den ut, eller slett den"
        self.problems.append(FIL_TOM.finding("filen er tom", Place(self.path), help=help))

    def _duplicate(self, key: str, event: Any, route: Route) -> None:
        first = self.spans.get((*route, key)) if self._collect else None
        related = (Related(Place(self.path, span=first.key), "første gang"),) if first else ()
        self._problem(
            DOBBEL_NOEKKEL,
            f"nøkkelen «{short(key)}» står to ganger",
            event.start_mark.index,
            event.end_mark.index,
            "behold den som er riktig, og slett den andre",
            (*route, key),
            "andre gang",
            related,
        )

    def _merge(self, event: Any, value: Any, route: Route) -> None:
        if not event.implicit[0] or type(value) is AliasEvent:
            return  # a text in quotation marks; or an alias, whose anchor has been told of
        start, end = event.start_mark.index, event.end_mark.index
        message = "«<<» fletter inn noe fra et annet sted, og kan ikke brukes her"
        self._problem(YAML_ANKER, message, start, end, "skriv nøklene og verdiene der de gjelder", route)

    def _properties(self, event: Any, route: Route) -> None:
        """An anchor or a tag in front of a value."""
        start = event.start_mark.index
        if event.anchor is not None and (found := re.compile(_ANCHOR).search(self.text, start)):
            name = found.group()
            self._anchors[event.anchor] = len(self.problems)
            message = f"ankeret «{short(name)}» kan ikke brukes her"
            help = "skriv verdien hvert sted den gjelder; er & en del av teksten, sett den i anførselstegn"
            self._problem(YAML_ANKER, message, found.start(), found.end(), help, route)
        if event.tag is not None and (found := re.compile(_TAG).search(self.text, start)):
            name = found.group()
            message = f"merket «{short(name)}» kan ikke brukes her"
            help = "slett merket; er ! en del av teksten, sett den i anførselstegn"
            self._problem(YAML_MERKE, message, found.start(), found.end(), help, route)

    def _alias(self, event: Any, route: Route) -> None:
        """A use of an anchor belongs to the anchor's problem: one mistake, one message."""
        start, end = event.start_mark.index, event.end_mark.index
        index = self._anchors.get(event.anchor)
        if index is None:
            name = short(f"*{event.anchor}")
            message = f"«{name}» viser til et anker som ikke finnes"
            help = f'er stjernen en del av teksten, sett teksten i anførselstegn: "{name}"'
            self._problem(YAML_ANKER, message, start, end, help, route)
        elif len((anchor := self.problems[index]).related) < MAX_RELATED:
            use = Related(Place(self.path, span=self.lines.span(start, end)), "brukt her")
            self.problems[index] = replace(anchor, related=(*anchor.related, use))

    def _not_text(self, text: str, start: int, end: int | None, route: Route) -> bool:
        """Whether a text has a character that no text has; without an `end`, the text is that of the file."""
        from brukerutvalg_cli.register.yamlfeil import NO_TEXT, strange

        if found := NO_TEXT.search(text):
            at = start if end is not None else found.start()
            self._problem(*strange(found.group(), at, end), route)
        return found is not None
