"""Dokumentgang: what becomes of the papers – sent, and made public."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from brukerutvalg_cli.endring.utkast import Utkast
from brukerutvalg_cli.handling.filer import (
    MOETE,
    PUBLISERT,
    REFERAT,
    SENDT,
    Nektet,
    Postdata,
    er_holdt,
    moetet,
    ordnet,
)
from brukerutvalg_cli.handling.neste_moete import som_det_staar
from brukerutvalg_cli.mandat.utsending import I_ORD
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.moetenavn import Moetenavn
from brukerutvalg_cli.model.moetepapirer import Publisert, Referat, Sakliste, Sakspapirer, Sendt
from brukerutvalg_cli.model.verdier import Ukjent, kjent
from brukerutvalg_cli.model.vet_av import Sagt, tidligst, vet_av


def sendt(
    utkast: Utkast,
    mappe: Utvalgsmappe,
    navn: Moetenavn,
    hva: str,
    dato: Sagt,
    til: Sequence[str] | Ukjent | None,
    slik: Postdata | None = None,
) -> None:
    """Records the day a document went out; with the notice the meeting is called. `til`: who got it beside the members.

    `slik`: how it went out, and to whom so, where that was said.

    Raises:
        Nektet: when minutes are sent from a meeting that has not been held, or anything else to one that
            is called off.
    """
    moete = moetet(mappe, navn)
    if hva != "referat" and moete.status == "avlyst":
        raise Nektet(
            f"møtet {navn} er avlyst, og ingen skal innkalles til det. Avlysningen skriver du med "
            f"«brukerutvalg innkalling {mappe.id} {navn}»; skal det holdes likevel, fører du et nytt: "
            f"brukerutvalg moete ny {mappe.id}"
        )
    if hva == "referat":
        er_holdt(mappe, moete)
    utkast.sett(moete.path, ("sendt", hva), dato, _order(moete, "sendt", SENDT))
    if hva == "referat" and not _sto(moete, dato):
        utkast.sett(moete.path, ("sendt", "neste_moete"), som_det_staar(mappe, moete), SENDT)
    if slik:
        utkast.legg_til(moete.path, ("sendt", "forsendelser"), {"hva": hva, **slik}, SENDT)
    else:
        _mottakerne(utkast, moete, hva, til)
    if hva == "innkalling":
        _varslet(utkast, moete, dato)
    if hva == "innkalling" and moete.status == "planlagt":
        utkast.sett(moete.path, ("status",), "innkalt", MOETE)


def _varslet(utkast: Utkast, moete: Moete, dato: Sagt) -> None:
    """Those who were called before it was moved that day, have been told."""
    day = tidligst(dato)
    for nr, move in enumerate(moete.flyttet):
        if move.varslet is False and day and day >= move.dato:
            utkast.sett(moete.path, ("flyttet", nr, "varslet"), True)


def _sto(moete: Moete, dato: Sagt) -> bool:
    """Whether the minutes are on record as sent that day: then only how they went out is new, and not what they say."""
    sent = kjent(moete.sendt)
    return sent is not None and vet_av(sent, "referat") == dato


def mottakerne(moete: Moete, hva: str) -> tuple[str, ...] | Ukjent | None:
    """Who is on record as having got a document, beside the members."""
    if hva == "referat":
        return moete.referat.sendt_til if isinstance(moete.referat, Referat) else moete.referat
    return moete.sendt.til if isinstance(moete.sendt, Sendt) else moete.sendt


def _mottakerne(utkast: Utkast, moete: Moete, hva: str, til: Sequence[str] | Ukjent | None) -> None:
    """Those who got it, beside those on record. That nobody knows, takes nothing away that is known."""
    record, key, order = ("referat", "sendt_til", REFERAT) if hva == "referat" else ("sendt", "til", SENDT)
    there = mottakerne(moete, hva)
    if til is None or (isinstance(til, Ukjent) and there is not None):
        return
    known = kjent(there) or ()
    said = til if isinstance(til, Ukjent) else [*known, *(name for name in til if name not in known)]
    utkast.sett(moete.path, (record, key), said, _order(moete, record, order) if hva == "referat" else order)


def publisert(utkast: Utkast, mappe: Utvalgsmappe, navn: Moetenavn, hva: str, felter: Postdata) -> None:
    """Where and when the minutes, the agenda or the papers were made public.

    Raises:
        Nektet: when minutes of a meeting that has not been held are published.
    """
    moete = moetet(mappe, navn)
    if hva == "referat" and moete.status != "avholdt":
        raise Nektet("møtet er ikke ført som avholdt, og har ikke noe referat å legge ut")
    given = ordnet(felter, PUBLISERT)
    utkast.sett(moete.path, (hva, "publisert"), given, _order(moete, hva, REFERAT))


def publisert_paa_nytt(
    utkast: Utkast, mappe: Utvalgsmappe, navn: Moetenavn, hva: str, dato: date, felter: Postdata
) -> None:
    """A document that was public was made so anew, as it is now; what is said of where takes the place of what stood.

    The day it was first made public stays. Twice in a day is two times: what was changed between is out now, too.

    Raises:
        Nektet: when it is not on record as made public, or was made public later.
    """
    moete = moetet(mappe, navn)
    there = lagt_ut(moete, hva)
    if not isinstance(there, Publisert):
        raise Nektet(f"det er ikke ført at {I_ORD[hva]} var lagt ut. Før det uten --paa-nytt")
    first = tidligst(vet_av(there, "dato"))
    if first and dato < first:
        raise Nektet(f"{I_ORD[hva]} ble lagt ut {dato_i_ord(first)}, og ikke på nytt før det")
    utkast.legg_til(moete.path, (hva, "publisert", "paa_nytt"), dato, PUBLISERT, flere_like=True)
    for key, value in ordnet(felter, PUBLISERT).items():
        utkast.sett(moete.path, (hva, "publisert", key), value, PUBLISERT)


def lagt_ut(moete: Moete, hva: str) -> Publisert | Ukjent | None:
    """Where and when a document is on record as made public."""
    record = getattr(moete, hva)
    return record.publisert if isinstance(record, Referat | Sakliste | Sakspapirer) else record


def _order(moete: Moete, key: str, inner: Sequence[str]) -> Sequence[str]:
    """The order of keys where a new one goes: in the meeting, or in the part of it that is there already."""
    return inner if getattr(moete, key) is not None else MOETE
