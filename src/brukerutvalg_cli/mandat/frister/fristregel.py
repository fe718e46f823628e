"""Fristregel: what a provision on a deadline says, and the cases it is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.proeve.poster import moetet
from brukerutvalg_cli.mandat.proeve.proeve import Proeve
from brukerutvalg_cli.mandat.verdier.dag_i_aaret import DagIAaret
from brukerutvalg_cli.mandat.verdier.fristregning import Fristregning
from brukerutvalg_cli.mandat.verdier.hendt import MOETE, Hendt
from brukerutvalg_cli.mandat.verdier.moetets_dager import dagen_som_sto
from brukerutvalg_cli.mandat.verdier.paa_dagen import paa_dagen
from brukerutvalg_cli.mandat.verdier.par import Fristtilfelle, tilfeller
from brukerutvalg_cli.mandat.verdier.spenn import Spenn
from brukerutvalg_cli.model.verdier import kjent
from brukerutvalg_cli.model.visshet import Visshet


@dataclass(frozen=True)
class Fristregel:
    """What every part of the judging reads of a provision on a deadline, and the provision itself."""

    bestemmelse: Bestemmelse
    hva: str
    anker: str
    """What the deadline is counted from; nothing for one that is a day of its own."""
    regning: Fristregning
    egen_frist: bool
    der: Proeve | None

    @property
    def foer(self) -> bool:
        """Whether it lies before what it is counted from."""
        return self.regning.foer

    def tilfeller(self, utvalg: UtvalgIPeriode) -> Iterator[Fristtilfelle]:
        """Each deadline of the period, with what was done about it."""
        senest = self.regning.senest
        if isinstance(senest, DagIAaret | date):
            return paa_dagen(self.hva, senest, utvalg)
        found = tilfeller(self.hva, self.anker, utvalg, foer=self.foer)
        return (t.med_navn(utvalg) for t in found)

    def gjelder(self, utvalg: UtvalgIPeriode, anker: Hendt) -> Visshet:
        """Whether the deadline is one for this meeting."""
        if self.der is None or anker.moete is None:
            return True
        return self.der.omfatter(moetet(utvalg, anker.moete))

    def har_frist(self, t: Fristtilfelle) -> bool:
        """Whether there is any day to keep: one that only the record can set, may not be set."""
        return bool(self.regning.senest or self.regning.tidligst or t.frist)

    def egen(self, t: Fristtilfelle) -> date | None:
        """The day that the record itself sets, where that counts."""
        return kjent(t.frist) if self.egen_frist else None

    def dagen_som_sto(self, anker: Hendt, gjort: date, dag: date) -> date:
        """The day it was counted from when it was done: a meeting may have been moved since."""
        return dagen_som_sto(anker.moete, gjort) if self.anker == MOETE and anker.moete else dag

    def spenn(self, utvalg: UtvalgIPeriode, t: Fristtilfelle, dag: date) -> Spenn:
        """The days in time, counted from this one."""
        return self.regning.spenn(dag, utvalg, self.egen(t))
