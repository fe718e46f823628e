"""The program: its verbs in one table, the options before the verb, and what no verb at all says."""

from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer
from typer.core import TyperGroup
from typer.main import get_command, get_command_from_info
from typer.models import CommandInfo

from brukerutvalg_cli import __version__
from brukerutvalg_cli.cli import PROGRAM
from brukerutvalg_cli.cli.grupper import i_grupper
from brukerutvalg_cli.cli.hjelp import NorwegianHelp, Verb, write_groups, write_summaries
from brukerutvalg_cli.cli.klikk import Command, Context, HelpFormatter, UsageError
from brukerutvalg_cli.cli.options import GlobalOptions
from brukerutvalg_cli.cli.vakt import linje_for_linje

ORIENTATION = f"""\
{PROGRAM} {__version__} holder registeret til et brukerutvalg opp mot mandatet og skriver dokumentene.

  brukerutvalg init MAPPE                           Lag et nytt register.
  brukerutvalg status                               Hva må jeg gjøre nå?
  brukerutvalg valider                              Er alt i registeret slik mandatet vil ha det?
  brukerutvalg moeteplan nav-vestland 2027          Finn møtedager som holder mandatet.
  brukerutvalg sak ny nav-vestland                  Meld inn en sak.
  brukerutvalg innkalling nav-vestland neste        Skriv innkallingen til neste møte.
  brukerutvalg oppmoete nav-vestland siste          Før hvem som kom.
  brukerutvalg referat nav-vestland siste           Skriv referatet fra siste møte.
  brukerutvalg valgbar nav-vestland                 Hvem kan sitte videre, og hvor lenge?
  brukerutvalg forklar sammensetning                Hva sier regelen, og hvordan retter du?

Her er ikke noe register. Det er nærmeste mappe oppover med «records/» i, eller den du navngir med --rot.
Neste steg: brukerutvalg hjelp
"""


class VerbEntry(NamedTuple):
    """Where a verb is: its module holds a function of that name, `_` for `-`. An alias answers, but is not shown.

    A verb with `verb` of its own (`sak ny`) is a group: `module` is then the folder they are in, and
    the docstring of its function `gruppe` the help.
    """

    name: str
    module: str
    alias: str = ""
    verb: tuple[str, ...] = ()

    @property
    def function(self) -> str:
        """The name of the function in the module; `_` behind what is a word of Python's own."""
        name = "gruppe" if self.verb else self.name.replace("-", "_")
        return f"{name}_" if iskeyword(name) else name

    @property
    def inner(self) -> tuple["VerbEntry", ...]:
        """The verbs of a group: each in the module of its name."""
        return tuple(VerbEntry(name, f"{self.module}.{name.replace('-', '_')}") for name in self.verb)


