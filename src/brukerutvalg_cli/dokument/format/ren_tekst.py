"""Ren tekst: the document without a mark of Markdown, to be read in a mail. A paragraph is one line, however long."""

from __future__ import annotations

from collections.abc import Iterator

from brukerutvalg_cli.dokument.format.blokker import (
    Avsnitt,
    Blokk,
    Linje,
    Overskrift,
    Punktliste,
    Tabellblokk,
    ren,
    som_liste,
)
from brukerutvalg_cli.dokument.format.lesning import Lesning


def ren_tekst(lest: Lesning) -> str:
    """The document, in parts with an empty line between them, and two before a heading of the highest level."""
    lines = [lest.tittel] if lest.tittel else []
    for blokk in lest.blokker:
        lines += [""] * (2 if isinstance(blokk, Overskrift) and blokk.nivaa == 2 else 1)
        lines += _linjer(blokk, "")
    return "\n".join(lines).strip("\n") + "\n"


def _linjer(blokk: Blokk, innrykk: str) -> Iterator[str]:
    match blokk:
        case Overskrift(linje=linje) | Avsnitt(linje=linje):
            yield innrykk + med_adresser(linje)
        case Punktliste(ordnet=ordnet, punkter=punkter):
            for nr, punkt in enumerate(punkter, 1):
                mark = f"{nr}. " if ordnet else "- "
                yield from _punkt(punkt, innrykk, mark)
        case Tabellblokk(hode=hode, rader=rader):
            yield from _linjer(som_liste(hode, rader), innrykk)


def _punkt(blokker: tuple[Blokk, ...], innrykk: str, mark: str) -> Iterator[str]:
    inner = innrykk + " " * len(mark)
    lines = [line for blokk in blokker for line in _linjer(blokk, inner)]
    yield innrykk + mark + lines[0][len(inner) :]
    yield from lines[1:]


def med_adresser(linje: Linje) -> str:
    """What a line says, with each address after the text that leads to it."""
    return "".join(each if isinstance(each, str) else _merket(each.innhold, each.href) for each in linje)


def _merket(innhold: Linje, href: str) -> str:
    said = ren(innhold)
    address = href.removeprefix("mailto:")
    return med_adresser(innhold) if not href or said == address else f"{said} ({address})"
