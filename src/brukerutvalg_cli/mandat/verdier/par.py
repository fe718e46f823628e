"""Par: what a deadline is counted from, and what was done about it, put together.

The steps of a meeting belong to that meeting. An event belongs to the meeting it names, or to what
names the same case; one that names none, to the nearest that comes after it (or before it, where the
deadline follows the event).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.verdier.hendt import (
    FORFALL,
    I_MOETET,
    MOETE,
    SAKER,
    Hendt,
    Hendte,
    er_hendelse,
    gjorte,
    hendte,
)
from brukerutvalg_cli.mandat.verdier.moetets_dager import DAGER
from brukerutvalg_cli.model.deldato import Deldato
from brukerutvalg_cli.model.kalender import EN_DAG
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent, kjent
from brukerutvalg_cli.ord.i_ord import omtalt


@dataclass(slots=True)
class Motstykke:
    """What was done about one event.

    `kanskje` are the days of what may have been done, or may belong here (None: any day); `ukjent`
    and `mangler` the records whose day is unknown, or not there. `fra` is the first day on which an
    event that belongs here can have been; None for the steps of a meeting. `omtrent` are those that were done in a
    year or a month, and nobody knows on which day.
    """

    gjort: list[tuple[date, Hendt]] = field(default_factory=list)
    kanskje: list[date | None] = field(default_factory=list)
    ukjent: Hendt | None = None
    mangler: Hendt | None = None
    usikker: Hendt | None = None
    """The first that perhaps belongs here."""
    fra: date | None = None
    omtrent: list[tuple[Deldato, Hendt]] = field(default_factory=list)

    def legg_til(self, hendt: Hendt, *, sikkert: bool = True) -> None:
        """Takes in one record, by what is known of its day."""
        if hendt.dag is None:
            self.mangler = hendt
        elif sikkert and hendt.deldato:
            self.omtrent.append((hendt.deldato, hendt))
        elif not isinstance(hendt.dag, date):
            self.ukjent = self.ukjent or hendt
            self.kanskje.append(None)
        elif sikkert:
            self.gjort.append((hendt.dag, hendt))
        else:
            self.usikker = self.usikker or hendt
            self.kanskje.append(hendt.dag)

    def sagt_som(self, named: Callable[[Hendt], Hendt]) -> Motstykke:
        """The same, with each record called otherwise."""
        told = [(day, named(hendt)) for day, hendt in self.gjort]
        others = (self.ukjent, self.mangler, self.usikker)
        unknown, missing, unsure = (hendt and named(hendt) for hendt in others)
        parts = [(part, named(hendt)) for part, hendt in self.omtrent]
        return replace(self, gjort=told, ukjent=unknown, mangler=missing, usikker=unsure, omtrent=parts)


class Fristtilfelle(NamedTuple):
    """One deadline: what it is counted from, what was done, what it is called, and the day the record itself sets."""

    anker: Hendt
    gjort: Motstykke
    emne: str
    emner: tuple[str, ...] = ()
    frist: date | Ukjent | None = None

    def med_navn(self, utvalg: UtvalgIPeriode) -> Fristtilfelle:
        """The same, with whoever it is of by name."""

        def named(hendt: Hendt) -> Hendt:
            return hendt._replace(sagt=f"forfallet til {omtalt(hendt.hvem, utvalg)}") if hendt.hvem else hendt

        return self._replace(gjort=self.gjort.sagt_som(named))


def foer_moetet(hva: str) -> bool:
    """Whether this step of a meeting is over when the meeting is held."""
    return hva in (SAKER, FORFALL) or (hva in DAGER and DAGER[hva].foer)


def tilfeller(hva: str, anker: str, utvalg: UtvalgIPeriode, *, foer: bool) -> Iterator[Fristtilfelle]:
    """Each event of the period that a deadline is counted from, with what was done about it."""
    ankere = hendte(anker, utvalg.mappe)
    if er_hendelse(hva):
        pairs = zip(ankere.alle, _hendelser(ankere, gjorte(hva, utvalg.mappe), foer=foer), strict=True)
        for event, done in pairs:
            if i_perioden(event, utvalg):
                yield Fristtilfelle(event, done, event.emne, event.emner)
        return
    steps: dict[date, list[Hendt]] = {}
    for step in hendte(hva, utvalg.mappe).alle:
        steps.setdefault(kjent(step.hos) or date.min, []).append(step)
    before = foer_moetet(hva)
    for event in filter(lambda event: i_perioden(event, utvalg), ankere.alle):
        meetings, sure = _moetet(event, utvalg.mappe, foer=before)
        if not sure:
            yield Fristtilfelle(event, Motstykke(kanskje=[None]), event.emne, event.emner)
            continue
        for step in (step for day in meetings for step in steps.get(day, ()) if _samme_moete(step, event)):
            done = Motstykke()
            done.legg_til(step)
            named = step if hva in I_MOETET else event
            yield Fristtilfelle(event, done, named.emne, (*named.emner, *event.emner), step.frist)


def _samme_moete(step: Hendt, event: Hendt) -> bool:
    """Whether it is a step of the meeting the event is part of, and not of another one that day."""
    return step.moete is None or event.moete is None or step.moete.path == event.moete.path


def i_perioden(hendt: Hendt, utvalg: UtvalgIPeriode) -> bool:
    """Whether it is the period's to judge. What has an unknown day belongs to every period."""
    day = hendt.moete.dato if hendt.moete else hendt.dag
    return not isinstance(day, date) or utvalg.gjelder(day)


