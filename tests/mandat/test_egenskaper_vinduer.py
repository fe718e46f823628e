"""Windows of time as sets of days: whole kinds, so many on end, months left out, and days that may be moved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.verdier.ganger import UENDELIG, Ganger, Mulig
from brukerutvalg_cli.mandat.verdier.hendt import Hendt
from brukerutvalg_cli.mandat.verdier.mengde import Mengde
from brukerutvalg_cli.mandat.verdier.per import les_per
from brukerutvalg_cli.mandat.verdier.tid import les_tid
from brukerutvalg_cli.mandat.verdier.vindu import Vindu, vinduer
from brukerutvalg_cli.model.kalender import MAANEDER
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.visshet import UVISST
from tilfeldige_registre import EN_DAG, datoer, eksempler, mappe

FOERSTE, SISTE = date(2019, 1, 1), date(2023, 12, 31)
Dager = frozenset[date]


def dagene(fra: date, til: date) -> Iterator[date]:
    while fra <= til:
        yield fra
        fra += EN_DAG


def bitene(enhet: str) -> list[Dager]:
    """The single windows of a kind, as sets of days; from well before the period to well after it."""
    parts: dict[object, set[date]] = {}
    for day in dagene(date(2017, 1, 1), date(2029, 12, 31)):
        key: object = {
            "kalenderaar": day.year,
            "halvaar": (day.year, day.month > 6),
            "vaar": day.month <= 6 and day.year,
            "hoest": day.month > 6 and day.year,
            "kvartal": (day.year, (day.month - 1) // 3),
            "maaned": (day.year, day.month),
            "uke": day.isocalendar()[:2],
            "dag": day,
        }.get(enhet, MAANEDER[day.month - 1] == enhet and day.year)
        if key:
            parts.setdefault(key, set()).add(day)
    return [frozenset(days) for days in parts.values()]


def naive(antall: int, enhet: str, unntatt: set[int], fra: date, til: date, dato: date) -> list[Dager]:
    """So many on end of those that are left, where they lie whole in the period and are over."""
    left = []
    for days in bitene(enhet):
        kept = frozenset(day for day in days if day.month not in unntatt)
        whole = kept == days or enhet not in ("uke", "dag", "maaned")  # a week that is cut is no week
        if kept and whole:
            left.append(kept)
    found = (left[at : at + antall] for at in range(len(left) - antall + 1))
    together = (frozenset[date]().union(*each) for each in found)
    return [days for days in together if fra <= min(days) and max(days) <= til and max(days) < dato]


def dekket(vindu: Vindu) -> Dager:
    return frozenset(day for day in dagene(vindu.fra, vindu.til) if vindu.dekker(day))


ENHETER = ("kalenderaar", "halvaar", "kvartal", "vaar", "hoest", "maaned", "uke", "dag", "april", "desember")
UNNTATT = st.sets(st.integers(1, 12), max_size=3)


@given(
    st.integers(1, 4),
    st.sampled_from(ENHETER),
    UNNTATT,
    datoer(FOERSTE, SISTE),
    datoer(FOERSTE, SISTE),
    st.booleans(),
)
@eksempler(300)
def test_a_window_is_the_days_that_are_left_of_so_many_on_end(
    antall: int, enhet: str, unntatt: set[int], fra: date, dato: date, ends: bool
) -> None:
    council = mappe({"registrert_fra": fra, "regelverk": [{"id": "r", "fra": FOERSTE}]})
    til = fra + timedelta(700) if ends else date(2028, 1, 1)
    period = UtvalgIPeriode(council, Register({}, {}), fra, til, dato)

    said = [dekket(v) for v in vinduer(les_per(f"{antall} {enhet}"), period, unntatt=unntatt)]

    assert said == naive(antall, enhet, unntatt, fra, til, dato)


@given(st.integers(1, 4), st.sampled_from(ENHETER), UNNTATT)
@eksempler(60)
def test_a_name_is_of_one_window_only(antall: int, enhet: str, unntatt: set[int]) -> None:
    council = mappe({"registrert_fra": FOERSTE, "regelverk": [{"id": "r", "fra": FOERSTE}]})
    period = UtvalgIPeriode(council, Register({}, {}), FOERSTE, None, date(2024, 1, 1))

    names = [v.navn for v in vinduer(les_per(f"{antall} {enhet}"), period, unntatt=unntatt)]

    assert len(names) == len(set(names))
    assert all(
        v.fra < w.fra for v, w in pairwise(vinduer(les_per(f"{antall} {enhet}"), period, unntatt=unntatt))
    )


# How many, where not all is known and each day may be moved

HENDT = Hendt(FOERSTE, Place(""), "")
I_2022 = datoer(date(2022, 2, 15), date(2022, 6, 15))
MENGDER = st.one_of(
    *(
        st.builds(lambda n, word: {word: n}, st.integers(0, 4), st.just(word))
        for word in ("minst", "hoeyst", "antall")
    ),
    st.builds(lambda n: {"mer_enn": n}, st.integers(0, 3)),
    st.builds(lambda a, b: {"antall": [a, a + b]}, st.integers(0, 2), st.integers(2, 3)),
    st.builds(lambda a, b: {"minst": a, "hoeyst": a + b}, st.integers(1, 2), st.integers(0, 2)),
)


def mulige_tall(dag: date, vindu: Dager, slakk: int) -> set[int]:
    """How many times something on this day counts, whichever way it is moved."""
    return {int(day in vindu) for day in dagene(dag - timedelta(slakk), dag + timedelta(slakk))}


def i_orden(mengde: Mengde, tall: list[set[int]]) -> bool:
    """Whether some way to count them all keeps the provision."""
    sums = {0}
    for each in tall:
        sums = {one + other for one in sums for other in each}
    return any(mengde.oppfylt(n, n) for n in sums)


@given(
    st.lists(I_2022, max_size=5),
    st.lists(st.one_of(st.none(), I_2022), max_size=2),
    st.lists(st.one_of(st.none(), I_2022), max_size=1),
    MENGDER,
    st.sampled_from([0, 0, 5, 20]),
    st.sampled_from([set(), {4}, {3, 5}]),
)
@eksempler(600)
def test_kept_is_what_some_way_to_move_the_days_keeps_whatever_is_not_known(
    kjente: list[date],
    mulige: list[date | None],
    uleste: list[date | None],
    grenser: dict[str, Any],
    slakk: int,
    unntatt: set[int],
) -> None:
    mengde = Mengde.model_validate(grenser)
    vindu = Vindu(date(2022, 3, 1), date(2022, 5, 31), "", unntatt=frozenset(unntatt))
    inside = dekket(vindu)
    known = [mulige_tall(day, inside, slakk) for day in kjente]
    resolved = [known]
    for day in mulige:  # it may be nothing, or one more that day, or on any day at all
        there = (
            {frozenset({1}), frozenset({0})} if day is None else {frozenset(mulige_tall(day, inside, slakk))}
        )
        resolved = [[*each, set(what)] for each in resolved for what in {frozenset({0}), *there}]
    for day in uleste:  # a file that holds any number of them: as many as anybody could ask for
        one = {1} if day is None else mulige_tall(day, inside, slakk)
        resolved = [[*each, *[one] * times] for each in resolved for times in range(9)]
    kept = {i_orden(mengde, each) for each in resolved}

    times = Ganger(tuple((day, HENDT) for day in sorted(kjente)), tuple(map(Mulig, mulige)), tuple(uleste))
    said = times.i_vindu(vindu, les_tid(f"{slakk} dager") if slakk else None)

    assert said.flest >= len(said.kjente)
    assert said.holder(mengde) == (UVISST if len(kept) > 1 else True in kept)
    assert (said.flest >= UENDELIG) is any(
        day is None or 1 in mulige_tall(day, inside, slakk) for day in uleste
    )
