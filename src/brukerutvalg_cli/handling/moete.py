"""Moete: a meeting on the plan – put there, changed, moved, called off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from brukerutvalg_cli.endring.utkast import Utkast
from brukerutvalg_cli.funn.place import Route
from brukerutvalg_cli.handling.filer import (
    MOETE,
    STED,
    Nektet,
    Postdata,
    hendelsesfil,
    hode,
    ikke_avholdt,
    moetefil,
    moetet,
    ordnet,
    utvalgsfil,
)
from brukerutvalg_cli.handling.valg_tilbake import Foelger, flytt_med, ta_tilbake
from brukerutvalg_cli.model.identitet import identitet, ny_identitet
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.moetenavn import Moetenavn
from brukerutvalg_cli.model.verdier import kjent
from brukerutvalg_cli.personvern.tekster import tekster

DOEGN, LENGST = 24 * 60, 8 * 60
"""Minutes: a day and a night, and the longest that a meeting lasts past midnight."""


def nytt(utkast: Utkast, mappe: Utvalgsmappe, dag: date, felter: Postdata, foert: date) -> Moetenavn:
    """A planned meeting, put there on the day `foert`; what it is called. It may be one of several that day.

    Raises:
        Nektet: when it would end before it begins.
    """
    _slutter_etter_start(felter)
    navn = _ledig(utkast, mappe, dag)
    taken = {identitet(mappe, moete) for moete in mappe.moeter}
    identity = ny_identitet(mappe.id, dag, foert, taken)
    record = ordnet({"id": identity, "dato": dag, "status": "planlagt"} | felter, MOETE)
    utkast.ny(moetefil(mappe, navn), record, hode(mappe, "moete"))
    return navn


def _ledig(utkast: Utkast, mappe: Utvalgsmappe, dag: date) -> Moetenavn:
    """The first name of the day that no file has, read or not."""
    nr = 1
    while utkast.finnes(moetefil(mappe, Moetenavn.av(dag, nr))):
        nr += 1
    return Moetenavn.av(dag, nr)


def paa_samme_tid(mappe: Utvalgsmappe, dag: date, felter: Postdata) -> list[Moete]:
    """The meetings of a day, but those called off, that last while this one would, for all that is said of the time."""
    begins, ends = _minutter(felter.get("tid")), _minutter(felter.get("slutt"))
    return [m for m in mappe.moeter if m.dato == dag and m.status != "avlyst" and _samtidig(m, begins, ends)]


def _samtidig(moete: Moete, begynner: int | None, slutter: int | None) -> bool:
    first, last = _minutter(kjent(moete.tid)), _minutter(kjent(moete.slutt))
    if first is None or begynner is None or first == begynner:
        return True
    earlier_ends = last if first < begynner else slutter
    return earlier_ends is not None and earlier_ends > max(first, begynner)


def endre(
    utkast: Utkast, mappe: Utvalgsmappe, navn: Moetenavn, felter: Postdata, sted: Postdata, besluttet: date
) -> None:
    """When, how and where a meeting is; of the place, what is said and no more.

    Those who were called have it in their calendars: what is new for them counts as a move.

    Raises:
        Nektet: when it has been held, or would end before it begins.
    """
    moete = ikke_avholdt(mappe, navn)
    given = ordnet(felter, MOETE)
    _slutter_etter_start(_klokka(moete) | given)
    for key, value in given.items():
        utkast.sett(moete.path, (key,), value, MOETE)
    place = {key: value for key, value in sted.items() if value is not None}
    stood = kjent(moete.sted)
    other = any(not _staar(moete, key, value) for key, value in given.items() if key != "ekstraordinaert")
    if moete.status == "innkalt" and (other or any(getattr(stood, k, None) != v for k, v in place.items())):
        utkast.legg_til(moete.path, ("flyttet",), _flytting(moete, navn, besluttet), MOETE, flere_like=True)
    if place and kjent(moete.sted) is None:
        utkast.sett(moete.path, ("sted",), place, MOETE)
    else:
        for key, value in place.items():
            utkast.sett(moete.path, ("sted", key), value, STED)


def _klokka(moete: Moete) -> Postdata:
    """When it begins and ends, as far as that is known."""
    return {"tid": kjent(moete.tid), "slutt": kjent(moete.slutt)}


def _slutter_etter_start(felter: Postdata) -> None:
    """Raises `Nektet` for a meeting that would be over before it begins; what is no time of day is not judged here.

    One that ends earlier by the clock ends the day after, where that makes it no longer than `LENGST`.
    """
    begins, ends = (_minutter(felter.get(key)) for key in ("tid", "slutt"))
    if begins is None or ends is None or ends > begins:
        return
    if not 0 < (ends - begins) % DOEGN <= LENGST:
        raise Nektet(
            f"møtet ville slutte klokka {felter['slutt']}, men begynner {felter['tid']}. "
            "Skriv når det slutter, med --slutt"
        )


def _staar(moete: Moete, key: str, value: object) -> bool:
    """Whether the meeting has this already; `12.00` in a file is the time `12:00`."""
    there = getattr(moete, key)
    same_time = (
        key in ("tid", "slutt") and _minutter(there) is not None and _minutter(there) == _minutter(value)
    )
    return bool(there == value or same_time)


def _minutter(tid: object) -> int | None:
    found = re.fullmatch(r"(\d{1,2})[:.](\d\d)", str(tid or ""))
    return int(found[1]) * 60 + int(found[2]) if found else None


def som_sist(mappe: Utvalgsmappe, felter: Postdata) -> Postdata:
    """What is said of a meeting, and for the rest time, place and form of the latest on record.

    At another time than that, when it ends is not taken from there.
    """
    if not mappe.moeter:
        return felter
    last = mappe.moeter[-1]
    stated = {key: kjent(getattr(last, key)) for key in ("tid", "slutt", "form")}
    place = kjent(last.sted)
    if place:
        known = {key: kjent(value) for key, value in place.model_dump().items()}
        own = felter.get("sted") or {}
        moved = "navn" in own and own["navn"] != known["navn"]
        stated["sted"] = own if moved else {k: v for k, v in known.items() if v is not None} | own
    usual = {key: value for key, value in stated.items() if value}
    if "tid" in felter:
        usual.pop("slutt", None)
    return usual | {key: value for key, value in felter.items() if key != "sted" or not place}


def avlys(utkast: Utkast, mappe: Utvalgsmappe, navn: Moetenavn) -> Foelger:
    """Calls a meeting off; its cases stay where they are until they are moved.

    Nobody is elected there, and what was written of it beforehand is taken back.

    Raises:
        Nektet: when it has been held.
    """
    moete = ikke_avholdt(mappe, navn)
    utkast.sett(moete.path, ("status",), "avlyst", MOETE)
    return ta_tilbake(utkast, mappe, moete)


OPPMOETET = (
    "oppmoete",
    "antall_stemmeberettigede",
    "forfall",
    "ikke_moett",
    "moeteleder",
    "referent",
    "undertegnes_av",
)
"""What `oppmoete` writes, beside that the meeting is held."""


def gjenaapne(utkast: Utkast, mappe: Utvalgsmappe, navn: Moetenavn, besluttet: date) -> list[str]:
    """Opens a meeting that was recorded as held, or called off; what stands of what was recorded since, in words.

    Raises:
        Nektet: when it is open.
    """
    moete = moetet(mappe, navn)
    if moete.status not in ("avholdt", "avlyst"):
        raise Nektet(f"møtet {navn} er ikke ført som holdt eller avlyst; det er åpent")
    sent = kjent(moete.sendt)
    called = sent is not None and sent.innkalling is not None
    utkast.sett(moete.path, ("status",), "innkalt" if called else "planlagt", MOETE)
    if moete.status == "avlyst" and called:  # their calendars have it as called off
        again = {**_flytting(moete, navn, besluttet), "gjenopptatt": True}
        utkast.legg_til(moete.path, ("flyttet",), again, MOETE, flere_like=True)
    for key in OPPMOETET:
        if getattr(moete, key) is not None:
            utkast.fjern(moete.path, (key,))
    return list(_foert_siden(moete))


def _flytting(moete: Moete, fra: Moetenavn, besluttet: date) -> Postdata:
    """That it was moved. A notice of the same day, which the days alone do not put before it or after, went before."""
    sent = kjent(moete.sendt)
    told = False if sent is not None and sent.innkalling == besluttet else None
    return {"fra": fra, "dato": besluttet, "varslet": told}


def _foert_siden(moete: Moete) -> Iterator[str]:
    for sak in moete.saker:
        if sak.referat or sak.vedtak or sak.inhabil or sak.protokolltilfoersel or sak.tatt_opp:
            yield f"referat i sak {sak.navn}"
        if sak.valg:
            yield f"valg i sak {sak.navn}"
    if moete.referat is not None:
        yield "et referat som er godkjent, lagt ut eller sendt"


def flytt(
    utkast: Utkast, mappe: Utvalgsmappe, fra: Moetenavn, til: date, besluttet: date, felter: Postdata
) -> tuple[Moetenavn, Foelger]:
    """Moves a meeting to another day: the file's name, its date, and everything that names the meeting by its day.

    To the same day at another time, it is the time alone. What it is called then, and what follows for its
    elections, is given back.

    Raises:
        Nektet: when it has been held or called off, when it would end before it begins, and when nothing would
            be new.
    """
    moete = ikke_avholdt(mappe, fra)
    if moete.status == "avlyst":
        raise Nektet(f"møtet {fra} er avlyst. Lag et nytt: brukerutvalg moete ny")
    if til == moete.dato and all(_staar(moete, key, value) for key, value in ordnet(felter, MOETE).items()):
        raise Nektet(
            f"møtet står alt {til.isoformat()}. Skriv en annen dag, eller et annet klokkeslett med --tid"
        )
    _slutter_etter_start(_klokka(moete) | ordnet(felter, MOETE))
    utkast.legg_til(moete.path, ("flyttet",), _flytting(moete, fra, besluttet), MOETE, flere_like=True)
    for key, value in ordnet(felter, MOETE).items():
        utkast.sett(moete.path, (key,), value, MOETE)
    return bytt_dag(utkast, mappe, moete, til) if til != moete.dato else (moete.navn, Foelger())


def bytt_dag(utkast: Utkast, mappe: Utvalgsmappe, moete: Moete, til: date) -> tuple[Moetenavn, Foelger]:
    """The meeting is of another day: the file's name, its date, and everything that names the meeting.

    What it is called then is given back, and the elections held there, which go along. Which meeting it is, stays:
    where that was taken from the day, it is written down.
    """
    foelger = flytt_med(utkast, mappe, moete, til)
    navn = _ledig(utkast, mappe, til)
    if moete.id is None:
        utkast.sett(moete.path, ("id",), identitet(mappe, moete), MOETE)
    utkast.sett(moete.path, ("dato",), til, MOETE)
    for path, route in _som_nevner(mappe, moete.navn):
        utkast.sett(path, route, navn)
    for path, route, name in _som_nevner_saker(mappe, moete, navn):
        utkast.sett(path, route, name)
    utkast.flytt(moete.path, moetefil(mappe, navn))
    return navn, foelger


def _som_nevner_saker(mappe: Utvalgsmappe, moete: Moete, til: str) -> Iterator[tuple[str, Route, str]]:
    """Where a case is named that is called by its meeting, too, and what it is called there now."""
    stem = PurePosixPath(moete.path).stem
    new = {sak.navn: sak.navn.replace(stem, til, 1) for sak in moete.saker if sak.navn.startswith(f"{stem} ")}
    if not new:
        return
    files = (mappe.utvalg, *mappe.medlemmer.values(), *mappe.moeter, *mappe.saker.values())
    events = ((hendelsesfil(mappe), (at,), event) for at, event in enumerate(mappe.hendelser))
    for path, top, record in (*((each.path, (), each) for each in files), *events):
        for route, text in tekster(record, top):
            if text in new:
                yield path, route, new[text]


def _som_nevner(mappe: Utvalgsmappe, navn: Moetenavn) -> Iterator[tuple[str, Route]]:
    """Where other records name the meeting by its day."""
    for moete in mappe.moeter:
        if moete.avgjoeres_i == navn:
            yield moete.path, ("avgjoeres_i",)
        referat = kjent(moete.referat)
        godkjent = kjent(referat.godkjent) if referat else None
        if godkjent and godkjent.moete == navn:
            yield moete.path, ("referat", "godkjent", "moete")
        for at, sak in enumerate(moete.saker):
            if navn in sak.legger_fram:
                yield moete.path, ("saker", at, "godkjenner", sak.legger_fram.index(navn))
    for at, hendelse in enumerate(mappe.hendelser):
        if hendelse.moete == navn:
            yield hendelsesfil(mappe), (at, "moete")
    for at, avvik in enumerate(mappe.utvalg.avvik):
        if avvik.gjelder == navn:
            yield utvalgsfil(mappe), ("avvik", at, "gjelder")
