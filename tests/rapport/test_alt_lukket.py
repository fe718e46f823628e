"""What is closed in a file when a change of it is shown: which keys are internal, in each kind of file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from brukerutvalg_cli.rapport.alt_lukket import interne
from brukerutvalg_cli.register.plassering import IN_COUNCIL, IN_FOLDER, TOP, model_of
from smaa_registre import UTVALG

FILER = [
    *(f"records/{name}" for name in TOP),
    *(f"{UTVALG}/{name}" for name in IN_COUNCIL),
    *(f"{UTVALG}/{folder}/x.yaml" for folder in IN_FOLDER),
]


def felter(annotation: Any) -> Iterator[tuple[str, str]]:
    """Every field of a record and of what is in it, with what is said of it."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for name, field in annotation.model_fields.items():
            yield field.alias or name, field.description or ""
            yield from felter(field.annotation)
    for each in get_args(annotation):
        yield from felter(each)


@pytest.mark.parametrize("path", FILER)
def test_what_is_said_to_be_internal_is_closed(path: str) -> None:
    internal = {name for name, told in felter(model_of(path)) if told.startswith("Intern")}
    assert internal <= interne(path)


def test_there_is_something_to_close() -> None:
    assert {name for path in FILER for name, told in felter(model_of(path)) if told.startswith("Intern")} == {
        "merknad"
    }
    assert interne("records/regelverk/m.yaml") == frozenset()
