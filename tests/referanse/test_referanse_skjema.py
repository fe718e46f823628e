"""The schemas hold for every shipped record, and never refuse in the editor what the program takes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker
from pydantic import TypeAdapter, ValidationError

from brukerutvalg_cli.referanse.filside import FILER, Filbeskrivelse
from brukerutvalg_cli.register.parse import parse
from brukerutvalg_cli.register.plassering import model_of
from brukerutvalg_cli.register.tree import WorkTree
from referansen import SIDER
from smaa_registre import ROOT

SKJEMAER = {fil.navn: json.loads(SIDER[f"schemas/{fil.navn}.json"]) for fil in FILER}
FILENE = [path for path in WorkTree(ROOT).paths() if model_of(path) is not None]


@cache
def skjema(navn: str) -> Draft202012Validator:
    """The schema of one sort of file, itself held up against what a schema may say."""
    Draft202012Validator.check_schema(SKJEMAER[navn])
    return Draft202012Validator(SKJEMAER[navn], format_checker=FormatChecker())


def holder(navn: str, data: Any) -> bool:
    """Whether a record is as its schema says."""
    return skjema(navn).is_valid(data)


class Yaml12(yaml.SafeLoader):
    """What an editor makes of a file: YAML 1.2, where `ja` is a word and `28/22` is one too."""


Yaml12.yaml_implicit_resolvers = {}

for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    Yaml12.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first)


def i_redigeringsprogrammet(text: str) -> Any:
    return json.loads(json.dumps(yaml.load(text, Yaml12)))  # keys become text, as in JSON


def slag(path: str) -> Filbeskrivelse:
    return next(fil for fil in FILER if fil.model is model_of(path))


def lest(path: str) -> tuple[str, Any]:
    text = (ROOT / path).read_text(encoding="utf-8")
    return text, parse(path, text.encode()).data


@pytest.mark.parametrize("path", FILENE)
def test_every_shipped_record_is_as_its_schema_says(path: str) -> None:
    text, data = lest(path)
    up = "../" * path.count("/")
    assert text.startswith(f"# yaml-language-server: $schema={up}schemas/{slag(path).navn}.json\n")
    assert holder(slag(path).navn, data)
    assert holder(slag(path).navn, i_redigeringsprogrammet(text))


def steder(data: Any, way: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield way
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, item in pairs:
        yield from steder(item, (*way, step))


def med(data: Any, way: tuple[str | int, ...], change: Callable[[Any, Any], None]) -> Any:
    """A copy with a change made in the container where the last step of the way leads.

    Of a list on the way the other items are left out: whether they are right does not depend on this one, and to
    judge them again for each change is what takes time.
    """
    step, *rest = way
    copy = data.copy()
    if not rest:
        change(copy, step)
    elif isinstance(data, list):
        return [med(data[int(step)], tuple(rest), change)]
    else:
        copy[step] = med(data[step], tuple(rest), change)
    return copy


def satt(value: Any) -> Callable[[Any, Any], None]:
    return lambda where, step: where.__setitem__(step, value)


@cache
def leser(navn: str) -> TypeAdapter[Any]:
    return TypeAdapter(next(fil.model for fil in FILER if fil.navn == navn))


def feilene(navn: str, data: Any) -> set[str]:
    """What the program says is wrong, by type."""
    try:
        leser(navn).validate_python(data)
    except ValidationError as error:
        return {problem["type"] for problem in error.errors()}
    return set()


SAKER = {"regel": "hyppighet", "hva": "sak", "minst": 1, "per": "kalenderaar"}


@pytest.mark.parametrize(
    ("provision", "right"),
    [
        ({"regel": "frist", "hva": "referat", "senest": "3 veker", "etter": "moete"}, True),
        ({"regel": "frist", "hva": "referat", "senest": "snart", "etter": "moete"}, False),
        ({"regel": "krav", "hver": "moete", "skal_ha": {"aapent": "ja"}}, True),
        ({"regel": "krav", "hver": "moete", "skal_ha": {"fullmakt": "ja"}}, False),
        ({"regel": "krav", "skal_ha": {"aapent": "ja"}}, False),
        ({"regel": "krav", "hver": "stein", "skal_ha": {}}, False),
        ({"regel": "finnes-ikke"}, False),
        ({"regel": "ingen"}, True),
        ({}, True),
        ({"regel": "sammensetning", "blant": "medlemmer", "plasser": [{"minst": "40 %"}]}, True),
        ({"regel": "sammensetning", "blant": "medlemmer", "plasser": [{"antall": [6, 8]}]}, True),
        ({"regel": "sammensetning", "blant": "medlemmer", "plasser": [{"minst": {"2-3": 1, "9": 4}}]}, True),
        ({"regel": "sammensetning", "blant": "medlemmer", "plasser": [{"minst": "mange"}]}, False),
        (SAKER | {"der": {"tema": "budsjett"}}, True),
        (SAKER | {"der": "ukjent"}, False),
    ],
)
def test_a_provision_is_judged_by_its_own_kind(provision: dict[str, Any], right: bool) -> None:
    common = {"id": "en", "avsnitt": "A", "styrke": "skal", "tekst": "T"}
    whole = {"tittel": "T", "type": "mandat", "datert": 2024, "maalform": "nb"}
    assert holder("regelverk", whole | {"bestemmelser": [common | provision]}) is right
