"""What a text says in Markdown that the text field of nav.no cannot say, or that a reader there is not helped by.

The documents do the best they can with each of them (`dokument/format/`); this is the word to whoever wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from brukerutvalg_cli.nettekst.lenke import lovlig

if TYPE_CHECKING:
    from markdown_it.token import Token

FLEST_KOLONNER = 5
"""A wider table is read by nobody on a phone."""


class IkkeVistSlag(NamedTuple):
    """A kind of thing that does not go: what it is, what the documents make of it, and what to write instead."""

    hva: str
    blir: str
    raad: str


class IkkeVist(NamedTuple):
    """One of them, and its line in the text, from 1."""

    slag: IkkeVistSlag
    linje: int


SITAT = IkkeVistSlag(
    "et sitat (>)",
    "nav.no har ikke sitatblokker, så det blir vanlig tekst i anførselstegn",
    "skriv hvem som sa det, og sett ordene i «anførselstegn»",
)
KODE = IkkeVistSlag(
    "kode (`…`, eller linjer med fire mellomrom foran)",
    "nav.no har ikke kode, så det blir vanlig tekst",
    "stryk tegnene rundt, eller mellomrommene foran linja",
)
BILDE = IkkeVistSlag(
    "et bilde",
    "tekstfeltet på nav.no tar ikke imot bilder, så bare bildeteksten blir med (WCAG 1.1.1)",
    "skriv det bildet viser, og legg bildet ved saken",
)
HTML = IkkeVistSlag(
    "HTML",
    "det blir vist som tegn, ikke brukt",
    "skriv det som Markdown, eller stryk det",
)
BRED_TABELL = IkkeVistSlag(
    f"en tabell med mer enn {FLEST_KOLONNER} kolonner",
    "den er for bred for en telefon, og blir en liste (WCAG 1.4.10)",
    "skriv den som en liste, eller legg den ved som en fil",
)
ULOVLIG_LENKE = IkkeVistSlag(
    "en lenke som ikke går til en nettside, en e-postadresse eller et vedlegg",
    "den blir vist slik den er skrevet, og er ingen lenke",
    "skriv adressen slik den står i nettleseren: [Møteplanen for 2027](https://…)",
)
BAR_LENKE = IkkeVistSlag(
    "en nettadresse uten lenketekst",
    "den blir lest opp tegn for tegn, og er ingen lenke på nav.no (WCAG 2.4.4)",
    "skriv hva som er der, og lenk det: [Møteplanen for 2027](https://…)",
)
TOM_LENKETEKST = IkkeVistSlag(
    "en lenke som ikke sier hvor den går",
    "den som hører lenkene lest opp for seg, vet ikke hva de er (WCAG 2.4.4)",
    "skriv hva som er der, i stedet for «her» og «les mer»",
)
FET_OVERSKRIFT = IkkeVistSlag(
    "en linje som bare er fet skrift",
    "den ser ut som en overskrift, men er det ikke for den som hører den lest opp (WCAG 1.3.1)",
    "skriv «## » foran den, eller stryk stjernene",
)

LENGST = 50_000
"""So much of a text is looked at. The reader of Markdown takes seconds for a longer one that is all brackets."""

# What a text must have for there to be anything of this in it. Most have none, and are not read: what may stand
# anywhere is one search by its first signs, and what begins a line is not looked for where its signs are nowhere.
# One set of first signs, and then the sorts: so all else in a text is passed over at once.
_I_TEKSTEN = re.compile(r"[`<|~\]!:w](?:(?<=[`<|])|(?<=~)~~|(?<=\])[(:[]|(?<=!)\[|(?<=:)//|(?<=w)ww\.)")
_FOERST = re.compile(r"^(?:\t| {4})|^[ \t*+.)\d-]*>|^[ \t>]*(?:\*\*|__).*(?:\*\*|__)[ \t.:]*$", re.MULTILINE)
_FOERST_HAR = ("\t", "    ", ">", "**", "__")
_BART = re.compile(r"https?://\S|\bwww\.\w+\.\w", re.IGNORECASE)
_TAGG = re.compile(r"</?[a-z][^<>]*>|<!--", re.IGNORECASE)
_SIER_INGENTING = frozenset(
    {"", "her", "link", "lenke", "lenka", "lenken", "denne", "dette", "denne lenka", "denne lenken", "mer", "meir"}
    | {f"{verb} {hvor}" for verb in ("les", "klikk", "trykk", "se", "sjå") for hvor in ("her", "mer", "meir")}
    | {f"les {mer} her" for mer in ("mer", "meir")}
)  # fmt: skip


def ikke_vist(text: str) -> list[IkkeVist]:
    """Each thing in the text that does not go, the first of its kind."""
    if not _kan_ha(text):
        return []
    from brukerutvalg_cli.nettekst.leser import les

    found: dict[IkkeVistSlag, IkkeVist] = {}
    for each in i_lest(les(text[:LENGST])):
        found.setdefault(each.slag, each)
    return list(found.values())


def _kan_ha(text: str) -> bool:
    if _I_TEKSTEN.search(text):
        return True
    return any(sign in text for sign in _FOERST_HAR) and _FOERST.search(text) is not None


def i_lest(tokens: list[Token]) -> Iterator[IkkeVist]:
    """The same of a text that is read already, each time it is there."""
    columns = 0
    line = 1
    for nr, token in enumerate(tokens):
        line = token.map[0] + 1 if token.map else line
        if token.type == "blockquote_open":
            yield IkkeVist(SITAT, line)
        elif token.type in ("fence", "code_block"):
            yield IkkeVist(KODE, line)
        elif token.type == "table_open":
            columns = 0
        elif token.type == "th_open":
            columns += 1
            if columns == FLEST_KOLONNER + 1:
                yield IkkeVist(BRED_TABELL, line)
        elif token.type == "inline":
            paragraph = tokens[nr - 1].type == "paragraph_open"
            yield from (IkkeVist(slag, line) for slag in _i_linja(token.children or [], paragraph=paragraph))


def _i_linja(children: list[Token], *, paragraph: bool) -> Iterator[IkkeVistSlag]:
    if paragraph and _er_bare_fet(children):
        yield FET_OVERSKRIFT
    opened: Token | None = None
    said = ""
    for child in children:
        if child.type == "link_open":
            opened, said = child, ""
        elif child.type == "link_close" and opened:
            yield from _lenken(opened, said)
            opened = None
        elif child.type == "image":
            said += child.content
            yield BILDE
        else:
            said += child.content
            if child.type == "code_inline":
                yield KODE
            elif child.type == "text":
                if _TAGG.search(child.content):
                    yield HTML
                if not opened and _BART.search(child.content):
                    yield BAR_LENKE


def _lenken(opened: Token, said: str) -> Iterator[IkkeVistSlag]:
    href = str(opened.attrs["href"])
    said = " ".join(said.split()).casefold().rstrip(".:! ")
    if not lovlig(href):
        yield ULOVLIG_LENKE
    elif said in _SIER_INGENTING:
        yield TOM_LENKETEKST
    elif _BART.match(said):
        yield BAR_LENKE


def _er_bare_fet(children: list[Token]) -> bool:
    """Whether all there is in a paragraph is bold, but for what ends a sentence."""
    said = [child for child in children if child.type != "text" or child.content.strip(" .:")]
    kinds = [child.type for child in said]
    return kinds[:1] == ["strong_open"] and kinds.index("strong_close") == len(kinds) - 1
