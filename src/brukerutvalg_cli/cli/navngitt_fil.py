"""A file that somebody names on the command line: read whole, or told why not.

A pipe, a device and a file without end would never be read to the end, and so none of them is begun on.
"""

from __future__ import annotations

import os
from pathlib import Path

from brukerutvalg_cli.cli.svar import Ugyldig

STOERST = 1 << 20
"""So many bytes: as the records themselves. A list of members or addresses, or the text of a case, is far smaller."""


def les_navngitt(name: str, hva: str = "fila") -> bytes:
    """What the file holds. `hva` is what it is called when it cannot be had, in the definite form.

    Raises:
        Ugyldig: when there is no such file, or it is no ordinary one, or is too large.
    """
    try:
        if not Path(name).is_file():
            there = Path(name).exists()
            raise Ugyldig(f"{hva} «{name}» {'er ikke en vanlig fil' if there else 'finnes ikke'}.")
        with open(name, "rb", opener=_straks) as file:
            raw = file.read(STOERST + 1)
    except (OSError, ValueError):  # ValueError: a name that no system has, with a 0 in it
        raise Ugyldig(f"{hva} «{name}» kan ikke leses.") from None
    if len(raw) > STOERST:
        raise Ugyldig(f"{hva} «{name}» er større enn 1 MiB, og så mye leses ikke. Del den opp.")
    return raw


def _straks(name: str, flags: int) -> int:
    """Opens at once or not at all, should a pipe have taken the file's place since we looked."""
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0))
