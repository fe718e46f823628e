"""Moetesvar: the meeting a verb is told of – by its day, or as the next or the last one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from brukerutvalg_cli.cli.stans import Stans
from brukerutvalg_cli.cli.svar import Ugyldig
from brukerutvalg_cli.nevnt import Kjent

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from brukerutvalg_cli.model.mappe import Utvalgsmappe
    from brukerutvalg_cli.model.moete import Moete

VISES = 5
"""So many meetings are shown to choose among, those nearest to the day."""


@dataclass(frozen=True)
class EtMoete:
    """Reads a meeting of the council. `siste` is the last whose day has come, held on record or not yet."""

    mappe: Utvalgsmappe
    dag: date

    @cached_property
    def kjente(self) -> Sequence[Kjent]:
        """The meetings nearest to the day, in order."""
        from brukerutvalg_cli.model.kalender import dag_i_ord

        near = sorted(self.mappe.moeter, key=lambda m: abs(m.dato - self.dag))[:VISES]
        return [Kjent(str(m.dato), (dag_i_ord(m.dato),)) for m in sorted(near, key=lambda m: m.dato)]

    def __call__(self, text: str) -> Moete:
        from brukerutvalg_cli.dokument.moetevalg import SISTE, UkjentMoete, velg_moete
        from brukerutvalg_cli.handling.filer import moetefil
        from brukerutvalg_cli.model.sagt_dag import IngenDag, sagt_dag

        if text.strip().lower() == SISTE:
            come = [m for m in self.mappe.moeter if m.status != "avlyst" and m.dato <= self.dag]
            if come:
                return come[-1]
        try:
            return velg_moete(self.mappe, text, self.dag)
        except UkjentMoete as error:
            try:
                path = moetefil(self.mappe, sagt_dag(text, self.dag))
            except IngenDag:
                path = ""
            if path in self.mappe.feilet:
                raise Stans(f"{path} kan ikke leses. Kjør «brukerutvalg valider»") from None
            raise Ugyldig(str(error)) from None
