"""The one reader of Markdown that documents are made by: no HTML, tables, and every link read, to be judged by us."""

from __future__ import annotations

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token


class _Leser(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # its name, not ours
        """Every link is one. Where it may lead is asked of `lenke`, and what may not is its text alone."""
        return True


def les(text: str) -> list[Token]:
    """The text as tokens, each block with its lines."""
    return _leser().parse(text)


@cache
def _leser() -> MarkdownIt:
    return _Leser("commonmark", {"html": False}).enable("table")
