"""The plan of a year: every proposed day satisfies the mandate, and its deadlines come after the meeting before."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from dateutil.easter import easter

from brukerutvalg_cli.handling.filer import Nektet
from brukerutvalg_cli.handling.moeteplan import Foreslaatt, moeteplan
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from tilfeldige_registre import dom, mappe, regelverk

HALVAAR = {"regel": "hyppighet", "hva": "moete", "minst": 1, "per": "halvaar"}
PAPIRER = {"regel": "frist", "hva": "sakspapirer", "senest": "10 dager", "foer": "moete"}
BINDING = {"regelverk": [{"id": "r", "fra": date(2000, 1, 1)}], "registrert_fra": date(2000, 1, 1)}


def planlagt(aar: int, *regler: dict[str, Any], antall: int | None = None) -> list[Foreslaatt]:
    before = mappe(BINDING, moeter={date(aar - 1, 11, 20): {}})
    return moeteplan(before, {"r": regelverk(*regler)}, aar, antall)


def holdt(plan: list[Foreslaatt]) -> Utvalgsmappe:
    """The year as it would be on record, with everything sent on its last day."""
    meetings = {each.dag: {"sendt": {"sakspapirer": dict(each.frister)["sakspapirene"]}} for each in plan}
    return mappe(BINDING | {"registrert_fra": date(plan[0].dag.year, 1, 1)}, moeter=meetings)


@pytest.mark.parametrize("aar", range(2000, 2100))
def test_one_in_each_half_year_with_papers_ten_days_before(aar: int) -> None:
    plan = planlagt(aar, HALVAAR, PAPIRER)
    days = [each.dag for each in plan]
    assert days == sorted(days)
    assert {each.dag.month <= 6 for each in plan} == {True, False}
    for each, before in zip(plan, [date(aar - 1, 11, 20), *days], strict=False):
        assert dict(each.frister) == {"sakspapirene": each.dag - timedelta(days=10)}
        assert all(last > before for _, last in each.frister)
        assert each.dag.weekday() < 5
        assert each.dag.month != 7
        assert abs((each.dag - easter(aar)).days) > 6
        assert (each.dag.month, each.dag.day) not in ((5, 1), (5, 17))
        assert (each.dag - easter(aar)).days not in (39, 50)  # Ascension Day, Whit Monday
    found = dom(holdt(plan), {"r": regelverk(HALVAAR, PAPIRER)}, date(aar + 1, 2, 1))
    assert (found.findings, found.uvurdert) == ((), ())


@pytest.mark.parametrize("aar", [2008, 2038])  # Easter on 23 March, and on 25 April
def test_the_earliest_and_the_latest_easter(aar: int) -> None:
    for antall in range(2, 9):
        plan = planlagt(aar, HALVAAR, PAPIRER, antall=antall)
        assert len(plan) == antall
        assert all(abs((each.dag - easter(aar)).days) > 6 for each in plan)


@pytest.mark.parametrize(
    ("regler", "ventet"),
    [
        ([{**HALVAAR, "per": "kalenderaar", "minst": 4}], 4),
        ([{**HALVAAR, "per": "kalenderaar", "minst": 3}], 3),
        ([{**HALVAAR, "minst": 3}], 6),
        ([{**HALVAAR, "per": "vaar", "minst": 3}, {**HALVAAR, "per": "hoest", "minst": 1, "hoeyst": 2}], 4),
        ([], 4),  # the mandate does not say, and one meeting is no year: the usual
    ],
)
def test_as_many_as_the_mandate_wants(regler: list[dict[str, Any]], ventet: int) -> None:
    assert len(planlagt(2027, *regler)) == ventet


def test_a_number_the_mandate_does_not_allow() -> None:
    with pytest.raises(Nektet, match="mandatet tillater ikke 1 møter i 2027"):
        planlagt(2027, HALVAAR, antall=1)


def test_no_room_between_the_meetings_for_a_long_deadline() -> None:
    with pytest.raises(Nektet, match="det er ikke plass til 12 møter i 2027"):
        planlagt(2027, {**PAPIRER, "senest": "2 maaneder"}, antall=12)


def test_on_the_weekday_of_last_year() -> None:
    tuesdays = mappe(BINDING, moeter={date(2026, 2, 10): {}, date(2026, 9, 8): {}, date(2026, 11, 11): {}})
    plan = moeteplan(tuesdays, {"r": regelverk(HALVAAR)}, 2027, 4)
    assert {each.dag.weekday() for each in plan} == {1}
