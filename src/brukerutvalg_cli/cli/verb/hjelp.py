"""The verb `hjelp`: the commands on one screen, or what one of them does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from brukerutvalg_cli.cli.app import Verbgruppe
    from brukerutvalg_cli.cli.klikk import Context


def hjelp(
    ctx: typer.Context,
    hva: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="KOMMANDO", help="En kommando, en gruppe av dem, eller «alt». Ellers: alle på én skjerm."
        ),
    ] = None,
) -> None:
    """Viser alle kommandoene på én skjerm, eller hva en av dem gjør og hvordan den brukes.

    Eksempler:
      brukerutvalg hjelp
      brukerutvalg hjelp sak ny
      brukerutvalg hjelp alt
    """
    from brukerutvalg_cli.cli.utskrift import vis_tekst

    top = ctx.find_root()
    vis_tekst(_siden(top, hva or []) + "\n")


def _siden(top: Context, said: Sequence[str]) -> str:
    """The page that was asked for.

    Raises:
        UsageError: when there is no such command.
    """
    from brukerutvalg_cli.cli.app import Verbgruppe
    from brukerutvalg_cli.cli.grupper import i_grupper
    from brukerutvalg_cli.forslag import fold

    whole = top.command
    assert isinstance(whole, Verbgruppe)
    groups = i_grupper(whole.list_commands(top))
    word = fold(" ".join(said))
    if word == "alt":
        return _liste(top, whole, groups)
    if named := {group: names for group, names in groups.items() if word and fold(group) == word}:
        return _liste(top, whole, named)
    return _kommandoen(top, said).get_help()


def _liste(top: Context, whole: Verbgruppe, groups: Mapping[str, Sequence[str]]) -> str:
    """What each command of these groups does; of all of them, the options before the command too."""
    from brukerutvalg_cli.cli.hjelp import Hjelpeside, write_summaries

    formatter = Hjelpeside.for_context(top)
    if len(groups) > 1:
        whole.format_own_options(top, formatter)
    verbs = dict(whole.commands_of(top))
    for group, names in groups.items():
        write_summaries(group, [(name, verbs[name]) for name in names], formatter)
    return formatter.getvalue().strip("\n")


def _kommandoen(top: Context, said: Sequence[str]) -> Context:
    """The command that the words name, one within the other; without words, the program."""
    from brukerutvalg_cli.cli.app import Verbgruppe
    from brukerutvalg_cli.cli.klikk import Context

    ctx = top
    for word in said:
        if not isinstance(ctx.command, Verbgruppe):
            break
        name, command, _ = ctx.command.resolve_command(ctx, [word])
        ctx = Context(command, parent=ctx, info_name=name)
    return ctx
