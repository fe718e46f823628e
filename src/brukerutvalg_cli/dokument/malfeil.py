"""mal-feil: what is wrong with a council's own template, as a finding with its line."""

from __future__ import annotations

import re
from types import TracebackType

from jinja2 import Template
from jinja2.exceptions import (
    SecurityError,
    TemplateNotFound,
    TemplateRuntimeError,
    TemplateSyntaxError,
    UndefinedError,
)

from brukerutvalg_cli.dokument.budget import Malgrense
from brukerutvalg_cli.dokument.malregel import MAL_FEIL
from brukerutvalg_cli.dokument.maltekst import FOR_DYP, FOR_DYP_HJELP
from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.funn.place import Place, Span
from brukerutvalg_cli.register.linjer import Lines
from brukerutvalg_cli.register.tekst import decode
from brukerutvalg_cli.register.tree import RECORDS, Tree

# What Jinja says of a template that it cannot read. The rest is shown in its own words.
_SENTENCES = (
    (r"Encountered unknown tag '(.+?)'.*", "«{0}» er ikke noe en mal kan gjøre, eller det står på feil sted"),
    (r"Unexpected end of template\..*closed is '(.+?)'\.", "malen slutter før «{0}» er lukket med «end{0}»"),
    (r"unexpected end of template.*", "malen slutter midt i noe"),
    (r"No filter named '(.+?)'\.?.*", "filteret «{0}» finnes ikke i en mal"),
    (r"No test named '(.+?)'\.?.*", "testen «{0}» finnes ikke i en mal"),
    (r"block '(.+?)' defined twice", "blokken «{0}» står to ganger"),
    (r"unexpected '(.+?)'", "her skulle det ikke stå «{0}»"),
    (r"expected token '(.+?)', got '(.+?)'", "her skulle det stå «{0}», ikke «{1}»"),
    (r"unexpected char ['\"](.+?)['\"] at \d+", "tegnet «{0}» kan ikke stå her"),
    (r"tag name expected", "her skulle det stå hva taggen gjør"),
    (r"Missing end of comment tag", "kommentaren er ikke lukket med #}}"),
    (r"Missing end of raw directive", "«raw» er ikke lukket med «endraw»"),
    (r"extended multiple times", "malen kan bare bygge på én annen"),
    (r"there is no parent block called '(.+?)'\.", "malen under har ingen blokk «{0}»"),
    (r"parameter '(.+?)' was not provided", "makroen har ikke fått «{0}»"),
    (r"No caller defined", "makroen er ikke brukt med «call»"),
    (r"there is no (?:previous|next) item", "det er ikke flere i den retningen"),
    (
        r"the template '(.+?)' \(imported .*the requested name '(.+?)'",
        "malen «{0}» har ikke noe som heter «{1}»",
    ),
    (r"Can't assign to special loop variable.*", "«loop» er navnet på løkken, og kan ikke være noe annet"),
    (r"Required block '(.+?)' not found", "blokken «{0}» må skrives av malen som bygger på denne"),
)

_TOKENS = {
    "end of print statement": "}}",
    "end of statement block": "%}",
    "end of template": "slutten på malen",
}


_LONGEST = 100
"""Characters of a template, or of what Python says of it, that a message repeats."""


