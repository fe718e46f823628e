"""Did you mean: the word somebody probably wanted, among those there are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache
from unicodedata import normalize

_NEAR = 0.75
"""How much of two words must agree: one slip in four letters."""
_NEAR_PART = 0.5
"""And of each part of an id, so that nobody is taken for a namesake: ola-nordmann is not kari-nordmann."""

_LONGEST = 100
"""No name is longer, and to compare long texts takes time by the square of them."""

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe"})

# Nynorsk and what bokmål has in its place: both are brought to one form before they are compared.
_FORMS = (
    ("hv", "kv"),
    ("leiar", "leder"),
    ("eigar", "eier"),
    ("brukar", "bruker"),
    ("namn", "navn"),
    ("oppnemn", "oppnevn"),
    ("hending", "hendelse"),
    ("maanad", "maaned"),
    ("heimel", "hjemmel"),
    ("stad", "sted"),
    ("leg", "lig"),
    ("valg", "val"),
)


def forslag(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate nearest to a word, or None where nothing is near. Of equally near ones the shortest."""
    if len(word) > _LONGEST:
        return None
    wanted = fold(word)
    # The matcher keeps what it knows of its second text, so the word is the second.
    matcher = SequenceMatcher(b=wanted, autojunk=False)
    near = (
        (_nearness(matcher, wanted, fold(candidate)), candidate)
        for candidate in candidates
        if len(candidate) <= _LONGEST
    )
    best = min(((-score, len(candidate), candidate) for score, candidate in near if score), default=None)
    return best[2] if best else None


def skrivefeil(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that a word is but for one letter: too many, too few, another, or two that changed places.

    For names that anybody may make up: psykisk-hele is psykisk-helse, and fysisk-helse is another group.
    """
    wanted = fold(word)
    if len(wanted) <= 3:
        return None
    return next((c for c in sorted(candidates) if _one_slip(wanted, fold(c))), None)


def _one_slip(one: str, other: str) -> bool:
    if one == other or abs(len(one) - len(other)) > 1:
        return one == other
    shorter, longer = sorted((one, other), key=len)
    start = next((n for n, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    rest, others = shorter[start:], longer[start:]
    if len(rest) != len(others):
        return rest == others[1:]
    return rest[1:] == others[1:] or (rest[1::-1] == others[:2] and rest[2:] == others[2:])


def _nearness(matcher: SequenceMatcher[str], word: str, candidate: str) -> float:
    """1 for the same word in another spelling, 0 for another word."""
    if not word or not candidate:
        return 0.0
    if word == candidate:
        return 1.0
    if not re.search("[a-z]", word):
        return 0.0  # numbers and dates are right or wrong, never near
    return max(_likeness(matcher, word, candidate), _compound(word, candidate))


def _likeness(matcher: SequenceMatcher[str], word: str, candidate: str) -> float:
    matcher.set_seq1(candidate)
    if matcher.real_quick_ratio() < _NEAR or matcher.quick_ratio() < _NEAR:
        return 0.0
    ratio = matcher.ratio()
    parts, others = word.split("_"), candidate.split("_")
    if len(parts) == len(others) > 1:
        pairs = zip(parts, others, strict=True)
        if any(SequenceMatcher(None, part, other, False).ratio() < _NEAR_PART for part, other in pairs):
            return 0.0
    return ratio if ratio >= _NEAR else 0.0


def _compound(word: str, candidate: str) -> float:
    """A compound is above all what its last part says: moetedato is a dato, and saksnr a nr."""
    shorter, longer = sorted((word, candidate), key=len)
    rest = len(longer) - len(shorter)
    clear = len(shorter) > 3
    if rest and longer.endswith(shorter) and (clear or (shorter == candidate and rest > 3)):
        return 0.8 + len(shorter) / len(longer) / 10
    if rest and longer.startswith(shorter) and clear:
        return 0.7 + len(shorter) / len(longer) / 10
    # Whole parts from within an id: vestland is nav-vestland-2019.
    if shorter == word and clear and f"_{word}_" in f"_{candidate}_":
        return 0.7 + len(shorter) / len(longer) / 10
    return 0.0


@lru_cache(maxsize=16384)
def fold(word: str) -> str:
    """What remains of a word without case, Norwegian letters, accents, målform, kinds of hyphen and leading zeros."""
    word = normalize("NFC", word).casefold().translate(_LETTERS)
    word = re.sub("[\u0300-\u036f]", "", normalize("NFD", word))
    word = re.sub(r"[^a-z0-9]+", "_", word).strip("_")
    for nynorsk, bokmaal in _FORMS:
        word = word.replace(nynorsk, bokmaal)
    word = re.sub(r"(?<=[a-z])0(?!\d)|(?<!\d)0(?=[a-z])", "o", word)  # the key beside the letter
    return re.sub(r"(?<!\d)0+(?=\d)", "", word)
