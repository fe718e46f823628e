"""Tomt: a text that is written, and has nothing in it. The file is read."""

from __future__ import annotations

from collections.abc import Iterator

from brukerutvalg_cli.funn.finding import Finding, Severity
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.register.filfeil.skrivemaate import TOM_TEKST
from brukerutvalg_cli.register.yamldata import Yamldata


def tomme(path: str, lest: Yamldata) -> Iterator[Finding]:
    """Each such text."""
    for start, end, route in lest.blank:
        yield TOM_TEKST.finding(
            "teksten er tom",
            Place(path, span=lest.lines.span(start, end)),
            label="her",
            help="skriv det som skal stå der, eller ukjent, eller slett linja",
            emne=".".join(map(str, route)) or str(start),
            severity=Severity.ADVARSEL,
        )
