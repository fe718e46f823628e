"""Henvisningssvar: what a draft names by name – Kari Nordmann, FFO, lederen – is written as what it is called by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brukerutvalg_cli.cli import kjente
from brukerutvalg_cli.cli.svar import en_av, helst_en_av, svar
from brukerutvalg_cli.model.verdier import ANTATT
from brukerutvalg_cli.nevnt import nevnte

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from brukerutvalg_cli.cli.skriving import Skriving
    from brukerutvalg_cli.funn.place import Place, Route
    from brukerutvalg_cli.kontroll.henvisninger import Henvisning
    from brukerutvalg_cli.model.mappe import Utvalgsmappe
    from brukerutvalg_cli.model.slag import Slag
    from brukerutvalg_cli.nevnt import Kjent
    from brukerutvalg_cli.register.load import Lastet


def med_ider(s: Skriving, path: str, ruter: list[Route]) -> None:
    """Writes the ids of those who are named at these places of the draft; what a file may name, its checks know.

    Raises:
        typer.BadParameter: when one is nowhere, and nobody can be asked again.
    """
    after = s.etter
    for reference in _henvisninger(s.mappe.id, after):
        place = reference.place
        if place.path == path and any(place.route[: len(rute)] == rute for rute in ruter):
            _skriv_id(s, reference, after)


def nye_med_ider(s: Skriving) -> None:
    """Writes the id of everybody and everything that the draft names and the register did not, whatever verb it was
    that was told of it. What nobody is called, is left: its check tells of it, or it may be any text.

    Raises:
        typer.BadParameter: when it may be several, and nobody can be asked.
    """
    if not (changed := {change.path for change in s.utkast.endringer()}):
        return
    after = s.etter
    before = {reference.navn for reference in _henvisninger(s.mappe.id, s.lastet)}
    for reference in _henvisninger(s.mappe.id, after):
        if reference.place.path in changed and reference.navn not in before:
            found = nevnte(reference.navn, _kjente(s.mappe.id, reference, after), fritekst=True)
            if len(found) == 1 or (found and not reference.fritekst):
                _skriv_id(s, reference, after)


def _henvisninger(utvalg: str, lastet: Lastet) -> Iterator[Henvisning]:
    from brukerutvalg_cli.kontroll.henvisninger import (
        frie_henvisninger,
        henvisninger,
        i_organisasjoner,
    )

    mappe = lastet.register.mapper.get(utvalg)
    if mappe:  # else the file cannot be read as it would be, and that is told of
        yield from henvisninger(mappe)
        yield from frie_henvisninger(mappe)
    yield from i_organisasjoner(lastet.register)


def _skriv_id(s: Skriving, reference: Henvisning, after: Lastet) -> None:
    known = _kjente(s.mappe.id, reference, after)
    place = _stedet(s, reference)
    if not known or place is None or any(one.id == reference.navn for one in known):
        return
    read = helst_en_av(known) if reference.fritekst else en_av(known, hva="Det kan være")
    key = next((str(step) for step in reversed(reference.place.route) if isinstance(step, str)), "VERDI")
    said = svar(key, reference.navn, "Hvem eller hva?", read)
    if said != reference.navn:
        assumed = s.utkast.verdi(place.path, place.route) == {ANTATT: reference.navn}
        s.utkast.sett(place.path, place.route, {ANTATT: said} if assumed else said)


def _stedet(s: Skriving, reference: Henvisning) -> Place | None:
    """Where the name itself stands, or that it is assumed; none where it is one of several that are assumed."""
    path, route = reference.place.path, reference.place.route
    there = s.utkast.verdi(path, route)
    alone = route[-1] == 0 and s.utkast.verdi(path, route[:-1]) == reference.navn
    named = there in (reference.navn, {ANTATT: reference.navn})
    return reference.place if named or alone else None


def _kjente(utvalg: str, reference: Henvisning, lastet: Lastet) -> list[Kjent]:
    """Those that a reference may name, in the register as the draft would have it."""
    if mappe := lastet.register.mapper.get(utvalg):
        return [one for slag in reference.slag for one in _av_slaget(mappe, lastet, slag)]
    return kjente.organisasjoner(lastet.register)


def _av_slaget(mappe: Utvalgsmappe, lastet: Lastet, slag: Slag) -> list[Kjent]:
    from brukerutvalg_cli.model.slag import Slag

    known: dict[Slag, Callable[[], list[Kjent]]] = {
        Slag.PERSON: lambda: kjente.personer(mappe, lastet.register),
        Slag.VERV: lambda: kjente.verv(mappe),
        Slag.SIDE: lambda: kjente.sider(mappe),
        Slag.SAKGRUPPE: lambda: kjente.sakgrupper(mappe),
        Slag.ORGANISASJON: lambda: kjente.organisasjoner(lastet.register),
        Slag.UTVALG: lambda: kjente.utvalgene(lastet.register),
        Slag.SAK: lambda: kjente.saker(mappe.moeter),
        Slag.MOETE: lambda: kjente.moeter(mappe.moeter),
        Slag.BESTEMMELSE: lambda: kjente.bestemmelser(mappe, lastet.regelverk),
        Slag.REGELVERK: lambda: kjente.regelverk(lastet.regelverk),
    }
    return known[slag]() if slag in known else []
