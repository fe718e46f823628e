"""Bytene: what is asked of files without reading them as YAML – whether a word may stand there, a sum of a template."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from hashlib import sha256

from brukerutvalg_cli.register.tree import Tree


class Filord:
    """Which words stand in which files.

    Of a country there are many thousand files, and who changes one council asks each of them twice. So where somebody
    waits for a word, a file is looked through for it the first time it is read, and not read for it again.
    `ventet`: those words.
    """

    def __init__(self, tree: Tree, ventet: Iterable[bytes] = ()) -> None:
        self._tree, self._ventet = tree, frozenset(ventet)
        self._lett: dict[str, tuple[frozenset[bytes], frozenset[bytes]]] = {}
        """What each file was looked through for, and what of it is there."""

    def med(self, tree: Tree, endret: Collection[str]) -> Filord:
        """The same of a tree where no more than these files are other than in this one."""
        new = Filord(tree, self._ventet)
        new._lett = {path: each for path, each in self._lett.items() if path not in endret}
        return new

    def sier(self, path: str, *ordene: bytes) -> bool:
        """Whether one of these words is in the bytes of a file."""
        looked_for, found = self._lett.get(path, _ULETT)
        if looked_for.issuperset(ordene):
            return not found.isdisjoint(ordene)
        raw = self._tree.read(path)
        if not isinstance(raw, bytes):
            return False
        if self._ventet:
            words = self._ventet.union(ordene)
            self._lett[path] = words, frozenset(word for word in words if word in raw)
        return any(word in raw for word in ordene)

    def kan_si(self, path: str, *ordene: bytes) -> bool:
        """Whether a file may have one of these words: where none is in the bytes, it may be written with escapes."""
        return self.sier(path, *ordene, b"\\")


_ULETT = frozenset[bytes](), frozenset[bytes]()


def maler(tree: Tree, paths: Collection[str]) -> Iterator[tuple[str, str]]:
    """The templates of the register's own, each with a sum of its bytes; one that cannot be read is none."""
    for path in paths:
        if "/templates/" in path and isinstance(raw := tree.read(path), bytes):
            yield path, sha256(raw).hexdigest()[:12]
