"""Colour: the few roles that text plays on a terminal, and the codes for them. It never carries meaning alone.

The codes are written here and not by `rich`: a pipe that is to have them must not import it, and in a window it reads
them as they are.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

Role = Literal["feil", "advarsel", "raad", "sterk", "kant"]
"""A severity; what stands out; and the frame around an excerpt."""

Style = Callable[[str, Role], str]
"""Text and the role it plays → the same text, with or without codes around it."""

SGR: dict[Role, str] = {"feil": "1;31", "advarsel": "1;33", "raad": "1;34", "sterk": "1", "kant": "36"}


def plain(text: str, role: Role) -> str:
    """The text as it is."""
    return text


def ansi_style(text: str, role: Role) -> str:
    """The text in the colour of its role, for a terminal."""
    return f"\x1b[{SGR[role]}m{text}\x1b[0m" if text else text
