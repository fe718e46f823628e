"""Sak videre: a case that was on an agenda goes on – put off, taken up again, or sent to another council."""

from __future__ import annotations

from brukerutvalg_cli.endring.utkast import Utkast
from brukerutvalg_cli.handling.filer import INNMELDT, SAK, Nektet, Postdata, moetet, saken
from brukerutvalg_cli.handling.sak import (
    FORTROLIG,
    beholdt_nummer,
    er_godkjent,
    feltene,
    kan_faa_saker,
    meld_inn,
    papirene,
    sett_opp,
    tatt_opp,
)
from brukerutvalg_cli.handling.valg_tilbake import Foelger, ta_tilbake
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.moetenavn import Moetenavn
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.sak import Sak
from brukerutvalg_cli.model.verdier import kjent


def utsett(
    utkast: Utkast, mappe: Utvalgsmappe, navn: Moetenavn, nr: str, til: Moetenavn | None
) -> tuple[str, Foelger]:
    """Marks a case as put off, and has it wait for a later meeting or puts it on the agenda there; what it is there.

    An election that was written down in it is taken back: it was not held.

    Raises:
        Nektet: when the case is not there or is put off already, or the meeting it is put off to is over.
    """
    moete = moetet(mappe, navn)
    at = saken(moete, nr)
    if kjent(moete.saker[at].utsatt):
        raise Nektet(
            f"sak {nr} er alt utsatt. Var det det siste du gjorde, tar «brukerutvalg angre» det tilbake"
        )
    utkast.sett(moete.path, ("saker", at, "utsatt"), True, SAK)
    foelger = ta_tilbake(utkast, mappe, moete, nr)
    fields = feltene(moete.saker[at]) | {"fra_sak": moete.saker[at].navn}
    if til is None:
        fields = {"innmeldt_av": "ukjent", "innmeldt": "ukjent"} | fields
        waits = meld_inn(utkast, mappe, navn.dag.year, {k: v for k, v in fields.items() if k in INNMELDT})
        return waits, foelger
    later = moetet(mappe, til)
    if not _senere(later, moete):
        raise Nektet("en sak utsettes til et senere møte")
    kan_faa_saker(later)
    if there := tatt_opp(later, moete.saker[at]):
        new = there.navn
        if there.fra_sak is None:
            utkast.sett(later.path, ("saker", later.saker.index(there), "fra_sak"), moete.saker[at].navn, SAK)
    else:
        papers = papirene(moete.saker[at])
        new = sett_opp(utkast, mappe, til, fields | papers, nr=beholdt_nummer(mappe, moete.saker[at]))
    utkast.sett(moete.path, ("saker", at, "utsatt_til"), new, SAK)
    return new, foelger


def ta_opp(utkast: Utkast, mappe: Utvalgsmappe, nr: str, til: Moetenavn, felter: Postdata) -> str:
    """Puts an earlier case on the agenda of a later meeting, with what was noted after it; its number there.

    What is confidential of it stays so.

    Raises:
        Nektet: when there is no such case, it is there already, or the meeting is not a later one to come.
    """
    moete, sak = foert(mappe, nr)
    later = moetet(mappe, til)
    if not _senere(later, moete):
        raise Nektet(f"sak {nr} var i møtet {moete.navn}. Den tas opp igjen i et senere møte")
    kan_faa_saker(later)
    if there := tatt_opp(later, sak):
        raise Nektet(f"sak {nr} står alt på sakslista til møtet {til}, som sak {there.navn}")
    closed = {key: value for key, value in feltene(sak).items() if key in FORTROLIG}
    untreated = moete.status == "avlyst" or sak.utsatt is True  # it comes as what it was, and not anew
    put = kjent(felter["innmeldt"])
    late = {"satt_opp": put} if put and later.status == "innkalt" else {}
    own = {
        "tittel": sak.tittel if untreated else _ny_tittel(mappe, sak),
        "type": sak.skrevet("type"),
        "fra_sak": sak.navn,
        **(papirene(sak) if untreated else {"framlegg": sak.etter_moetet}),
    }
    stated = {key: value for key, value in felter.items() if value not in (None, "", [], ())}
    new = sett_opp(utkast, mappe, til, closed | late | own | stated)
    if sak.utsatt is True and not er_godkjent(moete):
        utkast.sett(moete.path, ("saker", moete.saker.index(sak), "utsatt_til"), new, SAK)
    return new


def oversend(
    utkast: Utkast, register: Register, mappe: Utvalgsmappe, navn: Moetenavn, nr: str, til: str
) -> str:
    """Sends a case on to another council: it is marked here, and waits there where we keep that council's records.

    Raises:
        Nektet: when the case is not there or has been sent there, or it is sent to this council itself.
    """
    if til == mappe.id:
        raise Nektet("en sak kan ikke sendes til utvalget selv")
    moete = moetet(mappe, navn)
    at = saken(moete, nr)
    if kjent(moete.saker[at].oversendt_til) == til:
        raise Nektet(f"sak {nr} er alt sendt til {til}")
    utkast.sett(moete.path, ("saker", at, "oversendt_til"), til, SAK)
    receiver = register.naboen(til)
    if receiver is None:
        return ""
    case = moete.saker[at]
    # What is confidential here, is so there: for as long, and by the title that may be shown.
    title = (kjent(case.offentlig_tittel) or "Fortrolig sak") if case.fortrolig else case.tittel
    closed = {key: value for key, value in feltene(case).items() if key in FORTROLIG}
    fields = {"tittel": title, "innmeldt_av": mappe.id, "innmeldt": navn.dag, "type": case.skrevet("type")}
    return meld_inn(
        utkast, receiver, navn.dag.year, fields | closed | {"oversendt_fra": f"{mappe.id} {case.navn}"}
    )


def foert(mappe: Utvalgsmappe, nr: str) -> tuple[Moete, Sak]:
    """The last case that is called so, and the meeting it was in.

    Raises:
        Nektet: when there is none.
    """
    found = mappe.saken(nr)
    if found is None:
        raise Nektet(f"sak {nr} finnes ikke")
    return found[0], found[0].saker[found[1]]


def _senere(later: Moete, moete: Moete) -> bool:
    """Whether one meeting comes after another; of two on one day, the order they stand in."""
    return later.rekkefoelge > moete.rekkefoelge


def _ny_tittel(mappe: Utvalgsmappe, sak: Sak) -> str:
    again = "Ny handsaming av sak" if mappe.utvalg.maalform == "nn" else "Ny behandling av sak"
    return f"{again} {sak.nr}: {sak.tittel}" if sak.nr else f"{again}: {sak.tittel}"
