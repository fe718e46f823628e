"""Moetekrav: a demand for a meeting that enough of those who may make it made, and the meeting that should follow."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.verdier.hvem import Hvem
from brukerutvalg_cli.mandat.verdier.mengde_av import MengdeAv
from brukerutvalg_cli.mandat.verdier.telling import Plass, Telling, organisasjonen
from brukerutvalg_cli.mandat.verdier.tid import Tid
from brukerutvalg_cli.model.hendelse import Hendelse
from brukerutvalg_cli.model.kalender import EN_DAG, dato_i_ord
from brukerutvalg_cli.model.sete import MEDLEMSVERV
from brukerutvalg_cli.model.tilhoerer import sitter
from brukerutvalg_cli.model.verdier import Ukjent
from brukerutvalg_cli.model.visshet import UVISST, Visshet, alle, noen, samlet, uvisst
from brukerutvalg_cli.ord.fakta_i_ord import det_foerste

MOETEKRAV = "moetekrav"
"""The `hva` of a demand in hendelser.yaml."""


def vurder(
    bestemmelse: Bestemmelse, utvalg: UtvalgIPeriode, hvem: Hvem, mange: MengdeAv, innen: Tid | None
) -> Iterator[Finding]:
    """Each demand in the period that so many of these made; `innen`: how long after it a meeting is held at the latest.

    One whose day is unknown belongs to every period.
    """
    for nr, krav in enumerate(utvalg.mappe.hendelser):
        if krav.hva != MOETEKRAV or (isinstance(krav.dato, date) and not utvalg.gjelder(krav.dato)):
            continue
        place = utvalg.mappe.hendelse_at(nr, "dato")
        demanded = _enough(utvalg, nr, krav, hvem, mange)
        if demanded is False:
            continue
        if not demanded or isinstance(krav.dato, Ukjent):
            fact = det_foerste(demanded, utvalg)
            when = f" {dato_i_ord(krav.dato)}" if isinstance(krav.dato, date) else ""
            text = f"møtekravet{when}: {fact}" if fact else "hvem som krevde møte, og når, er ukjent"
            yield bestemmelse.uvisst(place, text, krav.emne(nr))
        else:
            yield _followed(bestemmelse, utvalg, place, krav.dato, krav.emne(nr), innen)


def _enough(utvalg: UtvalgIPeriode, nr: int, krav: Hendelse, hvem: Hvem, mange: MengdeAv) -> Visshet:
    if isinstance(krav.krevd_av, Ukjent):
        return UVISST
    if isinstance(krav.dato, Ukjent):  # nobody knows who they were that day
        count = len(krav.krevd_av)
        return UVISST if any(mange.oppfylt(n, n) for n in range(count + 1)) else False
    if mange.telles != "personer":
        return _telt(utvalg, krav.dato, krav.krevd_av, hvem, mange)
    people = [who for who in krav.krevd_av if not _er_ingen_person(utvalg, who)]
    enough = _telt(utvalg, krav.dato, people, hvem, mange)
    if enough is True or len(people) == len(krav.krevd_av):
        return enough
    bodies = (who for who in krav.krevd_av if who not in people)
    return samlet(uvisst("krevd_av", who, utvalg.mappe.hendelse_at(nr, "krevd_av")) for who in bodies)


def _er_ingen_person(utvalg: UtvalgIPeriode, navn: str) -> bool:
    """Whether it is an organisation or a council that is named: how many people that is, nobody knows."""
    bodies = (utvalg.register.organisasjoner, utvalg.register.kjente_utvalg)
    return navn not in utvalg.mappe.kjente_personer and any(navn in names for names in bodies)


def _telt(
    utvalg: UtvalgIPeriode, dag: date, krevd_av: Collection[str], hvem: Hvem, mange: MengdeAv
) -> Visshet:
    """Whether those who demanded it are enough, of those who may that day, or of the members."""
    line: dict[str, Any] = {"telles": mange.telles, **dict(mange.grenser())}
    telling = Telling([Plass.model_construct(**line)])
    sits = sitter(utvalg.mappe.seter, dag, MEDLEMSVERV if mange.av else None)
    for person in dict.fromkeys((*krevd_av, *sits)):
        seen = utvalg.kandidat(person, dag)
        may, member = hvem.velger(seen, utvalg), sits.get(person, False)
        demands = alle((may, member if mange.av else True)) if person in krevd_av else False
        in_group = member if mange.av else noen((alle((member, may)), demands))
        telling.tell(in_group, [demands], organisasjonen(seen))
    more = mange.er_andel and utvalg.mappe.noen_flere(MEDLEMSVERV if mange.av else None, dag)
    return telling.dom(0, aapen=more)


def _followed(
    bestemmelse: Bestemmelse, utvalg: UtvalgIPeriode, place: Place, dag: date, emne: str, innen: Tid | None
) -> Finding:
    last = innen.etter(dag) if innen else None

    def in_time(day: date) -> bool:
        return day >= dag and (last is None or day <= last)

    if any(m.status != "avlyst" and in_time(m.dato) for m in utvalg.mappe.moeter):
        return bestemmelse.holdt()
    if any(day is None or in_time(day) for day in utvalg.mappe.uleste_moeter):
        text = "en møtefil kan ikke leses, og det kan være møtet som ble krevd"
        return bestemmelse.uvisst(place, text, emne)
    by = f" innen {dato_i_ord(last)}" if last else ""
    return bestemmelse.brutt(
        place,
        f"det ble krevd møte {dato_i_ord(dag)}, men det er ikke ført noe møte{by}",
        emne,
        emner=(str(dag),),
        help="kall inn til møte, og lag møtefila",
        since=last + EN_DAG if last else None,
    )
