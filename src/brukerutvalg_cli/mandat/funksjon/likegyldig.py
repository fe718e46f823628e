"""Likegyldig: the terms that count the same whichever days they had, of those of which only a part of a day is known.

A list with years only, of terms that each lie in a round of their own, can be in more ways than could be gone through;
where nobody took over and none of them can be merged, split or parted by a pause, they are as many in every one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from brukerutvalg_cli.mandat.funksjon.for_mye import PaaRad
from brukerutvalg_cli.mandat.funksjon.mulige import noe_er_kjent, som_lengst
from brukerutvalg_cli.mandat.funksjon.vendedager import Vendedager
from brukerutvalg_cli.mandat.verdier.rekke import Dagstrekk, brytes
from brukerutvalg_cli.mandat.verdier.tid import Tid
from brukerutvalg_cli.model.kalender import EN_DAG
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.verdier import Ukjent


class Sittetid(NamedTuple):
    """A seat, with the earliest and the latest that its first and its last day may be (None: it is open)."""

    sete: Sete
    fra: Dagstrekk
    til: Dagstrekk | None

    @property
    def uvisst(self) -> bool:
        """Whether some of it is not known."""
        return isinstance(self.sete.fra, Ukjent) or isinstance(self.sete.til, Ukjent)

    @property
    def ferdig(self) -> date:
        """The last day that it may have lasted to."""
        return _siste(self.til) if self.til else date.max


def festet(counted: PaaRad, seats: Sequence[Sete], turns: Vendedager) -> list[Sete]:
    """The seats of one person, with days for those that count the same whichever they had: as long as they may have
    been. The rest as they are."""
    counts = not isinstance(counted.limit, Tid) and noe_er_kjent(seats)
    if not (counts and turns.maaler_alle_likt(seats[0].person)):
        return list(seats)
    look = _Likegyldig(counted, seats)
    if not (look.telles_likt() and all(turns.i_ro(*_dagene(each.fra)) for each in look.alle)):
        return list(seats)
    return [som_lengst(each.sete) if look.er(nr) else each.sete for nr, each in enumerate(look.alle)]


class _Likegyldig:
    """What is asked of one seat at a time, among the others of the person."""

    def __init__(self, counted: PaaRad, seats: Sequence[Sete]) -> None:
        self._counted = counted
        self.alle = sorted(map(_sittetid, seats), key=lambda each: (each.fra, each.sete.nr))
        self._rounds = counted.ramme.maal.rundene(seats[0])

    def telles_likt(self) -> bool:
        """Whether all of the seats surely are counted, by rounds that do not meet."""
        regel, utvalg = self._counted.regel, self._counted.utvalg
        sure = all(regel.omfatter(utvalg, each.sete) is True for each in self.alle)
        apart = all(one.til and one.til < other.fra for one, other in pairwise(self._rounds))
        return sure and apart and all(runde.til for runde in self._rounds)

    def er(self, nr: int) -> bool:
        """Whether it is all one which days this one had."""
        this = self.alle[nr]
        return (
            this.uvisst
            and this.til is not None
            and this.sete.valg is None
            and self._i_rekkefoelge(nr)
            and (self._alene_i_runden(nr) if self._rounds else self._for_seg(nr))
            and self._like_paa_rad(nr)
            and self._teller(nr)
        )

    def _i_rekkefoelge(self, nr: int) -> bool:
        """Whether it surely began after all that come before it, and before all that come after, which outlast it."""
        before, this, after = self.alle[:nr], self.alle[nr], self.alle[nr + 1 :]
        first, last = _dagene(this.fra)
        begun = all(_siste(o.fra) < first for o in before) and all(last < o.fra.fra for o in after)
        return begun and all(o.til is None or this.ferdig <= o.til.fra for o in after)

    def _alene_i_runden(self, nr: int) -> bool:
        """Whether it surely began and ended in one round, in which the person had nothing that ran on into it."""
        runde = self._runden(nr)
        return runde is not None and not any(o.fra.fra < runde.fra <= o.ferdig for o in self.alle[:nr])

    def _runden(self, nr: int) -> Dagstrekk | None:
        this = self.alle[nr]
        return next((r for r in self._rounds if r.fra <= this.fra.fra and r.dekker(this.ferdig)), None)

    def _for_seg(self, nr: int) -> bool:
        """Where there are no rounds: whether it can be no part of what came before it, and has none that came after."""
        before, this, after = self.alle[:nr], self.alle[nr], self.alle[nr + 1 :]
        return all(self._er_to(o, this) for o in before) and all(self._er_to(this, o) for o in after)

    def _er_to(self, one: Sittetid, other: Sittetid) -> bool:
        outlasts = other.til is None or one.ferdig < other.til.fra
        within_another = one.sete.verv != other.sete.verv and other.fra.fra <= one.ferdig
        if not outlasts or within_another:
            return False
        begun = _siste(one.fra)
        last = self._counted.ramme.maal.siste_dag(one.sete._replace(fra=begun), begun)
        return last is None or other.til is None or last < other.til.fra

    def _like_paa_rad(self, nr: int) -> bool:
        """Whether it surely is on end with what came before, or surely is not; and what comes after with it."""
        return all(self._sikkert(i) for i in (nr, nr + 1) if 0 < i < len(self.alle))

    def _sikkert(self, nr: int) -> bool:
        before, this = self.alle[nr - 1], self.alle[nr]
        if before.til is None or self._counted.samlet:
            return True
        latest = max(o.ferdig for o in self.alle[:nr])
        return not self._brytes(before.til.fra, _siste(this.fra)) or self._brytes(latest, this.fra.fra)

    def _brytes(self, til: date, fra: date) -> bool:
        regel, maal = self._counted.regel, self._counted.ramme.maal
        lengde = maal.varighet(som_lengst(self.alle[-1].sete))
        return brytes(til, fra, self._rounds, regel.pause, lengde)

    def _teller(self, nr: int) -> bool:
        """Whether it surely counts, and what the person began right after it does: nobody's rest was taken over."""
        if self._counted.ramme.kort == "teller":
            return True
        this, runde = self.alle[nr], self._runden(nr)
        earlier = (o for o in self.alle[:nr] if _i(o, runde))
        later = (o for o in self.alle[nr + 1 :] if not _begynt_i(o, runde) and _kanskje_dagen_foer(o, this))
        return not any(map(self._kan_ha_overtatt, (this, *earlier, *later)))

    def _kan_ha_overtatt(self, sittetid: Sittetid) -> bool:
        """Whether it may be the rest of another's, on one of the days that it may have begun."""
        overtatt, person = self._counted.ramme.overtatt, sittetid.sete.person
        til = sittetid.til and sittetid.til.fra
        runde = next((r for r in self._rounds if _begynt_i(sittetid, r)), None)
        return overtatt.kan_ha_kommet_til(person, sittetid.fra, til, runde)


