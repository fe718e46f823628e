"""A model of the text field of nav.no: it keeps the elements and attributes it knows, and lets the rest fall out.

It says what it has kept; a fragment that is fit for it comes out as it went in.
"""

from __future__ import annotations

from html import escape
from html.parser import HTMLParser

ELEMENTS = {
    "h3", "h4", "p", "ul", "ol", "li", "a", "strong", "em",
    "table", "caption", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
ATTRIBUTES = {("a", "href"), ("th", "scope")}
SCHEMES = ("http://", "https://", "mailto:")


class Felt(HTMLParser):
    """The field, while something is pasted into it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.kept: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ELEMENTS:
            said = "".join(
                f' {name}="{escape(value or "")}"' for name, value in attrs if _kept(tag, name, value)
            )
            self.kept.append(f"<{tag}{said}>")
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
            self.kept.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.kept.append(escape(data, quote=False))


def _kept(tag: str, name: str, value: str | None) -> bool:
    scheme = (value or "").partition(":")[0] if ":" in (value or "") else ""
    return (tag, name) in ATTRIBUTES and (not scheme or (value or "").startswith(SCHEMES))


def limt_inn(html: str) -> str:
    """What is in the field after this was pasted."""
    field = Felt()
    field.feed(html)
    field.close()
    return "".join(field.kept) + "".join(f"</{tag}>" for tag in reversed(field.open))


def nivaaer(html: str) -> list[int]:
    """The levels of the headings, in their order."""
    return [int(part[0]) for part in html.split("<h")[1:] if part[0].isdigit()]
