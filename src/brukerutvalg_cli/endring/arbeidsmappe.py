"""Arbeidsmappe: our own folder in the register. It may have come with a clone or a zip, and is looked at first.

It is for the owner alone: the folder 0700, what is in it 0600. Where the disk has no such rights, or the folder
is somebody else's, it stays as it is; that is the arrangement of those who share it.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from itertools import count
from pathlib import Path

from brukerutvalg_cli.endring.avbrutt import LAAS, MAPPE
from brukerutvalg_cli.endring.disken import grunn
from brukerutvalg_cli.gitlager.gitfiler import KanIkkeVite, foelger

UGYLDIG = ".ugyldig"
"""What a file is called that is not ours, when it is set aside."""
_SLETT = f"Slett {MAPPE}; det er bare programmets eget, og registeret står i records/"


class Avvist(Exception):
    """The folder is not as we make it, and nothing in it is touched; said why, and what helps, for the secretary."""

    def __init__(self, hva: str, kur: str = _SLETT) -> None:
        super().__init__(f"{hva}. {kur}" if kur else hva)
        self.hva, self.kur = hva, kur


def se_over(root: Path) -> None:
    """Looks at the folder, without opening anything in it. One that is not there is in order.

    Raises:
        Avvist: when it is not as we make it, or cannot be looked at.
    """
    folder = root / MAPPE
    if not os.path.lexists(folder):
        return
    if folder.is_symlink():
        raise Avvist(f"{MAPPE} er en lenke til et annet sted, og skal være en mappe her")
    if not folder.is_dir():
        raise Avvist(f"{MAPPE} er en fil, og skal være en mappe")
    _ikke_i_git(root)
    try:
        children = sorted(os.scandir(folder), key=lambda child: child.name)
    except OSError as error:
        raise Avvist(f"{MAPPE} kan ikke leses: {grunn(error)}", "") from None
    for child in children:
        try:
            kind = child.stat(follow_symlinks=False)
        except FileNotFoundError:  # whoever holds the lock was done with it meanwhile
            continue
        if not stat.S_ISREG(kind.st_mode) or kind.st_nlink > 1:
            raise Avvist(f"{MAPPE}/{_vist(child.name)} er ikke en vanlig fil, og skal være det")


def _ikke_i_git(root: Path) -> None:
    try:
        if foelger(root, MAPPE):
            raise Avvist(
                f"{MAPPE} er lagret i git, så det som står der, kan være skrevet av andre",
                f"Ta den ut med «git rm -r --cached {MAPPE}» og en commit, og slett den",
            )
    except KanIkkeVite as error:
        raise Avvist(f"programmet kan ikke vite om {MAPPE} er lagret i git", str(error)) from None


def sett_i_stand(root: Path) -> Path:
    """The folder, made when it is not there, and open to the owner alone.

    Raises:
        Avvist: when it is not as we make it.
        OSError: when it cannot be made.
    """
    se_over(root)
    folder = root / MAPPE
    folder.mkdir(exist_ok=True, mode=0o700)
    ignore = folder / ".gitignore"
    if not ignore.exists() or not ignore.stat().st_size:
        ignore.write_text("*\n", encoding="utf-8", newline="\n")
    (folder / LAAS).touch(mode=0o600)
    for path, mode in ((folder, 0o700), *((child, 0o600) for child in folder.iterdir())):
        with suppress(OSError):  # gone meanwhile, or not ours to say
            _for_eieren(path, mode)
    return folder


def legg_bort(root: Path, name: str, hvorfor: str) -> str:
    """Gives a file that is not ours a name that nothing is read by; says so.

    Raises:
        OSError: when it cannot be renamed.
    """
    path = root / MAPPE / name
    numbers = ("" if nr == 1 else f"-{nr}" for nr in count(1))
    aside = next(to for n in numbers if not os.path.lexists(to := path.with_name(f"{name}{UGYLDIG}{n}")))
    path.rename(aside)
    return f"{MAPPE}/{name} {hvorfor}. Den er lagt til side som {aside.name}, og blir ikke brukt"


def toem(root: Path) -> None:
    """Takes away all that is remembered: the journal, what was set aside, and what was half written.

    Raises:
        OSError: when something cannot be taken away.
    """
    for child in sorted((root / MAPPE).iterdir()):
        if child.name not in (LAAS, ".gitignore"):
            child.unlink()


def _for_eieren(path: Path, mode: int) -> None:
    if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) != mode:
        path.chmod(mode)


def _vist(name: str) -> str:
    return name if name.isprintable() else ascii(name)
