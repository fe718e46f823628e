"""Organisasjonene: what is asked of all organisations at once, and a mapping of them that tells what it was asked.

Whoever keeps what was found has to know what it was found from: one organisation by its id, or one of these questions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from typing import Generic, NamedTuple, TypeVar

from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.model.antakelse import Antakelse, antatt_i
from brukerutvalg_cli.model.organisasjon import ORGANISASJONER, Organisasjon
from brukerutvalg_cli.model.skrivemaate import kanonisk
from brukerutvalg_cli.model.verdier import kjent

T = TypeVar("T")
S = TypeVar("S", covariant=True)

Alle = Mapping[str, Organisasjon]
Omgjoering = Callable[[str, Organisasjon], Organisasjon]


class Organisasjonsdel(NamedTuple, Generic[S]):
    """One question about all of them, and how it is answered."""

    navn: str
    svar: Callable[[Alle], S]


def organisasjon_at(name: str) -> Place:
    """Where one of them stands."""
    return Place(ORGANISASJONER, (name,))


def _skifter(alle: Alle) -> frozenset[date]:
    return frozenset(day for body in alle.values() for was in body.tidligere for day in was.skifter())


def _grupper(alle: Alle) -> frozenset[str]:
    return frozenset(kanonisk(name) for body in alle.values() for name in kjent(body.grupper) or ())


def _antatt(alle: Alle) -> tuple[Antakelse, ...]:
    return tuple(each for name, body in alle.items() for each in antatt_i(body, organisasjon_at(name)))


SKIFTER = Organisasjonsdel("organisasjonenes skifter", _skifter)
"""The days on which one of them became something else, or may have."""
GRUPPER = Organisasjonsdel("organisasjonenes grupper", _grupper)
"""The groups that any of them speaks for."""
ANTATT = Organisasjonsdel("antatt om organisasjonene", _antatt)
"""All that is assumed of them, which any council may name."""
ORGANISASJONSDELER: tuple[Organisasjonsdel[object], ...] = (SKIFTER, GRUPPER, ANTATT)

NAVNENE = "organisasjonsnavn"
"""Which there are."""


@lru_cache(maxsize=4096)
def om_en(name: str) -> str:
    """The question about one of them. What was asked is kept, and a name may come from a confidential case: so it does
    not say which."""
    return f"organisasjon {blake2b(name.encode('utf-8', 'surrogatepass'), digest_size=16).hexdigest()}"


class Organisasjonene(Mapping[str, Organisasjon]):
    """All of them, by id. `spurt` is told of each question; `omgjort`: each as it is looked at."""

    def __init__(self, alle: Alle, spurt: Callable[[str], object], omgjort: Omgjoering | None = None) -> None:
        self._alle, self._spurt, self._omgjort = alle, spurt, omgjort

    def __getitem__(self, name: str) -> Organisasjon:
        self._spurt(om_en(name))
        body = self._alle[name]
        return self._omgjort(name, body) if self._omgjort else body

    def __iter__(self) -> Iterator[str]:
        self._spurt(NAVNENE)
        return iter(self._alle)

    def __len__(self) -> int:
        self._spurt(NAVNENE)
        return len(self._alle)

    def svaret(self, delen: Organisasjonsdel[T]) -> T:
        """What is answered to a question about all of them."""
        if self._omgjort:
            return delen.svar(self)  # made of what each of them says
        self._spurt(delen.navn)
        return delen.svar(self._alle)

    def hver(self, omgjort: Omgjoering) -> Organisasjonene:
        """The same with each made another, when it is asked for."""
        first = self._omgjort
        both = (lambda name, body: omgjort(name, first(name, body))) if first else omgjort
        return Organisasjonene(self._alle, self._spurt, both)


def svaret(delen: Organisasjonsdel[T], alle: Alle) -> T:
    """What is answered to a question about all of them, whoever listens."""
    return alle.svaret(delen) if isinstance(alle, Organisasjonene) else delen.svar(alle)


def hver(alle: Alle, omgjort: Omgjoering) -> Alle:
    """The same organisations, each made another."""
    if isinstance(alle, Organisasjonene):
        return alle.hver(omgjort)
    return {name: omgjort(name, body) for name, body in alle.items()}
