"""Spor: the register read as ever, while it is noted what a council that is judged asks of the rest of it.

What stands in its own files is no question. Everything else it can learn is one: of another council, of all of them, or
of what all share; so as long as the answers are the same, so is what is found.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property, partial
from typing import Any, TypeVar

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.funn.place import UTVALG
from brukerutvalg_cli.mandat.navneform import med_kanoniske_navn
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.omriss import NEVNER_ORGANISASJON, Filslag, Omrissdel
from brukerutvalg_cli.model.organisasjonene import Organisasjonene
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.verdier import Ukjent
from brukerutvalg_cli.register.ett_utvalg import Utvalgslest
from brukerutvalg_cli.register.fellesfiler import Fellesfiler
from brukerutvalg_cli.register.landet import Landet
from brukerutvalg_cli.register.tree import Tree

T = TypeVar("T")

KJENT, OVERORDNET, PERSONFILER, MALER = "kjent", "overordnet", "personfiler", "maler"
ULESTE = "uleste"
VERTER, HELE = "verter", "hele"
"""The questions beside those of the outline: whether there is such a council, who is above it, for whom it has files,
which templates it has, which files could not be read; which councils hold meetings with one, and a whole council."""
ALLE = "*"
"""All councils but the one that asks."""
FELLES = ""
"""What all share, where a council is named."""
GRUNNLAG, FIL, REGELVERK, REGELVERKSNAVN = "grunnlag", "fil ", "regelverk ", "regelverksnavn"
SATSER, FELLES_FILER = "satser", "felles filer"
"""The questions to what all share: what nobody is judged without – the list of words, what could not be read, what
events are called – and is not noted; one of the files, by its path; one rule set, by its id, and which there are; the
rates; which files there are. And those to the organisations (`model/organisasjonene.py`)."""
UFORUTSETT = "uforutsett"
"""Something was asked that cannot be asked again in so few words."""


class SporetTre:
    """A tree that says what was opened: `lest` is told of each file, with what was in it; `uforutsett`, that something
    else was asked of one."""

    def __init__(
        self, tree: Tree, lest: Callable[[str, bytes | Finding], None], uforutsett: Callable[[], None]
    ) -> None:
        self._tree, self._lest, self._uforutsett = tree, lest, uforutsett

    def paths(self) -> list[str]:
        return self._tree.paths()

    def read(self, path: str) -> bytes | Finding:
        raw = self._tree.read(path)
        self._lest(path, raw)
        return raw

    def exists(self, path: str) -> bool:
        self._uforutsett()
        return self._tree.exists(path)

    def size(self, path: str) -> int | None:
        self._uforutsett()
        return self._tree.size(path)

    def problems(self) -> tuple[Finding, ...]:
        return self._tree.problems()


class SpurtSamling(Collection[T]):
    """Some things, and somebody who is told when they are looked at."""

    def __init__(self, alle: Collection[T], spurt: Callable[[], object]) -> None:
        self._alle, self._spurt = alle, spurt

    def __contains__(self, each: object) -> bool:
        self._spurt()
        return each in self._alle

    def __iter__(self) -> Iterator[T]:
        self._spurt()
        return iter(self._alle)

    def __len__(self) -> int:
        self._spurt()
        return len(self._alle)


class SporedeRegelverk(Mapping[str, Regelverk]):
    """The rule sets by id. `hent` is asked for each, and raises KeyError where there is none; `navnene` for all."""

    def __init__(self, hent: Callable[[str], Regelverk], navnene: Callable[[], Collection[str]]) -> None:
        self._hent, self._navnene = hent, navnene

    def __getitem__(self, id: str) -> Regelverk:
        return self._hent(id)

    def __iter__(self) -> Iterator[str]:
        return iter(self._navnene())

    def __len__(self) -> int:
        return len(self._navnene())


class SporetLandet(Landet):
    """All councils, with what is asked while somebody listens. What an answer is found from, is no question."""

    def __init__(self, tree: Tree, lest: Callable[[str, bytes | Finding], None]) -> None:
        self._spurt: set[tuple[str, str]] = set()
        self._svarer = 0
        self._si_fra = lest
        self._kanoniske: dict[str, tuple[Regelverk, frozenset[tuple[str, str]]]] = {}
        super().__init__(SporetTre(tree, self._aapnet, self._uforutsett))

    def lytt(self) -> set[tuple[str, str]]:
        """Listens from here on; what is asked comes in the set."""
        self._spurt = set()
        return self._spurt

    @contextmanager
    def uhoert(self) -> Iterator[None]:
        """What is asked meanwhile is no question."""
        self._svarer += 1
        try:
            yield
        finally:
            self._svarer -= 1

    def _spoer(self, what: str, whom: str, svar: Callable[[], T]) -> T:
        if self._svarer:
            return svar()
        self._spurt.add((what, whom))
        self._svarer += 1
        try:
            return svar()
        finally:
            self._svarer -= 1

    def _aapnet(self, path: str, raw: bytes | Finding) -> None:
        self._si_fra(path, raw)
        parts = path.split("/", 3)
        if not path.startswith(UTVALG) or len(parts) < 4:
            self._merk(f"{FIL}{path}")
        elif not self._svarer and parts[2] not in self._for_haanden:
            self._spurt.add((HELE, parts[2]))

    def _uforutsett(self) -> None:
        self._merk(UFORUTSETT)

    def _merk(self, what: str) -> None:
        """Notes a question to what all share."""
        if not self._svarer:
            self._spurt.add((what, FELLES))

    # What may be asked

    @property
    def kjente(self) -> frozenset[str]:
        return self._spoer(KJENT, ALLE, lambda: self._kjente)

    @cached_property
    def _kjente(self) -> frozenset[str]:
        return self._finn_kjente()

    def svaret(self, delen: Omrissdel[T], utvalg: str) -> T | None:
        return self._spoer(delen.navn, utvalg, lambda: super(SporetLandet, self).svaret(delen, utvalg))

    def uleste(self, utvalg: str, filer: frozenset[Filslag]) -> frozenset[str]:
        what = " ".join((ULESTE, *sorted(filer)))
        return self._spoer(what, utvalg, lambda: super(SporetLandet, self).uleste(utvalg, filer))

    def under(self, utvalg: str) -> tuple[str, ...] | Ukjent:
        return self._spoer(OVERORDNET, ALLE, lambda: super(SporetLandet, self).under(utvalg))

    def har_person(self, person: str) -> Iterator[str]:
        return self._spoer(PERSONFILER, ALLE, lambda: super(SporetLandet, self).har_person(person))

    def som_sier(self, ordene: Collection[str], filer: frozenset[Filslag]) -> Iterator[str]:
        self._uforutsett()
        return super().som_sier(ordene, filer)

    def innhold(self, utvalg: str) -> Iterator[bytes]:
        self._uforutsett()
        return super().innhold(utvalg)

    def nevner(self, utvalg: str, ordene: Collection[bytes]) -> bool:
        self._uforutsett()
        return super().nevner(utvalg, ordene)

    def lest(self, utvalg: str) -> Utvalgslest:
        if utvalg in self._for_haanden:
            return super().lest(utvalg)
        return self._spoer(HELE, utvalg, lambda: super(SporetLandet, self).lest(utvalg))

    def _med_de_andre(self, mappe: Utvalgsmappe) -> Utvalgsmappe:
        self._spoer(VERTER, mappe.id, lambda: self._verter)
        return super()._med_de_andre(mappe)

    # What all share

    @cached_property
    def felles(self) -> Fellesfiler:
        with self.uhoert():  # it is read for all of them; what each makes of it, is asked below
            return super().felles

    def register(self, utvalg: Collection[str]) -> Register:
        found = super().register(utvalg)
        return replace(
            found,
            organisasjoner=Organisasjonene(found.organisasjoner, self._merk),
            satser=SpurtSamling(found.satser, partial(self._merk, SATSER)),
            felles_paths=SpurtSamling(found.felles_paths, partial(self._merk, FELLES_FILER)),
        )

    @property
    def mangler_organisasjoner(self) -> Finding | None:
        if self.felles.har_organisasjoner:
            return None
        return self._spoer(NEVNER_ORGANISASJON.navn, ALLE, lambda: self._mangler_organisasjoner)

    @cached_property
    def _mangler_organisasjoner(self) -> Finding | None:
        return self._finn_mangler_organisasjoner()

    def regelverk(self, register: Register) -> Mapping[str, Regelverk]:
        return SporedeRegelverk(self._kanonisk, self._regelverksnavn)

    def _skrevne_regelverk(self) -> Mapping[str, Regelverk]:
        return SporedeRegelverk(self._skrevet, self._regelverksnavn)

    def _regelverksnavn(self) -> Collection[str]:
        self._merk(REGELVERKSNAVN)
        return self.felles.regelverk

    def _skrevet(self, id: str) -> Regelverk:
        self._merk(f"{REGELVERK}{id}")
        return self.felles.regelverk[id]

    def _kanonisk(self, id: str) -> Regelverk:
        """A rule set with each name as it is declared, which is asked of all councils: once, and noted each time."""
        written = self._skrevet(id)
        if id not in self._kanoniske:
            others, self._spurt = self._spurt, set()
            answering, self._svarer = self._svarer, 0
            try:
                found = med_kanoniske_navn(written, self.register(()))
                self._kanoniske[id] = found, frozenset(self._spurt)
            finally:
                self._spurt, self._svarer = others, answering
        found, asked = self._kanoniske[id]
        if not self._svarer:
            self._spurt |= asked
        return found

    def forbered(self) -> None:
        """Finds out what is the same for every council that is judged."""
        with self.uhoert():
            for id in self.felles.regelverk:
                self._kanonisk(id)

    def kjenner(self, utvalg: str, gjester: Collection[str], fortalt: Any) -> None:
        """What is known of a council from before, so that it is not read for that."""
        self._gjester[utvalg] = frozenset(gjester)
        if fortalt is not None:
            self.motta(utvalg, fortalt)
