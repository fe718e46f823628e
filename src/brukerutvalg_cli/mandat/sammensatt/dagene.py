"""Dagene: who is in a group on a day, and the days on which that may change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.sammensatt.deler import Hele
from brukerutvalg_cli.mandat.sammensatt.krav import Sammensetningskrav, Tilstede
from brukerutvalg_cli.mandat.verdier.hvem import Hvem
from brukerutvalg_cli.model.dagen import egne_skifter, skifter
from brukerutvalg_cli.model.kandidat import Kandidat
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.valghandling import Valghandling
from brukerutvalg_cli.model.visshet import Visshet, alle, noen, uvisst


def paa_dag(krav: Sammensetningskrav, utvalg: UtvalgIPeriode, dag: date) -> list[Tilstede]:
    """Everyone in the group on this day, and those of whom it is not known."""
    found = []
    for person, held in sorted(seter_i(utvalg, krav.vervene).items()):
        der = noen(sete.dekker(dag) for sete in held)
        if der is False:
            continue
        seen = sett_paa(utvalg, person, held, dag)
        der = alle((der, krav.med(seen)))
        if der is not False:
            found.append(Tilstede(seen, der))
    return found


def valgt_inn(
    krav: Sammensetningskrav, utvalg: UtvalgIPeriode, handling: Valghandling, day: date
) -> list[Tilstede]:
    """Who sits in the body on this day, the first of the term: those elected, and those who go on."""
    found = {person: Tilstede(utvalg.kandidat(person, day)) for person in handling.valgte}
    for sete in utvalg.mappe.seter_i.get(krav.blant, ()):
        if sete.person not in found and sete.dekker(day) is not False:
            found[sete.person] = Tilstede(utvalg.kandidat(sete.person, day, sete), sete.dekker(day))
    return list(found.values())


def folk(gruppe: Iterable[Tilstede]) -> frozenset[str]:
    """Who they are, by id."""
    return frozenset(person.hvem.id for person in gruppe)


def noen_der(krav: Sammensetningskrav, utvalg: UtvalgIPeriode, dag: date) -> Visshet:
    """Whether there is somebody on this day, so that the group is judged."""
    if krav.holdes_av == krav.vervene:
        return noen(person.der for person in paa_dag(krav, utvalg, dag))
    return noen(s.dekker(dag) for held in seter_i(utvalg, krav.holdes_av).values() for s in held)


def endringer(
    utvalg: UtvalgIPeriode,
    inndeling: Hele,
    seats: dict[str, list[Sete]],
    shifts: Mapping[date, frozenset[str]],
    last: date,
    selektorer: Sequence[Hvem] = (),
) -> dict[date, set[str]]:
    """Who may come, go or change on which day, inside the period; the first day has everybody. A day on which the
    provision may come into force has nobody of its own.

    `selektorer` are whom the people are looked at by: one may ask of others than themselves, or of their age.
    """
    begun = (s.fra for held in seats.values() for s in held if isinstance(s.fra, date))
    first = utvalg.fra or min((*begun, *shifts), default=last)
    if first > last:
        return {}
    changes: dict[date, set[str]] = defaultdict(set)
    changes[first].update(seats)
    followers = {person for person, held in seats.items() if any(map(inndeling.flytter_med, held))}
    for day in shifts:
        if first < day <= last:
            changes[day] |= followers
    for day in skifter(utvalg.mappe, {verv for hvem in selektorer for verv in hvem.andres_verv}):
        if first < day <= last:
            changes[day].update(seats)
    for day in utvalg.register.organisasjonsskifter:
        if first < day <= last:
            changes[day].update(seats)
    ages = any(hvem.om_alder for hvem in selektorer)
    for person in seats:
        for edge in egne_skifter(utvalg.mappe, person, (first, last) if ages else None):
            if first < edge <= last:
                changes[edge].add(person)
    return changes | {day: changes[day] for day in utvalg.vendedager if first < day <= last}


def seter_i(utvalg: UtvalgIPeriode, vervene: frozenset[str] | None) -> dict[str, list[Sete]]:
    """Every seat in these verv (None: in any), by person."""
    found: dict[str, list[Sete]] = defaultdict(list)
    for verv, held in utvalg.mappe.seter_i.items():
        if vervene is None or verv in vervene:
            for sete in held:
                found[sete.person].append(sete)
    return found


def valg_ulest(krav: Sammensetningskrav, utvalg: UtvalgIPeriode) -> Visshet:
    """Whether the body was elected, and judged, at a meeting that could not be read: no, or nobody knows."""
    return uvisst("moetefil") if krav.er_valgt_organ and utvalg.mappe.uleste_moeter else False


def sett_paa(utvalg: UtvalgIPeriode, person: str, held: list[Sete], day: date) -> Kandidat:
    """The person as they are that day, for the one of these seats that they may hold then."""
    sete = next((s for s in held if s.dekker(day) is not False), None)
    return utvalg.kandidat(person, day, sete)
