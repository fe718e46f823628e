"""Tilbake: what a command had replaced when it was cut off, put back by the note it made before it wrote."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from brukerutvalg_cli.endring.arbeidsfil import (
    MEST_PAABEGYNT,
    VAARE,
    IkkeVaar,
    Paabegynt,
    hash_av,
    les_fil,
    les_paabegynt,
)
from brukerutvalg_cli.endring.arbeidsmappe import Avvist, se_over
from brukerutvalg_cli.endring.avbrutt import LAAS, MAPPE, PAABEGYNT, er_avbrutt
from brukerutvalg_cli.endring.disken import (
    maal,
    nytt_merke,
    plass_ved_siden_av,
    uten_tomme_mapper,
    ved_siden_av,
)
from brukerutvalg_cli.endring.egne_stier import inni
from brukerutvalg_cli.endring.utkast import Filendring


def avbrutt_kommando(root: Path) -> Paabegynt | None:
    """What was begun and not ended; None where nothing was.

    Raises:
        IkkeVaar: when the note of it is not ours, or one of its files is not in the register.
        OSError: when it cannot be read.
    """
    if not er_avbrutt(root):
        return None
    try:
        raw = les_fil(root / MAPPE / PAABEGYNT, MEST_PAABEGYNT)
    except FileNotFoundError:  # whoever had begun it ended it meanwhile
        return None
    begun = les_paabegynt(raw)
    if not all(file.path in VAARE or inni(root, file.path) for file in begun.filer):
        raise IkkeVaar
    return begun


Kan = Callable[[Sequence[Filendring]], bool]
"""Whether a change that takes something back is to be made."""


def alltid(_: Sequence[Filendring]) -> bool:
    """It is."""
    return True


def ta_tilbake(root: Path, kan: Kan = alltid) -> tuple[str, ...] | None:
    """Puts back what a command had replaced when it was cut off; the files that were touched.

    None where no command was, or it was done, or it is not to be taken back; then the note of it stays.

    A file that somebody has changed since is left as it is.

    Raises:
        IkkeVaar: when the note of what was begun is not ours.
        OSError: when it cannot be done now. It can be tried again.
    """
    begun = avbrutt_kommando(root)
    if begun is None:  # cut off before anything was touched
        (root / MAPPE / PAABEGYNT).with_suffix(".tmp").unlink(missing_ok=True)
        return None
    return sett_tilbake(root, begun, kan)


def sett_tilbake(root: Path, begun: Paabegynt, kan: Kan = alltid) -> tuple[str, ...] | None:
    """As `ta_tilbake`, by what is known to have been begun.

    Raises:
        OSError: when it cannot be done now. It can be tried again.
    """
    note = root / MAPPE / PAABEGYNT
    for path in (*(file.path for file in begun.filer), *begun.staar):
        _rydd_ved_siden_av(maal(root / path), begun.merke)
    touched = [file for file in begun.filer if _er_naa(maal(root / file.path), file.etter)]
    if len(touched) == len(begun.filer):  # cut off when all was done
        uten_tomme_mapper(root, begun.rydd)
        note.unlink()
        return None
    records = [file for file in touched if file.path not in VAARE]
    if not kan([Filendring(file.path, _naa(root / file.path), file.foer) for file in records]):
        return None
    for file in touched:
        target = maal(root / file.path)
        if file.foer is None:
            target.unlink(missing_ok=True)
        else:
            ved_siden_av(target, file.foer, begun.merke or nytt_merke()).replace(target)
    uten_tomme_mapper(root, begun.mapper)
    note.unlink()
    return tuple(file.path for file in records)


def _rydd_ved_siden_av(target: Path, merke: str) -> None:
    """Takes away what the command had written beside a file, by the name it gave it: others have theirs there too."""
    left = plass_ved_siden_av(target, merke)
    if merke and left.is_file() and not left.is_symlink():
        left.unlink()  # we hold the lock, so nobody is writing it


def _naa(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _er_naa(target: Path, etter: str | None) -> bool:
    """Whether a file is what the command was to make of it: it is there with that content, or it can be made anew."""
    if target.is_file():
        return hash_av(target.read_bytes()) == etter
    above = next(folder for folder in target.parents if folder.exists())
    return etter is None and not target.exists() and above.is_dir()


def til_leseren(root: Path) -> str:
    """What those who only read are to know of a command that was cut off; empty where none was, or one writes now."""
    from filelock import FileLock, Timeout

    told = (
        "En kommando ble avbrutt mens den skrev, så det som står her, kan være halvferdig. "
        "«brukerutvalg angre» tar det tilbake."
    )
    try:
        se_over(root)
        with FileLock(root / MAPPE / LAAS, timeout=0, mode=0o600):
            return told if avbrutt_kommando(root) else ""
    except Timeout:
        return ""
    except Avvist as error:
        return f"{error}."
    except IkkeVaar:
        return (
            f"{MAPPE}/{PAABEGYNT} er ikke slik programmet skriver den, og blir ikke brukt. "
            "Den neste kommandoen som skriver, legger den til side."
        )
    except OSError:  # nobody can write here, so nobody does
        return told
