"""Gjenstand: a record as it is tested – where it stands, the day names are read on, the meeting it is part of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple

from brukerutvalg_cli.funn.place import Place, Route
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.verdier.navngitt import Forhold
from brukerutvalg_cli.model.dagen import Dagen
from brukerutvalg_cli.model.kandidat import Kandidat
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.organisasjon import Organisasjon
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.utvalg import ORGANER
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent, kjent
from brukerutvalg_cli.model.visshet import Faktum, Uvisst

Leser = Callable[[], object]
INGEN: Mapping[str, Any] = MappingProxyType({})


class Gjenstand(NamedTuple):
    """What a test is put to.

    `post` is the record: None where nothing is recorded of it, UKJENT where nobody knows. `foelger` are facts that
    follow from more than the record itself, by key; they are read before the record's own. `steder` is where a key
    stands that stands elsewhere, `fakta` says of a key which fact it is that nobody knows. `vises` is where to point
    where a key does not stand. `lukket`: nothing of it is ever quoted. `stillinger`: whoever is no one else in it is
    an office, by its name. `forhold` is whom a word for its own people stands for in it. `holdt` is whether what comes
    of it may be asked for.
    """

    utvalg: UtvalgIPeriode
    post: Post | Ukjent | None
    place: Place
    dag: date | Ukjent
    moete: Moete | None = None
    foelger: Mapping[str, Leser] = INGEN
    steder: Mapping[str, Place] = INGEN
    fakta: Callable[[str], Faktum] = Faktum
    vises: Route = ()
    lukket: bool = False
    stillinger: bool = False
    forhold: Forhold = INGEN
    holdt: bool = True

    def verdi(self, noekkel: str) -> object:
        """What is recorded behind a key; None for nothing, UKJENT for what nobody knows."""
        if reader := self.foelger.get(noekkel):
            return reader()
        if self.post is None or isinstance(self.post, Ukjent):
            return self.post
        return getattr(self.post, _ved_noekkel(type(self.post)).get(noekkel, noekkel))

    def at(self, noekkel: str) -> Place:
        """Where the key stands, or would."""
        if stated := self.steder.get(noekkel):
            return stated
        return Place(self.place.path, (*self.place.route, noekkel), self.vises or self.place.route)

    def ukjent(self, noekkel: str) -> Uvisst:
        """That nobody knows what stands behind the key."""
        return Uvisst((self.fakta(noekkel)._replace(place=self.at(noekkel)),))

    def inni(self, noekkel: str, post: Post | Ukjent | None, nr: int | None = None) -> Gjenstand:
        """The record that stands behind a key, or one in the list there."""
        route = (*self.place.route, noekkel, *(() if nr is None else (nr,)))
        return self._replace(
            post=post,
            place=Place(self.place.path, route),
            foelger=INGEN,
            steder=INGEN,
            fakta=Faktum,
            vises=self.vises or self.place.route,
        )

    def _den_dagen(self, organisasjon: Organisasjon) -> Organisasjon:
        return organisasjon if isinstance(self.dag, Ukjent) else organisasjon.fakta_paa(self.dag)

    def den(self, navn: str) -> Kandidat:
        """Whom a name in the record stands for, on its day: a person, an organisation, a side, a verv, a council."""
        here, register = self.utvalg.mappe, self.utvalg.register
        around = None if isinstance(self.dag, Ukjent) else Dagen(here, register.organisasjoner, self.dag)
        if navn in here.kjente_personer:
            unknown = Kandidat(navn, kjent=False)
            return unknown if isinstance(self.dag, Ukjent) else self.utvalg.kandidat(navn, self.dag)
        organisasjon = register.organisasjoner.get(navn)
        if organisasjon := organisasjon and self._den_dagen(organisasjon):
            side = here.kjent_side(organisasjon.side)
            groups = UKJENT if organisasjon.grupper is UKJENT else frozenset(organisasjon.grupper)
            return Kandidat(
                navn,
                side=side,
                representerer=navn,
                organisasjon=organisasjon,
                grupper=groups,
                er_organisasjon=True,
                dagen=around,
            )
        if navn in here.utvalg.alle_sider:
            return Kandidat(navn, side=navn, dagen=around)
        if navn in here.utvalg.alle_verv:
            return Kandidat(navn, verv={navn: True})
        if navn in register.kjente_utvalg:
            return Kandidat(navn, fra_utvalg=navn)
        return Kandidat(navn, funksjoner={navn: True}) if self.stillinger else Kandidat(navn, kjent=False)

    def er_person(self, navn: str) -> bool:
        """Whether the name is that of somebody with a file in the council."""
        return navn in self.utvalg.mappe.kjente_personer

    def er_noe(self, navn: str) -> bool:
        """Whether the name stands for anything that could be read. One that does not has a finding of its own."""
        here, register = self.utvalg.mappe, self.utvalg.register
        council = here.utvalg
        groups = (council.alle_verv, council.alle_sider, here.kjente_personer, register.organisasjoner)
        return any(navn in group for group in groups) or navn in register.kjente_utvalg

    def vervene(self, navn: tuple[str, ...]) -> tuple[str, ...]:
        """Those of these words that are a verv one person has: what a body does, one member alone has not done."""
        held = self.utvalg.mappe.utvalg.alle_verv
        return tuple(n for n in navn if n in held and n not in ORGANER)

    @property
    def kjent(self) -> bool:
        """Whether the record could be read."""
        return not isinstance(self.post, Ukjent)

    @property
    def frammoette(self) -> tuple[Kandidat, ...] | None:
        """Those who came to the meeting, as the attendance has them; None where nobody knows."""
        if self.moete is None or self.moete.oppmoete is None or isinstance(self.moete.oppmoete, Ukjent):
            return None
        return tuple(self.utvalg.deltaker(o, self.moete.dato) for o in self.moete.oppmoete)

    @property
    def borte(self) -> tuple[Kandidat, ...]:
        """Those who said beforehand that they could not come."""
        absent = kjent(self.moete.forfall) if self.moete else None
        return tuple(self.den(name) for name in absent or ())


@cache
def _ved_noekkel(model: type[Post]) -> Mapping[str, str]:
    """The attribute of each key that has another name in the file."""
    return {field.alias: name for name, field in model.model_fields.items() if field.alias}
