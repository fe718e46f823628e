"""Hostile text: whatever somebody writes in a title, a name, an annex or a body, no format but shows it."""

from __future__ import annotations

import re
import time
from copy import deepcopy
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import smaa_registre
from brukerutvalg_cli.dokument.format.lesning import lesning
from brukerutvalg_cli.dokument.format.ren_tekst import ren_tekst
from brukerutvalg_cli.dokument.format.side import side
from brukerutvalg_cli.dokument.overskrifter import Overskrifter
from brukerutvalg_cli.dokument.tekst import tekst
from brukerutvalg_cli.nettekst.lenke import lovlig
from brukerutvalg_cli.nettekst.leser import les
from brukerutvalg_cli.tegn import for_readers
from dokument.test_formater import formater
from nav_no import limt_inn, nivaaer

ONDT = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</main></body>", "<!--", "-->", "]]>", "</style>",
    "[x](javascript:alert(1))", "[x]: javascript:alert(1)", "![x](https://a.no/b.png)", "<javascript:alert(1)>",
    "[x](data:text/html,y)", '[x](https://a.no/" onclick="y)', "&lt;script&gt;", "&#60;b&#62;", "&quot;", "\"'",
    "*", "_", "#", "|", "`", "~~~", "```", ">", "- ", "1. ", "\\", "[", "]", "(", ")", "\n", "\n\n", "\t", "    ",
    "\n# Overskrift", "\n---\n", "\n| a | b |\n|---|---|\n", "END:VEVENT", "\nBcc: a@b.no",
    "{{ 7 * 7 }}", "{% block x %}", "{# x", "æøå", "Ola", " ",
)  # fmt: skip
USYNLIG = ("\u202e", "\u200f", "\u2066", "\u00ad", "\u200b", "\u2028", "\ufeff")
NEKTET = ("\r\n", "\x00", "\x1b[31m")
"""Refused in a register, and nowhere to be met where they come by another way."""
ANNET = st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), max_size=8)
TEKST = st.lists(st.sampled_from(ONDT + USYNLIG) | ANNET, min_size=1, max_size=6).map("".join)
ELEMENTER = {
    "html", "head", "meta", "title", "style", "body", "main", "header", "nav", "section",
    "h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "a", "strong", "em",
    "table", "caption", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
ATTRIBUTTER = {"lang", "charset", "name", "content", "http-equiv", "id", "href", "scope", "aria-labelledby"}
LOVLIG = re.compile(r"https?://[^\s]+|mailto:[^\s?]+@[^\s?]+|#[a-z0-9-]+|[\w%-][\w%.,()+~ /-]*\.\w+")


def _sett(text: str) -> str:
    """What is seen of a text, whatever blanks are in it. Half a character is a mark that it was one."""
    return "".join(for_readers(text).split())


class Side(HTMLParser):
    """A page, read by somebody who trusts none of it."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.said: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ELEMENTER
        for name, value in attrs:
            assert name in ATTRIBUTTER
            assert name != "href" or LOVLIG.fullmatch(value or ""), value
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.said.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)


def ufarlig(page: str) -> str:
    """The text of a page that does nothing."""
    reader = Side()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return _sett("".join(reader.said))


def moete(title: str, other: str, body: str) -> dict[str, Any]:
    """A meeting with the same texts wherever somebody may write."""
    case: dict[str, Any] = {
        "tittel": title, "type": "droefting", "innleder": [other], "framlegg": body, "referat": body,
        "vedtak": {"tekst": body}, "etter_moetet": body, "vedlegg": [{"tittel": other}],
        "oppfoelging": [{"hva": other, "ansvarlig": other}],
    }  # fmt: skip
    return {
        "status": "avholdt",
        "sted": {"navn": other},
        "praktisk": body,
        "innledning": body,
        "moeteleder": other,
        "oppmoete": [{"navn": other}],
        "saker": [{"nr": "1/24", **case}, {"nr": "2/24", **deepcopy(case)}],
    }


@settings(max_examples=40)
@given(title=TEKST.filter(_sett), other=TEKST.filter(_sett), body=TEKST)
def test_no_format_does_more_than_to_show_it(title: str, other: str, body: str) -> None:
    data: dict[str, Any] = {"moeter/2024-03-13": moete(title, other, body)}
    try:
        tree = smaa_registre.tree(data)
        texts = {slag: formater(slag, tree, "utvalget", "2024-03-13") for slag in ("innkalling", "referat")}
    except (KeyError, StopIteration):  # a register that is refused has no documents; most are not
        assume(False)
        return
    for slag, formats in texts.items():
        seen = ufarlig(formats["html"])
        # A title, a name and an annex are whole, and on one line: they make no heading, list or link.
        assert _sett(title) in seen
        assert _sett(other) in seen
        assert _sett(title) in _sett(formats["txt"])
        level = 3 if slag == "innkalling" else 2
        assert len(re.findall(rf"<h{level}[^>]*>Sak [12]/24: ", formats["html"])) == 2
        piece = formats["fragment.html"]
        assert limt_inn(piece) == piece
        assert set(nivaaer(piece)) <= {3, 4}
        assert len(re.findall(r"<h3>Sak [12]/24: ", piece)) == 2
        ufarlig(piece)


LENKE = ("[x](javascript:1)", "[x]", "[x]: data:y", "\n[x]:\n  javascript:1", "[x](<a b>)", "](", "]:", "[", "\\",
         "(", ")",
         "![x](//a.no)", "[x](java&#115;cript:1)", "[x](https://a.no)", "`", "\n\n", "> ", "- ", "y")  # fmt: skip


@settings(max_examples=150)
@given(body=st.lists(st.sampled_from(LENKE), max_size=6).map("".join))
def test_nor_does_the_markdown_lead_where_no_document_leads(body: str) -> None:
    for token in les(tekst(body, 2, Overskrifter())):
        for child in token.children or []:
            target = child.attrs.get("href", child.attrs.get("src"))
            assert target is None or lovlig(str(target)), target


def test_a_link_that_is_none_is_shown_as_it_was_written() -> None:
    body = "Se [planen](javascript:alert(1)), [Nav](https://nav.no) og [x].\n\n[x]: data:y"
    shown = "Se [planen](javascript:alert(1)), Nav (https://nav.no) og [x].\n\n[x]: data:y\n"
    assert ren_tekst(lesning(tekst(body, 2, Overskrifter()))) == shown


@pytest.mark.parametrize("ondt", [*ONDT, *USYNLIG, *NEKTET])
def test_each_of_them_alone_as_a_body(ondt: str) -> None:
    lest = lesning(f"# Tittel\n\n## Sak\n\nFør {ondt}\n\nEtter\n")
    page = side(lest, "nb")
    assert ufarlig(page)
    assert "javascript:" not in re.sub(r">[^<]*<", "><", page)
    assert ren_tekst(lest).startswith("Tittel\n")


@pytest.mark.parametrize("bit", ["[", "|", "> ", "- ", "# a\n", "a\n"])
def test_a_hundred_thousand_characters_are_read_in_seconds(bit: str) -> None:
    text = f"# T\n\n{(bit * 100_000)[:100_000]}\n"
    start = time.process_time()
    lest = lesning(text)
    ufarlig(side(lest, "nb"))
    ren_tekst(lest)
    assert time.process_time() - start < 20
