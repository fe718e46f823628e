"""Blokker: what a document is made of, whoever reads it – headings, paragraphs, lists and tables, and lines of text.

There is nothing here that the text field of nav.no cannot say. What Markdown can say beyond it, is made into this when
it is read (`lesning.py`), so that no format has more or less than another.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias


@dataclass(frozen=True, slots=True)
class Merket:
    """A stretch of a line that is bold, stressed or a link."""

    slag: Literal["strong", "em", "a"]
    innhold: Linje
    href: str = ""


Linje: TypeAlias = "tuple[str | Merket, ...]"
"""Text, some of it marked."""


@dataclass(frozen=True, slots=True)
class Overskrift:
    """A heading, 1 for the title."""

    nivaa: int
    linje: Linje


@dataclass(frozen=True, slots=True)
class Avsnitt:
    """A paragraph."""

    linje: Linje


@dataclass(frozen=True, slots=True)
class Punktliste:
    """A list; each item is one block or more."""

    ordnet: bool
    punkter: tuple[tuple[Blokk, ...], ...]


@dataclass(frozen=True, slots=True)
class Tabellblokk:
    """A table of no more columns than a phone has room for. `tittel` says what it is about."""

    tittel: Linje
    hode: tuple[Linje, ...]
    rader: tuple[tuple[Linje, ...], ...]


Blokk: TypeAlias = Overskrift | Avsnitt | Punktliste | Tabellblokk


def ren(linje: Linje) -> str:
    """What a line says, without its marks."""
    return "".join(each if isinstance(each, str) else ren(each.innhold) for each in linje)


def lenker(blokker: tuple[Blokk, ...]) -> Iterator[Merket]:
    """Every link, in the order they are read."""
    for linje in linjer(blokker):
        yield from _lenker(linje)


def linjer(blokker: tuple[Blokk, ...]) -> Iterator[Linje]:
    """Every line, in the order they are read."""
    for blokk in blokker:
        match blokk:
            case Overskrift(linje=linje) | Avsnitt(linje=linje):
                yield linje
            case Punktliste(punkter=punkter):
                for punkt in punkter:
                    yield from linjer(punkt)
            case Tabellblokk(tittel=tittel, hode=hode, rader=rader):
                yield tittel
                yield from hode
                for rad in rader:
                    yield from rad


def som_liste(hode: tuple[Linje, ...], rader: tuple[tuple[Linje, ...], ...]) -> Punktliste:
    """A table as a list: a row is its first cell, with the others below it by the name of their column."""
    return Punktliste(False, tuple(_rad(hode, rad) for rad in rader))


def _rad(hode: tuple[Linje, ...], rad: tuple[Linje, ...]) -> tuple[Blokk, ...]:
    cells = [(name, cell) for name, cell in zip(hode, rad, strict=False) if ren(cell).strip()]
    named = [(*name, ": ", *cell) if ren(name).strip() else cell for name, cell in cells]
    others = tuple((Avsnitt(linje),) for linje in named[1:])
    return (Avsnitt(named[0] if named else ()), *((Punktliste(False, others),) if others else ()))


def _lenker(linje: Linje) -> Iterator[Merket]:
    for each in linje:
        if isinstance(each, Merket):
            if each.slag == "a":
                yield each
            yield from _lenker(each.innhold)
