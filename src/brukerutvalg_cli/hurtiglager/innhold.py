"""Innhold: what the files of a council hold, as sums – of each file the one git calls it by, and of them all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from json import loads
from typing import Any

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.hurtiglager.avtrykk import TIKK, filen, skal_leses
from brukerutvalg_cli.hurtiglager.oppslag import UFORSTAATT, Utvalgsoppslag
from brukerutvalg_cli.hurtiglager.summer import blob, summen
from brukerutvalg_cli.register.tree import MemoryTree, Tree, WorkTree


def innholdet(tree: WorkTree, paths: Iterable[str], foer: Utvalgsoppslag) -> dict[str, Any]:
    """How each of these files looks (None where that says nothing), and a sum of what it holds. What looks as it did
    before is not opened."""
    known = filene(foer)
    files: dict[str, Any] = {}
    for path in paths:
        place = tree.paa_disken(path) if skal_leses(path) else None
        looks = filen(place) if place else None
        was = known.get(path)
        if looks and was and was[0] == [*looks] and max(looks[1:3]) < foer.sett - TIKK:
            files[path] = was
        else:
            files[path] = [looks, innholdet_i(tree, path)]
    return files


def innholdet_i(tree: Tree, path: str) -> str:
    """A sum of what a file holds; nothing for one that is of consequence only by being there."""
    return _kjent(tree, path) or avlest(tree.read(path)) if skal_leses(path) else ""


def holder(tree: Tree, path: str, raw: bytes | Finding, held: str | None) -> bool:
    """Whether a file that was read, holds what it was said to: of one that git keeps, it is what git calls it."""
    return held == (_kjent(tree, path) or avlest(raw))


def _kjent(tree: Tree, path: str) -> str:
    return tree.summen(path) if isinstance(tree, MemoryTree) else ""


def summen_av(summer: Mapping[str, str]) -> str:
    """A sum of some files by what each of them holds."""
    return summen(*(f"{path} {held}" for path, held in summer.items()))


def filene(oppslag: Utvalgsoppslag) -> dict[str, Any]:
    """Each file as it was when it was last looked at."""
    try:
        found = loads(oppslag.filer)
    except UFORSTAATT:
        return {}
    return found if isinstance(found, dict) else {}


def avlest(raw: bytes | Finding) -> str:
    """A sum of what a file holds, or of why that is not to be had."""
    return blob(raw) if isinstance(raw, bytes) else f"! {raw.message}"
