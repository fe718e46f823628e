"""Spor: the register read as ever, while it is noted what a council that is judged asks of the others.

What stands in its own files and in those that all share is no question. Everything else it can learn is one, or a whole
council; so as long as the answers are the same, so is what is found.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import Any, TypeVar

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.omriss import Filslag, Omrissdel
from brukerutvalg_cli.model.verdier import Ukjent
from brukerutvalg_cli.register.ett_utvalg import UTVALG, Utvalgslest
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


class SporetLandet(Landet):
    """All councils, with what is asked while somebody listens. What an answer is found from, is no question."""

    def __init__(self, tree: Tree, lest: Callable[[str, bytes | Finding], None]) -> None:
        self._spurt: set[tuple[str, str]] = set()
        self._svarer = 0
        self._si_fra = lest
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
        if not self._svarer and path.startswith(UTVALG):
            owner = path.split("/", 3)[2]
            if owner not in self._for_haanden:
                self._spurt.add((HELE, owner))

    def _uforutsett(self) -> None:
        self._spoer(UFORUTSETT, "", lambda: None)

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

    def forbered(self) -> frozenset[tuple[str, str]]:
        """Finds out what is the same for every council that is judged, and what was asked for that."""
        asked = self.lytt()
        register = self.register(())
        self.regelverk(register)
        return frozenset(asked)

    def kjenner(self, utvalg: str, gjester: Collection[str], fortalt: Any) -> None:
        """What is known of a council from before, so that it is not read for that."""
        self._gjester[utvalg] = frozenset(gjester)
        if fortalt is not None:
            self.motta(utvalg, fortalt)
