"""Tråd: a case through the meetings – what it takes up again, what it came to be, and when the next meeting is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from brukerutvalg_cli.model.deldato import Deldato
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.sak import Oppfoelging, Sak
from brukerutvalg_cli.model.saksnummer import les_nummer
from brukerutvalg_cli.model.verdier import Ukjent, kjent

Sakssted = tuple[Moete, Sak]


def tidligere(moeter: Sequence[Moete], moete: Moete, sak: Sak) -> Sakssted | None:
    """The case that it takes up again, as it was the last time before this meeting."""
    name = kjent(sak.fra_sak) or ""
    before = moeter[: _plass(moeter, moete)] if name else ()
    return next(((m, s) for m in reversed(before) for s in m.saker if _kalles(s, name)), None)


def senere(moeter: Sequence[Moete], moete: Moete, sak: Sak) -> Iterator[Sakssted]:
    """The cases of later meetings that take it up again."""
    for later in moeter[_plass(moeter, moete) + 1 :]:
        for case in later.saker:
            if (name := kjent(case.fra_sak)) and _kalles(sak, name):
                yield later, case


def fristen(moeter: Sequence[Moete], moete: Moete, punkt: Oppfoelging) -> date | Ukjent | None:
    """The day by which something is to be done: that of the next meeting, where that was said and it is known."""
    if punkt.frist is not None or not punkt.til_neste_moete:
        return punkt.frist
    later = moeter[_plass(moeter, moete) + 1 :]
    return next((m.dato for m in later if m.status != "avlyst"), None)


def kjent_frist(moeter: Sequence[Moete], moete: Moete, punkt: Oppfoelging) -> date | Deldato | None:
    """The same, as far as it is known."""
    return kjent(fristen(moeter, moete, punkt)) or punkt.deldato.get("frist")


def _plass(moeter: Sequence[Moete], moete: Moete) -> int:
    """Where the meeting is among all of them, which are in order; two of a day, too."""
    return next((at for at, m in enumerate(moeter) if m.path == moete.path), len(moeter))


def _kalles(sak: Sak, name: str) -> bool:
    read = les_nummer(name)
    return name in (sak.navn, sak.nr) or bool(read and read.aar and read == les_nummer(sak.nr))
