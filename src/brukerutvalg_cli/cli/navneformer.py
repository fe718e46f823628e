"""Navneformer: the ways somebody can be called in a sentence, so that one who is not to be named is named in none.

Looked for are a first and a last name, in either order, with any names between them or none: by one name alone nobody
can tell who is meant.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple
from unicodedata import normalize

_SKILLE = r"[\s\-]+"
_ET_NAVN = r"(?-i:[A-ZÆØÅ])[\w'’]*\.?"
"""Any name between the first and the last, an initial too: it has to begin as a name does."""
_EIEFORM = r"(?:['’]?s|['’])?"


class Navnevern(NamedTuple):
    """Who is not to be named, by id with each of their names, and the names of those who may be."""

    lukkede: Collection[tuple[str, str]]
    aapne: frozenset[str]

    def trygt(self, text: str) -> str:
        """The text with the ids of the ones, instead of their names."""
        return med_id(text, self.lukkede, self.aapne) if self.lukkede else text


def med_id(text: str, lukkede: Iterable[tuple[str, str]], aapne: Collection[str]) -> str:
    """The text with the id of each of these, by id, instead of the name. `aapne`: who else may be named, and is."""
    text = normalize("NFC", text)
    said = text.casefold()
    open_names = frozenset(map(_likt, aapne))
    for person, navn in sorted(lukkede, key=lambda item: (-len(item[1]), item)):
        navn = normalize("NFC", navn)
        if _likt(navn).rpartition(" ")[2] not in said:
            continue

        def by_id(found: re.Match[str], person: str = person) -> str:
            return found[0] if open_names.intersection(_lest(found)) else f"{person}{found['eie']}"

        for form in _former(navn):
            spoken = rf"(?<!\w)(?P<navn>{form})(?P<eie>{_EIEFORM})(?!\w)"
            text = re.sub(spoken, by_id, text, flags=re.IGNORECASE)
        text = text.replace(f"{person} ({person})", person)
    return text


def _former(navn: str) -> Iterator[str]:
    """As it is written; then Kari Nordmann, K. Nordmann, Kari Anne Nordmann; then Nordmann, Kari."""
    names = [re.escape(name) for name in re.split(_SKILLE, navn) if name]
    yield _SKILLE.join(names)
    if len(names) > 1:
        *given, last = names
        first = rf"(?:{'|'.join(given)}|{re.escape(navn[0])}\.)"
        yield rf"{first}{_SKILLE}(?:(?:{_ET_NAVN}|{'|'.join(given)}){_SKILLE}){{0,3}}?{last}"
        yield rf"{last}(?:,\s*|\s+){first}(?:{_SKILLE}(?:{'|'.join(given)}|(?-i:[A-ZÆØÅ])\.)){{0,3}}"


def _lest(found: re.Match[str]) -> Iterator[str]:
    """The names that stand there: the one that was found, and with the word on either side, as in a list of names."""
    yield _likt(found["navn"])
    words = re.split(rf",\s*|{_SKILLE}", found["navn"])
    if before := re.search(r"([^\W\d_]+)[\s\-]+$", found.string[: found.start()]):
        yield _likt(f"{before[1]} {words[0]}")
    if after := re.match(r"[\s\-]+([^\W\d_]+)", found.string[found.end("navn") :]):
        yield _likt(f"{words[-1]} {after[1]}")


def _likt(navn: str) -> str:
    return " ".join(re.split(_SKILLE, normalize("NFC", navn).casefold()))
