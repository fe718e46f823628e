"""Deadlines with two bounds, deadlines counted from events or laid down as a day, and windows that slide."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from brukerutvalg_cli.mandat.verdier.tid import les_tid
from tilfeldige_registre import EN_DAG, dager, datoer, dom, eksempler, mappe, regelverk

FOERSTE, SISTE = date(2022, 1, 1), date(2024, 12, 31)
BINDING = {"regelverk": [{"id": "r", "fra": date(2000, 1, 1)}], "registrert_fra": FOERSTE}
DAG = datoer(FOERSTE, SISTE)
NAA = date(2025, 6, 1)


def brutt(council: Any, regel: dict[str, Any], dato: date = NAA) -> set[str]:
    """What is found, by what it is about; nothing here is unknown."""
    found = dom(council, {"r": regelverk(regel)}, dato)
    assert found.uvurdert == ()
    return {f.emne for f in found.findings}


# Two bounds, with slack


@given(
    DAG,
    st.integers(-40, 40),
    st.integers(1, 20),
    st.integers(0, 15),
    st.integers(0, 4),
    st.sampled_from(["foer", "etter"]),
)
@eksempler(800)
def test_neither_too_early_nor_too_late(
    moete: date, avstand: int, senest: int, mer: int, slakk: int, retning: str
) -> None:
    """Counted on the fingers: so many days from the meeting, at least and at most."""
    near, far = sorted((senest, senest + mer)) if retning == "foer" else (senest, senest + mer)
    latest, earliest = (near, far) if retning == "foer" else (far, near)
    hva = "sakspapirer" if retning == "foer" else "referat"
    sent = moete - timedelta(days=avstand) if retning == "foer" else moete + timedelta(days=avstand)
    regel = {"regel": "frist", "hva": hva, "senest": f"{latest} dager", "tidligst": f"{earliest} dager",
             retning: "moete"} | ({"omtrent": f"{slakk} dager"} if slakk else {})  # fmt: skip
    council = mappe(BINDING, moeter={moete: {"sendt": {hva: sent}}})
    in_time = near - slakk <= avstand <= far + slakk
    assert brutt(council, regel) == (set() if in_time else {str(moete)})


@given(DAG, st.integers(-40, 40), st.integers(1, 20))
@eksempler(400)
def test_a_first_day_alone_asks_for_nothing_that_was_not_done(
    moete: date, avstand: int, tidligst: int
) -> None:
    regel = {"regel": "frist", "hva": "sakspapirer", "tidligst": f"{tidligst} dager", "foer": "moete"}
    sent = mappe(BINDING, moeter={moete: {"sendt": {"sakspapirer": moete - timedelta(days=avstand)}}})
    assert brutt(sent, regel) == ({str(moete)} if avstand > tidligst else set())
    assert brutt(mappe(BINDING, moeter={moete: {"sendt": {}}}), regel) == set()


# A day of the year

DAGER_I_AARET = [
    (1, 12, "1. desember"),
    (28, 2, "28. februar"),
    (29, 2, "29. februar"),
    (31, 12, "31. desember"),
    (1, 1, "1. januar"),
]


@given(
    st.lists(DAG, max_size=4),
    st.sampled_from(DAGER_I_AARET),
    st.one_of(st.none(), DAG),
    datoer(date(2022, 6, 1), date(2025, 12, 31)),
)
@eksempler(800)
def test_a_day_of_the_year_comes_every_year(
    gjort: list[date], dag: tuple[int, int, str], til: date | None, dato: date
) -> None:
    number, month, text = dag
    regel = {"regel": "frist", "hva": "moeteplan", "senest": text}
    binding = {"id": "r", "fra": date(2000, 1, 1)} | ({"til": til} if til else {})
    events = [{"hva": "moeteplan", "dato": day} for day in gjort]
    council = mappe(BINDING | {"regelverk": [binding]}, hendelser=events)
    expected = set()
    for year in range(2022, 2026):
        due = date(year, 3, 1) - EN_DAG if number == 29 else date(year, month, number)
        in_force = til is None or due <= til
        done = any(date(year, 1, 1) <= day <= due for day in gjort)
        if in_force and due < dato and not done:
            expected.add(str(year))
    assert brutt(council, regel, dato) == expected


# Counted from an event


@given(
    st.lists(DAG, min_size=1, max_size=4, unique=True),
    st.lists(DAG, max_size=5),
    st.integers(1, 200),
    st.sampled_from(["foer", "etter"]),
)
@eksempler(800)
def test_what_belongs_to_an_event_is_nearest_to_it(
    kurs: list[date], gjort: list[date], innen: int, retning: str
) -> None:
    """Done before: by the next event. Done after: by the last one. And each event needs its own."""
    regel = {"regel": "frist", "hva": "evaluering", "senest": f"{innen} dager", retning: "erfaringssamling"}
    events = [{"hva": "erfaringssamling", "dato": day} for day in kurs]
    events += [{"hva": "evaluering", "dato": day} for day in gjort]
    expected = set()
    for event in kurs:
        if retning == "etter":
            mine = [d for d in gjort if d >= event and not any(event < other <= d for other in kurs)]
            kept = any((d - event).days <= innen for d in mine)
        else:
            mine = [d for d in gjort if d <= event and not any(d <= other < event for other in kurs)]
            kept = any((event - d).days >= innen for d in mine)
        if not kept:
            expected.add(f"erfaringssamling {event}")
    # Of records that are complete from a day on, something done before it might be for the first event.
    council = mappe({"regelverk": BINDING["regelverk"]}, hendelser=events)
    assert brutt(council, regel, date(2026, 1, 1)) == expected


# Without a day


@given(st.lists(DAG, min_size=1, max_size=5, unique=True), st.integers(0, 4), st.integers(0, 500))
@eksempler(500)
def test_at_once_means_before_the_next_meeting_is_over(moeter: list[date], nr: int, senere: int) -> None:
    days = sorted(moeter)
    of = days[nr % len(days)]
    sent = of + timedelta(days=senere)
    regel = {"regel": "frist", "hva": "referat", "senest": "straks", "etter": "moete"}
    records = {day: {"sendt": {"referat": day}} for day in days} | {of: {"sendt": {"referat": sent}}}
    following = next((day for day in days if day > of), None)
    late = following is not None and sent > following
    assert brutt(mappe(BINDING, moeter=records), regel, date(2027, 1, 1)) == ({str(of)} if late else set())


# Windows that slide


def strekk(per: str, fra: date, foer: date) -> Iterator[tuple[date, date]]:
    """Every stretch that begins with a month, a week or a day, before a day."""
    tid = les_tid(per)
    for start in dager(fra, foer):
        if tid.enhet == "maaneder" and start.day != 1:
            continue
        if tid.enhet == "uker" and start.weekday() != 0:
            continue
        end = start
        if tid.enhet == "maaneder":
            month = start.month - 1 + tid.antall
            end = date(start.year + month // 12, month % 12 + 1, 1) - EN_DAG
        else:
            end = start + timedelta(days=tid.antall * (7 if tid.enhet == "uker" else 1)) - EN_DAG
        yield start, end


@given(
    st.lists(datoer(date(2022, 1, 1), date(2022, 12, 31)), max_size=10, unique=True),
    st.sampled_from(["1 maaned", "3 maaneder", "6 maaneder", "2 uker", "10 uker", "40 dager"]),
    st.integers(1, 2),
    st.booleans(),
    datoer(date(2022, 3, 1), date(2023, 2, 1)),
)
@eksempler(600)
def test_windows_that_slide_tell_a_lasting_breach_once(
    moeter: list[date], per: str, antall: int, minst: bool, dato: date
) -> None:
    regel = {"regel": "hyppighet", "hva": "moete", "per": per, "minst" if minst else "hoeyst": antall}
    council = mappe(BINDING, moeter={day: {} for day in moeter})
    expected: list[date] = []
    last: date | None = None
    empty = False
    for start, end in strekk(per, FOERSTE, dato):
        inside = sorted(day for day in moeter if start <= day <= end)
        count = len(inside)
        broken = end < dato and count < antall if minst else count > antall
        if not broken:
            empty = False
            continue
        goes_on = (last is not None and start <= last) or (empty and count == 0)
        if not goes_on:
            expected.append(end + EN_DAG if minst else inside[antall])
        last, empty = end, count == 0
    found = dom(council, {"r": regelverk(regel)}, dato)
    assert sorted(f.since for f in found.findings if f.since) == [day for day in expected if day <= dato]
