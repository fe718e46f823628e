"""The invitation, read by a library that did not write it: one event through moving and cancelling."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject

from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.dokument.kalender import fristkalender, moetekalender
from brukerutvalg_cli.rapport.rapport import Frist
from tilfeldige_registre import mappe

OSLO = ZoneInfo("Europe/Oslo")


def lest(raw: bytes) -> Any:
    return vobject.readOne(raw.decode())


def invitasjon(dag: date, **felter: Any) -> Any:
    council = mappe({"navn": "Utvalget"}, moeter={dag: {"status": "innkalt", "tid": "12:15"} | felter})
    return lest(moetekalender(council, council.moeter[0]))


def test_a_meeting_moved_and_then_called_off_is_one_event() -> None:
    first, moved = date(2026, 3, 11), date(2026, 4, 15)
    flyttet = [{"fra": first, "dato": date(2026, 2, 1)}]
    calendars = [
        invitasjon(first),
        invitasjon(moved, flyttet=flyttet),
        invitasjon(moved, flyttet=flyttet, status="avlyst"),
    ]
    assert {c.vevent.uid.value for c in calendars} == {"utvalget-2026-03-11@brukerutvalg"}
    assert [int(c.vevent.sequence.value) for c in calendars] == [0, 1, 2]
    assert [c.method.value for c in calendars] == ["PUBLISH", "PUBLISH", "CANCEL"]
    assert calendars[-1].vevent.status.value == "CANCELLED"


@pytest.mark.parametrize(
    ("dag", "utc"),
    [
        (date(2026, 3, 28), "11:15"),  # the day before summer time
        (date(2026, 3, 29), "10:15"),
        (date(2026, 10, 24), "10:15"),
        (date(2026, 10, 25), "11:15"),  # and after it
    ],
)
def test_the_clock_of_oslo_summer_and_winter(dag: date, utc: str) -> None:
    start = invitasjon(dag).vevent.dtstart.value
    assert start.replace(tzinfo=None) == datetime.combine(
        dag, datetime.min.time().replace(hour=12, minute=15)
    )
    assert start.astimezone(ZoneInfo("UTC")).strftime("%H:%M") == utc
    assert start.astimezone(OSLO).strftime("%H:%M") == "12:15"


def test_without_a_time_of_day_it_is_the_whole_day() -> None:
    event = invitasjon(date(2026, 12, 31), tid="ukjent").vevent
    assert event.dtstart.value == date(2026, 12, 31)
    assert not hasattr(event, "dtend")


def test_the_place_and_the_end() -> None:
    event = invitasjon(date(2026, 3, 11), slutt="15.00", sted={"navn": "Rådhuset, sal æ; 2"}).vevent
    assert event.location.value == "Rådhuset, sal æ; 2"
    assert event.dtend.value.strftime("%H:%M") == "15:00"


def test_a_meeting_that_is_not_decided_on_is_tentative() -> None:
    planned = {"status": "planlagt", "avgjoeres_i": date(2026, 2, 1)}
    assert invitasjon(date(2026, 3, 11), **planned).vevent.status.value == "TENTATIVE"
    assert invitasjon(date(2026, 3, 11)).vevent.status.value == "CONFIRMED"


def test_every_line_is_short_whatever_the_letters() -> None:
    council = mappe(
        {"navn": "Brukarutvalet på Ærøy; ho, han \\ dei " * 5},
        moeter={date(2026, 3, 11): {"sted": {"navn": "ø" * 120 + "\nsal 2"}}},
    )
    raw = moetekalender(council, council.moeter[0])
    assert raw.count(b"\n") == raw.count(b"\r\n")
    assert max(len(line) for line in raw.split(b"\r\n")) <= 75
    event = lest(raw).vevent
    assert event.location.value == "ø" * 120 + "\nsal 2"
    assert event.summary.value == f"Møte i {council.utvalg.navn.nb}"


def test_the_deadlines_of_a_moved_meeting_are_the_same_events() -> None:
    first, moved = date(2026, 3, 11), date(2026, 4, 15)

    def events(dag: date, **felter: Any) -> Any:
        council = mappe({"navn": "Utvalget"}, moeter={dag: {"status": "innkalt"} | felter})
        due = [
            Frist("utvalget", "sakspapirene", dag, dag - timedelta(days=n), dag, moetenavn=str(dag))
            for n in (5, 10)
        ]
        return lest(fristkalender(council, due))

    before = events(first)
    after = events(moved, flyttet=[{"fra": first, "dato": date(2026, 2, 1)}])
    assert before.vevent.uid.value == after.vevent.uid.value
    assert [int(c.vevent.sequence.value) for c in (before, after)] == [0, 1]
    assert after.vevent.summary.value == "Frist: sakspapirene til møtet onsdag 15. april 2026"
    assert len(after.vevent_list) == 1


def test_the_verbs_write_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    council = tmp_path / "records/utvalg/u"
    (council / "moeter").mkdir(parents=True)
    (tmp_path / "records/regelverk").mkdir()
    (tmp_path / "records/regelverk/r.yaml").write_text(
        "tittel: R\ntype: mandat\ndatert: 2000\nmaalform: nb\nbestemmelser:\n"
        "- {id: p, avsnitt: A, styrke: skal, tekst: T., "
        "regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete}\n"
    )
    (council / "utvalg.yaml").write_text(
        "navn: U\nnivaa: lokal\nmaalform: nb\nregelverk: [{id: r, fra: 2000-01-01}]\n"
    )
    (council / "moeter/2026-03-11.yaml").write_text("dato: 2026-03-11\nstatus: innkalt\ntid: 12:15\n")
    verb = ["--rot", str(tmp_path), "innkalling", "u", "neste", "--dato", "2026-01-01"]
    assert run([*verb, "--ics", str(tmp_path / "m.ics")]) == 0
    assert lest((tmp_path / "m.ics").read_bytes()).vevent.summary.value == "Møte i U"
    assert (
        run(
            ["--rot", str(tmp_path), "frister", "u", "--dato", "2026-01-01", "--ics", str(tmp_path / "f.ics")]
        )
        == 0
    )
    assert lest((tmp_path / "f.ics").read_bytes()).vevent.dtstart.value == date(
        2026, 2, 27
    )  # the 1st is a Sunday
    assert "søndag 1. mars 2026, om 59 dager: sakspapirene" in capsys.readouterr().out