class UlesbarMal(Exception):
    """A template that is there and cannot be read, with the finding that says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def malfeil(error: Exception, tree: Tree) -> Finding | None:
    """The finding, or None where no template of the register had a part in the error."""
    if isinstance(error, UlesbarMal):
        return error.finding
    path, row = _where(error)
    return feil_i(error, tree, path, row) if path else None


def uleselig(error: Exception, tree: Tree, path: str) -> Finding:
    """The finding for what went wrong when this template was read."""
    if isinstance(error, UlesbarMal):
        return error.finding
    if isinstance(error, (RecursionError, MemoryError, SyntaxError)):
        # Of those who read it: nothing has been done yet. Python's own line is one of the code that it became.
        error = Malgrense(FOR_DYP, FOR_DYP_HJELP)
    row = error.row if isinstance(error, Malgrense) else getattr(error, "lineno", 0)
    return feil_i(error, tree, path, row)


def feil_i(error: Exception, tree: Tree, path: str, row: int) -> Finding:
    """The finding for an error in this line of a template, or in all of it where the line is 0."""
    said = str(getattr(error, "message", None) or error)[: 2 * _LONGEST]
    return MAL_FEIL.finding(_message(error), sted(tree, path, row), help=_help(error), emne=f"{path} {said}")


def _where(error: Exception) -> tuple[str, int]:
    """The innermost line of a template of the register on the way to an error."""
    innermost: tuple[Template, int] | None = None
    step: TracebackType | None = error.__traceback__
    while step:
        template = step.tb_frame.f_globals.get("__jinja_template__")
        if isinstance(template, Template) and _is_own(template.filename):
            innermost = (template, step.tb_lineno)
        step = step.tb_next
    if innermost is None:
        return "", 0
    template, row = innermost
    return template.filename or "", template.get_corresponding_lineno(row)


def _is_own(filename: str | None) -> bool:
    # The loader names a template by its path in the tree; a file of ours has a path from the top of the disk.
    return filename is not None and filename.startswith(f"{RECORDS}/")


def sted(tree: Tree, path: str, row: int) -> Place:
    """One line of a template, from its first letter to its last; line 0 is the file."""
    raw = tree.read(path)
    line = None if isinstance(raw, Finding) or row < 1 else Lines(decode(path, raw)[0]).line(row)
    if line is None:
        return Place(path)
    indent = len(line) - len(line.lstrip())
    return Place(path, span=Span(row, indent + 1, row, max(len(line.rstrip()), indent + 1) + 1))


def _message(error: Exception) -> str:
    match error:
        case TemplateNotFound():
            return f"malen «{_cut(str(error.name))}» finnes ikke"
        case SecurityError():
            return "en mal har ikke lov til dette"
        case Malgrense():
            return _cut(error.message, 2 * _LONGEST)
        case UndefinedError():
            said = str(error.message)
            return _norwegian(said) or _cut(said, 2 * _LONGEST)
        case TemplateSyntaxError() | TemplateRuntimeError():
            said = error.message or ""
            return _norwegian(said) or f"linja kan ikke leses (Jinja: {_cut(said)})"
        case RecursionError():
            return "malen bruker seg selv om igjen uten ende"
        case TypeError() if str(error).startswith("bare tekst og tall kan skrives"):
            return f"her står det noe annet enn en tekst; {error}"
        case TypeError() if str(error).startswith("bare "):
            return _cut(str(error), _LONGEST)
    return f"linja kan ikke utføres ({type(error).__name__}: {_cut(str(error), _LONGEST)})"


def _norwegian(message: str) -> str:
    """Jinja's sentence in Norwegian; empty where we do not know it."""
    for pattern, sentence in _SENTENCES:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return sentence.format(*(_TOKENS.get(word, _cut(word)) for word in found.groups()))
    return ""


def _cut(text: str, longest: int = 60) -> str:
    """A text as it can stand in a message: on one line, and not all of it."""
    line = " ".join(text[: 2 * longest].split())
    shown = line if len(line) <= longest else f"{line[:longest]}…"
    return shown.encode("utf-8", "replace").decode()


def _help(error: Exception) -> str:
    match error:
        case TemplateNotFound():
            return "standardmalene heter standard/innkalling.md.j2, standard/referat.md.j2 og standard/dokument.md.j2"
        case SecurityError():
            return "bruk bare opplysningene malen har fått"
        case Malgrense():
            return error.help
        case UndefinedError():
            return "rett navnet; er det en opplysning som ikke skal i et dokument, kan heller ikke malen vise den"
    return "rett linja, eller slett malen for å bruke standardmalen"
