"""The YAML front end: what is simply read, what is a problem and where, and that nothing can break it."""

from __future__ import annotations

import re
import subprocess
import sys
import textwrap
import time
from unicodedata import normalize

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from brukerutvalg_cli.funn.finding import Finding, Severity
from brukerutvalg_cli.funn.place import Route, Span
from brukerutvalg_cli.register.filfeil import filer, innhold, skrivemaate
from brukerutvalg_cli.register.filfeil.slag import Filfeil
from brukerutvalg_cli.register.filfeil.tabell import FILFEIL
from brukerutvalg_cli.register.linjer import Lines
from brukerutvalg_cli.register.parse import parse, spans
from brukerutvalg_cli.register.yamldata import MAX_DEPTH, Data
from brukerutvalg_cli.register.yamlproblemer import MAX_PROBLEMS


def problems(raw: bytes | str) -> tuple[Finding, ...]:
    return parse("m.yaml", raw.encode() if isinstance(raw, str) else raw).problems


def shown(raw: bytes | str) -> list[str]:
    """`row:column name «marked text»` for each problem, `name` alone where the whole file is meant."""
    parsed = parse("m.yaml", raw.encode() if isinstance(raw, str) else raw)
    lines = parsed.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return [_shown(problem, lines) for problem in parsed.problems]


def _shown(problem: Finding, lines: list[str]) -> str:
    span = problem.place.span
    if span is None:
        return problem.name
    assert span.row == span.end_row
    return f"{span.row}:{span.column} {problem.name} «{lines[span.row - 1][span.column - 1 : span.end_column - 1]}»"


def data(raw: bytes | str) -> Data:
    parsed = parse("m.yaml", raw.encode() if isinstance(raw, str) else raw)
    assert parsed.problems == ()
    return parsed.data


# ── What is simply read ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "written",
    ["12:15", "no", "ja", "0123", "1.10", "2022-02-30", "25/22", "1e3", "0x1f", "TRUE", "=", "Null", "5_000"],
)
def test_a_text_stays_the_text_that_was_written(written: str) -> None:
    assert data(f"verdi: {written}\n{written}: x\n") == {"verdi": written, written: "x"}


@pytest.mark.parametrize("written", ["", "~", "null"])
def test_nothing_is_none(written: str) -> None:
    assert data(f"a: {written}\nb: [{written or '~'}, x]\n") == {"a": None, "b": [None, "x"]}


@pytest.mark.parametrize("written", ['""', "''", '"~"', "'null'"])
def test_a_quoted_nothing_is_a_text(written: str) -> None:
    assert data(f"a: {written}\n") == {"a": written[1:-1]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "dato: 2024-03-13\nsaker:\n  - nr: 1/24\n    tema: [a, b]\n",
            {"dato": "2024-03-13", "saker": [{"nr": "1/24", "tema": ["a", "b"]}]},
        ),
        ("referat: |\n  Første linje.\n  Andre.\n", {"referat": "Første linje.\nAndre.\n"}),
        ("# bare topp\n---\na: 1\n...\n", {"a": "1"}),
        ("- a\n-\n", ["a", None]),
        ("bare tekst\n", "bare tekst"),
    ],
)
def test_the_shapes_of_yaml(text: str, expected: Data) -> None:
    assert data(text) == expected


def test_bom_and_crlf_are_ordinary_input() -> None:
    raw = b"\xef\xbb\xbfsted: Bod\xc3\xb8\r\ntid: 12:15\r\nreferat: |\r\n  En.\r\n  To.\r\n"
    assert data(raw) == {"sted": "Bodø", "tid": "12:15", "referat": "En.\nTo.\n"}
    assert shown(raw + b"tid: 13:00\r\n") == ["6:1 dobbel-noekkel «tid»"]
    assert spans(parse("m.yaml", raw).text)["sted",].key == Span(1, 1, 1, 5)


def test_a_lone_carriage_return_ends_a_line() -> None:
    assert data("a: 1\rb: 2\r") == {"a": "1", "b": "2"}
    assert shown("a: 1\rb: 2\rb: 3") == ["3:1 dobbel-noekkel «b»"]


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\x85"])
def test_other_line_ends_of_unicode_are_text_like_any_other(mark: str) -> None:
    text = f"sted: Nav{mark}Bergen\nsitat: 'a{mark}b'\nord: \"a{mark}b\"\nreferat: |\n  ei{mark}linje\ntid: 1\ntid: 2\n"
    parsed = parse("m.yaml", text.encode())
    assert parsed.data == {
        "sted": f"Nav{mark}Bergen",
        "sitat": f"a{mark}b",
        "ord": f"a{mark}b",
        "referat": f"ei{mark}linje\n",
        "tid": "1",
    }
    assert shown(text) == ["7:1 dobbel-noekkel «tid»"]


