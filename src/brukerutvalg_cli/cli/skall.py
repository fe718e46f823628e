"""Skall: a word as every shell reads it."""

import re


def sitert(text: str) -> str:
    """The word with quotation marks where it must have them: cmd on Windows knows of no others than double ones."""
    return text if re.fullmatch(r"[\w.:/\\-]+", text) else '"' + text.replace('"', '\\"') + '"'
