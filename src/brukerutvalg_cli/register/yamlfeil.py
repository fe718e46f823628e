"""What libyaml complains of, said in Norwegian to one who does not know YAML."""

from __future__ import annotations

import re
from typing import TypeAlias

from yaml.error import MarkedYAMLError, YAMLError

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.register.filfeil.skrivemaate import FIL_TABULATOR, FIL_TEGN, FIL_YAML, YAML_NOEKKEL
from brukerutvalg_cli.register.filfeil.slag import Filfeil
from brukerutvalg_cli.register.linjer import Lines, short

# What libyaml refuses, and three code points that no text has and that stand in for others below.
NO_TEXT = re.compile(
    "[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\U0001fffe\U0001ffff\U0002fffe]"
)

Complaint: TypeAlias = tuple[Filfeil, str, int, int, str]
"""Kind, message, from, to, help: what `Yamlproblemer.add` takes."""

_NAMES = {"\0": "NUL", "\v": "mykt linjeskift fra Word", "\f": "sideskift", "\xa0": "hardt mellomrom"}
_CONFLICT = re.compile(r"^<{7} .*$", re.MULTILINE)
_MARK = re.compile(r"^[ \t]*+(<{7}(?: [^\r\n]*+)?|={7}|>{7}(?: [^\r\n]*+)?)[ \t\r]*+$", re.MULTILINE)
_MERGE = "to har endret det samme, og git har ført opp begge"
_CHOOSE = "behold det av de to som er rett, og slett linjene som begynner med <<<<<<<, ======= og >>>>>>>"
_ODD_INDENT = re.compile(r" *([\xa0\u2007\u200b\u202f\ufeff])")
# Possessive, for a line of a million dashes is else tried from each of them.
_PAIR = re.compile(r"[ ]*+(?:- ++)*+([^\s:#'\"][^:]*+):[ ]++([^\s'\"].*)")


def strange(char: str, start: int, end: int | None = None) -> Complaint:
    name = f"{_NAMES[char]}, " if char in _NAMES else ""
    message = f"usynlig tegn i teksten ({name}U+{ord(char):04X})"
    return FIL_TEGN, message, start, end or start + 1, "slett tegnet, og skriv på nytt det som skulle stå der"


def conflict(path: str, text: str) -> Finding | None:
    """Both sides of a merge with git's three marks: also further in, where they would be part of a text."""
    opened: re.Match[str] | None = None
    halved = False
    for mark in _MARK.finditer(text):
        if mark[1][0] == "<":
            opened, halved = mark, False
        elif mark[1][0] == "=":
            halved = True
        elif opened and halved:
            return FIL_YAML.finding(_MERGE, Place(path, span=Lines(text).span(*opened.span(1))), help=_CHOOSE)
    return None


def explain(error: YAMLError, lines: Lines) -> Complaint:
    """Where and what, from the position libyaml stopped at and the line it stands on."""
    if half := _CONFLICT.search(lines.text):
        return FIL_YAML, _MERGE, half.start(), half.end(), _CHOOSE
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        found = NO_TEXT.search(lines.text)
        return strange(found.group(), found.start()) if found else _unreadable(lines, 0)
    at = min(error.problem_mark.index, len(lines.text))
    opened = min(error.context_mark.index, at) if error.context_mark is not None else at
    problem, context = error.problem or "", error.context or ""
    if "expected ':'" in problem:
        return _no_colon(lines, opened)
    if "flow" in context:
        return _bracket(lines, opened, at)
    if "quoted scalar" in context:
        return _quotes(lines, problem, opened, at)
    if odd := _indented_with(lines, at):
        return odd
    if re.match(r":\s", lines.rest(at)) and at == _first(lines, lines.bounds(at)[0]):
        return YAML_NOEKKEL, "det mangler et navn foran kolon", at, at + 1, "skriv navnet"
    if "mapping values" in problem:
        return _colon(lines, at)
    if "expected key" in problem or "'-' indicator" in problem:
        return _misplaced(lines, at)
    if "block sequence entries" in problem:
        message = "en liste kan ikke begynne på samme linje som nøkkelen"
        return _from(lines, at, message, "begynn lista på neste linje, eller skriv den slik: [a, b]")
    if "block scalar" in context:
        message = "teksten skal begynne på linja under «|» eller «>»"
        return _from(lines, opened, message, "flytt teksten ned på neste linje, og rykk den inn")
    if "document start" in problem and re.search(r"^\.\.\.", lines.text[:at], re.MULTILINE):
        return _from(lines, at, "det står noe etter «...», som avslutter fila", "slett linja med «...»")
    first = lines.text[opened : opened + 1]
    if first in tuple("@`%&*!?|>,]}"):
        message = f"en tekst kan ikke begynne med «{first}» uten anførselstegn"
        return _from(lines, opened, message, f"sett teksten i anførselstegn: {quoted(lines.rest(opened))}")
    return _unreadable(lines, at)


def _from(lines: Lines, start: int, message: str, help: str) -> Complaint:
    """A complaint about all there is on a line from some point on, and of one character at least."""
    return FIL_YAML, message, start, start + max(len(lines.rest(start)), 1), help


def _unreadable(lines: Lines, at: int) -> Complaint:
    help = "se etter et tegn som mangler eller er for mye, på denne linja eller den over"
    return _from(lines, at, "fila kan ikke leses som YAML fra dette stedet", help)


