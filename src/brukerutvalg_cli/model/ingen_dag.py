"""What is said of a text that is no day: one that is written as a day, but that no calendar has, or none at all."""

from __future__ import annotations

import re

from brukerutvalg_cli.model.deldato import les_deldato
from brukerutvalg_cli.model.kalender import FOERSTE_AAR, SISTE_AAR, utenfor

_SKREVET_SOM = re.compile(
    r"(\d{4})-\d{1,2}-\d{1,2}|\d{1,2}\.\s*\d{1,2}\.\s*(\d{4})|\d{1,2}\.?\s+[a-zæøå]+\.?\s+(\d{4})", re.ASCII
)


def ingen_dag(text: str) -> str:
    """The sentence, with how a day is written where that was what was wrong."""
    written = _SKREVET_SOM.fullmatch(text.strip().lower())
    if written and utenfor(int(year := next(filter(None, written.groups())))):
        return f"«{text}»: {galt_aar(year)}"
    if written:
        return f"«{text}» er ikke en dag som finnes"
    if part := les_deldato(text.strip()):
        what = "en måned" if "-" in part.skrevet else "et år"
        return f"«{text}» er {what}, og her må det være en dag. Skriv for eksempel {part.tidligst} eller {part.senest}"
    return f"«{text}» er ikke en dag. Skriv for eksempel 2026-02-09 eller 9.2.2026"


def galt_aar(aar: str) -> str:
    """What is said of such a year, in a file and on the command line."""
    return f"året {aar} kan ikke være rett; her går årene fra {FOERSTE_AAR} til {SISTE_AAR}"
