"""Poster: the records of a council as they are tested – what follows of each, and what it is called by."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.proeve.av_modell import Av
from brukerutvalg_cli.mandat.proeve.gjenstand import Gjenstand
from brukerutvalg_cli.model.en_gang import en_gang
from brukerutvalg_cli.model.hendelse import Hendelse
from brukerutvalg_cli.model.moete import Moete, minutter
from brukerutvalg_cli.model.moetepapirer import Referat
from brukerutvalg_cli.model.oppmoete import Oppmoete
from brukerutvalg_cli.model.sak import Sak
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.traad import fristen
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent, kjent
from brukerutvalg_cli.model.visshet import Faktum, Uvisst

AV_MOETE = Av(Moete)
AV_SAK = Av(Sak, i_moete=True)
AV_HENDELSE = Av(Hendelse)


def moetet(utvalg: UtvalgIPeriode, moete: Moete) -> Gjenstand:
    """A meeting."""
    return Gjenstand(
        utvalg,
        moete,
        Place(moete.path),
        moete.dato,
        moete,
        {
            "referat": lambda: _minutes(moete),
            "varighet": lambda: _minutes_long(moete),
            "holdt": lambda: moete.status == "avholdt",
        },
        vises=("dato",),
        forhold={"moeteleder": moete.moeteleder},
        holdt=moete.status == "avholdt",
    )


def planlagt(utvalg: UtvalgIPeriode, dag: date | None = None) -> Gjenstand:
    """An ordinary meeting that is only thought of: its day, if any, and nothing more, is known of it."""
    thought_of = Moete.model_construct(dato=dag or date.max, status="planlagt")
    seen = moetet(utvalg, thought_of)
    return seen if dag else seen._replace(foelger={**seen.foelger, "dato": lambda: UKJENT})


def _minutes(moete: Moete) -> object:
    """The minutes: what has become of them, or that a text under a case shows that there are some."""
    return (kjent(moete.referat) or Referat()) if any(s.referat for s in moete.saker) else moete.referat


def _minutes_long(moete: Moete) -> int | Ukjent:
    begun, over = kjent(moete.tid), kjent(moete.slutt)
    if begun is None or over is None or moete.slutt_dato not in (None, moete.dato):
        return UKJENT
    return minutter(over) - minutter(begun)


def saken(utvalg: UtvalgIPeriode, moete: Moete, nr: int) -> Gjenstand:
    """A case on an agenda."""
    sak = moete.saker[nr]
    route = ("saker", nr)
    return Gjenstand(
        utvalg,
        sak,
        moete.at(*route),
        moete.dato,
        moete,
        {"finnes_hos_mottaker": lambda: _arrived(utvalg, sak)},
        {"finnes_hos_mottaker": moete.at(*route, "oversendt_til", otherwise=(*route, "nr"))},
        vises=(*route, "nr"),
        lukket=bool(sak.fortrolig),
        forhold={"moeteleder": moete.moeteleder, "mottakeren": sak.oversendt_til},
        holdt=moete.status == "avholdt",
    )


@en_gang
def sakene(utvalg: UtvalgIPeriode) -> tuple[tuple[Moete, Sak, Gjenstand], ...]:
    """The cases of the period's meetings: several provisions have demands on each of them."""
    return tuple(
        (moete, sak, saken(utvalg, moete, nr))
        for moete in utvalg.moeter
        for nr, sak in enumerate(moete.saker)
    )


def _arrived(utvalg: UtvalgIPeriode, sak: Sak) -> bool | Ukjent:
    """Whether the receiving council has a case that says where it came from."""
    came_from = utvalg.register.mottatt_av(kjent(sak.oversendt_til) or "")
    if came_from is None:
        return UKJENT
    if f"{utvalg.mappe.id} {sak.navn}" in came_from:
        return True
    return UKJENT if str(UKJENT) in came_from else False


def hendelsen(utvalg: UtvalgIPeriode, nr: int) -> Gjenstand:
    """An entry in the list of events."""
    event = utvalg.mappe.hendelser[nr]
    return Gjenstand(
        utvalg, event, utvalg.mappe.hendelse_at(nr), event.dato, vises=(nr, "hva"), stillinger=True
    )


