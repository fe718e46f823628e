"""Deadlines: every meeting on its own, and every dispatch by counting the days between."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from brukerutvalg_cli.mandat.verdier.tid import les_tid
from brukerutvalg_cli.model.kalender import siste_arbeidsdag
from mandat.test_egenskaper_tid import arbeidsdag, samme_dag_eller_siste
from tilfeldige_registre import EN_DAG, dager, datoer, dom, eksempler, mappe, poster, regelverk, strekninger

FOERSTE, SISTE = date(2022, 1, 1), date(2023, 6, 30)
Moete = dict[str, Any]
Dom = set[tuple[date, str, date | None]]


def i_tide(sent: date, moete: date, senest: str, retning: str) -> bool:
    """Whether at least so much time lies before the meeting, or at most so much after it."""
    antall, enhet = les_tid(senest).antall, les_tid(senest).enhet
    if retning == "foer":
        match enhet:
            case "arbeidsdager":  # the day it is sent counts, the meeting's day does not
                return sum(map(arbeidsdag, dager(sent, moete - EN_DAG))) >= antall
            case "maaneder" | "aar":
                return sent <= samme_dag_eller_siste(moete, -antall * (12 if enhet == "aar" else 1))
        return (moete - sent).days >= antall * (7 if enhet == "uker" else 1)
    match enhet:
        case "arbeidsdager":  # fewer than so many working days had gone when it was sent
            return sum(map(arbeidsdag, dager(moete + EN_DAG, sent - EN_DAG))) < antall
        case "maaneder" | "aar":
            return sent <= samme_dag_eller_siste(moete, antall * (12 if enhet == "aar" else 1))
    return (sent - moete).days <= antall * (7 if enhet == "uker" else 1)


@cache
def siste_dag(moete: date, senest: str, retning: str) -> date:
    """The last day in time, found by trying one after another."""
    day = moete + timedelta(days=0 if retning == "foer" else 130)
    while not i_tide(day, moete, senest, retning):
        day -= EN_DAG
    return day


def dagen_som_sto(moete: date, facts: Moete, sent: date) -> date:
    """The meeting's day as it was known on the day the papers went out; an earlier one, if it was moved there since."""
    stood = moete
    for move in sorted(facts["flyttet"], key=lambda m: m["dato"], reverse=True):
        if sent < move["dato"]:
            stood = move["fra"]
    return min(stood, moete)


def naiv(moeter: dict[date, Moete], regel: Moete, retning: str) -> Iterator[tuple[date, str, date | None]]:
    for day, facts in moeter.items():
        if facts["status"] == "avlyst":
            continue
        held = facts["status"] == "avholdt"
        sendt = facts.get("sendt")
        sent = sendt.get(regel["hva"]) if isinstance(sendt, dict) else sendt
        if sent == "ukjent":
            yield day, "uvisst", None
        elif sent is not None:
            if not i_tide(sent, dagen_som_sto(day, facts, sent), regel["senest"], retning):
                yield day, "brutt", None
        elif held and retning == "foer":
            yield day, "brutt", day  # the meeting went by without them
        elif held or (retning == "foer" and "avgjoeres_i" not in facts):
            yield day, "brutt", siste_dag(day, regel["senest"], retning) + EN_DAG


TIDER = st.sampled_from(
    ["1 dag", "10 dager", "31 dager", "1 arbeidsdag", "5 arbeidsdager", "3 uker", "1 maaned", "3 maaneder"]
)
DAG = datoer(FOERSTE, SISTE)
MOETE = poster(
    {
        "dag": DAG,
        "status": st.sampled_from(["avholdt", "avholdt", "innkalt", "planlagt", "avlyst"]),
        # Most dispatches are near the last day, where a count that is one off shows.
        "sendt": st.sampled_from(
            ["ved fristen"] * 6 + ["en gang", "ikke", "ukjent", "alt ukjent", "alt ikke"]
        ),
        "avstand": st.integers(-60, 60),
        "flyttet": st.lists(
            st.tuples(st.integers(-30, 30), st.integers(-60, 40)), max_size=2, unique_by=lambda m: m[1]
        ),
        "avgjoeres": st.sampled_from([False, False, False, True]),
    }
)