def _indented_with(lines: Lines, at: int) -> Complaint | None:
    start = lines.bounds(at)[0]
    tab = lines.text.find("\t", start, at + 1)
    if tab >= 0 and not lines.text[start:tab].strip(" -"):
        help = "bytt tabulatoren med to mellomrom"
        return FIL_TABULATOR, "linja er rykket inn med tabulator", tab, tab + 1, help
    if odd := _ODD_INDENT.match(lines.text, start):
        return strange(odd[1], odd.start(1))
    return None


def _no_colon(lines: Lines, start: int) -> Complaint:
    line = lines.rest(start)
    if re.match(r"-[^\s-]", line):
        return _from(lines, start, "det mangler et mellomrom etter streken", f"skriv «- {short(line[1:])}»")
    if found := re.match(r"(\w+:)(\S.*)", line):
        help = f"skriv «{short(found[1])} {short(found[2])}»"
        return _from(lines, start, "det mangler et mellomrom etter kolon", help)
    help = "skriv nøkkel, kolon, mellomrom og verdi; fortsetter teksten fra linja over, rykker du linja inn"
    return _from(lines, start, "det mangler et kolon på linja", help)


def _colon(lines: Lines, at: int) -> Complaint:
    """A colon too much: in a text on this line, or because the line above is not what it seems."""
    start = lines.bounds(at)[0]
    pair = _PAIR.match(lines.rest(start))
    if pair and start + pair.start(2) <= at:
        value = pair[2].split(" #")[0].rstrip()
        help = f"sett teksten i anførselstegn: {short(pair[1])}: {quoted(value)}"
        return FIL_YAML, "det står et kolon inne i teksten", at, at + 1, help
    above = _line_above(lines, start)
    if above is None:
        return _unreadable(lines, at)
    if not re.search(r":(\s|$)", lines.rest(above)):
        return _no_colon(lines, above)
    help = "rykk den inn like langt som linja over; fortsetter den teksten, sett alt i anførselstegn"
    return _from(lines, _first(lines, start), "linja er rykket lenger inn enn den kan være", help)


def _first(lines: Lines, start: int) -> int:
    """Where the text of a line begins."""
    line = lines.rest(start)
    return start + len(line) - len(line.lstrip())


def _line_above(lines: Lines, start: int) -> int | None:
    """Where the text begins of the nearest line above that is neither empty nor a comment."""
    while start > 0:
        start = lines.bounds(start - 1)[0]
        first = _first(lines, start)
        if lines.rest(first) and lines.text[first] != "#":
            return first
    return None


def _misplaced(lines: Lines, at: int) -> Complaint:
    before = lines.text[lines.bounds(at)[0] : at].rstrip()
    if not before:
        help = "rykk den inn like langt som linjene den hører sammen med; et punkt i en liste har strek foran"
        return _from(lines, at, "innrykket passer ikke med linjene over", help)
    if before[-1] in "\"'":
        if (opened := _aapnet_lenger_oppe(lines, at, before[-1])) is not None:
            return _quotes(lines, "", opened, at)
        help = "bruk det andre slaget anførselstegn ytterst, eller se om ett mangler lenger oppe"
        return _from(lines, at, "det står noe etter at anførselstegnet er lukket", help)
    help = "slett det, eller sett hele teksten i anførselstegn"
    return _from(lines, at, "det står noe for mye på linja", help)


def _aapnet_lenger_oppe(lines: Lines, at: int, quote: str) -> int | None:
    """Where the text began that a quotation mark on this line has ended, where there are keys or points of a list in
    it: whoever forgot a mark there has every text after it inside out."""
    inside, opened = False, None
    for found in re.finditer(
        rf"(?:^|[:\-,\[{{])\s+({quote})|^({quote})|{quote}", lines.text[:at], re.MULTILINE
    ):
        began = found.start(1) if found[1] else found.start(2) if found[2] else -1
        if inside:
            inside = False
        elif began >= 0:
            inside, opened = True, began
    swallowed = opened is not None and re.search(r"\n\s*(?:[\w-]+:|-)\s", lines.text[opened:at])
    return opened if swallowed else None


def _bracket(lines: Lines, opened: int, at: int) -> Complaint:
    if lines.bounds(at) == lines.bounds(opened) and at < len(lines.text):
        help = "se etter komma og parenteser; er tegnet en del av teksten, sett teksten i anførselstegn"
        return FIL_YAML, "her mangler et komma eller en verdi, eller tegnet er feil", at, at + 1, help
    if opened == len(lines.text):  # the file ends right after the bracket
        opened = max(lines.text.rfind("["), lines.text.rfind("{"))
    open_, close = ("{", "}") if lines.text[opened] == "{" else ("[", "]")
    message = f"parentesen «{open_}» blir ikke lukket, eller det mangler et komma etter den"
    return FIL_YAML, message, opened, opened + 1, f"sett «{close}» der den slutter"


def _quotes(lines: Lines, problem: str, opened: int, at: int) -> Complaint:
    if "escape" in problem or "hexdecimal" in problem:
        start = max(lines.text.rfind("\\", opened, at + 1), opened)
        help = "bruk enkle anførselstegn rundt teksten: '…'"
        return FIL_YAML, "«\\» betyr noe særskilt i doble anførselstegn", start, start + 1, help
    help = f"sett {lines.text[opened]} der teksten slutter"
    return _from(lines, opened, "anførselstegnet blir ikke lukket", help)


def quoted(value: str) -> str:
    """A text as it must be written to be nothing but text."""
    value = short(value)
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'
