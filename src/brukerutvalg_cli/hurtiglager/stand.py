"""Stand: a register held up against what is kept of it – which councils are as they were, which verdicts hold still.

Only looks at files, and opens those that look otherwise than they did. No record is read, and no rule imported: that is
for who has to judge (`gjenbruk.py`).
"""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from json import dumps
from pathlib import Path
from types import MappingProxyType

from brukerutvalg_cli.hurtiglager import samlet_svar
from brukerutvalg_cli.hurtiglager.avtrykk import Avtrykk, dette_programmet, registeret
from brukerutvalg_cli.hurtiglager.fil import KJENNSKAPEN, navnet
from brukerutvalg_cli.hurtiglager.innhold import filene, innholdet, innholdet_i, summen_av
from brukerutvalg_cli.hurtiglager.koding import rapportene_lest
from brukerutvalg_cli.hurtiglager.oppslag import (
    FELLES,
    LESEMAATE,
    UFORSTAATT,
    Avsagt,
    Lagernoekkel,
    Oppslagsnoekkel,
    Utvalgsoppslag,
    hentet,
    lagret,
)
from brukerutvalg_cli.hurtiglager.sted import klargjoer, mappen, rydd
from brukerutvalg_cli.hurtiglager.summer import summen
from brukerutvalg_cli.hurtiglager.svarene import Svarene
from brukerutvalg_cli.rapport.rapport import Rapport
from brukerutvalg_cli.rapport.samlet import gjelder, samlet
from brukerutvalg_cli.register.stier import utvalgenes
from brukerutvalg_cli.register.tree import Tree, WorkTree

ALT, BEGYNT, UANSETT = "alt", "begynt", "uansett"
"""The modes of a verdict: as things weigh on the day, as they weigh for who asks what a change makes, or either way."""


def standen(
    tree: Tree, dato: date, root: Path, modus: str = ALT, utvalg: Collection[str] = ()
) -> Stand | None:
    """The register as it is, and what is kept of it; None where nothing is to be kept, or nothing can be.

    `utvalg`: for who asks of these alone. Where nothing is kept of one of them as it is, no other is looked at.
    """
    folder = mappen(root)
    if folder is None or not klargjoer(folder):
        return None
    try:
        program = dette_programmet()
        if isinstance(tree, WorkTree) and not all(_er_avsagt(tree, folder, program, name) for name in utvalg):
            return None
        stand = Filstand if isinstance(tree, WorkTree) else Stand
        return stand(tree, dato, folder, program, modus)
    except OSError:
        return None


def _er_avsagt(tree: WorkTree, folder: Path, program: str, utvalg: str) -> bool:
    """Whether a verdict is kept on a council whose files hold what they hold now."""
    if (kept := hentet(folder, utvalg, program)) is None:
        return False
    files = innholdet(tree, utvalgenes(tree.paths()).get(utvalg, ()), kept)
    return kept.har_dom(summen_av({path: held for path, (_, held) in files.items()}))


