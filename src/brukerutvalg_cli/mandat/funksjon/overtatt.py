"""Overtatt: whether somebody took over the rest of a term that another had begun.

In a round it is who began after its first day, where another left before its last, or was on leave. Without rounds it
is who began where another left before the end of their term, and has no more than what was left of it –
unless everybody who sat with the other was done that day: then the term was over, however long it might have been.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import Literal, NamedTuple

from brukerutvalg_cli.mandat.funksjon.maal import Maal
from brukerutvalg_cli.mandat.verdier.rekke import Dagstrekk
from brukerutvalg_cli.model.dagspenn import skifter
from brukerutvalg_cli.model.kalender import EN_DAG
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.verdier import UKJENT, kjent
from brukerutvalg_cli.model.vet_av import senest, tidligst, vet_av
from brukerutvalg_cli.model.visshet import UVISST, Visshet, alle, noen


class Rest(NamedTuple):
    """A term that somebody left: who, on which day, and the days it was meant to last."""

    person: str
    sete: Sete
    forlatt: date
    hele: Dagstrekk


class KanskjeUte(NamedTuple):
    """One who was done on one of these days, which nobody knows, and the last that it was meant to be."""

    person: str
    tidligst: date
    senest: date
    ment_til: date


class Begynt(NamedTuple):
    """A seat, its first day, the last that somebody was to sit, and the days it was meant to last."""

    sete: Sete
    fra: date
    lovet: date | None
    hele: Dagstrekk | None


class Overtatt:
    """The terms in some verv, counted together, by who took over from whom.

    `egne`: those of one person, where they are other than on record; what that changes nothing in is asked of `_foert`,
    which is as it is on record.
    """

    def __init__(
        self,
        mappe: Utvalgsmappe,
        verv: frozenset[str],
        maal: Maal,
        egne: Sequence[Sete] = (),
        foert: Overtatt | None = None,
    ) -> None:
        self._mappe, self._verv, self._maal, self._egne = mappe, verv, maal, egne
        self._foert = foert or self
        self._sammen: dict[date, list[Sete]] = {}
        self._tatt: dict[tuple[object, ...], Rest] = {}
        self._igjen: list[Rest] = []
        self._sett = 0

    def med(self, egne: Sequence[Sete]) -> Overtatt:
        """The same, where one person has had these."""
        return Overtatt(self._mappe, self._verv, self._maal, egne, self._foert)

    def i_runde(self, person: str, fra: date, runde: Dagstrekk) -> Visshet:
        """Whether the person, who began on this day, took over in a round that had begun."""
        if fra <= runde.fra or (sat := self._satt(person, fra - EN_DAG)) is True:
            return False
        if sat is not False:
            return UVISST
        gone = self._foert.gikk_foer_tiden
        first, end = bisect_left(gone, (runde.fra, "")), bisect_left(gone, (fra, ""))
        if any(who != person for _, who in gone[first:end]):
            return True
        away = self._i_permisjon(person, fra)
        return self._eller_uvisst(person, fra, runde) if away is False else UVISST if away is None else True

    def uten_runde(self, sete: Sete) -> tuple[Visshet, Dagstrekk | None]:
        """Whether the seat is the rest of another's term, and the days that term was meant to last."""
        assert isinstance(sete.fra, date)
        if (sat := self._satt(sete.person, sete.fra - EN_DAG)) is not False:
            return False if sat is True else UVISST, None
        if rest := self._tatt_fra(sete, sete.fra):
            return True, rest.hele
        away = self._i_permisjon(sete.person, sete.fra)
        if away is None or away is False:
            unsure = away is None or self._kanskje_tatt_fra(sete, sete.fra)
            return UVISST if unsure else self._eller_uvisst(
                sete.person, sete.fra, ment_til=_lovet(sete)
            ), None
        return True, self._hele(away, _begins(away))

    def kan_ha_kommet_til(
        self, person: str, fra: Dagstrekk, til: date | None, runde: Dagstrekk | None
    ) -> bool:
        """Whether the person may have taken over on one of these days: in the round that had begun, or, where none had,
        what was to last for as long as the person sat, which was to this day at the least."""
        first, last = fra.fra, fra.til or date.max
        if runde and last <= runde.fra:
            return False
        away = any(s.person != person for s in self._foert.med_permisjon)
        if away or self._kanskje_noen(person, fra, til, runde):
            return True
        if runde:
            gone = self._foert.gikk_foer_tiden
            return any(runde.fra <= day < last and who != person for day, who in gone)
        left = (s for s in self._foert._seter if s.person != person)
        return til is not None and any(self._kan_ha_forlatt(sete, max(first, til), last) for sete in left)

    def _kan_ha_forlatt(self, sete: Sete, first: date, last: date) -> bool:
        """Whether somebody may have left before one of these days a term that was not over on the first of them."""
        fra, til = senest(vet_av(sete, "fra")), tidligst(vet_av(sete, "til"))
        if til is None or last <= til:
            return False
        hele = self._hele(sete, fra) if fra else None
        return fra is None or bool(hele and hele.til and til < hele.til and first <= hele.til)

    def _i_permisjon(self, person: str, fra: date) -> Sete | Literal[False] | None:
        """The seat of one who was on leave that day, with nobody else to stand in; None where nobody knows."""
        unsure = False
        for sete in (s for s in self._foert.med_permisjon if s.person != person):
            leaves = (p for p in sete.permisjoner if kjent(p.stedfortreder) in (None, person))
            away = alle((sete.har(fra), noen(p.dekker(fra) for p in leaves)))
            if away and isinstance(sete.fra, date):
                return sete
            unsure = unsure or away is not False
        return None if unsure else False

    @cached_property
    def _seter(self) -> list[Sete]:
        found = (s for verv in sorted(self._verv) for s in self._mappe.seter_i.get(verv, ()) if s.er_periode)
        whose = {s.person for s in self._egne}
        return [*(s for s in found if s.person not in whose), *(s for s in self._egne if s.er_periode)]

    @cached_property
    def med_permisjon(self) -> list[Sete]:
        """The seats with leaves."""
        return [s for s in self._seter if s.permisjoner]

    @cached_property
    def gikk_foer_tiden(self) -> list[tuple[date, str]]:
        """The days on which somebody was done while no round was, oldest first, and who."""
        ended = ((s.til, s) for s in self._seter if isinstance(s.til, date))
        return sorted((til, s.person) for til, s in ended if all(r.til != til for r in self._maal.rundene(s)))

    @cached_property
    def kanskje_ute(self) -> list[KanskjeUte]:
        """Those of whom nobody knows which day they were done."""
        return [self._kanskje(s) for s in self._seter if s.til is UKJENT]

    def _kanskje(self, sete: Sete) -> KanskjeUte:
        part, begun = sete.deldato.get("til"), vet_av(sete, "fra")
        first, last = tidligst(begun) or date.min, senest(begun)
        hele = self._hele(sete, last) if last else None
        unsure = last is None or (sete.valg is not None and sete.valg.valg.til is UKJENT)
        meant = date.max if unsure else (hele.til or date.max) if hele else date.min
        return KanskjeUte(
            sete.person, part.tidligst if part else first, part.senest if part else date.max, meant
        )

    @cached_property
    def vendinger(self) -> frozenset[date]:
        """The first days of all that is on record of them, and the days after the last."""
        spans = [(s.fra, s.til, s.deldato) for s in self._seter]
        spans += [(p.fra, p.til, p.deldato) for s in self.med_permisjon for p in s.permisjoner]
        spans += [(s.valg.valg.fra, s.valg.valg.til, s.valg.valg.deldato) for s in self._seter if s.valg]
        return frozenset(day for span in spans for day in skifter(*span))

    def _satt(self, person: str, dag: date) -> Visshet:
        own = self._egne if self._egne and self._egne[0].person == person else None
        held = self._mappe.seter_av.get(person, ()) if own is None else own
        return noen(s.har(dag) for s in held if s.er_periode and s.verv in self._verv)

    def _eller_uvisst(
        self, person: str, fra: date, runde: Dagstrekk | None = None, ment_til: date | None = None
    ) -> Visshet:
        """Nobody known took turns with the person; there may be one nobody knows of."""
        return UVISST if self._kanskje_noen(person, Dagstrekk(fra, fra), ment_til, runde) else False

    def _kanskje_noen(self, person: str, fra: Dagstrekk, til: date | None, runde: Dagstrekk | None) -> bool:
        """Whether there may be one nobody knows of, who left before one of these days: in the round that had begun, or,
        where none had, what was to last to the first of them, and to this day."""
        records_begin = self._mappe.utvalg.registrert_fra
        if not self._mappe.medlemsliste_hel or (records_begin and fra.fra < records_begin):
            return True
        begun = fra.til or date.max
        others = (each for each in self._foert.kanskje_ute if each.person != person and each.tidligst < begun)
        if runde:
            return any(runde.fra <= each.senest for each in others)
        return til is not None and any(max(fra.fra, til) <= each.ment_til for each in others)

    def _tatt_fra(self, sete: Sete, fra: date) -> Rest | None:
        """What the seat, which began on this day, is the rest of. Those who began later are not looked at for it."""
        while self._sett < len(self.begynt) and self.begynt[self._sett].fra <= fra:
            self._se_paa(self.begynt[self._sett])
            self._sett += 1
        return self._tatt.get(noekkel(sete))

    def _se_paa(self, begynt: Begynt) -> None:
        """Notes what the next of the seats takes of what is left, and what it leaves itself."""
        sete, fra, own_end, hele = begynt
        rest = None
        if self._igjen:  # mostly nobody has left anything
            self._igjen = [r for r in self._igjen if r.hele.til is None or r.hele.til >= fra]
            rest = next((r for r in self._igjen if self._kan_ta(sete, fra, own_end, r)), None)
        if rest and not self._satt(sete.person, fra - EN_DAG):
            self._tatt[noekkel(sete)], hele = rest, rest.hele
        if isinstance(sete.til, date) and hele and hele.til and sete.til < hele.til:
            self._igjen.append(Rest(sete.person, sete, sete.til, hele))

    def _kanskje_tatt_fra(self, sete: Sete, fra: date) -> bool:
        """Whether it may be the rest of a term of which the first day is not known."""
        return any(self._kan_ta(sete, fra, _lovet(sete), rest) for rest in self._foert.kanskje_forlatt)

    @cached_property
    def kanskje_forlatt(self) -> list[Rest]:
        """What may have been left of the terms of which the first day is not known, as late as they may have begun."""
        found = []
        for sete in (s for s in self._seter if s.fra is UKJENT):
            if isinstance(til := sete.til, date):
                hele = self._hele(sete, min(senest(vet_av(sete, "fra")) or til, til))
                if hele and hele.til and til < hele.til:
                    found.append(Rest(sete.person, sete, til, hele))
        return found

    @cached_property
    def begynt(self) -> list[Begynt]:
        """The seats with a known first day, oldest first."""
        others: list[Begynt] = []
        own = [s for s in self._egne if s.er_periode]
        if self._foert is self:
            own = self._seter
        else:
            whose = {s.person for s in self._egne}
            others = [each for each in self._foert.begynt if each.sete.person not in whose]
        known = ((s, s.fra) for s in own if isinstance(s.fra, date))
        found = (Begynt(s, fra, _lovet(s), self._hele(s, fra)) for s, fra in known)
        return sorted([*others, *found], key=attrgetter("fra"))

    def _hele(self, sete: Sete, fra: date) -> Dagstrekk | None:
        """The days a term was meant to last: as elected, else as long as it might."""
        elected = kjent(sete.valg.valg.til) if sete.valg else None
        last = elected or self._maal.siste_dag(sete, fra)
        return Dagstrekk(fra, last) if last else None

    def _kan_ta(self, sete: Sete, fra: date, til: date | None, rest: Rest) -> bool:
        within = til is not None and rest.hele.til is not None and til <= rest.hele.til
        return within and rest.person != sete.person and rest.forlatt < fra and self._gikk_videre(sete, rest)

    def _gikk_videre(self, sete: Sete, rest: Rest) -> bool:
        """Whether the term went on for others who sat with the one who left, if there were any."""
        others = self._satt_sammen_med(rest, sete.person)
        return not others or any(not isinstance(s.til, date) or s.til > rest.forlatt for s in others)

    def _satt_sammen_med(self, rest: Rest, person: str) -> list[Sete]:
        foert, whose = self._foert._satt_den(rest.forlatt), {s.person for s in self._egne}
        own = [s for s in self._egne if s.er_periode and s.har(rest.forlatt)]
        there = [*(s for s in foert if s.person not in whose), *own]
        return [s for s in there if s.person not in (person, rest.person)]

    def _satt_den(self, dag: date) -> list[Sete]:
        """Those who had such a seat on the day, as it is on record."""
        if dag not in self._sammen:
            self._sammen[dag] = [s for s in self._seter if s.har(dag)]
        return self._sammen[dag]


def noekkel(sete: Sete) -> tuple[object, ...]:
    """What one seat is told from another by, without looking into the records behind it."""
    return sete.person, sete.verv, sete.nr, sete.fra, sete.valg and sete.valg.at()


def _begins(sete: Sete) -> date:
    assert isinstance(sete.fra, date)
    return sete.fra


def _lovet(sete: Sete) -> date | None:
    """The last day somebody was to sit: as elected, where an election says."""
    return (kjent(sete.valg.valg.til) if sete.valg else None) or kjent(sete.til)
