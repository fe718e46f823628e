"""From a route to rows and columns."""

from __future__ import annotations

import pytest

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.funn.place import Place, Route, Span
from brukerutvalg_cli.register.linjer import Lines
from brukerutvalg_cli.register.locate import Locator, locate
from brukerutvalg_cli.register.tree import MemoryTree

MOETE = """\
dato: 2024-03-13
sendt: {innkalling: 2024-03-01, sakspapirer: }
forfall:
  - per-medlem
  -
saker:
  - nr: 5/24     # den første
    tittel: "Mål og
      midler"
    referat: |
      Ingen merknader.
    tema: [strategi, økonomi ]
  - [a: 1 , b]
  - - x
slutt:
"""


def shown(text: str, span: Span | None) -> str:
    """`row:column «marked text»`, to the end of the first line."""
    if span is None:
        return "fil"
    line = text.splitlines()[span.row - 1]
    end = span.end_column - 1 if span.row == span.end_row else len(line)
    return f"{span.row}:{span.column} «{line[span.column - 1 : end]}»"


@pytest.mark.parametrize(
    ("route", "expected"),
    [
        (("dato",), "1:7 «2024-03-13»"),
        (("sendt",), "2:8 «{innkalling: 2024-03-01, sakspapirer: }»"),
        (("sendt", "innkalling"), "2:21 «2024-03-01»"),
        # An empty value is shown by its key, and so is a block, whose end is lines away.
        (("sendt", "sakspapirer"), "2:33 «sakspapirer»"),
        (("slutt",), "15:1 «slutt»"),
        (("forfall",), "3:1 «forfall»"),
        (("saker",), "6:1 «saker»"),
        (("saker", 0, "referat"), "10:5 «referat»"),
        # Without a key, the first line of it; and of an empty item there is only the dash.
        (("saker", 0), "7:5 «nr: 5/24     # den første»"),
        (("forfall", 1), "5:3 «-»"),
        (("saker", 2), "14:5 «- x»"),
        (("saker", 2, 0), "14:7 «x»"),
        (("forfall", 0), "4:5 «per-medlem»"),
        (("saker", 0, "tittel"), '8:13 «"Mål og»'),
        (("saker", 0, "tema"), "12:11 «[strategi, økonomi ]»"),
        (("saker", 0, "tema", 1), "12:22 «økonomi»"),
        (("saker", 1), "13:5 «[a: 1 , b]»"),
        (("saker", 1, 0), "13:6 «a: 1»"),
        # What is missing has no place; what it is missing from has.
        (("sendt", "referat"), "2:8 «{innkalling: 2024-03-01, sakspapirer: }»"),
        (("saker", 0, "vedtak", "tekst"), "7:5 «nr: 5/24     # den første»"),
        (("saker", 9, "nr"), "6:1 «saker»"),
        (("sted",), "fil"),
        ((), "fil"),
    ],
)
def test_routes(route: Route, expected: str) -> None:
    assert shown(MOETE, locate(Place("m.yaml", route), MOETE)) == expected


def test_a_text_over_two_lines_ends_on_the_second() -> None:
    assert locate(Place("m.yaml", ("saker", 0, "tittel")), MOETE) == Span(8, 13, 9, 14)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (Place("m.yaml", ("sendt", "innkalling"), at_key=True), "2:9 «innkalling»"),
        (Place("m.yaml", ("forfall", 0), at_key=True), "4:5 «per-medlem»"),  # an item has no key
        (Place("m.yaml", ("sendt", "nei"), at_key=True), "2:1 «sendt»"),
        (Place("m.yaml", ("sted",), otherwise=("dato",)), "1:7 «2024-03-13»"),
        (
            Place("m.yaml", ("sendt", "nei"), otherwise=("dato",)),
            "2:8 «{innkalling: 2024-03-01, sakspapirer: }»",
        ),
        (Place("m.yaml", ("sted",), otherwise=("rom", 1)), "fil"),
        (Place("m.yaml", ("sted",), otherwise=("saker", 7)), "6:1 «saker»"),
        (Place("m.yaml", (), otherwise=("dato",)), "1:7 «2024-03-13»"),
        (Place("m.yaml", ("dato",), span=Span(15, 1, 15, 6)), "15:1 «slutt»"),
    ],
)
def test_places(place: Place, expected: str) -> None:
    assert shown(MOETE, locate(place, MOETE)) == expected
    assert shown(MOETE, Locator(MemoryTree({"m.yaml": MOETE})).locate(place)) == expected


def test_a_missing_file_has_no_places_and_no_lines() -> None:
    locator = Locator(MemoryTree({}))
    assert locate(Place("m.yaml", ("dato",)), None) is None
    assert locator.locate(Place("m.yaml", ("dato",))) is None
    assert locator.line("m.yaml", 1) is None


def test_a_file_that_breaks_off_is_located_as_far_as_it_goes() -> None:
    text = "dato: 1\ntid: [1\n"
    assert shown(text, locate(Place("m.yaml", ("dato",)), text)) == "1:7 «1»"
    assert locate(Place("m.yaml", ("sted",)), text) is None


def test_the_first_of_two_equal_keys_is_the_one_that_counts() -> None:
    text = "a: {b: 1}\na: {b: 2, c: 3}\n"
    assert shown(text, locate(Place("m.yaml", ("a", "b")), text)) == "1:8 «1»"
    assert shown(text, locate(Place("m.yaml", ("a", "c")), text)) == "1:4 «{b: 1}»"


class CountingTree(MemoryTree):
    reads = 0

    def read(self, path: str) -> bytes | Finding:
        self.reads += 1
        return super().read(path)


def test_a_file_is_read_once_and_only_if_asked_for() -> None:
    tree = CountingTree({"m.yaml": MOETE, "n.yaml": "a: 1\n"})
    locator = Locator(tree)
    assert locator.locate(Place("n.yaml")) is None
    assert tree.reads == 0
    assert locator.locate(Place("m.yaml", ("dato",))) == Span(1, 7, 1, 17)
    assert locator.locate(Place("m.yaml", ("sendt",))) is not None
    assert [locator.line("m.yaml", row) for row in (0, 1, 4, 16, 17)] == [
        None,
        "dato: 2024-03-13",
        "  - per-medlem",
        "",
        None,
    ]
    assert tree.reads == 1


@pytest.mark.parametrize(
    "raw", [b"\xef\xbb\xbfa: 1\r\nb:  \xc3\xa5\r\n", b"a: 1\rb:  \xc3\xa5\r", "a: '\u2028'\nb:  å\n".encode()]
)
def test_lines_are_split_as_places_are_counted(raw: bytes) -> None:
    locator = Locator(MemoryTree({"m.yaml": raw}))
    span = locator.locate(Place("m.yaml", ("b",)))
    assert span == Span(2, 5, 2, 6)
    assert locator.line("m.yaml", 2) == "b:  å"


def test_lines_that_are_not_utf_8_can_still_be_shown() -> None:
    assert Locator(MemoryTree({"m.yaml": b"a: 1\nb: m\xf8te\n"})).line("m.yaml", 2) == "b: m\ufffdte"


def test_lines() -> None:
    lines = Lines("a\r\nb\rc\n")
    assert [lines.line(row) for row in range(6)] == [None, "a", "b", "c", "", None]
    assert lines.span(0, 7) == Span(1, 1, 4, 1)
