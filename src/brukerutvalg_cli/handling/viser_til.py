"""Viser til: where else in the register a record is named, so that it is not taken out from under those who name it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from brukerutvalg_cli.funn.place import Route
from brukerutvalg_cli.handling.filer import hendelsesfil
from brukerutvalg_cli.handling.omtale import heter
from brukerutvalg_cli.handling.organisasjon import FIL as ORGANISASJONSFIL
from brukerutvalg_cli.handling.ting import Ting
from brukerutvalg_cli.kontroll.henvisninger import henvisninger
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.sak import Sak, Valg
from brukerutvalg_cli.model.slag import Slag
from brukerutvalg_cli.model.verdier import kjent
from brukerutvalg_cli.ord.i_ord import Omgivelser, omtalt
from brukerutvalg_cli.personvern.tekster import tekster


class Omtalested(NamedTuple):
    """A place that names something: whose file it is in, the file, and the way to it there."""

    hos: str
    path: str
    rute: Route

    def __str__(self) -> str:
        key = next((step for step in reversed(self.rute) if isinstance(step, str)), "")
        return f"{self.hos} ({heter(key)})"


def som_nevner(ting: Ting, her: Omgivelser) -> list[Omtalested]:
    """Every place outside a record that names it, or something in it."""
    if isinstance(ting.post, Valg):
        return list(_valgt_i(ting, her))
    found = [sted for name in _kalles(ting) for sted in _nevner(ting, name, her)]
    if isinstance(ting.post, Moete):
        found += _moetet(ting.post, her)
    return list(dict.fromkeys(found))


def _kalles(ting: Ting) -> Iterator[str]:
    """What others call it by; nothing, where nobody can."""
    post = ting.post
    if ting.ord in ("person", "organisasjon"):
        yield ting.navn[0]
    elif isinstance(post, Sak):
        yield post.navn
    elif isinstance(post, Moete):
        yield post.navn
        yield from (sak.navn for sak in post.saker)


def _nevner(ting: Ting, name: str, her: Omgivelser) -> Iterator[Omtalested]:
    everywhere = ting.ord == "organisasjon"
    for hos, path, top, record in _postene(her, alle=everywhere):
        for inner, text in tekster(record):
            route = (*top, *inner)
            inside = path == ting.path and route[: len(ting.rute)] == ting.rute
            if text == name and not inside and route[-1] != "nr":
                yield Omtalested(hos, path, route)


def _postene(her: Omgivelser, *, alle: bool) -> Iterator[tuple[str, str, Route, Post]]:
    """Every record of the council, or of all of them: whose it is, its file, the way to it, and itself."""
    councils = her.register.hver_mappe() if alle else [her.mappe]
    for mappe in councils:
        yield from _i_mappa(mappe, her)
    if alle:
        for name, body in her.register.organisasjoner.items():
            yield omtalt(name, her), ORGANISASJONSFIL, (name,), body


def _i_mappa(mappe: Utvalgsmappe, her: Omgivelser) -> Iterator[tuple[str, str, Route, Post]]:
    own = "utvalget" if mappe is her.mappe else mappe.id
    yield own, mappe.utvalg.path, (), mappe.utvalg
    for name, medlem in mappe.medlemmer.items():
        yield omtalt(name, her), medlem.path, (), medlem
    for moete in mappe.moeter:
        yield f"møtet {dato_i_ord(moete.dato)}", moete.path, (), moete
    for name, sak in mappe.saker.items():
        yield f"den innmeldte saken {name}", sak.path, (), sak
    for nr, hendelse in enumerate(mappe.hendelser):
        yield f"hendelse nr. {nr + 1}", hendelsesfil(mappe), (nr,), hendelse


def _moetet(moete: Moete, her: Omgivelser) -> Iterator[Omtalested]:
    """Where the meeting is named by its day, among all the other days there are."""
    for reference in henvisninger(her.mappe):
        place = reference.place
        if Slag.MOETE in reference.slag and reference.navn == moete.navn and place.path != moete.path:
            yield Omtalested(_hos(place.path, her), place.path, place.route)


def _hos(path: str, her: Omgivelser) -> str:
    return next((hos for hos, at, _, _ in _postene(her, alle=False) if at == path), path)


def _valgt_i(ting: Ting, her: Omgivelser) -> Iterator[Omtalested]:
    """The terms of those who were elected: they say that it was here."""
    valg, case = ting.post, ting.i.post if ting.i else None
    assert isinstance(valg, Valg)
    assert isinstance(case, Sak)
    elected = {person: her.mappe.medlemmer.get(person) for person in kjent(valg.valgt) or ()}
    for person, medlem in elected.items():
        for nr, term in enumerate(medlem.oppnevninger if medlem else ()):
            if medlem and (term.verv, term.valgt_i) == (valg.verv, case.navn):
                yield Omtalested(omtalt(person, her), medlem.path, ("oppnevninger", nr))
