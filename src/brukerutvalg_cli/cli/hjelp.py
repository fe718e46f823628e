"""Norwegian help pages: what Typer's own would say in English, and examples kept as they were written."""

import inspect
import re
from collections.abc import Mapping, Sequence
from shutil import get_terminal_size
from textwrap import wrap
from typing import Self

from typer.core import TyperArgument, TyperCommand, TyperOption

from brukerutvalg_cli.cli.klikk import Command, Context, HelpFormatter, Parameter, UsageError

BREDEST = 80
"""No line is longer: longer ones are not read."""
SMAL = 60
"""In a narrower window there is no room for two columns."""

VALUES = {
    "<str>": "TEKST",
    "<int>": "TALL",
    "<int range>": "TALL",
    "<float>": "TALL",
    "<float range>": "TALL",
    "<path>": "STI",
    "<file>": "FIL",
    "<directory>": "MAPPE",
}
NOTES = {"default: ": "standard: ", "required": "påkrevd", "env var: ": "miljøvariabel: "}


def argument_name(argument: Parameter) -> str:
    """An argument as the help page and the error messages call it: `UTVALG`."""
    return argument.metavar or (argument.name or "").upper()


class Hjelpeside(HelpFormatter):
    """A help page as wide as the window. Click would have none narrower than 50, and `rich` is not for --help."""

    def __init__(self, width: int) -> None:
        super().__init__(width=width, max_width=width)

    @classmethod
    def for_context(cls, ctx: Context) -> Self:
        """As wide as the context says, else as the window."""
        return cls(ctx.terminal_width or max(20, min(get_terminal_size().columns, BREDEST)))

    def write_text(self, text: str) -> None:
        """Whole words and whole commands. Click would break an option at its hyphens."""
        self._write(" " * self.current_indent, text)

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Beside each other where there is room, else one below the other."""
        margin = " " * self.current_indent
        column = min(max(len(left) for left, _ in rows), col_max) + col_spacing
        for left, right in rows:
            if self.width >= SMAL and len(left) <= column - col_spacing:
                self._write(f"{margin}{left:{column}}", right, len(margin) + column)
            else:
                self._write(margin, left.replace("|", " | "), len(margin) + 4)
                self._write(
                    under := f"{margin}{' ' * (column if self.width >= SMAL else 2)}", right, len(under)
                )

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """What is to be filled in goes below the command where there is no room beside it."""
        self._write(prefix or "", f"{prog} {args}", 4)

    def _write(self, first: str, text: str, hang: int | None = None) -> None:
        from brukerutvalg_cli.cli.hele import limt, loest

        below = " " * (len(first) if hang is None else hang)
        rows = wrap(
            limt(" ".join(text.split())),
            self.width,
            initial_indent=first,
            subsequent_indent=below,
            break_on_hyphens=False,
            break_long_words=False,
        )
        self.write("".join(f"{loest(row)}\n" for row in rows))


class NorwegianHelp(Command):
    """The Norwegian parts that a verb and the program as a whole have in common."""

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        try:
            if not ctx.resilient_parsing:
                _nekt_gjentatte(self, ctx, args)
            return super().parse_args(ctx, args)
        except UsageError as error:
            error.ctx = error.ctx or ctx  # Typer's parser leaves it out for an option without its value
            raise

    def get_help_option_names(self, ctx: Context) -> list[str]:
        return [*super().get_help_option_names(ctx), "-h"]

    def get_usage(self, ctx: Context) -> str:
        formatter = Hjelpeside.for_context(ctx)
        self.format_usage(ctx, formatter)
        return formatter.getvalue().rstrip("\n")

    def get_help(self, ctx: Context) -> str:
        formatter = Hjelpeside.for_context(ctx)
        self.format_help(ctx, formatter)
        return formatter.getvalue().rstrip("\n")

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Vis denne hjelpen og avslutt."
        return option

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="Bruk: ")

    def collect_usage_pieces(self, ctx: Context) -> list[str]:
        arguments = (param for param in self.params if isinstance(param, TyperArgument) and not param.hidden)
        return ["[VALG]", *(_usage_piece(argument) for argument in arguments)]

    def format_help_text(self, ctx: Context, formatter: HelpFormatter) -> None:
        """The docstring: paragraphs are filled, but one with indented lines (examples) is left alone."""
        for paragraph in inspect.cleandoc(self.help or "").split("\n\n"):
            formatter.write_paragraph()
            if "\n " in paragraph:
                formatter.write(f"{paragraph}\n")
            else:
                formatter.write_text(paragraph)

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        params = self.get_params(ctx)
        _write_section(
            "Argumenter", [_row(p, ctx) for p in params if isinstance(p, TyperArgument)], formatter
        )
        _write_section("Valg", [_row(p, ctx) for p in params if isinstance(p, TyperOption)], formatter)

    def summary(self) -> str:
        """The first paragraph of the help: what a list of verbs says of this one."""
        return " ".join(inspect.cleandoc(self.help or "").partition("\n\n")[0].split())


class Verb(NorwegianHelp, TyperCommand):
    """One verb, its help and its usage errors in Norwegian. The council may be left out where there is one."""

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        from brukerutvalg_cli.cli.utelatt import med_utvalg

        return super().parse_args(ctx, med_utvalg(self, ctx, args))

    def invoke(self, ctx: Context) -> object:
        if "som_json" not in ctx.params:
            return super().invoke(ctx)
        from brukerutvalg_cli.cli.framdrift import framdrift

        with framdrift():  # whoever only reads asks nothing, and has nothing to say before it is done
            return super().invoke(ctx)


def write_groups(
    groups: Mapping[str, Sequence[str]], params: Sequence[Parameter], formatter: HelpFormatter
) -> None:
    """All commands by the year, on one screen; what each does, `hjelp` tells one by one."""
    with formatter.section("Kommandoer"):
        formatter.write_dl([(group, ", ".join(names)) for group, names in groups.items()])
    options = [max(p.opts, key=len) + (f" {p.metavar}" if p.metavar else "") for p in params]
    formatter.write_paragraph()
    formatter.write_text(f"Valg foran kommandoen: {', '.join(options)}")
    formatter.write_text("«hjelp KOMMANDO» viser en kommando, «hjelp Folk» en gruppe, «hjelp alt» alt.")


def write_summaries(heading: str, verbs: Sequence[tuple[str, Command]], formatter: HelpFormatter) -> None:
    """A list of commands, each with what it does."""
    rows = [(name, verb.summary()) for name, verb in verbs if isinstance(verb, NorwegianHelp)]
    _write_section(heading, rows, formatter)


def _nekt_gjentatte(command: Command, ctx: Context, args: Sequence[str]) -> None:
    """See to it that no value is lost: Click keeps the last, and says nothing of those before. A switch says the same
    however often it is written.

    Raises:
        UsageError: where an option that takes one value is written more than once.
    """
    written = command.make_parser(ctx).parse_args(list(args))[2]
    for option in dict.fromkeys(written):
        alone = isinstance(option, TyperOption) and not (option.multiple or option.is_flag or option.count)
        if alone and written.count(option) > 1:
            raise UsageError(
                f"valget {max(option.opts, key=len)} er skrevet flere ganger, og bare det siste ville blitt med. Skriv "
                "det én gang; kan det være flere, står de med komma mellom",
                ctx,
            )


def _usage_piece(argument: TyperArgument) -> str:
    name = argument_name(argument) + ("..." if argument.nargs != 1 else "")
    return name if argument.required else f"[{name}]"


def _row(param: TyperArgument | TyperOption, ctx: Context) -> tuple[str, str] | None:
    record = param.get_help_record(ctx)
    if record is None:
        return None
    left, right = record
    if isinstance(param, TyperArgument):
        return argument_name(param), _norwegian_notes(right)
    return re.sub(r"<.*>$", lambda value: VALUES.get(value[0], value[0]), left), _norwegian_notes(right)


def _norwegian_notes(text: str) -> str:
    """The bracket that Typer ends a description with: `[default: full; required]`."""
    before, bracket, notes = text.rpartition("[")
    if not bracket or not notes.endswith("]"):
        return text
    for english, norwegian in NOTES.items():
        notes = re.sub(rf"(^|; ){english}", rf"\g<1>{norwegian}", notes)
    return f"{before}[{notes}"


def _write_section(heading: str, rows: Sequence[tuple[str, str] | None], formatter: HelpFormatter) -> None:
    shown = [row for row in rows if row is not None]
    if shown:
        with formatter.section(heading):
            formatter.write_dl(shown)
