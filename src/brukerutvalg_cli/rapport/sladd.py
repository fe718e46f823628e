"""Sladd: a text as it may be shown – without the words that are not to be said, and without what it quotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from brukerutvalg_cli.funn.place import Route
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.rapport.lukket_tekst import Lukket
from brukerutvalg_cli.rapport.ordforraad import alle_noekler, egne_ord, er_vaart, vist_noekkel

SLADD = "…"
_SITAT = re.compile(r"«([^»]*)»")
_ORD = re.compile(r"\w+")
_SIES = frozenset({"nøkkel: verdi", "skal", "må", "bør", "kan", "er", "ønskelig"})
"""What is said in quotation marks, and is no quotation."""


class Hemmelig:
    """Words that must not be said, found in a text by the first word of each: of thousands most texts have none."""

    def __init__(self, words: Iterable[str]) -> None:
        self._ved_foerste: dict[str, list[str]] = {}
        for word in words:
            self._ved_foerste.setdefault(next(iter(_ORD.findall(word)), ""), []).append(word)

    def __bool__(self) -> bool:
        return bool(self._ved_foerste)

    def i(self, text: str) -> Iterator[str]:
        """Those that a text has."""
        for first in {"", *_ORD.findall(text)} if self else ():
            yield from (word for word in self._ved_foerste.get(first, ()) if word in text)


def uten_saker(text: str, saker: Iterable[Mapping[str, frozenset[str]]], register: Register) -> str:
    """A text with nothing in it of these confidential cases, nor of what their ids are called."""
    said = frozenset(word for each in saker for words in each.values() for word in words)
    words = said.union(*map(register.kalt, said)) - egne_ord()
    return dekket(text, Hemmelig(words), quotes=False)


def dekket(text: str, words: Hemmelig, *, quotes: bool, keys: bool = False) -> str:
    """The text without these words; with `quotes`, without what it quotes, too, unless that is a word of our own."""

    def quoted(found: re.Match[str]) -> str:
        said = found[1].removesuffix(": …")
        ours = er_vaart(said) or said in alle_noekler() or said in _SIES or said.startswith("brukerutvalg ")
        return (
            found[0] if ours or (keys and vist_noekkel(said)) or not re.search(r"\w", said) else f"«{SLADD}»"
        )

    if quotes:
        text = _SITAT.sub(quoted, text)
    if present := sorted(words.i(text), key=len, reverse=True):
        any_of = "|".join(map(re.escape, present))
        text = re.sub(rf"(?<![\w-])(?:{any_of})(?![\w-])", SLADD, text)
    return text


def gjentar(help: str, closed: Lukket) -> bool:
    """Whether a help may have words of the closed text in it, beside those it quotes."""
    said = frozenset(re.findall(r"\w{3,}", closed.text.casefold()))
    return not said.isdisjoint(re.findall(r"\w{3,}", help.casefold()))


def rute(route: Route) -> Route:
    return tuple(step if isinstance(step, int) or vist_noekkel(step) else SLADD for step in route)


def emne(emne: str, *, of_file: bool) -> str:
    """What a finding is about: of a file that was not read a route, whose keys may be anything."""
    if not of_file:
        return emne
    parts = emne.split(".")
    return ".".join(part if part.isdigit() or vist_noekkel(part) else SLADD for part in parts) if emne else ""
