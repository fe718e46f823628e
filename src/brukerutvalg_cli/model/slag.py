"""Slag: what a word in a file may name. The field says so by a mark, and one reader finds every such word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from types import MappingProxyType
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


INGEN: Mapping[str, Navngir] = MappingProxyType({})


class Nevnt(NamedTuple):
    """A name as it stands in a record: the way to it, the name, and what it may be a name of."""

    rute: Route
    navn: str
    nevner: Navngir


def nevnt_i(post: Post, ellers: Mapping[str, Navngir] = INGEN) -> list[Nevnt]:
    """Every name in a record and in its parts. `ellers`: the marks of the fields of a test of a record, by key."""
    found: list[Nevnt] = []
    _i_posten(post, (), ellers, found)
    return found


# Every value of every provision comes by here: no generators in generators.
def _i_posten(post: Post, rute: Route, ellers: Mapping[str, Navngir], funnet: list[Nevnt]) -> None:
    form = _form(type(post))
    for name, key, mark in form.felter:
        value = getattr(post, name)
        if value is not None:
            _i(value, (*rute, key), mark or (ellers.get(key) if form.er_proeve else None), ellers, funnet)


def _i(
    value: Any, rute: Route, mark: Navngir | None, ellers: Mapping[str, Navngir], funnet: list[Nevnt]
) -> None:
    if isinstance(value, str):
        if mark:
            funnet.append(Nevnt(rute, value, mark))
    elif isinstance(value, tuple):
        for nr, each in enumerate(value):
            _i(each, (*rute, nr), mark, ellers, funnet)
    elif isinstance(value, Post):
        if unwritten := _form(type(value)).uskrevet:
            for name in type(value).model_fields:
                here = rute if name == unwritten else (*rute, name)
                _i(getattr(value, name), here, mark, ellers, funnet)
        else:
            _i_posten(value, rute, ellers, funnet)


class _Form(NamedTuple):
    """What a model is to who looks for names: its fields, the key that nobody writes, whether it is of a record."""

    felter: tuple[tuple[str, str, Navngir | None], ...]
    uskrevet: str
    er_proeve: bool


@cache
def _form(model: type[Post]) -> _Form:
    return _Form(_felter(model), getattr(model, "uskrevet", ""), hasattr(model, "om"))


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
