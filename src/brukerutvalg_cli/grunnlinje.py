"""Grunnlinje: the findings that were there when the tool was taken into use – written down once, and left out since.

It holds no words of the records: only which rule, which file, and the fingerprints. That a file could not be read is
never in it: whatever is in the file then, or comes to be, would be left out with it.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Hashable
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.funn.finding import fingeravtrykk, uten_nummer
from brukerutvalg_cli.funn.nye import nye_og_borte
from brukerutvalg_cli.rapport.rapport import Located, Rapport
from brukerutvalg_cli.register.filfeil.tabell import INGENTING_LEST

SCHEMA_VERSION = 1
FELT = ("code", "name", "filename", "fingerprint", "uten_fil", "ordlyd")


class Kjentfunn(NamedTuple):
    """One finding that was there. `uten_fil` is its fingerprint for when the file has got another name, `ordlyd` that
    of the words it was told in and the line it stood on: of several that are alike, they tell which it was.
    """

    code: str
    name: str
    filename: str
    fingerprint: str
    uten_fil: str
    ordlyd: str


class Grunnlinje(NamedTuple):
    """The findings of a day."""

    dato: date
    funn: tuple[Kjentfunn, ...]


class NyGrunnlinje(NamedTuple):
    """A baseline that was made, and the files that are not in it, as nobody could read them."""

    linje: Grunnlinje
    ulest: tuple[str, ...]


class Oedelagt(Exception):
    """The text is no baseline; the message says what of it is wrong, in Norwegian."""


def grunnlinja(rapport: Rapport) -> NyGrunnlinje:
    """What is found now, to be left out from now on."""
    known = sorted(map(_kjent, rapport.funn))
    unread = dict.fromkeys(kjent.filename for kjent in known if not _kan_utelates(kjent))
    return NyGrunnlinje(Grunnlinje(rapport.dato, tuple(filter(_kan_utelates, known))), tuple(unread))


def _kan_utelates(kjent: Kjentfunn) -> bool:
    return kjent.code not in INGENTING_LEST


def _kjent(located: Located) -> Kjentfunn:
    finding = located.finding
    about = uten_nummer(finding.emne) or finding.message
    return Kjentfunn(
        finding.code,
        finding.name,
        finding.place.path,
        finding.fingerprint,
        fingeravtrykk(finding.code, finding.utvalg, about),
        fingeravtrykk(finding.message, located.linje.strip()),
    )


def som_tekst(linje: Grunnlinje) -> str:
    """The baseline as a file, the same for the same findings."""
    data = {
        "schema_version": SCHEMA_VERSION,
        "dato": linje.dato.isoformat(),
        "funn": [kjent._asdict() for kjent in linje.funn],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def fra_tekst(text: str) -> Grunnlinje:
    """The baseline that a file holds.

    Raises:
        Oedelagt: when it holds anything else.
    """
    try:
        data = json.loads(text)
        version = data["schema_version"]
        dato, entries = date.fromisoformat(data["dato"]), data["funn"]
        known = tuple(Kjentfunn(*(entry[key] for key in FELT)) for entry in entries)
    except (ValueError, KeyError, TypeError, RecursionError):
        raise Oedelagt("det er ikke en grunnlinje som programmet har skrevet") from None
    if version != SCHEMA_VERSION:
        raise Oedelagt(f"den er skrevet av en annen versjon av programmet (schema_version {version!r:.20})")
    if not all(isinstance(part, str) for kjent in known for part in kjent):
        raise Oedelagt("et av funnene i den mangler noe")
    return Grunnlinje(dato, tuple(filter(_kan_utelates, known)))  # an older version wrote them all


def uten_grunnlinja(
    rapport: Rapport, linje: Grunnlinje, filer: Collection[str]
) -> tuple[Rapport, list[Kjentfunn]]:
    """The report without what was there, and what was there and is no more. `filer`: those there are now."""
    named, there = {kjent.filename for kjent in linje.funn}, set(filer)

    def i_ny_fil(located: Located) -> Hashable:
        return "ny" if located.path not in named else located, _kjent(located).uten_fil

    def i_fil_som_er_borte(kjent: Kjentfunn) -> Hashable:
        return "ny" if kjent.filename not in there else kjent, kjent.uten_fil

    new, stale = nye_og_borte(rapport.funn, linje.funn, [*MERKER, (i_ny_fil, i_fil_som_er_borte)])
    known = len(rapport.funn) - len(new) + (rapport.fra_foer or 0)
    return replace(rapport, funn=tuple(new), fra_foer=known), stale


def _med_ordlyd(located: Located) -> Hashable:
    kjent = _kjent(located)
    return kjent.fingerprint, kjent.ordlyd


def _merke(located: Located) -> Hashable:
    return located.finding.fingerprint


MERKER = (
    (_med_ordlyd, lambda kjent: (kjent.fingerprint, kjent.ordlyd)),
    (_merke, lambda kjent: kjent.fingerprint),
)
