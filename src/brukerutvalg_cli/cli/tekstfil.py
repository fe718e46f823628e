"""Tekstfil: a text as it is given – on the command line, in a file, on standard input or in an editor – in whatever
encoding it was saved."""

from __future__ import annotations

import os
import sys
from codecs import BOM_UTF16_BE, BOM_UTF16_LE

from brukerutvalg_cli.cli.besvart import husket
from brukerutvalg_cli.cli.navngitt_fil import STOERST, les_navngitt
from brukerutvalg_cli.cli.svar import Ugyldig

STANDARD_INN = "-"


def tekst_eller_fil(text: str) -> str:
    """The text that is said, or that `@fil` or `-` means. Of several lines, it ends with one.

    Raises:
        Ugyldig: when the file cannot be read.
    """
    if text == STANDARD_INN:
        text = husket(STANDARD_INN, les_standard_inn)
    elif text.startswith("@"):
        text = les_fil(text[1:])
    return _ryddet(text)


def _ryddet(text: str) -> str:
    text = "\n".join(line.rstrip() for line in text.strip().splitlines())
    return text + "\n" if "\n" in text else text


def fra_fil(name: str) -> str:
    """The text of a file that is named by itself, `-` for standard input; nothing where none is.

    Raises:
        Ugyldig: when it cannot be read.
    """
    return tekst_eller_fil(name if name == STANDARD_INN else f"@{name}") if name else ""


def les_fil(name: str) -> str:
    """The text of a file, with LF: UTF-8, or as Excel and Notepad save it on Windows (UTF-16, cp1252).

    Raises:
        Ugyldig: when it cannot be had, or is no text.
    """
    return som_tekst(les_navngitt(name), f"fila «{name}»")


def les_standard_inn() -> str:
    """What another program sends, or somebody types until the end.

    Raises:
        Ugyldig: when it is no text, or too much.
    """
    raw = sys.stdin.buffer.read(STOERST + 1) if hasattr(sys.stdin, "buffer") else sys.stdin.read().encode()
    if len(raw) > STOERST:
        raise Ugyldig("det som kom inn, er større enn 1 MiB, og så mye leses ikke. Del det opp.")
    return som_tekst(raw, "det som kom inn,")


def som_tekst(raw: bytes, hva: str) -> str:
    """The text that these bytes are, with LF. `hva`: what they are from, as a sentence has it.

    Raises:
        Ugyldig: when they are no text.
    """
    wide = raw.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "cp1252"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return "\n".join(text.splitlines()) + "\n"
    raise Ugyldig(
        f"{hva} er ikke tekst. Er det et regneark eller et dokument, lagrer du det først som tekst."
    )


def editoren() -> list[str]:
    """The editor of whoever sits there, with its options; nothing where none is chosen."""
    from shlex import split

    return split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "", posix=os.name != "nt")


def skrevet(hva: str, staar: str) -> str:
    """What somebody writes of something in their editor, beginning with what stands; nothing where they have none.

    Raises:
        Ugyldig: as `fra_editor`.
    """
    return husket(f"editor {hva}", lambda: fra_editor(staar)) if editoren() else ""


def fra_editor(text: str) -> str:
    """The text as it was left in the editor, which begins with this one.

    Raises:
        Ugyldig: when the editor cannot be opened, or says that it did not do it.
    """
    import subprocess
    from pathlib import Path
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="brukerutvalg-") as folder:
        file = Path(folder) / "tekst.md"
        file.write_text(text, encoding="utf-8", newline="\n")
        try:
            done = subprocess.run([*editoren(), str(file)], check=False)
        except (OSError, ValueError):
            raise Ugyldig(f"editoren «{' '.join(editoren())}» kan ikke åpnes.") from None
        if done.returncode:
            raise Ugyldig("editoren ble avsluttet uten å lagre.")
        return _ryddet(les_fil(str(file)))
