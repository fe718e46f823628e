"""Arbeidsfil: what our own working files hold, as values. What is not written as we write it is not ours.

They may have come with a clone or a zip, and `angre` does as they say: so each part is held up against the one
way it can be written, and what is too large to be ours is not even read.
"""

from __future__ import annotations

import json
import re
from base64 import b64decode, b64encode
from collections.abc import Sequence, Set
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from brukerutvalg_cli.endring import avbrutt
from brukerutvalg_cli.endring.avbrutt import MAPPE
from brukerutvalg_cli.endring.egne_stier import er_egen, er_mappe_for, kan_ha_skrevet
from brukerutvalg_cli.endring.utkast import Filendring

DAGBOK, BESTILT = f"{MAPPE}/dagbok.json", f"{MAPPE}/{avbrutt.BESTILT}"
VAARE = (DAGBOK, BESTILT)
"""What of our own is written together with the records, so that both are there or neither."""
MEST_DAGBOK, MEST_PAABEGYNT = 64 << 20, 256 << 20
"""Bytes. What is begun holds the journal as it was, too."""


OPPSETT = "den gjaldt bare filer ved siden av registeret, og de er ikke lenger som programmet lager dem"


class IkkeVaar(Exception):
    """The file is not as we write it."""


class Erstattet(NamedTuple):
    """One file of what was begun: what it held, and the hash of what it is to hold; None where there is no file."""

    path: str
    foer: bytes | None
    etter: str | None


class Paabegynt(NamedTuple):
    """What a command was about to write, noted before it wrote."""

    filer: tuple[Erstattet, ...]
    mapper: tuple[str, ...]
    """The folders that it had to make."""
    rydd: tuple[str, ...] = ()
    """The folders that go when it is done, if they are then empty."""
    merke: str = ""
    """What is in the name of each file that was written beside its place."""
    staar: tuple[str, ...] = ()
    """The files that are left as they are: it is not for us to put back what they are said to have held."""


class Bestilt(NamedTuple):
    """A commit that was asked for: what it was to say, and of which files."""

    melding: str
    filer: tuple[str, ...]


class Innslag(NamedTuple):
    """One command that wrote: what it did, in one line, its files and the folders it made, and its commit if any.

    `glemt`: why it cannot be undone, where what its files held is not kept. `staar`: as in `Paabegynt`.
    """

    melding: str
    endringer: tuple[Filendring, ...]
    commit: str = ""
    mapper: tuple[str, ...] = ()
    naar: date = date.min
    glemt: str = ""
    staar: tuple[str, ...] = ()


def les_fil(path: Path, most: int) -> bytes:
    """What the file holds.

    Raises:
        IkkeVaar: when it is larger than any of ours.
        OSError: when it cannot be read.
    """
    with path.open("rb") as file:
        raw = file.read(most + 1)
    if len(raw) > most:
        raise IkkeVaar
    return raw


def les_paabegynt(raw: bytes) -> Paabegynt:
    """
    Raises:
        IkkeVaar: when it is not as we write it.
    """
    noted = _json(raw)
    _noekler(noted, {"filer", "mapper"}, {"rydd", "merke"})
    files = [
        Erstattet(_sti(path, ogsaa=VAARE), _ut(before), None if after is None else _likt(_HASH, after))
        for path, before, after in _tripler(noted["filer"])
    ]
    ours = tuple(file for file in files if kan_ha_skrevet(*file))
    paths = tuple(file.path for file in files)
    made, cleared = (_mapper(noted.get(key, []), paths) for key in ("mapper", "rydd"))
    left = tuple(file.path for file in files if file not in ours)
    return Paabegynt(ours, made, cleared, _likt(_MERKE, noted.get("merke", "")), left)


def skriv_paabegynt(begun: Paabegynt) -> bytes:
    """As `les_paabegynt` reads it."""
    files = [[file.path, _inn(file.foer), file.etter] for file in begun.filer]
    noted = {"filer": files, "mapper": begun.mapper, "rydd": begun.rydd, "merke": begun.merke}
    return json.dumps(noted).encode()


