"""Henvisningssvar: what a draft names by name – Kari Nordmann, FFO, lederen – is written as what it is called by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brukerutvalg_cli.cli import kjente
from brukerutvalg_cli.cli.svar import en_av, helst_en_av, svar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brukerutvalg_cli.cli.skriving import Skriving
    from brukerutvalg_cli.funn.place import Route
    from brukerutvalg_cli.nevnt import Kjent
    from brukerutvalg_cli.register.load import Lastet
    from brukerutvalg_cli.regler.innebygd.henvisninger import Henvisning
    from brukerutvalg_cli.regler.innebygd.kjent import Slag


def med_ider(s: Skriving, path: str, ruter: list[Route]) -> None:
    """Writes the ids of those who are named at these places of the draft; what a file may name, its checks know.

    Raises:
        typer.BadParameter: when one is nowhere, and nobody can be asked again.
    """
    from brukerutvalg_cli.register.load import load

    after = load(s.utkast.tre(), s.lastet.lest)
    for reference in _henvisninger(s, after):
        place = reference.place
        if place.path == path and any(place.route[: len(rute)] == rute for rute in ruter):
            _skriv_id(s, reference, after)


def _henvisninger(s: Skriving, after: Lastet) -> Iterator[Henvisning]:
    from brukerutvalg_cli.regler.innebygd.henvisninger import henvisninger, i_organisasjoner

    mappe = after.register.mapper.get(s.mappe.id)
    if mappe:  # else the file cannot be read as it would be, and that is told of
        yield from henvisninger(mappe)
    yield from i_organisasjoner(after.register)


def _skriv_id(s: Skriving, reference: Henvisning, after: Lastet) -> None:
    known = [one for slag in reference.slag for one in _av_slaget(s, slag)]
    if not known or any(one.id == reference.navn for one in known):
        return
    read = helst_en_av(known) if reference.fritekst else en_av(known, hva="Det kan være")
    key = next((str(step) for step in reversed(reference.place.route) if isinstance(step, str)), "VERDI")
    said = svar(key, reference.navn, "Hvem eller hva?", read)
    if said != reference.navn:
        s.utkast.sett(reference.place.path, reference.place.route, said)


def _av_slaget(s: Skriving, slag: Slag) -> list[Kjent]:
    from brukerutvalg_cli.regler.innebygd.kjent import Slag

    register = s.lastet.register
    if slag is Slag.PERSON:
        return kjente.personer(s.mappe)
    if slag is Slag.VERV:
        return kjente.verv(s.mappe)
    if slag is Slag.SIDE:
        return kjente.sider(s.mappe)
    if slag is Slag.SAKGRUPPE:
        return kjente.sakgrupper(s.mappe)
    if slag is Slag.ORGANISASJON:
        return kjente.organisasjoner(register)
    if slag is Slag.UTVALG:
        return kjente.utvalgene(register)
    return kjente.saker(s.mappe.moeter) if slag is Slag.SAK else []
