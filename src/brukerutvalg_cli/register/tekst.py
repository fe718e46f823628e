"""The text of a file: bytes in, letters out, or what is wrong with how it was saved, or fetched."""

from __future__ import annotations

import re

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.register.filfeil.filer import FIL_KODING, FIL_ULESBAR
from brukerutvalg_cli.register.linjer import Lines, short

_I_LFS = b"version https://git-lfs.github.com/spec/"
"""How a file begins that git has put somewhere else, and not fetched."""
_ANSI_LETTERS = frozenset("æøåÆØÅäöüÄÖÜéèêëÉÈàáâçñóòôšžŠŽ")
_SAVE_AS = "åpne fila i tekstprogrammet, velg «Lagre som» og koding UTF-8, og se at æ, ø og å er riktige"


def decode(path: str, raw: bytes) -> tuple[str, Finding | None]:
    """The text of a file without byte order mark, and the problem if it is not UTF-8."""
    if raw.startswith(_I_LFS):
        message = "innholdet er ikke hentet hit: her står bare hvor git har det (Git LFS)"
        help = "skriv «git lfs pull». Det som skal prøves før hver lagring, må ligge i git selv: «git lfs untrack»"
        return "", FIL_ULESBAR.finding(message, Place(path), help=help)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        text = raw.decode("utf-8", "replace").lstrip("\ufeff")
        return text, _not_utf8(path, raw, text, error)
    if raw and not raw.strip(b"\0"):
        message = "fila har mistet innholdet; lagringen ble trolig avbrutt"
        help = "hent fila tilbake fra historikken eller en sikkerhetskopi"
        return "", FIL_KODING.finding(message, Place(path), help=help)
    if b"\0\0" in (raw[0:3:2], raw[1:4:2]):  # every other byte is 0: UTF-16 without its mark
        return text, _utf16(path)
    return text.lstrip("\ufeff"), None


def _not_utf8(path: str, raw: bytes, text: str, error: UnicodeDecodeError) -> Finding:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _utf16(path)
    if b"\0" in raw:
        help = "er det et Word-dokument, en PDF eller et bilde, hører det hjemme i mappa «vedlegg»"
        return FIL_KODING.finding("fila er ikke en tekstfil", Place(path), help=help)
    before = raw[: error.start].decode("utf-8").lstrip("\ufeff")
    place = Place(path, span=Lines(text).span(len(before), len(before) + 1))
    after = raw[error.start :].decode("cp1252", "replace")
    if after[0] in _ANSI_LETTERS:
        word = short(_word_at(len(before), before + after))
        message = f"fila er ikke lagret som UTF-8; her står det trolig «{word}»"
        return FIL_KODING.finding(message, place, label="ikke UTF-8", help=_SAVE_AS)
    if error.reason == "unexpected end of data":
        message = "fila slutter midt i en bokstav; slutten er trolig gått tapt"
        help = "hent fila på nytt, eller skriv det som mangler, og lagre som UTF-8"
        return FIL_KODING.finding(message, place, label="her stopper den", help=help)
    return FIL_KODING.finding("fila er ikke lagret som UTF-8", place, label="ikke UTF-8", help=_SAVE_AS)


def _utf16(path: str) -> Finding:
    return FIL_KODING.finding("fila er lagret som UTF-16, ikke som UTF-8", Place(path), help=_SAVE_AS)


def _word_at(index: int, text: str) -> str:
    """The word around an index where a letter stands."""
    return next(found.group() for found in re.finditer(r"[^\W\d_]+", text) if found.end() > index)
