"""What in a text belongs to one person: numbers with check digits, telephone numbers, e-mail addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

# One set of first characters, and then the three sorts: so all else in a text is passed over at once.
KANSKJE = re.compile(
    r"[\d@](?:(?<=@)|(?<![a-z\d].)[\d .\xa0\u2009\u202f]{6,}\d|(?<=\d)\d{5}-\d{5})", re.DOTALL
)
"""What a text must have to be worth a closer look. Hardly any has, and a date has not."""

_ADRESSE = re.compile(r"(?:https?://|www\.)\S+")
"""An address of a page or a meeting has numbers of its own."""

_MOETE_ID = re.compile(r"(?:møte|meeting|webinar|konferanse)[- ]?id\w{0,20}:?\s*[\d ]+", re.IGNORECASE)

_ELLEVE = re.compile(r"(?<![\w/])(?:\d{11}|\d{6}[ -]\d{5}|\d{4}[ .]\d{2}[ .]\d{5})(?![\w/])")

# In front: what makes a number public, or an amount. Behind: a case number, a longer number, or an amount.
_TELEFON = re.compile(
    r"(?P<foran>(?:sentralbord\w{0,20}|\bkr\.?|\bkroner|\bnok)\W{1,3})?"
    r"(?<![\w/.,\-])(?<!\d )(?:\+47 ?|0047 ?)?"
    r"(?P<nummer>[2-79]\d{7}|[2-79]\d \d\d \d\d \d\d|[2-79]\d\d \d\d \d\d\d)"
    r"(?!\w|/\d{1,4}\b|[ .,:\-]\d| ?(?:kr\b|kroner\b))",
    re.IGNORECASE,
)
_NAVS_EGNE = "555533"

# Any word, and what makes an address of it: words are passed over whole, or a long one is tried from each letter.
_EPOST = re.compile(r"(?P<hvem>[\w.+\-]++)(?:@(?P<hvor>[\w\-]++(?:\.[\w\-]++)++))?")
_OFFENTLIGE = ("nav.no", "kommune.no")
_FELLES = ("post", "postmottak", "firmapost", "kontakt", "info")


class Privat(NamedTuple):
    """Something that belongs to one person: what it is, in words, and the value – which is never to be shown."""

    hva: str
    verdi: str


def strengt_privat(text: str) -> str | None:
    """What no record may hold, in words; None where there is nothing."""
    return next((found.hva for found in strengt_private(text)), None)


def strengt_private(text: str) -> Iterator[Privat]:
    """All of a text that no record may hold."""
    for found in _ELLEVE.finditer(_uten_adresser(text)):
        from stdnum.no import (
            fodselsnummer,
            kontonr,
        )  # late: it takes long, and hardly any text has eleven digits

        number = re.sub(r"\D", "", found[0])
        if fodselsnummer.is_valid(number):
            yield Privat("et fødselsnummer eller D-nummer", number)
        # A name for nothing, `00000000000`, and the postal giro of old, are no accounts.
        elif not number.startswith("0000") and "-" not in found[0] and kontonr.is_valid(number):
            yield Privat("et kontonummer", number)


def sladdet(text: str) -> str:
    """The text with every number of eleven digits blotted out: of a file that cannot be read no check tells."""
    return _ELLEVE.sub(lambda found: re.sub(r"\d", "*", found[0]), text)


def uten_kontakt(text: str) -> str:
    """The text with every private telephone number and e-mail address blotted out."""
    if not KANSKJE.search(text):
        return text
    text = _EPOST.sub(lambda found: "*" * len(found[0]) if _is_private_address(found) else found[0], text)
    return _TELEFON.sub(
        lambda found: re.sub(r"\d", "*", found[0]) if _is_private_phone(found) else found[0], text
    )


def privat_kontakt(text: str) -> str | None:
    """What no published text may hold; None where there is nothing."""
    return next((found.hva for found in private_kontakter(text)), None)


def private_kontakter(text: str) -> Iterator[Privat]:
    """All of a text that no published one may hold."""
    for found in filter(_is_private_address, _EPOST.finditer(text)):
        yield Privat("en privat e-postadresse", found[0].casefold())
    for found in filter(_is_private_phone, _TELEFON.finditer(_uten_adresser(text))):
        yield Privat("et privat telefonnummer", found["nummer"].replace(" ", ""))


def i_navn(path: str) -> Iterator[Privat]:
    """All that a path may not be named by: whoever reads a list of the files reads it."""
    for name in path.split("/"):
        text = name.replace("_", " ")
        yield from (*strengt_private(text), *private_kontakter(text))


def uten_privat_navn(path: str) -> str:
    """A path to be shown: its names are blotted out where they hold such a thing."""
    if not KANSKJE.search(path.replace("/", " ").replace("_", " ")):
        return path
    return "/".join(
        re.sub(r"\d", "*", _EPOST.sub("***", name)) if any(i_navn(name)) else name for name in path.split("/")
    )


def _uten_adresser(text: str) -> str:
    text = re.sub("[\xa0\u2009\u202f]", " ", text)
    return _MOETE_ID.sub(" ", _ADRESSE.sub(" ", text))


def _is_private_address(found: re.Match[str]) -> bool:
    if not found["hvor"]:
        return False
    domain = found["hvor"].lower()
    public = any(domain == each or domain.endswith(f".{each}") for each in _OFFENTLIGE)
    return not public and found["hvem"].lower() not in _FELLES


def _is_private_phone(found: re.Match[str]) -> bool:
    number = found["nummer"].replace(" ", "")
    return not found["foran"] and not number.startswith(_NAVS_EGNE) and not _is_day(found["nummer"])


def _is_day(number: str) -> bool:
    """Whether eight digits are a day, `20221116`."""
    try:
        return bool(date.fromisoformat(number)) and number.startswith(("19", "20"))
    except ValueError:
        return False
