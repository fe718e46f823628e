"""Lesning: the document, read once, as the blocks that every format is made of.

A quotation becomes its own words in quotation marks, code becomes text, an image what it is called, a link to where
no document leads its text, and a table too wide for a phone a list. A rule between paragraphs says nothing, and goes.
`nettekst/ikke_vist.py` knows the same things, to tell whoever wrote them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from brukerutvalg_cli.dokument.format.blokker import (
    Avsnitt,
    Blokk,
    Linje,
    Merket,
    Overskrift,
    Punktliste,
    Tabellblokk,
    ren,
    som_liste,
)
from brukerutvalg_cli.nettekst.ikke_vist import FLEST_KOLONNER
from brukerutvalg_cli.nettekst.lenke import lovlig
from brukerutvalg_cli.nettekst.leser import les


class Lesning(NamedTuple):
    """A document as it is read: its title, and what stands below it."""

    tittel: str
    blokker: tuple[Blokk, ...]


def lesning(markdown: str) -> Lesning:
    """The document. Its title is the first heading of the highest level, wherever a template has put it."""
    blokker = list(_blokker(SyntaxTreeNode(les(markdown)).children, []))
    title = next((each for each in blokker if isinstance(each, Overskrift) and each.nivaa == 1), None)
    below = (each for each in blokker if each is not title)
    return Lesning(ren(title.linje) if title else "", tuple(_uten_hopp(below)))


def _uten_hopp(blokker: Iterator[Blokk]) -> Iterator[Blokk]:
    """No heading is more than one level below the one before it, and only the title is a title."""
    level = 1
    for each in blokker:
        if isinstance(each, Overskrift):
            level = max(2, min(each.nivaa, level + 1))
            yield replace(each, nivaa=level)
        else:
            yield each


def _blokker(nodes: list[SyntaxTreeNode], over: list[Linje]) -> Iterator[Blokk]:
    """`over`: the headings so far, for a table to be called by the last of them."""
    for node in nodes:
        match node.type:
            case "heading":
                if ren(linje := _linje(node)).strip():
                    over.append(linje)
                    yield Overskrift(int(node.tag[1]), linje)
            case "paragraph":
                yield from map(Avsnitt, _avsnitt(_linje(node)))
            case "bullet_list" | "ordered_list":
                if (liste := _liste(node, over)).punkter:
                    yield liste
            case "blockquote":
                yield from _sitat(tuple(_blokker(node.children, over)))
            case "fence" | "code_block":
                yield from (Avsnitt((line.strip(),)) for line in node.content.split("\n") if line.strip())
            case "table":
                yield _tabell(node, over[-1] if over else ())


def _avsnitt(linje: Linje) -> list[Linje]:
    """A paragraph, or several: nav.no breaks no line within one."""
    parts: list[list[str | Merket]] = [[]]
    for each in linje:
        first, *others = each.split("\n") if isinstance(each, str) else [each]
        parts[-1].append(first)
        parts += [[other] for other in others]
    return [part for part in map(_trimmet, parts) if ren(part)]


def _trimmet(linje: Iterable[str | Merket]) -> Linje:
    """Without blanks at its ends, or stretches of nothing."""
    parts = [each for each in linje if each]
    if parts and isinstance(parts[0], str):
        parts[0] = parts[0].lstrip()
    if parts and isinstance(parts[-1], str):
        parts[-1] = parts[-1].rstrip()
    return tuple(each for each in parts if each)


def _liste(node: SyntaxTreeNode, over: list[Linje]) -> Punktliste:
    items = (tuple(map(_i_punkt, _blokker(item.children, over))) for item in node.children)
    punkter = [item for item in items if item]  # nav.no shows no empty one
    ordered = node.type == "ordered_list"
    first = int(node.attrs.get("start", 1)) if ordered else 1
    if first == 1:
        return Punktliste(ordered, tuple(punkter))
    # A list on nav.no begins with 1; one that does not, has its numbers written.
    return Punktliste(False, tuple(_foran(f"{nr}. ", punkt) for nr, punkt in enumerate(punkter, first)))


def _i_punkt(blokk: Blokk) -> Blokk:
    """No heading stands in a list: it would be one of the document's, in the middle of something else."""
    return Avsnitt(blokk.linje) if isinstance(blokk, Overskrift) else blokk


def _foran(text: str, blokker: tuple[Blokk, ...]) -> tuple[Blokk, ...]:
    if isinstance(first := blokker[0], Avsnitt):
        return (Avsnitt((text, *first.linje)), *blokker[1:])
    return (Avsnitt((text.strip(),)), *blokker)


def _sitat(blokker: tuple[Blokk, ...]) -> Iterator[Blokk]:
    """The words of somebody else are still seen to be."""
    for nr, each in enumerate(blokker):
        if isinstance(each, Avsnitt):
            first, last = nr == 0, nr == len(blokker) - 1
            each = Avsnitt((*(("«",) if first else ()), *each.linje, *(("»",) if last else ())))
        yield each


def _tabell(node: SyntaxTreeNode, tittel: Linje) -> Blokk:
    rows = [
        tuple(_trimmet(_linje(cell)) for cell in row.children)
        for part in node.children
        for row in part.children
    ]
    hode, *rader = rows
    if len(hode) > FLEST_KOLONNER or not rader:
        return som_liste(hode, tuple(rader)) if rader else Avsnitt(_med_komma(hode))
    return Tabellblokk(tittel, hode, tuple(rader))


def _med_komma(linjer: tuple[Linje, ...]) -> Linje:
    joined = tuple(part for linje in linjer for part in (", ", *linje))
    return joined[1:]


def _linje(node: SyntaxTreeNode) -> Linje:
    """The text of a block that holds one line of it."""
    inline = node.children[0] if node.children else None
    return _sammen(_innhold(inline.children)) if inline else ()


def _innhold(nodes: list[SyntaxTreeNode]) -> Iterator[str | Merket]:
    for node in nodes:
        match node.type:
            case "strong" | "em" as kind:
                inside = _sammen(_innhold(node.children), en_linje=True)
                if ren(inside):
                    yield Merket(kind, inside)
            case "link":
                yield from _lenke(node)
            case "softbreak":
                yield " "
            case "hardbreak":
                yield "\n"
            case "image":
                yield _alt(node)
            case _:  # text and code, and whatever else a reader of Markdown has: what it says, and no more
                yield node.content


def _lenke(node: SyntaxTreeNode) -> Iterator[str | Merket]:
    href = str(node.attrs["href"])
    inside = _sammen(_innhold(node.children), en_linje=True)
    if not lovlig(href):
        yield from inside
    else:
        yield Merket("a", inside if ren(inside).strip() else (href,), href)


def _alt(node: SyntaxTreeNode) -> str:
    token: Token | None = node.token
    return "".join(child.content for child in (token.children if token else None) or ())


def _sammen(parts: Iterator[str | Merket], *, en_linje: bool = False) -> Linje:
    """Texts that follow each other are one."""
    joined: list[str | Merket] = []
    for is_text, group in groupby(parts, lambda part: isinstance(part, str)):
        if not is_text:
            joined += group
        elif text := "".join(part for part in group if isinstance(part, str)):
            joined.append(text.replace("\n", " ") if en_linje else text)
    return tuple(joined)