def registeret(
    hva: str, retning: str, senest: str, drawn: list[dict[str, Any]]
) -> tuple[Moete, str, dict[date, Moete]]:
    moeter = {}
    for m in drawn:
        day, distance = m["dag"], timedelta(days=m["avstand"])
        near = siste_dag(day, senest, retning) + distance % timedelta(days=5) - timedelta(days=2)
        sent = {"ved fristen": near, "en gang": day + distance, "ukjent": "ukjent"}.get(m["sendt"])
        moeter[day] = {
            "status": m["status"],
            "sendt": {"alt ukjent": "ukjent", "alt ikke": None}.get(m["sendt"], {hva: sent}),
            "flyttet": [
                {"fra": day + timedelta(days=moved), "dato": day + timedelta(days=decided)}
                for moved, decided in m["flyttet"]
            ],
        } | ({"avgjoeres_i": FOERSTE} if m["avgjoeres"] else {})
    return {"regel": "frist", "hva": hva, "senest": senest, retning: "moete"}, retning, moeter


REGISTRE = st.builds(
    registeret,
    st.sampled_from(["innkalling", "sakspapirer", "referat"]),
    st.sampled_from(["foer", "foer", "etter"]),
    TIDER,
    st.lists(MOETE, min_size=1, max_size=4, unique_by=lambda m: m["dag"]),
)


@given(REGISTRE, datoer(date(2021, 12, 1), date(2023, 9, 30)))
@eksempler(1500)
def test_each_meeting_is_judged_by_the_days_between(
    register: tuple[Moete, str, dict[date, Moete]], dato: date
) -> None:
    regel, retning, moeter = register
    council = mappe({"regelverk": [{"id": "r", "fra": date(2000, 1, 1)}]}, moeter=moeter)

    found = dom(council, {"r": regelverk(regel)}, dato)

    said: Dom = {(date.fromisoformat(f.emne), "brutt", f.since) for f in found.findings}
    said |= {(date.fromisoformat(u.emne), "uvisst", None) for u in found.uvurdert}
    # What only time makes true, is true when its day has come.
    assert said == {v for v in naiv(moeter, regel, retning) if v[2] is None or v[2] <= dato}


@given(REGISTRE, strekninger(DAG), st.booleans(), st.booleans())
@eksempler(500)
def test_only_meetings_in_force_and_on_record_are_judged(
    register: tuple[Moete, str, dict[date, Moete]], stretch: tuple[date, date], by_record: bool, ends: bool
) -> None:
    (fra, til), (regel, retning, moeter) = stretch, register
    bounds = {"registrert_fra": fra, "registrert_til": til if ends else None} if by_record else {}
    binding = (
        {"id": "r", "fra": date(2000, 1, 1)}
        if by_record
        else {"id": "r", "fra": fra, "til": til if ends else None}
    )
    council = mappe({"regelverk": [binding]} | bounds, moeter=moeter)

    found = dom(council, {"r": regelverk(regel)}, date(2024, 1, 1))

    inside = {day: facts for day, facts in moeter.items() if fra <= day and (day <= til or not ends)}
    known_until = til + EN_DAG if by_record and ends else date.max
    assert {date.fromisoformat(f.emne) for f in found.findings} == {
        day
        for day, what, since in naiv(inside, regel, retning)
        if what == "brutt" and (since or fra) <= known_until
    }


@given(REGISTRE, datoer(FOERSTE, SISTE))
@eksempler(500)
def test_the_deadlines_ahead_are_of_papers_that_can_still_be_sent_in_time_and_of_meetings_ahead(
    register: tuple[Moete, str, dict[date, Moete]], dato: date
) -> None:
    regel, retning, moeter = register
    council = mappe({"regelverk": [{"id": "r", "fra": date(2000, 1, 1)}]}, moeter=moeter)

    found = dom(council, {"r": regelverk(regel)}, dato).frister

    due = {day: siste_dag(day, regel["senest"], retning) for day in moeter}
    ahead = {
        day
        for day, facts in moeter.items()
        if facts["status"] != "avlyst"
        if (day >= dato and facts["status"] != "avholdt") or due[day] >= dato
        if not facts["sendt"] or (facts["sendt"] != "ukjent" and not facts["sendt"][regel["hva"]])
    }
    assert {(f.dag, f.siste_dag) for f in found} == {(day, due[day]) for day in ahead}


def test_a_deadline_on_a_sunday_or_holiday_is_kept_by_the_working_day_before() -> None:
    ten_days = les_tid("10 dager")
    assert ten_days.foer(date(2022, 11, 16)) == date(2022, 11, 6)  # a Sunday
    assert siste_arbeidsdag(date(2022, 11, 6)) == date(2022, 11, 4)
    assert ten_days.foer(date(2023, 4, 19)) == date(2023, 4, 9)  # Easter Sunday
    assert siste_arbeidsdag(date(2023, 4, 9)) == date(2023, 4, 5)  # Thursday and Friday are holidays too
