"""Ordforråd: the words of our own in a meeting or a case – keys, and fixed values. They are nobody's secret.

And which words that stand for keys say that something is: those that are ours, and those that were meant for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, get_args, get_origin
from unicodedata import normalize

from pydantic import BaseModel

from brukerutvalg_cli.mandat.verdier.navneord import FOLK
from brukerutvalg_cli.mandat.verdier.navneord import ORD as RELATIVE
from brukerutvalg_cli.model.hendelse import Hendelse
from brukerutvalg_cli.model.innmeldt_sak import InnmeldtSak
from brukerutvalg_cli.model.medlem import Medlem
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.sak import Sak
from brukerutvalg_cli.model.utvalg import STANDARD_SIDER, STANDARD_VERV, Utvalg
from brukerutvalg_cli.model.verdier import ANTATT
from brukerutvalg_cli.ord.i_ord import BESTEMT, ORD

# Of a day, and of the number of a case, nothing can be read but when.
_TALL = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,4}[/-]\d{2,4}", re.ASCII)

VOKTENDE = ("fortrolig", "fortrolig_til", "offentlig_tittel")
"""The keys of a confidential case."""
NAVNEVOKTER = "publisering"
"""The key by which somebody is to be shown by their organisation only."""
INTERN = "merknad"
"""The key of a note that no document and no report has."""
PERSONLIG = frozenset({"alder", "fyller"})
"""The keys of what is somebody's own in their file, and is there for a rule to read."""
_STAMMER = {
    VOKTENDE: (
        "fortr",
        "grader",
        "hemmel",
        "ikke_off",
        "ikkje_off",
        "intern",
        "konfidens",
        "lukk",
        "off",
        "privat",
        "sensitiv",
        "skjerm",
        "taushet",
        "teieplikt",
        "u_off",
        "unnat",
        "unntat",
    ),
    (NAVNEVOKTER,): (
        "anonym",
        "bare_org",
        "berre_org",
        "kun_org",
        "navngi",
        "publi",
        "skjerm",
        "skjul",
        "utan_namn",
        "uten_navn",
    ),
}
"""How a key begins that somebody took for one of them, in either form of the language."""
_OGSAA_I_PROSA = ("intern", "lukk", "off", "privat", "sensitiv", "skjerm", "skjul")
"""Those that a line of a text begins with, too: a key of them has a colon."""
_NAER = 0.75

_LINJESLUTT = r"\n\r\x0b\x0c\x85\u2028\u2029"
_BLANKT = rf"[^\S{_LINJESLUTT}]"
_VED_NOEKKEL = re.compile(
    rf"(?:^|[-?{{\[,{_LINJESLUTT}]){_BLANKT}*(?:[&!]\S{{0,80}}{_BLANKT}+)*[\"']?([^\W\d][\w-]*)([\"']?{_BLANKT}*:)?",
    re.MULTILINE,
)
_SKREVET = re.compile(r"\\x([0-9a-fA-F]{2})|\\(?:u|U0000)([0-9a-fA-F]{4})")
_USYNLIG = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")


def mulige_noekler(text: str) -> Iterator[str]:
    """The words that may be keys in a text, whether it can be read as YAML or not: what begins something, or nearly.

    A blank of another kind, a sign that nobody sees, or one that ends a line for some and not for others, comes along
    when something is pasted.
    """
    if "\\" in text:  # in quotation marks a key may be written with escapes, and is then no word
        text += "\n" + _SKREVET.sub(lambda found: chr(int(found[1] or found[2], 16)), text)
    if not text.isascii():
        text = normalize("NFKC", _USYNLIG.sub("", text))
    for found in _VED_NOEKKEL.finditer(text):
        if found[2] or not found[1].casefold().startswith(_OGSAA_I_PROSA):
            yield found[1]


@cache
def sakvokter(key: str) -> bool:
    """Whether a key is one of those that only a confidential case has, or was meant for one."""
    return _vokter(key, VOKTENDE, noekler())


@cache
def navnevokter(key: str) -> bool:
    """Whether a key is the one by which names are closed, or was meant for it."""
    return _vokter(key, (NAVNEVOKTER,), noekler_under(Medlem))


def _vokter(key: str, guards: tuple[str, ...], ours: frozenset[str]) -> bool:
    key = normalize("NFKC", _USYNLIG.sub("", key)).casefold().strip()
    return key in guards if key in ours else key.startswith(_STAMMER[guards]) or er_naer(key, *guards)


def er_naer(key: str, *words: str) -> bool:
    """Whether a key is one of these, or looks as if it was meant for one."""
    if key in words:
        return True
    from difflib import SequenceMatcher  # late: only for a key that is none of ours

    matchers = (SequenceMatcher(None, key, each, autojunk=False) for each in words)
    return any(m.real_quick_ratio() >= _NAER and m.ratio() >= _NAER for m in matchers)


@cache
def vist_noekkel(key: str) -> bool:
    """Whether a key is ours, or one of ours misspelt: any other may be a text that lost its place."""
    from brukerutvalg_cli.forslag import skrivefeil  # late: only for what is wrong

    return key in alle_noekler() or (
        re.fullmatch(r"\w+", key) is not None and skrivefeil(key, alle_noekler()) is not None
    )


@cache
def noekler() -> frozenset[str]:
    """Every key there is in a meeting and in a case."""
    return frozenset(name for model in _modeller(Moete, InnmeldtSak) for name in noekler_i(model))


@cache
def alle_noekler() -> frozenset[str]:
    """Those, and the keys of the other files of a council."""
    return noekler() | {name for model in _modeller(Utvalg, Medlem, Hendelse) for name in noekler_i(model)}


@cache
def noekler_i(model: type[BaseModel]) -> frozenset[str]:
    """The keys of one record, as they are written."""
    return frozenset(field.alias or name for name, field in model.model_fields.items())


@cache
def noekler_under(model: type[BaseModel]) -> frozenset[str]:
    """The keys of one record, and of all that may be in it."""
    return frozenset(name for each in _modeller(model) for name in noekler_i(each))


@cache
def bare_i_saker() -> frozenset[str]:
    """The keys that are a case's, and no meeting's; and those that hold another thing in a meeting."""
    return (noekler_i(Sak) - noekler_i(Moete)) | {"referat"}


@cache
def egne_ord() -> frozenset[str]:
    """What may stand behind a key and says nothing of anybody: ja, orientering, leder, bruker."""
    choices = faste_verdier(Moete, InnmeldtSak)
    named = {"ja", "nei", "ukjent", ANTATT, *STANDARD_VERV, *STANDARD_SIDER, *ORD, *BESTEMT, *FOLK, *RELATIVE}
    return frozenset(choices | named)


def faste_verdier(*models: type[BaseModel]) -> frozenset[str]:
    """The words of which one stands behind some key of these records, or of what is in them."""
    fields = (field for model in _modeller(*models) for field in model.model_fields.values())
    return frozenset(word for field in fields for word in _valgene(field.annotation))


def er_vaart(text: str) -> bool:
    """Whether a value is one of our own words, a day or the number of a case."""
    return text in egne_ord() or _TALL.fullmatch(text) is not None


def _modeller(*models: type[BaseModel]) -> Iterator[type[BaseModel]]:
    seen: list[type[BaseModel]] = []
    left = list(models)
    while left:
        model = left.pop()
        if model not in seen:
            seen.append(model)
            left += [inner for field in model.model_fields.values() for inner in _inni(field.annotation)]
    yield from seen


def _inni(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for each in get_args(annotation):
        yield from _inni(each)


def _valgene(annotation: Any) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    else:
        for each in get_args(annotation):
            yield from _valgene(each)