VERBS: tuple[VerbEntry, ...] = (
    VerbEntry("valider", "brukerutvalg_cli.cli.verb.valider", alias="validate"),
    VerbEntry("forklar", "brukerutvalg_cli.cli.verb.forklar", alias="explain"),
    VerbEntry("init", "brukerutvalg_cli.cli.verb.init"),
    VerbEntry("hjelp", "brukerutvalg_cli.cli.verb.hjelp", alias="help"),
    VerbEntry("vis", "brukerutvalg_cli.cli.verb.vis", alias="show"),
    VerbEntry("historikk", "brukerutvalg_cli.cli.verb.historikk", alias="history"),
    VerbEntry("endringer", "brukerutvalg_cli.cli.verb.endringer", alias="changes"),
    VerbEntry("som-det-var", "brukerutvalg_cli.cli.verb.som_det_var"),
    VerbEntry("status", "brukerutvalg_cli.cli.verb.status"),
    VerbEntry("frister", "brukerutvalg_cli.cli.verb.frister"),
    VerbEntry("regelverk", "brukerutvalg_cli.cli.verb.regelverk"),
    VerbEntry("valgbar", "brukerutvalg_cli.cli.verb.valgbar"),
    VerbEntry("sjekk-valg", "brukerutvalg_cli.cli.verb.sjekk_valg"),
    VerbEntry("innkalling", "brukerutvalg_cli.cli.verb.innkalling"),
    VerbEntry("referat", "brukerutvalg_cli.cli.verb.referat"),
    VerbEntry("dokumenter", "brukerutvalg_cli.cli.verb.dokumenter"),
    VerbEntry("moeteplan", "brukerutvalg_cli.cli.verb.moeteplan"),
    VerbEntry("moete", "brukerutvalg_cli.cli.verb.moete", verb=("ny", "endre", "foer", "gjenaapne")),
    VerbEntry(
        "sak",
        "brukerutvalg_cli.cli.verb.sak",
        verb=(
            "ny",
            "til-moete",
            "ta-opp",
            "forslag",
            "foer",
            "utsett",
            "oversend",
            "svar",
            "referert",
        ),
    ),
    VerbEntry("sakliste", "brukerutvalg_cli.cli.verb.sakliste"),
    VerbEntry("sendt", "brukerutvalg_cli.cli.verb.sendt"),
    VerbEntry("flytt", "brukerutvalg_cli.cli.verb.flytt"),
    VerbEntry("avlys", "brukerutvalg_cli.cli.verb.avlys"),
    VerbEntry("oppmoete", "brukerutvalg_cli.cli.verb.oppmoete"),
    VerbEntry("valg", "brukerutvalg_cli.cli.verb.valg"),
    VerbEntry("oppfoelging", "brukerutvalg_cli.cli.verb.oppfoelging", verb=("ny", "ferdig", "liste")),
    VerbEntry("vedtak", "brukerutvalg_cli.cli.verb.vedtak"),
    VerbEntry("godkjenn", "brukerutvalg_cli.cli.verb.godkjenn"),
    VerbEntry("publisert", "brukerutvalg_cli.cli.verb.publisert"),
    VerbEntry("person", "brukerutvalg_cli.cli.verb.person", verb=("ny", "liste", "alle")),
    VerbEntry("organisasjon", "brukerutvalg_cli.cli.verb.organisasjon", verb=("ny",)),
    VerbEntry("oppnevn", "brukerutvalg_cli.cli.verb.oppnevn"),
    VerbEntry("avslutt", "brukerutvalg_cli.cli.verb.avslutt"),
    VerbEntry("erstatt", "brukerutvalg_cli.cli.verb.erstatt"),
    VerbEntry("permisjon", "brukerutvalg_cli.cli.verb.permisjon"),
    VerbEntry("runde", "brukerutvalg_cli.cli.verb.runde"),
    VerbEntry("kontaktperson", "brukerutvalg_cli.cli.verb.kontaktperson"),
    VerbEntry("antatt", "brukerutvalg_cli.cli.verb.antatt", verb=("vis", "foer", "bekreft")),
    VerbEntry("opplaering", "brukerutvalg_cli.cli.verb.opplaering"),
    VerbEntry("hendelse", "brukerutvalg_cli.cli.verb.hendelse", verb=("ny",)),
    VerbEntry("bekreft", "brukerutvalg_cli.cli.verb.bekreft"),
    VerbEntry("avvik", "brukerutvalg_cli.cli.verb.avvik", verb=("ny",)),
    VerbEntry("endre", "brukerutvalg_cli.cli.verb.endre"),
    VerbEntry("slett", "brukerutvalg_cli.cli.verb.slett", alias="trekk"),
    VerbEntry("legg-til", "brukerutvalg_cli.cli.verb.legg_til"),
    VerbEntry("angre", "brukerutvalg_cli.cli.verb.angre"),
    VerbEntry("lagre", "brukerutvalg_cli.cli.verb.lagre", alias="save"),
    VerbEntry("del", "brukerutvalg_cli.cli.verb.deling", alias="share"),
    VerbEntry("grunnlinje", "brukerutvalg_cli.cli.verb.grunnlinje", verb=("skriv", "vis")),
    VerbEntry("flett", "brukerutvalg_cli.cli.verb.flett"),
    VerbEntry("krok", "brukerutvalg_cli.cli.verb.krok"),
    VerbEntry("doctor", "brukerutvalg_cli.cli.verb.doctor"),
)