class Stand:
    """One look at all councils of a tree. `hos`: what is kept of each; `noekler`: what each holds now; `nye`: those of
    which more is to be kept."""

    def __init__(
        self,
        tree: Tree,
        dato: date,
        folder: Path,
        program: str,
        modus: str,
        kjente: Mapping[str, Utvalgsoppslag] = MappingProxyType({}),
    ) -> None:
        self.tree, self.dato, self.modus = tree, dato, modus
        self._folder, self._program, self._kjente = folder, program, kjente
        self.nye: set[str] = set()
        self.hos: dict[str, Utvalgsoppslag] = {}
        self.noekler: dict[str, Lagernoekkel] = {}
        self._summer: dict[str, Mapping[str, str]] = {}
        self._se_paa()

    def om(self, tree: Tree) -> Stand:
        """One look at another tree of the same register: what is kept is read once, and what is found out of the one
        is known of the other."""
        return Stand(tree, self.dato, self._folder, self._program, self.modus, self.hos)

    def innhold(self, utvalg: str) -> str:
        """A sum of what all files of a council hold."""
        return self.noekler[utvalg].innhold if utvalg in self.noekler else ""

    def _se_paa(self) -> None:
        """Finds out what the files of each council hold."""
        for name, paths in self.paths.items():
            self.hos[name] = self._kjente.get(name) or self.kjent(name)
            self._summer[name] = {path: innholdet_i(self.tree, path) for path in paths}
        self._sett_noekler({name: summen_av(each) for name, each in self._summer.items()})

    def _sett_noekler(self, innhold: Mapping[str, str]) -> None:
        """The same for all of them is which councils there are, and what nobody can look into."""
        told = (f"{problem.place.path} {problem.message}" for problem in self.tree.problems())
        shared = summen(*sorted(innhold), *told)
        self.noekler = {name: Lagernoekkel(each, shared) for name, each in innhold.items()}

    def kjent(self, utvalg: str) -> Utvalgsoppslag:
        """What is kept of a council."""
        return hentet(self._folder, utvalg, self._program) or Utvalgsoppslag()

    def summer(self, utvalg: str) -> Mapping[str, str]:
        """A sum of what each file of a council holds."""
        return self._summer.get(utvalg, {})

    @cached_property
    def paths(self) -> Mapping[str, Sequence[str]]:
        """The files of each council; of what all share, though there is none."""
        return utvalgenes(self.tree.paths())

    def uten_mappe(self, utvalg: str) -> None:
        """A council that has no files of its own: what was meant for it lies elsewhere."""
        self.hos[utvalg] = self.kjent(utvalg)
        self.noekler[utvalg] = Lagernoekkel(summen(), self.noekler[FELLES].felles)

    # What is kept

    def svarene(self) -> Svarene:
        """What each council answers, as far as that is known."""
        told = {name: each.fortalt.get(self.svarnoekkel(name)) for name, each in self.hos.items() if name}
        guests = {name: each.gjester for name, each in told.items() if each}
        return Svarene(
            {name: each.innhold for name, each in self.noekler.items()},
            {name: each.fakta if each else {} for name, each in told.items()},
            guests if len(guests) == len(told) else None,
            self.felles_svarer,
        )

    @property
    def felles_svarer(self) -> Mapping[str, str]:
        """What all share answers, as far as anybody has asked."""
        told = self.hos[FELLES].fortalt.get(self.noekler[FELLES])
        return told.fakta if told else {}

    def svarnoekkel(self, utvalg: str) -> Lagernoekkel:
        """Under what a council's answers are kept: its files, and by what they are read."""
        key = self.noekler[utvalg]
        if utvalg == FELLES:
            return key
        return Lagernoekkel(key.innhold, f"{key.felles} {self.felles_svarer.get(LESEMAATE, '')}")

    def kanskje_avsagt(self, utvalg: str) -> list[Avsagt]:
        """The verdicts on a council that hold, if what was asked for them is answered the same."""
        entry = self.hos.get(utvalg)
        try:
            return (
                list(entry.doemmene(self.noekler[utvalg], (self.modus, UANSETT), self.dato)) if entry else []
            )
        except UFORSTAATT:
            return []

    def avsagt(self, utvalg: str, svarene: Svarene) -> Avsagt | None:
        """The verdict on a council that holds, where one is kept."""
        for each in self.kanskje_avsagt(utvalg):
            if (answered := svarene.sum(each.spurt, utvalg)) and answered == each.svar:
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
            found = [dom for name in names if (dom := self.avsagt(name, answers))]
            codes = [each.data["rapport"] for each in found]
            if len(codes) < len(names):
                return None
            if not utvalg:
                whole = rapportene_lest([*codes, shared.data["rapport"]], self.dato)
                self._hold([*found, shared], whole)
                return whole
            common = rapportene_lest([shared.data["rapport"]], self.dato)
            concerned = tuple(f for f in common.funn if gjelder(f.finding, utvalg))
            return samlet([rapportene_lest(codes, self.dato), replace(common, funn=concerned)], self.dato)
        except UFORSTAATT:
            return None

    def _hold(self, doemmene: Sequence[Avsagt], rapport: Rapport) -> None:
        """All verdicts are kept, and this is the report that they make."""

    def lagre(self) -> None:
        """Keeps what is not kept yet. Where that cannot be done, the next run finds it out again."""
        for name in self.nye & self.hos.keys():
            lagret(self._folder, name, self._program, self.hos[name])
        self.nye.clear()


