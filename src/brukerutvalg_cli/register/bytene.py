"""Bytene: what is asked of files without reading them as YAML – whether a word may stand there, a sum of a template."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cache
from hashlib import sha256

from brukerutvalg_cli.funn.place import eieren
from brukerutvalg_cli.register.kjennskap import Enhet, Husket
from brukerutvalg_cli.register.plassering import is_record
from brukerutvalg_cli.register.tree import Tree


class Filord:
    """Which words stand in which files.

    Of a country there are many thousand files, and who changes one council asks each of them twice. So where somebody
    waits for a word, a file is looked through for it the first time it is read, and not read for it again; and where
    it is known from before which of some files have a word (`husket`), none of them is read. `ventet`: those words.
    """

    def __init__(self, tree: Tree, ventet: Iterable[bytes] = (), husket: Husket | None = None) -> None:
        self._tree, self._ventet, self._husket = tree, frozenset(ventet), husket or Husket()
        self._lett: dict[str, tuple[frozenset[bytes], frozenset[bytes]]] = {}
        """What each file was looked through for, and what of it is there."""

    def med(self, tree: Tree, endret: Collection[str]) -> Filord:
        """The same of a tree where no more than these files are other than in this one."""
        new = Filord(tree, self._ventet, self._husket.uten(map(eieren, endret)))
        new._lett = {path: each for path, each in self._lett.items() if path not in endret}
        return new

    def som_sier(self, enhet: Enhet, *ordene: bytes) -> Iterable[str]:
        """The records among these files that have one of these words in their bytes."""
        if not enhet.paths:
            return ()
        if self._husket.kan(enhet):
            known = self._husket.svar(enhet, _spurt(ordene), lambda: self._alle_som_sier(enhet, ordene))
            if known is not None:
                return known
        return (path for path in enhet.paths if is_record(path) and self._sier(path, ordene))

    def som_kan_si(self, enhet: Enhet, *ordene: bytes) -> Iterable[str]:
        """Those that may have one of these words: where none is in the bytes, it may be written with escapes."""
        return self.som_sier(enhet, *ordene, b"\\")

    def _alle_som_sier(self, enhet: Enhet, ordene: tuple[bytes, ...]) -> list[str] | None:
        """The same; None where one of them is not to be had."""
        said = {path: self._sier(path, ordene) for path in filter(is_record, enhet.paths)}
        return None if None in said.values() else [path for path, answer in said.items() if answer]

    def _sier(self, path: str, ordene: tuple[bytes, ...]) -> bool | None:
        """Whether one of these words is in the bytes of a file; None where it is not to be had."""
        looked_for, found = self._lett.get(path, _ULETT)
        if looked_for.issuperset(ordene):
            return not found.isdisjoint(ordene)
        raw = self._tree.read(path)
        if not isinstance(raw, bytes):
            return None
        if self._ventet:
            words = self._ventet.union(ordene)
            self._lett[path] = words, frozenset(word for word in words if word in raw)
        return any(word in raw for word in ordene)


@cache
def _spurt(ordene: tuple[bytes, ...]) -> str:
    """What was asked, in words."""
    return b" ".join(ordene).decode(errors="backslashreplace")


_ULETT = frozenset[bytes](), frozenset[bytes]()


def maler(tree: Tree, paths: Collection[str]) -> Iterator[tuple[str, str]]:
    """The templates of the register's own, each with a sum of its bytes; one that cannot be read is none."""
    for path in paths:
        if "/templates/" in path and isinstance(raw := tree.read(path), bytes):
            yield path, sha256(raw).hexdigest()[:12]