def test_letters_are_composed_and_places_are_those_of_the_file() -> None:
    text = "sted: A\u030alesund\nA\u030ar: 1\nÅr: 2\n"
    parsed = parse("m.yaml", text.encode())
    assert parsed.data == {"sted": "Ålesund", "År": "1"}
    assert shown(text) == ["3:1 dobbel-noekkel «År»"]
    assert spans(text)["sted",].value == Span(1, 7, 1, 15)


# ── What is a problem, and where ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("", ["fil-tom"]),
        ("\n# kommer\n", ["fil-tom"]),
        ("---\n", ["fil-tom"]),
        ("~\n", ["fil-tom"]),
        ("a: 1\nb:\n  c: 1\n  c: 2\n", ["4:3 dobbel-noekkel «c»"]),
        ("a: {b: 1, b: 2, b: 3}\n", ["1:11 dobbel-noekkel «b»", "1:17 dobbel-noekkel «b»"]),
        ("a: &x 1\nb: 2\n", ["1:4 yaml-anker «&x»"]),
        ("a: &x 1\nb: *x\nc: [*x]\n", ["1:4 yaml-anker «&x»"]),  # one mistake, one message
        ("a: *viktig\n", ["1:4 yaml-anker «*viktig»"]),
        ("a:\n  <<: {b: 1}\n", ["2:3 yaml-anker «<<»"]),
        ("a: &x {b: 1}\nc:\n  <<: *x\n", ["1:4 yaml-anker «&x»"]),
        ("'<<': 1\n", []),
        ("a: !!python/object/apply:os.system [ls]\n", ["1:4 yaml-merke «!!python/object/apply:os.system»"]),
        ("- !utvalg\n  a: 1\n", ["1:3 yaml-merke «!utvalg»"]),
        ("a: ! b\n", ["1:4 yaml-merke «!»"]),
        ("a: !t &x b\n!k c: d\n", ["1:7 yaml-anker «&x»", "1:4 yaml-merke «!t»", "2:1 yaml-merke «!k»"]),
        ("a: 1\n---\na: 2\n---\na: 3\n", ["2:1 flere-dokument «---»"]),
        ("[a, b]: c\n", ["1:1 yaml-noekkel «[»"]),
        ("a: {{navn}}\n", ["1:5 yaml-noekkel «{»"]),
        ("{{sted}}: Bergen\n", ["1:1 yaml-noekkel «{»"]),
        ("a: 1\n: b\n", ["2:1 yaml-noekkel «:»"]),
        ("'': b\n", ["1:1 yaml-noekkel «'»"]),
        ('"dato\u00a0": 1\n', ["1:1 fil-tegn «\"dato\u00a0\"»"]),
        ("a: b\x00c\n", ["1:5 fil-tegn «\x00»"]),
        ("a: 1\nb: to\x0bord\n", ["2:6 fil-tegn «\x0b»"]),
        ('a: "b\\0c"\n', ['1:4 fil-tegn «"b\\0c"»']),
        ("a: \u2028 \U0001fffe\n", ["1:6 fil-tegn «\U0001fffe»"]),
        (b"sted: m\xf8te\n", ["1:8 fil-koding «\ufffd»"]),
        (b"a: \xc3\xa5\nb: bl\xe5b\xe6r\n", ["2:6 fil-koding «\ufffd»"]),
        (b"\xef\xbb\xbfa: \xe5\n", ["1:4 fil-koding «\ufffd»"]),
        (b"a: \xc3\xa5 bl\xc3", ["1:8 fil-koding «\ufffd»"]),
        (b"a: 1\r\nb: \xff\r\n", ["2:4 fil-koding «\ufffd»"]),
        ("a: 1\n".encode("utf-16"), ["fil-koding"]),
        ("a: 1\n".encode("utf-16-le"), ["fil-koding"]),
        ("a: 1\n".encode("utf-16-be"), ["fil-koding"]),
        (b"PK\x03\x04\x14\x00\x06\x00\x08\xff\x00", ["fil-koding"]),
        (b"a: b\n" * 300_000, ["fil-for-stor"]),
        # What can be mended goes on to the next problem; after what can not be read nothing is guessed.
        ("a: &x 1\na: 2\nb: [1\nc: 4\n", ["1:4 yaml-anker «&x»", "2:1 dobbel-noekkel «a»", "3:4 fil-yaml «[»"]),
    ],
)  # fmt: skip
def test_problems_and_places(raw: bytes | str, expected: list[str]) -> None:
    assert shown(raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"sted: m\xf8te\n", "fila er ikke lagret som UTF-8; her står det trolig «møte»"),
        (b"sted: p\xe5", "fila er ikke lagret som UTF-8; her står det trolig «på»"),
        (b"- \xc3\xa5 f\xf8r \xc5rsm\xf8tet\n", "fila er ikke lagret som UTF-8; her står det trolig «før»"),
        (b"a: \xff\n", "fila er ikke lagret som UTF-8"),
        (b"a: bl\xc3", "fila slutter midt i en bokstav; slutten er trolig gått tapt"),
        (b"PK\x03\x04\x00\xff", "fila er ikke en tekstfil"),
        (b"\xff\xfea\x00", "fila er lagret som UTF-16, ikke som UTF-8"),
    ],
)
def test_what_is_said_of_the_encoding(raw: bytes, expected: str) -> None:
    assert [problem.message for problem in problems(raw)] == [expected]


