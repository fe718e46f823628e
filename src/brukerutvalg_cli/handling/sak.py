"""Sak: a case from the day it is submitted until it is on an agenda, put off, or sent on to another council."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import PurePosixPath

from brukerutvalg_cli.endring.utkast import Utkast
from brukerutvalg_cli.handling.filer import (
    INNMELDT,
    MOETE,
    SAK,
    Nektet,
    Postdata,
    hode,
    moetet,
    ordnet,
    saken,
)
from brukerutvalg_cli.handling.valg_tilbake import Foelger, ta_tilbake
from brukerutvalg_cli.model.innmeldt_sak import InnmeldtSak
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete, Referat
from brukerutvalg_cli.model.moetenavn import Moetenavn
from brukerutvalg_cli.model.nummerering import neste_nummer, numrene
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.sak import Sak, saksnavn
from brukerutvalg_cli.model.saksnummer import har_aar
from brukerutvalg_cli.model.verdier import Ukjent, kjent

_FELLES = ("tittel", "innmeldt_av", "innmeldt", "type", "fase", "foer_beslutning", "tema", "gruppe", "arkivsak",
           "saksbehandler", "fortrolig", "fortrolig_til", "offentlig_tittel", "oversendt_fra", "fra_sak", "forslag",
           "merknad")  # fmt: skip
"""What a submitted case takes with it to the agenda."""
SORTER = ("gruppe", "fast", "type")
"""What the series of a number goes by."""
_FORTROLIG = ("fortrolig", "fortrolig_til", "offentlig_tittel")
_PAPIRER = ("innleder", "framlegg")
"""What a case takes with it from one agenda to the next, beside its annexes."""
_PUNKTET = ("godkjenner", "fast", "restanser")
"""What makes it more than a case of its own: the minutes it puts up, the standing item it is. So it stays."""


def meld_inn(utkast: Utkast, mappe: Utvalgsmappe, aar: int, felter: Postdata) -> str:
    """A new case that waits for a meeting; its id, `2026-003`.

    The number is beyond those on the agendas of the year, too: what one case was called, no other is.
    """
    taken = [int(name.partition("-")[2]) for name in mappe.saker if re.fullmatch(rf"{aar}-\d+", name)]
    taken += [n.nummer.nr for n in numrene(mappe.utvalg, mappe.moeter) if n.nummer and n.nummer.aar == aar]
    nr = max(taken, default=0) + 1
    while utkast.finnes(path := f"{mappe.path}/saker/{aar}-{nr:03}.yaml"):
        nr += 1
    utkast.ny(path, ordnet(felter, INNMELDT), hode(mappe, "sak"))
    return f"{aar}-{nr:03}"


def samme(mappe: Utvalgsmappe, tittel: str) -> str:
    """The case of that title that waits, or is on the agenda of a meeting that has not been held; nothing for none."""
    words = tittel.casefold().split()
    waiting = {name: sak.tittel for name, sak in mappe.saker.items()}
    ahead = {s.navn: s.tittel for m in mappe.moeter if m.status in ("planlagt", "innkalt") for s in m.saker}
    return next((nr for nr, title in (waiting | ahead).items() if title.casefold().split() == words), "")


def til_moete(
    utkast: Utkast,
    mappe: Utvalgsmappe,
    innmeldt: InnmeldtSak,
    navn: Moetenavn,
    satt_opp: date,
    felter: Postdata,
) -> str:
    """Puts a submitted case on the agenda of a meeting, as it was submitted, with what is said of it now; its name
    there.

    Where the notice has been sent, the day it was put there is stated: the next notice says what is new.

    Raises:
        Nektet: when there is no such meeting or it is over, or when a case that is not confidential is said to be so
            until a day, or one that is on the agenda already.
    """
    moete = moetet(mappe, navn)
    _kan_faa_saker(moete)
    late = {"satt_opp": satt_opp} if moete.status == "innkalt" else {}
    fortrolig_felt(innmeldt, felter.get("fortrolig_til"))
    before, at = mappe.saken(kjent(innmeldt.fra_sak) or "") or (None, 0)
    put_off = before.saker[at] if before and before.saker[at].utsatt is True else None
    nr = _beholdt(mappe, put_off) if put_off else ""
    said = {key: value for key, value in felter.items() if value is not None}
    if put_off and (there := _tatt_opp(moete, put_off)):
        raise Nektet(f"saken står alt på sakslista til møtet {navn}, som sak {there.navn}")
    point = _av(put_off, _PUNKTET) if put_off else {}
    name = sett_opp(utkast, mappe, navn, _felter(innmeldt) | point | late | said, nr=nr)
    utkast.raa(innmeldt.path, None)
    if before and put_off and not _er_godkjent(before):
        utkast.sett(before.path, ("saker", at, "utsatt_til"), name, SAK)
    return name


def meldt_inn(mappe: Utvalgsmappe, navn: str) -> InnmeldtSak:
    """The case of this name that waits for a meeting.

    Raises:
        Nektet: when none does.
    """
    if found := mappe.saker.get(navn):
        return found
    waiting = f"Det som venter, er {', '.join(sorted(mappe.saker))}" if mappe.saker else "Ingen sak venter"
    raise Nektet(f"saken «{navn}» er ikke meldt inn, eller den er alt satt på et møte. {waiting}")


def fortrolig_felt(sak: Sak | InnmeldtSak, til: date | Ukjent | None) -> Postdata:
    """Until when a case is confidential, where that is said.

    Raises:
        Nektet: when it is not confidential at all.
    """
    if til and not sak.fortrolig:
        raise Nektet("saken er ikke fortrolig, og kan ikke være det til en dag")
    return {"fortrolig_til": til} if til else {}


def sett_opp(
    utkast: Utkast,
    mappe: Utvalgsmappe,
    navn: Moetenavn,
    felter: Postdata,
    tatt: Sequence[str] = (),
    nr: str = "",
) -> str:
    """A case put on an agenda, with the next number of its series; its name.

    `tatt`: the names of those put there beside it. `nr`: the number it has already.
    """
    moete = moetet(mappe, navn)
    stem = PurePosixPath(moete.path).stem
    sorts = [felter.get(key) for key in SORTER]
    beside = [name.removeprefix(f"{stem} ") for name in tatt]
    nr = nr or neste_nummer(mappe.utvalg, mappe.moeter, navn.dag, sorts, beside)
    utkast.legg_til(moete.path, ("saker",), ordnet({"nr": nr} | felter, SAK), MOETE)
    return saksnavn(nr, stem, len(moete.saker) + len(tatt) + 1)


def _beholdt(mappe: Utvalgsmappe, sak: Sak) -> str:
    """The number of a case that is put off, where the council lets it keep that; nothing elsewhere."""
    keeps = mappe.utvalg.beholder_saksnummer is True and har_aar(sak.nr)
    return sak.nr if keeps else ""


def _er_godkjent(moete: Moete) -> bool:
    """Whether its minutes are approved, and so stay as they are."""
    return bool(isinstance(moete.referat, Referat) and moete.referat.godkjent)


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
    fields = _felter(moete.saker[at]) | {"fra_sak": moete.saker[at].navn}
    if til is None:
        fields = {"innmeldt_av": "ukjent", "innmeldt": "ukjent"} | fields
        waits = meld_inn(utkast, mappe, navn.dag.year, {k: v for k, v in fields.items() if k in INNMELDT})
        return waits, foelger
    later = moetet(mappe, til)
    if not _senere(later, moete):
        raise Nektet("en sak utsettes til et senere møte")
    _kan_faa_saker(later)
    if there := _tatt_opp(later, moete.saker[at]):
        new = there.navn
        if there.fra_sak is None:
            utkast.sett(later.path, ("saker", later.saker.index(there), "fra_sak"), moete.saker[at].navn, SAK)
    else:
        papers = _papirer(moete.saker[at])
        new = sett_opp(utkast, mappe, til, fields | papers, nr=_beholdt(mappe, moete.saker[at]))
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
    _kan_faa_saker(later)
    if there := _tatt_opp(later, sak):
        raise Nektet(f"sak {nr} står alt på sakslista til møtet {til}, som sak {there.navn}")
    closed = {key: value for key, value in _felter(sak).items() if key in _FORTROLIG}
    untreated = moete.status == "avlyst" or sak.utsatt is True  # it comes as what it was, and not anew
    put = kjent(felter["innmeldt"])
    late = {"satt_opp": put} if put and later.status == "innkalt" else {}
    own = {
        "tittel": sak.tittel if untreated else _ny_tittel(mappe, sak),
        "type": sak.skrevet("type"),
        "fra_sak": sak.navn,
        **(_papirer(sak) if untreated else {"framlegg": sak.etter_moetet}),
    }
    stated = {key: value for key, value in felter.items() if value not in (None, "", [], ())}
    new = sett_opp(utkast, mappe, til, closed | late | own | stated)
    if sak.utsatt is True and not _er_godkjent(moete):
        utkast.sett(moete.path, ("saker", moete.saker.index(sak), "utsatt_til"), new, SAK)
    return new


def _tatt_opp(moete: Moete, sak: Sak) -> Sak | None:
    """What a case is in a later meeting that has it on its agenda already, or the minutes that it puts up."""
    return next(
        (
            case
            for case in moete.saker
            if case.fra_sak == sak.navn or (sak.legger_fram and set(sak.legger_fram) <= set(case.legger_fram))
        ),
        None,
    )


def _senere(later: Moete, moete: Moete) -> bool:
    """Whether one meeting comes after another; of two on one day, the order they stand in."""
    return later.rekkefoelge > moete.rekkefoelge


def foert(mappe: Utvalgsmappe, nr: str) -> tuple[Moete, Sak]:
    """The last case that is called so, and the meeting it was in.

    Raises:
        Nektet: when there is none.
    """
    found = mappe.saken(nr)
    if found is None:
        raise Nektet(f"sak {nr} finnes ikke")
    return found[0], found[0].saker[found[1]]


def _ny_tittel(mappe: Utvalgsmappe, sak: Sak) -> str:
    again = "Ny handsaming av sak" if mappe.utvalg.maalform == "nn" else "Ny behandling av sak"
    return f"{again} {sak.nr}: {sak.tittel}" if sak.nr else f"{again}: {sak.tittel}"


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
    closed = {key: value for key, value in _felter(case).items() if key in _FORTROLIG}
    fields = {"tittel": title, "innmeldt_av": mappe.id, "innmeldt": navn.dag, "type": case.skrevet("type")}
    return meld_inn(
        utkast, receiver, navn.dag.year, fields | closed | {"oversendt_fra": f"{mappe.id} {case.navn}"}
    )


def _kan_faa_saker(moete: Moete) -> None:
    if moete.status in ("avholdt", "avlyst"):
        raise Nektet(f"møtet {moete.navn} er {moete.status}, og kan ikke få flere saker")


def _papirer(sak: Sak) -> Postdata:
    papers = _av(sak, (*_PAPIRER, *_PUNKTET))
    annexes = [annex.model_dump(exclude_unset=True) for annex in sak.vedlegg]
    return papers | ({"vedlegg": annexes} if annexes else {})


def _av(sak: Sak, keys: Sequence[str]) -> Postdata:
    return {key: value for key in keys if (value := getattr(sak, key))}


def _felter(sak: Sak | InnmeldtSak) -> Postdata:
    """What is stated of a case, by its keys in the files; and its type, which an agenda has to say."""
    stated = {key: sak.skrevet(key) for key in _FELLES if key in sak.model_fields_set or key == "type"}
    return {key: value for key, value in stated.items() if value is not None and value != ()}
