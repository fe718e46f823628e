"""Texts in the shapes that YAML allows, most of which no record may have: made for this, after no one's suite.

Each is whole YAML or nearly so. What is asked is never what a text means, only that it is read or told of.
"""

from __future__ import annotations

from itertools import product

ANKERE = (
    "a: &a 1\nb: *a\n", "&a a: 1\n*a : 2\n", "- &a x\n- *a\n", "a: &a [x]\nb: [*a, *a]\n",
    "a: *finnes_ikke\n", "a: &a\n", "&a\n", "*a\n", "a: &a\n  b: *a\n", "- &a [*a]\n", "a: &æ 1\n",
    "a: & 1\n", "a: & b\n", "? &a a\n: *a\n", "a: &x !!str 1\n", "a: !!str &x 1\n",
    "base: &b {x: 1}\nny: {<<: *b}\n", "<<: {a: 1}\n", "<<: [a, b]\n", "a: &a &b 1\n", "&a [b, *a ]\n",
    "a: *a*b\n",
)  # fmt: skip


def _bombe(slutt: str) -> str:
    """Nine levels, each naming the one before nine times, and what is to be hidden."""
    levels = (f"a{nr}: &a{nr} [{', '.join([f'*a{nr - 1}'] * 9)}]\n" for nr in range(1, 10))
    return "".join(["a0: &a0 [x]\n", *levels, slutt])