def _kanskje_dagen_foer(other: Sittetid, this: Sittetid) -> bool:
    """Whether the person may have had this one the day before the other began, or not."""
    first, last = (day - EN_DAG for day in _dagene(other.fra))
    always = this.til is not None and _siste(this.fra) <= first and last <= this.til.fra
    never = last < this.fra.fra or this.ferdig < first
    return not (always or never)


def _i(sittetid: Sittetid, runde: Dagstrekk | None) -> bool:
    """Whether some of it may lie in the round."""
    return runde is not None and sittetid.fra.fra <= (runde.til or date.max) and runde.fra <= sittetid.ferdig


def _begynt_i(sittetid: Sittetid, runde: Dagstrekk | None) -> bool:
    """Whether it surely began in the round."""
    return runde is not None and all(map(runde.dekker, _dagene(sittetid.fra)))


def _sittetid(sete: Sete) -> Sittetid:
    return Sittetid(sete, next(_strekk(sete, "fra")), next(_strekk(sete, "til"), None))


def _strekk(sete: Sete, key: str) -> Iterator[Dagstrekk]:
    day, part = getattr(sete, key), sete.deldato.get(key)
    if isinstance(day, Ukjent):
        assert part
        yield Dagstrekk(part.tidligst, part.senest)
    elif day is not None:
        yield Dagstrekk(day, day)


def _dagene(days: Dagstrekk) -> tuple[date, date]:
    return days.fra, _siste(days)


def _siste(days: Dagstrekk) -> date:
    assert days.til is not None
    return days.til
