"""The one YAML front end: bytes in; plain data, every problem with its place, and positions on request out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain, islice
from typing import NamedTuple

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.funn.place import Route
from brukerutvalg_cli.register.filfeil.filer import MAX_BYTES, for_stor
from brukerutvalg_cli.register.tekst import decode
from brukerutvalg_cli.register.tomt import tomme
from brukerutvalg_cli.register.usynlig import usynlige
from brukerutvalg_cli.register.yamldata import Data, NodeSpan, Yamldata
from brukerutvalg_cli.register.yamlproblemer import MAX_PROBLEMS


class Parsed(NamedTuple):
    """What a file says. With any problem in it, `data` is what could be read, and may be None.

    `warnings` are about a file that was read all the same.
    """

    data: Data
    problems: tuple[Finding, ...]
    text: str
    warnings: tuple[Finding, ...] = ()


def parse(path: str, raw: bytes) -> Parsed:
    """Read one file. Never raises: whatever is wrong with the file is among the problems."""
    if len(raw) > MAX_BYTES:
        return Parsed(None, (for_stor(path),), "")
    text, problem = decode(path, raw)
    if problem is not None:
        return Parsed(None, (problem,), text)
    if "<<<<<<<" in text:
        from brukerutvalg_cli.register.yamlfeil import conflict

        if both := conflict(path, text):
            return Parsed(None, (both,), text)
    reader = Yamldata(path, text)
    data = reader.read()
    if not reader.problems.funn:
        warnings = chain(usynlige(path, reader), tomme(path, reader), _kuttede(path, text))
        return Parsed(data, (), text, tuple(islice(warnings, MAX_PROBLEMS)))
    # Again, with positions, for files with problems only: a duplicate can then point at the first.
    reader = Yamldata(path, text, collect=True)
    return Parsed(reader.read(), tuple(reader.problems.funn), text)


def _kuttede(path: str, text: str) -> Iterator[Finding]:
    if " #" in text:
        from brukerutvalg_cli.register.kuttet import kuttede  # late: hardly any file has a sign for it

        yield from kuttede(path, text)


@lru_cache(
    maxsize=8
)  # a command that writes is told of the same places before and after; of a rule set, most often
def spans(text: str) -> Mapping[Route, NodeSpan]:
    """Where each value of a text stands, as far as it can be read."""
    reader = Yamldata("", text, collect=True)
    reader.read()
    return reader.spans
