"""UtvalgIPeriode: a council, seen through the stretch of time in which one rule set binds it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.model.dagen import Dagen
from brukerutvalg_cli.model.kandidat import Kandidat, gjest, kandidat
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.oppmoete import Oppmoete
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.valghandling import Valghandling
from brukerutvalg_cli.model.visshet import Visshet, alle, uvisst


def siste_dag(mappe: Utvalgsmappe, dato: date) -> date:
    """The day of evaluation, or the last day that the council's records are complete where that is earlier."""
    return min(dato, mappe.utvalg.vurderes_til or dato)


def _nothing(dag: date) -> Iterable[object]:
    return ()


@dataclass(frozen=True)
class UtvalgIPeriode:
    """What a provision is given to judge.

    `fra` and `til` (both count) are where the rule set's days in the council and the register's own
    bounds meet; None is no bound. `dato` is the day of evaluation, and only says how far a rule
    needs to look: what it may conclude from the clock is not a rule's business. `binding` is the rule
    set's number in the council's list. `typer` are the types of all rule sets that bind on the last
    day of the register, with an empty text for one that could not be read. `i_kraft` are the provisions of all
    rule sets that bound the council on a day: what is older than the rule set is measured by them.
    """

    mappe: Utvalgsmappe
    register: Register
    fra: date | None
    til: date | None
    dato: date
    binding: int = 0
    typer: frozenset[str] = frozenset()
    i_kraft: Callable[[date], Iterable[object]] = _nothing
    bundet_til: date | None = None
    """The last day on which the rule set binds, whether the records go that far or not."""
    bare_naar: Callable[[date], Visshet] | None = None
    """Where there is one: only the days of which this is known to be true."""
    vendedager: tuple[date, ...] = ()
    """The days on which that may change."""

    def binding_at(self) -> Place:
        """Where the council says that the rule set binds it: the place of what is missing as a whole."""
        return self.mappe.utvalg.at("regelverk", self.binding, "id", otherwise=("navn",))

    @property
    def sant_innen(self) -> date:
        """The last day on which something may have come to be so of itself, to be true now."""
        return self.mappe.utvalg.sant_innen(self.dato)

    def gjelder(self, dag: date) -> bool:
        """Whether the provision binds on this day."""
        inside = (self.fra is None or self.fra <= dag) and (self.til is None or dag <= self.til)
        return inside and self.i_kraft_paa(dag) is True

    def i_kraft_paa(self, dag: date) -> Visshet:
        """Whether the provision is in force on a day on which the rule set binds: it may wait for somebody."""
        return True if self.bare_naar is None else self.bare_naar(dag)

    def gjelder_hele(self, fra: date, til: date) -> bool:
        """Whether the provision binds from `fra` to `til`, both days included, and all the time between."""
        between = (day for day in self.vendedager if fra < day < til)
        return all(map(self.gjelder, (fra, *between, til)))

    @property
    def moeter(self) -> Iterator[Moete]:
        """The meetings of the period that were not cancelled."""
        return (m for m in self.mappe.moeter if m.status != "avlyst" and self.gjelder(m.dato))

    @property
    def avholdte(self) -> Iterator[Moete]:
        """The meetings of the period that were held."""
        return (m for m in self.mappe.avholdte if self.gjelder(m.dato))

    @property
    def avholdte_med_andre(self) -> Iterator[Moete]:
        """The same, and those held together with other councils and written there."""
        return (m for m in self.mappe.alle_moeter if m.status == "avholdt" and self.gjelder(m.dato))

    @property
    def valg(self) -> Iterator[Valghandling]:
        """The elections held in the period."""
        return (v for v in self.mappe.valghandlinger if self.gjelder(v.moete.dato))

    @property
    def uvisse_valg(self) -> Iterator[Valghandling]:
        """Those of them of which nobody knows who was elected."""
        return (v for v in self.mappe.uvisse_valg if self.gjelder(v.moete.dato))

    @property
    def seter(self) -> Iterator[Sete]:
        """The seats decided in the period. One whose day is unknown belongs to every period that it can be of; who
        only stands in for one on leave was appointed to none."""
        return (s for s in self.mappe.seter if s.er_periode and self.besluttet(s) is not False)

    def besluttet(self, sete: Sete) -> Visshet:
        """Whether a seat was decided in the period; of one whose day nobody knows, by the part of it that is known."""
        day = sete.besluttet
        if isinstance(day, date):
            return self.gjelder(day)
        if self.fra is None and self.til is None:
            return True
        if part := sete.deldato.get("fra"):
            begun = True if self.fra is None else part.tidligst_paa(self.fra)
            in_time = True if self.til is None else part.senest_paa(self.til)
            within = alle((begun, in_time))
            if within is False or (within is True and self.bare_naar is None):
                return within
        return uvisst("oppnevnt", sete.person, sete.at("fra"))

    def kandidat(self, person: str, dag: date, sete: Sete | None = None) -> Kandidat:
        """The person as they are on this day."""
        return kandidat(self.mappe, self.register.organisasjoner, person, dag, sete)

    def deltaker(self, oppmoete: Oppmoete, dag: date) -> Kandidat:
        """One on the attendance list, by their file where they have one."""
        if oppmoete.person and (oppmoete.person in self.mappe.kjente_personer):
            return self.kandidat(oppmoete.person, dag)
        return gjest(oppmoete, Dagen(self.mappe, self.register.organisasjoner, dag))
