"""Gitmappefil: a file in git's own folder, written whole or not at all – and through no link, and nowhere else.

A repository may have come with a clone or a zip, with links in it and settings that name other folders.
"""

from __future__ import annotations

from pathlib import Path

from brukerutvalg_cli.endring.disken import nytt_merke, ved_siden_av
from brukerutvalg_cli.gitlager.lager import egen_fil


def skriv_i_gitmappa(root: Path, navn: str, innhold: bytes, mode: int | None = None) -> Path:
    """Puts the file in place, and says where. `mode`: who may do what with it; None for what is usual.

    Raises:
        GitFeil: when there is no repository, or the place is not git's own.
        OSError: when it cannot be written.
    """
    path = egen_fil(root, navn)
    beside = ved_siden_av(path, innhold, nytt_merke())
    try:
        if mode is not None:
            beside.chmod(mode)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    return path
