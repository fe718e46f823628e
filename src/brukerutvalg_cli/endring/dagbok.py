"""Dagbok: what the last commands wrote, so that `angre` can put it back."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from brukerutvalg_cli.endring.avbrutt import MAPPE
from brukerutvalg_cli.endring.skriv import KanIkkeLagre, alene, er_som_foer, lagre, nye_mapper
from brukerutvalg_cli.endring.utkast import Filendring

SISTE = 20
"""So many commands back can be undone."""
_FIL = f"{MAPPE}/dagbok.json"


class Innslag(NamedTuple):
    """One command that wrote: what it did, in one line, its files and the folders it made, and its commit if any."""

    melding: str
    endringer: tuple[Filendring, ...]
    commit: str = ""
    mapper: tuple[str, ...] = ()


def lagre_og_husk(root: Path, melding: str, endringer: Sequence[Filendring]) -> None:
    """Writes the files and the entry in the journal: both, or neither.

    Raises:
        KanIkkeLagre: as `lagre`.
    """
    with alene(root):
        entry = Innslag(melding, tuple(endringer), "", nye_mapper(root, endringer))
        lagre(root, [*endringer, _dagbok(root, [*les(root), entry][-SISTE:])])


def husk_commit(root: Path, sha: str) -> None:
    """Notes the commit of the command that wrote last.

    Raises:
        KanIkkeLagre: as `lagre`.
    """
    with alene(root):
        *earlier, last = les(root)
        lagre(root, [_dagbok(root, [*earlier, last._replace(commit=sha)])])


def angre_siste(root: Path) -> None:
    """Puts back what the last command wrote, and takes it out of the journal: both, or neither.

    Raises:
        KanIkkeLagre: as `lagre`; also when a file was changed since.
    """
    with alene(root):
        *earlier, last = les(root)
        back = omvendt(last.endringer)
        if since := endret_siden(root, last):
            raise KanIkkeLagre(f"{', '.join(since)} er endret siden. Ingenting er skrevet")
        lagre(root, [*back, _dagbok(root, earlier)], rydd=last.mapper)


def endret_siden(root: Path, innslag: Innslag) -> list[str]:
    """The files that are not as the command left them.

    Raises:
        KanIkkeLagre: when one cannot be read.
    """
    return [e.path for e in omvendt(innslag.endringer) if not er_som_foer(root, e)]


def glem_siste(root: Path) -> None:
    """Takes the last command out of the journal, and leaves its files as they are.

    Raises:
        KanIkkeLagre: as `lagre`.
    """
    with alene(root):
        lagre(root, [_dagbok(root, les(root)[:-1])])


def les(root: Path) -> list[Innslag]:
    """The journal, oldest first; empty where there is none, or it is damaged."""
    try:
        entries = json.loads((root / _FIL).read_text(encoding="utf-8"))
        return [
            Innslag(
                e["melding"],
                tuple(Filendring(p, _ut(b), _ut(a)) for p, b, a in e["filer"]),
                e["commit"],
                tuple(e.get("mapper", ())),
            )
            for e in entries
        ]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return []


def omvendt(endringer: Sequence[Filendring]) -> tuple[Filendring, ...]:
    """The change that undoes these."""
    return tuple(Filendring(e.path, e.etter, e.foer) for e in endringer)


def _dagbok(root: Path, entries: Sequence[Innslag]) -> Filendring:
    path = root / _FIL
    text = json.dumps(
        [
            {
                "melding": e.melding,
                "commit": e.commit,
                "mapper": e.mapper,
                "filer": [[f.path, _inn(f.foer), _inn(f.etter)] for f in e.endringer],
            }
            for e in entries
        ]
    )
    return Filendring(_FIL, path.read_bytes() if path.exists() else None, text.encode())


def _inn(raw: bytes | None) -> str | None:
    return None if raw is None else b64encode(raw).decode("ascii")


def _ut(text: str | None) -> bytes | None:
    return None if text is None else b64decode(text)
