"""Vervets bestemmelser: which provisions speak of a verv, and whose place in it a provision decides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse
from brukerutvalg_cli.mandat.funksjonstid import Funksjonstid
from brukerutvalg_cli.mandat.krav.oppnevning import KravOppnevning
from brukerutvalg_cli.mandat.sammensetning import Sammensetning
from brukerutvalg_cli.mandat.verdier.hvem import Hvem

FLERTALL = {"medlem": "medlemmer", "vara": "varamedlemmer"}
"""What a provision calls all who have the verv, where that is another word."""
_ENTALL = {all_of_them: verv for verv, all_of_them in FLERTALL.items()}


def nevner(bestemmelse: Bestemmelse, verv: str) -> bool:
    """Whether any parameter of the provision names the verv, or the provision is called what the verv is."""
    return bestemmelse.id == verv or not {verv, FLERTALL.get(verv, verv)}.isdisjoint(_words(bestemmelse))


def besetter(bestemmelse: Bestemmelse) -> tuple[str, ...]:
    """The verv of which the provision says who may have it, or for how long."""
    match bestemmelse:
        case Sammensetning():
            by_verv = (each.alle_verv if isinstance(each, Hvem) else (each,) for each in bestemmelse.blant)
            return tuple(_ENTALL.get(each, each) for named in by_verv for each in named)
        case Funksjonstid():
            return bestemmelse.hvem.alle_verv
        case KravOppnevning():
            return bestemmelse.der.ordene("verv") if bestemmelse.der else ()
    return ()


def _words(bestemmelse: Bestemmelse) -> Iterator[str]:
    """Every word among the parameters of the kind: what all provisions have, says nothing of whom it is about."""
    for name in type(bestemmelse).model_fields.keys() - Bestemmelse.model_fields.keys():
        yield from _words_in(getattr(bestemmelse, name))


def _words_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _words_in(getattr(value, name))
    elif isinstance(value, tuple | list | frozenset):
        for each in value:
            yield from _words_in(each)
