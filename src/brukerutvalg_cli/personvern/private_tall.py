"""Private tall: identity numbers, accounts and telephones, in a text that is `lik_skrift` and may be parted anyhow.

An identity number and an account have check digits, and are known by them wherever they stand. A telephone has none:
eight digits that stand by themselves, when what is nobody's number is gone, are one however they are parted – a
landline's where it is evenly parted, as `20-30 40-50` is not. With more digits beside them, they are one where they
are parted as people part a telephone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from operator import mul
from typing import NamedTuple

from brukerutvalg_cli.personvern.hverdagstall import uten_hverdagstall
from brukerutvalg_cli.personvern.tallrekker import Sifferrekke, rekker

KONTORORD = ("sentralbord", "kontor", "resepsjon", "servicetorg", "hotell", "kommune", "Nav")
"""Words in front of a number that is not a mobile's, and then an office's."""
FOEDSELSNUMMER, KONTO, TELEFON = (
    "et fødselsnummer eller D-nummer",
    "et kontonummer",
    "et privat telefonnummer",
)


class Treff(NamedTuple):
    """Something private in a text: what it is, its value as it is compared, and where."""

    hva: str
    verdi: str
    start: int
    slutt: int


_KONTO_DELT = frozenset(((11,), (4, 2, 5), (6, 5), (4, 4, 3)))
_TELEFON_DELT = frozenset(((8,), (3, 2, 3), (2, 2, 2, 2)))
_MOBIL = "49"
_VEKT_KONTO, _VEKT_K1 = bytes((5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)), bytes((3, 7, 6, 1, 8, 9, 4, 5, 2, 1))
"""What each digit counts when the last is to check them; the last itself counts once."""
_NAVS_EGNE = "555533"
_NAER = 40

_KONTOR = re.compile(
    "|".join((*(rf"\b{ord}\b" if len(ord) < 4 else ord for ord in KONTORORD), "ring inn", "innring")),
    re.IGNORECASE,
)
_PRIVAT = re.compile(r"privat|hjemme|heime|mobil", re.IGNORECASE)
_SENTRALBORD = re.compile(r"sentralbord\w{0,20}\W{1,3}$", re.IGNORECASE)
_LANDKODE = re.compile(r"\+ ?$")
_ORD_FORAN = re.compile(r"[^\W_]+$")
_ORD_BAK = re.compile(r"[^\W_]+")
_KR = re.compile(r" ?kr(?:oner)?\b", re.IGNORECASE)


def foedselsnumre(text: str) -> Iterator[Treff]:
    """Every identity number: a day, and five digits more, by its check digits."""
    for row in rekker(text, 11):
        for part in row.med((11, 13)):
            number = part.sifre if len(part.sifre) == 11 else _kort_aar(part.sifre)
            if er_foedselsnummer(number):
                yield Treff(FOEDSELSNUMMER, number, part.start, part.slutt)


def _kort_aar(digits: str) -> str:
    return digits[:4] + digits[6:] if digits[4:6] in ("19", "20") else ""


def er_foedselsnummer(number: str) -> bool:
    """Whether eleven digits are somebody's, by what they are made of."""
    if not (number and 0 < int(number[:2]) % 40 < 32 and _gaar_opp(number[:10], _VEKT_K1)):
        return False
    from stdnum.no import fodselsnummer  # late: it takes long, and hardly any number comes so far

    return bool(fodselsnummer.is_valid(number))


def kontonumre(text: str) -> Iterator[Treff]:
    """Every account: eleven digits by themselves, or as accounts are parted, and those with a country in front."""
    read = uten_hverdagstall(text)
    for row in rekker(read, 11):
        if _er_iban(row, read[max(row.start - 2, 0) : row.start]):
            yield Treff(KONTO, row.sifre, row.start, row.slutt)
            continue
        for part in row.med((11,)):
            if (part == row or part.lengder in _KONTO_DELT) and _er_konto(part.sifre):
                yield Treff(KONTO, part.sifre, part.start, part.slutt)


def _er_konto(number: str) -> bool:
    # A name for nothing, `00000000000`, is no account.
    return _gaar_opp(number, _VEKT_KONTO) and not number.startswith("0000") and not er_foedselsnummer(number)


def _gaar_opp(number: str, weights: bytes) -> bool:
    """Whether the last digit checks those before it, by eleven."""
    total: int = sum(map(mul, number.encode(), weights))
    return total % 11 == sum(weights) * ord("0") % 11


