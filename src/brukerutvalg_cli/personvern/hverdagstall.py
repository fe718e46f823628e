"""Hverdagstall: the numbers that a secretary writes every day, and that are nobody's – days, times, cases, amounts.

They are taken out of a text before anybody looks for a telephone in it: what is left can then be read strictly. Each
sort is known by its own shape or by the word in front of it, never by what it is not.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import chain, pairwise

from brukerutvalg_cli.personvern.tallrekker import SKILLE

_DAG = r"(?:0?[1-9]|[12]\d|3[01])"
_MND = r"(?:0?[1-9]|1[0-2])"
_AAR = r"(?:19|20)\d\d"
_KL = r"(?:[01]?\d|2[0-3])[.:][0-5]\d"
_SAK = rf"\d{{1,4}}/(?:{_AAR}|\d\d)"
_FOER, _ETTER = r"(?<!\d)(?<!\d[.\-/])", r"(?!\d)(?![.\-/]\d)"
"""A number of its own: what is only part of a longer one is not known by this."""

_DATO = (
    rf"{_AAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])|{_AAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
    rf"|{_DAG}[./\-]\s?{_MND}[./\-]\s?{_AAR}|{_DAG}\.{_MND}\.\d\d"
)
_BELOEP = r"(?:\d{1,3}(?:[ .]\d{3})+|\d{1,10})(?:,(?:\d\d|-))?"
_HENVISER = (
    r"(?:ref(?:eranse)?|saks?|faktura|ordre|dok(?:ument)?|journal(?:post)?|arkiv|kunde)[. \-]?(?:nr|nummer|ref|id)"
    r"|ref|referanse|passord|kode|kid|journalpost"
)

_ADRESSE = r"(?:https?://|www\.)\S+"
_MOETE_ID = (
    r"(?:møte|meeting|webinar|konferanse|zoom|teams)[\- ]?id\w{0,20}[:. ]{0,3}"
    r"(?:\d{9,13}(?!\d)|\d{3}(?: \d{3,4}){2,3}(?! ?\d))"
)
_HEKS = r"(?=[0-9a-f]*\d[a-f]+\d)(?:[0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{16})(?!\w)"
_VED_ET_ORD = "|".join(
    (
        _ADRESSE,  # a page or a meeting has numbers of its own
        _MOETE_ID,
        _HEKS,  # a checksum
        rf"kl\.? ?{_KL}(?: ?(?:-|til) ?{_KL})?{_ETTER}",
        rf"(?:kr\.?|kroner|nok|[€$£]) {{0,2}}{_BELOEP}(?![.\- ]?\d)",
        rf"(?:{_HENVISER})\b[:. #]{{0,3}}\d+(?:[/\-]\d+)*(?!\d| \d)",
        r"(?:postboks|pb\.?|boks) \d{1,4},? \d{4}(?= [A-ZÆØÅ])",
    )
)
_TALL_ALENE = "|".join(
    (
        rf"{_FOER}(?:{_DATO}){_ETTER}",
        rf"{_FOER}(?<!\d ){_KL} ?- ?{_KL}{_ETTER}(?! \d)",
        rf"{_FOER}(?<!\d ){_BELOEP} ?(?:kr\b|kroner\b|nok\b|mill\b|€|%|,-)",
        rf"{_FOER}(?<![\d+])(?<!\d )\d{{1,3}}(?:[ .]\d{{3}})*[ .]000(?![.\- ]?\d)",
        rf"{_FOER}(?:\d{{2,4}}/\d{{5,11}}|\d{{5,9}}/\d{{2,4}}){_ETTER}",  # an archive's
    )
)
_I_FLOKK = rf"(?>{_DATO}|{_SAK}|{_AAR}(?: ?[\-/] ?(?:{_AAR}|\d\d))?|{_KL}|{_DAG}[./]{_MND}\.?)"
_VED_SIDEN = r"[._/ ()\-]"
_FLOKK = (
    rf"(?<!\d)(?<!\d{_VED_SIDEN})(?<!\d{_VED_SIDEN}{_VED_SIDEN})"
    rf"{_I_FLOKK}(?:[ \n\-]{{1,3}}{_I_FLOKK})*(?!\d|{SKILLE}\d)"
)
"""Cases, years, times and days side by side, where nothing that they are not is among them."""

_NUMMERERT = (
    r"(?:sak(?:en|er|ene)?|uke(?:n|r|ne)?|veke(?:r|ne)?|side(?:r|ne)?|punkt(?:er|ene)?|kap(?:ittel)?|§§?)"
    r"\.? ?(?:nr\.? ?)?(?P<liste>\d{1,3}(?:[ \-]{1,3}\d{1,3})+)(?![.\-/ ]?\d)"
)

_INGENS = ";"
"""What stands in their place: it is in no number, and no part of a word."""


_STILLE = re.compile(r"(?:^(?!.*(?://|www\.))[^\d\n]{5,}\n)+", re.MULTILINE | re.IGNORECASE)
"""Lines in which none of them begins, so long that none reaches over one: most of a file."""


def uten_hverdagstall(text: str) -> str:
    """The text, as long as before, without them."""
    ends = [0, *chain.from_iterable(found.span() for found in _STILLE.finditer(text)), len(text)]
    parts = [text[start:end] for start, end in pairwise(ends)]
    parts[::2] = [_alle().sub(_stroeket, part) if part else "" for part in parts[::2]]
    return "".join(parts)


@cache  # when the first is asked for: it takes as long to compile as a file to read, and hardly any text needs it
def _alle() -> re.Pattern[str]:
    # Most of a text is neither a digit nor the beginning of a word, and is passed over at once.
    return re.compile(
        rf"(?=\d)(?:{_TALL_ALENE}|{_FLOKK})|(?<!\w)(?:{_VED_ET_ORD}|{_NUMMERERT})", re.IGNORECASE
    )


def _stroeket(found: re.Match[str]) -> str:
    return _INGENS * len(found[0]) if not found["liste"] or _stiger(found["liste"]) else found[0]


def _stiger(liste: str) -> bool:
    """Whether numbers in a row are each more than the one before, as weeks and pages are, and telephones are not."""
    numbers = [int(number) for number in re.findall(r"\d+", liste)]
    return all(before < after for before, after in pairwise(numbers))