def oppnevningen(utvalg: UtvalgIPeriode, sete: Sete) -> Gjenstand:
    """A term in a verv. Who was chosen is shown where somebody else could have been; the rest in the term itself."""
    day = sete.fra
    hvem = utvalg.kandidat(sete.person, utvalg.dato if isinstance(day, Ukjent) else day, sete)
    record = sete.oppnevning
    chosen = sete.valg.valgt_at(sete.person) if sete.valg else sete.at("verv")
    follows: Mapping[str, Callable[[], Any]] = {
        "verv": lambda: sete.verv,
        "fra": lambda: sete.fra,
        "til": lambda: sete.til,
        "side": lambda: sete.side or UKJENT,
        "representerer": lambda: sete.representerer,
        "valgt_i": lambda: "valget" if sete.valg else record.valgt_i if record else None,
        "representert_i_utvalget": lambda: _represented(utvalg, sete),
        "gruppe": lambda: (
            UKJENT if isinstance(hvem.grupper, Ukjent) or not hvem.kjent else tuple(hvem.grupper)
        ),
        "medlem_av": lambda: sete.medlem_av,
        "ogsaa_verv": lambda: UKJENT if isinstance(day, Ukjent) else (hvem,),
    }
    person = ("side", "representerer", "representert_i_utvalget", "gruppe", "medlem_av", "ogsaa_verv")
    return Gjenstand(
        utvalg,
        record,
        sete.at(),
        day,
        None,
        follows,
        dict.fromkeys(person, chosen) | ({} if record else _all_at(sete)),
        partial(_lacking, sete),
        vises=sete.at().route,
        forhold={"egen_organisasjon": sete.representerer},
    )


def _lacking(sete: Sete, key: str) -> Faktum:
    """What nobody knows of a term. What is of the one who has it, is told of them."""
    seated = "organisasjon" if isinstance(sete.representerer, Ukjent) else "har_plass"
    of_them = {
        "side": "side",
        "representert_i_utvalget": seated,
        "gruppe": "gruppe",
        "medlem_av": "medlem_av",
        "ogsaa_verv": "verv",
    }
    called = of_them.get(key)
    return Faktum(called, sete.person) if called else Faktum(key)


def _all_at(sete: Sete) -> dict[str, Place]:
    """Where the person's file knows nothing of the term, all of it stands in the election."""
    keys = ("av", "foreslaatt_av", "fullmakt", "samtykke", "valgt_i", "alder")
    return dict.fromkeys(keys, sete.at())


def _represented(utvalg: UtvalgIPeriode, sete: Sete) -> bool | Ukjent:
    council, name = utvalg.mappe.utvalg, sete.representerer
    seats = council.har_plass
    if isinstance(seats, Ukjent) or isinstance(name, Ukjent):
        return UKJENT
    if name is None or name not in seats:
        return False
    if isinstance(sete.fra, Ukjent):
        return UKJENT if name in council.tidsrom else True
    seated = council.med(name, sete.fra)
    return UKJENT if isinstance(seated, Uvisst) else seated


def oppmoetet(utvalg: UtvalgIPeriode, moete: Moete, nr: int, oppmoete: Oppmoete) -> Gjenstand:
    """One on the attendance list."""
    hvem = utvalg.deltaker(oppmoete, moete.dato)
    return Gjenstand(
        utvalg,
        oppmoete,
        moete.at("oppmoete", nr),
        moete.dato,
        moete,
        {
            "side": lambda: hvem.side if hvem.kjent else UKJENT,
            "verv": lambda: (hvem,) if hvem.kjent else UKJENT,
        },
        fakta=lambda key: (
            Faktum(key if hvem.kjent else "fil", hvem.id) if key in ("side", "verv") else Faktum(key)
        ),
        vises=("oppmoete", nr),
    )


def oppfoelgingen(utvalg: UtvalgIPeriode, moete: Moete, i: int, j: int) -> Gjenstand:
    """Something somebody took on in a case. By the next meeting is a day too, whatever day it will be."""
    sak = moete.saker[i]
    punkt = sak.oppfoelging[j]
    route = ("saker", i, "oppfoelging", j)
    follows: dict[str, Callable[[], object]] = {}
    if punkt.frist is None and punkt.til_neste_moete:
        follows["frist"] = lambda: fristen(utvalg.mappe.moeter, moete, punkt) or "neste møte"
    return Gjenstand(
        utvalg,
        punkt,
        moete.at(*route),
        moete.dato,
        moete,
        follows,
        vises=(*route, "hva"),
        lukket=bool(sak.fortrolig),
    )
