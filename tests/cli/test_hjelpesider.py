"""Every help page shows how the command is used: two or three examples, each of a command there is."""

from __future__ import annotations

import re

import pytest

from brukerutvalg_cli.cli.app import Verbgruppe, program
from brukerutvalg_cli.cli.klikk import Command, Context
from smaa_registre import ROOT

SIDER = re.split(r"^## ", (ROOT / "docs/kommandoer.md").read_text(encoding="utf-8"), flags=re.M)[1:]


@pytest.mark.parametrize("side", SIDER, ids=[side.partition("\n")[0] for side in SIDER])
def test_it_begins_with_two_or_three_examples(side: str) -> None:
    name = side.partition("\n")[0]
    _, _, after = side.partition("Eksempler:\n")
    examples = [line.strip() for line in after.partition("\n\n")[0].splitlines()]
    assert 2 <= len(examples) <= 3
    verb = [word for word in name.split() if word != "brukerutvalg"]
    assert all(word in each.split() for each in examples for word in verb)


def test_no_command_demands_an_argument_before_it_has_begun() -> None:
    """What is missing is asked for on a terminal; a parser that demands it would refuse it there, too."""

    def demanded(command: Command, ctx: Context) -> list[str]:
        if isinstance(command, Verbgruppe):
            inner = [(name, command.get_command(ctx, name)) for name in command.list_commands(ctx)]
            return [
                f"{name} {found}"
                for name, each in inner
                if each
                for found in demanded(each, Context(each, parent=ctx, info_name=name))
            ]
        return [str(param.name) for param in command.params if param.required]

    top = program()
    assert demanded(top, Context(top, info_name="brukerutvalg")) == []
