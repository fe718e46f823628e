"""Søk: what is looked for among the cases of all meetings – by word, year, theme and who."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.sak import Sak
from brukerutvalg_cli.model.verdier import kjent
from brukerutvalg_cli.nevnt import ordene
from brukerutvalg_cli.ord.i_ord import Her, omtalt
from brukerutvalg_cli.oversikt.bilde import tittel


class Soek(NamedTuple):
    """What is looked for; what is empty leaves nothing out.

    Of a closed case only what is public is looked in: whether it is found must not tell what it says.
    """

    ord: str = ""
    aar: int = 0
    tema: str = ""
    hvem: str = ""

    def treffer(self, her: Her, moete: Moete, sak: Sak, tekster: Iterable[str]) -> bool:
        """Whether a case is one of these; `tekster` are what is looked in beside its title."""
        if self.aar not in (0, moete.dato.year):
            return False
        if sak.fortrolig:
            return not (self.tema or self.hvem) and _har(self.ord, [tittel(sak)])
        themes = kjent(sak.tema) or ()
        return (
            _har(self.ord, [sak.navn, sak.tittel, *themes, *tekster])
            and (not self.tema or any(_har(self.tema, [theme]) for theme in themes))
            and (not self.hvem or any(_har(self.hvem, [name, omtalt(name, her)]) for name in involverte(sak)))
        )


def involverte(sak: Sak) -> Iterator[str]:
    """Everybody a case names: who submitted, prepared and presented it, who was elected, and who took something on."""
    for one in (sak.innmeldt_av, sak.oversendt_til, *(entry.ansvarlig for entry in sak.oppfoelging)):
        if name := kjent(one):
            yield name
    for several in (sak.saksbehandler, sak.innleder, *(valg.valgt for valg in sak.valg)):
        yield from kjent(several) or ()


def _har(words: str, texts: Iterable[str]) -> bool:
    """Whether each word is in these texts, perhaps as a part of another: `ventetid` is in «Ventetida på Nav»."""
    there = " ".join(ordene(text) for text in texts)
    return all(word in there for word in ordene(words).split())
