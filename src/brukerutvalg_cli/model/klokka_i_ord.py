"""Klokka i ord: a time of day in words – `halv to`, `kvart over ett`, `to om ettermiddagen` – and when that may be.

A clock has twelve hours and a day has two of each: which is meant, is said by the part of the day, or by nobody.
"""

from __future__ import annotations

import re

_TALL = {
    "ett": 1, "eitt": 1, "et": 1, "ein": 1, "en": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "sju": 7,
    "syv": 7, "åtte": 8, "ni": 9, "ti": 10, "elleve": 11, "tolv": 12,
}  # fmt: skip
_NAAR = re.compile(
    r"(?:(?:(?P<halv>halv)|(?P<ord>fem|ti|kvart|kvarter)\s(?P<vei>over|på)(?P<om>\shalv)?)\s)?(?P<time>[a-zæøå]+)"
    r"(?:\s(?:om |på )?(?P<del>[a-zæøå]+))?"
)
_DELER = {
    "formiddagen": range(6, 13), "morgenen": range(4, 12), "morgonen": range(4, 12), "natta": range(6),
    "natten": range(6), "ettermiddagen": range(12, 19), "kvelden": range(17, 24), "føremiddagen": range(6, 13),
}  # fmt: skip
_MINUTTER = {"fem": 5, "ti": 10, "kvart": 15, "kvarter": 15}


def tidene(text: str) -> tuple[str, ...]:
    """The times that may be meant, as `13:30`: none where it is no time in words."""
    found = _NAAR.fullmatch(" ".join(text.split()))
    if found is None or found["time"] not in _TALL or found["del"] not in (None, *_DELER):
        return ()
    minutes = _TALL[found["time"]] * 60
    if found["halv"] or found["om"]:
        minutes -= 30
    if found["ord"]:
        minutes += _MINUTTER[found["ord"]] * (1 if found["vei"] == "over" else -1)
    both = sorted({minutes % 720, minutes % 720 + 720})
    hours = _DELER[found["del"]] if found["del"] else range(24)
    return tuple(f"{m // 60:02}:{m % 60:02}" for m in both if m // 60 in hours)
