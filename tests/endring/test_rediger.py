"""Changing a text of YAML: the lines that change, and not one more – in neat files, and in those people write."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerutvalg_cli.endring.fasit import verdi
from brukerutvalg_cli.endring.kan_ikke_redigere import KanIkkeRedigere
from brukerutvalg_cli.endring.rediger import fjern, legg_til, ombytt, sett
from brukerutvalg_cli.endring.yamltekst import blokk
from brukerutvalg_cli.register.parse import parse
from haandskrift import for_haand
from tilfeldige_registre import eksempler

FIL = """\
# Møtet i november
dato: 2022-11-16   # onsdag
sendt: {innkalling: 2022-10-26}
oppmoete:
  - person: kari   # kom tidlig
  - {person: per}

# Sakene
saker:
- nr: 1/22
  referat: |
    Første linje.

    Andre linje.

  # ferdig
- nr: 2/22
forfall: [anne,  # ringte
  ola]
status: innkalt
slutt:
"""


def ny(gammelt: str, nytt: str) -> str:
    assert FIL.count(gammelt) == 1
    return FIL.replace(gammelt, nytt)


@pytest.mark.parametrize(
    ("route", "value", "ventet"),
    [
        (("status",), "avholdt", ny("status: innkalt", "status: avholdt")),
        (("dato",), "2022-11-17", ny("2022-11-16 ", "2022-11-17 ")),
        (("slutt",), "15:00", ny("slutt:\n", "slutt: 15:00\n")),
        (("sendt", "innkalling"), "ukjent", ny("2022-10-26", "ukjent")),
        (("sendt", "referat"), "2022-11-20", ny("-10-26}", "-10-26, referat: 2022-11-20}")),
        (("referent",), "kari", FIL + "referent: kari\n"),
        (("referat", "godkjent", "sak"), "1/23", FIL + "referat: {godkjent: {sak: 1/23}}\n"),
        (
            ("saker", 0, "referat"),
            "Kort.\n\nSlutt.\n",
            ny("    Første linje.\n\n    Andre linje.\n", "    Kort.\n\n    Slutt.\n"),
        ),
        (
            ("saker", 1, "referat"),
            "En.\nTo.\n",
            ny("nr: 2/22\n", "nr: 2/22\n  referat: |\n    En.\n    To.\n"),
        ),
        (("saker", 1, "utsatt"), "ja", ny("nr: 2/22\n", "nr: 2/22\n  utsatt: ja\n")),
        (("forfall",), [], ny("forfall: [anne,  # ringte\n  ola]", "# ringte\nforfall: []")),
    ],
    ids=lambda value: ".".join(map(str, value)) if isinstance(value, tuple) else "",
)
def test_a_value_is_set(route: tuple[str | int, ...], value: Any, ventet: str) -> None:
    assert sett(FIL, route, value) == ventet


def test_a_new_key_has_its_usual_place() -> None:
    order = ("dato", "sted", "status", "sendt", "oppmoete")
    assert sett(FIL, ("sted",), "Bergen", order) == ny("# onsdag\n", "# onsdag\nsted: Bergen\n")


@pytest.mark.parametrize(
    ("route", "item", "ventet"),
    [
        (("oppmoete",), {"person": "ola"}, ny("{person: per}\n", "{person: per}\n  - {person: ola}\n")),
        (("forfall",), "per", ny("ola]", "ola, per]")),
        (("saker",), {"nr": "3/22"}, ny("- nr: 2/22\n", "- nr: 2/22\n- {nr: 3/22}\n")),
        (("status",), "mer", ny("status: innkalt", "status: [innkalt, mer]")),
        (("slutt",), "mer", ny("slutt:\n", "slutt: [mer]\n")),
        (("gjester",), "ola", FIL + "gjester: [ola]\n"),
    ],
    ids=lambda value: ".".join(map(str, value)) if isinstance(value, tuple) else "",
)
def test_an_item_is_added(route: tuple[str | int, ...], item: Any, ventet: str) -> None:
    assert legg_til(FIL, route, item) == ventet


@pytest.mark.parametrize(
    ("route", "ventet"),
    [
        (("status",), ny("status: innkalt\n", "")),
        (("oppmoete", 1), ny("  - {person: per}\n", "")),
        (("forfall", 1), ny("  ola]", "  ]")),
        (("sendt", "innkalling"), ny("{innkalling: 2022-10-26}", "{}")),
    ],
    ids=lambda value: ".".join(map(str, value)) if isinstance(value, tuple) else "",
)
def test_something_is_taken_out(route: tuple[str | int, ...], ventet: str) -> None:
    assert fjern(FIL, route) == ventet


@pytest.mark.parametrize(
    "text",
    ["a: [1", "a: 1\na: 2\n", "a: &x 1\nb: *x\n", "a:\n\t- b\n"],
    ids=["flyt", "dobbel", "anker", "tab"],
)
def test_a_file_with_errors_is_left_alone(text: str) -> None:
    with pytest.raises(KanIkkeRedigere, match="fila har en feil"):
        sett(text, ("c",), "2")


@pytest.mark.parametrize(
    ("text", "change", "ventet"),
    [
        # a file whose last line has no end
        ("a: x", ("sett", "b", "En.\nTo.\n"), "a: x\nb: |\n  En.\n  To.\n"),
        ("a: x", ("sett", "a", "En.\nTo.\n"), "a: |\n  En.\n  To.\n"),
        ("a: |\n  En.", ("sett", "b", "x"), "a: |-\n  En.\nb: x"),
        ("- t: |2+  # n\n    En.", ("legg_til", {"t": "x"}), "- t: |2-  # n\n    En.\n- {t: x}"),
        # line ends of an old kind, or of several
        ("a: x\r", ("sett", "b", "y"), "a: x\rb: y\r"),
        ("a: x\r\nb: y\n", ("sett", "c", "z"), "a: x\r\nb: y\nc: z\n"),
        # a text that keeps its last lines, with a comment below
        ("a: |+\n  En.\n\n# n\nb: x\n", ("sett", "a", "y"), "a: y\n# n\nb: x\n"),
        ("a: # n\n  b: |+\n    En.\n\nc: x\n", ("sett", "a", "y"), "a: y # n\nc: x\n"),
        # what filled lines is put on the line of its key, and comments are in the way
        ("a:   # n\n# m\n- x\nb: y\n", ("fjern", "a", 0), "a: []   # n\n# m\nb: y\n"),
        ("a:\n  b: x\nc: y\n", ("sett", "a", "En.\nTo.\n"), "a: |\n  En.\n  To.\nc: y\n"),
        # comments within what is replaced as a whole
        ("a:\n  # m\n  - x  # n\n  - y  # o\n", ("sett", "a", ["z"]), "# n\na: [z]\n  # m  # o\n"),
        (
            "b:\n  a:\n    - t: '# x'\n      # n\n      u: y\n",
            ("sett", "b", "a", ["z"]),
            "b:\n  # n\n  a: [z]\n",
        ),
        # comments between brackets
        ("a: [  # n\n  ]\n", ("legg_til", "x", "a"), "a: [  # n\n  x]\n"),
        ("{ # n\n}\n", ("sett", "a", "x"), "{ # n\na: x}\n"),
        ("a: [x,  # om x\n  # om y\n  y]\n", ("fjern", "a", 0), "a: [\n  # om y\n  y]\n"),
        ("a: [x,  # om x\n  y,\n  z]\n", ("fjern", "a", 1), "a: [x,  # om x\n  z]\n"),
        ("a: [x,  # om x\n  y ,]\n", ("fjern", "a", 1), "a: [x,  # om x\n  ]\n"),
        ("[\n]\n", ("legg_til", "En.\nTo.\n"), "- |\n    En.\n    To.\n"),
    ],
)
def test_layouts_that_people_leave(text: str, change: tuple[Any, ...], ventet: str) -> None:
    what, *rest = change
    if what == "sett":
        *route, value = rest
        assert sett(text, tuple(route), value) == ventet
    elif what == "legg_til":
        item, *route = rest
        assert legg_til(text, tuple(route), item) == ventet
    else:
        assert fjern(text, tuple(rest)) == ventet


@pytest.mark.parametrize(
    "value",
    ["ja", "12:15", "0123", "~", "null", "", "- a", "a: b", "a #b", "'", "[", "{}", "*x", "&x", "!x", "%", "@a", "æ",
     " a", "a ", "a\nb", "a\n", "\na", " a\nb\n", "a\n\n", "a\n \nb", "Sak: «x»", "x" * 300, "-", "?", "a,b", "\t"],
)  # fmt: skip
def test_any_text_is_read_back_as_it_was(value: str) -> None:
    for text in (FIL, "{a: 1, status: x}\n", FIL.replace("\n", "\r\n")):
        assert verdi(parse("", sett(text, ("status",), value).encode()).data, ("status",)) == value
    added = verdi(parse("", legg_til(FIL, ("forfall",), value).encode()).data, ("forfall",))
    assert isinstance(added, list)
    assert added[-1] == value


# Files as people write them

ORD = [
    "kari",
    "per",
    "16. november",
    "Sak: en",
    "ja",
    "2022-11-16",
    "12:15",
    "«sitat»",
    "a # b",
    "[x]",
    "- y",
    "",
]


class Skribent:
    """Writes random data as no machine would: every layout that is allowed, and comments wherever they can stand."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.notater = 0

    def notat(self) -> str:
        self.notater += 1
        return f"# notat {self.notater}:"

    def kanskje_notat(self) -> str:
        return f"{self.rng.choice([' ', '   '])}{self.notat()}" if self.rng.random() < 0.3 else ""

    def mellom(self, indent: int) -> list[str]:
        some = [self.rng.choice(["", "  ", " " * indent + self.notat(), self.notat()])]
        return some if self.rng.random() < 0.3 else []

    def skalar(self, flow: bool) -> str:
        word = self.rng.choice(ORD)
        plain = re.fullmatch(r"[\w .:«»-]+", word) and ": " not in word and not word.startswith("-")
        style = self.rng.choice(["plain", "single", "double"])
        if plain and style == "plain" and not (flow and ":" in word):
            return word
        return f"'{word}'" if style != "double" else f'"{word}"'

    def flyt(self, depth: int) -> str:
        if depth == 0 or self.rng.random() < 0.5:
            return self.skalar(flow=True)
        gap = self.rng.choice(["", " "])
        if self.rng.random() < 0.5:
            items = [self.flyt(depth - 1) for _ in range(self.rng.randint(0, 3))]
            comma = "," if items and self.rng.random() < 0.2 else ""
            return f"[{gap}{', '.join(items)}{comma}{gap}]"
        pairs = [f"k{nr}: {self.flyt(depth - 1)}" for nr in range(self.rng.randint(0, 3))]
        return f"{{{gap}{', '.join(pairs)}{gap}}}"

    def flyt_over_linjer(self, indent: int) -> list[str]:
        inner = " " * (indent + 3)
        items = [self.skalar(flow=True) for _ in range(self.rng.randint(1, 3))]
        lines = [f"{inner}{item},{self.kanskje_notat()}" for item in items]
        return ["[" + self.kanskje_notat(), *lines, " " * (indent + 1) + "]"]

    def verdi(self, indent: int, depth: int) -> tuple[str, list[str]]:
        """What stands behind the colon, and the lines below."""
        choice = self.rng.random()
        if depth and choice < 0.2:
            return self.kanskje_notat(), self.kart(indent + self.rng.choice([1, 2, 4]), depth - 1)
        if depth and choice < 0.4:
            return self.kanskje_notat(), self.liste(indent + self.rng.choice([0, 2, 3]), depth - 1)
        if choice < 0.5:
            mark = self.rng.choice(["|", "|-", "|+", ">", ">-"])
            inner = " " * (indent + self.rng.choice([1, 2, 4]))
            lines = [inner + self.rng.choice(ORD[:5]) for _ in range(self.rng.randint(1, 3))]
            return f" {mark}{self.kanskje_notat()}", [*lines, *[""] * self.rng.randint(0, 2)]
        if choice < 0.6:
            first, *rest = self.flyt_over_linjer(indent)
            return f" {first}", rest
        if choice < 0.65:
            return self.kanskje_notat(), []
        return f" {self.flyt(2)}{self.kanskje_notat()}", []

    def kart(self, indent: int, depth: int) -> list[str]:
        lines = []
        for nr in range(self.rng.randint(1, 4)):
            inline, below = self.verdi(indent, depth)
            space = self.rng.choice(["", "", " "])
            lines += [*self.mellom(indent), " " * indent + f"k{nr}{space}:{inline}", *below]
        return lines

    def liste(self, indent: int, depth: int) -> list[str]:
        lines = []
        for _ in range(self.rng.randint(1, 3)):
            dash = " " * indent + "-"
            lines += self.mellom(indent)
            if depth and self.rng.random() < 0.5:
                spaces = self.rng.choice([1, 1, 3])
                first, *rest = [*self.kart(indent + 1 + spaces, depth - 1)]
                while not first.strip() or first.strip().startswith("#"):
                    first, *rest = rest
                lines += [dash + " " * spaces + first.lstrip(" "), *rest]
            else:
                lines.append(f"{dash} {self.flyt(1)}{self.kanskje_notat()}")
        return lines

    def fil(self) -> str:
        lines = self.kart(0, 3) if self.rng.random() < 0.8 else self.liste(0, 3)
        eol = self.rng.choice(["\n", "\n", "\r\n"])
        return eol.join([*self.mellom(0), *lines, *self.mellom(0)]) + self.rng.choice([eol, eol, ""])


