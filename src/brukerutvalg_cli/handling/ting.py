"""Ting: a record that can be changed or taken out – a person, a case, one of its follow-ups – and what it is called."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from pydantic import BaseModel

from brukerutvalg_cli.funn.place import Route
from brukerutvalg_cli.handling.felt import FLYTTES, NOEKKEL, Noekkelfelt, Verdislag, feltene
from brukerutvalg_cli.handling.filer import hendelsesfil, noekler, utvalgsfil
from brukerutvalg_cli.handling.organisasjon import FIL as ORGANISASJONSFIL
from brukerutvalg_cli.model.hendelse import Hendelse
from brukerutvalg_cli.model.innmeldt_sak import InnmeldtSak
from brukerutvalg_cli.model.maalform import Navn
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.medlem import Medlem
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.ordliste import ORDLISTE, Ordliste
from brukerutvalg_cli.model.organisasjon import Organisasjon
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.sak import Sak
from brukerutvalg_cli.model.sats import Sats
from brukerutvalg_cli.model.utvalg import Utvalg
from brukerutvalg_cli.model.verdier import Ukjent

SATSFIL = "records/satser.yaml"
ROETTER: dict[str, type[BaseModel]] = {
    "person": Medlem,
    "moete": Moete,
    "innmeldt": InnmeldtSak,
    "hendelse": Hendelse,
    "organisasjon": Organisasjon,
    "sats": Sats,
    "ordliste": Ordliste,
    "utvalg": Utvalg,
}
"""What is not within anything else."""
_ENTALL = {
    "oppnevninger": "oppnevning",
    "saker": "sak",
    "alternativer": "alternativ",
    "forsendelser": "forsendelse",
}
_NAVNES = {
    "oppmoete": ("person", "navn"),
    "sak": ("navn", "nr", "tittel", "type"),
    "avvik": ("bestemmelse", "gjelder"),
    "opplaering": ("dato", "modul"),
    "valg": ("verv", "valgt", "fra"),
    "protokolltilfoersel": ("av",),
}
"""What tells one of a list from the others, where that is not what each of them must have."""


class Tingplass(NamedTuple):
    """Where records of a kind are: in what, and at which key."""

    i: str
    rute: tuple[str, ...]
    modell: type[BaseModel]


@dataclass(frozen=True)
class Ting:
    """One record as it stands: its file, the way to it there, and the words it is named by.

    `nr` is its place in its list, from 1; 0 for what is not in one. `fortrolig`: what it says is not for the screen.
    """

    ord: str
    path: str
    rute: Route
    post: Post
    navn: tuple[str, ...] = ()
    nr: int = 0
    i: Ting | None = None
    fortrolig: bool = False

    @property
    def modell(self) -> type[Post]:
        """What it is read as."""
        return type(self.post)

    @property
    def felter(self) -> tuple[Noekkelfelt, ...]:
        """What can be changed of it."""
        return felter(self.ord, self.modell)

    @property
    def er_fil(self) -> bool:
        """Whether it is a file of its own."""
        return not self.rute

    def verdi(self, rute: tuple[str, ...]) -> Any:
        """What stands at one of its keys; None where nothing does."""
        here: Any = self.post
        for step in rute:
            if isinstance(here, dict):
                here = here.get(step)
            elif isinstance(here, BaseModel):
                here = getattr(here, _attributt(type(here), step), None)
            else:
                return None
        return here


def felter(ord: str, modell: type[BaseModel]) -> tuple[Noekkelfelt, ...]:
    """What can be changed of a record of a kind: its place in the list too, where it is in one."""
    moves = FLYTTES.rute[0] not in noekler(modell) and ord in plasser() and ord not in ROETTER
    return (*feltene(modell), FLYTTES) if moves else feltene(modell)


@cache
def plasser() -> dict[str, tuple[Tingplass, ...]]:
    """Every kind of record that can be named, and where it may be: each list of records in another, by its key."""
    found: dict[str, list[Tingplass]] = {name: [] for name in ROETTER}
    waiting = list(ROETTER.items())
    while waiting:
        name, model = waiting.pop(0)
        for felt in feltene(model):
            if felt.slag is Verdislag.POSTER and felt.modell:
                inner = _ENTALL.get(felt.rute[-1], felt.rute[-1])
                if inner not in found:
                    waiting.append((inner, felt.modell))
                found.setdefault(inner, []).append(Tingplass(name, felt.rute, felt.modell))
    return {name: tuple(places) for name, places in found.items()}


def modellen(ord: str) -> type[BaseModel]:
    """What a record of this kind is read as."""
    return ROETTER[ord] if ord in ROETTER else plasser()[ord][0].modell


def roetter(ord: str, mappe: Utvalgsmappe, register: Register) -> list[Ting]:
    """Every record of a kind that is not within another."""
    return list(_ROETTENE[ord](mappe, register))


def saker(mappe: Utvalgsmappe) -> list[Ting]:
    """Every case that has been on an agenda."""
    meetings = _moeter(mappe, Register())
    return [sak for moete in meetings for sak in i_lista(moete, "sak")]


def i_lista(eier: Ting, ord: str) -> list[Ting]:
    """The records of a kind within another."""
    place = plassen(eier.ord, ord)
    there = eier.verdi(place.rute)
    return [
        Ting(
            ord,
            eier.path,
            (*eier.rute, *place.rute, nr),
            post,
            tuple(dict.fromkeys(_navnes(ord, post))),
            nr + 1,
            eier,
            eier.fortrolig or bool(isinstance(post, Sak) and post.fortrolig),
        )
        for nr, post in enumerate(there if isinstance(there, tuple) else ())
    ]


def lista(mappe: Utvalgsmappe, ord: str, eier: Ting | None) -> tuple[str, Route]:
    """The file and the way to the list that a record of a kind is in."""
    if eier is None:
        return (SATSFIL if ord == "sats" else hendelsesfil(mappe)), ()
    return eier.path, (*eier.rute, *plassen(eier.ord, ord).rute)


def plassen(i: str, ord: str) -> Tingplass:
    """Where records of a kind are in another."""
    return next(place for place in plasser()[ord] if place.i == i)


def _attributt(modell: type[BaseModel], key: str) -> str:
    return next((name for name, info in modell.model_fields.items() if (info.alias or name) == key), key)


def _navnes(ord: str, post: Post) -> Iterator[str]:
    """What it is named by: what its fields say that tell one from the others."""
    required = tuple(name for name, info in type(post).model_fields.items() if info.is_required())
    for key in _NAVNES.get(ord, required):
        value = getattr(post, key)
        if isinstance(value, Navn):
            value = tuple(dict.fromkeys((value.nb, value.nn)))
        for each in value if isinstance(value, tuple) else (value,):
            if each not in (None, "") and not isinstance(each, Ukjent | bool):
                yield each.isoformat() if isinstance(each, date) else str(each)


def _personer(mappe: Utvalgsmappe, register: Register) -> Iterator[Ting]:
    for name, medlem in sorted(mappe.medlemmer.items()):
        yield Ting("person", medlem.path, (), medlem, (name, medlem.navn))


def _moeter(mappe: Utvalgsmappe, register: Register) -> Iterator[Ting]:
    for moete in mappe.moeter:
        yield Ting("moete", moete.path, (), moete, (moete.navn,))


def _innmeldte(mappe: Utvalgsmappe, register: Register) -> Iterator[Ting]:
    for name, sak in sorted(mappe.saker.items()):
        yield Ting("innmeldt", sak.path, (), sak, (name,), fortrolig=bool(sak.fortrolig))


def _hendelser(mappe: Utvalgsmappe, register: Register) -> Iterator[Ting]:
    for nr, hendelse in enumerate(mappe.hendelser):
        names = tuple(_navnes("hendelse", hendelse))
        yield Ting("hendelse", hendelsesfil(mappe), (nr,), hendelse, names, nr + 1)


def _organisasjoner(mappe: Utvalgsmappe, register: Register) -> Iterator[Ting]:
    for name, body in sorted(register.organisasjoner.items()):
        called = (name, body.navn, *filter(None, (body.forkortelse,)))
        yield Ting("organisasjon", ORGANISASJONSFIL, (name,), body, called)


def _satser(mappe: Utvalgsmappe, register: Register) -> Iterator[Ting]:
    for nr, sats in enumerate(register.satser):
        yield Ting("sats", SATSFIL, (nr,), sats, (sats.navn, sats.fra.isoformat()), nr + 1)


def _ordlista(mappe: Utvalgsmappe, register: Register) -> Iterator[Ting]:
    if ORDLISTE in register.felles_paths:
        yield Ting("ordliste", ORDLISTE, (), register.ordliste, ("ordliste",))


def _utvalget(mappe: Utvalgsmappe, register: Register) -> Iterator[Ting]:
    yield Ting("utvalg", utvalgsfil(mappe), (), mappe.utvalg, (mappe.id,))


_ROETTENE = {
    "person": _personer,
    "moete": _moeter,
    "innmeldt": _innmeldte,
    "hendelse": _hendelser,
    "organisasjon": _organisasjoner,
    "sats": _satser,
    "ordliste": _ordlista,
    "utvalg": _utvalget,
}


def finn_felt(felter: tuple[Noekkelfelt, ...], navn: str) -> Noekkelfelt | None:
    """The field of a name, with the words of one's own where it has some: `kjoenn.medlemmer.kvinner`."""
    rute = tuple(navn.split("."))
    exact = next((felt for felt in felter if felt.rute == rute and not felt.aapen), None)
    if exact or NOEKKEL in rute or not all(rute):
        return exact
    return next((felt.som(rute) for felt in felter if felt.aapen and felt.passer(rute)), None)
