"""Innhold: what the files of a council hold, as sums – of each file the one git calls it by, and of them all."""

from __future__ import annotations

from collections.abc import Iterable
from json import loads
from typing import Any, NamedTuple

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.hurtiglager.avtrykk import TIKK, filen, skal_leses
from brukerutvalg_cli.hurtiglager.oppslag import UFORSTAATT, Utvalgsoppslag
from brukerutvalg_cli.hurtiglager.summer import blob, summen
from brukerutvalg_cli.register.tree import WorkTree


class Innhold(NamedTuple):
    """A sum of all, and each file with how it looks (None where that says nothing) and a sum of what it holds."""

    sum: str
    filer: dict[str, Any]


def innholdet(tree: WorkTree, paths: Iterable[str], foer: Utvalgsoppslag | None) -> Innhold:
    """What these files hold. What looks as it did before is not opened."""
    known = filene(foer) if foer else {}
    files: dict[str, Any] = {}
    for path in paths:
        if not skal_leses(path):
            files[path] = [None, ""]
            continue
        place = tree.paa_disken(path)
        looks = filen(place) if place else None
        was = known.get(path)
        if looks and foer and was and was[0] == [*looks] and max(looks[1:3]) < foer.sett - TIKK:
            files[path] = was
        else:
            files[path] = [looks, avlest(tree.read(path))]
    return Innhold(summen(*(f"{path} {held}" for path, (_, held) in files.items())), files)


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
