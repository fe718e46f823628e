"""Forfallssvar: who sent regrets, and perhaps the day they did, as a verb is told of it: `Kari Nordmann 7.2.2026`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brukerutvalg_cli.cli import dagsvar, svar
from brukerutvalg_cli.cli.faktum import VET_IKKE

if TYPE_CHECKING:
    from datetime import date

    from brukerutvalg_cli.model.forfall import Meldt
    from brukerutvalg_cli.model.verdier import Ukjent

_OM_DAGEN = ("meldt", "den", "på", "paa")
"""Words that may stand between the name and the day."""


@dataclass(frozen=True)
class Forfallssvar:
    """Reads one who sent regrets: a person, with the day where one is said behind the name."""

    person: Callable[[str], str]

    def __call__(self, text: str) -> Meldt:
        from brukerutvalg_cli.model.forfall import Meldt

        words = text.split()
        for nr in range(1, len(words)):
            day = _dagen(words[nr:])
            if day is not None:
                return Meldt(self.person(" ".join(words[:nr])), day)
        return Meldt(self.person(text))


def _dagen(words: list[str]) -> date | Ukjent | None:
    """The day that is said by these words alone; None where they say none."""
    from brukerutvalg_cli.model.verdier import UKJENT

    said = words[:]
    while said and said[0].lower() in _OM_DAGEN:
        said.pop(0)
    text = " ".join(said)
    if text.lower() in VET_IKKE:
        return UKJENT
    try:
        return dagsvar.dag(text) if text else None
    except svar.Ugyldig:
        return None
