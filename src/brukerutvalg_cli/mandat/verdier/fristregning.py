"""Fristregning: from the day a deadline is counted from, to the days that are in time."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.verdier.dag_i_aaret import DagIAaret
from brukerutvalg_cli.mandat.verdier.hendt import MOETE
from brukerutvalg_cli.mandat.verdier.neste import Neste
from brukerutvalg_cli.mandat.verdier.senest import Senest, Tidligst
from brukerutvalg_cli.mandat.verdier.spenn import Spenn
from brukerutvalg_cli.mandat.verdier.tid import Tid, med_slingring
from brukerutvalg_cli.model.mappe import Utvalgsmappe


class Fristregning(NamedTuple):
    """How one deadline is counted: `foer` the day or after it, within these bounds, with this much to go on."""

    foer: bool
    senest: Senest | None
    tidligst: Tidligst | None
    omtrent: Tid | None

    def siste_dag(self, dag: date) -> date | None:
        """The last day in time, by the mandate's own count, whatever weekday it falls on."""
        if isinstance(self.senest, Tid):
            return med_slingring(self._fra(dag, self.senest), self.omtrent)
        return med_slingring(dag, self.omtrent) if self.senest == "samme_dag" else None

    def foerste_dag(self, dag: date) -> date | None:
        """The first day that is not too early."""
        if self.tidligst is None:
            return None
        first = self._fra(dag, self.tidligst)
        return self.omtrent.foer(first) if self.omtrent else first

    def tidlig(self, gjort: date, dag: date) -> bool:
        """Whether what was done this day was done too early."""
        first = self.foerste_dag(dag)
        return first is not None and gjort < first

    def siste_dag_framover(self, dag: date, mappe: Utvalgsmappe, egen: date | None = None) -> date | None:
        """The last day in time, as far as is known beforehand: a meeting that is only planned is the next one too."""
        if egen or isinstance(self.senest, DagIAaret | date):
            return med_slingring(egen or dag, self.omtrent)
        if isinstance(self.senest, Neste) and self.senest.hva == MOETE:
            planned = (m.dato for m in mappe.moeter if m.status != "avlyst" and m.dato > dag)
            return next(planned, None)
        return self.siste_dag(dag)

    def spenn(self, dag: date, utvalg: UtvalgIPeriode, egen: date | None = None) -> Spenn:
        """The days in time, counted from this one; or to `egen`, the day that the record itself sets."""
        if egen:
            return Spenn(self.foerste_dag(dag), med_slingring(egen, self.omtrent))
        if isinstance(self.senest, DagIAaret | date):
            return Spenn(siste=med_slingring(dag, self.omtrent))
        first = self.foerste_dag(dag)
        if self.senest is None or self.siste_dag(dag):
            return Spenn(first, self.siste_dag(dag))
        if self.foer:
            return Spenn(first, dag)
        following = self.senest if isinstance(self.senest, Neste) else Neste(MOETE)
        _, *ends = following.etter(dag, utvalg.mappe, utvalg.dato)
        last, perhaps = (end and med_slingring(end, self.omtrent) for end in ends)
        return Spenn(first, last, perhaps)

    def _fra(self, dag: date, tid: Tidligst) -> date:
        """The day that lies so far off."""
        if not isinstance(tid, Tid):
            return dag
        return tid.foer(dag) if self.foer else tid.etter(dag)
