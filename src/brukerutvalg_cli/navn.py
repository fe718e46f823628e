"""Navn: what a file or a folder can be called – on every machine, and in this register.

Windows keeps some names for itself, cannot hold some signs, and drops a dot or a blank at the end; Windows and
macOS take names that differ only in case, or in how å is put together, for the same.
"""

from __future__ import annotations

import re
from unicodedata import normalize

from brukerutvalg_cli.tegn import LINE_BREAKS, first_unsafe

_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *", re.IGNORECASE)
_SIGNS = '<>:"/\\|?*'
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)

LENGST = 100
"""The longest id, in signs: its file has room for an ending, and its path for the folders above it."""

_LENGST_FIL = 240
"""The longest name, in bytes: 255 on every disk, less what a program puts around it while it writes."""


def umulig(navn: str) -> str:
    """Why some machine cannot hold the name; empty where every one can."""
    # As the machine that takes the most room for it would have it: macOS keeps å as two.
    if len(normalize("NFD", navn).encode(errors="replace")) > _LENGST_FIL:
        return f"navnet er lengre enn {_LENGST_FIL} byte"
    if sign := next((sign for sign in navn if sign in _SIGNS), ""):
        return f"Windows kan ikke ha «{sign}» i et navn"
    if LINE_BREAKS.search(navn) or first_unsafe(navn):
        return "navnet har et usynlig tegn"
    if _RESERVED.fullmatch(navn.partition(".")[0]):
        return f"Windows bruker «{navn.partition('.')[0].strip()}» til noe annet"
    if navn != navn.strip() or navn.endswith("."):
        return "navnet begynner eller slutter med mellomrom eller punktum"
    if navn.startswith("-"):
        return "navnet begynner med bindestrek, og blir lest som et valg av andre programmer"
    return ""


def er_id(navn: str) -> bool:
    """Whether it is written as an id: small letters from a to z, digits, and single hyphens between them."""
    return len(navn) <= LENGST and _ID.fullmatch(navn) is not None


def ikke_id(navn: str) -> str:
    """Why it cannot be an id, which is the name of a file; empty where it can."""
    if len(navn) > LENGST:
        return f"en id har høyst {LENGST} tegn"
    if not er_id(navn):
        return "bare små bokstaver fra a til z, tall og bindestrek mellom dem"
    return umulig(navn)


def som_id(text: str) -> str:
    """The text as an id: letters of any keyboard, with hyphens. `Åse Ødegård` is aase-oedegaard; without any, empty."""
    plain = text.lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa").replace("a\u030a", "aa")
    plain = plain.translate(str.maketrans("ðđŋ", "ddn"))
    plain = normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def likt(navn: str) -> str:
    """The name as a machine compares it: what is alike in this cannot lie in one folder everywhere."""
    return navn.lower() if navn.isascii() else normalize("NFC", normalize("NFC", navn).casefold())


def er_git(navn: str) -> bool:
    """Whether a part of a path is git's own folder, by any of the names that some machine reaches it by."""
    name = _plain(navn)
    return name == ".git" or re.fullmatch(r"git~\d+", name) is not None


def er_gits_fil(navn: str) -> bool:
    """Whether a file of this name is git's, wherever it lies: `.gitignore`, `.gitattributes`."""
    return _plain(navn).startswith(".git") or er_git(navn)


def _plain(navn: str) -> str:
    """A name without what Windows and macOS overlook."""
    return re.sub(r"[^!-~]", "", normalize("NFKD", navn)).lower().partition(":")[0].rstrip(". ")
