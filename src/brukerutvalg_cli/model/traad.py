"""Tråd: a case through the meetings – what it takes up again, what it came to be, and when the next meeting is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.sak import Oppfoelging, Sak
from brukerutvalg_cli.model.saksnummer import les_nummer
from brukerutvalg_cli.model.verdier import Ukjent, kjent

Sakssted = tuple[Moete, Sak]


def tidligere(moeter: Sequence[Moete], moete: Moete, sak: Sak) -> Sakssted | None:
    """The case that it takes up again, as it was the last time before this meeting."""
    name = kjent(sak.fra_sak)
    before = [m for m in moeter if m.dato < moete.dato] if name else []
    return next(((m, s) for m in reversed(before) for s in m.saker if _kalles(s, name or "")), None)


def senere(moeter: Sequence[Moete], moete: Moete, sak: Sak) -> Iterator[Sakssted]:
    """The cases of later meetings that take it up again."""
    for later in moeter:
        for case in later.saker:
            name = kjent(case.fra_sak)
            if name and later.dato > moete.dato and _kalles(sak, name):
                yield later, case


def neste_moete(moeter: Sequence[Moete], dag: date) -> Moete | None:
    """The first meeting after a day that is not called off."""
    return next((m for m in moeter if m.dato > dag and m.status != "avlyst"), None)


def fristen(moeter: Sequence[Moete], moete: Moete, punkt: Oppfoelging) -> date | Ukjent | None:
    """The day by which something is to be done: that of the next meeting, where that was said and it is known."""
    if punkt.frist is not None or not punkt.til_neste_moete:
        return punkt.frist
    following = neste_moete(moeter, moete.dato)
    return following.dato if following else None


def _kalles(sak: Sak, name: str) -> bool:
    read = les_nummer(name)
    return name in (sak.navn, sak.nr) or bool(read and read.aar and read == les_nummer(sak.nr))
