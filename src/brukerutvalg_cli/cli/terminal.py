"""The streams and colour of a terminal: no console crashes, and piped output is the same everywhere."""

import codecs
import io
import os
from collections.abc import Mapping
from contextlib import suppress
from typing import TextIO

ASCII_TWINS = {
    "æ": "ae",
    "ø": "oe",
    "å": "aa",
    "Æ": "Ae",
    "Ø": "Oe",
    "Å": "Aa",
    "«": "'",
    "»": "'",
    "“": "'",
    "”": "'",
    "‘": "'",
    "’": "'",
    "–": "-",
    "—": "-",
    "‑": "-",
    "−": "-",
    "…": "...",
    "·": "-",
    "•": "*",
    "§": "paragraf ",
    "→": "->",
    "←": "<-",
    "↳": "->",
    "≤": "<=",
    "≥": ">=",
    "×": "x",
    "✓": "ok",
    "✔": "ok",
    "✗": "x",
    "✘": "x",
    "⚠": "!",
    "│": "|",
    "─": "-",
}
"""What is written where the console's character set lacks a symbol. No twin is a sign that JSON takes for its own."""

TWIN_ERRORS = "brukerutvalg.ascii_twin"


_NO_TWIN = str.maketrans({'"': "'", "\\": "/", ":": ";", "#": "?"})
"""A wide colon or quotation mark does not become a sign that means something to who reads the output."""


def ascii_twin(error: UnicodeError) -> tuple[str, int]:
    """An error handler for encoding: the twin of each character, its base letter, or `?`."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lost = error.object[error.start : error.end]
    return "".join(_twin(character) for character in lost), error.end


def _twin(character: str) -> str:
    if character in ASCII_TWINS:
        return ASCII_TWINS[character]
    import unicodedata

    base = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode("ascii")
    return base.translate(_NO_TWIN) or "?"


def prepare(stream: TextIO, environ: Mapping[str, str]) -> None:
    """Make a stream safe for every symbol. What is piped or redirected is UTF-8 with LF on every machine."""
    if not isinstance(stream, io.TextIOWrapper):
        return  # someone has put a stream of their own in its place, and answers for it
    codecs.register_error(TWIN_ERRORS, ascii_twin)
    if stream.isatty():
        stream.reconfigure(errors=TWIN_ERRORS)
        return
    # PYTHONIOENCODING is an express wish; the locale's character set is not.
    encoding = stream.encoding if environ.get("PYTHONIOENCODING") else "utf-8"
    stream.reconfigure(encoding=encoding, errors=TWIN_ERRORS, newline="\n")


def silence(*streams: TextIO) -> None:
    """Point streams at nothing, so that what they still hold is not written (and fails) at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in streams:
        with suppress(OSError):  # one that was closed all the time holds nothing
            os.dup2(nowhere, stream.fileno())


def color_wanted(option: str | None, environ: Mapping[str, str], isatty: bool) -> bool:
    """Whether to write in colour. `option` is `always`, `never`, or `auto` (or None): look at the rest.

    Not asked of `rich`, which puts FORCE_COLOR first, and is not to be imported for a pipe.
    """
    if option in {"always", "never"}:
        return option == "always"
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR") or environ.get("CLICOLOR_FORCE", "0") not in {"", "0"}:
        return True
    return isatty and environ.get("TERM") != "dumb"
