"""What `init` tells an editor: each file of a register has its schema, and nothing is fetched from the net."""

from __future__ import annotations

import json
from fnmatch import fnmatchcase
from typing import Any

import pytest

from brukerutvalg_cli.pakkedata import oppsett
from brukerutvalg_cli.referanse.filside import FILER
from brukerutvalg_cli.register.plassering import model_of
from brukerutvalg_cli.register.tree import WorkTree
from smaa_registre import ROOT

OPPSETT: dict[str, Any] = json.loads((oppsett() / ".vscode/settings.json").read_text(encoding="utf-8"))
SKJEMAENE: dict[str, str] = OPPSETT["yaml.schemas"]


def skjema_for(path: str) -> list[str]:
    """The schemas by which an editor reads a file: there `*` is not more than one folder."""
    return [
        schema
        for schema, pattern in SKJEMAENE.items()
        if fnmatchcase(path, pattern) and path.count("/") == pattern.count("/")
    ]


@pytest.mark.parametrize("path", [*WorkTree(ROOT).paths(), "records/utvalg/nav-nytt/saker/2022-028.yaml"])
def test_the_editor_reads_each_file_as_the_program_does(path: str) -> None:
    model = model_of(path)
    assert skjema_for(path) == [f"./schemas/{fil.navn}.json" for fil in FILER if fil.model is model]


def test_every_sort_of_file_is_mapped() -> None:
    assert set(SKJEMAENE) == {f"./schemas/{fil.navn}.json" for fil in FILER}


def test_the_editor_asks_nobody_and_reads_ja_as_a_word() -> None:
    assert OPPSETT["yaml.schemaStore.enable"] is False
    assert OPPSETT["yaml.yamlVersion"] == "1.2"
