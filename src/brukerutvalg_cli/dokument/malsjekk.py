"""Malsjekk: what is wrong with the councils' own templates, as far as can be seen without a meeting to write of.

A block that the template below has no place for is never written, and Jinja says nothing of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, pairwise
from typing import ClassVar, NamedTuple

from jinja2 import Environment
from jinja2.exceptions import TemplateNotFound
from jinja2.nodes import Block, Const, Extends, Node

from brukerutvalg_cli.dokument.budget import Malgrense
from brukerutvalg_cli.dokument.environment import NAMES, Documents, environment, folders
from brukerutvalg_cli.dokument.loader import MOST, Compiled
from brukerutvalg_cli.dokument.malfeil import feil_i, malfeil, sted
from brukerutvalg_cli.dokument.malregel import MAL_FEIL
from brukerutvalg_cli.forslag import forslag
from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.register.linjer import short
from brukerutvalg_cli.register.tree import RECORDS, Tree

_MOST_TOLD = 20
"""Blocks without a place that are told of in one template. Whoever has more, has one mistake more times."""


class _Mal(NamedTuple):
    """What there is to know of one template when its blocks are looked for."""

    path: str
    blocks: frozenset[str]
    outermost: tuple[tuple[str, int], ...]
    """Those that are in no other, with their lines: one within another is written with it."""
    below: str
    """The template it builds on; empty where it builds on none, or on one that is found out later."""
    row: int


class Malsjekk:
    """The check of one register's templates: each is read once, however many councils share it."""

    _packaged: ClassVar[dict[str, _Mal]] = {}
    """Those that come with the program are the same in every register."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._compiled: Compiled = {}
        self._read: dict[str, _Mal] = {}

    def environment(self, utvalg: str) -> Documents:
        """The templates as one council has them."""
        return environment(self._tree, folders(self._tree, utvalg), self._compiled)

    def alle(self, utvalg: Iterable[str]) -> list[Finding]:
        """The findings in the templates of these councils, each once."""
        found: dict[str, Finding] = {}
        of_their_own = _with_templates(self._tree)
        # Councils without a file of their own have the same templates: the check of one is that of all.
        chosen = {name if name in of_their_own else "": name for name in utvalg}
        for name in chosen.values():
            for finding in self.findings(name):
                found.setdefault(finding.fingerprint, finding)
        return list(found.values())

    def findings(self, utvalg: str, maler: Iterable[str] = NAMES) -> list[Finding]:
        """The findings in the templates that a council has of its own, and in those all councils share."""
        if not folders(self._tree, utvalg):
            return []
        jinja = self.environment(utvalg)
        found: dict[str, Finding] = {}
        for name in maler:
            try:
                jinja.get_template(name)
                for finding in self._uten_plass(jinja, name):
                    found.setdefault(finding.emne, finding)
            except Exception as error:
                # A template can be wrong in as many ways as a program. One of our own is the program's affair.
                wrong = malfeil(error, self._tree)
                if wrong is None:
                    raise
                found.setdefault(wrong.emne, wrong)
        return list(found.values())

    def _uten_plass(self, jinja: Environment, name: str) -> Iterator[Finding]:
        """Each block of a template, or of one it builds on, that nothing further down has a place for."""
        chain: list[tuple[str, _Mal]] = []
        while name and name not in (asked for asked, _ in chain):  # a ring says so when it is used
            try:
                chain.append((name, self._lest(jinja, name)))
            except TemplateNotFound as error:
                above = chain[-1][1]
                if _is_own(above.path):
                    yield feil_i(error, self._tree, above.path, above.row)
                return
            if len(chain) > MOST:
                long = Malgrense("for mange maler bygger på hverandre", "bygg rett på en standardmal")
                own = next(lest for _, lest in chain if _is_own(lest.path))
                yield feil_i(long, self._tree, own.path, own.row)
                return
            name = chain[-1][1].below
        have: frozenset[str] = frozenset()
        for (_, upper), (below, lower) in reversed([*pairwise(chain)]):
            have |= lower.blocks
            if _is_own(upper.path):
                yield from islice(self._blokker(upper, below, have), _MOST_TOLD)

    def _lest(self, jinja: Environment, name: str) -> _Mal:
        assert jinja.loader
        source, path, _ = jinja.loader.get_source(jinja, name)
        path = path or ""
        known = self._read if _is_own(path) else self._packaged
        if path not in known:
            known[path] = _read(path, jinja.parse(source, name, path))
        return known[path]

    def _blokker(self, lest: _Mal, below: str, have: frozenset[str]) -> Iterator[Finding]:
        for block, row in lest.outermost:
            if block not in have:
                yield _finding(self._tree, lest.path, block, row, below, sorted(have))


def _with_templates(tree: Tree) -> set[str]:
    """The councils that have a file in their own folder of templates."""
    parts = (path.split("/", 4) for path in tree.paths())
    return {part[2] for part in parts if len(part) > 4 and part[1] == "utvalg" and part[3] == "templates"}


def _is_own(path: str) -> bool:
    return path.startswith(f"{RECORDS}/")


def _read(path: str, top: Node) -> _Mal:
    below = next(top.find_all(Extends), None)
    name = str(below.template.value) if below and isinstance(below.template, Const) else ""
    return _Mal(
        path,
        frozenset(block.name for block in top.find_all(Block)),
        tuple((block.name, block.lineno) for block in _outermost(top)),
        name,
        below.lineno if below else 0,
    )


def _outermost(node: Node) -> Iterator[Block]:
    for child in node.iter_child_nodes():
        if isinstance(child, Block):
            yield child
        else:
            yield from _outermost(child)


def _finding(tree: Tree, path: str, block: str, row: int, below: str, have: list[str]) -> Finding:
    meant = forslag(block, have)
    some = ", ".join(have[:_MOST_TOLD])
    return MAL_FEIL.finding(
        f"blokken «{short(block)}» har ingen plass i {short(below)}, og blir aldri skrevet"
        + (f"; mente du «{meant}»?" if meant else ""),
        sted(tree, path, row),
        help=f"skriv «{meant}» i stedet" if meant else f"bruk en av {some}",
        emne=f"{path} {block}",
    )
