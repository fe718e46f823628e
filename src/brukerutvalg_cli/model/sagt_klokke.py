"""Sagt klokke: a time of day as somebody says it – `kl. 12.00`, `1200`, `12-14` – which the files have as `12:00`."""

from __future__ import annotations

import re
from typing import NamedTuple

_PYNT = re.compile(r"^(?:fra\s+)?(?:kl|klokka|klokken|klokkeslett|klokkeslettet)?\b\.?\s*")
_TID = re.compile(r"(\d{1,2})(?:[:.,]?\s?(\d{2}))?\.?", re.ASCII)
_TIL = re.compile(r"\s*(?:[-–—]|\btil\b)\s*")


class IngenTid(Exception):
    """It is no time of day; the message says how one is written."""


class SagtTidsrom(NamedTuple):
    """When something begins and, where that was said too, ends."""

    tid: str
    slutt: str = ""


def sagt_tid(text: str) -> SagtTidsrom:
    """The time that is meant, or the two with a dash between them.

    Raises:
        IngenTid: when one of them is none.
    """
    begins, *ends = _TIL.split(text.strip().lower(), maxsplit=1)
    return SagtTidsrom(_klokka(begins, text), *(_klokka(end, text) for end in ends))


def sagt_klokke(text: str) -> str:
    """The time that is meant, as `12:00`.

    Raises:
        IngenTid: when it is none, or two.
    """
    found = sagt_tid(text)
    if found.slutt:
        raise IngenTid(f"«{text}» er to klokkeslett. Her skal det stå ett, som 12:00")
    return found.tid


def _klokka(part: str, text: str) -> str:
    words = _PYNT.sub("", part, count=1).strip()
    found = _TID.fullmatch(words)
    if found is None:
        return _i_ord(words, text)
    hour, minute = int(found[1]), int(found[2] or 0)
    if (hour, minute) == (24, 0):
        hour = 0
    if hour > 23 or minute > 59:
        raise IngenTid(_ingen(text))
    return f"{hour:02}:{minute:02}"


def _i_ord(words: str, text: str) -> str:
    from brukerutvalg_cli.model.klokka_i_ord import tidene  # late: nearly every time is said in figures

    times = tidene(words)
    if len(times) == 2:
        raise IngenTid(f"«{text}» kan være {times[0]} eller {times[1]}. Skriv den som er rett")
    if not times:
        raise IngenTid(_ingen(text))
    return times[0]


def _ingen(text: str) -> str:
    return f"«{text}» er ikke et klokkeslett. Skriv det som 12:00, kl. 12.00 eller 12-14"
