"""Sammenlikning: a register held up against an earlier one, so that only what is new counts.

The hook, `valider --siden` and what is set up for CI all ask here, and so they agree.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.rapport.nye_funn import nye_funn
from brukerutvalg_cli.rapport.omdoept import omdoepte
from brukerutvalg_cli.rapport.rapport import Located, Rapport
from brukerutvalg_cli.register.load import Lastet, load
from brukerutvalg_cli.register.tree import MemoryTree, Tree
from brukerutvalg_cli.validering import UTVALG, beroerte, rapporten


def bare_nytt(tree: Tree, foer: Mapping[str, bytes], dato: date, utvalg: Collection[str] = ()) -> Rapport:
    """The report of a register, with what was found in it before left out and counted.

    Both are judged whole, and as of the same day: what only time has made wrong is new in neither. Councils that the
    change can have made nothing of are judged once.
    """
    before = MemoryTree(foer)
    lastet = load(tree)
    rapport = rapporten(tree, lastet, dato, utvalg)
    lastet_foer = load(before, lastet.lest)
    changed = _endret(tree, lastet, before, foer)
    if not changed:
        return replace(rapport, funn=(), fra_foer=len(rapport.funn))
    councils = _proeves_igjen(rapport, lastet_foer, changed)
    known = rapporten(before, lastet_foer, dato, councils).funn
    asked = [located for located in rapport.funn if _angaar(located, councils)]
    renamed = omdoepte(foer, {path: file.raw for path, file in lastet.lest.items()})
    new = nye_funn(asked, known, renamed)
    return replace(rapport, funn=new, fra_foer=len(rapport.funn) - len(new), endret=frozenset(changed))


def _endret(
    tree: Tree, lastet: Lastet, before: MemoryTree, foer: Mapping[str, bytes]
) -> dict[str, bytes | None]:
    """The files that differ, with what they hold now; None for what is gone."""
    now, then = set(tree.paths()), set(before.paths())
    found: dict[str, bytes | None] = dict.fromkeys(then - now)
    for path in now:
        if path in lastet.lest:
            raw: bytes | Finding = lastet.lest[path].raw
        elif path in then and not path.endswith((".yaml", ".yml", ".j2")):
            if tree.size(path) == before.size(
                path
            ):  # of an attachment nothing is judged but that it is there
                continue
            raw = b""
        else:
            raw = tree.read(path)
        held = raw if isinstance(raw, bytes) else b""
        if path not in then or held != before.read(path):
            found[path] = held
    return found


def _proeves_igjen(rapport: Rapport, before: Lastet, changed: Mapping[str, bytes | None]) -> frozenset[str]:
    """The councils that are judged as they were, too; every one, where a council's finding is in another's file."""
    everyone = frozenset(before.register.mapper) | {
        f.finding.utvalg for f in rapport.funn if f.finding.utvalg
    }
    for located in rapport.funn:
        council, place = located.finding.utvalg, _utvalget(located.path)
        if council and place and council != place:
            return everyone
    return beroerte(before, changed)


def _angaar(located: Located, councils: Collection[str]) -> bool:
    named = {located.finding.utvalg, _utvalget(located.path)} - {""}
    return named <= set(councils)


def _utvalget(path: str) -> str:
    """The council a file is of; empty where all share it."""
    return path.split("/")[2] if path.startswith(UTVALG) else ""
