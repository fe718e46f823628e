"""Plain values and the secretary's own Markdown on their way into a document."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from brukerutvalg_cli.dokument.markdown import Trygg, escape, finalize, join
from brukerutvalg_cli.dokument.overskrifter import Overskrifter
from brukerutvalg_cli.dokument.tekst import tekst

READERS = [
    MarkdownIt("commonmark"),
    MarkdownIt("commonmark").enable(["table", "strikethrough"]),
]
MARKS = st.text(st.sampled_from("#*_`~|<>[]()!&;=+-.:/\\\"' \n\t19abæ\u00a0"), max_size=30)


def kort(body: str, under: int = 2, *faste: str, etter_liste: bool = False) -> str:
    """A body of case 25/22, in a document that has these headings already."""
    return str(tekst(body, under, Overskrifter(faste), "sak 25/22", etter_liste=etter_liste))


def text_of(tokens: list[Token]) -> str:
    return "".join(child.content for token in tokens for child in token.children or ())


# ── Plain values ──────────────────────────────────────────────────────────────────────────────────


@given(MARKS)
@pytest.mark.parametrize("around", ["{}", "# {}", "- {}", "- Navn: {}", "> {}", "a | {} | b"])
def test_a_plain_value_is_read_as_it_was_written(around: str, value: str) -> None:
    shown = " ".join(f"x{value}x".split())
    for written, seen in ((value, " ".join(value.split())), (f"x{value}x", shown)):
        for reader in READERS:
            tokens = reader.parse(around.format(finalize(written)))
            kinds = {child.type for token in tokens for child in token.children or ()}
            assert kinds <= {"text", "text_special"}
            expected = around.removeprefix("# ").removeprefix("- ").removeprefix("> ").format(seen)
            assert " ".join(text_of(tokens).split()) == " ".join(expected.split())


@pytest.mark.parametrize(
    "value",
    [
        "Kari Nordmann (FFO)",
        "25/22",
        "2022-11-16",
        "Nav-leder",
        "C#",
        "Helse & omsorg",
        "kl. 12.15–14.30",
        "5 %",
        "a.b",
    ],
)
def test_what_needs_no_escape_gets_none(value: str) -> None:
    assert escape(value) == value


def test_a_date_at_the_beginning_is_no_list() -> None:
    assert escape("16. november 2022") == r"16\. november 2022"


@pytest.mark.parametrize("value", [None, True, 1.5, (), ["a"], {"a": 1}, object()])
def test_only_text_and_whole_numbers_are_printed(value: object) -> None:
    with pytest.raises(TypeError):
        finalize(value)


def test_what_is_joined_is_escaped_each_by_itself() -> None:
    assert join(["*", Trygg("*"), 1], ", ") == r"\*, *, 1"


# ── Bodies ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("body", "ventet"),
    [
        ("# A\n## B\n# C", "### A\n#### B\n### C"),
        ("### A\n##### B\n#### C\n## D", "### A\n#### B\n#### C\n### D"),
        ("A *b*\nc\n===\nd", "### A *b* c\nd"),
        ("> A\n> ---\n> b", "> ### A\n> b"),
        ("- # A\n- b", "- ### A\n- b"),
        ("#\n\na", "a"),
        ("a\n#\nb", "a\n\nb"),
        ("# A #\n", "### A"),
        ("```\n# a\n```", "```\n# a\n```"),
        ("    # a", "    # a"),
        ("# Vedtak", "### Vedtak – sak 25/22"),
        ("# Innspel\n# innspel:", "### Innspel\n### innspel: – sak 25/22"),
        ("# A\n# A\n# A", "### A\n### A – sak 25/22\n### A – sak 25/22 (2)"),
        ("# <b>A</b>", "### &lt;b>A&lt;/b>"),
        ("foo #\n===", r"### foo \#"),
    ],
)
def test_headings_move_to_their_place(body: str, ventet: str) -> None:
    assert kort(body, 2, "Vedtak") == ventet


def test_headings_end_at_the_sixth_level() -> None:
    assert kort("# A\n## B\n### C\n#### D", 4) == "##### A\n###### B\n###### C\n###### D"


@pytest.mark.parametrize(
    ("body", "ventet"),
    [
        ("<b>a</b>", "&lt;b>a&lt;/b>"),
        ("<!-- a", "&lt;!-- a"),
        ("<div>\n\n<script>\na", "&lt;div>\n\n&lt;script>\na"),
        ("> a <i>\n> b <u>", "> a &lt;i>\n> b &lt;u>"),
        ("5 < 6, a <- b, <3", "5 < 6, a <- b, <3"),
        ("`<b>` og ``a ` <i>``", "`<b>` og ``a ` <i>``"),
        ("`<b> <i>", "`&lt;b> &lt;i>"),
        (r"\<b> \`<i>`", r"\<b> \`&lt;i>`"),
        (
            "<https://nav.no> <mailto:a@b.no> <javascript:x>",
            "<https://nav.no> <mailto:a@b.no> &lt;javascript:x>",
        ),
        ("| `a | <b>` |", "| `a | &lt;b>` |"),
        ("```\n<b>\n```", "```\n<b>\n```"),
        ("    <b>", "    <b>"),
    ],
)
def test_html_is_shown(body: str, ventet: str) -> None:
    assert kort(body) == ventet


@pytest.mark.parametrize(
    ("body", "ventet"),
    [
        ("- 9. februar\n- 19. april", "- 9\\. februar\n- 19\\. april"),
        ("Møtet blir\n1. mars.", "Møtet blir\n1\\. mars."),
        ("1. Opne møtet\n2. Velje leiar", "1. Opne møtet\n2. Velje leiar"),
        ("```\n9. februar\n```", "```\n9. februar\n```"),
    ],
)
def test_a_date_is_no_numbered_list(body: str, ventet: str) -> None:
    assert kort(body) == ventet


@pytest.mark.parametrize(
    ("body", "ventet"),
    [
        ("- a\n  - b\n- c\n\nd\n\n- e", "* a\n  - b\n* c\n\nd\n\n- e"),
        ("* a", "* a"),
        ("a\n\n- b", "a\n\n- b"),
        ("-a", "-a"),
    ],
)
def test_a_list_after_ours_is_another(body: str, ventet: str) -> None:
    assert kort(body, etter_liste=True) == ventet


@pytest.mark.parametrize(
    ("body", "ventet"),
    [
        ("```\na", "```\na\n```"),
        ("~~~~ py\na\n~~~", "~~~~ py\na\n~~~\n~~~~"),
        ("```", "```\n```"),
        ("```\na\n```", "```\na\n```"),
    ],
)
def test_what_is_left_open_is_closed(body: str, ventet: str) -> None:
    assert kort(body) == ventet


def test_a_plain_body_stays_as_it_was_written() -> None:
    body = "Ein *tekst* med [lenke](https://nav.no) og  \nlineskift.\n\n- a\n- b\n\n| a | b |\n|---|---|\n| 1 | 2 |"
    assert kort(f"\n{body}\n\n") == body
    assert kort(body.replace("\n", "\r\n")) == body


BODIES = st.lists(
    st.one_of(
        MARKS,
        st.sampled_from(
            [
                "# A",
                "## B",
                "#",
                "A\n===",
                "---",
                "```",
                "~~~",
                "> ",
                "- ",
                "1. ",
                "    ",
                "<div>",
                "<!--",
                "`",
            ]
        ),
    ),
    max_size=8,
).map("\n".join)


@given(BODIES)
def test_no_body_disturbs_the_document_around_it(body: str) -> None:
    text = f"## Sak 1/22\n\n{kort(body, 2, 'Sak 1/22', 'Sak 2/22')}\n\n## Sak 2/22\n\nSlutt."
    for reader in READERS:
        tokens = reader.parse(text)
        kinds = {child.type for token in tokens for child in token.children or ()} | {t.type for t in tokens}
        assert kinds.isdisjoint({"html_block", "html_inline"})
        assert [(token.tag, token.level) for token in tokens[-6:]] == [
            ("h2", 0),
            ("", 1),
            ("h2", 0),
            ("p", 0),
            ("", 1),
            ("p", 0),
        ]
        levels = [int(token.tag[1]) for token in tokens if token.type == "heading_open"]
        assert levels.count(2) == 2
        assert all(after <= before + 1 for before, after in pairwise(levels))
        titles = [
            re.sub(r"\s+", " ", text_of([after]))
            for token, after in pairwise(tokens)
            if token.type == "heading_open"
        ]
        assert len(titles) == len(set(titles))
