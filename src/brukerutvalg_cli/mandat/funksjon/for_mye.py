"""For mye: terms on end, or altogether, as they are counted together, and what is said where there are too many."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from brukerutvalg_cli.mandat.funksjon.perioder import Ramme
from brukerutvalg_cli.mandat.funksjon.tidsregel import Tidsregel
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.verdier.paa_rad import Perioder
from brukerutvalg_cli.mandat.verdier.rekke import ETT_AAR, Periode, siste_lovlige, strekninger
from brukerutvalg_cli.mandat.verdier.tid import Tid, med_slingring
from brukerutvalg_cli.model.deldato import Deldato
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.oppramsing import alle_sammen
from brukerutvalg_cli.ord.i_ord import i_vervet

PAA_RAD, TIL_SAMMEN = EMNER = ("på rad", "til sammen")
"""What a finding about terms on end, or about all of them, is about, beside whom."""


class PaaRad(NamedTuple):
    """The periods on end in some verv, counted together: what they are judged by."""

    regel: Tidsregel
    utvalg: UtvalgIPeriode
    verv: frozenset[str]
    limit: Perioder | Tid
    ramme: Ramme
    emne: str = PAA_RAD
    sagt: Mapping[date, Deldato] = MappingProxyType({})
    """The days that are only thought of, with how much of them is known."""

    def dag_i_ord(self, dag: date) -> str:
        """A day, as far as it is known."""
        return self.sagt[dag].i_ord if dag in self.sagt else dato_i_ord(dag)

    @property
    def samlet(self) -> bool:
        """Whether it is about all of them, and not those on end."""
        return self.emne == TIL_SAMMEN

    def siste_lovlige(self, run: Iterable[Periode]) -> date:
        """The last day the run may go on to, where time is the limit."""
        assert isinstance(self.limit, Tid)
        return med_slingring(siste_lovlige(run, self.limit), self.regel.omtrent)


def for_mye(counted: PaaRad, run: list[Periode]) -> str:
    """How much it is. Who was away meanwhile has not sat since the first day."""
    limit, office = counted.limit, i_vervet(_vervet(counted, run), counted.utvalg)
    if isinstance(limit, Perioder):
        number = sum(p.teller is True for p in run)
        periods = "1 periode" if number == 1 else f"{number} perioder"
        return f"får {periods} {counted.emne} {office}; høyst {limit.antall} er tillatt"
    served = strekninger(run)
    slack = f", med {counted.regel.omtrent} slingringsmonn," if counted.regel.omtrent else ""
    if len(served) == 1:
        since = counted.dag_i_ord(run[0].fra)
        return f"har sittet siden {since} {office}; høyst {limit} {counted.emne}{slack} er tillatt"
    days = alle_sammen(
        f"{counted.dag_i_ord(s.fra)}–{counted.dag_i_ord(s.til)}"
        if s.til
        else f"fra {counted.dag_i_ord(s.fra)}"
        for s in served
    )
    on_end = "" if counted.samlet else f" {PAA_RAD}"
    return f"sitter til sammen mer enn {limit}{on_end} {office} ({days}); høyst {limit}{slack} er tillatt"


def _vervet(counted: PaaRad, run: list[Periode]) -> str:
    """The office that there is too much of: a leader who has been a member too long has not led too long."""
    found = run[-1].sete.verv
    return found if counted.verv == {found} or all(p.sete.verv == found for p in run) else "medlem"


def ny_start(counted: PaaRad, sete: Sete) -> str:
    """What would make the count begin anew; of all there is, nothing does."""
    maal, pause = counted.ramme.maal, counted.regel.pause
    if counted.samlet:
        return ""
    rest = "en hel oppnevningsrunde" if maal.rundene(sete) and not pause else ""
    return f" (bare {rest or f'en pause på {pause or maal.varighet(sete) or ETT_AAR}'} gir ny start)"
