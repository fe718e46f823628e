"""Hendt: what the records say happened – its day, known or not, where that stands, and the meeting it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat.verdier.moetets_dager import DAGER, dagen, deldatoen
from brukerutvalg_cli.model.deldato import Deldato
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.moetenavn import Moetenavn
from brukerutvalg_cli.model.sak import Sak
from brukerutvalg_cli.model.traad import fristen
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent, kjent

MOETE, SAKER, LEDERVALG, OPPLAERING = "moete", "saker", "ledervalg", "opplaering"
"""What is no entry in hendelser.yaml, or not only that."""
OPPFOELGING, SVAR, FORFALL = "oppfoelging", "svar", "forfall"
"""What a meeting's file has several of, each with a day of its own, beside the cases."""
I_MOETET = (SAKER, OPPFOELGING, SVAR, FORFALL)
KAN_KOMME_FLERE = (SAKER, FORFALL)
"""What there may be more of until the meeting, and what happened though nobody wrote down when."""
UTEN_INNMELDING = ("godkjenning", "eventuelt")
"""Cases that come with the meeting itself: nobody submits them."""

EN_OG_FLERE = {
    "moete": ("møte", "møter"),
    "sak": ("sak", "saker"),
    "ledervalg": ("valg av leder", "valg av leder"),
    "klagegjennomgang": ("gjennomgang av klagerapporten", "gjennomganger av klagerapporten"),
    "erfaringssamling": ("erfaringssamling", "erfaringssamlinger"),
    "opplaering": ("opplæring", "opplæringer"),
    "evaluering": ("evaluering", "evalueringer"),
    "moeteevaluering": ("evaluering av møtene", "evalueringer av møtene"),
    "moeteplan": ("vedtatt møteplan", "vedtatte møteplaner"),
    "redaksjonsraadsmoete": ("møte i redaksjonsrådet", "møter i redaksjonsrådet"),
    "oppnevningsrunde": ("oppnevningsrunde", "oppnevningsrunder"),
}
"""What happens beside the meetings, for one and for more."""


class Hendt(NamedTuple):
    """Something with a day: known, `ukjent`, or None for what has not happened or is not recorded.

    `moete` is the meeting it is part of, `hos` the day of the meeting it is said to belong to,
    `sak` the case it was done in, `nr` its place in the list of events. `frist` is the day by which it is to be done,
    where the record itself says so; `hvem` the person it is of, `sagt` what it is called where a sentence speaks of it.
    """

    dag: date | Ukjent | None
    place: Place
    emne: str
    moete: Moete | None = None
    hos: date | Ukjent | None = None
    emner: tuple[str, ...] = ()
    sak: str | Ukjent | None = None
    nr: int | None = None
    frist: date | Ukjent | None = None
    hvem: str = ""
    sagt: str = ""
    deldato: Deldato | None = None
    """What of the day is known, where all of it is not."""


class Hendte(NamedTuple):
    """All that is on record of one sort, and the days of what could not be read (None: any day)."""

    alle: tuple[Hendt, ...]
    uleste: tuple[date | None, ...] = ()


def hendte(hva: str, mappe: Utvalgsmappe) -> Hendte:
    """Everything of this sort in the council's records."""
    if hva == MOETE:
        every = (m for m in mappe.alle_moeter if m.status != "avlyst")
        return Hendte(tuple(_moete(m) for m in every), mappe.uleste_moeter)
    if hva in I_MOETET:
        found = (hendt for moete in _moeter(mappe) for hendt in _i_moetet(hva, moete, mappe))
        return Hendte(tuple(found), mappe.uleste_moeter)
    if hva in DAGER:
        return Hendte(tuple(_dokument(hva, m) for m in _moeter(mappe)), mappe.uleste_moeter)
    whole_list = () if mappe.hendelser_lest else (None,)
    events = tuple(_hendelser(hva, mappe))
    if hva == LEDERVALG:
        return Hendte((*events, *_ledervalg(mappe)), (*whole_list, *mappe.uleste_moeter))
    if hva == OPPLAERING:
        pages = () if mappe.medlemsliste_lest else (None,)
        return Hendte((*events, *_opplaering(mappe, events)), (*whole_list, *pages))
    return Hendte(events, whole_list)


def er_hendelse(hva: str) -> bool:
    """Whether this happens on a day of its own, and is not one of the steps of a meeting."""
    return hva not in I_MOETET and hva not in DAGER


def gjorte(hva: str, mappe: Utvalgsmappe) -> Hendte:
    """What has been done of this sort: a meeting that is only planned is not."""
    found = hendte(hva, mappe)
    if hva != MOETE:
        return found
    return Hendte(tuple(h for h in found.alle if h.moete and h.moete.status == "avholdt"), found.uleste)


def _moeter(mappe: Utvalgsmappe) -> Iterator[Moete]:
    return (moete for moete in mappe.moeter if moete.status != "avlyst")


def _moete(moete: Moete) -> Hendt:
    return Hendt(moete.dato, moete.at("dato"), moete.navn, moete, moete.dato)


def _dokument(hva: str, moete: Moete) -> Hendt:
    place = moete.at(*DAGER[hva].rute, otherwise=("dato",))
    part = deldatoen(moete, hva)
    return Hendt(dagen(moete, hva), place, moete.navn, moete, moete.dato, deldato=part)