def steder(data: Any, way: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], Any]]:
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [(way, data), *(found for step, item in pairs for found in steder(item, (*way, step)))]


def notater(text: str) -> set[str]:
    return set(re.findall(r"# notat \d+:", text))


def uroert(old: str, new: str) -> tuple[int, int]:
    """How many characters are alike from the beginning, and from the end."""
    least = min(len(old), len(new))
    start = next((i for i in range(least) if old[i] != new[i]), least)
    rest = least - start
    end = next((i for i in range(rest) if old[-1 - i] != new[-1 - i]), rest)
    return start, end


NYE = st.sampled_from(["ny", "2024-02-29", "En.\nTo.\n", "a: b # c", [], ["x", "y"], {"k": "v", "l": ["m"]},
                       [{"a": "b", "tekst": "En.\n\nTo.\n"}, {"c": "d"}]])  # fmt: skip
Endring = Callable[[str], str]


def tilfelle(seed: int, which: str, value: Any, nr: int) -> tuple[str, tuple[str | int, ...], Endring]:
    """A file, where it is changed, and the change."""
    while True:
        text = Skribent(random.Random(seed)).fil()
        parsed = parse("", text.encode())
        if not parsed.problems:
            break
        seed += 1
    places = steder(parsed.data)
    if which in ("sett", "fjern"):
        places = [place for place in places if place[0]]
        route = places[nr % len(places)][0]
        return text, route, lambda t: fjern(t, route) if which == "fjern" else sett(t, route, value)
    if which == "ny noekkel":
        routes = [(*way, "ny") for way, data in places if isinstance(data, dict)] or [()]
        route = routes[nr % len(routes)]
        return text, route, lambda t: sett(t, route, value, ("k0", "ny", "k1"))
    lists = [way for way, data in places if isinstance(data, list)] or [()]
    route = lists[nr % len(lists)]
    return text, route, lambda t: legg_til(t, route, value)


