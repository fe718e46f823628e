"""One reading and one verdict of a register for all the tests of a file that only look at it, on each day once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

import pytest

from brukerutvalg_cli import validering
from brukerutvalg_cli.dommer import driver
from brukerutvalg_cli.dommer.dom import Dom
from brukerutvalg_cli.dommer.hviler import Merk
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.oversikt import forklaring_bestemmelse, stilling
from brukerutvalg_cli.register import load as lesing
from brukerutvalg_cli.register.innlest import Innlest
from brukerutvalg_cli.register.load import Lastet
from brukerutvalg_cli.register.tree import MemoryTree, Tree, WorkTree

Innhold = tuple[tuple[str, Any], ...]


@pytest.fixture
def samme_dom(monkeypatch: pytest.MonkeyPatch) -> None:
    """For tests that write nothing: what is read and judged in the one before is not read and judged again."""
    for module in (lesing, validering):
        monkeypatch.setattr(module, "load", _load)
    for judge in (validering, stilling, forklaring_bestemmelse):
        monkeypatch.setattr(judge, "doem", _doem)


_les, _dom = lesing.load, driver.doem


def _load(
    tree: Tree, foer: Mapping[str, Innlest] | None = None, utvalg: Collection[str] | None = None
) -> Lastet:
    if foer or not isinstance(tree, WorkTree | MemoryTree) or tree.problems():
        return _les(tree, foer, utvalg)
    return _lest(_Innhold(tree), None if utvalg is None else tuple(utvalg))


class _Innhold:
    """A tree by its files and what they hold."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.filer: Innhold = tuple((path, tree.read(path)) for path in tree.paths())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Innhold) and self.filer == other.filer

    def __hash__(self) -> int:
        return hash(self.filer)


@lru_cache(maxsize=64)
def _lest(innhold: _Innhold, utvalg: tuple[str, ...] | None) -> Lastet:
    return _les(innhold.tree, utvalg=utvalg)


_DOEMT: dict[tuple[Any, ...], tuple[Any, Dom]] = {}


def _doem(
    register: Register,
    regelverk: Mapping[str, Regelverk],
    dato: date,
    utvalg: Iterable[str] | None = None,
    *,
    hviler: Merk = "brutt",
    begynt: bool = False,
) -> Dom:
    named = None if utvalg is None else tuple(utvalg)
    rules = tuple((name, id(each)) for name, each in regelverk.items())
    key = (id(register), rules, dato, named, hviler, begynt)
    if key not in _DOEMT:
        # What was judged is kept with its verdict, so that nothing else gets its identity.
        kept = (register, tuple(regelverk.values()))
        _DOEMT[key] = (kept, _dom(register, regelverk, dato, named, hviler=hviler, begynt=begynt))
    return _DOEMT[key][1]
