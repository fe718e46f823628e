"""What may stand in a template's text: no more, no deeper, and no other characters than a document needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from jinja2.nodes import (
    Block,
    Call,
    CallBlock,
    Const,
    EvalContextModifier,
    Filter,
    FromImport,
    Import,
    Keyword,
    Macro,
    Name,
    Node,
    NSRef,
    Output,
    Stmt,
    Template,
    TemplateData,
    Test,
)

from brukerutvalg_cli.dokument.budget import LARGEST, Malgrense

MAX_BYTES = 64 * 1024
"""The largest template. Those that come with the program are a tenth of it."""

MAX_NODES = 6_000
"""The most that one may be made of: each tag, name, text and sign is one. The largest of ours has 500."""

DEEPEST_TAGS = 15
DEEPEST = 60
"""How far things may stand within each other: Python, which is what a template becomes, takes no more."""

_LONGEST_NAME = 100
_CONTROL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")

FOR_STOR = "malen er for stor til å brukes"
FOR_STOR_HJELP = "del den i flere, og skriv bare de blokkene som skal være annerledes enn i standardmalen"
FOR_STORT_TALL = "tallet er for stort"
FOR_DYP = "her står for mye inni hverandre"
FOR_DYP_HJELP = "skriv det som flere blokker, flere makroer eller flere linjer"


def undersoek(mal: Template) -> None:
    """Look at all of a template before any code is made of it.

    Raises:
        Malgrense: for the first thing that cannot be there.
    """
    nodes = 0
    waiting: list[tuple[Node, int, int]] = [(mal, 0, 0)]
    while waiting:
        node, tags, depth = waiting.pop()
        nodes += 1
        row = node.lineno or 0
        if nodes > MAX_NODES:
            raise Malgrense(FOR_STOR, FOR_STOR_HJELP, row)
        if tags > DEEPEST_TAGS or depth > DEEPEST:
            raise Malgrense(FOR_DYP, FOR_DYP_HJELP, row)
        for wrong in _galt(node):
            raise Malgrense(*wrong, row)
        tags += isinstance(node, Stmt) and not isinstance(node, Output)
        waiting += [(child, tags, depth + 1) for child in node.iter_child_nodes()]


def _galt(node: Node) -> Iterator[tuple[str, str]]:
    """Message and help for what is wrong with one node."""
    match node:
        case EvalContextModifier():
            yield (
                "«autoescape» er ikke noe en mal kan gjøre",
                "slett taggen: alt som skrives, blir vist som det er",
            )
        case Const(value=bool() | None):
            return
        case Const(value=int() | float() as number) if not abs(number) <= LARGEST:
            yield FOR_STORT_TALL, "et dokument trenger ikke større tall enn en billiard"
        case Const(value=str() as text) | TemplateData(data=text):
            if found := _CONTROL.search(text):
                yield f"tegnet med nummer {ord(found[0])} kan ikke stå i et dokument", "slett det"
    for names, single in _navn(node):
        for name in names:
            yield from _galt_navn(name, internal=single)
        if single and len({*names}) < len(names):
            yield "det samme navnet står to ganger", "slett det ene, eller gi det et annet navn"


def _navn(node: Node) -> Iterator[tuple[list[str], bool]]:
    """The names in a node that become names in code, and whether each can be there once, and is a template's own."""
    match node:
        case Name(name=name):
            yield [name], False
        case NSRef(name=name, attr=attr):
            yield [name], False
            yield [attr], True
        case Block(name=name) | Macro(name=name) | Import(target=name):
            yield [name], False
        case FromImport(names=names):
            yield [each for pair in names for each in (pair if isinstance(pair, tuple) else (pair,))], False
    match node:
        case Macro(args=args) | CallBlock(args=args):
            yield [arg.name for arg in args], True
        case Call(kwargs=kwargs) | Filter(kwargs=kwargs) | Test(kwargs=kwargs):
            yield [pair.key for pair in kwargs if isinstance(pair, Keyword)], True


def _galt_navn(name: str, *, internal: bool) -> Iterator[tuple[str, str]]:
    if len(name) > _LONGEST_NAME:
        yield "navnet er for langt", f"bruk et navn på høyst {_LONGEST_NAME} tegn"
    elif normalize("NFKC", name) != name:
        yield (
            "navnet har tegn som kan leses på flere måter",
            "skriv det med vanlige bokstaver, tall og understrek",
        )
    elif internal and name.startswith("_"):
        yield f"«{name}» kan ikke begynne med _", "gi det et annet navn"
