"""Utenfor registeret: what a provision would have judged, had the records been whole then, is told of as not judged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.funn.finding import Finding, Utfall
from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.model.kalender import EN_DAG, dato_i_ord
from brukerutvalg_cli.model.mappe import Utvalgsmappe


class Ende(NamedTuple):
    """An end of the records: where it stands, whether it is the last, and how what lies on either side is called."""

    felt: str
    siste: bool
    utenfor: str
    innenfor: str
    emne: str


ENDENE = (
    Ende("registrert_fra", False, "fra før", "fra", "før"),
    Ende("registrert_til", True, "etter", "til", "etter"),
)
GRENSENE = tuple((ende.felt,) for ende in ENDENE)
"""Where the ends of the records stand."""


def er_utenfor(finding: Finding) -> bool:
    """Whether it only tells that something lies beyond the records."""
    return finding.place.route in GRENSENE


class Utenfor:
    """What is on record of the time when not all of it was."""

    def __init__(self, mappe: Utvalgsmappe) -> None:
        self._mappe = mappe
        self._dager: list[date] | None = None

    def sagt(self, rule: Bestemmelse, utvalg: UtvalgIPeriode, bandt_fra: date) -> Iterator[Finding]:
        """One point for each end of the records that something the provision is about lies beyond.

        Only what is on record: that nothing is, says nothing of a time when not all was recorded. Nor is it told of
        what is so through a time: that is judged from the first day of the records.
        `utvalg`: as it is judged. `bandt_fra`: the day from which the rule set binds.
        """
        council = self._mappe.utvalg
        for ende in ENDENE if rule.om_poster else ():
            day: date | None = getattr(council, ende.felt)
            if day is None:
                continue
            begins = (bandt_fra, council.opprettet, day + EN_DAG if ende.siste else None)
            ends = (utvalg.bundet_til, council.nedlagt, utvalg.dato, None if ende.siste else day - EN_DAG)
            if self._noe(rule, utvalg, max(filter(None, begins)), min(filter(None, ends))):
                yield rule.uvisst(
                    council.at(ende.felt),
                    f"det som er ført {ende.utenfor} {dato_i_ord(day)}, er ikke vurdert: registeret er fullstendig "
                    f"{ende.innenfor} den dagen",
                    f"{ende.emne} {day}",
                )

    def _noe(self, rule: Bestemmelse, utvalg: UtvalgIPeriode, fra: date, til: date) -> bool:
        """Whether the provision would have judged anything of what is on record from this day to that."""
        if til < fra or not any(fra <= day <= til for day in self._foert()):
            return False
        missed = self._mappe.utvalg.path  # that nothing is there, stands with what binds the council
        said = rule.proev(replace(utvalg, fra=fra, til=til))
        return any(v.utfall is Utfall.HOLDT or v.place.path != missed for v in said)

    def _foert(self) -> list[date]:
        """The days of all that is judged one by one. Hardly any rule need be asked of a time that has none."""
        if self._dager is None:
            days = {moete.dato for moete in self._mappe.alle_moeter}
            found = (*(h.dato for h in self._mappe.hendelser), *(s.besluttet for s in self._mappe.seter))
            self._dager = sorted(days.union(day for day in found if isinstance(day, date)))
        return self._dager
