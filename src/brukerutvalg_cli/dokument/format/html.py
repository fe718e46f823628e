"""Blocks as HTML, in the few words that the text field of nav.no keeps: the page, the fragment and the mail."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from html import escape
from typing import NamedTuple

from brukerutvalg_cli.dokument.format.blokker import (
    Avsnitt,
    Blokk,
    Linje,
    Overskrift,
    Punktliste,
    Tabellblokk,
    ren,
)
from brukerutvalg_cli.dokument.format.maal import INTET, Annet, delt_ved


def uten_navn(heading: Overskrift, said: str) -> str:
    """A heading that no link leads to."""
    return f"<h{heading.nivaa}>{said}</h{heading.nivaa}>"


class Skriver(NamedTuple):
    """Writes blocks. `annet`: the lines in the other målform, where there is a way to say so."""

    annet: Annet = INTET
    overskrift: Callable[[Overskrift, str], str] = uten_navn

    def blokker(self, blokker: Iterable[Blokk]) -> str:
        """The blocks, a line or more each."""
        return "\n".join(map(self._blokk, blokker))

    def linje(self, linje: Linje) -> str:
        """A line, with every sign that HTML knows written as itself."""
        if found := delt_ved(linje, self.annet):
            before, other, maalform = found
            return f'{"".join(_stykker(before))}<span lang="{maalform}">{"".join(_stykker(other))}</span>'
        return "".join(_stykker(linje))

    def _blokk(self, blokk: Blokk) -> str:
        match blokk:
            case Overskrift(linje=linje):
                return self.overskrift(blokk, self.linje(linje))
            case Avsnitt(linje=linje):
                return f"<p>{self.linje(linje)}</p>"
            case Punktliste(ordnet=ordnet, punkter=punkter):
                kind = "ol" if ordnet else "ul"
                items = "\n".join(f"<li>{self._punkt(punkt)}</li>" for punkt in punkter)
                return f"<{kind}>\n{items}\n</{kind}>"
            case Tabellblokk():
                return self._tabell(blokk)

    def _punkt(self, blokker: tuple[Blokk, ...]) -> str:
        """An item: its first paragraph without more ado, where there is no other."""
        first, *others = blokker
        if isinstance(first, Avsnitt) and not any(isinstance(each, Avsnitt) for each in others):
            below = self.blokker(others)
            return self.linje(first.linje) + (f"\n{below}\n" if below else "")
        return f"\n{self.blokker(blokker)}\n"

    def _tabell(self, tabell: Tabellblokk) -> str:
        caption = f"<caption>{self.linje(tabell.tittel)}</caption>\n" if ren(tabell.tittel) else ""
        head = "".join(map(self._navn, tabell.hode))
        rows = "\n".join(
            f"<tr>{''.join(f'<td>{self.linje(cell)}</td>' for cell in row)}</tr>" for row in tabell.rader
        )
        return f"<table>\n{caption}<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n{rows}\n</tbody>\n</table>"

    def _navn(self, cell: Linje) -> str:
        """The name of a column; one without a name has no heading to be read out."""
        return f'<th scope="col">{self.linje(cell)}</th>' if ren(cell).strip() else "<td></td>"


def _stykker(linje: Linje) -> Iterator[str]:
    for each in linje:
        if isinstance(each, str):
            yield escape(each, quote=False)
        elif each.slag == "a":
            yield f'<a href="{escape(each.href)}">{"".join(_stykker(each.innhold))}</a>'
        else:
            yield f"<{each.slag}>{''.join(_stykker(each.innhold))}</{each.slag}>"
