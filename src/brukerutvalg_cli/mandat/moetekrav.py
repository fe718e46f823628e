"""Moetekrav: a demand for a meeting that enough of those who may make it made, and the meeting that should follow."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.verdier.hvem import Hvem
from brukerutvalg_cli.mandat.verdier.tid import Tid
from brukerutvalg_cli.mandat.vurdering import Vurdering
from brukerutvalg_cli.model.hendelse import Hendelse
from brukerutvalg_cli.model.kalender import EN_DAG, dato_i_ord
from brukerutvalg_cli.model.verdier import Ukjent
from brukerutvalg_cli.model.visshet import Visshet

MOETEKRAV = "moetekrav"
"""The `hva` of a demand in hendelser.yaml."""


def vurder(
    bestemmelse: Bestemmelse, utvalg: UtvalgIPeriode, hvem: Hvem, antall: int, innen: Tid | None
) -> Iterator[Vurdering]:
    """Each demand in the period that so many of these made; `innen`: how long after it a meeting is held at the latest.

    One whose day is unknown belongs to every period.
    """
    for nr, krav in enumerate(utvalg.mappe.hendelser):
        if krav.hva != MOETEKRAV or (isinstance(krav.dato, date) and not utvalg.gjelder(krav.dato)):
            continue
        place = utvalg.mappe.hendelse_at(nr, "dato")
        demanded = _enough(utvalg, krav, hvem, antall)
        if demanded is False:
            continue
        if demanded is None or isinstance(krav.dato, Ukjent):
            yield bestemmelse.uvisst(place, "hvem som krevde møte, og når, er ukjent", krav.emne(nr))
        else:
            yield _followed(bestemmelse, utvalg, place, krav.dato, krav.emne(nr), innen)


def _enough(utvalg: UtvalgIPeriode, krav: Hendelse, hvem: Hvem, antall: int) -> Visshet:
    if isinstance(krav.krevd_av, Ukjent):
        return None
    if isinstance(krav.dato, Ukjent):  # nobody knows who they were that day
        return None if len(krav.krevd_av) >= antall else False
    council = utvalg.mappe.utvalg
    claims = [hvem.velger(utvalg.kandidat(person, krav.dato), council) for person in krav.krevd_av]
    if sum(claim is True for claim in claims) >= antall:
        return True
    return None if sum(claim is not False for claim in claims) >= antall else False


def _followed(
    bestemmelse: Bestemmelse, utvalg: UtvalgIPeriode, place: Place, dag: date, emne: str, innen: Tid | None
) -> Vurdering:
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
