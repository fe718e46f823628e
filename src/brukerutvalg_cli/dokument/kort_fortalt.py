"""Kort fortalt: what came of the cases, which is what a reader of minutes has come for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from brukerutvalg_cli.dokument.grunnlag import Grunnlag
from brukerutvalg_cli.dokument.markdown import TOM, Trygg
from brukerutvalg_cli.dokument.visning import Referatsak, Utkomme
from brukerutvalg_cli.oppramsing import alle_sammen

SHORTEST = 4
"""Cases in minutes that are worth a summary: those of fewer are read as fast."""

LONGEST = 280
"""Characters of a decision that is told whole."""

_PLAIN = re.compile(r"(?!\d{1,9}[.)])[\w«(]")


def kort_fortalt(saker: Sequence[Referatsak], fra: Grunnlag) -> tuple[Utkomme, ...]:
    """A line for each case that something came of; none of a confidential one, and none in short minutes."""
    if len(saker) < SHORTEST:
        return ()
    told = ((sak, tuple(_hva(sak, fra))) for sak in saker if not sak.fortrolig)
    return tuple(Utkomme(sak.nr, sak.tittel, what, sak.overskrift) for sak, what in told if what)


def _hva(sak: Referatsak, fra: Grunnlag) -> Iterator[Trygg | str]:
    if sak.utsatt:
        yield (
            f"{fra.ord.saken_ble_utsatt_se} {sak.utsatt_til}." if sak.utsatt_til else fra.ord.saken_ble_utsatt
        )
    if sak.oversendt_til:
        yield f"{fra.ord.saken_ble_oversendt_til} {sak.oversendt_til}."
    if sak.vedtak:
        yield _paa_en_linje(sak.vedtak.tekst) or fra.ord.det_ble_gjort_vedtak
    elif sak.utfall:
        yield sak.utfall
    for valg in sak.valg:
        chosen = alle_sammen(valg.valgt)
        yield f"{fra.ord.valgt_til} {f'{valg.verv} {valg.periode}'.strip()}: {chosen}"


def _paa_en_linje(text: Trygg) -> Trygg:
    """A text as a point can have it: one paragraph of plain lines, and no long one. Else empty."""
    lines = text.split("\n")
    plain = len(text) <= LONGEST and all(map(_PLAIN.match, lines))
    return Trygg(" ".join(line.strip() for line in lines)) if plain else TOM
