"""Which keys a model knows at a place: what an unknown key may have been meant for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any, get_args

from pydantic import BaseModel, Tag
from typing_extensions import TypeAliasType

from brukerutvalg_cli.model.post import Post


def noekler_ved(model: Any, steps: Iterable[str | int]) -> list[str]:
    """The keys at a place of a record, in the order of the model.

    The place is pydantic's own location: field names, list positions and tags.
    """
    return list(dict.fromkeys(name for _, m in _ved(model, _navnene(steps)) for name in _fields(m)))


def utgaatte_ved(model: Any, steps: Iterable[str | int]) -> dict[str, str]:
    """The keys that were known at a place, and how each is written now."""
    here = _ved(model, _navnene(steps))
    return {key: now for _, m in here if issubclass(m, Post) for key, now in m.utgaatt.items()}


Tagged = tuple[str | None, type[BaseModel]]


def _navnene(steps: Iterable[str | int]) -> tuple[str, ...]:
    return tuple(step for step in steps if isinstance(step, str))


@lru_cache(
    maxsize=4096
)  # of a file with one unknown key after another, the same places are asked for each of them
def _ved(model: Any, steps: tuple[str, ...]) -> list[Tagged]:
    here = _models(model)
    for step in steps:
        inner = [found for _, m in here for name, found in _fields(m).items() if name == step]
        if inner:
            here = [m for models in inner for m in models]
        elif any(tag == step for tag, _ in here):
            here = [(tag, m) for tag, m in here if tag == step]
    return here


@cache
def _fields(model: type[BaseModel]) -> dict[str, list[Tagged]]:
    """Each key, with every model that its value may be."""
    return {
        field.alias or name: _models(field.rebuild_annotation()) for name, field in model.model_fields.items()
    }


def _models(annotation: Any, tag: str | None = None) -> list[Tagged]:
    """Every model an annotation may hold, with the tag that chooses it."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [(tag, annotation)]
    if isinstance(annotation, TypeAliasType):
        return _models(annotation.__value__, tag)
    found: list[Tagged] = []
    for mark in getattr(annotation, "__metadata__", ()):
        if test := getattr(mark, "proeve", None):  # a test of a record, made when it is asked for
            return [(tag, test)]
    own = next((a.tag for a in getattr(annotation, "__metadata__", ()) if isinstance(a, Tag)), tag)
    for inner in get_args(annotation):
        found += _models(inner, own) if not isinstance(inner, Tag) else []
    return found
