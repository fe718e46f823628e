"""Utfil: a file that a command writes for its user, put in place whole or not at all, and never over what is not its.

Reports, documents, calendars and messages all go through here. The principle: nothing is written inside the records,
and nothing in a register that git, the program or whoever set the register up has a use for by its name. They are
refused by any way they can be named: through links, by another case, by the short names of Windows.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import NamedTuple

from brukerutvalg_cli.cli.stans import Stans
from brukerutvalg_cli.navn import er_git, er_gits_fil, likt, umulig

RECORD_SUFFIXES = (".yaml", ".yml", ".j2")
OWN_FOLDERS = frozenset({"schemas", "templates"})
"""Folders of a register that the program reads; and every name that begins with a dot is a setting."""
OF_THE_REGISTER = frozenset(
    {"readme", "license", "licence", "lisens", "contributing", "changelog", "codeowners", "makefile"}
)
"""What stands at the top of a register about itself, whatever its ending."""


class Utfil(NamedTuple):
    """A place that may be written: as it was asked for, and behind any link."""

    oensket: Path
    maal: Path

    @property
    def erstatter(self) -> bool:
        """Whether there is something there already."""
        return self.maal.is_file()

    def skriv(self, raw: bytes) -> None:
        """Puts the file in place; one that was there is replaced, open to the same people as before.

        Raises:
            Stans: when it cannot be done.
        """
        try:
            _put(raw, self.maal)
        except FileNotFoundError:
            raise Stans(f"mappa «{self.oensket.parent}» finnes ikke. Lag den først") from None
        except PermissionError:
            raise Stans(f"du har ikke lov til å skrive «{self.oensket}»") from None
        except IsADirectoryError:
            raise Stans(f"«{self.oensket}» er en mappe, ikke en fil") from None
        except BrokenPipeError:
            raise
        except (OSError, ValueError) as error:
            raise Stans(f"«{self.oensket}» kan ikke skrives ({hvorfor_ikke(error)})") from None


def utfil(output: str | Path, rot: Path, *, lag_mappe: bool = False) -> Utfil:
    """The place, when it may be written. `rot`: the register; `lag_mappe`: the folder is made when it is not there.

    Raises:
        Stans: when it may not, or cannot be found out.
    """
    wanted = Path(output)
    try:
        target = wanted.resolve()
        if refused := _refused(Path.cwd() / wanted, target, rot):
            raise Stans(f"«{wanted}» {refused}")
        if lag_mappe:
            target.parent.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError, ValueError) as error:  # RuntimeError: links in a ring, before Python 3.13
        raise Stans(f"«{wanted}» kan ikke skrives ({hvorfor_ikke(error)})") from None
    return Utfil(wanted, target)


def _refused(asked: Path, target: Path, rot: Path) -> str:
    """What is said of a place where nothing is written; empty where it may be."""
    names = {likt(part) for path in (asked, target) for part in path.parts}
    if any(map(er_git, names)) or er_gits_fil(target.name) or any(map(_is_git_folder, target.parents)):
        return "hører til git, og blir ikke skrevet"
    if ".brukerutvalg" in names:
        return "ligger der programmet har sine egne filer, og blir ikke skrevet"
    if target.exists() and not target.is_file():
        return ""  # a pipe or a device
    if likt(target.suffix) in RECORD_SUFFIXES:
        return "er en fil i registeret. Et dokument får et navn som slutter på .md"
    if _in_records(target, rot):
        return "ligger inne i registeret, der bare registeret selv skrives. Legg dokumentet et annet sted"
    if _is_settings(target, rot):
        return "hører til oppsettet av registeret, og blir ikke skrevet. Gi dokumentet et annet navn"
    # What this machine has already it can hold; what lies in the register goes to other machines.
    shared = (
        part for part in (target, *target.parents) if rot.resolve() in part.parents or not part.exists()
    )
    return next((f"kan ikke være et navn: {why}" for part in shared if (why := umulig(part.name))), "")


def _in_records(target: Path, rot: Path) -> bool:
    """Whether it lies in the records of this register or another."""
    own = (rot / "records").resolve()
    return any(
        folder == own or (likt(folder.name) == "records" and (folder / "utvalg").is_dir())
        for folder in (target, *target.parents)
    )


def _is_settings(target: Path, rot: Path) -> bool:
    """Whether a place in this register is known by its name to git, to the program or to an editor."""
    root = rot.resolve()
    if root not in target.parents:
        return False
    parts = [likt(part) for part in target.relative_to(root).parts]
    about = len(parts) == 1 and parts[0].partition(".")[0] in OF_THE_REGISTER
    return about or parts[0] in OWN_FOLDERS or any(part.startswith(".") for part in parts)


def _is_git_folder(folder: Path) -> bool:
    """Whether git keeps a repository here, whatever the folder is called."""
    return (folder / "HEAD").is_file() and (folder / "objects").is_dir() and (folder / "refs").is_dir()


def _put(raw: bytes, target: Path) -> None:
    if target.exists() and not target.is_file():
        target.write_bytes(raw)  # a pipe or a device: there is no place to put anything
        return
    beside = target.with_name(f".brukerutvalg-{os.getpid()}.tmp")
    try:
        with beside.open(
            "xb"
        ) as file:  # what the disk itself has against it, is said before what the file has
            if target.exists() and not os.access(target, os.W_OK):
                raise PermissionError
            file.write(raw)
        if target.exists():
            beside.chmod(target.stat().st_mode & 0o7777)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def hvorfor_ikke(error: Exception) -> str:
    """Why a place cannot be used, in Norwegian."""
    from brukerutvalg_cli.endring.disken import grunn

    if isinstance(error, RuntimeError):
        return "lenkene går i ring"  # so Path.resolve says it before Python 3.13
    if not isinstance(error, OSError):
        return "navnet kan ikke brukes"
    return "mappa finnes ikke" if error.errno == errno.ENOENT else grunn(error)
