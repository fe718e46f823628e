"""Nedlagt: what was wrong with a council is so no longer when it is there no more; what it left undone still is."""

from __future__ import annotations

from dataclasses import replace

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse
from brukerutvalg_cli.model.kalender import EN_DAG
from brukerutvalg_cli.model.utvalg import Utvalg


def til_nedleggelsen(rule: Bestemmelse, said: Finding, council: Utvalg) -> Finding:
    """The same; where it lasted as long as the council did, over with it."""
    lasts = said.varer
    if lasts is None or council.nedlagt is None or rule.kan_gjoeres_siden:
        return said
    day = council.nedlagt + EN_DAG
    if (lasts.over and lasts.over < day) or (lasts.rettet and lasts.rettet < day):
        return said
    ended = lasts._replace(
        over=day, rettet=day, ved="ved at utvalget ble lagt ned", place=council.at("nedlagt"), kanskje=""
    )
    return replace(said, varer=ended)
