"""The secretary's own Markdown, made to fit the document it is put into.

Headings move to the level below the section they stand in, raw HTML is shown instead of obeyed, and so is
a link to where no document leads, a date at the beginning of a line is no numbered list, and nothing that is
left open reaches the text that follows. All else stays as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from brukerutvalg_cli.dokument.lenker import vist
from brukerutvalg_cli.dokument.markdown import Trygg, escape
from brukerutvalg_cli.dokument.overskrifter import Overskrifter

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

# A text without any of these is as it should be, and is not parsed. Most are.
_SIGNS = ("#", "<", "```", "~~~")
_DATE = r"(\d\d?)\.(?=[ \t]+(?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des))"
_BEGINS_LINE = re.compile(rf"\n[ \t>*+-]*(?:(?:=+|-+)[ \t]*(?:\n|$)|{_DATE})")

# What decides whether a `<` may begin a tag, from left to right: an escape, code, a link.
_INLINE = re.compile(r"\\.|(?P<code>`+)|<(?:https?://|mailto:)[^\s<>]*>|(?P<tag><)(?=[a-zA-Z/!?])", re.DOTALL)
_TAG = re.compile(r"<(?=[a-zA-Z/!?])")
# Code ends with the cell of a table, and a line that begins with a tag ends everything.
_BROKEN_CODE = re.compile(r"[|\n]")
_ENDS_IN_MARKS = re.compile(r"(^|\s)(#+)$")
# Spaces that Word knows, and that Markdown takes for letters.
_NO_INDENT = r"[^\S \t]"
_LOWEST = 6


def tekst(
    body: str | None, under: int, overskrifter: Overskrifter, sted: str = "", *, etter_liste: bool = False
) -> Trygg:
    """A body for a section whose heading is of level `under`; empty where there is none.

    `sted` is added to a heading that the document has already: `Innspel – sak 25/22`. After a list of
    ours (`etter_liste`), a list that the body begins with stays a list of its own.
    """
    body = vist(re.sub(r"\r\n?", "\n", body or "").strip("\n").rstrip())
    follows = etter_liste and body.lstrip(" ")[:1] == "-"
    if not (follows or any(sign in body for sign in _SIGNS) or _BEGINS_LINE.search(f"\n{body}")):
        return Trygg(body)
    lines = body.split("\n")
    tokens = _parser().parse(body)
    levels: list[int] = []
    underlined: set[int] = set()
    for opening, content in pairwise(tokens):
        first, end = opening.map or (0, 0)
        if opening.type == "heading_open":
            before = _before(lines[first], opening, content)
            lines[first] = before.rstrip()  # an empty heading is none
            if title := " ".join(content.content.split()):
                level = int(opening.tag[1])
                levels = [*(above for above in levels if above < level), level]
                title = overskrifter.unik(title, escape(sted))
                lines[first] = f"{before}{'#' * min(under + len(levels), _LOWEST)} {_heading(title)}"
            underlined.update(range(first + 1, end))
        elif opening.type == "list_item_open" and opening.info:
            lines[first] = re.sub(_DATE, r"\1\.", lines[first], count=1)
        elif content.type == "inline":
            shown = _with_tags_shown("\n".join(lines[first:end]), content.content)
            lines[first:end] = shown.split("\n")
    if follows:
        _other_bullets(lines, tokens)
    kept = [line for row, line in enumerate(lines) if row not in underlined]
    return Trygg("\n".join([*kept, *_fence_end(body, tokens)]).strip("\n"))


def _other_bullets(lines: list[str], tokens: list[Token]) -> None:
    """Give the list that a body begins with other bullets than ours: that is what makes it another list."""
    for token in tokens if tokens[0].markup == "-" and tokens[0].type == "bullet_list_open" else ():
        if token.type == "bullet_list_close" and token.level == 0:
            return
        if token.type == "list_item_open" and token.level == 1 and token.map:
            lines[token.map[0]] = lines[token.map[0]].replace("-", "*", 1)


def _before(line: str, opening: Token, content: Token) -> str:
    """What a list or a quotation puts before a heading that stands in it."""
    if opening.markup[0] == "#":
        return line[: line.index("#")]
    before = line.rstrip().removesuffix(content.content.split("\n")[0].rstrip())
    return re.split(_NO_INDENT, before)[0]


def _heading(title: str) -> str:
    return _ENDS_IN_MARKS.sub(r"\1\\\2", _with_tags_shown(title, title))


def _with_tags_shown(source: str, content: str) -> str:
    """The lines of a paragraph, `content` without what a list or a quotation puts before them.

    What they put there has no `<`: so those of the content are those of the lines, in the same order.
    """
    tags = set(_tags(content))
    if not tags:
        return source
    first, *others = source.split("<")
    return first + "".join(("&lt;" if nr in tags else "<") + part for nr, part in enumerate(others))


def _tags(content: str) -> Iterator[int]:
    """Which of the `<` in a text may begin a tag, counted from 0."""
    nr = counted = 0
    for place in _tag_places(content):
        nr += content.count("<", counted, place)
        counted = place
        yield nr


def _tag_places(content: str) -> Iterator[int]:
    at = 0
    while found := _INLINE.search(content, at):
        at = found.end()
        if ticks := found["code"]:
            end = re.compile(rf"(?<!`){ticks}(?!`)").search(content, at)
            if end is None:
                continue
            if _BROKEN_CODE.search(content, at, end.start()):
                yield from (tag.start() for tag in _TAG.finditer(content, at, end.start()))
            at = end.end()
        elif found["tag"]:
            yield found.start()


def _fence_end(body: str, tokens: list[Token]) -> list[str]:
    """The line that closes a code block which nobody has closed."""
    last = tokens[-1] if tokens else None
    if last is None or last.type != "fence" or last.map is None:
        return []
    _, *inside = body.split("\n")[last.map[0] : last.map[1]]
    end = inside[-1].strip() if inside else ""
    return [] if end.startswith(last.markup) and not end.strip(last.markup[0]) else [last.markup]


@cache
def _parser() -> MarkdownIt:
    # Late: it costs 25 ms, and few texts need it. Without HTML: what looks like a tag is text, as it will be.
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False})
