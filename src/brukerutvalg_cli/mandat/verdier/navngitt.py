"""Navngitt: whom the names in a selector stand for in one council, and in the record that is judged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat.verdier.navneord import FORHOLD, RELATIVE, SAGT, UNDERORDNEDE
from brukerutvalg_cli.model.skrivemaate import kanonisk
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent
from brukerutvalg_cli.model.visshet import UVISST, Faktum, Uvisst, Visshet, noen
from brukerutvalg_cli.ord.fakta_i_ord import fakta_i_ord
from brukerutvalg_cli.ord.i_ord import BESTEMT, Omgivelser

Forhold = Mapping[str, str | tuple[str, ...] | Ukjent | None]
"""Whom each of these words stands for in the record that is judged: by id, `ukjent`, or None where it is nobody."""


class Navngitt(NamedTuple):
    """What names stand for in one council, and the keys in its file that would say of the others, and do not."""

    navn: tuple[str, ...]
    uvisst: tuple[str, ...] = ()

    def omfatter(self, value: str | tuple[str, ...] | Ukjent | None) -> Visshet:
        """Whether what is recorded is (or includes) one of these; unknown where that may be what nobody knows."""
        if isinstance(value, Ukjent):
            return UVISST if self.navn or self.uvisst else False
        stated = (value,) if isinstance(value, str) else value or ()
        return noen((any(map(self.har, stated)), UVISST if self.uvisst else False))

    def har(self, navn: str) -> bool:
        """Whether it is one of the names, however it is written."""
        return navn in self.navn or kanonisk(navn) in map(kanonisk, self.navn)

    def fordi(self, utvalg: Omgivelser) -> Uvisst:
        """That it cannot be known whom they stand for, and where that should stand."""
        return Uvisst(tuple(_ikke_kjent(key, utvalg) for key in self.uvisst))

    def savnet(self, utvalg: Omgivelser) -> tuple[Place, str]:
        """The first fact that is missing: where it should stand, and what to say of it."""
        (first, *_) = self.fordi(utvalg).fakta
        return first.place or utvalg.mappe.utvalg.at(), fakta_i_ord(
            Uvisst((first,)), lambda key: BESTEMT.get(key, key)
        )


def _ikke_kjent(key: str, utvalg: Omgivelser) -> Faktum:
    council = utvalg.mappe.utvalg
    if key in FORHOLD:
        return Faktum("hvem", key, council.at("navn"))
    if key == UNDERORDNEDE:
        return Faktum(key, "utvalget", council.at("navn"))
    place = council.at(key, otherwise=("navn",))
    return Faktum(key, place=place) if getattr(council, key) is UKJENT else Faktum("ikke_sagt", key, place)


def den_nevnte(name: str, utvalg: Omgivelser) -> str | tuple[str, ...] | Ukjent | None:
    """Whom a relative name stands for: as the council says itself, or, of those below it, as they say."""
    if name == UNDERORDNEDE:
        return utvalg.register.underordnede(utvalg.mappe.id)
    stated: str | tuple[str, ...] | Ukjent | None = getattr(utvalg.mappe.utvalg, name)
    return stated


def navngitt(names: Iterable[str], utvalg: Omgivelser, forhold: Forhold | None = None) -> Navngitt:
    """What names stand for in this council: relative ones (`eier`, `overordnet`), those of a record (`forhold`, as
    `moeteleder`), and plain ones.

    What the council does not say of itself is unknown; what the record has nobody for, is nobody.
    """
    found: list[str] = []
    unknown = []
    bound = forhold or {}
    for name in names:
        stated = bound[name] if name in bound else den_nevnte(name, utvalg) if name in RELATIVE else name
        must_be_said = name in SAGT and name not in bound
        if isinstance(stated, Ukjent) or (must_be_said and not stated):
            unknown.append(name)
        else:
            found += (stated,) if isinstance(stated, str) else stated or ()
    return Navngitt(tuple(found), tuple(unknown))
