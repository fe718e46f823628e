"""Avbrutt: whether a command was cut off while it wrote. Every command asks, so this costs next to nothing."""

from __future__ import annotations

from pathlib import Path

MAPPE = ".brukerutvalg"
"""Beside records/: the lock, and what `angre` needs. Never in git."""
LAAS = "laas"
"""Held by the one who writes."""
PAABEGYNT = "paabegynt.json"
"""There while files are being replaced: what they held, and what they are to hold."""


def er_avbrutt(root: Path) -> bool:
    """Whether a command is writing now, or was cut off while it wrote."""
    return (root / MAPPE / PAABEGYNT).exists()


def ble_avbrutt(root: Path) -> bool:
    """Whether a command was cut off while it wrote, and nobody is writing now."""
    if not er_avbrutt(root):
        return False
    from filelock import FileLock, Timeout

    try:
        with FileLock(root / MAPPE / LAAS, timeout=0):
            return er_avbrutt(root)
    except Timeout:
        return False
    except OSError:  # nobody can write here, so nobody does
        return True
