"""Bytene: what is asked of files without reading them as YAML – whether a word may stand there, a sum of a template."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from hashlib import sha256

from brukerutvalg_cli.register.tree import Tree


def kan_si(tree: Tree, path: str, *ordene: bytes) -> bool:
    """Whether a file may have one of these words: where none is in the bytes, it may still be written with escapes."""
    raw = tree.read(path)
    if not isinstance(raw, bytes):
        return False
    for word in ordene:  # of a country, each of its files comes by here
        if word in raw:
            return True
    return b"\\" in raw


def maler(tree: Tree, paths: Collection[str]) -> Iterator[tuple[str, str]]:
    """The templates of the register's own, each with a sum of its bytes; one that cannot be read is none."""
    for path in paths:
        if "/templates/" in path and isinstance(raw := tree.read(path), bytes):
            yield path, sha256(raw).hexdigest()[:12]
