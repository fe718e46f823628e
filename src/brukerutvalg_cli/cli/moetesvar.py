"""Moetesvar: the meeting a verb is told of – by its day, or as the next or the last one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from brukerutvalg_cli.cli.stans import Stans
from brukerutvalg_cli.cli.svar import Ugyldig
from brukerutvalg_cli.nevnt import Kjent

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from brukerutvalg_cli.model.mappe import Utvalgsmappe
    from brukerutvalg_cli.model.moete import Moete

VISES = 5
"""So many meetings are shown to choose among, those nearest to the day."""


@dataclass(frozen=True)
class EtMoete:
    """Reads a meeting of the council. `neste` and `siste` are what the secretary is working on.

    While a meeting lacks its attendance, neither goes on to a later one: where both may be meant, it is asked which.
    `har_vaert`: what is to be recorded is of a meeting that has been, so that one whose day is over is meant before one
    to come, and that of today before all, recorded as held or not.
    """

    mappe: Utvalgsmappe
    dag: date
    har_vaert: bool = False

    @cached_property
    def kjente(self) -> Sequence[Kjent]:
        """The meetings nearest to the day, in order."""
        near = sorted(self.mappe.moeter, key=lambda m: abs(m.dato - self.dag))[:VISES]
        return self._nevnt(sorted(near, key=lambda m: m.rekkefoelge))

    def __call__(self, text: str) -> Moete:
        from brukerutvalg_cli.dokument.moetevalg import FlereMoeter, UkjentMoete, sagt_navn, velg_moete
        from brukerutvalg_cli.handling.filer import moetefil
        from brukerutvalg_cli.model.sagt_dag import IngenDag

        found = self._omtalt(text.strip().lower())
        if len(found) == 1:
            return found[0]
        if found:
            raise self._flere(text, found)
        try:
            return velg_moete(self.mappe, text, self.dag)
        except FlereMoeter as error:
            raise Ugyldig(str(error), self._nevnt(error.moeter)) from None
        except UkjentMoete as error:
            try:
                path = moetefil(self.mappe, sagt_navn(text, self.dag))
            except IngenDag:
                path = ""
            if path in self.mappe.feilet:
                raise Stans(f"{path} kan ikke leses. Kjør «brukerutvalg valider»") from None
            raise Ugyldig(str(error)) from None

    def _omtalt(self, word: str) -> list[Moete]:
        """Those that `neste` or `siste` can mean; none where that is not what was said."""
        from brukerutvalg_cli.dokument.moetevalg import NESTE, SISTE

        real = [m for m in self.mappe.moeter if m.status != "avlyst"]
        come = [m for m in real if m.dato <= self.dag]
        held = [m.dato for m in come if m.status == "avholdt"]
        open_ = [m for m in come if m.status != "avholdt" and (not held or m.dato > held[-1])]
        if word == SISTE:
            return open_ or come[-1:]
        if word != NESTE:
            return []
        if self.har_vaert and (today := [m for m in come if m.dato == self.dag] or open_):
            return today
        # One that is recorded as held before its day is still the next one.
        ahead = [m for m in real if m.dato > self.dag]
        return open_ if any(m.dato == self.dag for m in open_[:1]) else open_ + ahead[:1]

    def _flere(self, text: str, found: Sequence[Moete]) -> Ugyldig:
        from brukerutvalg_cli.oppramsing import alle_sammen, enten_eller

        lacking = alle_sammen(
            [self.mappe.moete_i_ord(m) for m in found if m.dato < self.dag and m.status != "avholdt"]
        )
        return Ugyldig(
            f"«{text.strip()}» kan være {enten_eller([self.mappe.moete_i_ord(m) for m in found])}: oppmøtet {lacking} "
            "er ikke ført. Skriv dagen. Ble et møte ikke noe av, avlyser du det.",
            self._nevnt(found),
        )

    def _nevnt(self, moeter: Iterable[Moete]) -> list[Kjent]:
        return [Kjent(m.navn, (self.mappe.moete_i_ord(m),)) for m in moeter]


@dataclass(frozen=True)
class MoeteMedDokument(EtMoete):
    """Reads a meeting that a document is written of: `neste` is one to come, and `siste` one that has been held."""

    def __call__(self, text: str) -> Moete:
        from brukerutvalg_cli.dokument.moetevalg import FlereMoeter, UkjentMoete, velg_moete

        try:
            return velg_moete(self.mappe, text, self.dag)
        except FlereMoeter as error:
            raise Ugyldig(str(error), self._nevnt(error.moeter)) from None
        except UkjentMoete as error:
            raise Ugyldig(str(error)) from None
