"""Stand: a register held up against what is kept of it – which councils are as they were, which verdicts hold still.

Only looks at files, and opens those that look otherwise than they did. No record is read, and no rule imported: that is
for who has to judge (`gjenbruk.py`).
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from json import dumps
from pathlib import Path

from brukerutvalg_cli.hurtiglager.avtrykk import Avtrykk, programmet, registeret
from brukerutvalg_cli.hurtiglager.fil import navnet
from brukerutvalg_cli.hurtiglager.innhold import innholdet
from brukerutvalg_cli.hurtiglager.koding import rapport_lest
from brukerutvalg_cli.hurtiglager.oppslag import (
    UFORSTAATT,
    Avsagt,
    Spoersmaal,
    Utvalgsoppslag,
    hentet,
    lagret,
)
from brukerutvalg_cli.hurtiglager.sted import klargjoer, mappen, rydd
from brukerutvalg_cli.hurtiglager.summer import summen
from brukerutvalg_cli.hurtiglager.svarene import Svarene
from brukerutvalg_cli.pakkedata import PACKAGE, templates
from brukerutvalg_cli.rapport.rapport import Rapport
from brukerutvalg_cli.rapport.samlet import gjelder, samlet
from brukerutvalg_cli.register.tree import WorkTree

FELLES = ""
"""What all share, among the councils."""
ALT = "alt"
"""The mode of a verdict that weighs things as they are on the day, and not as a change of them."""


def standen(tree: WorkTree, dato: date) -> Stand | None:
    """The register as it is, and what is kept of it; None where nothing is to be kept, or nothing can be."""
    folder = mappen(tree.root)
    if folder is None or not klargjoer(folder):
        return None
    now = time.time_ns()
    try:
        seen, program = registeret(tree.root), programmet(*{PACKAGE, templates()})
    except OSError:
        return None
    return Stand(tree, dato, folder, program, seen, now)


class Stand:
    """One look at all councils. `hos`: what is kept of each, as it is now; `nye`: of which more is to be kept."""

    def __init__(
        self,
        tree: WorkTree,
        dato: date,
        folder: Path,
        program: str,
        seen: Mapping[str, Avtrykk],
        sett: int,
    ) -> None:
        self.tree, self.dato = tree, dato
        self._folder, self._program, self._seen, self._sett = folder, program, seen, sett
        self.nye: set[str] = set()
        self.hos = {name: self.kjent(name) for name in seen}
        changed = [name for name, each in seen.items() if not self._som_sist(name, each)]
        if changed or len({each.felles for each in self.hos.values()}) > 1:
            self._se_paa(changed)

    def kjent(self, utvalg: str) -> Utvalgsoppslag:
        """What is kept of a council."""
        return hentet(self._folder, utvalg, self._program) or Utvalgsoppslag()

    def _som_sist(self, name: str, seen: Avtrykk) -> bool:
        entry = self.hos[name]
        return entry.avtrykk is not None and seen.staar(entry.avtrykk, entry.sett)

    def _se_paa(self, changed: Iterable[str]) -> None:
        """Finds out what the files of these councils hold; what all councils share is then another thing, perhaps."""
        for name in {*changed, *(self.paths.keys() - self.hos.keys())}:
            entry = self.hos.setdefault(name, self.kjent(name))
            found = innholdet(self.tree, self.paths.get(name, ()), entry)
            entry.sett, entry.avtrykk, entry.innhold = self._sett, self._seen.get(name), found.sum
            entry.filer = dumps(found.filer).encode()
            self.nye.add(name)
        for name in self.hos.keys() - self.paths.keys() - {FELLES}:
            del self.hos[name]  # a folder with nothing in it
        told = (f"{problem.place.path} {problem.message}" for problem in self.tree.problems())
        shared = summen(self.hos[FELLES].innhold, *sorted(self.hos), *told)
        for name, entry in self.hos.items():
            if entry.felles != shared:
                entry.felles = shared
                self.nye.add(name)

    @cached_property
    def paths(self) -> Mapping[str, list[str]]:
        """The files of each council."""
        found: dict[str, list[str]] = defaultdict(list)
        for path in self.tree.paths():
            found[eieren(path)].append(path)
        return found

    # What is kept

    def svarene(self) -> Svarene:
        """What each council answers, as far as that is known."""
        told = {name: each.fortalt.get(each.noekkel) for name, each in self.hos.items() if name}
        guests = {name: each.gjester for name, each in told.items() if each}
        return Svarene(
            {name: each.innhold for name, each in self.hos.items()},
            {name: each.fakta if each else {} for name, each in told.items()},
            guests if len(guests) == len(told) else None,
        )

    def kanskje_avsagt(self, utvalg: str) -> list[Avsagt]:
        """The verdicts on a council that hold, if what was asked for them is answered the same."""
        entry = self.hos.get(utvalg)
        try:
            return list(entry.doemmene(entry.noekkel, ALT, self.dato)) if entry else []
        except UFORSTAATT:
            return []

    def avsagt(self, utvalg: str, svarene: Svarene) -> Avsagt | None:
        """The verdict on a council that holds, where one is kept."""
        for each in self.kanskje_avsagt(utvalg):
            if (answered := svarene.sum(each.spurt, utvalg)) and answered == each.data["svar"]:
                return each
        return None

    def rapport(self, utvalg: Collection[str] = ()) -> Rapport | None:
        """The report of all councils, or of these, where each verdict is kept; None where some are to be found out."""
        answers = self.svarene()
        try:
            shared = self.avsagt(FELLES, answers)
            if shared is None or (utvalg and shared.data["maler"]):
                return None
            names = sorted(utvalg) if utvalg else shared.data["utvalgene"]
            parts = []
            for name in names:
                dom = self.avsagt(name, answers)
                if dom is None:
                    return None
                parts.append(rapport_lest(dom.data["rapport"], self.dato))
            common = rapport_lest(shared.data["rapport"], self.dato)
        except UFORSTAATT:
            return None
        if utvalg:
            common = replace(common, funn=tuple(f for f in common.funn if gjelder(f.finding, utvalg)))
        return samlet([*parts, common], self.dato)

    def lagre(self) -> None:
        """Keeps what is not kept yet. Where that cannot be done, the next run finds it out again."""
        for name in self.nye:
            lagret(self._folder, name, self._program, self.hos[name])
        if FELLES in self.nye:
            rydd(self._folder, frozenset(map(navnet, self.hos)))
        self.nye.clear()


def eieren(path: str) -> str:
    """Whose a file is: a council's, or what all share."""
    parts = path.split("/", 3)
    return parts[2] if len(parts) > 3 and path.startswith("records/utvalg/") else FELLES


def spurte(avsagte: Iterable[Avsagt]) -> set[Spoersmaal]:
    """All that was asked for these verdicts."""
    return {asked for each in avsagte for asked in each.spurt}
