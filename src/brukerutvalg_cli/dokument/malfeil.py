"""mal-feil: what is wrong with a council's own template, as a finding with its line."""

from __future__ import annotations

import re
from types import TracebackType

from jinja2.exceptions import (
    SecurityError,
    TemplateNotFound,
    TemplateRuntimeError,
    TemplateSyntaxError,
    UndefinedError,
)

from brukerutvalg_cli.dokument.loader import UlesbarMal
from brukerutvalg_cli.dokument.malregel import MAL_FEIL
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
    (r"unexpected char '(.+?)' at \d+", "tegnet «{0}» kan ikke stå her"),
)

_TOKENS = {
    "end of print statement": "}}",
    "end of statement block": "%}",
    "end of template": "slutten på malen",
}


def malfeil(error: Exception, tree: Tree) -> Finding | None:
    """The finding, or None where no template of the register had a part in the error."""
    if isinstance(error, UlesbarMal):
        return error.finding
    path, row = _where(error)
    return feil_i(error, tree, path, row) if path else None


def feil_i(error: Exception, tree: Tree, path: str, row: int) -> Finding:
    """The finding for an error in this line of a template."""
    return MAL_FEIL.finding(_message(error), sted(tree, path, row), help=_help(error), emne=f"{path} {error}")


def _where(error: Exception) -> tuple[str, int]:
    """The innermost line of a template of the register, in the error itself or on the way to it."""
    if isinstance(error, TemplateSyntaxError) and _is_own(error.filename):
        return error.filename or "", error.lineno
    found = ("", 0)
    step: TracebackType | None = error.__traceback__
    while step:
        if _is_own(filename := step.tb_frame.f_code.co_filename):
            found = (filename, step.tb_lineno)
        step = step.tb_next
    return found


def _is_own(filename: str | None) -> bool:
    # The loader names a template by its path in the tree; a file of ours has a path from the top of the disk.
    return filename is not None and filename.startswith(f"{RECORDS}/")


def sted(tree: Tree, path: str, row: int) -> Place:
    """One line of a template, from its first letter to its last."""
    raw = tree.read(path)
    line = None if isinstance(raw, Finding) else Lines(decode(path, raw)[0]).line(row)
    if line is None:
        return Place(path)
    indent = len(line) - len(line.lstrip())
    return Place(path, span=Span(row, indent + 1, row, max(len(line.rstrip()), indent + 1) + 1))


def _message(error: Exception) -> str:
    match error:
        case TemplateNotFound():
            return f"malen «{error.name}» finnes ikke"
        case SecurityError():
            return "en mal har ikke lov til dette"
        case UndefinedError():
            return str(error.message)
        case TemplateSyntaxError() | TemplateRuntimeError():
            return _norwegian(error.message or "")
        case RecursionError():
            return "malen bruker seg selv om igjen uten ende"
        case TypeError() if str(error).startswith("bare tekst"):
            return f"her står det noe annet enn en tekst; {error}"
    return f"linjen kan ikke utføres ({type(error).__name__}: {error})"


def _norwegian(message: str) -> str:
    for pattern, sentence in _SENTENCES:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return sentence.format(*(_TOKENS.get(word, word) for word in found.groups()))
    return f"linjen kan ikke leses (Jinja: {message})"


def _help(error: Exception) -> str:
    match error:
        case TemplateNotFound():
            return "standardmalene heter standard/innkalling.md.j2, standard/referat.md.j2 og standard/dokument.md.j2"
        case SecurityError():
            return "bruk bare opplysningene malen har fått"
        case UndefinedError():
            return "rett navnet; er det en opplysning som ikke skal i et dokument, kan heller ikke malen vise den"
    return "rett linjen, eller slett malen for å bruke standardmalen"
