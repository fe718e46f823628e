"""Tegn: which characters may reach a terminal, a log, a document, a calendar or a mail, whoever wrote the text.

Kept is what Norwegian, names from anywhere and emoji need: the no-break space, the joiners between the letters of
a script that has them (a Persian name) or between two emoji (a person and a wheelchair), and the selector that
colours a symbol. Anywhere else the same characters are seen by nobody, and are as unsafe as the rest. The soft
hyphen is not kept: it hides a word from whoever searches for it, and browsers hyphenate by themselves. Nor are
the tags that make the flags of Scotland and Wales out of a black one: any text can be hidden in them.
"""

from __future__ import annotations

import re
from functools import cache

LINE_BREAKS = re.compile("[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
"""What ends a line in one program or another, and the tabulator."""

_NEVER = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters, the eight-bit ones too: U+009B begins an escape sequence
    "\u2028\u2029"  # line ends to some
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # direction: text that reads as something else
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2065\u3164\ufeff\uffa0"  # seen by nobody
    "\ufe00-\ufe0d\ufff0-\ufffb\ufffe\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "\ud800-\udfff"  # half a pair: a file name that is not UTF-8, which no stream can encode
)
_JOINERS, _SELECTORS = "\u200c\u200d", "\ufe0e\ufe0f"
_EMOJI = "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"

SUSPECT = re.compile(f"[{_NEVER}{_JOINERS}{_SELECTORS}]")
"""Every character that is unsafe somewhere. The line feed and the tabulator are not among them."""

_KEPT = (
    rf"(?<=[{_EMOJI}0-9#*])[{_SELECTORS}]"
    rf"|(?<=[{_EMOJI}\ufe0f])\u200d(?=[{_EMOJI}])"
    rf"|(?<=[\u0620-\u10ff\u1780-\u17a2\ufb50-\ufdff\ufe70-\ufefc])[{_JOINERS}]"
)

_UNSEEN = f"[{_JOINERS}{_SELECTORS}]"
_VSO = rf"(?:v{_UNSEEN}*s{_UNSEEN}*o{_UNSEEN}*)?"
_COMMAND = rf"^(?:[^\S\n]|{_UNSEEN})*:{_UNSEEN}*(?=:)|\#{_UNSEEN}*\#{_UNSEEN}*(?={_VSO}\[)"
"""What begins a workflow command of GitHub Actions: `::` first on a line, after any blanks, and `##[` anywhere; and
one of Azure Pipelines: `##vso[` anywhere.

So its runner reads a line (`ActionCommand.cs`), and it compares as people do, who see no joiners.
"""


def one_line(text: str) -> str:
    """The text on one line, with what should not be shown named instead: `<U+001B>`."""
    return named(LINE_BREAKS.sub(" ", text)).strip()


def named(text: str) -> str:
    """The text, of however many lines, with each unsafe character replaced by its name."""
    return SUSPECT.sub(_name, text) if SUSPECT.search(text) else text


def first_unsafe(text: str, start: int = 0) -> re.Match[str] | None:
    """The first unsafe character at or after a place in the text."""
    return next((found for found in SUSPECT.finditer(text, start) if not _is_kept(found)), None)


def for_readers(text: str) -> str:
    """The text as it goes into a document: line ends are line feeds, and what nobody sees is not there."""
    if not SUSPECT.search(text):
        return text
    text = re.sub("\r\n?|[\v\f\x85\u2028\u2029]", "\n", text)
    return SUSPECT.sub(_left_out, text)


def for_readers_on_a_line(text: str) -> str:
    """The same on one line: a name in a calendar, a subject."""
    return " ".join(LINE_BREAKS.split(for_readers(text))).strip()


def pasted(text: str) -> str:
    """What somebody wrote or pasted, as it is kept: without what nobody sees. Control characters are another matter."""
    return SUSPECT.sub(_residue, text) if SUSPECT.search(text) else text


def json_escaped(text: str) -> str:
    """JSON with what no stream should carry written as JSON's own escapes: nothing is lost to who reads it."""
    return _compiled(_HIDDEN_IN_JSON, re.IGNORECASE).sub(_escaped, text)


def without_commands(text: str) -> str:
    """The text with a blank in whatever the runner of GitHub or Azure would take for a command to itself."""
    return _compiled(_COMMAND, re.MULTILINE | re.IGNORECASE).sub(r"\g<0> ", text)


_HIDDEN_IN_JSON = rf"[{_NEVER}{_JOINERS}{_SELECTORS}]|\#(?={_UNSEEN}*{_VSO}\[)"


@cache  # when it is first asked for: every command imports these, few have use for them, and they take long to compile
def _compiled(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    return re.compile(pattern, flags)


def _is_kept(found: re.Match[str]) -> bool:
    return _compiled(_KEPT).match(found.string, found.start()) is not None


def _name(found: re.Match[str]) -> str:
    return found[0] if _is_kept(found) else f"<U+{ord(found[0]):04X}>"


def _left_out(found: re.Match[str]) -> str:
    if _is_kept(found):
        return found[0]
    return "\ufffd" if "\ud800" <= found[0] <= "\udfff" else ""


def _residue(found: re.Match[str]) -> str:
    kept = found[0] < "\xa0" or "\ud800" <= found[0] <= "\udfff" or _is_kept(found)
    return found[0] if kept else ""


def _escaped(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
