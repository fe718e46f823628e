"""Wrong usage, said in Norwegian: what is wrong, what was probably meant, and where to read on.

Typer carries its own copy of Click, whose sentences are English. Where an error is a class of its
own, its data make the sentence; the rest is recognised by the English text. The version of Typer is
pinned, and a test walks through every sentence.
"""

import re
from collections.abc import Iterable, Sequence

from brukerutvalg_cli.cli.hjelp import argument_name
from brukerutvalg_cli.cli.klikk import (
    BadParameter,
    ClickException,
    Context,
    MissingParameter,
    NoArgsIsHelpError,
    NoSuchOption,
    Parameter,
    TyperChoice,
    UsageError,
)
from brukerutvalg_cli.oppramsing import enten_eller

VALUE = r"""['"](?P<value>.*)['"]"""
KIND = r"(?:File|Directory|Path)"

SENTENCES: tuple[tuple[str, str], ...] = (
    (r"Option '(?P<option>.+)' requires an argument\.", "valget {option} trenger en verdi"),
    (
        r"Option '(?P<option>.+)' requires (?P<count>\d+) arguments\.",
        "valget {option} trenger {count} verdier",
    ),
    (r"Option '(?P<option>.+)' does not take a value\.", "valget {option} tar ingen verdi"),
    (r"Got unexpected extra argument\(s\) \((?P<rest>.*)\)", "det er for mange argumenter: {rest}"),
    (r"Argument '(?P<name>.+)' takes (?P<count>\d+) values\.", "argumentet {name} tar {count} verdier"),
    (rf"{VALUE} is not a valid int(?: range)?\.", "«{value}» er ikke et helt tall"),
    (rf"{VALUE} is not a valid float(?: range)?\.", "«{value}» er ikke et tall"),
    (r"(?P<value>\S+) is not in the range (?P<range>.*)\.", "{value} er utenfor {range}"),
    (rf"{VALUE} is not a valid boolean\..*", "«{value}» er verken true eller false"),
    (rf"{VALUE} is not a valid UUID\.", "«{value}» er ikke en UUID"),
    (rf"{VALUE} does not match the formats .*", "«{value}» er ikke en dato"),
    (rf"{KIND} {VALUE} does not exist\.", "«{value}» finnes ikke"),
    (rf"{KIND} {VALUE} is a file\.", "«{value}» er en fil, ikke en mappe"),
    (rf"{KIND} {VALUE} is a directory\.", "«{value}» er en mappe, ikke en fil"),
    (rf"{KIND} {VALUE} is not readable\.", "«{value}» kan ikke leses"),
    (rf"{KIND} {VALUE} is not writable\.", "«{value}» kan ikke skrives"),
    (r"(?:Takes )?(?P<want>\d+) values.* but (?P<got>\d+) given\.", "{want} verdier trengs, ikke {got}"),
)


def usage_message(error: ClickException) -> str:
    """The lines that a usage error is answered with: the error, the usage, and where there is help."""
    if isinstance(error, NoArgsIsHelpError):
        return error.message  # the help page: a group was named, and nothing in it
    sentence = _sentence(error)
    lines = [f"feil: {sentence}" if sentence.endswith((".", "?")) else f"feil: {sentence}."]
    if isinstance(error, UsageError) and error.ctx is not None:
        lines += [error.ctx.get_usage(), f"Skriv «{error.ctx.command_path} --help» for hjelp."]
    return "\n".join(lines)


def unknown_verb(name: str, verbs: Iterable[str], meant: Sequence[str] = ()) -> str:
    """What to say of a verb that is not there. `meant`: those it is said for, who come before those spelt like it."""
    return f"ukjent kommando «{name}».{_or_words(meant) if meant else did_you_mean(name, verbs)}"


OGSAA_KALT = {
    "kl": ("tid",), "klokka": ("tid",), "klokkeslett": ("tid",), "liste": ("medlemmer",), "medlemmer": ("liste",),
}  # fmt: skip
"""What an option is taken to be called, where a verb has it by another name."""

EN_ANNENS = {
    "person ny": {
        "verv": "oppnevn",
        "fra": "oppnevn",
        "til": "oppnevn",
        "vara-for": "oppnevn",
        "valgt-i": "oppnevn",
    },
    "moete ny": {"sak": "sak ny", "referent": "oppmoete", "moeteleder": "oppmoete"},
}
"""What an option says that a verb has not: the one that records it."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """` Mente du «valider»?`, or nothing where nothing is near."""
    return _or_words(_near(word, known))


def _near(word: str, known: Iterable[str]) -> list[str]:
    from difflib import get_close_matches

    by_lower = {name.lower(): name for name in known}
    begun = [name for name in by_lower if len(word) > 3 and name.startswith(word.lower())]
    near = begun if len(begun) == 1 else get_close_matches(word.lower(), by_lower, n=2)
    return [by_lower[name] for name in near]


def _or_words(words: Sequence[str]) -> str:
    """` Mente du «init», «moete» eller «sak»?`."""
    return f" Mente du {enten_eller(f'«{word}»' for word in words)}?" if words else ""


def _sentence(error: ClickException) -> str:
    match error:
        case NoSuchOption():
            return _unknown_option(error.option_name, error.ctx)
        case MissingParameter(param=Parameter() as param):
            choices = _choices(param)
            return f"{_name(param)} mangler." + (f" Velg blant {', '.join(choices)}." if choices else "")
        case BadParameter(param=Parameter() as param):
            return f"ugyldig verdi for {_name(param)}: {_bad_value(error.message, _choices(param))}"
        case _:
            return _norwegian(error.message)


def _bad_value(message: str, choices: list[str]) -> str:
    unknown = re.match(VALUE + " is not one of", message)
    if unknown is None:
        return _norwegian(message)
    written = unknown["value"]
    return f"«{written}» er ikke blant {', '.join(choices)}.{did_you_mean(written, choices)}"


def _norwegian(message: str) -> str:
    for pattern, sentence in SENTENCES:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            return sentence.format_map(found.groupdict())
    return message  # our own verbs raise with a Norwegian sentence


def _unknown_option(name: str, ctx: Context | None) -> str:
    if ctx is None:
        return f"ukjent valg «{name}»"
    if ctx.parent is not None and name in _options(ctx.parent):
        verb = ctx.info_name or ""
        return f"valget {name} skal stå foran kommandoen: {ctx.parent.command_path} {name} … {verb} …"
    of_another = EN_ANNENS.get(ctx.command_path.partition(" ")[2], {}).get(name.lstrip("-"))
    if of_another:
        return f"ukjent valg «{name}». Det føres med «brukerutvalg {of_another}»"
    options = {option.lstrip("-"): option for option in _options(ctx)}  # the dashes are alike in all of them
    word = name.lstrip("-")
    meant = [each for each in OGSAA_KALT.get(word, ()) if each in options] or _near(word, options)
    return f"ukjent valg «{name}».{_or_words([options[each] for each in meant])}"


def _options(ctx: Context) -> list[str]:
    params = (param for param in ctx.command.get_params(ctx) if param.param_type_name == "option")
    return [name for param in params if not getattr(param, "hidden", False) for name in param.opts]


def _name(param: Parameter) -> str:
    if param.param_type_name == "argument":
        return argument_name(param)
    return max(param.opts, key=len)


def _choices(param: Parameter) -> list[str]:
    if not isinstance(param.type, TyperChoice):
        return []
    return [param.type.normalize_choice(choice, None) for choice in param.type.choices]
