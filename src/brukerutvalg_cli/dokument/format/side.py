"""Side: the document as a page of its own, to read on a screen of any width and to print; and as the HTML of a mail.

It asks for nothing from elsewhere: no script, no font, no picture. Its looks are `side.css`.
"""

from __future__ import annotations

import re
from functools import cache
from html import escape
from pathlib import Path
from typing import NamedTuple

from brukerutvalg_cli.dokument.format.blokker import Blokk, Overskrift, ren
from brukerutvalg_cli.dokument.format.html import Skriver
from brukerutvalg_cli.dokument.format.lesning import Lesning
from brukerutvalg_cli.dokument.format.maal import INTET, Annet
from brukerutvalg_cli.dokument.ord import ordliste
from brukerutvalg_cli.model.maalform import Maalform

FAA_DELER = 3
"""With no more parts than this, all of them are seen, and a list of them helps nobody."""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


class _Del(NamedTuple):
    """A heading of the highest level and what follows it, with the name a link finds it by."""

    id: str
    overskrift: Overskrift
    blokker: tuple[Blokk, ...]


def side(lest: Lesning, maalform: Maalform, annet: Annet = INTET) -> str:
    """The page. `annet`: the lines that are in the other målform."""
    write = Skriver(annet)
    head, parts = _delt(lest.blokker)
    looks = (
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">\n'
        f"<style>\n{_utseende()}</style>\n"
    )
    top = f"<header>\n{_tittel(lest)}\n{write.blokker(head)}\n</header>"
    contents = [_innhold(parts, write, maalform)] if len(parts) > FAA_DELER else []
    sections = (f"<section>\n{_del(part, write)}\n</section>" for part in parts)
    body = "\n".join((top, *contents, *sections))
    return _dokument(lest, maalform, looks, f"<body>\n<main>\n{body}\n</main>")


def brev_html(lest: Lesning, maalform: Maalform, annet: Annet = INTET) -> str:
    """The same to be read in a mail, where the reader's own program decides what it looks like."""
    # No more than that a long word is broken where it would run out of the window.
    body = '<body style="overflow-wrap: anywhere">'
    said = Skriver(annet).blokker(lest.blokker)
    return _dokument(lest, maalform, "", f"{body}\n{_tittel(lest)}\n{said}")


def _dokument(lest: Lesning, maalform: Maalform, head: str, body: str) -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="{maalform}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(lest.tittel, quote=False)}</title>\n{head}</head>\n{body}\n</body>\n</html>\n"
    )


def _tittel(lest: Lesning) -> str:
    return f"<h1>{escape(lest.tittel, quote=False)}</h1>"


def _del(part: _Del, write: Skriver) -> str:
    heading = f'<h2 id="{part.id}">{write.linje(part.overskrift.linje)}</h2>'
    below = write.blokker(part.blokker)
    return f"{heading}\n{below}" if below else heading


def _innhold(parts: list[_Del], write: Skriver, maalform: Maalform) -> str:
    ord = ordliste(maalform)
    # A link in a heading is no link here: none stands in another.
    links = "\n".join(
        f'<li><a href="#{part.id}">{write.linje((ren(part.overskrift.linje),))}</a></li>' for part in parts
    )
    return (
        f'<nav aria-labelledby="innhold">\n<h2 id="innhold">{ord.innhold}</h2>\n<ul>\n{links}\n</ul>\n</nav>'
    )


def _delt(blokker: tuple[Blokk, ...]) -> tuple[tuple[Blokk, ...], list[_Del]]:
    """What stands above the first heading, and the parts below it."""
    starts = [nr for nr, each in enumerate(blokker) if isinstance(each, Overskrift) and each.nivaa == 2]
    ends = [*starts[1:], len(blokker)] if starts else []
    names = _Navngiver()
    parts = []
    for start, end in zip(starts, ends, strict=True):
        heading = blokker[start]
        assert isinstance(heading, Overskrift)
        parts.append(_Del(names.til(ren(heading.linje)), heading, blokker[start + 1 : end]))
    return blokker[: starts[0] if starts else None], parts


class _Navngiver:
    """Names for links to lead to, each once: of a heading as far as its colon, `sak-25-22`."""

    def __init__(self) -> None:
        self._taken = {"innhold"}
        self._next: dict[str, int] = {}

    def til(self, heading: str) -> str:
        said = heading.partition(":")[0].casefold()
        for letter, written in (("æ", "ae"), ("ø", "oe"), ("å", "aa")):
            said = said.replace(letter, written)
        stem = re.sub(r"[^a-z0-9]+", "-", said[:60]).strip("-") or "del"
        name = stem
        while name in self._taken:
            self._next[stem] = self._next.get(stem, 1) + 1
            name = f"{stem}-{self._next[stem]}"
        self._taken.add(name)
        return name


@cache
def _utseende() -> str:
    return (Path(__file__).parent / "side.css").read_text(encoding="utf-8")