@given(
    st.integers(0, 10**9),
    st.sampled_from(["sett", "ny noekkel", "legg til", "fjern"]),
    NYE,
    st.integers(0, 50),
)
@eksempler(1500)
def test_in_a_file_written_by_hand_only_the_intended_lines_change(
    seed: int, which: str, value: Any, nr: int
) -> None:
    text, route, change = tilfelle(seed, which, value, nr)
    if route == ():  # a file that is no list, or has no mapping
        return
    try:
        new = change(text)
    except KanIkkeRedigere:
        return  # how often that may be: below
    # What it says is checked by the editor itself; here that it is one change, in one place.
    start, end = uroert(text, new)
    gone = text[start : len(text) - end]
    if which == "fjern":
        came = new[start : len(new) - end]
        assert len(came) <= len(" []") or set(came.split()) <= set(gone.split()) | {"[]", "{}"}
    if which in ("ny noekkel", "legg til"):
        # An empty collection gave way, and a comment beside it may have come to stand before what is new.
        if not re.match(r"(?s)[|>]\d?-", text[start - 1 : start] + new[start : len(new) - end]):
            assert set(re.sub(r"# notat \d+:|[\r\n]", "", gone)) <= set(" []{}")
        assert notater(new) == notater(text)
    else:
        assert notater(text) - notater(new) <= notater(gone)
    assert not re.search("(?<!\r)\n" if "\r\n" in text else "\r", new)


