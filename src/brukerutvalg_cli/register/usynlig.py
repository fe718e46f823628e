"""Usynlig: a text with a character that nobody sees. The file is read; documents leave the character out."""

from __future__ import annotations

from collections.abc import Iterator

from brukerutvalg_cli.funn.finding import Finding, Severity
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.register.filfeil.skrivemaate import FIL_TEGN
from brukerutvalg_cli.register.yamldata import Yamldata
from brukerutvalg_cli.tegn import first_unsafe

NAVN = {
    "\xad": "myk bindestrek",
    "\u200b": "mellomrom uten bredde",
    "\u2028": "linjeskift fra Word",
    "\u2029": "avsnitt fra Word",
    "\ufeff": "merke for begynnelsen av en fil",
    **dict.fromkeys(
        "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", "skriveretning"
    ),
}


def usynlige(path: str, lest: Yamldata) -> Iterator[Finding]:
    """The first such character of each text that has one."""
    for start, end, value, route in lest.suspect:
        found = first_unsafe(value)
        if found is None:
            continue
        at = lest.text.find(found[0], start, end)
        first, last = (at, at + 1) if at >= 0 else (start, end)  # written as an escape: the whole text
        name = f"{NAVN[found[0]]}, " if found[0] in NAVN else ""
        yield FIL_TEGN.finding(
            f"usynlig tegn i teksten ({name}U+{ord(found[0]):04X})",
            Place(path, span=lest.lines.span(first, last)),
            label="her",
            help="slett tegnet, eller skriv ordet på nytt; dokumentene er uten det",
            emne=".".join(map(str, route)),
            severity=Severity.ADVARSEL,
        )
