"""Fristsvar: when something is to be done – a day, or so long before a meeting, exactly or about."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from brukerutvalg_cli.model.deldato import Deldato
    from brukerutvalg_cli.model.moete import Moete

OMTRENT = re.compile(r"(?:om lag|omtrent|cirka|ca\.?)\s+", re.IGNORECASE)
NESTE = re.compile(r"(?:(?:inn)?til )?(?:det )?neste(?: møte| møtet)?", re.IGNORECASE)
FOER = re.compile(r"(\d{1,3}) (dag|dager|uke|uker|m[åa]ned|m[åa]neder) før (.+)", re.IGNORECASE)


class Fristen(NamedTuple):
    """The day by which something is to be done, whether that is only about so, or whether it is by the next meeting."""

    dag: date | Deldato | None
    omtrent: bool = False
    til_neste_moete: bool = False


def frist_for(moetet: date, finn: Callable[[str], Moete]) -> Callable[[str], Fristen]:
    """Reads the day by which what was taken on at a meeting is to be done; `finn`: the meeting that a text means."""
    from brukerutvalg_cli.cli import dagsvar, svar
    from brukerutvalg_cli.mandat.verdier.tid import les_tid
    from brukerutvalg_cli.model.kalender import dag_i_ord

    def les(text: str) -> Fristen:
        if NESTE.fullmatch(text.strip()):
            return Fristen(None, til_neste_moete=True)
        about = OMTRENT.match(text)
        said = text[about.end() :] if about else text
        if not (before := FOER.fullmatch(said.strip())):
            return Fristen(dagsvar.dag_eller_del_ikke_foer(moetet, "møtet")(said), bool(about))
        unit = {"d": "dager", "u": "uker", "m": "maaneder"}[before[2][0].lower()]
        day = les_tid(f"{int(before[1])} {unit}").foer(finn(before[3]).dato)
        if day < moetet:
            raise svar.Ugyldig(f"{dag_i_ord(day)} er før møtet, {dag_i_ord(moetet)}.")
        return Fristen(day, bool(about))

    return les
