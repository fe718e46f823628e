"""What in a text belongs to one person: numbers with check digits, telephone numbers, e-mail addresses.

One way in for all who ask. The text is made alike (`tallrekker.lik_skrift`) and looked through once for what hardly
any has, and only then do the detectors read it: `private_tall`, `private_adresser`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from brukerutvalg_cli.personvern.private_tall import (
    TELEFON,
    Treff,
    er_mobil,
    foedselsnumre,
    kontonumre,
    telefoner,
)
from brukerutvalg_cli.personvern.tallrekker import SKILLE, lik_skrift

# One set of first characters, and then the sorts: so all else in a text is passed over at once, and a day too.
_KANSKJE = re.compile(
    rf"[\d@(\[{{kK](?:(?<=@)|(?<=\d)(?!(?<=[12])\d{{3}}-\d\d-\d\d(?![\d\-]))(?:(?:{SKILLE})?\d){{7}}"
    r"|(?<=[(\[{]) ?(?:[aA][tT]?|[aA]lfa|krøllalfa|snabel-?a) ?[)\]}]"
    r"|(?<=[kK])røllalfa)",
    re.ASCII,
)
_ELLEVE = re.compile(r"(?<![\w/])(?:\d{11}|\d{6}[ -]\d{5}|\d{4}[ .]\d{2}[ .]\d{5})(?![\w/])")


class Privat(NamedTuple):
    """Something that belongs to one person: what it is, in words, and the value – which is never to be shown."""

    hva: str
    verdi: str

    @property
    def kan_vaere_et_kontors(self) -> bool:
        """Whether a word in front of it would make it an office's."""
        return self.hva == TELEFON and not er_mobil(self.verdi)


def kan_ha(text: str) -> bool:
    """Whether a text is worth a closer look. Hardly any is."""
    return _KANSKJE.search(lik_skrift(text)) is not None


def strengt_private(text: str) -> Iterator[Privat]:
    """All of a text that may stand nowhere, in no comment and no template either."""
    return (Privat(found.hva, found.verdi) for found in _strenge(lik_skrift(text)))


def private_kontakter(text: str, folk: Collection[str] = ()) -> Iterator[Privat]:
    """All of a text by which a person can be reached. `folk`: what those in the register are called."""
    return (Privat(found.hva, found.verdi) for found in _kontakter(lik_skrift(text), folk))


def alt_privat(text: str, folk: Collection[str] = ()) -> Iterator[Privat]:
    """All of a text that no record may hold."""
    yield from strengt_private(text)
    yield from private_kontakter(text, folk)


def _strenge(text: str) -> Iterator[Treff]:
    if _KANSKJE.search(text):
        yield from foedselsnumre(text)
        yield from kontonumre(text)


def _kontakter(text: str, folk: Collection[str] = ()) -> Iterator[Treff]:
    if _KANSKJE.search(text):
        # Late: its pattern takes long to compile, and hardly any text comes so far.
        from brukerutvalg_cli.personvern.private_adresser import adresser

        yield from adresser(text, folk)
        yield from telefoner(text)


def sladdet(text: str) -> str:
    """The text with every number of eleven digits blotted out: of a file that cannot be read no check tells."""
    alike = lik_skrift(text)
    if not _KANSKJE.search(alike):
        return text
    return _dekket(text, [*map(_sted, _strenge(alike)), *(found.span() for found in _ELLEVE.finditer(alike))])


def uten_kontakt(text: str) -> str:
    """The text with every private telephone number and e-mail address blotted out."""
    return _dekket(text, list(map(_sted, _kontakter(lik_skrift(text)))))


def _sted(found: Treff) -> tuple[int, int]:
    return found.start, found.slutt


def _dekket(text: str, places: Collection[tuple[int, int]]) -> str:
    shown: list[str] = []
    at = 0
    for start, end in sorted(places):
        shown += text[at:start], re.sub(r"[^\W_]", "*", text[max(start, at) : end])
        at = max(at, end)
    return "".join((*shown, text[at:])) if shown else text


def i_navn(path: str) -> Iterator[Privat]:
    """All that a path may not be named by: whoever reads a list of the files reads it."""
    for name in path.split("/"):
        yield from alt_privat(name)


def uten_privat_navn(path: str) -> str:
    """A path to be shown: its names are blotted out where they hold such a thing."""
    if not kan_ha(path):
        return path
    return "/".join(map(uten_kontakt, sladdet(path).split("/")))
