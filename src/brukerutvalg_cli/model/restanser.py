"""Restanser: what was taken on in earlier meetings and is not done by a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.sak import Oppfoelging, Sak
from brukerutvalg_cli.model.vet_av import tidligst, vet_av


def restanser(moeter: Iterable[Moete], dag: date) -> Iterator[tuple[Moete, Sak, Oppfoelging]]:
    """Each follow-up from before this day that was not done by the end of it, oldest meeting first.

    One that was done later still counts: what a meeting had before it does not change afterwards.
    """
    for moete in moeter:
        for sak in moete.saker if moete.dato < dag else ():
            for entry in sak.oppfoelging:
                done = tidligst(vet_av(entry, "fullfoert"))
                if entry.fullfoert is None or (done and done > dag):
                    yield moete, sak, entry