class Filstand(Stand):
    """The same of the files on disk: those that look as they did are not opened, and hold what they held."""

    tree: WorkTree

    def _se_paa(self) -> None:
        self._sett = time.time_ns()
        self._ser_ut = registeret(self.tree.root)
        self._sum = samlet_svar.summen_av(self._ser_ut)
        self._nytt_svar: samlet_svar.SamletSvar | None = None
        known = samlet_svar.hentet(self._folder, self._program, self.modus)
        self._svar = known if known and known.gjelder(self._sum, self.dato) else None
        if self._svar is None:
            self._se_paa_hver()

    def _se_paa_hver(self) -> None:
        """The same council by council, where what is kept of all of them does not do."""
        seen = self._ser_ut
        self.hos = {name: self.kjent(name) for name in seen}
        changed = [name for name, each in seen.items() if not self._som_sist(name, each)]
        shared = {each.felles for each in self.hos.values()}
        if not changed and len(shared) == 1:
            self.noekler = {name: each.noekkel for name, each in self.hos.items()}
            return
        for name in {*changed, *(self.paths.keys() - self.hos.keys())}:
            entry = self.hos.setdefault(name, self.kjent(name))
            files = innholdet(self.tree, self.paths.get(name, ()), entry)
            entry.sett, entry.avtrykk = self._sett, seen.get(name)
            entry.filer = dumps(files).encode()
            entry.innhold = summen_av({path: held for path, (_, held) in files.items()})
            self.nye.add(name)
        for name in self.hos.keys() - self.paths.keys():
            del self.hos[name]  # a folder with nothing in it
        self._sett_noekler({name: each.innhold for name, each in self.hos.items()})
        for name, entry in self.hos.items():
            if entry.felles != self.noekler[name].felles:
                entry.felles = self.noekler[name].felles
                self.nye.add(name)

    def _som_sist(self, name: str, seen: Avtrykk) -> bool:
        entry = self.hos[name]
        return entry.avtrykk is not None and seen.staar(entry.avtrykk, entry.sett)

    def rapport(self, utvalg: Collection[str] = ()) -> Rapport | None:
        if self._svar is not None and not utvalg:
            try:
                return self._svar.rapport(self.dato)
            except UFORSTAATT:
                pass
        if not self.hos:
            self._se_paa_hver()
        return super().rapport(utvalg)

    def om(self, tree: Tree) -> Stand:
        if not self.hos:
            self._se_paa_hver()
        return super().om(tree)

    def _hold(self, doemmene: Sequence[Avsagt], rapport: Rapport) -> None:
        if all(self._som_sist(name, each) for name, each in self._ser_ut.items()):
            self._nytt_svar = samlet_svar.av_dommene(self._sum, doemmene, rapport)

    def lagre(self) -> None:
        others = FELLES in self.nye
        super().lagre()
        if self._nytt_svar:
            samlet_svar.lagret(self._folder, self._program, self.modus, self._nytt_svar)
        if others:
            kept = (KJENNSKAPEN, *map(navnet, self.hos), *map(samlet_svar.navnet, (ALT, BEGYNT)))
            rydd(self._folder, frozenset(kept))

    def summer(self, utvalg: str) -> Mapping[str, str]:
        if utvalg not in self._summer and utvalg in self.hos:
            self._summer[utvalg] = {path: held for path, (_, held) in filene(self.hos[utvalg]).items()}
        return super().summer(utvalg)


def spurte(avsagte: Iterable[Avsagt]) -> set[Oppslagsnoekkel]:
    """All that was asked for these verdicts."""
    return {asked for each in avsagte for asked in each.spurt}
