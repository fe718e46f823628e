"""Forskjell: what two readings of the same records differ by, fact by fact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from brukerutvalg_cli.minne.opptegnelse import Opptegnelse
from brukerutvalg_cli.minne.par import par

Forskjellsnoekkel = tuple[tuple[str, tuple[str, ...], int], ...]
"""Where a record is among all others: what it goes by, from the file inwards, and its number among those alike."""
SAKER = ("sak", "innmeldt")


class Art(StrEnum):
    """What became of a record, or of a fact of it."""

    KOM = "kom"
    BORTE = "borte"
    ENDRET = "endret"
    FLYTTET = "flyttet"
    ULESELIG = "uleselig"


class Faktaendring(NamedTuple):
    """One thing that is otherwise. `vei`: the record as it is now, or was where it is gone, after what it is in.

    Of one that went to another place, `fra` is the way it was on, and `foer` where that was.
    """

    art: Art
    vei: tuple[Opptegnelse, ...]
    noekkel: Forskjellsnoekkel
    felt: tuple[str, ...] = ()
    fra: Any = None
    til: Any = None
    foer: Forskjellsnoekkel = ()
    lukket: bool = False
    """Whether what it says is not for the screen, as it was or as it is."""

    @property
    def lik(self) -> tuple[Any, ...]:
        """What two tellings of one change have in common."""
        return self.art, self.noekkel, self.felt, str(self.til)


class Forskjell(NamedTuple):
    """The changes; and which record is which, by where it was and is now."""

    endringer: tuple[Faktaendring, ...]
    par: tuple[tuple[Forskjellsnoekkel, Forskjellsnoekkel], ...]


class _Plass(NamedTuple):
    vei: tuple[Opptegnelse, ...]
    noekkel: Forskjellsnoekkel

    def inn(self, posts: Sequence[Opptegnelse]) -> dict[int, _Plass]:
        """The places of what is in it, by the identity of each as an object."""
        seen: Counter[tuple[str, tuple[str, ...]]] = Counter()
        found = {}
        for each in posts:
            seen[each.slag, each.navn] += 1
            step = (each.slag, each.navn, seen[each.slag, each.navn])
            found[id(each)] = _Plass((*self.vei, each), (*self.noekkel, step))
        return found


def forskjell(foer: Sequence[Opptegnelse], naa: Sequence[Opptegnelse]) -> Forskjell:
    """What two readings differ by. What only stands elsewhere in a file is no difference."""
    changes: list[Faktaendring] = []
    pairs: list[tuple[Forskjellsnoekkel, Forskjellsnoekkel]] = []
    top = _Plass((), ())
    _mellom(top.inn(foer), foer, top.inn(naa), naa, changes, pairs)
    gone = [each for each in changes if each.art is Art.BORTE and each.vei[-1].slag in SAKER]
    for came in [each for each in changes if each.art is Art.KOM and each.vei[-1].slag == "sak"]:
        if was := _kom_fra(came, gone):
            gone.remove(was)
            changes = _uten(changes, was.noekkel, came.noekkel)
            changes += _flyttet(was, came, pairs)
    return Forskjell(tuple(changes), tuple(pairs))


def _flyttet(
    was: Faktaendring, came: Faktaendring, pairs: list[tuple[Forskjellsnoekkel, Forskjellsnoekkel]]
) -> list[Faktaendring]:
    """A case that is gone in one place and came in another: it went there, and what became otherwise on the way."""
    one, other = was.vei[-1], came.vei[-1]
    changes = [
        Faktaendring(
            Art.FLYTTET,
            came.vei,
            came.noekkel,
            fra=was.vei,
            foer=was.noekkel,
            lukket=one.lukket or other.lukket,
        )
    ]
    pairs.append((was.noekkel, came.noekkel))
    before, after = _Plass(was.vei, was.noekkel), _Plass(came.vei, came.noekkel)
    changes += (each for each in _feltene(one, other, after) if each.felt != ("id",))
    _mellom(before.inn(one.barn), one.barn, after.inn(other.barn), other.barn, changes, pairs)
    return changes


def _uten(changes: Sequence[Faktaendring], *noekler: Forskjellsnoekkel) -> list[Faktaendring]:
    """Those that are of none of these, nor of what is in them."""
    return [each for each in changes if not any(each.noekkel[: len(n)] == n for n in noekler)]


def _kom_fra(each: Faktaendring, gone: Sequence[Faktaendring]) -> Faktaendring | None:
    """Where a case was before, in the same council and by the same title."""
    title, council = each.vei[-1].fakta.get(("tittel",)), each.noekkel[0][1][0]
    alike = (g for g in gone if g.vei[-1].fakta.get(("tittel",)) == title and g.noekkel[0][1][0] == council)
    return next(alike, None)


def _mellom(
    der: dict[int, _Plass],
    foer: Sequence[Opptegnelse],
    her: dict[int, _Plass],
    naa: Sequence[Opptegnelse],
    changes: list[Faktaendring],
    pairs: list[tuple[Forskjellsnoekkel, Forskjellsnoekkel]],
) -> None:
    for was, is_ in par(foer, naa):
        if was is None and is_ is not None:
            changes += _hele(Art.KOM, her[id(is_)])
        elif was is not None and is_ is None:
            changes += _hele(Art.BORTE, der[id(was)])
        elif was is not None and is_ is not None:
            before, after = der[id(was)], her[id(is_)]
            pairs.append((before.noekkel, after.noekkel))
            changes += _feltene(was, is_, after)
            _mellom(before.inn(was.barn), was.barn, after.inn(is_.barn), is_.barn, changes, pairs)


def _hele(art: Art, place: _Plass) -> Iterator[Faktaendring]:
    """A record that came or is gone, and all that is in it."""
    yield Faktaendring(art, place.vei, place.noekkel, lukket=place.vei[-1].lukket)
    inside = place.inn(place.vei[-1].barn)
    for each in place.vei[-1].barn:
        yield from _hele(art, inside[id(each)])


def _feltene(was: Opptegnelse, is_: Opptegnelse, place: _Plass) -> Iterator[Faktaendring]:
    for route in dict.fromkeys((*was.fakta, *is_.fakta)):
        before, after = was.fakta.get(route), is_.fakta.get(route)
        if not _likt(before, after):
            closed = was.lukket or is_.lukket
            yield Faktaendring(Art.ENDRET, place.vei, place.noekkel, route, before, after, lukket=closed)


def _likt(a: Any, b: Any) -> bool:
    """Whether two values say the same; of a list, in whatever order."""
    if type(a) is tuple and type(b) is tuple:
        return Counter(map(str, a)) == Counter(map(str, b))
    return type(a) is type(b) and bool(a == b)


def plassene(naa: Sequence[Opptegnelse]) -> Iterator[tuple[Opptegnelse, Forskjellsnoekkel]]:
    """Every record of a reading, and where it is."""
    yield from _alle(_Plass((), ()), naa)


def _alle(i: _Plass, posts: Sequence[Opptegnelse]) -> Iterator[tuple[Opptegnelse, Forskjellsnoekkel]]:
    places = i.inn(posts)
    for each in posts:
        yield each, places[id(each)].noekkel
        yield from _alle(places[id(each)], each.barn)