def test_a_duplicate_points_at_the_first() -> None:
    (problem,) = problems("a: 1\nsaker:\n  - dato: 1\n    nr: 2\n    dato: 3\n")
    assert problem.message == "nøkkelen «dato» står to ganger"
    assert problem.emne == "saker.0.dato"
    assert [(other.place.span, other.label) for other in problem.related] == [
        (Span(3, 5, 3, 9), "første gang")
    ]


def test_an_anchor_shows_where_it_is_used() -> None:
    (problem,) = problems("a: &x 1\nb: *x\nc: [*x]\n")
    assert [other.place.span for other in problem.related] == [Span(2, 4, 2, 6), Span(3, 5, 3, 7)]


UNREADABLE = """
a: 1·dato 2022·b: 2             2:1 «dato 2022»  det mangler et kolon på linja
dato 2022-01-01·sted: x         1:1 «dato 2022-01-01»  det mangler et kolon på linja
a: 1·dato:2022·b: 2             2:1 «dato:2022»  det mangler et mellomrom etter kolon
a:·  - b·  -c                   3:3 «-c»  det mangler et mellomrom etter streken
tittel: Sak: oppstart           1:12 «:»  det står et kolon inne i teksten
a: 1·  b: 2                     2:3 «b: 2»  linja er rykket lenger inn enn den kan være
a: 1·# hei··  b: 2              4:3 «b: 2»  innrykket passer ikke med linjene over
a:·    b: 1·  c: 2              3:3 «c: 2»  innrykket passer ikke med linjene over
s:·  - nr: 1·   tittel: x       3:4 «tittel: x»  innrykket passer ikke med linjene over
a:·  - b·  c: d                 3:3 «c: d»  innrykket passer ikke med linjene over
a: - b                          1:4 «- b»  en liste kan ikke begynne på samme linje som nøkkelen
a: 'hei·b: 2                    1:4 «'hei»  anførselstegnet blir ikke lukket
a: "hei" du·b: 1                1:10 «du»  det står noe etter at anførselstegnet er lukket
a: 'det er Ola's'               1:16 «s'»  det står noe etter at anførselstegnet er lukket
a: "hei·b: 2·c: "du"            1:4 «"hei»  anførselstegnet blir ikke lukket
a: "x"·b: "hei·c: 2·d: "du" e   2:4 «"hei»  anførselstegnet blir ikke lukket
a: 'hei·b: 2·c: 'du'            1:4 «'hei»  anførselstegnet blir ikke lukket
a:·  - "hei·  - "du"            2:5 «"hei»  anførselstegnet blir ikke lukket
a: "x·  y" z·b: 1               2:6 «z»  det står noe etter at anførselstegnet er lukket
a: "x"·b: ta "x"·c: "hei" du    3:10 «du»  det står noe etter at anførselstegnet er lukket
a: [b, c·d: e                   1:4 «[»  parentesen «[» blir ikke lukket, eller det mangler et komma etter den
a: {b: 1, c                     1:4 «{»  parentesen «{» blir ikke lukket, eller det mangler et komma etter den
a: {b: 1 c: 2}                  1:11 «:»  her mangler et komma eller en verdi, eller tegnet er feil
a: [b,, c]                      1:7 «,»  her mangler et komma eller en verdi, eller tegnet er feil
a: {b: 1}}                      1:10 «}»  det står noe for mye på linja
a: @ola                         1:4 «@ola»  en tekst kan ikke begynne med «@» uten anførselstegn
a: 1·b: *viktig* sak            2:4 «*viktig* sak»  en tekst kan ikke begynne med «*» uten anførselstegn
a: % av noe                     1:4 «% av noe»  en tekst kan ikke begynne med «%» uten anførselstegn
a: "C:\\Users"                  1:7 «\\»  «\\» betyr noe særskilt i doble anførselstegn
a: "C:\\q"                      1:7 «\\»  «\\» betyr noe særskilt i doble anførselstegn
a: | hei                        1:4 «| hei»  teksten skal begynne på linja under «|» eller «>»
a: 1·...·b: 2                   3:1 «b: 2»  det står noe etter «...», som avslutter fila
"""


