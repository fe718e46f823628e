"""The plan of a year: every proposed day satisfies the mandate, and its deadlines come after the meeting before."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from dateutil.easter import easter

from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.handling.filer import Nektet
from brukerutvalg_cli.handling.moeteplan.plan import Foreslaatt, moeteplan
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from smaa_registre import skriv
from tilfeldige_registre import dom, mappe, regelverk

pytestmark = pytest.mark.usefixtures("samme_dom")

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
    with pytest.raises(Nektet, match="mandatet tillater ikke 1 møte i 2027: det vil ha minst 1 i "):
        planlagt(2027, HALVAAR, antall=1)


def test_no_room_between_the_meetings_for_a_long_deadline() -> None:
    with pytest.raises(Nektet, match="det er ikke plass til 12 møter i 2027"):
        planlagt(2027, {**PAPIRER, "senest": "2 maaneder"}, antall=12)


def test_on_the_weekday_of_last_year() -> None:
    tuesdays = mappe(BINDING, moeter={date(2026, 2, 10): {}, date(2026, 9, 8): {}, date(2026, 11, 11): {}})
    plan = moeteplan(tuesdays, {"r": regelverk(HALVAAR)}, 2027, 4)
    assert {each.dag.weekday() for each in plan} == {1}


@pytest.mark.parametrize("aar", [2024, 2025, 2027, 2030, 2035, 2038])
@pytest.mark.parametrize(
    ("per", "antall"), [("3 maaneder", 4), ("12 uker", 5), ("2 maaneder", 7), ("6 maaneder", 2)]
)
def test_no_stretch_of_the_year_goes_without(aar: int, per: str, antall: int) -> None:
    rule = {**HALVAAR, "per": per}
    plan = planlagt(aar, rule, PAPIRER)
    assert len(plan) == antall
    found = dom(holdt(plan), {"r": regelverk(rule, PAPIRER)}, date(aar + 1, 1, 1))
    assert (found.findings, found.uvurdert) == ((), ())


@pytest.mark.parametrize("aar", [2024, 2027, 2038])
@pytest.mark.parametrize(
    ("vindu", "antall"),
    [
        ({"minst": 1, "per": "maaned", "unntatt": ["juli", "august"]}, 10),
        ({"minst": 1, "per": "3 maaneder", "unntatt": "juli"}, 4),
        ({"antall": 1, "per": "april"}, 1),
        ({"minst": 1, "per": "2 vaar"}, 1),
        ({"antall": 1, "per": "kvartal"}, 4),
        ({"antall": [6, 8], "per": "kalenderaar", "unntatt": "juli"}, 6),
        ({"mer_enn": 3, "per": "kalenderaar"}, 4),
    ],
)
def test_windows_of_every_kind_get_their_meetings(aar: int, vindu: dict[str, Any], antall: int) -> None:
    rule = {"regel": "hyppighet", "hva": "moete", **vindu}
    plan = planlagt(aar, rule)
    assert len(plan) == antall
    found = dom(holdt_uten_papirer(plan), {"r": regelverk(rule)}, date(aar + 1, 1, 1))
    assert (found.findings, found.uvurdert) == ((), ())


def test_a_meeting_last_spring_answers_for_this_one() -> None:
    rule = {"regel": "hyppighet", "hva": "moete", "antall": 1, "per": "2 vaar"}
    before = mappe(BINDING, moeter={date(2026, 3, 11): {}})
    plan = moeteplan(before, {"r": regelverk(rule)}, 2027, 1)
    assert [each.dag.month > 6 for each in plan] == [True]


def test_a_share_of_the_meetings_says_nothing_of_how_many() -> None:
    rule = {
        "regel": "hyppighet",
        "hva": "moete",
        "der": {"form": "fysisk"},
        "minst": "1/2",
        "per": "kalenderaar",
    }
    assert len(planlagt(2027, rule)) == len(planlagt(2027))


def test_never_two_where_one_is_the_most() -> None:
    rule = {**HALVAAR, "minst": 0, "hoeyst": 1, "per": "2 maaneder"}
    plan = planlagt(2027, rule, antall=5)
    assert dom(holdt_uten_papirer(plan), {"r": regelverk(rule)}, date(2028, 1, 1)).findings == ()
    with pytest.raises(Nektet, match="det er ikke plass til 8 møter"):
        planlagt(2027, rule, antall=8)


def holdt_uten_papirer(plan: list[Foreslaatt]) -> Utvalgsmappe:
    council = BINDING | {"registrert_fra": date(plan[0].dag.year, 1, 1)}
    return mappe(council, moeter={each.dag: {} for each in plan})


def test_as_many_as_last_year_but_no_more_than_each_half_may_have() -> None:
    eight = mappe(BINDING, moeter={date(2026, month, 11): {} for month in (1, 2, 3, 4, 5, 9, 10, 11)})
    halves = regelverk(
        {**HALVAAR, "per": "vaar", "minst": 3, "hoeyst": 4},
        {**HALVAAR, "per": "hoest", "minst": 1, "hoeyst": 2},
    )
    plan = moeteplan(eight, {"r": halves}, 2027)
    assert [each.dag.month <= 6 for each in plan] == [True] * 4 + [False] * 2


def test_provisions_that_contradict_each_other_are_named() -> None:
    four = {**HALVAAR, "id": "fire", "minst": 4, "per": "kalenderaar"}
    two = {**HALVAAR, "id": "to", "minst": 0, "hoeyst": 2, "per": "kalenderaar"}
    with pytest.raises(
        Nektet, match=r"mandatet motsier seg selv: .*minst 4 i 2027.*fire.*høyst 2 i 2027.*to"
    ):
        planlagt(2027, four, two, {**HALVAAR, "id": "utenfor"})


def test_a_month_in_which_no_day_is_proposed_is_named() -> None:
    with pytest.raises(Nektet, match=r"mandatet vil ha minst 1 i juli 2027 \(.*\), og der er det ingen dag"):
        planlagt(2027, {**HALVAAR, "per": "1 maaned"})


def test_what_should_be_gives_way_to_what_shall() -> None:
    four = {**HALVAAR, "minst": 4, "per": "kalenderaar", "styrke": "boer"}
    two = {**HALVAAR, "minst": 0, "hoeyst": 2, "per": "kalenderaar"}
    assert len(planlagt(2027, four, two)) == 2


@pytest.mark.parametrize(
    ("der", "bundet", "ventet"),
    [
        ({"ekstraordinaert": "nei"}, {"minst": 3, "hoeyst": 3}, 3),
        ({"ekstraordinaert": "ja"}, {"minst": 3}, 2),  # not of these meetings
        ({"form": "fysisk"}, {"minst": 3}, 3),  # so many there must be, whatever the form of the others
        ({"form": "digitalt"}, {"hoeyst": 1}, 2),
    ],
)
def test_a_plan_is_of_ordinary_meetings(der: dict[str, str], bundet: dict[str, int], ventet: int) -> None:
    rule = {"regel": "hyppighet", "hva": "moete", "der": der, "per": "kalenderaar"} | bundet
    assert len(planlagt(2027, HALVAAR, rule)) == ventet


def test_a_deadline_for_extraordinary_meetings_is_none_of_the_plan_s() -> None:
    short = PAPIRER | {"senest": "2 dager", "der": {"ekstraordinaert": "ja"}}
    assert all(each.frister == () for each in planlagt(2027, HALVAAR, short))


def test_a_permission_asks_for_nothing() -> None:
    assert len(planlagt(2027, HALVAAR, {**HALVAAR, "minst": 9, "styrke": "kan"})) == 2


def test_the_meetings_that_are_planned_already_count() -> None:
    planned: dict[str, Any] = {"status": "planlagt"}
    some = mappe(
        BINDING,
        moeter={date(2026, 11, 18): {}, date(2027, 2, 10): planned, date(2027, 5, 12): planned},
    )
    four = regelverk({**HALVAAR, "minst": 4, "per": "kalenderaar"}, PAPIRER)
    plan = moeteplan(some, {"r": four}, 2027)
    assert [each.dag.month > 6 for each in plan] == [True, True]
    with pytest.raises(Nektet, match="det er alt ført flere enn 1 møte i 2027"):
        moeteplan(some, {"r": regelverk(PAPIRER)}, 2027, 1)


def test_room_is_found_on_another_weekday_where_the_usual_has_none() -> None:
    plan = planlagt(2027, {**PAPIRER, "senest": "3 uker"}, antall=10)
    days = [date(2026, 11, 20), *(each.dag for each in plan)]
    assert len(plan) == 10
    assert all(later - timedelta(days=21) > before for before, later in pairwise(days))


def test_the_weekday_of_the_year_before_whatever_comes_later() -> None:
    tuesdays = mappe(
        BINDING,
        moeter={date(2026, 2, 10): {}} | {date(2027, 1, day): {"status": "planlagt"} for day in (21, 28)},
    )
    plan = moeteplan(tuesdays, {"r": regelverk(HALVAAR)}, 2027, 4)
    assert {each.dag.weekday() for each in plan} == {1}


def test_a_deadline_on_a_sunday_and_days_that_are_no_meeting_days(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    skriv(
        tmp_path,
        """
regler: [{regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete}]
utvalg: {regelverk: [{id: regelverket, fra: 2000-01-01}]}
moeter/2026-11-18: {saker: [{nr: 3/26, tittel: Møteplan, type: vedtak}]}
""",
    )
    verb = ["--rot", str(tmp_path), "moeteplan", "utvalget", "2027", "--dato", "2026-12-01"]
    assert run([*verb, "--dager", "24.3.2027, 17.5.2027", "--dry-run"]) == 1
    said = capsys.readouterr().out
    assert "onsdag 24. mars 2027 – er i påskeuka\n" in said
    assert "senest søndag 14. mars 2027 (siste arbeidsdag er fredag 12. mars 2027)\n" in said
    assert "mandag 17. mai 2027 – er en helligdag (" in said
    assert run([*verb, "--ja", "--vedtatt-i", "3/26"]) == 0
    events = (tmp_path / "records/utvalg/utvalget/hendelser.yaml").read_text(encoding="utf-8")
    assert "{hva: moeteplan, dato: 2026-11-18, sak: 3/26" in events
    assert len(list((tmp_path / "records/utvalg/utvalget/moeter").glob("2027-*"))) == 4
