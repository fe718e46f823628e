"""What we use of Typer's insides lies in one file; and what would be lost if a name in it were gone, is said here."""

from __future__ import annotations

import ast
import re

import pytest

from brukerutvalg_cli.cli import klikk
from smaa_registre import ROOT

SRC = ROOT / "src" / "brukerutvalg_cli"
TAPES = {
    "BadParameter": "a value that is refused is said in Norwegian",
    "ClickException": "every refusal becomes exit code 2",
    "Command": "the help pages, the completion and the reference walk through the commands",
    "CompletionItem": "what the shell is offered",
    "Context": "a verb knows which register it is about",
    "HelpFormatter": "the help pages are laid out",
    "MissingParameter": "an argument that is missing is said in Norwegian",
    "NoArgsIsHelpError": "a group alone shows its help",
    "NoSuchOption": "a misspelt option is told what was meant",
    "Parameter": "the help says what each argument is",
    "TyperChoice": "a word that is none of the choices is told which there are",
    "UsageError": "wrong usage is said in Norwegian, with the usage",
    "installer_fullfoering": "completion can be switched on",
    "kan_fullfoeres_i": "a shell that cannot be answered is told so",
    "svar_skallet": "completion answers",
}
"""Each name, and what nobody would have without it."""
ANDRES = {"register/yamldata.py": {"yaml._yaml"}}
"""Private modules of other libraries: libyaml's own parser, which PyYAML hands on under no public name."""


@pytest.mark.parametrize("navn", klikk.__all__)
def test_every_name_is_there_and_somebody_needs_it(navn: str) -> None:
    assert hasattr(klikk, navn), f"without it: {TAPES[navn]}"
    assert TAPES[navn]
    users = [
        p
        for p in SRC.rglob("*.py")
        if p.name != "klikk.py" and re.search(rf"\b{navn}\b", p.read_text("utf-8"))
    ]
    assert users, f"nobody uses {navn}"


def test_no_other_file_looks_into_a_library() -> None:
    for path in SRC.rglob("*.py"):
        where = path.relative_to(SRC).as_posix()
        nodes = [
            n for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.ImportFrom)
        ]
        private = {
            n.module for n in nodes if n.module and re.search(r"(^|\.)_\w", n.module.replace("__", ""))
        }
        allowed = ANDRES.get(where, set()) | (
            {m for m in private if m.startswith("typer.")} if where == "cli/klikk.py" else set()
        )
        assert private <= allowed, where
