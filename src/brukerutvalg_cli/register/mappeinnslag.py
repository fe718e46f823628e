"""Mappeinnslag: what lies in a folder of the register – a file, a link, something else – and whether it is taken in."""

from __future__ import annotations

import os
import re
from enum import Enum, auto
from operator import attrgetter
from pathlib import Path
from unicodedata import normalize

EGNE_MAPPER = ("vedlegg", "templates")
"""Folders of a council whose files are its own affair."""


class Filart(Enum):
    """What it is."""

    FILE = auto()
    LINK = auto()
    FOLDER = auto()
    """A folder named as a file."""
    OTHER = auto()
    """A pipe, a socket or a device: to open one may be to wait for ever."""


def innslagene(folder: str) -> tuple[list[os.DirEntry[str]], list[os.DirEntry[str]]]:
    """What lies in a folder, by name, but for what is hidden: the files of whose name nothing has to be said, and all
    else. Nearly all are such files, and a country has many thousand: they are looked at a folder at a time.

    Raises:
        OSError: when it cannot be looked into.
    """
    with os.scandir(folder) as found:
        every = [child for child in found if child.name[0] != "."]
    every.sort(key=navnet)
    if enkelt("".join([child.name for child in every])):
        files = [child for child in every if child.is_file(follow_symlinks=False)]
    else:
        files = [child for child in every if enkelt(child.name) and child.is_file(follow_symlinks=False)]
    if len(files) == len(every):
        return files, []
    names = {child.name for child in files}
    return files, [child for child in every if child.name not in names]


def enkelt(name: str) -> bool:
    """Whether a name is the same however it is written, and is only a name to a shell."""
    return name.isascii() and name.isprintable() and not _FOR_SKALLET.search(name)


navnet = attrgetter("name")


def arten(child: os.DirEntry[str]) -> Filart | None:
    """What it is; None for a folder to look into."""
    if child.is_file(follow_symlinks=False):
        return Filart.FILE
    if child.is_symlink():
        return Filart.LINK
    if child.is_dir():
        return Filart.FOLDER if _is_yaml(child) else None
    return Filart.OTHER


def avvist(folder: str, child: os.DirEntry[str], kind: Filart | None, taken: bool) -> tuple[str, str] | None:
    """Message and help for what is not even listed in a folder of the register."""
    if refused := ikke_et_navn(f"{folder}/{child.name}"):
        return refused
    if taken:
        return "det finnes to filer med dette navnet, med å lagret på to måter", "gi den ene et annet navn"
    if kind is Filart.LINK and not _is_yaml(child) and Path(child.path).is_dir():
        return "snarveien til en mappe blir ikke fulgt", "flytt mappa inn i registeret"
    return None


def ikke_et_navn(path: str) -> tuple[str, str] | None:
    """Message and help for a path whose last name cannot be read, or would be run where it is pasted in a command."""
    name = path.rpartition("/")[2]
    if _NO_NAME.search(name):
        return "navnet har tegn som ikke kan leses", _NYTT_NAVN
    # What is attached is named by people; it stands in quotation marks in a command.
    found = (_I_ANFOERSEL if _er_fritt(path) else _FOR_SKALLET).search(name)
    return (f"navnet har et tegn som et skall kan kjøre: «{found[0]}»", _NYTT_NAVN) if found else None


def _er_fritt(path: str) -> bool:
    return path.count("/") > 3 and path.split("/")[3] in EGNE_MAPPER


def _is_yaml(child: os.DirEntry[str]) -> bool:
    return child.name.lower().endswith((".yaml", ".yml"))


_NO_NAME = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""What a name can not have: line ends and their like, and bytes that are no UTF-8."""


_FOR_SKALLET, _I_ANFOERSEL = re.compile(r"[$`\"\\;&|<>]"), re.compile(r"[$`\"\\]")
"""What a shell takes for more than a name, by itself and in quotation marks: the commands we print have names in them,
and the names of a clone are somebody else's."""
_NYTT_NAVN = "gi den et nytt navn, med bokstaver, tall og bindestrek"


def lesbart(name: str) -> str:
    """A name as it can be printed."""
    return sammensatt(_NO_NAME.sub(lambda found: found[0].encode("unicode_escape").decode(), name))


def sammensatt(path: str) -> str:
    """A name with its letters composed (NFC), as it is always called here."""
    return path if path.isascii() else normalize("NFC", path)