def les_bestilt(raw: bytes) -> Bestilt:
    """
    Raises:
        IkkeVaar: when it is not as we write it.
    """
    noted = _json(raw)
    _noekler(noted, {"melding", "filer"})
    if not isinstance(noted["filer"], list):
        raise IkkeVaar
    return Bestilt(_likt(_LINJE, noted["melding"]), tuple(map(_sti, noted["filer"])))


def skriv_bestilt(asked: Bestilt) -> bytes:
    """As `les_bestilt` reads it."""
    return json.dumps(asked._asdict()).encode()


def les_dagbok(raw: bytes) -> list[Innslag]:
    """
    Raises:
        IkkeVaar: when it is not as we write it.
    """
    entries = _json(raw)
    if not isinstance(entries, list):
        raise IkkeVaar
    return [_innslag(entry) for entry in entries]


def skriv_dagbok(entries: Sequence[Innslag]) -> bytes:
    """As `les_dagbok` reads it."""
    return json.dumps(
        [
            {
                "melding": e.melding,
                "commit": e.commit,
                "mapper": list(e.mapper),
                "naar": e.naar.isoformat(),
                "glemt": e.glemt,
                "filer": [[f.path, _inn(f.foer), _inn(f.etter)] for f in e.endringer],
                **({"staar": list(e.staar)} if e.staar else {}),
            }
            for e in entries
        ]
    ).encode()


_HASH = re.compile(r"[0-9a-f]{64}")
_MERKE = re.compile(r"([0-9a-f]{8})?")
_COMMIT = re.compile(r"([0-9a-f]{40}|[0-9a-f]{64})?")
_TEGN = r"\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff"
_LINJE = re.compile(rf"[^{_TEGN}]{{0,2000}}")


def en_linje(text: str) -> str:
    """A text as one line that the journal takes."""
    return re.sub(f"[{_TEGN}]+", " ", text)[:2000].strip()


def _innslag(entry: Any) -> Innslag:
    _noekler(entry, {"melding", "commit", "filer"}, {"mapper", "naar", "glemt", "staar"})
    changes = tuple(Filendring(_sti(p), _ut(b), _ut(a)) for p, b, a in _tripler(entry["filer"]))
    ours = tuple(c for c in changes if kan_ha_skrevet(c.path, c.foer, hash_av(c.etter)))
    left = [change.path for change in changes if change not in ours]
    if not isinstance(stood := entry.get("staar", []), list):
        raise IkkeVaar
    left += map(_sti, stood)
    return Innslag(
        _likt(_LINJE, entry["melding"]),
        ours,
        _likt(_COMMIT, entry["commit"]),
        _mapper(entry.get("mapper", []), tuple(change.path for change in changes)),
        _dag(entry["naar"]) if "naar" in entry else date.today(),
        _likt(_LINJE, entry.get("glemt", "")) or (OPPSETT if left and not ours else ""),
        tuple(left),
    )


def hash_av(content: bytes | None) -> str | None:
    """By what a file is known again; None where there is none."""
    return None if content is None else sha256(content).hexdigest()


def _json(raw: bytes) -> Any:
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        raise IkkeVaar from None


def _noekler(value: Any, needed: Set[str], others: Set[str] = frozenset()) -> None:
    if not isinstance(value, dict) or not needed <= value.keys() <= needed | others:
        raise IkkeVaar


def _tripler(value: Any) -> list[list[Any]]:
    if not isinstance(value, list) or not all(isinstance(row, list) and len(row) == 3 for row in value):
        raise IkkeVaar
    return value


def _sti(path: Any, ogsaa: Sequence[str] = ()) -> str:
    if not er_egen(path) and path not in ogsaa:
        raise IkkeVaar
    return str(path)


def _mapper(value: Any, paths: tuple[str, ...]) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(er_mappe_for(folder, paths) for folder in value):
        raise IkkeVaar
    return tuple(value)


def _likt(pattern: re.Pattern[str], value: Any) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise IkkeVaar
    return value


def _dag(value: Any) -> date:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise IkkeVaar from None


def _inn(raw: bytes | None) -> str | None:
    return None if raw is None else b64encode(raw).decode("ascii")


def _ut(text: Any) -> bytes | None:
    if text is None:
        return None
    try:
        return b64decode(text, validate=True)
    except (TypeError, ValueError):
        raise IkkeVaar from None
