"""The documents to look at: those of the shipped register, an invented council's, and one that tries everything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, get_args

from brukerutvalg_cli.dokument.format.fragment import Sakoverskrift, fragment, sakene
from brukerutvalg_cli.dokument.format.lesning import Lesning, lesning
from brukerutvalg_cli.dokument.format.navn import Dokumentslag
from brukerutvalg_cli.dokument.format.side import brev_html, side
from brukerutvalg_cli.dokument.lag import fakta, lag
from brukerutvalg_cli.model.maalform import Maalform
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import Tree, WorkTree
from dokument.test_dokument import register
from smaa_registre import tree as small

ROOT = Path(__file__).parents[1]
VERT = (Path(__file__).parent / "vertsside.html").read_text(encoding="utf-8")

ALT_MARKDOWN_KAN = """\
# Møtereferat: Et utvalg med et langt navn, Arbeidsmarkedstiltaksleverandøroppfølgingsutvalget, 1. mai 2026

- Utvalg: Arbeidsmarkedstiltaksleverandøroppfølgingsutvalget i Nav Troms og Finnmark
- Lenke: [Møteplanen for 2026](https://www.nav.no/en/veldig/lang/adresse/som/ikke/brytes?av=noe&som=helst)

> Et sitat.

## Sak 1/26: Tall

| Måned | Henvendelser | Ventetid | Løst | Klager |
|---|---:|---|---|---|
| September 2026 | 12 345 | 4 minutter | 98 prosent | ingen |

| a | b | c | d | e | f |
|---|---|---|---|---|---|
| 1 | 2 | 3 | 4 | 5 | 6 |

1. Først `kode`
2. Så ![et bilde](b.png)

   Mer om det.

## Sak 2/26: <script>alert(1)</script>

https://www.nav.no/enveldiglangadressesomingenharbruttoggaarutoverkantenavskjermenmedmindredenblirbruttavnoen

##### Dypt

Tekst.

## Sak 3/26: Tomt

## Neste møte

- [Plan](plan.pdf)
"""


class Dokument(NamedTuple):
    """One document, read, with what the formats need to know of it."""

    navn: str
    maalform: Maalform
    lest: Lesning
    saker: tuple[Sakoverskrift, ...]

    def sider(self) -> Iterator[tuple[str, str]]:
        """Each page that it is shown as, by a name."""
        yield "side", side(self.lest, self.maalform)
        yield "fragment", self.i_vertssida()
        yield "brev", brev_html(self.lest, self.maalform)

    def fragmentet(self) -> str:
        return fragment(self.lest, self.saker)

    def i_vertssida(self) -> str:
        """The fragment where it will stand: in a page of somebody else's."""
        title = re.sub(r"[<>&]", " ", self.lest.tittel)
        page = VERT.replace("MAALFORM", self.maalform).replace("TITTEL", title)
        return page.replace("FRAGMENT", self.fragmentet())


def alle() -> list[Dokument]:
    """Each of them, in an order that stays."""
    found = [*_i(WorkTree(ROOT), "")]
    for maalform in get_args(Maalform):
        found += _i(small(register(maalform)), f"{maalform}-")
    wild = lesning(ALT_MARKDOWN_KAN)
    saker = (
        Sakoverskrift("1/26", "Tall"),
        Sakoverskrift("2/26", "<script>alert(1)</script>"),
        Sakoverskrift("3/26", "Tomt"),
    )
    return [*found, Dokument("alt-markdown-kan", "nb", wild, saker)]


def _i(tree: Tree, foran: str) -> Iterator[Dokument]:
    lastet = load(tree)
    for mappe in lastet.register.mapper.values():
        for moete in mappe.moeter:
            for slag in get_args(Dokumentslag):
                text = lag(slag, lastet.register, mappe, moete, tree)
                assert isinstance(text, str), text
                cases = tuple(sakene(fakta(slag, lastet.register, mappe, moete, tree)))
                name = f"{foran}{mappe.id}-{moete.dato}-{slag}"
                yield Dokument(name, mappe.utvalg.maalform, lesning(text), cases)
