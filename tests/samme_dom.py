"""One reading and one verdict of a register, by what its files hold, for all the tests of a file, on each day once.

A test that writes profits too: what a command left behind, the next one finds. What is read and judged by the program
itself is another matter where rules, checks or the reading are patched: there it is not to be used.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from brukerutvalg_cli import validering
from brukerutvalg_cli.cli import dokument_verb
from brukerutvalg_cli.dommer import driver
from brukerutvalg_cli.dommer.dom import Dom
from brukerutvalg_cli.dommer.hviler import Merk
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.model.avloesning import Valgforslag
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.oversikt import forhaandsvalg, forklaring_bestemmelse, forklaring_valg, stilling
from brukerutvalg_cli.oversikt.forhaandsvalg import Forhaandsdom
from brukerutvalg_cli.rapport.rapport import Rapport
from brukerutvalg_cli.register import load as lesing
from brukerutvalg_cli.register.innlest import Innlest
from brukerutvalg_cli.register.landet import Landet
from brukerutvalg_cli.register.load import Lastet
from brukerutvalg_cli.register.tree import MemoryTree, Tree, WorkTree

Innhold = tuple[tuple[tuple[str, bytes], ...], tuple[str, ...] | None]
"""The files and what they hold, and the councils that are at hand; None for all."""
HUSKES = 64
"""Registers that are remembered: a test goes to and fro between a few."""


@pytest.fixture
def samme_dom(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is read and judged already, in this test or one before it, is not read and judged again."""
    for module in (lesing, validering, dokument_verb):
        monkeypatch.setattr(module, "load", _load)
    monkeypatch.setattr(lesing, "lastet", _lastet)
    monkeypatch.setattr(validering, "rapporten", _rapporten)
    for judge in (validering, stilling, forklaring_bestemmelse):
        monkeypatch.setattr(judge, "doem", _doem)
    for asks in (forhaandsvalg, forklaring_valg):
        monkeypatch.setattr(asks, "forhaandsdom", _forhaandsdommen)


_les, _les_noen = lesing.load, lesing.lastet
_rapport, _dom, _forhaandsdom = validering.rapporten, driver.doem, forhaandsvalg.forhaandsdom


@dataclass
class _Husket:
    """A register that was read, and what has been said of it."""

    lastet: Lastet
    rapporter: dict[tuple[Any, ...], Rapport] = field(default_factory=dict)
    dommer: dict[tuple[Any, ...], Dom] = field(default_factory=dict)
    valg: dict[tuple[str, Valgforslag], Forhaandsdom] = field(default_factory=dict)
    noen: dict[tuple[str, ...], _Husket] = field(default_factory=dict)
    """The same with only these councils at hand."""


_HUSKET: OrderedDict[Innhold, _Husket] = OrderedDict()


def _funnet(er_den: Callable[[Lastet], bool]) -> _Husket | None:
    """The last of those that are remembered that this is true of."""
    known = (each for held in reversed(_HUSKET.values()) for each in (held, *held.noen.values()))
    return next((each for each in known if er_den(each.lastet)), None)


def _load(
    tree: Tree,
    foer: Mapping[str, Innlest] | None = None,
    utvalg: Collection[str] | None = None,
    *,
    ventet: Collection[str] = (),
) -> Lastet:
    if not isinstance(tree, WorkTree | MemoryTree) or tree.problems():
        return _les(tree, foer, utvalg, ventet=ventet)
    content = {path: raw for path in tree.paths() if isinstance(raw := tree.read(path), bytes)}
    if len(content) < len(tree.paths()):
        return _les(tree, foer, utvalg, ventet=ventet)
    key = (tuple(content.items()), None if utvalg is None else tuple(sorted(utvalg)))
    if key not in _HUSKET:
        # What is asked of later has to be what was there then, and a folder is another one by that time.
        _HUSKET[key] = _Husket(_les(MemoryTree(content), foer, utvalg, ventet=ventet))
    _HUSKET.move_to_end(key)
    while len(_HUSKET) > HUSKES:
        _HUSKET.popitem(last=False)
    return _HUSKET[key].lastet


def _lastet(landet: Landet, utvalg: Collection[str]) -> Lastet:
    names = tuple(utvalg)
    held = next((each for each in reversed(_HUSKET.values()) if each.lastet.landet is landet), None)
    if held is None:
        return _les_noen(landet, names)
    if names not in held.noen:
        held.noen[names] = _Husket(_les_noen(landet, names))
    return held.noen[names].lastet


def _rapporten(
    tree: Tree, lastet: Lastet, dato: date, utvalg: Collection[str] = (), *, begynt: bool = False
) -> Rapport:
    held = _funnet(lambda known: known is lastet)
    if held is None:
        return _rapport(tree, lastet, dato, utvalg, begynt=begynt)
    key = (dato, frozenset(utvalg), begynt)
    if key not in held.rapporter:
        held.rapporter[key] = _rapport(tree, lastet, dato, utvalg, begynt=begynt)
    return held.rapporter[key]


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
    held = _funnet(lambda known: known.register is register)
    if held is None or regelverk is not held.lastet.regelverk:
        return _dom(register, regelverk, dato, named, hviler=hviler, begynt=begynt)
    key = (dato, named, hviler, begynt)
    if key not in held.dommer:
        held.dommer[key] = _dom(register, regelverk, dato, named, hviler=hviler, begynt=begynt)
    return held.dommer[key]


def _forhaandsdommen(
    register: Register, regelverk: Mapping[str, Regelverk], mappe: Utvalgsmappe, forslag: Valgforslag
) -> Forhaandsdom:
    held = _funnet(lambda known: known.register is register)
    if held is None or regelverk is not held.lastet.regelverk or mappe is not register.mapper.get(mappe.id):
        return _forhaandsdom(register, regelverk, mappe, forslag)
    key = (mappe.id, forslag)
    if key not in held.valg:
        held.valg[key] = _forhaandsdom(register, regelverk, mappe, forslag)
    return held.valg[key]
