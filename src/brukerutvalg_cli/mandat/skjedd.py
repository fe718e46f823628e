"""Skjedd: what has happened of a sort that is counted – meetings, cases, events – and what may be one more of it."""

from __future__ import annotations

from datetime import date

from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.proeve.poster import hendelsen, moetet, saken
from brukerutvalg_cli.mandat.proeve.proeve import Proeve
from brukerutvalg_cli.mandat.verdier.ganger import Gang, Ganger, Mulig
from brukerutvalg_cli.mandat.verdier.hendt import LEDERVALG, OPPLAERING, Hendt, gjorte
from brukerutvalg_cli.model.hendelse import RUNDE
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.sak import Sak
from brukerutvalg_cli.model.verdier import UKJENT, kjent
from brukerutvalg_cli.model.visshet import UVISST, Uvisst, Visshet, alle, fordi, ikke, uvisst

EN_OM_DAGEN = (LEDERVALG, RUNDE)
"""What may stand in two places, and is one all the same."""


def skjedd(hva: str, der: Proeve | None, utvalg: UtvalgIPeriode, kalt: str) -> Ganger:
    """All of that sort, or such as `der` says. `kalt`: what one is called."""
    if hva == "sak":
        return _saker(der, utvalg)
    found = gjorte(hva, utvalg.mappe)
    taken_in = [(event, _teller(event, der, utvalg)) for event in found.alle]
    known = [(event.dag, event) for event, counts in taken_in if counts and isinstance(event.dag, date)]
    if hva in EN_OM_DAGEN:
        known = list({day: (day, event) for day, event in known}.values())
    alone = hva not in (*EN_OM_DAGEN, OPPLAERING)
    sure = [
        Mulig(event.deldato, _hvorfor(event, counts), _omtale(event, kalt), av_slaget=True)
        for event, counts in taken_in
        if alone and counts and event.deldato
    ]
    unknown = (
        Mulig(
            event.deldato or kjent(event.dag), _hvorfor(event, counts), _omtale(event, kalt), counts is True
        )
        for event, counts in taken_in
        if isinstance(counts, Uvisst) or (counts and event.dag is UKJENT and not (alone and event.deldato))
    )
    return Ganger(
        tuple(sorted(known, key=_dagen)), (*unknown, *map(Mulig, found.uleste)), omtrent_da=tuple(sure)
    )


def _teller(hendt: Hendt, der: Proeve | None, utvalg: UtvalgIPeriode) -> Visshet:
    """Whether what happened is one of those that count."""
    if der is None:
        return True
    if hendt.moete is not None:
        return der.omfatter(moetet(utvalg, hendt.moete))
    return der.omfatter(hendelsen(utvalg, hendt.nr)) if hendt.nr is not None else UVISST


def _hvorfor(hendt: Hendt, teller: Visshet) -> Uvisst:
    """Why nobody knows whether it is one of them: what is asked of it; else its day."""
    return teller if isinstance(teller, Uvisst) else uvisst("dato", place=hendt.place)


def _omtale(hendt: Hendt, kalt: str) -> str:
    """`møtet 16. november 2022`, `evaluering`."""
    called = "møtet" if hendt.moete else kalt
    return f"{called} {dato_i_ord(hendt.dag)}" if isinstance(hendt.dag, date) else called


def _dagen(gang: Gang) -> date:
    return gang[0]


def _saker(der: Proeve | None, utvalg: UtvalgIPeriode) -> Ganger:
    """Each case that a meeting dealt with, on the day of the meeting."""
    judged = [
        (_sak(moete, nr, sak), *_behandlet(utvalg, moete, nr, der))
        for moete in utvalg.mappe.avholdte
        for nr, sak in enumerate(moete.saker)
    ]
    known = tuple(case for case, counts, dealt_with in judged if counts and dealt_with)
    perhaps = tuple(
        Mulig(day, taken, f"sak {case.emne}", counts is True)
        for (day, case), counts, dealt_with in judged
        if isinstance(taken := alle((counts, dealt_with)), Uvisst)
    )
    return Ganger(known, perhaps, utvalg.mappe.uleste_moeter)


def _behandlet(utvalg: UtvalgIPeriode, moete: Moete, nr: int, der: Proeve | None) -> tuple[Visshet, Visshet]:
    """Whether a case is such a one, and whether it was dealt with and not put off."""
    sak = moete.saker[nr]
    moved = UVISST if sak.utsatt is UKJENT else sak.utsatt is True
    put_off = fordi(moved, "utsatt", sak.navn, moete.at("saker", nr, "utsatt"))
    return der is None or der.omfatter(saken(utvalg, moete, nr)), ikke(put_off)


def _sak(moete: Moete, nr: int, sak: Sak) -> Gang:
    names = (moete.navn,)
    return moete.dato, Hendt(moete.dato, moete.at("saker", nr, "nr"), sak.navn, moete, moete.dato, names)