def _i_moetet(hva: str, moete: Moete, mappe: Utvalgsmappe) -> Iterator[Hendt]:
    """Each case, follow-up, answer or absence of a meeting, by its own day."""
    if hva == SAKER:
        yield from _saker(moete)
    elif hva == FORFALL:
        yield from _forfall(moete)
    elif moete.status == "avholdt":
        for nr, sak in enumerate(moete.saker):
            found = _oppfoelging(moete, nr, sak, mappe) if hva == OPPFOELGING else _svar(moete, nr, sak)
            yield from found


def _oppfoelging(moete: Moete, nr: int, sak: Sak, mappe: Utvalgsmappe) -> Iterator[Hendt]:
    """What somebody took upon themselves in a case. Of a confidential one nothing is quoted."""
    for at, punkt in enumerate(sak.oppfoelging):
        place = moete.at(
            "saker", nr, "oppfoelging", at, "fullfoert", otherwise=("saker", nr, "oppfoelging", at, "hva")
        )
        named = f"oppfølging nr. {at + 1}" if sak.fortrolig else f"oppfølgingen «{punkt.hva}»"
        yield Hendt(
            punkt.fullfoert,
            place,
            f"{sak.navn} oppfølging {at + 1}",
            moete,
            moete.dato,
            (sak.navn, moete.navn),
            frist=fristen(mappe.moeter, moete, punkt),
            sagt=f"{named} i sak {sak.navn}",
            deldato=punkt.deldato.get("fullfoert"),
        )


def _svar(moete: Moete, nr: int, sak: Sak) -> Iterator[Hendt]:
    """The answer to a case that was sent on: its day is not known where only the answer is recorded."""
    if sak.oversendt_til is None:
        return
    day = UKJENT if sak.svar is not None and sak.besvart is None else sak.besvart
    place = moete.at("saker", nr, "besvart", otherwise=("saker", nr, "nr"))
    said = f"svaret på sak {sak.navn}"
    yield Hendt(
        day,
        place,
        f"{sak.navn} svar",
        moete,
        moete.dato,
        (sak.navn, moete.navn),
        frist=sak.svarfrist,
        sagt=said,
        deldato=sak.deldato.get("besvart"),
    )


def _forfall(moete: Moete) -> Iterator[Hendt]:
    """Each absence, by the day on which it was reported."""
    if isinstance(moete.forfall, Ukjent):
        yield Hendt(
            UKJENT,
            moete.at("forfall"),
            f"{moete.navn} forfall",
            moete,
            moete.dato,
            (moete.navn,),
            sagt="forfall",
        )
    for nr, who in enumerate(kjent(moete.forfall) or ()):
        place = moete.at("forfall", nr, "meldt", otherwise=("forfall", nr))
        yield Hendt(who.meldt, place, f"{moete.navn} {who}", moete, moete.dato, (moete.navn, who), hvem=who)


def _saker(moete: Moete) -> Iterator[Hendt]:
    """The cases that somebody submits, or that one did submit."""
    for nr, sak in enumerate(moete.saker):
        if sak.innmeldt is None and sak.type in UTEN_INNMELDING:
            continue
        if sak.innmeldt is None and sak.type is UKJENT:  # perhaps one that nobody submits
            at = moete.at("saker", nr, "type")
            yield Hendt(UKJENT, at, sak.navn, moete, moete.dato, (moete.navn,))
            continue
        place = Place(moete.path, ("saker", nr, "innmeldt"), ("saker", nr, "nr"))
        part = sak.deldato.get("innmeldt")
        yield Hendt(sak.innmeldt, place, sak.navn, moete, moete.dato, (moete.navn,), deldato=part)


def _hendelser(hva: str, mappe: Utvalgsmappe) -> Iterator[Hendt]:
    for nr, hendelse in enumerate(mappe.hendelser):
        if hendelse.hva == hva:
            names = tuple(str(day) for day in (kjent(hendelse.dato), kjent(hendelse.moete)) if day)
            place = mappe.hendelse_at(nr, "dato")
            belongs = hendelse.moete.dag if isinstance(hendelse.moete, Moetenavn) else hendelse.moete
            part = hendelse.deldato.get("dato")
            named = hendelse.emne(nr)
            yield Hendt(hendelse.dato, place, named, None, belongs, names, hendelse.sak, nr, deldato=part)


def _opplaering(mappe: Utvalgsmappe, events: tuple[Hendt, ...]) -> Iterator[Hendt]:
    """The days on which somebody was trained by their own page. What is an event too is one training, not two."""
    said = {event.dag for event in events}
    for person, medlem in mappe.medlemmer.items():
        if isinstance(medlem.opplaering, Ukjent):
            yield Hendt(UKJENT, medlem.at("opplaering"), f"{OPPLAERING} {person}")
            continue
        for nr, had in enumerate(medlem.opplaering):
            if had.dato is UKJENT or had.dato not in said:
                said.add(had.dato)
                subject = f"{OPPLAERING} {person if had.dato is UKJENT else had.dato}"
                place, part = medlem.at("opplaering", nr, "dato"), had.deldato.get("dato")
                yield Hendt(had.dato, place, subject, deldato=part)


def _ledervalg(mappe: Utvalgsmappe) -> Iterator[Hendt]:
    """The elections that were held: one on the agenda of a meeting ahead is a plan."""
    for handling in mappe.valghandlinger:
        if handling.valg.verv == "leder" and handling.moete.status == "avholdt":
            day = handling.moete.dato
            yield Hendt(day, handling.at("verv"), handling.sak.navn, None, day, (str(day),))
