"""The program: its verbs in one table, the options before the verb, and what no verb at all says."""

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Annotated, NamedTuple

import typer
from typer._click.core import Command, Context
from typer._click.exceptions import UsageError
from typer._click.formatting import HelpFormatter
from typer.core import TyperGroup
from typer.main import get_command, get_command_from_info
from typer.models import CommandInfo

from brukerutvalg_cli import __version__
from brukerutvalg_cli.cli.hjelp import NorwegianHelp, Verb, write_verbs
from brukerutvalg_cli.cli.options import GlobalOptions

PROGRAM = "brukerutvalg"

ORIENTATION = f"""\
{PROGRAM} {__version__} holder registeret til et brukerutvalg opp mot mandatet og skriver dokumentene.

  brukerutvalg valider                              Er alt i registeret slik mandatet vil ha det?
  brukerutvalg innkalling nav-vestland neste        Skriv innkallingen til neste møte.
  brukerutvalg referat nav-vestland siste           Skriv referatet fra siste møte.
  brukerutvalg regelverk for nav-vestland           Hva er utvalget bundet av, og holdes det?
  brukerutvalg valgbar nav-vestland                 Hvem kan sitte videre, og hvor lenge?
  brukerutvalg sjekk-valg nav-vestland --help       Prøv et valg før det blir gjort.
  brukerutvalg forklar sammensetning                Hva sier regelen, og hvordan retter du?

Registeret er nærmeste mappe oppover med «records/» i, eller den du navngir med --rot.
Neste steg: brukerutvalg --help viser alle kommandoer og valg.
"""


class VerbEntry(NamedTuple):
    """Where a verb is: its module holds a function of that name, `_` for `-`. An alias answers, but is not shown."""

    name: str
    module: str
    alias: str = ""

    @property
    def function(self) -> str:
        """The name of the function in the module."""
        return self.name.replace("-", "_")


VERBS: tuple[VerbEntry, ...] = (
    VerbEntry("valider", "brukerutvalg_cli.cli.valider", alias="validate"),
    VerbEntry("forklar", "brukerutvalg_cli.cli.forklar", alias="explain"),
    VerbEntry("regelverk", "brukerutvalg_cli.cli.regelverk"),
    VerbEntry("valgbar", "brukerutvalg_cli.cli.valgbar"),
    VerbEntry("sjekk-valg", "brukerutvalg_cli.cli.sjekk_valg"),
    VerbEntry("innkalling", "brukerutvalg_cli.cli.innkalling"),
    VerbEntry("referat", "brukerutvalg_cli.cli.referat"),
)


class Program(NorwegianHelp, TyperGroup):
    """The program with its verbs. A verb is imported when it is asked for, so that it costs only itself."""

    verbs: Sequence[VerbEntry] = VERBS

    def list_commands(self, ctx: Context) -> list[str]:
        return [verb.name for verb in self.verbs]

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        for verb in self.verbs:
            if cmd_name in {verb.name, verb.alias}:
                function = getattr(import_module(verb.module), verb.function)
                info = CommandInfo(name=verb.name, cls=Verb, callback=function)
                return get_command_from_info(info, pretty_exceptions_short=False, rich_markup_mode=None)
        return None

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str, Command, list[str]]:
        command = self.get_command(ctx, args[0])
        if command is None or command.name is None:
            from brukerutvalg_cli.cli.feilmeldinger import unknown_verb

            raise UsageError(unknown_verb(args[0], self.list_commands(ctx)), ctx)
        return command.name, command, args[1:]

    def collect_usage_pieces(self, ctx: Context) -> list[str]:
        return ["[VALG]", "KOMMANDO ..."]

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        verbs = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        write_verbs([(name, verb) for name, verb in verbs if verb is not None], formatter)


def program(verbs: Sequence[VerbEntry] = VERBS) -> Program:
    """The whole command line, built from a table of verbs."""
    app = typer.Typer(
        cls=Program, rich_markup_mode=None, add_completion=False, pretty_exceptions_enable=False
    )
    app.callback(invoke_without_command=True)(brukerutvalg)
    command = get_command(app)
    assert isinstance(command, Program)
    command.verbs = verbs
    return command


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"{PROGRAM} {__version__}")
        raise typer.Exit


def brukerutvalg(
    ctx: typer.Context,
    rot: Annotated[
        Path | None,
        typer.Option(
            "--rot",
            metavar="MAPPE",
            exists=True,
            file_okay=False,
            help="Mappen registeret ligger i. Ellers: nærmeste mappe oppover med «records/» i.",
        ),
    ] = None,
    version: Annotated[
        bool,
        typer.Option(
            "--version", is_eager=True, callback=_print_version, help="Vis hvilken versjon dette er."
        ),
    ] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help="Vis hele sporet når programmet selv feiler.")
    ] = False,
) -> None:
    """Holder registeret til et brukerutvalg opp mot mandatet, og skriver innkalling og referat.

    Eksempler:
      brukerutvalg valider
      brukerutvalg innkalling nav-vestland neste
      brukerutvalg forklar sammensetning
    """
    # `version` was answered by its callback; `debug` is read by run(), which also meets earlier failures.
    ctx.obj = GlobalOptions(rot=rot)
    if ctx.invoked_subcommand is None:
        typer.echo(ORIENTATION, nl=False)
