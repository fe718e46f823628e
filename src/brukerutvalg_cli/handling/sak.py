"""Sak: a case from the day it is submitted until it is on an agenda."""

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
)
from brukerutvalg_cli.model.innmeldt_sak import InnmeldtSak
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.moetenavn import Moetenavn
from brukerutvalg_cli.model.moetepapirer import Referat
from brukerutvalg_cli.model.nummerering import neste_nummer, numrene
from brukerutvalg_cli.model.sak import Sak, saksnavn
from brukerutvalg_cli.model.saksnummer import har_aar
from brukerutvalg_cli.model.verdier import Ukjent, kjent

_FELLES = ("tittel", "innmeldt_av", "innmeldt", "type", "fase", "foer_beslutning", "tema", "gruppe", "arkivsak",
           "saksbehandler", "fortrolig", "fortrolig_til", "offentlig_tittel", "oversendt_fra", "fra_sak", "forslag",
           "merknad")  # fmt: skip
"""What a submitted case takes with it to the agenda."""
SORTER = ("gruppe", "fast", "type")
"""What the series of a number goes by."""
FORTROLIG = ("fortrolig", "fortrolig_til", "offentlig_tittel")
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
    kan_faa_saker(moete)
    late = {"satt_opp": satt_opp} if moete.status == "innkalt" else {}
    fortrolig_felt(innmeldt, felter.get("fortrolig_til"))
    before, at = mappe.saken(kjent(innmeldt.fra_sak) or "") or (None, 0)
    put_off = before.saker[at] if before and before.saker[at].utsatt is True else None
    nr = beholdt_nummer(mappe, put_off) if put_off else ""
    said = {key: value for key, value in felter.items() if value is not None}
    if put_off and (there := tatt_opp(moete, put_off)):
        raise Nektet(f"saken står alt på sakslista til møtet {navn}, som sak {there.navn}")
    point = _av(put_off, _PUNKTET) if put_off else {}
    name = sett_opp(utkast, mappe, navn, feltene(innmeldt) | point | late | said, nr=nr)
    utkast.raa(innmeldt.path, None)
    if before and put_off and not er_godkjent(before):
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


def beholdt_nummer(mappe: Utvalgsmappe, sak: Sak) -> str:
    """The number of a case that is put off, where the council lets it keep that; nothing elsewhere."""
    keeps = mappe.utvalg.beholder_saksnummer is True and har_aar(sak.nr)
    return sak.nr if keeps else ""


def er_godkjent(moete: Moete) -> bool:
    """Whether its minutes are approved, and so stay as they are."""
    return bool(isinstance(moete.referat, Referat) and moete.referat.godkjent)


def tatt_opp(moete: Moete, sak: Sak) -> Sak | None:
    """What a case is in a later meeting that has it on its agenda already, or the minutes that it puts up."""
    return next(
        (
            case
            for case in moete.saker
            if case.fra_sak == sak.navn or (sak.legger_fram and set(sak.legger_fram) <= set(case.legger_fram))
        ),
        None,
    )


def kan_faa_saker(moete: Moete) -> None:
    """Sees to it that the meeting is still to come.

    Raises:
        Nektet: when it has been held, or was called off.
    """
    if moete.status in ("avholdt", "avlyst"):
        raise Nektet(f"møtet {moete.navn} er {moete.status}, og kan ikke få flere saker")


def papirene(sak: Sak) -> Postdata:
    """The papers of a case, and what makes it more than a case of its own."""
    papers = _av(sak, (*_PAPIRER, *_PUNKTET))
    annexes = [annex.model_dump(exclude_unset=True) for annex in sak.vedlegg]
    return papers | ({"vedlegg": annexes} if annexes else {})


def _av(sak: Sak, keys: Sequence[str]) -> Postdata:
    return {key: value for key in keys if (value := getattr(sak, key))}


def feltene(sak: Sak | InnmeldtSak) -> Postdata:
    """What is stated of a case, by its keys in the files; and its type, which an agenda has to say."""
    stated = {key: sak.skrevet(key) for key in _FELLES if key in sak.model_fields_set or key == "type"}
    return {key: value for key, value in stated.items() if value is not None and value != ()}
