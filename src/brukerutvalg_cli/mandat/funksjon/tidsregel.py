"""Tidsregel: what a provision on terms says, and whom it is about."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.verdier.dag_i_aaret import DagIAaret
from brukerutvalg_cli.mandat.verdier.hvem import Hvem
from brukerutvalg_cli.mandat.verdier.inntil import Inntil
from brukerutvalg_cli.mandat.verdier.lengde import Lengde
from brukerutvalg_cli.mandat.verdier.rekke import ETT_AAR, KortPeriode
from brukerutvalg_cli.mandat.verdier.tid import Tid
from brukerutvalg_cli.model.sete import MEDLEMSVERV, Sete
from brukerutvalg_cli.model.verdier import UKJENT
from brukerutvalg_cli.model.visshet import Uvisst, Visshet, alle, uvisst


@dataclass(frozen=True)
class Tidsregel:
    """What every part of the judging reads of a provision, and the provision itself."""

    bestemmelse: Bestemmelse
    hvem: Hvem
    lengde: Lengde | None
    inntil: Inntil | None
    starter: DagIAaret | str | None
    pause: Tid | None
    kort_periode: KortPeriode
    omtrent: Tid | None

    def gjelder(self, utvalg: UtvalgIPeriode, sete: Sete) -> Visshet:
        """Whether the rule is about this term by itself: a member's is no leader's, if it does not say so."""
        return self.gjelder_vervet(sete.verv) and self.omfatter(utvalg, sete)

    def teller(self, verv: str) -> bool:
        """Whether a term in the verv is counted, by itself or with others."""
        return verv in self._vervene

    def gjelder_vervet(self, verv: str) -> bool:
        """Whether it may be about a term in the verv by itself."""
        return verv in (self.hvem.verv or MEDLEMSVERV)

    def omfatter(self, utvalg: UtvalgIPeriode, sete: Sete) -> Visshet:
        """Whether the rule is about this seat; verv is looked up on the seat, all else on the person.

        To stand in for one on leave, or to act until the election, is no term.
        """
        if not sete.er_periode or sete.konstituert is True:
            return False
        if not self.teller(sete.verv):
            return False
        if self.spoer_bare_om_vervet and sete.person in utvalg.mappe.medlemmer:
            # Nothing is asked of the person.
            return self._konstituert(sete) if sete.konstituert is UKJENT else True
        rest = self.hvem.model_copy(update={"verv": None})
        day = utvalg.dato if sete.fra is UKJENT else sete.fra
        hvem = utvalg.kandidat(sete.person, day, sete)
        if sete.fra is UKJENT:  # nor does anybody know what else they were that day
            hvem = hvem._replace(verv=UKJENT, funksjoner=UKJENT)
        asked = rest.velger(hvem, utvalg)
        return alle((asked, self._konstituert(sete))) if sete.konstituert is UKJENT else asked

    @cached_property
    def spoer_bare_om_vervet(self) -> bool:
        """Whether it is all one who has the verv."""
        return self.hvem.model_fields_set <= {"verv"}

    def _konstituert(self, sete: Sete) -> Uvisst:
        return uvisst("konstituert", sete.person, sete.at("konstituert"))

    @cached_property
    def _vervene(self) -> frozenset[str]:
        return frozenset().union(*self.rekker())

    def rekker(self) -> list[frozenset[str]]:
        """The verv that are counted together: those of a member are one, every other by itself."""
        names = self.hvem.verv or ("medlem",)
        return [MEDLEMSVERV if name == "medlem" else frozenset({name}) for name in names]

    @property
    def varighet(self) -> Tid | None:
        """The length where a length of time is called for. A stretch that only the records know counts as a year."""
        return ETT_AAR if isinstance(self.lengde, str) else self.lengde