def _hendelser(ankere: Hendte, gjorte: Hendte, *, foer: bool) -> list[Motstykke]:
    """For each event, what was done about it, where that too is an event."""
    found = [Motstykke(fra=date.min) for _ in ankere.alle]
    tilhoerighet = _Tilhoerighet(ankere, foer=foer)
    whole = tilhoerighet.alle
    for nr, anker in enumerate(ankere.alle):
        found[nr].fra = whole.foerste_dag(anker)
    for done in gjorte.alle:
        for nr, sure in tilhoerighet.av(done):
            found[nr].legg_til(done._replace(deldato=None), sikkert=sure)
    for unread in gjorte.uleste:
        for nr in whole.naermeste(unread)[0] if unread else whole.numre:
            found[nr].kanskje.append(unread)
    return found


class _Tilhoerighet:
    """Which event a record belongs to: by the meeting both name, else by the case both name, else by its day.

    An event that names a meeting or a case nobody knows, is perhaps of the one that is named.
    """

    def __init__(self, ankere: Hendte, *, foer: bool) -> None:
        numbered = list(enumerate(ankere.alle))
        self.alle = _Dagrekke(ankere, range(len(numbered)), foer=foer)
        self._uten_moete = _Dagrekke(ankere, [nr for nr, a in numbered if a.hos is None], foer=foer)
        self._i_moete: dict[object, list[int]] = {}
        self._i_sak: dict[object, list[int]] = {}
        for nr, anker in numbered:
            self._i_moete.setdefault(anker.hos, []).append(nr)
            self._i_sak.setdefault(anker.sak, []).append(nr)

    def av(self, done: Hendt) -> Iterator[tuple[int, bool]]:
        """The events this may have been done about, and whether it surely was."""
        some_case = self._i_sak.keys() - {None}
        if done.hos is UKJENT or (done.hos is None and done.sak is UKJENT and some_case):
            yield from ((nr, False) for nr in self.alle.numre)
            return
        named = self._i_moete if done.hos else self._i_sak if done.sak else {}
        adrift = named.get(UKJENT, [])
        yield from ((nr, False) for nr in adrift)
        if same := named.get(done.hos or done.sak):
            yield from ((nr, True) for nr in same)
            return
        row = self._uten_moete if done.hos else self.alle
        numbers, sure = row.naermeste(done.dag) if isinstance(done.dag, date) else (row.numre, True)
        yield from ((nr, sure and not adrift) for nr in numbers if nr not in adrift)


class _Dagrekke:
    """Events in the order of their days, and the days of events that may lie between."""

    def __init__(self, ankere: Hendte, numre: Sequence[int], *, foer: bool) -> None:
        self.numre = numre
        self.foer = foer
        self.uleste = [*ankere.uleste]
        self.paa: dict[date, list[int]] = {}
        for nr in numre:
            day = ankere.alle[nr].dag
            if isinstance(day, date):
                self.paa.setdefault(day, []).append(nr)
            elif day is not None:
                self.uleste.append(None)
        self.dager = sorted(self.paa)

    def naermeste(self, dag: date) -> tuple[Sequence[int], bool]:
        """The nearest events that follow this day (or go before it), and whether they surely are that."""
        at = bisect_left(self.dager, dag) if self.foer else bisect_right(self.dager, dag) - 1
        if not 0 <= at < len(self.dager):
            return (), True
        found = self.dager[at]
        between = (
            day is None or (dag <= day < found if self.foer else found < day <= dag) for day in self.uleste
        )
        return self.paa[found], not any(between)

    def foerste_dag(self, anker: Hendt) -> date:
        """The first day on which what belongs to this event can have been."""
        if not isinstance(anker.dag, date):
            return date.min
        if not self.foer:
            return anker.dag
        at = bisect_left(self.dager, anker.dag)
        return self.dager[at - 1] + EN_DAG if at else date.min


def _moetet(hendt: Hendt, mappe: Utvalgsmappe, *, foer: bool) -> tuple[Iterable[date], bool]:
    """The day of the meeting an event belongs to, and whether that is sure: the next one, or the last one."""
    if hendt.hos is UKJENT:
        return (), False
    if hendt.hos:
        read = any(moete.dato == hendt.hos for moete in mappe.moeter)
        return (hendt.hos,), read or not {hendt.hos, None} & {*mappe.uleste_moeter}
    if not isinstance(hendt.dag, date):
        return (), False
    meetings = hendte(MOETE, mappe)
    row = _Dagrekke(meetings, range(len(meetings.alle)), foer=foer)
    numbers, sure = row.naermeste(hendt.dag)
    days = [kjent(meetings.alle[nr].hos) or date.min for nr in numbers]
    if days:
        return days, sure
    unread = (d is None or (d >= hendt.dag if foer else d <= hendt.dag) for d in meetings.uleste)
    return (), not any(unread)
