"""Kalender: a meeting, or its deadlines, as iCalendar (RFC 5545) that Outlook and every other calendar reads.

One meeting is one event for as long as it lives: the UID is made of the council and the day the meeting
first stood on, and SEQUENCE rises each time it is moved or called off, so that the calendar changes the
event it has instead of adding another.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from brukerutvalg_cli.model.kalender import dag_i_ord
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete, Sted
from brukerutvalg_cli.model.verdier import kjent
from brukerutvalg_cli.rapport.rapport import Frist
from brukerutvalg_cli.tegn import for_readers

if TYPE_CHECKING:
    from icalendar import Timezone

OSLO = ZoneInfo("Europe/Oslo")
VARIGHET = timedelta(hours=3)
"""How long a meeting lasts when nobody has said."""
PRODID = "-//Nav//brukerutvalg//NO"


def moetekalender(
    mappe: Utvalgsmappe, moete: Moete, innkaller: str = "", innkalte: Iterable[str] = ()
) -> bytes:
    """The meeting as an invitation, or as a cancellation when it is called off.

    By whom and to whom is said where the addresses are known, which is when it goes out as a message.
    """
    from icalendar import Calendar, Event

    cancelled = moete.status == "avlyst"
    calendar = Calendar()
    calendar.add("prodid", PRODID)
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if cancelled else "REQUEST")
    event = Event()
    event.add("uid", uid(mappe, moete))
    event.add("sequence", len(moete.flyttet) + cancelled)
    event.add("dtstamp", _stempel(moete))
    start, end = _fra_til(moete)
    event.add("dtstart", start)
    event.add("dtend", end)
    name = mappe.utvalg.navn.paa(mappe.utvalg.maalform)
    event.add("summary", for_readers(f"Møte i {name}"))
    place = kjent(moete.sted)
    if isinstance(place, Sted) and (where := kjent(place.navn)):
        event.add("location", for_readers(where))
    if innkaller:
        event.add("organizer", f"mailto:{innkaller}")
    for address in innkalte:
        event.add("attendee", f"mailto:{address}", parameters={"RSVP": "TRUE"})
    undecided = moete.avgjoeres_i and moete.status == "planlagt"
    event.add("status", "CANCELLED" if cancelled else "TENTATIVE" if undecided else "CONFIRMED")
    calendar.add_component(_tidssone())
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def fristkalender(mappe: Utvalgsmappe, frister: Iterable[Frist]) -> bytes:
    """Deadlines as whole days, so that they are seen and take no time; they move as their meeting does."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", PRODID)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    meetings = {moete.dato: moete for moete in mappe.moeter}
    of_meetings = [frist for frist in frister if frist.moete]
    first = {(frist.hva, frist.moete): frist for frist in sorted(of_meetings, key=_siste_foerst)}
    for frist in sorted(first.values(), key=lambda frist: (frist.siste_dag, frist.hva)):
        meeting = meetings[frist.dag]
        event = Event()
        event.add("uid", f"{frist.hva.replace(' ', '-')}-{uid(mappe, meeting)}")
        event.add("sequence", len(meeting.flyttet))
        event.add("dtstamp", _stempel(meeting))
        event.add("dtstart", frist.siste_arbeidsdag)
        event.add("dtend", frist.siste_arbeidsdag + timedelta(days=1))
        event.add("summary", for_readers(f"Frist: {frist.i_ord(dag_i_ord)}"))
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _siste_foerst(frist: Frist) -> int:
    """Of two provisions on one document, the one that binds most is put in last, and stays."""
    return -frist.siste_dag.toordinal()


def uid(mappe: Utvalgsmappe, moete: Moete) -> str:
    """The same as long as the meeting lives: by the day it was first planned for."""
    first = moete.flyttet[0].fra if moete.flyttet else moete.dato
    return f"{mappe.id}-{first}@brukerutvalg"


def _tidssone() -> Timezone:
    """Oslo's clock, by the rule since 1996. The library's own lists every change, and not every calendar reads that."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    zone = Timezone()
    zone.add("tzid", "Europe/Oslo")
    for part, name, month, hour, before, after in (
        (TimezoneDaylight(), "CEST", 3, 2, 1, 2),
        (TimezoneStandard(), "CET", 10, 3, 2, 1),
    ):
        part.add("tzname", name)
        part.add("dtstart", datetime(1996, month, 31 if month == 3 else 27, hour))
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        part.add("tzoffsetfrom", timedelta(hours=before))
        part.add("tzoffsetto", timedelta(hours=after))
        zone.add_component(part)
    return zone


def _fra_til(moete: Moete) -> tuple[date | datetime, date | datetime]:
    """With a time of day where it is known, else the whole day."""
    begins, ends = (_klokka(kjent(text)) for text in (moete.tid, moete.slutt))
    if begins is None:
        return moete.dato, moete.dato + timedelta(days=1)
    start = datetime.combine(moete.dato, begins, OSLO)
    end = datetime.combine(moete.dato, ends, OSLO) if ends and ends > begins else start + VARIGHET
    return start, end


def _klokka(text: str | None) -> time | None:
    if text is None:
        return None
    hour, minute = text.replace(".", ":").split(":")
    return time(int(hour), int(minute))


def _stempel(moete: Moete) -> datetime:
    """The day the meeting was last changed, as far as the records say: not the clock, so that output is the same."""
    day = moete.flyttet[-1].dato if moete.flyttet else moete.dato - timedelta(days=365)
    return datetime.combine(day, time(12), UTC)
