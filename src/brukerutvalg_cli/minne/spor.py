"""Spor: which record is which through all that was saved, also where its name or its place became another."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import count
from typing import Any, NamedTuple

from brukerutvalg_cli.minne.forskjell import Art, Faktaendring, Forskjell, Forskjellsnoekkel


class Sporet(NamedTuple):
    """A change, with the trail of each record that it is in, from the file inwards."""

    endring: Faktaendring
    spor: tuple[int, ...]


class Sporfoerer:
    """Follows the records from one saving to the next.

    A record that came has a trail of its own, also where another had its name before it. What branches knew by an
    older name is still known by it.
    """

    def __init__(self) -> None:
        self._ved: dict[Forskjellsnoekkel, int] = {}
        self._neste = count()

    def fulgt(self, forskjell: Forskjell, *, fletting: bool = False) -> tuple[Sporet, ...]:
        """The changes with their trails. `fletting`: of two lines put together, nothing came that was in neither."""
        gone = [each for each in forskjell.endringer if each.art is Art.BORTE]
        told = {each.noekkel: Sporet(each, self._sporene(each.noekkel)) for each in gone}
        before = {was: self._spor(was) for was, _ in forskjell.par}
        if not fletting:
            for each in forskjell.endringer:
                if each.art is Art.KOM:
                    self._ved[each.noekkel] = next(self._neste)
        for was, is_ in forskjell.par:
            self._ved[is_] = before[was]
        return tuple(
            told.get(each.noekkel) or Sporet(each, self._sporene(each.noekkel))
            for each in forskjell.endringer
        )

    def spor(self, noekkel: Forskjellsnoekkel) -> int | None:
        """The trail of the record that is there now."""
        return self._ved.get(noekkel)

    def _spor(self, noekkel: Forskjellsnoekkel) -> int:
        if noekkel not in self._ved:
            self._ved[noekkel] = next(self._neste)
        return self._ved[noekkel]

    def _sporene(self, noekkel: Forskjellsnoekkel) -> tuple[int, ...]:
        return tuple(self._spor(noekkel[: nr + 1]) for nr in range(len(noekkel)))


def i_begge(mot_hver: Sequence[Forskjell]) -> Forskjell:
    """What two lines that were put together became otherwise than in each of them: what the putting together did."""
    first, *rest = mot_hver
    others = [{each.lik for each in one.endringer} for one in rest]
    kept = tuple(each for each in first.endringer if all(each.lik in known for known in others))
    return Forskjell(kept, tuple(pair for one in mot_hver for pair in one.par))


def om_navnet(sporede: Iterable[Sporet], slag: str, navn: Collection[str]) -> frozenset[int]:
    """The trails of the records of a kind that ever went by one of these names.

    A case that waits and the one it became are one: a case is asked for by either name.
    """
    kinds = ("sak", "innmeldt") if slag in ("sak", "innmeldt") else (slag,)
    return frozenset(
        spor
        for each in sporede
        for (kind, name, _), spor in zip(each.endring.noekkel, each.spor, strict=False)
        if kind in kinds and name[-1] in navn
    )


def navnene(sporede: Iterable[Sporet], spor: Collection[int]) -> frozenset[str]:
    """All that records on these trails have gone by."""
    return frozenset(
        name[-1]
        for each in sporede
        for (_, name, _), trail in zip(each.endring.noekkel, each.spor, strict=False)
        if trail in spor
    )


def nevner(endring: Faktaendring, navn: Iterable[str]) -> bool:
    """Whether it says one of these names, or is of a record that does."""
    said = frozenset(navn)
    if endring.vei[-1].slag == "person" or endring.art is Art.ULESELIG:
        return False
    if endring.art in (Art.KOM, Art.BORTE):
        return any(_sier(value, said) for value in endring.vei[-1].fakta.values())
    beside = endring.vei[-1].slag in ("oppmoete", "forfall", "inhabil", "valg") and any(
        _sier(value, said) for value in endring.vei[-1].fakta.values()
    )
    return beside or _sier(endring.fra, said) or _sier(endring.til, said)


def _sier(value: Any, said: frozenset[str]) -> bool:
    return any(
        each in said for each in (value if type(value) is tuple else (value,)) if isinstance(each, str)
    )
