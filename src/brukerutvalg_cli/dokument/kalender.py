"""Kalender: a meeting, a year of meetings, or their deadlines, as iCalendar (RFC 5545) that every calendar reads.

One meeting is one event for as long as it lives: the UID is the meeting's identity, and SEQUENCE rises each time it is
moved, called off or taken up again, so that a calendar changes the event it has instead of adding another. A meeting
ends when somebody has said that it does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from brukerutvalg_cli.dokument.ord import ordliste
from brukerutvalg_cli.dokument.overskrifter import Overskrifter
from brukerutvalg_cli.dokument.sakstittel import sakstittel
from brukerutvalg_cli.mandat.fristvarsel import Fristvarsel
from brukerutvalg_cli.model.identitet import identitet
from brukerutvalg_cli.model.kalender import EN_DAG, dag_i_ord
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete, Sted, minutter
from brukerutvalg_cli.model.verdier import kjent
from brukerutvalg_cli.tegn import for_readers

if TYPE_CHECKING:
    from icalendar import Calendar, Event, Timezone

OSLO = ZoneInfo("Europe/Oslo")
PRODID = "-//Nav//brukerutvalg//NO"
INGEN_ADRESSE = "invalid:nomail"
"""What stands for the address of an organizer that has none: iTIP will have one in all it sends."""


class Innkalt(NamedTuple):
    """An address the invitation goes to, and whether they are asked to come or only told of the meeting."""

    adresse: str
    moeter: bool = True


def moetekalender(
    mappe: Utvalgsmappe, moete: Moete, innkaller: str = "", innkalte: Sequence[Innkalt] = ()
) -> bytes:
    """The meeting as an invitation, or as a cancellation when it is called off.

    It asks for an answer where it is known who asks and whom; to anybody else it is published.
    """
    cancelled = moete.status == "avlyst"
    asked = bool(innkaller and innkalte)
    calendar = _kalender("CANCEL" if cancelled else "REQUEST" if asked else "PUBLISH")
    event = _moete(mappe, moete)
    _organisator(event, mappe, moete, innkaller)
    for each in innkalte if asked else ():
        role = "REQ-PARTICIPANT" if each.moeter else "NON-PARTICIPANT"
        answer = {"PARTSTAT": "NEEDS-ACTION", "RSVP": "TRUE"} if each.moeter and not cancelled else {}
        event.add("attendee", f"mailto:{each.adresse}", parameters={"ROLE": role, **answer})
    if text := "" if cancelled else _sakene(mappe, moete):
        event.add("description", for_readers(text))
    calendar.add_component(_tidssone())
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def aarskalender(mappe: Utvalgsmappe, moeter: Iterable[Moete]) -> bytes:
    """Meetings as a feed that anybody may follow: when and where, and which are called off. No links, and no cases."""
    calendar = _kalender("PUBLISH")
    calendar.add_component(_tidssone())
    for moete in moeter:
        event = _moete(mappe, moete)
        _organisator(event, mappe, moete, "")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def fristkalender(mappe: Utvalgsmappe, frister: Iterable[Fristvarsel]) -> bytes:
    """Deadlines as whole days, so that they are seen and take no time; they move as their meeting does."""
    from icalendar import Event

    calendar = _kalender("PUBLISH")
    meetings: dict[str, Moete] = {moete.navn: moete for moete in mappe.moeter}
    of_meetings = [frist for frist in frister if frist.moetenavn in meetings]
    first = {(frist.hva, frist.moetenavn): frist for frist in sorted(of_meetings, key=_siste_foerst)}
    for frist in sorted(first.values(), key=lambda frist: (frist.siste_dag, frist.hva, frist.moetenavn)):
        meeting = meetings[frist.moetenavn]
        event = Event()
        event.add("uid", f"{frist.hva.replace(' ', '-')}-{uid(mappe, meeting)}")
        event.add("sequence", sekvens(meeting))
        event.add("dtstamp", _stempel(meeting))
        event.add("dtstart", frist.siste_arbeidsdag)
        event.add("dtend", frist.siste_arbeidsdag + EN_DAG)
        event.add("summary", for_readers(f"Frist: {frist.i_ord(dag_i_ord)}"))
        event.add("transp", "TRANSPARENT")
        _organisator(event, mappe, meeting, "")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def uid(mappe: Utvalgsmappe, moete: Moete) -> str:
    """The same as long as the meeting lives."""
    return f"{identitet(mappe, moete)}@brukerutvalg"


def sekvens(moete: Moete) -> int:
    """How many times those who were called have been told of something new. To be called off and taken up is two."""
    changes = sum(2 if each.gjenopptatt else 1 for each in moete.flyttet)
    return changes + (moete.status == "avlyst")


def _kalender(method: str) -> Calendar:
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODID)
    calendar.add("version", "2.0")
    calendar.add("method", method)
    return calendar


def _moete(mappe: Utvalgsmappe, moete: Moete) -> Event:
    """The meeting as everybody may see it."""
    from icalendar import Event

    event = Event()
    event.add("uid", uid(mappe, moete))
    event.add("sequence", sekvens(moete))
    event.add("dtstamp", _stempel(moete))
    start, end = _fra_til(moete)
    event.add("dtstart", start)
    if end:
        event.add("dtend", end)
    event.add("summary", for_readers(f"Møte i {_navn(mappe, moete)}"))
    place = kjent(moete.sted)
    if isinstance(place, Sted) and (where := kjent(place.navn)):
        event.add("location", for_readers(where))
    undecided = moete.avgjoeres_i and moete.status == "planlagt"
    called_off = moete.status == "avlyst"
    event.add("status", "CANCELLED" if called_off else "TENTATIVE" if undecided else "CONFIRMED")
    return event


def _organisator(event: Event, mappe: Utvalgsmappe, moete: Moete, adresse: str) -> None:
    who = f"mailto:{adresse}" if adresse else INGEN_ADRESSE
    event.add("organizer", who, parameters={"CN": for_readers(_navn(mappe, moete)).replace('"', "'")})


def _navn(mappe: Utvalgsmappe, moete: Moete) -> str:
    return mappe.utvalg.paa_dag(moete.dato).navn.paa(mappe.utvalg.maalform)


def _sakene(mappe: Utvalgsmappe, moete: Moete) -> str:
    """The agenda as the notice may tell it, and where to join from afar."""
    ord = ordliste(mappe.utvalg.maalform)
    headings = Overskrifter(ord.overskrift)
    cases = [f"{ord.sak} {sak.nr}: {sakstittel(sak, ord, headings)}" for sak in moete.saker]
    link = [f"{ord.lenke}: {moete.lenke}"] if kjent(moete.lenke) else []
    agenda = [f"{ord.overskrift.saksliste}:", *cases] if cases else []
    return "\n".join([*link, *([""] if link and agenda else []), *agenda])


def _siste_foerst(frist: Fristvarsel) -> int:
    """Of two provisions on one document, the one that binds most is put in last, and stays."""
    return -frist.siste_dag.toordinal()


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


def _fra_til(moete: Moete) -> tuple[date | datetime, date | datetime | None]:
    """With a time of day where it is known, else whole days; no end where nobody has said one."""
    begins, ends = (_klokka(kjent(text)) for text in (moete.tid, moete.slutt))
    last = kjent(moete.slutt_dato) or moete.dato
    if begins is None:
        return moete.dato, last + EN_DAG if last > moete.dato else None
    start = datetime.combine(moete.dato, begins, OSLO)
    if ends is None:
        return start, None
    night = last == moete.dato and minutter(kjent(moete.slutt)) <= minutter(kjent(moete.tid))
    return start, datetime.combine(last + EN_DAG if night else last, ends, OSLO)


def _klokka(text: str | None) -> time | None:
    return time(*divmod(minutter(text), 60)) if text else None


def _stempel(moete: Moete) -> datetime:
    """The day the meeting was last changed, as far as the records say: not the clock, so that output is the same."""
    day = moete.flyttet[-1].dato if moete.flyttet else moete.dato - timedelta(days=365)
    return datetime.combine(day, time(12), UTC)