@pytest.mark.parametrize("case", UNREADABLE.strip().splitlines())
def test_what_can_not_be_read_is_said_in_norwegian(case: str) -> None:
    found = re.fullmatch(r"(.+?) {2,}(\d+:\d+) «(.+)» {2}(.+)", case)
    assert found
    text, place, marked, message = found.groups()
    raw = text.replace("·", "\n") + "\n"
    assert shown(raw) == [f"{place} fil-yaml «{marked}»"]
    assert [problem.message for problem in problems(raw)] == [message]


@pytest.mark.parametrize(
    ("text", "help"),
    [
        ("tittel: Sak: oppstart  # ny\n", 'sett teksten i anførselstegn: tittel: "Sak: oppstart"'),
        ('tittel: Sak: "ny" start\n', "sett teksten i anførselstegn: tittel: 'Sak: \"ny\" start'"),
        ("a: 1\ndato:2022\n", "skriv «dato: 2022»"),
        ("a: [b\nc: d\n", "sett «]» der den slutter"),
        ("a: @" + "x" * 100 + "\n", 'sett teksten i anførselstegn: "@' + "x" * 58 + '…"'),
    ],
)
def test_the_help_writes_out_what_to_write(text: str, help: str) -> None:
    assert [problem.help for problem in problems(text)] == [help]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a:\n\tb: 1\n", ["2:1 fil-tabulator «\t»"]),
        ("a:\n  - b\n\t- c\n", ["3:1 fil-tabulator «\t»"]),
        ("a:\n  b: 1\n  \tc: 1\n", ["3:3 fil-tabulator «\t»"]),
        ("a: |\n\thei\n", ["2:1 fil-tabulator «\t»"]),
        ("-\ta: 1\n", ["1:2 fil-tabulator «\t»"]),
        ("a: 1\n\u00a0 b: 2\n", ["2:1 fil-tegn «\u00a0 b»"]),
        ("a: 1\n\ufeffb: 2\n", ["2:1 fil-tegn «\ufeff»"]),
        # Where YAML has nothing against a tab, neither have we.
        ("a:\tb\t# c\n", []),
        ("a: [\n\tb,\n\tc]\n", []),
        ("a: b\tc\n", []),
    ],
)
def test_tabs_and_other_spaces(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


ENGLISH = re.compile(
    r"\b(expected|found|while|scanning|parsing|mapping|scalar|block|character|line|column)\b"
)


@given(st.text(alphabet="ab:-[]{}'\"\t\n #|>&*!%@`\\?,~<.\r\u2028å", max_size=40))
def test_any_scribble_is_read_or_said_in_norwegian_with_a_place_inside_the_file(text: str) -> None:
    parsed = parse("m.yaml", text.encode())
    rows = Lines(text)
    for problem in parsed.problems:
        assert problem.severity is Severity.FEIL
        assert not ENGLISH.search(problem.message + problem.help + problem.label)
        if (span := problem.place.span) is not None:
            line = rows.line(span.row)
            assert line is not None
            assert 1 <= span.column <= len(line) + 1
            assert (span.end_row, span.end_column) >= (span.row, span.column)
    assert set(spans(text)) >= _routes(parsed.data, ())


@given(st.binary(max_size=60))
def test_any_bytes_are_survived(raw: bytes) -> None:
    parsed = parse("m.yaml", raw)
    assert parsed.problems or parsed.data is not None


def _routes(value: Data, route: Route) -> set[Route]:
    if value is None:
        return set()
    children = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    return {route}.union(*(_routes(child, (*route, key)) for key, child in children))


# ── What is meant to break it ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[{"])
def test_the_deepest_that_is_read_and_one_more(opening: str) -> None:
    count = MAX_DEPTH // len(opening.replace("a: ", "").replace(" ", ""))
    assert shown(opening * count).count("fil-for-dyp") == 0
    names = [problem.name for problem in problems(opening * (count + 1) + "x")]
    assert names[-1] == "fil-for-dyp"


def test_200_000_brackets_do_not_crash_the_interpreter() -> None:
    code = """
        from brukerutvalg_cli.register.parse import parse, spans
        for text in ("[" * 200_000, "a: " + "{a: " * 200_000, "- " * 200_000, "? " * 200_000):
            print(*(problem.name for problem in parse("m.yaml", text.encode()).problems), len(spans(text)))
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert [line.split()[-2] for line in done.stdout.splitlines()] == ["fil-for-dyp"] * 4


def test_an_alias_bomb_does_not_go_off() -> None:
    bomb = "a0: &a0 [lol, lol]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30)
    )
    started = time.perf_counter()
    parsed = parse("m.yaml", bomb.encode())
    assert time.perf_counter() - started < 5
    assert len(parsed.problems) == 30  # one for each anchor, none for its uses
    assert {problem.name for problem in parsed.problems} == {"yaml-anker"}
    assert max(len(problem.related) for problem in parsed.problems) == 5


@pytest.mark.parametrize(
    "text",
    [
        "a: x" + "\u0301\u0323" * 200_000,
        "a: " + "!" * 1_000_000,
        "{" + "a b c " * 160_000,
        "'" * 1_000_000,
        "[\n" * 500_000,
        "a: " + "b: " * 300_000,
        "a: b\n  " + "- " * 500_000 + "c: d",
        "x" * 500_000 + ":" + "y" * 500_000 + "\nb: 1",
        "? a\n" * 250_000,
        "\r" * 1_000_000,
        "a: |\n" + "  <<<<<<<\n" * 100_000,
        "a: b" + (" " * 9 + "c #d") * 70_000,
    ],
    ids=[
        "accents",
        "tag",
        "words",
        "quotes",
        "brackets",
        "colons",
        "dashes",
        "line",
        "keys",
        "lines",
        "marks",
        "signs",
    ],
)
def test_a_large_file_of_nonsense_takes_little_time_and_few_words(text: str) -> None:
    started = time.perf_counter()
    found = problems(text)
    assert time.perf_counter() - started < 20  # a second is usual, and minutes are what is looked for
    assert all(len(problem.message) < 150 and len(problem.help) < 250 for problem in found)


def test_a_file_with_nothing_but_problems_ends_in_time() -> None:
    found = problems("a: 1\n" * 200_000)
    assert len(found) == MAX_PROBLEMS + 1
    assert found[-1].message == "fila har 100 feil eller flere; resten vises når disse er rettet"
    assert found[-1].place.span is None


# ── What is read, and is probably not what was meant ──────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "kuttet"),
    [
        ("tittel: Sak #3 om budsjett\n", ["#3 om budsjett"]),
        ("tittel: Sak  #budsjett  \r\nnr: 1/24\r\n", ["#budsjett"]),
        ("saker:\n  - tittel: Møte i\n      rom #4\n  - Æ #ø\n", ["#4", "#ø"]),
        ("tittel: #3\n", ["#3"]),
        ("tittel: Sak # notat\n", []),
        ("tittel: Sak # 3\n", []),
        ("tittel: Sak#3\n", []),
        ('tittel: "Sak #3" #merk\n', []),
        ("tittel: 'Sak #3'\n", []),
        ("a: [x, y] #merk\n", []),
        ("referat: |\n  Sak #3 om\n  budsjett #4\n", []),
        ("referat: > #merk\n  Sak #3\n", []),
        ("#merk\ntittel: Sak\n  #merk\nnr: 1\n", []),
        ("tid: 12:15 #endret\ndato: 2024-01-01 #1\nja: nei #før\nb: ukjent #1\n", []),
        ("saker: #kommer\n  - a\n", []),
        ("tittel: Sak #-\n", []),
    ],
)
def test_a_text_that_a_number_sign_cuts(text: str, kuttet: list[str]) -> None:
    parsed = parse("m.yaml", text.encode())
    assert parsed.problems == ()
    lines = text.replace("\r\n", "\n").split("\n")
    spans_ = [warning.place.span for warning in parsed.warnings]
    assert [lines[s.row - 1][s.column - 1 : s.end_column - 1] for s in spans_ if s] == kuttet
    assert {(w.name, w.severity) for w in parsed.warnings} <= {("tekst-kuttet", Severity.ADVARSEL)}


@pytest.mark.parametrize(
    ("text", "tomme"),
    [
        ("tittel: ''\nsted: ' '\n", ["''", "' '"]),
        ('tittel: "\\n"\n', ['"\\n"']),
        ("tittel: \u00a0\n", ["\u00a0"]),
        ("saker: [{tittel: ' '}, ' ']\n", ["' '", "' '"]),
        ("tittel:\nsted: ~\nsaker: []\nreferat: \n", []),
        ("tittel: A\n", []),
    ],
)
def test_a_text_with_nothing_in_it(text: str, tomme: list[str]) -> None:
    parsed = parse("m.yaml", text.encode())
    assert parsed.problems == ()
    lines = text.split("\n")
    told = [(warning.name, warning.severity, warning.place.span) for warning in parsed.warnings]
    assert {each[:2] for each in told} <= {("tom-tekst", Severity.ADVARSEL)}
    assert [lines[s.row - 1][s.column - 1 : s.end_column - 1] for *_, s in told if s] == tomme


KONFLIKT = ["<<<<<<< HEAD", "Vi sa ja.", "=======", "Vi sa nei.", ">>>>>>> grein"]


@pytest.mark.parametrize("innrykk", ["", "  ", "    ", "\t"])
@pytest.mark.parametrize("slutt", ["\n", "\r\n"])
def test_a_merge_that_was_left_undone(innrykk: str, slutt: str) -> None:
    lines = ["tittel: A", "referat: |", "  Først.", *(innrykk + line for line in KONFLIKT), "nr: 1/24", ""]
    [problem] = problems(slutt.join(lines))
    assert problem.message == "to har endret det samme, og git har ført opp begge"
    assert problem.place.span == Span(4, len(innrykk) + 1, 4, len(innrykk) + 13)


@pytest.mark.parametrize(
    "referat",
    ["Skriv <<<<<<< og >>>>>>>.", "<<<<<<< HEAD", "A\n  =======", "<<<<<<< a\n  b\n  >>>>>>> c",
     ">>>>>>> c\n  =======\n  <<<<<<< a", "<<<<<<<< a\n  =======\n  >>>>>>>> b", "- <<<<<<< a\n  =======\n  >>>>>>> b"],
)  # fmt: skip
def test_a_text_with_some_of_the_marks(referat: str) -> None:
    assert data(f"referat: |\n  {referat}\n") == {"referat": referat.replace("\n  ", "\n") + "\n"}


# ── The table of problems ─────────────────────────────────────────────────────────────────────────

LOADERS = {"ukjent-noekkel", "mangler-noekkel", "feil-verdi", "umulig-dato", "eldre-skrivemaate"}
"""Said by those who know the models; here their examples are only read."""


def sections(kind: Filfeil) -> dict[str, str]:
    """The sections of a documentation text, unindented."""
    parts = re.split(r"^(\S.*)\n", kind.text.split("\n", 2)[2], flags=re.MULTILINE)[1:]
    return {title: textwrap.dedent(body) for title, body in zip(parts[::2], parts[1::2], strict=True)}


def test_codes_and_names_are_each_ones_own() -> None:
    assert all(re.fullmatch(r"BU0\d\d", kind.code) for kind in FILFEIL)
    assert len({kind.code for kind in FILFEIL}) == len({kind.name for kind in FILFEIL}) == len(FILFEIL)
    assert set(FILFEIL) == {
        value
        for theme in (filer, innhold, skrivemaate)
        for value in vars(theme).values()
        if isinstance(value, Filfeil)
    }


@pytest.mark.parametrize("kind", FILFEIL, ids=lambda kind: kind.name)
def test_every_problem_is_explained_and_its_examples_hold(kind: Filfeil) -> None:
    assert kind.text.startswith(f"{kind.name} – ")
    found = sections(kind)
    assert list(found) in (["Hvorfor", "Slik retter du"], ["Hvorfor", "Slik retter du", "Galt", "Riktig"])
    if "Galt" in found:
        galt = found["Galt"].encode("cp1252" if kind.name == "fil-koding" else "utf-8")
        parsed = parse("m.yaml", galt)
        said = [problem.name for problem in (*parsed.problems, *parsed.warnings)]
        assert said == ([] if kind.name in LOADERS else [kind.name])
        assert parse("m.yaml", found["Riktig"].encode()).warnings == ()
        assert problems(found["Riktig"]) == ()


# ── Against PyYAML's own reader, written separately ───────────────────────────────────────────────

# Without the line ends that YAML 1.1 has and editors have not, and without what no text should hold.
TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn", "Zl", "Zp"], exclude_characters="\ufeff")
    | st.just("\n")
)
KEY = st.text("abcæøåABC_- 0129:#'\"[]{}~<&*!", min_size=1, max_size=12).filter(str.strip)


def structures(leaf: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.recursive(
        leaf,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEY, inner, max_size=4),
        max_leaves=15,
    )


class Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        return True


@st.composite
def yaml_texts(draw: st.DrawFn) -> str:
    style = draw(st.sampled_from([None, None, "'", '"', "|", ">"]))
    # A style forces a tag upon all that is not text.
    other = st.none() | st.booleans() | st.integers() | st.floats() | st.dates()
    text: str = yaml.dump(
        draw(structures(TEXT if style else TEXT | other)),
        Dumper=Dumper,
        default_style=style,
        default_flow_style=draw(st.sampled_from([None, True, False])),
        width=draw(st.sampled_from([20, 80, 10_000])),
        indent=draw(st.sampled_from([2, 4])),
        allow_unicode=draw(st.booleans()),
        explicit_start=draw(st.booleans()),
        sort_keys=False,
    )
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


def naive(node: yaml.Node | None) -> Data:
    """What a node of PyYAML's says, every scalar as text."""
    if isinstance(node, yaml.MappingNode):
        return {normalize("NFC", key.value): naive(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [naive(value) for value in node.value]
    assert isinstance(node, yaml.ScalarNode)
    return None if node.style is None and node.value in ("", "~", "null") else normalize("NFC", node.value)


Scalar = tuple[yaml.ScalarNode, yaml.ScalarNode | None]


def scalars(node: yaml.Node, route: Route = (), key: yaml.ScalarNode | None = None) -> dict[Route, Scalar]:
    """Every scalar of PyYAML's, and its key."""
    if isinstance(node, yaml.ScalarNode):
        return {route: (node, key)}
    found: dict[Route, Scalar] = {}
    for nr, value in enumerate(node.value):
        name, inner = value if isinstance(node, yaml.MappingNode) else (None, value)
        found |= scalars(inner, (*route, normalize("NFC", name.value) if name else nr), name)
    return found


def cut(text: str, span: Span) -> str:
    """The text of a span, counted naively."""
    starts = [0]
    for line in re.split(r"(?<=\n)", text):
        starts.append(starts[-1] + len(line))
    return text[starts[span.row - 1] + span.column - 1 : starts[span.end_row - 1] + span.end_column - 1]


@given(yaml_texts())
def test_the_data_is_what_pyyaml_reads_with_every_scalar_as_text(text: str) -> None:
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    parsed = parse("m.yaml", text.encode())
    if parsed.problems:
        assert {problem.name for problem in parsed.problems} == {"fil-tom"}
        assert naive(node) is None
    assert parsed.data == naive(node)


@given(yaml_texts())
def test_a_span_cut_out_of_the_text_is_what_was_written_there(text: str) -> None:
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    assert node is not None
    found = spans(text)
    for route, (scalar, key) in scalars(node).items():
        span = found[route]
        written = text[scalar.start_mark.index : scalar.end_mark.index]
        if scalar.style in (None, "'", '"') and written:
            assert cut(text, span.value) == written
        if scalar.style is None and written and span.value.row == span.value.end_row:
            assert written == scalar.value
        if key is not None:
            assert span.key is not None
            assert cut(text, span.key) == text[key.start_mark.index : key.end_mark.index]
