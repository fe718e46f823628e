"""Sjekkliste: what there is to do on nav.no beside pasting the text, and what did not go as it was written."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from brukerutvalg_cli.dokument.format.blokker import Overskrift, lenker, linjer, ren
from brukerutvalg_cli.dokument.format.lesning import Lesning
from brukerutvalg_cli.dokument.format.maal import annet_maal
from brukerutvalg_cli.dokument.format.navn import Dokumentslag
from brukerutvalg_cli.dokument.vedlegg import Stoerrelse, med_type, papirnavn, sti
from brukerutvalg_cli.model.maalform import Maalform
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.moetepapirer import Referat
from brukerutvalg_cli.model.sak import Vedlegg
from brukerutvalg_cli.nettekst.ikke_vist import ikke_vist
from brukerutvalg_cli.nettekst.lenke import er_vedlegg
from brukerutvalg_cli.tegn import for_readers_on_a_line

MEST = 2500
"""How many characters nav.no asks for at most on a page."""
MAALFORM: dict[Maalform, str] = {"nb": "bokmål", "nn": "nynorsk"}


def sjekkliste(
    markdown: str,
    lest: Lesning,
    slag: Dokumentslag,
    mappe: Utvalgsmappe,
    moete: Moete,
    stoerrelse: Stoerrelse,
) -> str:
    """A line for each thing to do, and none for what there is nothing to do about."""
    head = (
        "Teksten er til tekstfeltet på nav.no. Dette gjør du ved siden av:",
        f"- Tittel: {lest.tittel}",
        f"- Språk: sett {MAALFORM[mappe.utvalg.maalform]} på sida.{_annet(mappe, moete, stoerrelse)}",
        "- Ingress: skriv selv en eller to setninger om det viktigste. Den hører ikke til teksten.",
        f"- Lengde: {_lengde(lest)}",
    )
    parts = (_vedlegg(slag, mappe, moete, stoerrelse), _lenker(lest), _ord_til_redaktoeren(markdown))
    return "\n".join(chain(head, *parts)) + "\n"


def antall_tegn(lest: Lesning) -> int:
    """The characters that are read on the page, its title not among them."""
    return sum(len(ren(linje)) for linje in linjer(lest.blokker))


def _annet(mappe: Utvalgsmappe, moete: Moete, stoerrelse: Stoerrelse) -> str:
    other = sorted({MAALFORM[each] for each in annet_maal(mappe, moete, stoerrelse).values()})
    return f" Noe er ført som {other[0]}, og det kan ikke merkes der." if other else ""


def _lengde(lest: Lesning) -> str:
    count = antall_tegn(lest)
    said = f"{_tall(count)} tegn. nav.no vil ha høyst {_tall(MEST)}"
    if count <= MEST:
        return f"{said}, så det går."
    parts = sum(isinstance(each, Overskrift) for each in lest.blokker)
    return f"{said}. Kort ned, eller del den: det er {parts} overskrifter å dele ved."


def _tall(number: int) -> str:
    return f"{number:,}".replace(",", " ")


def _vedlegg(slag: Dokumentslag, mappe: Utvalgsmappe, moete: Moete, stoerrelse: Stoerrelse) -> Iterator[str]:
    """Each annex: the file, what it is to be called there, and what the link to it is to say."""
    papers = list(_papirer(slag, moete))
    if papers:
        yield f"- Vedlegg: last opp {len(papers)}, og gi hver lenke teksten som står her, med type og størrelse:"
    for annex, of in papers:
        text = for_readers_on_a_line(med_type(annex, mappe, stoerrelse))
        path = sti(annex, mappe)
        if path and stoerrelse(path) is not None:
            yield f"  - «{text}»: {for_readers_on_a_line(path)}, som lastes opp som «{papirnavn(annex, of)}»"
        else:
            yield f"  - «{text}»: fila er ikke i registeret. Skriv type og størrelse til, som (PDF, 240 kB)."


def _papirer(slag: Dokumentslag, moete: Moete) -> Iterator[tuple[Vedlegg, str]]:
    """The annexes that the document names, and which case each is of. Never those of a confidential case."""
    for sak in moete.saker:
        if not sak.fortrolig:
            yield from ((annex, sak.nr) for annex in sak.vedlegg if annex.foelger(slag))
    if slag == "referat" and isinstance(moete.referat, Referat):
        yield from ((annex, "") for annex in moete.referat.vedlegg)


def _lenker(lest: Lesning) -> Iterator[str]:
    found = list(lenker(lest.blokker))
    if not found:
        return
    yield f"- Lenker: prøv {'den' if len(found) == 1 else f'alle {len(found)}'} når sida er lagt ut."
    for link in found:
        if er_vedlegg(link.href):
            yield f"  - «{ren(link.innhold)}» går til fila {link.href}. Last den opp, og lenk på nytt."


def _ord_til_redaktoeren(markdown: str) -> Iterator[str]:
    """What Markdown can say and nav.no cannot, where it is in this document."""
    for each in ikke_vist(markdown):
        yield f"- Linje {each.linje} i Markdown-fila har {each.slag.hva}: {each.slag.blir}. Bedre: {each.slag.raad}."
