"""A text on the command line, or in a file that is named with `@`, in whatever encoding the editor saved it."""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE

from brukerutvalg_cli.cli.navngitt_fil import les_navngitt
from brukerutvalg_cli.cli.svar import Ugyldig


def tekst_eller_fil(text: str) -> str:
    """The text. Of several lines, it ends with one.

    Raises:
        Ugyldig: when the file cannot be read.
    """
    if text.startswith("@"):
        text = les_fil(text[1:])
    text = "\n".join(line.rstrip() for line in text.strip().splitlines())
    return text + "\n" if "\n" in text else text


def les_fil(name: str) -> str:
    """The text of a file, with LF: UTF-8, or as Excel and Notepad save it on Windows (UTF-16, cp1252).

    Raises:
        Ugyldig: when it cannot be had, or is no text.
    """
    return som_tekst(les_navngitt(name), name)


def som_tekst(raw: bytes, name: str) -> str:
    """The text that these bytes are, with LF. `name`: the file they are from.

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
        f"filen «{name}» er ikke tekst. Er den et regneark eller et dokument, lagrer du den først som tekst."
    )
