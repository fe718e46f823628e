"""Fristvarsel: a deadline that lies ahead, as the mandate counts it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.funn.finding import Hviler
from brukerutvalg_cli.model.kalender import siste_arbeidsdag


class Fristvarsel(NamedTuple):
    """`hva` (in the definite form) is due by `siste_dag`, as the mandate counts.

    `om` says what it is about, on `dag`: til møtet, fra møtet, etter kurs; nothing for what is due on a day of its
    own. `moetenavn` is what the meeting it is about is called, where it is about one. The judge fills in the council,
    and on which assumptions it rests.
    """

    hva: str
    om: str
    dag: date
    siste_dag: date
    moetenavn: str = ""
    utvalg: str = ""
    hviler: Hviler | None = None

    @property
    def siste_arbeidsdag(self) -> date:
        """The last day, or the last working day before it."""
        return siste_arbeidsdag(self.siste_dag)

    @property
    def moete(self) -> date | None:
        """The meeting it is about, where it is about one."""
        return self.dag if self.om.endswith(" møtet") else None

    def i_ord(self, skriv_dag: Callable[[date], str]) -> str:
        """`sakspapirene til møtet 16. november 2022`, with the day as this writes it."""
        return f"{self.hva} {self.om} {skriv_dag(self.dag)}" if self.om else self.hva
