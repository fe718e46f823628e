"""The excerpt: the mark is under what it marks, whatever the line is made of and however long it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerutvalg_cli.funn.place import Span
from brukerutvalg_cli.rapport.utdrag import LIMIT, Utdrag, utdrag, width
from brukerutvalg_cli.tegn import one_line


def marked(shown: Utdrag) -> str:
    """The part of the shown text above the mark."""
    at, text = 0, ""
    for character in shown.text:
        if shown.indent <= at < shown.indent + shown.width:
            text += character
        at += width(character)
    return text


@pytest.mark.parametrize(
    ("linje", "word", "indent"),
    [
        ("dato: 2022-11-16", "2022-11-16", 6),
        ("navn: Åse Øst, sted: Bø", "Bø", 21),
        ("sted: 漢字, navn: Kari", "Kari", 18),
        ("sted: cafe\u0301, navn: Kari", "Kari", 18),
        ("sted: 🎉, navn: Kari", "Kari", 16),
    ],
)
def test_mark_under_the_word(linje: str, word: str, indent: int) -> None:
    column = linje.index(word) + 1
    shown = utdrag(f"{linje}\r\n", Span(1, column, 1, column + len(word)))
    assert (shown.text, shown.indent, shown.width) == (linje, indent, width(word))


def test_tabs_are_four_cells() -> None:
    assert utdrag("\ta:\tb", Span(1, 5, 1, 6)) == Utdrag("    a:    b", 10, 1)


def test_a_control_character_is_named() -> None:
    assert utdrag("a: \x1b[2J", Span(1, 4, 1, 5)) == Utdrag("a: <U+001B>[2J", 3, 8)


def test_over_several_lines_is_marked_to_the_end_of_the_first() -> None:
    assert utdrag("  - nr: 5/24  \n", Span(3, 5, 9, 1)) == Utdrag("  - nr: 5/24  ", 4, 8)


def test_what_is_missing_has_a_mark_of_one() -> None:
    assert utdrag("dato:", Span(1, 6, 1, 6)) == Utdrag("dato:", 5, 1)
    assert utdrag("", Span(1, 1, 1, 1)) == Utdrag("", 0, 1)


def test_a_place_beyond_the_line_is_its_end() -> None:
    assert utdrag("dato:", Span(1, 60, 1, 70)) == Utdrag("dato:", 5, 1)


@pytest.mark.parametrize("at", [0, 50, 95, 150, 1000, 50_000, 99_900, 99_995])
def test_a_long_line_is_cut_around_the_mark(at: int) -> None:
    linje = "x" * at + "HER" + "y" * (100_000 - at)
    shown = utdrag(linje, Span(1, at + 1, 1, at + 4))
    assert marked(shown) == "HER"
    assert LIMIT - 1 <= width(shown.text) <= LIMIT
    assert shown.text.startswith("…") == (at > LIMIT - 5)
    assert shown.text.endswith("…") == (at < 99_990)


def test_a_mark_longer_than_the_line_is_cut_too() -> None:
    shown = utdrag("tekst: " + "漢" * 100_000, Span(1, 8, 1, 100_008))
    assert shown.text.startswith("tekst: 漢漢")
    assert shown.text.endswith("漢…")
    assert shown.indent + shown.width + 1 == width(shown.text) <= LIMIT


@given(st.text(st.characters(exclude_characters="\r\n")), st.data())
def test_the_mark_is_always_within_the_line(linje: str, data: st.DataObject) -> None:
    column = data.draw(st.integers(1, len(linje) + 2))
    end = data.draw(st.integers(column, len(linje) + 3))
    shown = utdrag(linje, Span(1, column, 1, end))
    assert width(shown.text) <= LIMIT
    assert 0 <= shown.indent <= width(shown.text)
    assert 1 <= shown.width <= max(1, width(shown.text) - shown.indent)
    assert one_line(shown.text) == shown.text.strip() or not shown.text.isascii()


@given(st.text(st.characters()))
def test_one_line_is_one_safe_line(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert not {character for character in line if ord(character) < 32 or 127 <= ord(character) < 160}
    assert one_line(line) == line
    line.encode()
