"""Text from a record made safe to show: no control character reaches a terminal, a log or a second line."""

from __future__ import annotations

import re

LINE_BREAKS = re.compile("[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")

UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # control characters, the eight-bit ones too: U+009B begins an escape sequence
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction: text that reads as something else
    "\u2028\u2029"
    "\ud800-\udfff]"  # half a pair: a file name that is not UTF-8, which no stream can encode
)


def one_line(text: str) -> str:
    """The text on one line, with what should not be shown named instead: `<U+001B>`."""
    return named(LINE_BREAKS.sub(" ", text)).strip()


def named(text: str) -> str:
    """The text with each unsafe character replaced by its name."""
    return UNSAFE.sub(lambda found: f"<U+{ord(found[0]):04X}>", text)
