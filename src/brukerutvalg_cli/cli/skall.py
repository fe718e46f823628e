"""Skall: a word as every shell reads it."""

import re

_ENKELT = re.compile(r"[\w.:/-]+")
_KJOERES = re.compile(r'[$`"]|\\$|\\(?=")')
"""What is more than itself in double quotation marks, to one shell or another; a backslash is, before the last mark."""
_UTENFOR = re.compile("['&|<>^\n]")
"""What cmd would act on where the marks are single ones, which it does not know, or what ends those."""


def sitert(text: str) -> str:
    """The word with quotation marks where it must have them: cmd on Windows knows of no others than double ones.

    A word that would be run in those has single ones. Where no marks are safe in every shell, each such sign is a
    question mark: nobody has such a name, but who wants something run.
    """
    if _ENKELT.fullmatch(text):
        return text
    if not _KJOERES.search(text):
        return f'"{text}"'
    if not _UTENFOR.search(text):
        return f"'{text}'"
    return '"' + re.sub(r"[$`\"\\'&|<>^\n]", "?", text) + '"'
