"""Tilbake: what a command had replaced when it was cut off, put back by the note it made before it wrote."""

from __future__ import annotations

from glob import escape as glob_escape
from hashlib import sha256
from pathlib import Path

from brukerutvalg_cli.endring.arbeidsfil import (
    DAGBOK,
    MEST_PAABEGYNT,
    IkkeVaar,
    Paabegynt,
    les_fil,
    les_paabegynt,
)
from brukerutvalg_cli.endring.arbeidsmappe import Avvist, se_over
from brukerutvalg_cli.endring.avbrutt import LAAS, MAPPE, PAABEGYNT, er_avbrutt
from brukerutvalg_cli.endring.disken import maal, uten_tomme_mapper, ved_siden_av
from brukerutvalg_cli.endring.egne_stier import inni


def avbrutt_kommando(root: Path) -> Paabegynt | None:
    """What was begun and not ended; None where nothing was.

    Raises:
        IkkeVaar: when the note of it is not ours, or one of its files is not in the register.
        OSError: when it cannot be read.
    """
    if not er_avbrutt(root):
        return None
    begun = les_paabegynt(les_fil(root / MAPPE / PAABEGYNT, MEST_PAABEGYNT))
    if not all(file.path == DAGBOK or inni(root, file.path) for file in begun.filer):
        raise IkkeVaar
    return begun


def ta_tilbake(root: Path) -> tuple[str, ...] | None:
    """Puts back what a command had replaced when it was cut off; the files that were touched.

    None where no command was, or it was done.

    A file that somebody has changed since is left as it is.

    Raises:
        IkkeVaar: when the note of what was begun is not ours.
        OSError: when it cannot be done now. It can be tried again.
    """
    note = root / MAPPE / PAABEGYNT
    begun = avbrutt_kommando(root)
    if begun is None:
        note.with_suffix(".tmp").unlink(missing_ok=True)  # cut off before anything was touched
        return None
    touched = []
    everything = True
    for file in begun.filer:
        target = maal(root / file.path)
        for left in target.parent.glob(f".{glob_escape(target.name)}.*.tmp"):
            if not left.is_dir():
                left.unlink()  # we hold the lock, so nobody is writing it
        if _er_naa(target, file.etter):
            touched.append(file)
        else:
            everything = False
    if everything:  # cut off when all was done
        uten_tomme_mapper(root, begun.rydd)
        note.unlink()
        return None
    for file in touched:
        target = maal(root / file.path)
        if file.foer is None:
            target.unlink(missing_ok=True)
        else:
            ved_siden_av(target, file.foer).replace(target)
    uten_tomme_mapper(root, begun.mapper)
    note.unlink()
    return tuple(file.path for file in touched if file.path != DAGBOK)


def _er_naa(target: Path, etter: str | None) -> bool:
    """Whether a file is what the command was to make of it: it is there with that content, or it can be made anew."""
    if target.is_file():
        return sha256(target.read_bytes()).hexdigest() == etter
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
