"""Fristregning: from the day a deadline is counted from, to the days that are in time."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.verdier.dag_i_aaret import DagIAaret
from brukerutvalg_cli.mandat.verdier.senest import Senest
from brukerutvalg_cli.mandat.verdier.spenn import Spenn, til_neste_moete
from brukerutvalg_cli.mandat.verdier.tid import Tid


class Fristregning(NamedTuple):
    """How one deadline is counted: `foer` the day or after it, within these bounds, with this much to go on."""

    foer: bool
    senest: Senest | None
    tidligst: Tid | None
    omtrent: Tid | None

    def siste_dag(self, dag: date) -> date | None:
        """The last day in time, by the mandate's own count, whatever weekday it falls on."""
        if not isinstance(self.senest, Tid):
            return None
        last = self.senest.foer(dag) if self.foer else self.senest.etter(dag)
        return self.omtrent.etter(last) if self.omtrent else last

    def foerste_dag(self, dag: date) -> date | None:
        """The first day that is not too early."""
        if self.tidligst is None:
            return None
        first = self.tidligst.foer(dag) if self.foer else self.tidligst.etter(dag)
        return self.omtrent.foer(first) if self.omtrent else first

    def tidlig(self, gjort: date, dag: date) -> bool:
        """Whether what was done this day was done too early."""
        first = self.foerste_dag(dag)
        return first is not None and gjort < first

    def spenn(self, dag: date, utvalg: UtvalgIPeriode) -> Spenn:
        """The days in time, counted from this one."""
        if isinstance(self.senest, DagIAaret | date):
            return Spenn(siste=dag)
        first = self.foerste_dag(dag)
        if not isinstance(self.senest, str):
            return Spenn(first, self.siste_dag(dag))
        return Spenn(first, dag) if self.foer else til_neste_moete(dag, utvalg)._replace(foerste=first)
