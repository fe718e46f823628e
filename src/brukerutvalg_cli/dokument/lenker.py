"""Links in the secretary's own Markdown: one to where no document leads is shown, as it was written, and is no link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING

from brukerutvalg_cli.nettekst.lenke import lovlig

if TYPE_CHECKING:
    from markdown_it.token import Token

# What may be a link has one of these; a text without is not read. A `<` with a scheme is a tag to `tekst`.
_KAN_HA = re.compile(r"\][(:\[]")
_MAAL = re.compile(r"\]\(\s*<?([^\s>)]*)|^([ >\t]*\[[^\]]+\]):\s*<?(\S*)", re.MULTILINE)
_TEGN = re.compile(r"\\([^\w\s])")


def vist(text: str) -> str:
    """The text, with every such link shown."""
    if not _KAN_HA.search(text) or not any(_farlige(text)):
        return text
    shown = _MAAL.sub(_en, text)
    # What is left is written in a way that nobody writes: then none of them is a link.
    return re.sub(r"\](?=[(:\[])", "&#93;", shown) if any(_farlige(shown)) else shown


def _en(found: re.Match[str]) -> str:
    target = unescape(_TEGN.sub(r"\1", found[1] if found[1] is not None else found[3]))
    if lovlig(target):
        return found[0]
    return f"]\\{found[0][1:]}" if found[1] is not None else f"{found[2]}\\{found[0][len(found[2]) :]}"


def _farlige(text: str) -> Iterator[bool]:
    from brukerutvalg_cli.nettekst.leser import les

    for token in les(text):
        yield from (not lovlig(href) for href in _maalene(token.children or []))


def _maalene(children: list[Token]) -> Iterator[str]:
    for child in children:
        if child.type == "link_open" and child.markup != "autolink":
            yield str(child.attrs["href"])
        elif child.type == "image":
            yield str(child.attrs["src"])
            yield from _maalene(child.children or [])
