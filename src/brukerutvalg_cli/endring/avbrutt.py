"""Avbrutt: whether a command was cut off while it wrote. Every command asks, so this costs next to nothing."""

from __future__ import annotations

import os
from pathlib import Path

MAPPE = ".brukerutvalg"
"""Beside records/: the lock, and what `angre` needs. Never in git."""
LAAS = "laas"
"""Held by the one who writes."""
PAABEGYNT = "paabegynt.json"
"""There while files are being replaced: what they held, and what they are to hold."""
BESTILT = "bestilt.json"
"""There from when files are written until the commit that was asked for is made, or it is told that it was not."""


def er_avbrutt(root: Path) -> bool:
    """Whether a command is writing now, or was cut off while it wrote, as far as the name of a file tells."""
    return os.path.lexists(root / MAPPE / PAABEGYNT)


def er_bestilt(root: Path) -> bool:
    """Whether a command is making a commit now, or was cut off before it had said what became of it."""
    return os.path.lexists(root / MAPPE / BESTILT)
