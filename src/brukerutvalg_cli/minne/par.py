"""Par: which record of one reading is which of another – by what it is, never by where in a list it stood."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from brukerutvalg_cli.minne.opptegnelse import Opptegnelse

T = TypeVar("T")
Parret = tuple[Opptegnelse | None, Opptegnelse | None]
HALVT = 0.5
"""So much must two have in common to be one."""


def par(foer: Sequence[Opptegnelse], naa: Sequence[Opptegnelse]) -> Iterator[Parret]:
    """Each record with what it became; with None what is gone, and what came.

    First those that are the same, then those of one name, then those that can only be each other. Nobody is another
    person because both sit for the same.
    """
    left, new = list(foer), list(naa)
    for same in (_helt_lik, _samme_navn, kan_bare_vaere, _lik_men_for_navnet):
        pairs, left, new = _finn(left, new, same)
        yield from pairs
    yield from ((each, None) for each in left)
    yield from ((None, each) for each in new)


def _finn(
    foer: list[Opptegnelse], naa: list[Opptegnelse], same: Callable[[Opptegnelse, Opptegnelse], bool]
) -> tuple[list[Parret], list[Opptegnelse], list[Opptegnelse]]:
    """Those that are fellows, and what is left of each. By kind first: most are compared with few."""
    there: dict[Hashable, list[Opptegnelse]] = {}
    for each in foer:
        there.setdefault(each.slag, []).append(each)
    pairs: list[Parret] = []
    new: list[Opptegnelse] = []
    for each in naa:
        among = there.get(each.slag, [])
        at = next((nr for nr, other in enumerate(among) if same(other, each)), None)
        if at is None:
            new.append(each)
        else:
            pairs.append((among.pop(at), each))
    left = {id(each) for among in there.values() for each in among}
    return pairs, [each for each in foer if id(each) in left], new


def _helt_lik(a: Opptegnelse, b: Opptegnelse) -> bool:
    return a == b


def _samme_navn(a: Opptegnelse, b: Opptegnelse) -> bool:
    return a.navn == b.navn


def _lik_men_for_navnet(a: Opptegnelse, b: Opptegnelse) -> bool:
    """A file that was moved, with nothing else in it."""
    return _uten_id(a.fakta) == _uten_id(b.fakta) and a.barn == b.barn and bool(a.fakta)


def _uten_id(fakta: Mapping[tuple[str, ...], Any]) -> dict[tuple[str, ...], Any]:
    return {key: value for key, value in fakta.items() if key != ("id",)}


def kan_bare_vaere(a: Opptegnelse, b: Opptegnelse) -> bool:
    """Whether one of a kind can be no other than the other, whatever the two go by."""
    return KJENNES.get(a.slag, _mest_likt)(a, b)


def _likt(*keys: str) -> Callable[[Opptegnelse, Opptegnelse], bool]:
    """Whether they have one of these facts in common."""

    def same(a: Opptegnelse, b: Opptegnelse) -> bool:
        return any(
            a.fakta.get((key,)) is not None and a.fakta.get((key,)) == b.fakta.get((key,)) for key in keys
        )

    return same


def _moetet(a: Opptegnelse, b: Opptegnelse) -> bool:
    """By its identity; where it has none, by the day that it says it was moved from."""
    if _likt("identitet")(a, b):
        return True
    moved = [each.fakta.get(("fra",)) for each in b.barn if each.slag == "flytting"]
    return any(str(day) == a.navn[-1] for day in moved)


def _perioden(a: Opptegnelse, b: Opptegnelse) -> bool:
    """The same verv, on days that have one in common, as far as they are known."""
    first, last = _dagene(a), _dagene(b)
    return _likt("verv")(a, b) and first[0] <= last[1] and last[0] <= first[1]


def _dagene(term: Opptegnelse) -> tuple[date, date]:
    begins, ends = term.fakta.get(("fra",)), term.fakta.get(("til",))
    return begins if isinstance(begins, date) else date.min, ends if isinstance(ends, date) else date.max


def _mest_likt(a: Opptegnelse, b: Opptegnelse) -> bool:
    keys = {*_uten_id(a.fakta), *_uten_id(b.fakta)}
    same = sum(a.fakta.get(key) == b.fakta.get(key) for key in keys)
    return bool(keys) and same / len(keys) >= HALVT


KJENNES: Mapping[str, Callable[[Opptegnelse, Opptegnelse], bool]] = {
    "person": _likt("navn"),
    "organisasjon": _likt("navn"),
    "oppmoete": _likt("person", "navn"),
    "forfall": _likt("person"),
    "inhabil": _likt("person"),
    "moete": _moetet,
    "oppnevning": _perioden,
    "sak": _likt("tittel", "arkivsak"),
    "innmeldt": _likt("tittel", "arkivsak"),
    "valg": _likt("valgt"),
    "vedlegg": _likt("tittel", "fil"),
    "bestemmelse": _likt("tekst"),
    "utvalg": _likt("navn"),
}
"""What makes one of a kind the same as another, when neither name nor all else does."""
