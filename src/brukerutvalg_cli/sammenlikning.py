"""Sammenlikning: a register held up against an earlier one, so that only what is new counts.

The hook, `valider --siden` and what is set up for CI all ask here, and so they agree.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from brukerutvalg_cli.funn.place import UTVALG
from brukerutvalg_cli.hurtiglager.avtrykk import skal_leses
from brukerutvalg_cli.hurtiglager.stand import BEGYNT, Stand, standen
from brukerutvalg_cli.rapport.nye_funn import UENDRET, nye_funn
from brukerutvalg_cli.rapport.omdoept import Omdoept, omdoepte
from brukerutvalg_cli.rapport.rapport import Located, Rapport
from brukerutvalg_cli.register.tree import MemoryTree, Tree

if TYPE_CHECKING:
    from brukerutvalg_cli.register.load import Lastet


class Historiene(NamedTuple):
    """What tells a register, as it is and as it was before, when it was recorded."""

    naa: Callable[[Lastet], Lastet]
    foer: Callable[[Lastet], Lastet]


def bare_nytt(
    tree: Tree,
    foer: Mapping[str, bytes],
    dato: date,
    utvalg: Collection[str] = (),
    rot: Path | None = None,
    historiene: Callable[[], Historiene | None] = lambda: None,
) -> Rapport:
    """The report of a register, with what was found in it before left out and counted.

    Both are judged whole, and as of the same day: what only time has made wrong is new in neither. Councils that the
    change can have made nothing of are judged once; of those that are judged again and again (`rot`: of which
    register), what was found is kept. `historiene` is asked where it is not known that the register goes by none.
    """
    before = MemoryTree(foer)
    stand = standen(tree, dato, rot, BEGYNT) if rot and not utvalg else None
    kept = stand.rapport() if stand else None
    told = None if kept else historiene()
    if stand and not told:
        return _av_det_som_er_kjent(stand, kept, before)
    from brukerutvalg_cli.register.load import load
    from brukerutvalg_cli.validering import rapporten

    lastet = told.naa(load(tree)) if told else load(tree)
    rapport = rapporten(tree, lastet, dato, utvalg, begynt=True)
    if not rapport.funn:
        return _uten_funn(rapport)
    changed = _endret(tree, before)
    if not changed:
        return replace(rapport, funn=(), fra_foer=len(rapport.funn))
    lastet_foer = told.foer(load(before, lastet.lest)) if told else load(before, lastet.lest)
    councils = _proeves_igjen(rapport, lastet_foer, changed)
    known = rapporten(before, lastet_foer, dato, councils, begynt=True).funn
    asked = [located for located in rapport.funn if _angaar(located, councils)]
    gone, came = {path for path, raw in changed.items() if raw is None}, changed.keys() - set(before.paths())
    new = nye_funn(asked, known, _omdoepte(before, gone, tree, came))
    return replace(rapport, funn=new, fra_foer=len(rapport.funn) - len(new), endret=frozenset(changed))


def _av_det_som_er_kjent(stand: Stand, kept: Rapport | None, before: Tree) -> Rapport:
    """The same, where most councils are what they were, and were judged before; `kept`: all of them."""
    rapport = _rapporten(stand, kept)
    if not rapport.funn:
        return _uten_funn(rapport)
    was = stand.om(before)
    now, then = _ulike(stand, was)
    if now == then:
        return replace(rapport, funn=(), fra_foer=len(rapport.funn))
    known = _rapporten(was, was.rapport())
    renamed = _omdoepte(before, then.keys() - now.keys(), stand.tree, now.keys() - then.keys())
    new = nye_funn(rapport.funn, known.funn, renamed)
    changed = frozenset(path for path, _ in now.items() ^ then.items())
    return replace(rapport, funn=new, fra_foer=len(rapport.funn) - len(new), endret=changed)


def _uten_funn(rapport: Rapport) -> Rapport:
    """Where nothing is found, nothing is new: then the register as it was before is not looked at."""
    return replace(rapport, fra_foer=0)


def _rapporten(stand: Stand, kept: Rapport | None) -> Rapport:
    """What was found before, where all of it holds: then no rule is read in."""
    if kept:
        stand.lagre()
        return kept
    from brukerutvalg_cli import gjenbruk

    return gjenbruk.rapporten(stand)


def _ulike(stand: Stand, was: Stand) -> tuple[dict[str, str], dict[str, str]]:
    """The files of the councils that are other than they were, and of what all share, with sums of what they hold: now,
    and then."""
    councils = [name for name in {*stand.noekler, *was.noekler} if stand.innhold(name) != was.innhold(name)]
    now, then = (
        {path: held for name in councils for path, held in each.summer(name).items()} for each in (stand, was)
    )
    return now, then


def _omdoepte(before: Tree, borte: Collection[str], tree: Tree, nye: Collection[str]) -> Omdoept:
    """What has another name since: of these files that only one of them has."""
    return omdoepte(_lest(before, borte), _lest(tree, nye)) if borte and nye else UENDRET


def _lest(tree: Tree, paths: Collection[str]) -> dict[str, bytes]:
    return {path: raw for path in paths if isinstance(raw := tree.read(path), bytes)}


def _endret(tree: Tree, before: Tree) -> dict[str, bytes | None]:
    """The files that differ, with what they hold now; None for what is gone. What is in an annex, nobody reads."""
    now, then = set(tree.paths()), set(before.paths())
    found: dict[str, bytes | None] = dict.fromkeys(then - now)
    for path in now:
        if path in then and not skal_leses(path):
            continue
        raw = tree.read(path)
        if path not in then or raw != before.read(path):
            found[path] = raw if isinstance(raw, bytes) else b""
    return found


def _proeves_igjen(rapport: Rapport, before: Lastet, changed: Mapping[str, bytes | None]) -> Collection[str]:
    """The councils that are judged as they were, too; every one, where a council's finding is in another's file."""
    named = {name for located in rapport.funn for name in _navngitt(located)}
    if any(len(_navngitt(located)) > 1 for located in rapport.funn):
        return named.union(before.register.mapper)
    from brukerutvalg_cli.validering import beroerte

    return beroerte(before, changed)


def _angaar(located: Located, councils: Collection[str]) -> bool:
    return _navngitt(located) <= set(councils)


def _navngitt(located: Located) -> frozenset[str]:
    """The councils a finding is of: by itself, and by the file it is in. None where all share it."""
    path = located.path
    by_file = path.split("/")[2] if path.startswith(UTVALG) else ""
    return frozenset({located.finding.utvalg, by_file} - {""})