class Verbgruppe(NorwegianHelp, TyperGroup):
    """Several verbs under one name. A verb is imported when it is asked for, so that it costs only itself."""

    verbs: Sequence[VerbEntry] = ()

    def list_commands(self, ctx: Context) -> list[str]:
        return [verb.name for verb in self.verbs]

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        for verb in self.verbs:
            if cmd_name in {verb.name, verb.alias}:
                if verb.verb:
                    return _group(verb)
                command = _command(verb.name, getattr(import_module(verb.module), verb.function))
                return command if ctx.resilient_parsing is False else _fullfoert(command)
        return None

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str, Command, list[str]]:
        command = self.get_command(ctx, args[0])
        if command is None or command.name is None:
            command = self._ment(ctx, args[0])
        return command.name or "", command, args[1:]

    def _ment(self, ctx: Context, word: str) -> Command:
        """The command that a word is said for, where it can only be one.

        Raises:
            UsageError: where it may be several, or none.
        """
        from brukerutvalg_cli.cli.feilmeldinger import unknown_verb
        from brukerutvalg_cli.cli.grupper import mente

        known = self.list_commands(ctx)
        meant = mente(word, known)
        command = self.get_command(ctx, meant[0]) if len(meant) == 1 else None
        if command is None:
            raise UsageError(unknown_verb(word, known, meant), ctx)
        return command

    def collect_usage_pieces(self, ctx: Context) -> list[str]:
        return ["[VALG]", "KOMMANDO ..."]

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        grouped = i_grupper(self.list_commands(ctx)) if ctx.parent is None else {}
        if grouped:
            write_groups(grouped, self.get_params(ctx), formatter)
            return
        self.format_own_options(ctx, formatter)
        write_summaries("Kommandoer", self.commands_of(ctx), formatter)

    def format_own_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        """The options before the command."""
        super().format_options(ctx, formatter)

    def commands_of(self, ctx: Context) -> list[tuple[str, Command]]:
        """Its commands by name."""
        verbs = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        return [(name, verb) for name, verb in verbs if verb is not None]


def program(verbs: Sequence[VerbEntry] = VERBS) -> Verbgruppe:
    """The whole command line, built from a table of verbs."""
    return _built(brukerutvalg, PROGRAM, tuple(verbs), alone=True)


def _group(entry: VerbEntry) -> Verbgruppe:
    return _built(getattr(import_module(entry.module), entry.function), entry.name, entry.inner, alone=False)


@cache  # as for a verb; and one process may be given many command lines
def _built(
    function: Callable[..., None], name: str, verbs: tuple[VerbEntry, ...], *, alone: bool
) -> Verbgruppe:
    """A group with this function for its help and options. `alone`: whether it says something without a verb."""
    app = typer.Typer(
        cls=Verbgruppe, rich_markup_mode=None, add_completion=False, pretty_exceptions_enable=False
    )
    app.callback(invoke_without_command=alone, no_args_is_help=not alone)(function)
    command = get_command(app)
    assert isinstance(command, Verbgruppe)
    command.name, command.verbs = name, verbs
    return command


@cache  # Typer reads the whole signature, and one command line may ask for a verb again
def _command(name: str, function: Callable[..., Any]) -> Command:
    info = CommandInfo(name=name, cls=Verb, callback=function)
    return get_command_from_info(info, pretty_exceptions_short=False, rich_markup_mode=None)


def _fullfoert(command: Command) -> Command:
    from brukerutvalg_cli.cli.fullfoering import lag

    return lag(command)


def _slaa_paa_fullfoering(wanted: bool) -> None:
    if wanted:
        from brukerutvalg_cli.cli.fullfoering import slaa_paa

        slaa_paa()


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
            help="Mappa registeret ligger i. Ellers: nærmeste mappe oppover med «records/» i.",
        ),
    ] = None,
    enkel: Annotated[
        bool,
        typer.Option(
            "--enkel",
            envvar="BRUKERUTVALG_ENKEL",
            help="For skjermleser: hele setninger, ingen rammer og merker.",
        ),
    ] = False,
    version: Annotated[
        bool,
        typer.Option(
            "--version", is_eager=True, callback=_print_version, help="Vis hvilken versjon dette er."
        ),
    ] = False,
    fullfoering: Annotated[
        bool,
        typer.Option(
            "--install-completion",
            is_eager=True,
            callback=_slaa_paa_fullfoering,
            help="La skallet fylle ut kommandoer, utvalg, møter og personer når du trykker tabulator.",
        ),
    ] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help="Vis hele sporet når programmet selv feiler.")
    ] = False,
) -> None:
    """Holder registeret til et brukerutvalg opp mot mandatet, og skriver papirene.

    Eksempler:
      brukerutvalg status
      brukerutvalg innkalling nav-vestland neste
    """
    # `version` was answered by its callback; `debug` is read by run(), which also meets earlier failures.
    ctx.obj = GlobalOptions(rot=rot, enkel=enkel)
    if enkel:
        linje_for_linje()
    if ctx.invoked_subcommand is None:
        from brukerutvalg_cli.cli.uten_verb import hva_naa

        typer.echo(hva_naa(ctx) or ORIENTATION, nl=False)
