"""Annexes as a document names them: by title, and by the kind and size of the file where there is one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath
from posixpath import normpath
from typing import NamedTuple, TypeAlias

from brukerutvalg_cli.dokument.datoer import kjent_dato
from brukerutvalg_cli.dokument.ord import ordliste
from brukerutvalg_cli.model.maalform import Maalform
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.sak import Sak, Vedlegg
from brukerutvalg_cli.tegn import for_readers_on_a_line

Stoerrelse: TypeAlias = "Callable[[str], int | None]"
"""How many bytes a file of the register has; None where there is none."""

KB, MB = 1000, 1_000_000


class Saksvedlegg(NamedTuple):
    """A paper of a case: the case, the paper and its file."""

    sak: Sak
    vedlegg: Vedlegg
    path: str


def vedlegg(annexes: Iterable[Vedlegg], mappe: Utvalgsmappe, stoerrelse: Stoerrelse) -> tuple[str, ...]:
    """`Presentasjon av tiltaka (PDF, 240 kB)`. The file's own name stays in the register."""
    return tuple(med_type(annex, mappe, stoerrelse) for annex in annexes)


def saksvedlegg(mappe: Utvalgsmappe, moete: Moete) -> Iterator[Saksvedlegg]:
    """The papers of the cases that go out with the notice and are files, in the order of the agenda."""
    for sak in moete.saker:
        for annex in sak.vedlegg:
            if annex.fil and annex.foelger("innkalling"):
                yield Saksvedlegg(sak, annex, sti(annex, mappe))


def papirnavn(annex: Vedlegg, sak: str) -> str:
    """`Sak 6-24 Utkast til strategi.pdf`: what the document calls it, as every machine can save it."""
    title = f"Sak {sak.replace('/', '-')} {annex.tittel}" if sak else annex.tittel
    title = re.sub(r'[\s\\/:*?"<>|]+', " ", title).strip(" .")
    return for_readers_on_a_line(title + PurePosixPath(annex.fil or "").suffix)


def i_byte(size: int) -> str:
    """`240 kB`, `1,2 MB`."""
    if size >= MB:
        return f"{size / MB:.1f} MB".replace(".", ",").replace(",0", "")
    return f"{max(1, round(size / KB))} kB"


def med_type(annex: Vedlegg, mappe: Utvalgsmappe, stoerrelse: Stoerrelse) -> str:
    """The title of one, with its kind and its size where they are known."""
    dated = _datert(annex, mappe.utvalg.maalform)
    if not annex.fil:
        return f"{annex.tittel} ({dated})" if dated else annex.tittel
    size = stoerrelse(path) if (path := sti(annex, mappe)) else None
    kind = PurePosixPath(annex.fil).suffix[1:].upper()
    said = ", ".join(filter(None, (kind, "" if size is None else i_byte(size), dated)))
    return f"{annex.tittel} ({said})" if said else annex.tittel


def _datert(annex: Vedlegg, maalform: Maalform) -> str:
    day = kjent_dato(annex, "dato", maalform)
    ord = ordliste(maalform)
    return f"{ord.datert} {day}" if day else ""


def sti(annex: Vedlegg, mappe: Utvalgsmappe) -> str:
    """Where its file is; empty without one, and for one that would be elsewhere than among the council's annexes."""
    folder = f"{mappe.path}/vedlegg/"
    path = normpath(f"{folder}{annex.fil}")
    return path if annex.fil and path.startswith(folder) else ""
