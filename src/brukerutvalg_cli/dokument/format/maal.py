"""Maal: the lines of a document that are in the other målform, so that a page can say so of them (WCAG 3.1.2).

Markdown has no way to say it, nor has the text field of nav.no. A case says it of its own texts (`maalform`), and an
annex of its title; the lines are then known by what they say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from brukerutvalg_cli.dokument.format.blokker import Linje, linjer, ren
from brukerutvalg_cli.dokument.format.lesning import lesning
from brukerutvalg_cli.dokument.vedlegg import Stoerrelse, med_type
from brukerutvalg_cli.kontroll.nettside import lange
from brukerutvalg_cli.model.maalform import Maalform
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.moetepapirer import Referat
from brukerutvalg_cli.model.sak import Sak
from brukerutvalg_cli.model.verdier import Ukjent
from brukerutvalg_cli.tegn import for_readers

Annet = Mapping[str, Maalform]
"""What a line says, and the målform it says it in."""
INTET: Annet = MappingProxyType({})


def annet_maal(mappe: Utvalgsmappe, moete: Moete, stoerrelse: Stoerrelse) -> Annet:
    """The lines of the documents of a meeting that are not in the council's own målform."""
    found: dict[str, Maalform] = {}
    papers = list(moete.referat.vedlegg) if isinstance(moete.referat, Referat) else []
    for sak in moete.saker:
        papers += sak.vedlegg
        if sak.maalform and not isinstance(sak.maalform, Ukjent):
            found |= dict.fromkeys(_sagt(sak), sak.maalform)
    for paper in papers:
        if paper.maalform and not isinstance(paper.maalform, Ukjent):
            found[_hoert(med_type(paper, mappe, stoerrelse))] = paper.maalform
    return {said: maalform for said, maalform in found.items() if said and maalform != mappe.utvalg.maalform}


def delt_ved(linje: Linje, annet: Annet) -> tuple[Linje, Linje, Maalform] | None:
    """The line before what is in another målform, that, and which it is: `Vedlegg: ` and a title, or all of it."""
    if not annet:
        return None
    said = ren(linje)
    if maalform := annet.get(_hoert(said)):
        return (), linje, maalform
    for found in re.finditer(": ", said) if len(linje) == 1 else ():
        if maalform := annet.get(_hoert(said[found.end() :])):
            return (said[: found.end()],), (said[found.end() :],), maalform
    return None


def _sagt(sak: Sak) -> Iterator[str]:
    """What the texts of a case say, a line each."""
    for _, text in lange(sak, ()):
        yield from (_hoert(ren(linje)) for linje in linjer(lesning(text).blokker))
    yield _hoert(sak.tittel)


def _hoert(text: str) -> str:
    return " ".join(for_readers(text).split())
