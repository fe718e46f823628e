"""Ordforråd: the words of our own in a meeting or a case – keys, and fixed values. They are nobody's secret."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from brukerutvalg_cli.mandat.verdier.navneord import FOLK
from brukerutvalg_cli.mandat.verdier.navneord import ORD as RELATIVE
from brukerutvalg_cli.model.hendelse import Hendelse
from brukerutvalg_cli.model.innmeldt_sak import InnmeldtSak
from brukerutvalg_cli.model.medlem import Medlem
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.sak import Sak
from brukerutvalg_cli.model.utvalg import STANDARD_SIDER, STANDARD_VERV, Utvalg
from brukerutvalg_cli.model.verdier import ANTATT
from brukerutvalg_cli.ord.i_ord import BESTEMT, ORD

# Of a day, and of the number of a case, nothing can be read but when.
_TALL = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,4}[/-]\d{2,4}", re.ASCII)


@cache
def noekler() -> frozenset[str]:
    """Every key there is in a meeting and in a case."""
    return frozenset(name for model in _modeller(Moete, InnmeldtSak) for name in noekler_i(model))


@cache
def alle_noekler() -> frozenset[str]:
    """Those, and the keys of the other files of a council."""
    return noekler() | {name for model in _modeller(Utvalg, Medlem, Hendelse) for name in noekler_i(model)}


@cache
def noekler_i(model: type[BaseModel]) -> frozenset[str]:
    """The keys of one record, as they are written."""
    return frozenset(field.alias or name for name, field in model.model_fields.items())


@cache
def bare_i_saker() -> frozenset[str]:
    """The keys that are a case's, and no meeting's; and those that hold another thing in a meeting."""
    return (noekler_i(Sak) - noekler_i(Moete)) | {"referat"}


@cache
def egne_ord() -> frozenset[str]:
    """What may stand behind a key and says nothing of anybody: ja, orientering, leder, bruker."""
    choices = faste_verdier(Moete, InnmeldtSak)
    named = {"ja", "nei", "ukjent", ANTATT, *STANDARD_VERV, *STANDARD_SIDER, *ORD, *BESTEMT, *FOLK, *RELATIVE}
    return frozenset(choices | named)


def faste_verdier(*models: type[BaseModel]) -> frozenset[str]:
    """The words of which one stands behind some key of these records, or of what is in them."""
    fields = (field for model in _modeller(*models) for field in model.model_fields.values())
    return frozenset(word for field in fields for word in _valgene(field.annotation))


def er_vaart(text: str) -> bool:
    """Whether a value is one of our own words, a day or the number of a case."""
    return text in egne_ord() or _TALL.fullmatch(text) is not None


def _modeller(*models: type[BaseModel]) -> Iterator[type[BaseModel]]:
    seen: list[type[BaseModel]] = []
    left = list(models)
    while left:
        model = left.pop()
        if model not in seen:
            seen.append(model)
            left += [inner for field in model.model_fields.values() for inner in _inni(field.annotation)]
    yield from seen


def _inni(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for each in get_args(annotation):
        yield from _inni(each)


def _valgene(annotation: Any) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    else:
        for each in get_args(annotation):
            yield from _valgene(each)
