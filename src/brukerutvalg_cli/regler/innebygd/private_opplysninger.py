"""What in a text belongs to one person: numbers with check digits, telephone numbers, e-mail addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

# One set of first characters, and then the three sorts: so all else in a text is passed over at once.
_SKILLE = r"[\s./_\-\u2010-\u2015\u2212]{0,3}"
"""What people put between the parts of a number, a line end too: a document joins the lines."""
KANSKJE = re.compile(
    rf"[\d@](?:(?<=@)|(?<![a-z\d].)[\d .\-\xa0\u2009\u202f]{{6,}}\d|(?<=\d)(?:\d{{6}}|(?:{_SKILLE}\d){{10}}))",
    re.DOTALL,
)
"""What a text must have to be worth a closer look. Hardly any has, and a date has not."""

_ADRESSE = re.compile(r"(?:https?://|www\.)\S+")
"""An address of a page or a meeting has numbers of its own."""

_MOETE_ID = re.compile(r"(?:møte|meeting|webinar|konferanse)[- ]?id\w{0,20}:?\s*[\d ]+", re.IGNORECASE)

_ELLEVE = re.compile(r"(?<![\w/])(?:\d{11}|\d{6}[ -]\d{5}|\d{4}[ .]\d{2}[ .]\d{5})(?![\w/])")

# A day, and five digits more. Its check digits tell it from any other number, wherever it stands.
_FOEDSELSNUMMER = re.compile(rf"(?<!\d)\d\d{_SKILLE}\d\d{_SKILLE}(?:19|20)?\d\d{_SKILLE}\d{{3}}\s?\d\d(?!\d)")

# In front: what makes a number public, or an amount. Behind: a case number, a longer number, or an amount.
_TELEFON = re.compile(
    r"(?P<foran>(?:sentralbord\w{0,20}|\bkr\.?|\bkroner|\bnok"
    r"|\b(?:ref|saksnr|saknr|fakturanr|ordrenr|dok\.?nr|passord|kode)\w{0,10}\.?:?|\b(?:sak|uke|side)\w{0,10})\W{1,3})?"
    r"(?:(?<![\w/.,\-])|(?<=\btlf)|(?<=\btlf\.)|(?<=\bmob)|(?<=\bmob\.))(?<!\d )(?:\+47 ?|0047 ?)?"
    r"(?P<nummer>[2-79]\d{7}|[2-79]\d \d\d \d\d \d\d|[2-79]\d\d(?P<i>[ .\-])\d\d(?P=i)\d\d\d|[49]\d{3} \d{4})"
    r"(?!\w|/\d{1,4}\b|[ .,:\-]\d| ?(?:kr\b|kroner\b))",
    re.IGNORECASE,
)
_NAVS_EGNE = "555533"
_KONTOR = re.compile(r"resepsjon|hotell|kontor|sentralbord|ring inn|innring|\bnav\b|kommune", re.IGNORECASE)
"""Words before a number that is not a mobile's, and then an office's."""
_NAER = 40

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
    for found in _FOEDSELSNUMMER.finditer(text):
        if _er_foedselsnummer(found[0]):
            yield Privat("et fødselsnummer eller D-nummer", _sifre(found[0]))
    for found in _ELLEVE.finditer(_uten_adresser(text)):
        from stdnum.no import kontonr  # late: it takes long, and hardly any text has eleven digits

        number = _sifre(found[0])
        # A name for nothing, `00000000000`, and the postal giro of old, are no accounts.
        giro = number.startswith("0000") or "-" in found[0]
        if not giro and not _er_foedselsnummer(number) and kontonr.is_valid(number):
            yield Privat("et kontonummer", number)


def _er_foedselsnummer(skrevet: str) -> bool:
    from stdnum.no import fodselsnummer  # late, as above

    number = _sifre(skrevet)
    return fodselsnummer.is_valid(number if len(number) == 11 else number[:4] + number[6:])


def _sifre(text: str) -> str:
    return "".join(str(int(char)) for char in text if char.isdecimal())


def sladdet(text: str) -> str:
    """The text with every number of eleven digits blotted out: of a file that cannot be read no check tells."""
    text = _ELLEVE.sub(lambda found: re.sub(r"\d", "*", found[0]), text)
    return _FOEDSELSNUMMER.sub(
        lambda found: re.sub(r"\d", "*", found[0]) if _er_foedselsnummer(found[0]) else found[0], text
    )


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
        yield Privat("et privat telefonnummer", _sifre(found["nummer"]))


def i_navn(path: str) -> Iterator[Privat]:
    """All that a path may not be named by: whoever reads a list of the files reads it."""
    for name in path.split("/"):
        text = name.replace("_", " ").replace("-", " ")
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
    number = _sifre(found["nummer"])
    before = found.string[max(found.start() - _NAER, 0) : found.start("nummer")]
    office = number[0] not in "49" and _KONTOR.search(before)
    return not (found["foran"] or office or number.startswith(_NAVS_EGNE) or _is_day(found["nummer"]))


def _is_day(number: str) -> bool:
    """Whether eight digits are a day, `20221116`, or two years, `20262030`."""
    if re.fullmatch(r"(?:(?:19|20)\d\d){2}", number):
        return True
    try:
        return bool(date.fromisoformat(number)) and number.startswith(("19", "20"))
    except ValueError:
        return False
