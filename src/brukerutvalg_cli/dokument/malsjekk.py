"""Malsjekk: what is wrong with the councils' own templates, as far as can be seen without a meeting to write of.

A block that the template below has no place for is never written, and Jinja says nothing of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jinja2 import Environment
from jinja2.exceptions import TemplateNotFound
from jinja2.nodes import Block, Const, Extends, Node, Template

from brukerutvalg_cli.dokument.environment import COMMON, NAMES, environment, own_folder
from brukerutvalg_cli.dokument.malfeil import feil_i, malfeil, sted
from brukerutvalg_cli.dokument.malregel import MAL_FEIL
from brukerutvalg_cli.forslag import forslag
from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.register.tree import Tree


def malsjekk(tree: Tree, utvalg: str, maler: Iterable[str] = NAMES) -> list[Finding]:
    """The findings in the templates that a council has of its own, and in those all councils share."""
    if not any(tree.exists(f"{folder}/{name}") for folder in (own_folder(utvalg), COMMON) for name in NAMES):
        return []
    jinja = environment(tree, utvalg)
    found: dict[str, Finding] = {}
    for name in maler:
        try:
            jinja.get_template(name)
            for finding in _uten_plass(jinja, name, tree):
                found.setdefault(finding.emne, finding)
        except Exception as error:
            # A template can be wrong in as many ways as a program. One of our own is the program's affair.
            wrong = malfeil(error, tree)
            if wrong is None:
                raise
            found.setdefault(wrong.emne, wrong)
    return list(found.values())


def _uten_plass(jinja: Environment, name: str, tree: Tree) -> Iterator[Finding]:
    """Each block of a template, or of one it builds on, that nothing further down has a place for."""
    chain: list[tuple[str, str, Template]] = []
    while name not in (asked for asked, _, _ in chain):  # one that builds on itself says so when it is used
        assert jinja.loader
        source, path, _ = jinja.loader.get_source(jinja, name)
        tree_of_it = jinja.parse(source, name, path)
        chain.append((name, path or "", tree_of_it))
        below = next(tree_of_it.find_all(Extends), None)
        if below is None or not isinstance(below.template, Const):
            break
        name = str(below.template.value)
        try:
            jinja.loader.get_source(jinja, name)
        except TemplateNotFound as error:
            if path and path.startswith("records/"):
                yield feil_i(error, tree, path, below.lineno)
            return
    for at, (_, path, top) in enumerate(chain[:-1]):
        have = sorted({block.name for _, _, other in chain[at + 1 :] for block in other.find_all(Block)})
        for block in _outermost(top):
            if block.name not in have and path.startswith("records/"):
                yield _finding(tree, path, block, chain[at + 1][0], have)


def _outermost(node: Node) -> Iterator[Block]:
    """The blocks that are in no other: one within another is written with it."""
    for child in node.iter_child_nodes():
        if isinstance(child, Block):
            yield child
        else:
            yield from _outermost(child)


def _finding(tree: Tree, path: str, block: Block, below: str, have: list[str]) -> Finding:
    meant = forslag(block.name, have)
    return MAL_FEIL.finding(
        f"blokken «{block.name}» har ingen plass i {below}, og blir aldri skrevet"
        + (f"; mente du «{meant}»?" if meant else ""),
        sted(tree, path, block.lineno),
        help=f"skriv «{meant}» i stedet" if meant else f"bruk en av {', '.join(have)}",
        emne=f"{path} {block.name}",
    )
