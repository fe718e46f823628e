"""Plain values as Markdown: every character that would mean something is shown as itself."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import Any, NoReturn

# Inside a line; at its beginning (heading, list, rule, the underline of a heading); and at its end.
_SPECIAL = re.compile(r"[\\`*_\[\]|~<>]|&(?=#?\w+;)")
_BEGINNING = re.compile(r" ?(?:[#+\-=]|\d{1,9}[.)](?= |$))")
_END = re.compile(r"(?<= )#+(?= ?$)")
_SPACE = re.compile(r"\s+")
_MAYBE = re.compile(
    r"[\\`*_\[\]|~<>&\n\t\r\v\f\x1c-\x1f\x85\u2028\u2029]|\s\s|^\s?[#+\-=]|^\s?\d{1,9}[.)]|#\s?$"
)

_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}


class Trygg(str):
    """Text that is Markdown already: our own words and dates, and a body that has been through `tekst`.

    Whatever is made of it by other means (upper case, a slice) is a plain value again.
    """

    __slots__ = ()

    def __html__(self) -> str:
        # By this method Jinja and MarkupSafe know what not to escape.
        return self


class Mangler(ABC):
    """What is not there, and says so when it is to be shown."""

    __slots__ = ()

    @abstractmethod
    def si_fra(self) -> NoReturn:
        """Raise the error that names it."""


TOM = Trygg()


def escape(value: str) -> str:
    """A plain value on one line, with nothing in it that Markdown or HTML takes for its own."""
    if not _MAYBE.search(value):
        return value
    value = _SPECIAL.sub(_shown, _SPACE.sub(" ", value))
    if begins := _BEGINNING.match(value):
        mark = begins.end() - 1
        value = f"{value[:mark]}\\{value[mark:]}"
    return _END.sub(r"\\\g<0>", value)


def finalize(value: Any) -> str:
    """What is done with every value that a template prints.

    Raises:
        TypeError: for anything but text and whole numbers. A template prints facts, never a record.
    """
    if isinstance(value, str):
        # Trygg, or what a block or a macro has printed; or a plain value
        return value if hasattr(value, "__html__") else Trygg(escape(value))
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, Mangler):
        value.si_fra()
    raise TypeError("bare tekst og tall kan skrives ut")


def join(values: Iterable[Any], separator: str = "") -> Trygg:
    """Values one after the other, each of them escaped where it is not Markdown already."""
    return Trygg(finalize(separator).join([finalize(value) for value in values]))


def _shown(found: re.Match[str]) -> str:
    return _ENTITIES.get(found[0]) or f"\\{found[0]}"
