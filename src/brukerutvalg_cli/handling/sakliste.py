"""Sakliste: the agenda of a meeting is settled, with what is on every one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from brukerutvalg_cli.endring.utkast import Utkast
from brukerutvalg_cli.handling.filer import MOETE, SAKLISTE, Postdata, ikke_avholdt, ordnet
from brukerutvalg_cli.handling.godkjenning import er_godkjent
from brukerutvalg_cli.handling.sak import sett_opp
from brukerutvalg_cli.mandat.proeve.egenart import er_punktet
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.moetenavn import Moetenavn
from brukerutvalg_cli.model.ordvalg import Sakstype
from brukerutvalg_cli.model.restanser import restanser
from brukerutvalg_cli.model.verdier import kjent
from brukerutvalg_cli.ord.i_ord import noekkel_i_ord

TITLER = {
    "godkjenning": ("Godkjenning av innkalling og referat", "Godkjenning av innkalling og referat"),
    "organisasjonenes_runde": ("Nytt fra organisasjonene", "Nytt frå organisasjonane"),
}
"""What a standing item is called on the agenda, where that is not its name; nb and nn."""


def sakliste(
    utkast: Utkast, mappe: Utvalgsmappe, navn: Moetenavn, felter: Postdata, faste: Sequence[str]
) -> list[str]:
    """Settles the agenda: who proposed and approved it, and the cases that are on every one; the new numbers.

    The minutes that wait for approval come as a case of their own, as does what was promised and is not
    done, which the documents themselves take from the records, and each of `faste`, the standing items by name.
    """
    moete = ikke_avholdt(mappe, navn)
    for key, value in ordnet(felter, SAKLISTE).items():
        utkast.sett(moete.path, ("sakliste", key), value, MOETE)
    added: list[str] = []
    waiting = til_godkjenning(mappe, moete)
    if waiting and not any(sak.type == "godkjenning" and not kjent(sak.utsatt) for sak in moete.saker):
        case: Postdata = {"tittel": "Godkjenning av referat", "type": "godkjenning", "godkjenner": waiting}
        added.append(sett_opp(utkast, mappe, navn, case))
    if any(restanser(mappe.moeter, navn.dag)) and not any(sak.restanser for sak in moete.saker):
        title = _ord(mappe, "Oppfølging fra tidligere møter", "Oppfølging frå tidlegare møte")
        case = {"tittel": title, "type": "orientering", "restanser": True}
        added.append(sett_opp(utkast, mappe, navn, case, added))
    for name in faste:
        if not _staar(moete, name) and not (name == "godkjenning" and waiting):
            added.append(sett_opp(utkast, mappe, navn, _fast(mappe, name), added))
    return added


def _staar(moete: Moete, name: str) -> bool:
    """Whether a standing item is on the agenda already."""
    return any(er_punktet(sak, name) for sak in moete.saker)


def _fast(mappe: Utvalgsmappe, name: str) -> Postdata:
    """The case that a standing item is."""
    title = _ord(mappe, *TITLER[name]) if name in TITLER else noekkel_i_ord(name).capitalize()
    return {"tittel": title, "type": name if name in get_args(Sakstype) else "annet", "fast": name}


def til_godkjenning(mappe: Utvalgsmappe, moete: Moete) -> list[Moetenavn]:
    """The held meetings before this one whose minutes nobody has approved, or put up for approval since."""
    put_up = {name for m in mappe.moeter for name in m.legger_fram}
    return [
        m.navn for m in mappe.avholdte if m.dato < moete.dato and m.navn not in put_up and not er_godkjent(m)
    ]


def _ord(mappe: Utvalgsmappe, nb: str, nn: str) -> str:
    return nn if mappe.utvalg.maalform == "nn" else nb