def test_a_refusal_is_rare() -> None:
    """Of the changes that commands make – new keys, and items in lists – nearly all can be made in any layout."""
    refused = 0
    for seed in range(600):
        text, route, change = tilfelle(seed, ("ny noekkel", "legg til")[seed % 2], "ny", seed % 7)
        try:
            change(text) if route else text
        except KanIkkeRedigere:
            refused += 1
    assert refused <= 6


LISTE = """\
saker:
  # om den første
  - nr: 1/26
    referat: |
      Teksten.

  - {nr: 2/26}   # kort

  # en rad for seg

  # om den tredje
  - nr: 3/26
    valg: []
sist: ja
"""


def test_an_item_is_moved_with_what_is_said_of_it() -> None:
    moved = ombytt(LISTE, ("saker", 2), 0)
    assert (
        moved
        == """\
saker:
  # om den tredje
  - nr: 3/26
    valg: []

  # om den første
  - nr: 1/26
    referat: |
      Teksten.

  # en rad for seg

  - {nr: 2/26}   # kort
sist: ja
"""
    )
    assert ombytt(moved, ("saker", 0), 2) == LISTE
    assert ombytt("a: [x, {y: 1}, z]  # hale\n", ("a", 0), 2) == "a: [{y: 1}, z, x]  # hale\n"
    assert ombytt("- a\n- b", (1,), 0) == "- b\n- a"


@given(st.integers(0, 10**9))
@eksempler(60)
def test_an_item_that_is_moved_and_moved_back_is_the_same_bytes_by_any_hand(seed: int) -> None:
    rng = random.Random(seed)
    items: list[Any] = [
        rng.choice(
            [
                {"nr": f"{nr}/26", "tekst": "en\nto\n"},
                {"nr": str(nr)},
                {"nr": str(nr), "l": ["a", "b"]},
                str(nr),
            ]
        )
        for nr in range(rng.randrange(2, 5))
    ]
    text = for_haand(flat({"foer": "x", "saker": items, "etter": "y"}), rng).decode().removeprefix("\ufeff")
    fra, til = rng.randrange(len(items)), rng.randrange(len(items))
    try:
        moved = ombytt(text, ("saker", fra), til)
    except KanIkkeRedigere:
        return
    assert ombytt(moved, ("saker", til), fra) == text


def flat(data: Any) -> bytes:
    return ("\n".join(blokk(data, 0)) + "\n").encode()
