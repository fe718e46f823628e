"""Savnet: what a composition cannot be judged for want of, in a sentence."""

from __future__ import annotations

from datetime import date

from brukerutvalg_cli.mandat.sammensatt.krav import Sammensetningskrav
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.visshet import Visshet
from brukerutvalg_cli.ord.fakta_i_ord import fakta_i_ord


def savnet(
    krav: Sammensetningskrav, claim: Visshet, part: str, dag: date, ellers: str = "", flere: str = ""
) -> str:
    """The facts that decide whether a part holds on this day; `ellers` where no one fact does.

    `flere`: what is not known where there may be more members than those on record.
    """
    what = krav.hva(part)
    end = krav.utvalg.mappe.utvalg.registrert_til

    def nevnt(who: str) -> str:
        return krav.nevnt(who, dag)

    said = fakta_i_ord(
        claim,
        nevnt,
        hva=what,
        flere=flere or f"{what} kan ikke telles",
        slutt=dato_i_ord(end) if end else "",
    )
    return said or ellers or f"det er ukjent hvem noen i {what} sitter for"
