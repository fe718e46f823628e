"""Blocks as HTML, in the few words that the text field of nav.no keeps: the page, the fragment and the mail."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from html import escape

from brukerutvalg_cli.dokument.format.blokker import (
    Avsnitt,
    Blokk,
    Linje,
    Liste,
    Overskrift,
    Tabell,
    ren,
)

ELEMENTER = frozenset(
    [
        "h3",
        "h4",
        "p",
        "ul",
        "ol",
        "li",
        "a",
        "strong",
        "em",
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    ]
)
"""What the text field of nav.no keeps. All else falls out of it, or is shown as text."""
ATTRIBUTTER = frozenset({("a", "href"), ("th", "scope")})


def som_html(blokker: Iterable[Blokk], overskrift: Callable[[Overskrift], str]) -> str:
    """The blocks, a line or more each; `overskrift` says how a heading is written."""
    return "\n".join(_blokk(blokk, overskrift) for blokk in blokker)


def linje_html(linje: Linje) -> str:
    """A line, with every sign that HTML knows written as itself."""
    return "".join(_stykker(linje))


def _stykker(linje: Linje) -> Iterator[str]:
    for each in linje:
        if isinstance(each, str):
            yield _tekst(each)
        elif each.slag == "a":
            yield f'<a href="{escape(each.href)}">{linje_html(each.innhold)}</a>'
        else:
            yield f"<{each.slag}>{linje_html(each.innhold)}</{each.slag}>"


def _tekst(text: str) -> str:
    return escape(text, quote=False)


def _blokk(blokk: Blokk, overskrift: Callable[[Overskrift], str]) -> str:
    match blokk:
        case Overskrift():
            return overskrift(blokk)
        case Avsnitt(linje=linje):
            return f"<p>{linje_html(linje)}</p>"
        case Liste(ordnet=ordnet, punkter=punkter):
            kind = "ol" if ordnet else "ul"
            items = "\n".join(f"<li>{_punkt(punkt, overskrift)}</li>" for punkt in punkter)
            return f"<{kind}>\n{items}\n</{kind}>"
        case Tabell():
            return _tabell(blokk)


def _punkt(blokker: tuple[Blokk, ...], overskrift: Callable[[Overskrift], str]) -> str:
    """An item: its first paragraph without more ado, where there is no other."""
    if isinstance(first := blokker[0], Avsnitt):
        others = blokker[1:]
        if not any(isinstance(each, Avsnitt) for each in others):
            below = som_html(others, overskrift)
            return linje_html(first.linje) + (f"\n{below}\n" if below else "")
    return f"\n{som_html(blokker, overskrift)}\n"


def _tabell(tabell: Tabell) -> str:
    caption = f"<caption>{linje_html(tabell.tittel)}</caption>\n" if ren(tabell.tittel) else ""
    head = "".join(_navn(cell) for cell in tabell.hode)
    rows = "\n".join(
        f"<tr>{''.join(f'<td>{linje_html(cell)}</td>' for cell in row)}</tr>" for row in tabell.rader
    )
    return f"<table>\n{caption}<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n{rows}\n</tbody>\n</table>"


def _navn(cell: Linje) -> str:
    """The name of a column; one without a name has no heading to be read out."""
    return f'<th scope="col">{linje_html(cell)}</th>' if ren(cell).strip() else "<td></td>"
