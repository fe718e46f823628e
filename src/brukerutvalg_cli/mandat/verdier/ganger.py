"""Ganger: how many times something has happened in a window, as far as anybody knows, and with how much tolerance."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.mandat.verdier.hendt import Hendt
from brukerutvalg_cli.mandat.verdier.mengde import Mengde
from brukerutvalg_cli.mandat.verdier.tid import Tid, med_slingring
from brukerutvalg_cli.mandat.verdier.vindu import Vindu
from brukerutvalg_cli.model.deldato import Deldato
from brukerutvalg_cli.model.kalender import EN_DAG
from brukerutvalg_cli.model.visshet import UVISST, Uvisst, Visshet

UENDELIG = 10**9
"""More of anything than a provision can ask for: what a meeting that cannot be read may hold."""
Gang = tuple[date, Hendt]


class Mulig(NamedTuple):
    """What may be one more: its day (None: any), why nobody knows, and what it is called where it is on record."""

    dag: date | Deldato | None
    grunn: Uvisst = UVISST
    kalt: str = ""
    av_slaget: bool = False
    """Whether it is one that counts, if it is there at all."""


class Talt(NamedTuple):
    """What is known to have happened in one window, and how many more there may be.

    `paa_kanten` are those that are in it, or not, as one likes, because each day may be moved a little. `flere` may
    be in it for all anyone knows, `flere_paa_kanten` may be where one could count them in.
    """

    kjente: tuple[Gang, ...]
    paa_kanten: int = 0
    flere: int = 0
    flere_paa_kanten: int = 0
    mulige: tuple[Mulig, ...] = ()
    """Those that may be in it."""
    uten_dag: int = 0
    """Those that are in it for certain, on a day that nobody knows."""

    @property
    def sikre(self) -> int:
        """The fewest it can have been."""
        return len(self.kjente) + self.uten_dag

    @property
    def flest(self) -> int:
        """The most it can have been."""
        return self.sikre + self.paa_kanten + self.flere + self.flere_paa_kanten

    def holder(self, mengde: Mengde) -> Visshet:
        """Whether the number is as demanded; unknown where what is not known decides it."""
        fewest, most = self.sikre, self.sikre + self.paa_kanten
        turns = knekk(mengde)
        if not _noen_holder(mengde, turns, fewest, self.flest):
            return False
        steps = {0, self.flere, *(n - fewest for n in turns)}
        every = (
            _noen_holder(mengde, turns, fewest + more, most + more)
            for more in steps
            if 0 <= more <= self.flere
        )
        return True if all(every) else UVISST


class Ganger(NamedTuple):
    """What happened, oldest first, and what may be one more.

    `uleste` are the days of files that could not be read and may hold any number of them; `omtrent_da` the years and
    months in which it happened, for all that anybody knows of the day.
    """

    kjente: tuple[Gang, ...]
    mulige: tuple[Mulig, ...] = ()
    uleste: tuple[date | None, ...] = ()
    omtrent_da: tuple[Mulig, ...] = ()

    def i_vindu(self, vindu: Vindu, omtrent: Tid | None = None) -> Talt:
        """What is known of this window, where each day may be moved by so much."""
        last = med_slingring(vindu.til, omtrent)
        at = bisect_left(self.kjente, omtrent.foer(vindu.fra) if omtrent else vindu.fra, key=_dagen)
        near = self.kjente[at : bisect_right(self.kjente, last, key=_dagen)]
        if not (omtrent or vindu.stykker or vindu.unntatt):
            where, inside, edge = [], near, 0
        else:
            where = [_hvor(day, vindu, omtrent) for day, _ in near]
            inside, edge = tuple(g for g, sure in zip(near, where, strict=True) if sure), where.count(None)
        perhaps = [_kan_vaere(m.dag, vindu, omtrent) for m in self.mulige]
        parts = [_overalt(m.dag, vindu, omtrent) for m in self.omtrent_da if isinstance(m.dag, Deldato)]
        surely = sum(where == {True} for where in parts)
        perhaps += [False if where == {True} else _mulig(where) for where in parts]
        unread = [True if day is None else _hvor(day, vindu, omtrent) for day in self.uleste]
        return Talt(
            inside,
            edge,
            UENDELIG if True in unread else perhaps.count(True),
            UENDELIG if None in unread else perhaps.count(None),
            (
                *(
                    m
                    for m, inside in zip((*self.mulige, *self.omtrent_da), perhaps, strict=True)
                    if inside is not False
                ),
                *(Mulig(day) for day, inside in zip(self.uleste, unread, strict=True) if inside is not False),
            ),
            surely,
        )


def knekk(mengde: Mengde) -> list[int]:
    """The counts at which the answer can change: the numbers of the provision, and those beside them."""
    return sorted({0} | {n + step for n in mengde.tall() for step in (-1, 0, 1) if n + step >= 0})


def tak(mengde: Mengde) -> int | None:
    """The most there may be, whatever comes; None where there is no such number."""
    if mengde.er_andel or mengde.oppfylt(UENDELIG, UENDELIG):
        return None
    return max(n for n in knekk(mengde) if mengde.oppfylt(n, n))


def gulv(mengde: Mengde) -> int:
    """The fewest there may be."""
    return 0 if mengde.er_andel else min(n for n in knekk(mengde) if mengde.oppfylt(n, n))


def andelen_holder(mengde: Mengde, noen: Talt, alle: Talt) -> Visshet:
    """Whether those that count are as large a share of all as is demanded. A share of nothing breaks nothing."""
    few, every = noen.sikre, alle.sikre
    if max(noen.flere, alle.flere) >= UENDELIG:
        return UVISST
    of_the_sort = [each for each in noen.mulige if each.av_slaget]
    unsure = _hvilke(each for each in noen.mulige if not each.av_slaget)
    perhaps = (unsure & (_hvilke(alle.mulige) - _hvilke(of_the_sort))).total()
    there = unsure.total() - perhaps  # for certain, and of which sort nobody knows
    held = {
        every + more == 0 or mengde.oppfylt(few + some, every + more)
        for more in range(alle.flere + 1)
        for some in range(
            max(0, more - (alle.flere - len(of_the_sort))), there + min(more, len(of_the_sort) + perhaps) + 1
        )
    }
    return UVISST if len(held) > 1 else True in held


def _hvilke(mulige: Iterable[Mulig]) -> Counter[tuple[date | Deldato | None, str]]:
    return Counter((each.dag, each.kalt) for each in mulige)


def _dagen(gang: Gang) -> date:
    return gang[0]


def _hvor(dag: date, vindu: Vindu, omtrent: Tid | None) -> bool | None:
    """Whether the day is in the window; None where it is only if it may be moved, or only if it may not."""
    if omtrent is None:
        return vindu.dekker(dag)
    inside = {vindu.dekker(each) for each in _dagene(omtrent.foer(dag), omtrent.etter(dag))}
    return None if len(inside) > 1 else True in inside


def _overalt(part: Deldato, vindu: Vindu, omtrent: Tid | None) -> set[bool | None]:
    """Where each of the days is that may be meant."""
    return {_hvor(day, vindu, omtrent) for day in part.dager}


def _mulig(hvor: set[bool | None]) -> bool | None:
    """What of it can be, at most: in the window, in it where one likes, or not in it."""
    return True if True in hvor else None if None in hvor else False


def _kan_vaere(dag: date | Deldato | None, vindu: Vindu, omtrent: Tid | None) -> bool | None:
    if dag is None:
        return True
    return _mulig(_overalt(dag, vindu, omtrent)) if isinstance(dag, Deldato) else _hvor(dag, vindu, omtrent)


def _dagene(fra: date, til: date) -> Iterator[date]:
    while fra <= til:
        yield fra
        fra += EN_DAG


def _noen_holder(mengde: Mengde, turns: list[int], fewest: int, most: int) -> bool:
    counts = (fewest, most, *(n for n in turns if fewest < n < most))
    return any(mengde.oppfylt(count, count) for count in counts)
