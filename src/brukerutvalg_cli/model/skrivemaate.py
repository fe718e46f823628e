"""Skrivemåte: one word in the ways people write it, brought to one: small letters, and ae, oe and aa."""

from __future__ import annotations

from typing import Any
from unicodedata import normalize

from brukerutvalg_cli.model.verdier import LestFoerst

_BOKSTAVER = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe"})


def kanonisk(word: str) -> str:
    """The word as an id has it: `Fylkesdirektør` is fylkesdirektoer."""
    if word.isascii():
        return word.lower()
    return normalize("NFC", word).casefold().translate(_BOKSTAVER)


def les_kanonisk(value: Any) -> Any:
    """A word, or each word of a list; anything else is for the type to refuse."""
    if isinstance(value, str):
        return kanonisk(value)
    return [les_kanonisk(each) for each in value] if isinstance(value, list) else value


KANONISK = LestFoerst(les_kanonisk)
"""Marks a field whose words are compared with those of a rule, and are never printed as they were written."""
