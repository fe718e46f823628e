"""Slag: what a word in a file may name. The field says so by a mark, and one reader finds every such word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel

from brukerutvalg_cli.funn.place import Route
from brukerutvalg_cli.model.post import Post


class Slag(Enum):
    """What a name names."""

    PERSON = auto()
    ORGANISASJON = auto()
    UTVALG = auto()
    SAK = auto()
    MOETE = auto()
    REGELVERK = auto()
    BESTEMMELSE = auto()
    VERV = auto()
    SIDE = auto()
    SAKGRUPPE = auto()
    GRUPPE = auto()
    FUNKSJON = auto()
    ORDNING = auto()
    MOTTAKER = auto()
    HENDELSE = auto()
    NIVAA = auto()
    DEL = auto()
    INNDELING = auto()


@dataclass(frozen=True)
class Navngir:
    """Marks a field whose words are names: of these sorts, or one of the language's own words, `ord`."""

    slag: tuple[Slag, ...]
    ord: frozenset[str] = frozenset()


class Nevnt(NamedTuple):
    """A name as it stands in a record: the way to it, the name, and what it may be a name of."""

    rute: Route
    navn: str
    nevner: Navngir


def nevnt_i(post: Post, ellers: Mapping[str, Navngir] | None = None) -> Iterator[Nevnt]:
    """Every name in a record and in its parts. `ellers`: the marks of the fields of a test of a record, by key."""
    by_key = (ellers or {}) if hasattr(post, "om") else {}
    for name, key, mark in _felter(type(post)):
        value = getattr(post, name)
        if value is not None:
            yield from _i(value, (key,), mark or by_key.get(key), ellers)


def _i(
    value: Any, rute: Route, mark: Navngir | None, ellers: Mapping[str, Navngir] | None
) -> Iterator[Nevnt]:
    if isinstance(value, str):
        if mark:
            yield Nevnt(rute, value, mark)
    elif isinstance(value, Post) and (unwritten := getattr(value, "uskrevet", "")):
        for name in type(value).model_fields:
            yield from _i(getattr(value, name), rute if name == unwritten else (*rute, name), mark, ellers)
    elif isinstance(value, Post):
        yield from (each._replace(rute=(*rute, *each.rute)) for each in nevnt_i(value, ellers))
    elif isinstance(value, tuple):
        for nr, each in enumerate(value):
            yield from _i(each, (*rute, nr), mark, ellers)


@cache
def _felter(model: type[BaseModel]) -> tuple[tuple[str, str, Navngir | None], ...]:
    """Each field that can hold a word or a record: its attribute, its key and its mark."""
    return tuple(
        (name, info.alias or name, merket(info.rebuild_annotation()))
        for name, info in model.model_fields.items()
        if _kan_nevne(info.annotation)
    )


def merket(annotation: Any) -> Navngir | None:
    """The mark on a type, wherever in it that stands; the outermost of several."""
    for each in (*reversed(getattr(annotation, "__metadata__", ())), *get_args(annotation)):
        if isinstance(each, Navngir):
            return each
        if found := merket(each):
            return found
    return None


def _kan_nevne(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, (str, BaseModel)):
        return True
    return any(map(_kan_nevne, get_args(annotation)))
