"""Lagremelding: what is said of changes that are saved together: as the commands that made them said, and the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from brukerutvalg_cli.endring.arbeidsfil import Innslag

FLEST = 40
"""So many lines; the rest are counted."""


def lagremelding(entries: Sequence[Innslag], filer: Mapping[str, bytes | None], foerste: str = "") -> str:
    """One line, and under it what it is made of, where that is more.

    `filer`: what each now holds; None where it is gone. `foerste`: what is said of all, where nothing was ever saved.
    """
    waiting = [e for e in entries if not e.commit and any(c.path in filer for c in e.endringer)]
    left = {change.path: change.etter for entry in waiting for change in entry.endringer}
    told = list(dict.fromkeys(entry.melding for entry in waiting))
    rest = [path for path, now in filer.items() if path not in left or left[path] != now]
    if foerste:
        return _med(foerste, told)
    told += [f"{'Slettet' if filer[path] is None else 'Endret'} {path}" for path in rest]
    return told[0] if len(told) == 1 else _med(f"{len(told)} endringer", told)


def _med(title: str, told: Sequence[str]) -> str:
    rest = [f"- og {len(told) - FLEST} til"] if len(told) > FLEST else []
    return "\n".join([title, *([""] if told else []), *(f"- {each}" for each in told[:FLEST]), *rest])