BOMBER = (
    _bombe("fortrolig: ja\n"), _bombe("saker: [{tittel: x, fortrolig: ja, emne: *a9}]\n"),
    _bombe("? *a9\n: fortrolig\nfortrolig_til: x\n"), "fortrolig: ja\na: &a {b: *a, c: *a, d: *a}\n",
)  # fmt: skip
MERKER = (
    "a: !!int 1\n", "a: !!null x\n", "a: !lokal 1\n", "!!map {a: 1}\n", "!!seq [a]\n", "! a\n",
    "a: !<tag:yaml.org,2002:str> 1\n", "a: !e!x 1\n", "%TAG !e! tag:e.no,2000:\n---\na: !e!x 1\n",
    "a: !!python/object/apply:os.system [id]\n", "!!binary |\n  R0lGODlhDAAM\n", "!!set {a, b}\n",
    "!!omap [a: 1]\n", "a: !!float .inf\n", "a: !!timestamp 2022-01-01\n", "!!str\n", "a: !\n", "a: !<>\n",
    "a: !%21 x\n",
)  # fmt: skip
DOKUMENTER = (
    "", "\n", "---\n", "...\n", "---\n---\n", "--- a\n", "--- |\n  a\n", "--- {a: 1}\n",
    "a: 1\n---\nb: 2\n", "a: 1\n...\n", "a: 1\n...\nb: 2\n", "%YAML 1.2\n---\na: 1\n",
    "%YAML 1.1\n---\na: 1\n", "%YAML 9.9\n---\na: 1\n", "%YAML\n---\n", "%\n", "%EGET x y\n---\na: 1\n",
    "%YAML 1.2\n%YAML 1.2\n---\na\n", "%YAML 1.2\na: 1\n", "# bare\n", "---\n# bare\n...\n",
    "--- # a\na: 1\n", "---\ta: 1\n", "---a: 1\n", "...a\n", "\ufeff---\na: 1\n", "a: 1\n\ufeffb: 2\n",
    "---\n...\n---\n...\n",
)  # fmt: skip
BLOKKER = (
    "a: |\n  x\n  y\n", "a: >\n  x\n  y\n", "a: |-\n  x\n", "a: |+\n  x\n\n\n", "a: |2\n    x\n",
    "a: |1-\n  x\n", "a: |0\n x\n", "a: |12\n x\n", "a: |-+\n x\n", "a: |\nx\n", "a: |\n\tx\n", "a: |\n",
    "a: >\n\n  x\n\n   y\n\n  z\n", "- |\n a\n- >\n b\n", "|\n a\n", "a: | # merknad\n  x\n",
    "a: |#ikke\n  x\n", "a: |\n  # ingen merknad\n", "a: |\n   x\n  y\n", "a: >2-\n    x\n",
    "a: |9\n         x\n", "a: x |\n", "a: |\n  x\n y\n", "? |\n  a\n: b\n",
)  # fmt: skip
FLYT = (
    "{a: 1, b: 2}\n", "[a, b]\n", "{a, b: , c: ~}\n", "[a, , b]\n", "{a: 1\n", "[a\n", "}\n", "]\n",
    "{a: [b, {c: d}]}\n", "{a: 1}}\n", "[a]]\n", "a: {b: c}\n", "a: [\n  b,\n  c\n]\n", "a: [\nb\n]\n",
    "{a:1}\n", "{\"a\":1}\n", "{'a':1}\n", "[a: 1]\n", "[? a : b]\n", "{? a}\n", "{: a}\n", "[: a]\n",
    "{,}\n", "[,]\n", "a: [# x\n]\n", "a: [b] # x\n", "a: [b]#x\n", "[a, b]: c\n", "{a: b}: c\n",
    "[[[[[[a]]]]]]\n", "{a: {b: {c: {d: e}}}}\n", "a: {b: c} d\n", "- [a\n- b\n", "[\n" + "[" * 40 + "\n",
    "{a: b, a: c}\n", "[a, [b], {c: d}, e: f]\n", "[-]\n", "[--]\n", "{-: a}\n", "a: [b,\n\tc]\n",
)  # fmt: skip
NOEKLER = (
    "? a\n: b\n", "? [a, b]\n: c\n", "? {a: b}\n: c\n", "? a\n", ": a\n", "? \n: a\n", "?\n",
    "? - a\n: - b\n", "? ? a\n", "\"a\": b\n", "'a': b\n", "a b: c\n", "a:b: c\n", "a: b: c\n", "a : b\n",
    "a:\n", "a:\n\nb:\n", "1: a\n", "~: a\n", "null: a\n", "true: a\n", "'': a\n", "- a: b\n  c: d\n- e\n",
    "a:\n- b\n- c\n", "a:\n  - b\n - c\n", "a: - b\n", "- - - a\n", "-\n-\n", "-a\n", "a\nb: c\n",
    "a: b\n c: d\n", "a:\n  b: c\n d: e\n", "  a: 1\nb: 2\n", "a: 1\n  b: 2\n", "a: 1\na: 2\n",
    "x" * 1200 + ": a\n", "? " + "x" * 1200 + "\n: a\n", "a: 'b\n", "a: \"b\n", "a: 'b'c\n", "a: \"b\" c\n",
)  # fmt: skip
TEGN = (
    "a: \"\\x41\\u00e6\\U0001F600\"\n", "a: \"\\q\"\n", "a: \"\\0\"\n", "a: \"\\uD800\"\n",
    "a: \"\\U00110000\"\n", "a: \"b\\\n  c\"\n", "a: 'b''c'\n", "a: b\tc\n", "\ta: b\n", "a:\tb\n",
    "a: b\t# c\n", "a: \x07\n", "a: \x7f\n", "a: \x85b\n", "a: \u2028b\n", "a: \u202eb\n", "a: \ufffe\n",
    "a: \u00a0b\n", "æ: ø\n", "日本: 語\n", "a: e\u0301\n", "a: @b\n", "a: `b`\n", "a: %b\n", "a: b#c\n",
    "a: b #c\n", "a: #b\n", "#\n", "a: b\r\nc: d\r\n", "a: b\rc: d\r", "a: b", "a: b ", "a:  \n",
    "a: \"\"\n", "a: ''\n", "a: ~\n", "a: -\n", "a: --\n", "a: ?b\n", "a: :b\n", "a: ::\n", "a: b:\n",
    "a: 0x1F\na2: 0o17\na3: 1_000\na4: 1:30\n", "a: .nan\n", "a: =\n", "a: !!\n", "a: yes\nb: no\nc: on\n",
    "a: 2022-02-30\n", "a: 9999-12-31\n", "a: b\n\n\n\n", "\n\n\na: b\n", "a: b\n#\n#c\n", " \n", "\t\n",
    " a\n",
)  # fmt: skip
INNPAKKET = tuple(
    frame.format(inner)
    for frame, inner in product(
        ("navn: {}\n", "- {}\n", "navn:\n  nb: {}\n", "[{}]\n"),
        ("&a x", "*a", "!x y", "|\n   z", "? b", "{{c: d}}", "'e", "- f"),
    )
)

PROEVER: tuple[str, ...] = tuple(
    dict.fromkeys((*ANKERE, *BOMBER, *MERKER, *DOKUMENTER, *BLOKKER, *FLYT, *NOEKLER, *TEGN, *INNPAKKET))
)
"""All of them."""
