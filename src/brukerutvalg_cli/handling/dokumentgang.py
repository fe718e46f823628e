"""Dokumentgang: what becomes of the papers – sent, approved by a later meeting, made public."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from brukerutvalg_cli.endring.utkast import Utkast
from brukerutvalg_cli.handling.filer import (
    MOETE,
    PUBLISERT,
    REFERAT,
    SAK,
    SENDT,
    Nektet,
    Post,
    moetet,
    ordnet,
)
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete, Publisert, Referat, Sakliste, Sendt
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent, kjent


def sendt(
    utkast: Utkast,
    mappe: Utvalgsmappe,
    dag: date,
    hva: str,
    dato: date | Ukjent,
    til: Sequence[str] | Ukjent | None,
) -> None:
    """Records the day a document went out; with the notice the meeting is called. `til`: who got it beside the members.

    Raises:
        Nektet: when minutes are sent from a meeting that has not been held, or anything else to one that
            is called off.
    """
    moete = moetet(mappe, dag)
    if hva != "referat" and moete.status == "avlyst":
        raise Nektet(
            f"møtet {dag.isoformat()} er avlyst, og ingen skal innkalles til det. Avlysningen skriver du med "
            f"«brukerutvalg innkalling {mappe.id} {dag.isoformat()}»; skal det holdes likevel, fører du et nytt: "
            f"brukerutvalg moete ny {mappe.id}"
        )
    if hva == "referat" and moete.status != "avholdt":
        raise Nektet("møtet er ikke ført som avholdt, og har ikke noe referat å sende")
    utkast.sett(moete.path, ("sendt", hva), dato, _order(moete, "sendt", SENDT))
    _mottakerne(utkast, moete, hva, til)
    if hva == "innkalling" and moete.status == "planlagt":
        utkast.sett(moete.path, ("status",), "innkalt", MOETE)


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


def godkjenn(utkast: Utkast, mappe: Utvalgsmappe, dag: date, i: date, segl: str) -> str:
    """The minutes approved at a later meeting, in the case that put them up; the number of that case. Where there was
    none, nobody knows in which: the agenda of a meeting that was held gets no case that nobody spoke of.

    Raises:
        Nektet: when one of the meetings has not been held, or the minutes are approved already, there or later.
    """
    moete, later = moetet(mappe, dag), moetet(mappe, i)
    for each in (moete, later):
        if each.status != "avholdt":
            first = f"brukerutvalg oppmoete {mappe.id} {each.dato}"
            raise Nektet(
                f"møtet {each.dato.isoformat()} er ikke ført som avholdt. Skriv ned oppmøtet først: {first}"
            )
    if i <= dag:
        raise Nektet(
            f"et referat godkjennes i et senere møte, og {i.isoformat()} er ikke det. Er det holdt, fører du "
            "oppmøtet først, eller sier hvilket det var med --i"
        )
    before = _godkjent_i(moete)
    if before and before >= i:
        raise Nektet(
            f"referatet er alt ført som godkjent i møtet {before.isoformat()}. Er det endret siden, og lagt fram på "
            "nytt i et senere møte, sier du hvilket med --i"
        )
    case = next((sak for sak in later.saker if dag in sak.legger_fram), None)
    if case is None:
        case = next((sak for sak in later.saker if sak.type == "godkjenning" and not sak.legger_fram), None)
        if case:
            utkast.sett(later.path, ("saker", later.saker.index(case), "godkjenner"), [dag], SAK)
    nr = case.navn if case else ""
    approved = {"moete": i, "sak": nr or UKJENT, "segl": segl or None}
    utkast.sett(moete.path, ("referat", "godkjent"), approved, _order(moete, "referat", REFERAT))
    return nr


def lagt_fram_i(mappe: Utvalgsmappe, dag: date) -> str:
    """The day of the last meeting that was held and had the minutes on its agenda; nothing for none."""
    later = [
        m.dato for m in mappe.avholdte if m.dato > dag and any(dag in sak.legger_fram for sak in m.saker)
    ]
    return str(later[-1]) if later else ""


def publisert(utkast: Utkast, mappe: Utvalgsmappe, dag: date, hva: str, felter: Post) -> None:
    """Where and when the minutes or the agenda were made public.

    Raises:
        Nektet: when minutes of a meeting that has not been held are published.
    """
    moete = moetet(mappe, dag)
    if hva == "referat" and moete.status != "avholdt":
        raise Nektet("møtet er ikke ført som avholdt, og har ikke noe referat å legge ut")
    given = ordnet(felter, PUBLISERT)
    utkast.sett(moete.path, (hva, "publisert"), given, _order(moete, hva, REFERAT))


def lagt_ut(moete: Moete, hva: str) -> Publisert | Ukjent | None:
    """Where and when a document is on record as made public."""
    record = moete.referat if hva == "referat" else moete.sakliste
    return record.publisert if isinstance(record, Referat | Sakliste) else record


def er_godkjent(moete: Moete) -> bool:
    """Whether it is recorded where the minutes were approved."""
    referat = moete.referat
    return bool(isinstance(referat, Referat) and referat.godkjent)


def _godkjent_i(moete: Moete) -> date | None:
    """The meeting that approved the minutes; the day of their own, where that is not known of minutes that are."""
    approved = kjent(moete.referat.godkjent) if isinstance(moete.referat, Referat) else None
    return (kjent(approved.moete) or moete.dato) if approved else None


def _order(moete: Moete, key: str, inner: Sequence[str]) -> Sequence[str]:
    """The order of keys where a new one goes: in the meeting, or in the part of it that is there already."""
    return inner if getattr(moete, key) is not None else MOETE