def _er_iban(row: Sifferrekke, land: str) -> bool:
    """An account anywhere: two letters and two digits in front, that check the rest."""
    if not (len(land) == 2 and land.isascii() and land.isalpha() and 13 <= len(row.sifre) <= 32):
        return False
    letters = "".join(str(ord(letter) - ord("A") + 10) for letter in land.upper())
    own = row.sifre if land.upper() != "NO" else row.sifre[:13]
    return int(own[2:] + letters + own[:2]) % 97 == 1 or (land.upper() == "NO" and _er_konto(own[2:]))


def telefoner(text: str) -> Iterator[Treff]:
    """Every telephone that is not an office's."""
    read = uten_hverdagstall(text)
    for row in rekker(read, 8):
        before = read[max(row.start - _NAER, 0) : row.start]
        if not _er_del_av_ord(row, before, read):
            yield from _i_rekke(row, before, text)


def _i_rekke(row: Sifferrekke, before: str, text: str) -> Iterator[Treff]:
    plus = _LANDKODE.search(before)
    if _fra_utlandet(row.sifre, plus is not None):
        if not _SENTRALBORD.search(before[: plus.start()] if plus else before):
            yield Treff(TELEFON, row.sifre, row.start, row.slutt)
        return
    if plus and row.grupper[0].sifre == "47" and row.grupper[1:]:
        row = row.uten_den_foerste()
    alone = len(_uten_landkode(row.sifre)) == 8
    for part in [row] if alone else row.delt(8) or _blant_flere(row, text):
        number = _uten_landkode(part.sifre)
        even = number[0] in _MOBIL or len(_mellom(part, text)) < 2
        if even and _er_noens(number, text[max(part.start - _NAER, 0) : part.start]):
            yield Treff(TELEFON, number, part.start, part.slutt)


def _fra_utlandet(digits: str, plus: bool) -> bool:
    """Whether it is a number with a country in front that is not ours."""
    if not plus and not re.match(r"00[1-9]", digits):
        return False
    own = digits.lstrip("0")
    return not own.startswith("47") and 8 <= len(own) <= 15


def _uten_landkode(digits: str) -> str:
    """The digits without ours in front, and the zero that some put after it."""
    found = re.fullmatch(r"(?:00)?47(0?)(\d{8})", digits)
    return found[2] if found else digits


def _blant_flere(row: Sifferrekke, text: str) -> Iterator[Sifferrekke]:
    """The telephones among other digits: as people part one, and none of them twice."""
    after = 0
    for part in row.med((8, 10, 12)):
        number = _uten_landkode(part.sifre)
        mobile = len(number) == 8 and number[0] in _MOBIL
        shape = part.lengder in _TELEFON_DELT or (len(part.grupper) == 1 and number != part.sifre)
        if mobile and shape and part.start >= after and len(_mellom(part, text)) < 2:
            after = part.slutt
            yield part


def _mellom(row: Sifferrekke, text: str) -> frozenset[str]:
    """What stands between its groups, each once: parentheses part nothing."""
    gaps = (re.sub("[()]", "", text[one.slutt : two.start]) for one, two in pairwise(row.grupper))
    return frozenset(" " if gap.isspace() else gap for gap in gaps) - {""}


def _er_noens(number: str, before: str) -> bool:
    """Whether a telephone is a person's, as far as anybody can tell."""
    if number[0] in "018" or number.startswith(_NAVS_EGNE) or _er_dag(number) or _SENTRALBORD.search(before):
        return False
    office = [found.end() for found in _KONTOR.finditer(before)]
    return er_mobil(number) or not office or _PRIVAT.search(before, office[-1]) is not None


def er_mobil(number: str) -> bool:
    """Whether a Norwegian telephone is carried about: no word in front makes it an office's."""
    return number[0] in _MOBIL


def _er_dag(number: str) -> bool:
    """Whether eight digits are a day, `20221116`, or two years, `20262030`."""
    if re.fullmatch(r"(?:(?:19|20)\d\d){2}", number):
        return True
    try:
        return bool(date.fromisoformat(number)) and number.startswith(("19", "20"))
    except ValueError:
        return False


def _er_del_av_ord(row: Sifferrekke, before: str, text: str) -> bool:
    """Whether letters stand so close that it is no telephone: part of a code, `FHI41234567`, or of an amount."""
    head, tail = _ORD_FORAN.search(before), _ORD_BAK.match(text, row.slutt)
    if tail and (len(tail[0]) < 2 or not tail[0].isalpha()):
        return True
    if _KR.match(text, row.slutt):
        return True
    if not head or head[0].casefold() in ("tlf", "tel", "mob"):
        return False
    return len(head[0]) < 2 or not head[0].isalpha() or head[0].isupper()
