"""Yamlproblemer: what is wrong in one text of YAML, gathered with its places while the text is read."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from yaml.events import AliasEvent

from brukerutvalg_cli.funn.finding import Finding, Related
from brukerutvalg_cli.funn.place import Place, Route, Span
from brukerutvalg_cli.register.filfeil.filer import FIL_TOM
from brukerutvalg_cli.register.filfeil.skrivemaate import DOBBEL_NOEKKEL, FIL_YAML, YAML_ANKER, YAML_MERKE
from brukerutvalg_cli.register.filfeil.slag import Filfeil
from brukerutvalg_cli.register.linjer import Lines, short

MAX_PROBLEMS = 100
"""A file with more than this is not mended line by line, and an ill-meant one must not fill the memory."""
MAX_RELATED = 5
"""So many uses of one anchor are shown."""

_ANCHOR = r"&[^\s,\[\]{}]+"
_TAG = r"![^\s,\[\]{}]*"


class Stop(Exception):
    """There is no reading on: too deep, or too many problems."""


class Yamlproblemer:
    """The problems of one text, in the order they are met. One mistake is one of them."""

    def __init__(self, path: str, lines: Lines) -> None:
        self.funn: list[Finding] = []
        self.viser_til_seg_selv = False
        """Whether what stands in one place is also said to stand in another: then the nodes of it are no tree."""
        self._path = path
        self._lines = lines
        self._anchors: dict[str, int] = {}

    def add(
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
        """One more problem, from one index to another.

        Raises:
            Stop: when there are too many.
        """
        place = Place(self._path, span=self._lines.span(start, min(end, len(self._lines.text))))
        emne = ".".join(map(str, route))
        self.funn.append(kind.finding(message, place, label=label, help=help, related=related, emne=emne))
        if len(self.funn) == MAX_PROBLEMS:
            message = f"fila har {MAX_PROBLEMS} feil eller flere; resten vises når disse er rettet"
            self.funn.append(FIL_YAML.finding(message, Place(self._path)))
            raise Stop

    def empty(self) -> None:
        """Nothing is said in the file."""
        help = "fyll den ut, eller slett den"
        self.funn.append(FIL_TOM.finding("fila er tom", Place(self._path), help=help))

    def duplicate(self, key: str, event: Any, route: Route, first: Span | None) -> None:
        """A key that was there before; `first`: where, when that is known."""
        related = (Related(Place(self._path, span=first), "første gang"),) if first else ()
        self.add(
            DOBBEL_NOEKKEL,
            f"nøkkelen «{short(key)}» står to ganger",
            event.start_mark.index,
            event.end_mark.index,
            "behold den som er riktig, og slett den andre",
            route,
            "andre gang",
            related,
        )

    def merge(self, event: Any, value: Any, route: Route) -> None:
        """A key that would take in what stands elsewhere."""
        if not event.implicit[0] or type(value) is AliasEvent:
            return  # a text in quotation marks; or an alias, whose anchor has been told of
        start, end = event.start_mark.index, event.end_mark.index
        message = "«<<» fletter inn noe fra et annet sted, og kan ikke brukes her"
        self.add(YAML_ANKER, message, start, end, "skriv nøklene og verdiene der de gjelder", route)

    def properties(self, event: Any, route: Route) -> None:
        """An anchor or a tag in front of a value."""
        start = event.start_mark.index
        if event.anchor is not None and (found := re.compile(_ANCHOR).search(self._lines.text, start)):
            name = found.group()
            self._anchors[event.anchor] = len(self.funn)
            message = f"ankeret «{short(name)}» kan ikke brukes her"
            help = "skriv verdien hvert sted den gjelder; er & en del av teksten, sett den i anførselstegn"
            self.add(YAML_ANKER, message, found.start(), found.end(), help, route)
        if event.tag is not None and (found := re.compile(_TAG).search(self._lines.text, start)):
            name = found.group()
            message = f"merket «{short(name)}» kan ikke brukes her"
            help = "slett merket; er ! en del av teksten, sett den i anførselstegn"
            self.add(YAML_MERKE, message, found.start(), found.end(), help, route)

    def alias(self, event: Any, route: Route) -> None:
        """A use of an anchor belongs to the anchor's problem: one mistake, one message."""
        self.viser_til_seg_selv = True
        start, end = event.start_mark.index, event.end_mark.index
        index = self._anchors.get(event.anchor)
        if index is None:
            name = short(f"*{event.anchor}")
            message = f"«{name}» viser til et anker som ikke finnes"
            help = f'er stjernen en del av teksten, sett teksten i anførselstegn: "{name}"'
            self.add(YAML_ANKER, message, start, end, help, route)
        elif len((anchor := self.funn[index]).related) < MAX_RELATED:
            use = Related(Place(self._path, span=self._lines.span(start, end)), "brukt her")
            self.funn[index] = replace(anchor, related=(*anchor.related, use))

    def not_text(self, text: str, start: int, end: int | None, route: Route) -> bool:
        """Whether a text has a character that no text has; without an `end`, the text is that of the file."""
        from brukerutvalg_cli.register.yamlfeil import NO_TEXT, strange

        if found := NO_TEXT.search(text):
            at = start if end is not None else found.start()
            self.add(*strange(found.group(), at, end), route)
        return found is not None
