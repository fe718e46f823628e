"""Sak: a case from the day it is submitted until it is on an agenda, put off, or sent on to another council."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from brukerutvalg_cli.endring.utkast import Utkast
from brukerutvalg_cli.handling.filer import (
    INNMELDT,
    MOETE,
    SAK,
    Nektet,
    Post,
    hode,
    moetefil,
    moetet,
    ordnet,
    saken,
)
from brukerutvalg_cli.handling.valg_tilbake import Foelger, ta_tilbake
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.moetenavn import Moetenavn
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.sak import InnmeldtSak, Sak
from brukerutvalg_cli.model.verdier import Ukjent, kjent

_FELLES = ("tittel", "innmeldt_av", "innmeldt", "type", "fase", "foer_beslutning", "tema", "fortrolig",
           "fortrolig_til", "offentlig_tittel", "oversendt_fra", "merknad")  # fmt: skip
"""What a submitted case takes with it to the agenda."""
_FORTROLIG = ("fortrolig", "fortrolig_til", "offentlig_tittel")
_PAPIRER = ("innleder", "framlegg")
"""What a case takes with it from one agenda to the next, beside its annexes."""


def meld_inn(utkast: Utkast, mappe: Utvalgsmappe, aar: int, felter: Post) -> str:
    """A new case that waits for a meeting; its id, `2026-003`.

    The number is beyond those on the agendas of the year, too: what one case was called, no other is.
    """
    taken = [name for name in mappe.saker if re.fullmatch(rf"{aar}-\d+", name)]
    first = int(neste_nummer(mappe, aar).partition("/")[0])
    nr = max([first, *(1 + int(name.partition("-")[2]) for name in taken)])
    while utkast.finnes(path := f"{mappe.path}/saker/{aar}-{nr:03}.yaml"):
        nr += 1
    utkast.ny(path, ordnet(felter, INNMELDT), hode(mappe, "sak"))
    return f"{aar}-{nr:03}"


def samme(mappe: Utvalgsmappe, tittel: str) -> str:
    """The case of that title that waits, or is on the agenda of a meeting that has not been held; nothing for none."""
    words = tittel.casefold().split()
    waiting = {name: sak.tittel for name, sak in mappe.saker.items()}
    ahead = {s.nr: s.tittel for m in mappe.moeter if m.status in ("planlagt", "innkalt") for s in m.saker}
    return next((nr for nr, title in (waiting | ahead).items() if title.casefold().split() == words), "")


def neste_nummer(mappe: Utvalgsmappe, aar: int, tatt: Sequence[str] = ()) -> str:
    """The next case number of a year: `29/22`. Numbers run through the year, whatever the meeting."""
    ending = f"{aar % 100:02}"
    have = [*(sak.nr for moete in mappe.moeter for sak in moete.saker), *tatt]
    numbers = [int(nr.partition("/")[0]) for nr in have if nr.partition("/")[2][-2:] == ending]
    return f"{1 + max(numbers, default=0)}/{ending}"


def til_moete(
    utkast: Utkast,
    mappe: Utvalgsmappe,
    innmeldt: InnmeldtSak,
    navn: Moetenavn,
    satt_opp: date,
    felter: Post,
) -> str:
    """Puts a submitted case on the agenda of a meeting, as it was submitted, with what is said of it now; its number
    there.

    Where the notice has been sent, the day it was put there is stated: the next notice says what is new.

    Raises:
        Nektet: when there is no such meeting or it is over, or when a case that is not confidential is said to be so
            until a day.
    """
    moete = moetet(mappe, navn)
    _kan_faa_saker(moete)
    fortrolig_felt(innmeldt, felter.get("fortrolig_til"))
    nr = neste_nummer(mappe, navn.dag.year)
    late = {"satt_opp": satt_opp} if moete.status == "innkalt" else {}
    said = {key: value for key, value in felter.items() if value is not None}
    utkast.legg_til(moete.path, ("saker",), ordnet({"nr": nr} | _felter(innmeldt) | late | said, SAK), MOETE)
    utkast.raa(innmeldt.path, None)
    return nr


def meldt_inn(mappe: Utvalgsmappe, navn: str) -> InnmeldtSak:
    """The case of this name that waits for a meeting.

    Raises:
        Nektet: when none does.
    """
    if found := mappe.saker.get(navn):
        return found
    waiting = f"Det som venter, er {', '.join(sorted(mappe.saker))}" if mappe.saker else "Ingen sak venter"
    raise Nektet(f"saken «{navn}» er ikke meldt inn, eller den er alt satt på et møte. {waiting}")


def fortrolig_felt(sak: Sak | InnmeldtSak, til: date | Ukjent | None) -> Post:
    """Until when a case is confidential, where that is said.

    Raises:
        Nektet: when it is not confidential at all.
    """
    if til and not sak.fortrolig:
        raise Nektet("saken er ikke fortrolig, og kan ikke være det til en dag")
    return {"fortrolig_til": til} if til else {}


def sett_opp(
    utkast: Utkast, mappe: Utvalgsmappe, navn: Moetenavn, felter: Post, tatt: Sequence[str] = ()
) -> str:
    """A case made on the agenda itself, as the fixed ones are; its number."""
    nr = neste_nummer(mappe, navn.dag.year, tatt)
    utkast.legg_til(moetefil(mappe, navn), ("saker",), ordnet({"nr": nr} | felter, SAK), MOETE)
    return nr


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
    fields = _felter(moete.saker[at])
    if til is None:
        fields = {"innmeldt_av": "ukjent", "innmeldt": "ukjent"} | fields
        waits = meld_inn(utkast, mappe, navn.dag.year, {k: v for k, v in fields.items() if k in INNMELDT})
        return waits, foelger
    later = moetet(mappe, til)
    if not _senere(later, moete):
        raise Nektet("en sak utsettes til et senere møte")
    _kan_faa_saker(later)
    return sett_opp(utkast, mappe, til, fields | _papirer(moete.saker[at])), foelger


def ta_opp(utkast: Utkast, mappe: Utvalgsmappe, nr: str, til: Moetenavn, felter: Post) -> str:
    """Puts an earlier case on the agenda of a later meeting, with what was noted after it; its number there.

    What is confidential of it stays so.

    Raises:
        Nektet: when there is no such case, it is there already, or the meeting is not a later one to come.
    """
    moete, sak = foert(mappe, nr)
    later = moetet(mappe, til)
    if not _senere(later, moete):
        raise Nektet(f"sak {nr} var i møtet {moete.navn}. Den tas opp igjen i et senere møte")
    _kan_faa_saker(later)
    if there := next((case.nr for case in later.saker if case.fra_sak == nr), None):
        raise Nektet(f"sak {nr} står alt på sakslista til møtet {til}, som sak {there}")
    closed = {key: value for key, value in _felter(sak).items() if key in _FORTROLIG}
    put = kjent(felter["innmeldt"])
    late = {"satt_opp": put} if put and later.status == "innkalt" else {}
    own = {
        "tittel": _ny_tittel(mappe, sak),
        "type": sak.skrevet("type"),
        "framlegg": sak.etter_moetet,
        "fra_sak": nr,
    }
    stated = {key: value for key, value in felter.items() if value not in (None, "", [], ())}
    return sett_opp(utkast, mappe, til, closed | late | own | stated)


def _senere(later: Moete, moete: Moete) -> bool:
    """Whether one meeting comes after another; of two on one day, the order they stand in."""
    return later.rekkefoelge > moete.rekkefoelge


def foert(mappe: Utvalgsmappe, nr: str) -> tuple[Moete, Sak]:
    """The last case of this number, and the meeting it was in.

    Raises:
        Nektet: when there is none.
    """
    found = [(moete, sak) for moete in mappe.moeter for sak in moete.saker if sak.nr == nr]
    if not found:
        raise Nektet(f"sak {nr} finnes ikke")
    return found[-1]


def _ny_tittel(mappe: Utvalgsmappe, sak: Sak) -> str:
    again = "Ny handsaming av sak" if mappe.utvalg.maalform == "nn" else "Ny behandling av sak"
    return f"{again} {sak.nr}: {sak.tittel}"


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
    receiver = register.mapper.get(til)
    if receiver is None:
        return ""
    case = moete.saker[at]
    # What is confidential here, is so there: for as long, and by the title that may be shown.
    title = (kjent(case.offentlig_tittel) or "Fortrolig sak") if case.fortrolig else case.tittel
    closed = {key: value for key, value in _felter(case).items() if key in _FORTROLIG}
    fields = {"tittel": title, "innmeldt_av": mappe.id, "innmeldt": navn.dag, "type": case.skrevet("type")}
    return meld_inn(utkast, receiver, navn.dag.year, fields | closed | {"oversendt_fra": f"{mappe.id} {nr}"})


def _kan_faa_saker(moete: Moete) -> None:
    if moete.status in ("avholdt", "avlyst"):
        raise Nektet(f"møtet {moete.navn} er {moete.status}, og kan ikke få flere saker")


def _papirer(sak: Sak) -> Post:
    papers = {key: value for key in _PAPIRER if (value := getattr(sak, key))}
    annexes = [annex.model_dump(exclude_unset=True) for annex in sak.vedlegg]
    return papers | ({"vedlegg": annexes} if annexes else {})


def _felter(sak: Sak | InnmeldtSak) -> Post:
    """What is stated of a case, by its keys in the files; and its type, which an agenda has to say."""
    stated = {key: sak.skrevet(key) for key in _FELLES if key in sak.model_fields_set or key == "type"}
    return {key: value for key, value in stated.items() if value is not None and value != ()}
