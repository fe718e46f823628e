"""Kjennskapen: what is kept of what files were asked – where a word stands, who is above – while they look as they did.

Who works with one council of a country, then opens no file of another but those that have something to say. It is asked
for a few things of many files, so all of it is in one file, and one sum says how the files looked that were asked
together.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Sequence
from functools import cached_property
from json import dumps, loads
from pathlib import Path
from typing import Any

from brukerutvalg_cli.funn.place import eieren
from brukerutvalg_cli.hurtiglager import fil
from brukerutvalg_cli.hurtiglager.avtrykk import Avtrykk, av_filene, dette_programmet
from brukerutvalg_cli.hurtiglager.sted import klargjoer, mappen
from brukerutvalg_cli.register.kjennskap import Enhet
from brukerutvalg_cli.register.tree import WorkTree

FLEST = 12
"""So many things are known of the same files: those that were found out last."""


class Kjennskapen:
    """What is known of the files of a tree. Whatever is amiss with it, nothing is known: slower, and the same."""

    def __init__(self, tree: WorkTree) -> None:
        self._tree = tree
        self._vet: dict[tuple[str, str], dict[str, list[str]]] = {}
        """What is known of the files as they are now: by which files, and what was asked."""
        self._sett: dict[tuple[str, str], tuple[int, Avtrykk]] = {}
        """When they looked so."""
        self._nytt = False

    def om(self, enhet: Enhet, hva: str) -> Collection[str] | None:
        """What was found in these files; None where that is not known of them as they are."""
        key = enhet.utvalg, enhet.slag
        if key not in self._vet:
            self._vet[key] = self._som_sist(key, enhet.paths)
        return self._vet[key].get(hva)

    def merk(self, enhet: Enhet, hva: str, svar: Collection[str]) -> None:
        """What was found in them now."""
        key = enhet.utvalg, enhet.slag
        if key in self._sett:
            self._vet[key][hva] = list(svar)
            self._nytt = True

    def lagre(self) -> None:
        """Keeps what is new. Where that cannot be done, the next command finds it out again."""
        if not self._nytt or not self._lager:
            return
        self._nytt = False
        folder, program = self._lager
        there = set(map(eieren, self._tree.paths()))
        known = {name: each for name, each in self._kjent.items() if name.partition("/")[0] in there}
        for key, (seen, looks) in self._sett.items():
            known["/".join(key)] = [seen, *looks, dict(list(self._vet[key].items())[-FLEST:])]
        fil.skriv(folder / fil.KJENNSKAPEN, program, [dumps(known).encode()])

    @cached_property
    def _lager(self) -> tuple[Path, str] | None:
        """Where it is kept, and what its file says of the program; None where nothing is to be kept, or can be."""
        try:
            folder = mappen(self._tree.root)
            if folder is None or not klargjoer(folder):
                return None
            return folder, dette_programmet()
        except OSError:
            return None

    @cached_property
    def _kjent(self) -> dict[str, Any]:
        lines = fil.les(self._lager[0] / fil.KJENNSKAPEN, self._lager[1]) if self._lager else None
        try:
            found = loads(lines[0]) if lines else {}
        except (ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}

    def _som_sist(self, key: tuple[str, str], paths: Sequence[str]) -> dict[str, list[str]]:
        """What is kept of them, if they look as they did then."""
        if not self._lager:
            return {}
        now = time.time_ns()
        looks = av_filene(self._tree.root, paths)
        if looks is None:
            return {}
        self._sett[key] = now, looks
        try:
            seen, sum, newest, said = self._kjent["/".join(key)]
            if not looks.staar(Avtrykk(sum, newest), seen):
                return {}
            found = {str(what): [str(path) for path in paths] for what, paths in said.items()}
        except (KeyError, TypeError, ValueError, AttributeError):
            return {}
        self._sett[key] = seen, looks
        return found
