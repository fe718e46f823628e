"""The invitation, read by a library that did not write it: one event through moving and cancelling."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject

from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.dokument.kalender import Innkalt, fristkalender, moetekalender
from brukerutvalg_cli.mandat.fristvarsel import Fristvarsel
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.register.load import load
from smaa_registre import skriv, tree
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
            Fristvarsel("sakspapirene", "til møtet", dag, dag - timedelta(days=n), str(dag), "utvalget")
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


# ── What is not known is not said, and what happens is told once ──────────────────────────────────


def test_nothing_ends_before_somebody_says_so() -> None:
    assert not hasattr(invitasjon(date(2026, 3, 11)).vevent, "dtend")
    assert not hasattr(invitasjon(date(2026, 3, 11), slutt="ukjent").vevent, "dtend")


@pytest.mark.parametrize(
    ("felter", "slutt"),
    [
        ({"tid": "12:15", "slutt": "14:00"}, datetime(2026, 3, 11, 14)),
        ({"tid": "22:00", "slutt": "01:00"}, datetime(2026, 3, 12, 1)),
        ({"tid": "10:00", "slutt": "09:30", "slutt_dato": date(2026, 3, 12)}, datetime(2026, 3, 12, 9, 30)),
        ({"tid": "10:00", "slutt": "15:00", "slutt_dato": date(2026, 3, 13)}, datetime(2026, 3, 13, 15)),
    ],
)
def test_past_midnight_and_over_two_days(felter: dict[str, Any], slutt: datetime) -> None:
    assert invitasjon(date(2026, 3, 11), **felter).vevent.dtend.value.replace(tzinfo=None) == slutt


def test_whole_days_have_a_day_after() -> None:
    event = invitasjon(date(2026, 3, 11), tid="ukjent", slutt_dato=date(2026, 3, 12)).vevent
    assert (event.dtstart.value, event.dtend.value) == (date(2026, 3, 11), date(2026, 3, 13))


@pytest.mark.parametrize("reader", ["vobject", "icalendar"])
def test_who_asks_is_said_in_all_that_is_sent_and_nobody_is_made_up(reader: str) -> None:
    """iTIP wants an organizer in each, and somebody asked in a request alone."""
    day = date(2026, 3, 11)
    council = mappe({"navn": "Utvalget"}, moeter={day: {"status": "innkalt"}})
    off = mappe({"navn": "Utvalget"}, moeter={day: {"status": "avlyst"}})
    kari, vara = Innkalt("kari@x.no"), Innkalt("vara@x.no", moeter=False)
    cases: list[tuple[Utvalgsmappe, str, tuple[Innkalt, ...], str, int]] = [
        (council, "", (), "PUBLISH", 0),
        (council, "sek@x.no", (), "PUBLISH", 0),
        (council, "", (kari,), "PUBLISH", 0),
        (council, "sek@x.no", (kari, vara), "REQUEST", 2),
        (off, "", (), "CANCEL", 0),
        (off, "sek@x.no", (kari, vara), "CANCEL", 2),
    ]
    for folder, asks, asked, method, count in cases:
        raw = moetekalender(folder, folder.moeter[0], asks, asked)
        if reader == "vobject":
            read = lest(raw)
            organizer, people = read.vevent.organizer.value, read.vevent.contents.get("attendee", [])
            said = read.method.value
        else:
            calendar = icalendar.Calendar.from_ical(raw)
            (event,) = calendar.walk("VEVENT")
            organizer, people, said = (
                str(event["organizer"]),
                event.get("attendee", []),
                str(calendar["method"]),
            )
        assert (said, len(people)) == (method, count)
        assert organizer == (f"mailto:{asks}" if asks else "invalid:nomail")


def test_the_agenda_is_in_the_invitation_as_the_notice_may_tell_it() -> None:
    closed = {"nr": "2/26", "tittel": "Varsel om Olsen", "type": "annet", "fortrolig": True}
    cases = [{"nr": "1/26", "tittel": "Ventetid", "type": "droefting"}, closed]
    event = invitasjon(date(2026, 3, 11), saker=cases).vevent
    assert event.description.value == "Saksliste:\nSak 1/26: Ventetid\nSak 2/26: Unntatt offentlighet"
    assert not hasattr(invitasjon(date(2026, 3, 11)).vevent, "description")


def test_two_meetings_of_a_day_have_their_own_deadlines() -> None:
    council = load(tree({"moeter/2026-03-11": {}, "moeter/2026-03-11-2": {"tid": "18:00"}})).register.mapper[
        "utvalget"
    ]
    day = date(2026, 3, 11)
    due = [Fristvarsel("sakspapirene", "til møtet", day, day, m.navn, "utvalget") for m in council.moeter]
    events = lest(fristkalender(council, due)).vevent_list
    assert len({event.uid.value for event in events}) == 2


def test_every_change_is_newer_than_the_last(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Moved twice, called off, taken up again, moved, called off; and another meeting on the first day."""
    skriv(
        tmp_path,
        {"moeter/2026-12-02": {"status": "innkalt", "tid": "12:00", "sendt": {"innkalling": "2026-11-01"}}},
    )
    seen: list[tuple[str, int]] = []

    def event(moete: str) -> tuple[str, int]:
        out = tmp_path / "m.ics"
        assert run(["--rot", str(tmp_path), "innkalling", "utvalget", moete, "--ics", str(out)]) == 0
        (read,) = icalendar.Calendar.from_ical(out.read_bytes()).walk("VEVENT")
        return str(read["uid"]), int(str(read["sequence"]))

    def gjoer(*verb: str) -> None:
        assert run(["--rot", str(tmp_path), *verb, "--dato", "2026-11-05"]) == 0, capsys.readouterr().err

    seen.append(event("2026-12-02"))
    day = "2026-12-02"
    for step in ("2026-12-09", "2026-12-16", "avlys", "gjenaapne", "2026-12-09", "avlys", "gjenaapne"):
        if step == "avlys":
            gjoer("avlys", "utvalget", day)
        elif step == "gjenaapne":
            gjoer("moete", "gjenaapne", "utvalget", day)
        else:
            gjoer("flytt", "utvalget", day, "--til", step)
            day = step
        seen.append(event(day))
    gjoer("moete", "endre", "utvalget", day, "--lenke", "https://video.example.no/x")
    seen.append(event(day))
    numbers = [number for _, number in seen]
    assert numbers == sorted(set(numbers))
    assert len({uid for uid, _ in seen}) == 1
    gjoer("moete", "ny", "utvalget", "2.12.2026", "--tid", "12:00")
    other = event("2026-12-02")
    assert other[0] != seen[0][0]
    assert other[1] == 0


def test_an_empty_calendar_is_said_and_not_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    skriv(tmp_path, {"moeter/2026-12-02": {"status": "planlagt", "tid": "12:00"}})
    out = tmp_path / "ut.ics"
    common = ["--rot", str(tmp_path), "--dato", "2026-11-05", "--ics", str(out)]
    for verb in (["moeteplan", "utvalget", "2031"], ["frister", "utvalget"]):
        assert run([*common[:2], *verb, *common[2:]]) == 0
        assert "blir ingen kalenderfil" in capsys.readouterr().err
        assert not out.exists()
    assert run([*common[:2], "moeteplan", "utvalget", "2026", *common[2:]]) == 0
    assert len(lest(out.read_bytes()).vevent_list) == 1
