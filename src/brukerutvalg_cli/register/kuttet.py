"""Kuttet: a text that ends before a «#» that was probably part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brukerutvalg_cli.funn.finding import Finding, Severity
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.register.filfeil.skrivemaate import TEKST_KUTTET
from brukerutvalg_cli.register.yamldata import Yamldata

# A comment that begins as a word or a number does, after something on its line.
_CUT = re.compile(r"\S[ \t]* #\w")
_REST = re.compile(r"[ \t]* (#\w[^\r\n]*)")
_WHOLE = re.compile(r"[\d.:/-]+|ja|nei|ukjent")
"""What is all there, whatever follows: a day, a time, a number."""


def kuttede(path: str, text: str) -> Iterator[Finding]:
    """Each plain text that ends before what is probably no comment. What stands in quotes or in a block is whole."""
    if not _CUT.search(text):  # nearly every file: it is not read once more
        return
    reader = Yamldata(path, text, collect=True)
    reader.read()
    for end, value, route in reader.plain:
        if (found := _REST.match(text, end)) and not _WHOLE.fullmatch(value):
            start = found.start(1)
            yield TEKST_KUTTET.finding(
                "teksten slutter foran «#», og resten blir ikke lest",
                Place(path, span=reader.lines.span(start, start + len(found[1].rstrip()))),
                label="blir ikke lest",
                help="sett hele teksten i anførselstegn; er det en merknad, skriver du et mellomrom etter #",
                emne=".".join(map(str, route)),
                severity=Severity.ADVARSEL,
            )
