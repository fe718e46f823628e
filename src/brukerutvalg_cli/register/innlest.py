"""Innlest: one file as it was read – the record, and what is wrong with the file."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any, NamedTuple

from pydantic import TypeAdapter, ValidationError

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.model.post import Filpost
from brukerutvalg_cli.register.parse import parse
from brukerutvalg_cli.register.plassering import model_of
from brukerutvalg_cli.register.tree import Tree


class Innlest(NamedTuple):
    """One file as it was read: the record, None where there is none, and what is wrong with the file or could be."""

    raw: bytes
    record: Any
    problems: tuple[Finding, ...]


def les(tree: Tree, path: str) -> tuple[Any, tuple[Finding, ...]]:
    """The record, None where there is none, and what is wrong with the file or could be."""
    raw = tree.read(path)
    return (None, (raw,)) if isinstance(raw, Finding) else posten(path, raw)


@lru_cache(maxsize=1024)
def posten(path: str, raw: bytes) -> tuple[Any, tuple[Finding, ...]]:
    """What a file holds: the record, None where there is none, and what is wrong with the file or could be.

    Kept, as one run reads the register more than once: to judge, to change, to judge again. A record is never changed.
    """
    model = model_of(path)
    parsed = parse(path, raw)
    if parsed.problems:
        return None, parsed.problems
    try:
        record = _adapter(model).validate_python(parsed.data)
    except ValidationError as error:
        # Late, as all that is only for what is wrong: most runs find every file in order.
        from brukerutvalg_cli.register.eldre_skrivemaate import lest_som_foer
        from brukerutvalg_cli.register.modellfeil import modellfeil

        older = (
            lest_som_foer(_adapter(model), model, path, parsed.data, error) if model is Regelverk else None
        )
        if older is None:
            return None, modellfeil(path, parsed.data, error, model)
        record, told = older
        return record.som_eldre().lagt_i(path), (*parsed.warnings, *told)
    return (record.lagt_i(path) if isinstance(record, Filpost) else record), parsed.warnings


@cache
def _adapter(model: Any) -> TypeAdapter[Any]:
    return TypeAdapter(model)
