"""Saksnummer: what a council calls a case – series, running number and year – read, written and sorted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Annotated, Any, NamedTuple

from pydantic import WithJsonSchema
from pydantic_core import PydanticCustomError

from brukerutvalg_cli.model.verdier import Lest

_SERIE = r"[A-ZÆØÅ][A-ZÆØÅ.]{0,7}"
_FORMAT = re.compile(
    rf"(?:(?P<serie>{_SERIE})(?P<rom> ?))?"
    r"(?:(?P<aar_foerst>aa|aaaa)(?P<skille1>[/-])(?P<n1>n{1,4})|(?P<n2>n{1,4})(?:(?P<skille2>[/-])(?P<aar_sist>aa|aaaa))?)"
)
_ALLE = re.compile(
    rf"(?:{_SERIE} ?)?(?:\d{{1,6}}[/-](?:\d{{4}}|\d{{2}})|(?:\d{{4}}|\d{{2}})[/-]\d{{1,6}}|\d{{1,6}})",
    re.ASCII,
)
"""Any case number, whatever the format."""

UTEN_NUMMER = "ingen"
"""The format of points that have no number."""
STANDARD = "n/aa"
_HUNDREAAR = 100


class Nummer(NamedTuple):
    """A case number as three facts, in the order that numbers are sorted by. `aar` is 0 where the number has none."""

    serie: str
    aar: int
    nr: int


class Nummerform(NamedTuple):
    """How numbers are written: `n/aa`, `PS n/aa`, `aaaa/n`, `nn-aa`, `n`. `bredde`: the fewest digits of `n`."""

    foran: str
    bredde: int
    skille: str
    aar: int
    aar_foerst: bool

    @property
    def serie(self) -> str:
        """What stands before the number."""
        return self.foran.strip()

    def skriv(self, nummer: Nummer) -> str:
        """The number, written so."""
        running = f"{nummer.nr:0{self.bredde}}"
        if not self.aar:
            return f"{self.foran}{running}"
        year = f"{nummer.aar:04}"[-self.aar :]
        parts = (year, running) if self.aar_foerst else (running, year)
        return self.foran + self.skille.join(parts)

    def les(self, text: str) -> Nummer | None:
        """The facts in a number that is written so; None for any other text."""
        found = _moenster(self).fullmatch(text)
        if found is None:
            return None
        year = found["aar"] if self.aar else ""
        return Nummer(self.serie, _helt_aar(year) if year else 0, int(found["n"]))


@cache
def _moenster(form: Nummerform) -> re.Pattern[str]:
    running, year = rf"(?P<n>\d{{{form.bredde},6}})", rf"(?P<aar>\d{{{form.aar}}})"
    parts = (year, running) if form.aar_foerst else (running, year)
    body = re.escape(form.skille).join(parts) if form.aar else running
    return re.compile(re.escape(form.foran) + body, re.ASCII)


def _helt_aar(year: str) -> int:
    """`22` is 2022: no council numbers cases of the century to come, and few keep those of the last."""
    return int(year) if len(year) > 2 else 20 * _HUNDREAAR + int(year)


@cache
def formen(text: str) -> Nummerform | None:
    """The format that a text says; None where it says none."""
    found = _FORMAT.fullmatch(text)
    if found is None:
        return None
    year = found["aar_foerst"] or found["aar_sist"] or ""
    return Nummerform(
        (found["serie"] or "") + (found["rom"] or ""),
        len(found["n1"] or found["n2"]),
        found["skille1"] or found["skille2"] or "",
        len(year),
        bool(found["aar_foerst"]),
    )


def _gjettet(text: str) -> Iterator[str]:
    """The formats that a number may be written in where nobody said, the likeliest first."""
    body = re.sub(rf"^{_SERIE} ?", "", text)
    before = text.removesuffix(body)
    usual = ("n/aa", "n/aaaa", "n-aa", "n-aaaa", "n")
    year_first = ("aaaa/n", "aaaa-n")
    looks_like_a_year = re.match(r"(?:19|20)\d\d[/-]", body)
    for each in (*year_first, *usual) if looks_like_a_year else (*usual, *year_first):
        yield before + each


@lru_cache(maxsize=4096)
def les_nummer(text: str, formater: tuple[str, ...] = ()) -> Nummer | None:
    """The facts in a number, by the formats that the council uses; by any usual one, where it names none.

    `22/2014` is 22 of 2014 and `2014/22` is too; of `22/14` the first is the running number, unless a format says
    otherwise.
    """
    forms = filter(None, map(formen, formater or _gjettet(text)))
    return next((read for form in forms if (read := form.les(text))), None)


def skrivemaater(text: str) -> tuple[str, ...]:
    """The other ways in which the same number is written: 28/22, 28/2022, 028/22."""
    read = les_nummer(text)
    if read is None or not read.aar:
        return ()
    before = f"{read.serie} " if read.serie else ""
    forms = (formen(before + each) for each in ("n/aa", "n/aaaa", "aaaa/n"))
    return tuple(form.skriv(read) for form in forms if form)


def som_argument(navn: str) -> str:
    """What a case is called, as it is given to a command."""
    return f'"{navn}"' if " " in navn else navn


def har_aar(text: str) -> bool:
    """Whether a number says its year, and so is another one in every meeting. One without begins anew in each."""
    return "/" in text or "-" in text


def er_saksnummer(text: str) -> bool:
    """Whether a text is a case number in some format."""
    return _ALLE.fullmatch(text) is not None


def saksnummer(value: Any) -> str:
    """A case number in any format: `28/22`, `PS 6/19`, `2022/23`, `02-14`, `3`.

    Raises:
        PydanticCustomError: `feil_saksnummer`.
    """
    if isinstance(value, str) and er_saksnummer(value):
        return value
    raise PydanticCustomError(
        "feil_saksnummer", "et saksnummer skrives slik: 28/22, 2022/28, PS 28/22 eller 28"
    )


def nummerformat(value: Any) -> str:
    """How a council writes its numbers: `n/aa`, `PS n/aa`, `aaaa/n`, `nn-aa`, `n`, or `ingen`.

    Raises:
        PydanticCustomError: `feil_nummerformat`.
    """
    if isinstance(value, str) and (value == UTEN_NUMMER or formen(value)):
        return value
    raise PydanticCustomError(
        "feil_nummerformat",
        "et nummerformat skrives med n for løpenummeret og aa eller aaaa for året: n/aa, aaaa/n, PS n/aa, nn-aa "
        "eller n. «ingen» er for punkter uten nummer",
    )


Saksnummer = Annotated[
    str,
    Lest(saksnummer),
    WithJsonSchema(
        {
            "title": "SAKSNUMMER",
            "type": ["string", "integer"],
            "minimum": 0,
            "pattern": f"^({_ALLE.pattern})$",
        }
    ),
]
Nummerformat = Annotated[
    str,
    Lest(nummerformat),
    WithJsonSchema(
        {"title": "NUMMERFORMAT", "type": "string", "pattern": "^(ingen|[^a-z]*[an]+([/-][an]+)?)$"}
    ),
]
