"""Fristfeil: what does not go together in a deadline."""

from __future__ import annotations

from datetime import date
from typing import LiteralString

from brukerutvalg_cli.mandat.verdier.dag_i_aaret import DagIAaret
from brukerutvalg_cli.mandat.verdier.fristregning import Fristregning
from brukerutvalg_cli.mandat.verdier.hendt import MOETE, OPPFOELGING, SVAR, er_hendelse
from brukerutvalg_cli.mandat.verdier.moetets_dager import DAGER
from brukerutvalg_cli.mandat.verdier.neste import Neste
from brukerutvalg_cli.mandat.verdier.senest import UTEN_DAG

MED_EGEN_FRIST = (OPPFOELGING, SVAR)
"""What may say itself by when it is to be done."""


def motsigelse(
    hva: str, foer: str | None, etter: str | None, regning: Fristregning, *, egen: bool, der: bool
) -> LiteralString | None:
    """The first thing that does not go together, if anything; `egen`: the record's own day counts."""
    bounds, anker = regning.senest or regning.tidligst, foer or etter
    if egen and hva not in MED_EGEN_FRIST:
        return "«egen_frist» er dagen en oppfølging eller en sak selv setter: «hva» er oppfoelging eller svar"
    if isinstance(regning.senest, DagIAaret | date):
        if anker or regning.tidligst or der or egen:
            return (
                "en frist på en bestemt dag har verken «foer», «etter», «tidligst», «egen_frist» eller «der»"
            )
        if not er_hendelse(hva):
            return "det som hører til et møte, har frist før eller etter noe"
    elif (foer and etter) or not (anker or egen):
        return "en frist har enten «foer» eller «etter», ikke begge og ikke ingen"
    elif hva == anker:
        return "en frist regnes fra noe annet enn det som skal gjøres"
    elif not (bounds or egen):
        return "en frist har «senest» eller «tidligst»"
    elif foer and isinstance(regning.senest, Neste):
        return "det neste av noe kommer etter: skriv «etter», ikke «foer»"
    elif der and anker not in (None, MOETE, *DAGER):
        return "«der» velger blant møter, og da regnes fristen fra moete"
    return _om_slingring(regning)


def _om_slingring(regning: Fristregning) -> LiteralString | None:
    """What is wrong with the tolerance, where there is any."""
    if regning.omtrent and regning.senest in UTEN_DAG and not regning.tidligst:
        return "«omtrent» er slingringsmonn på en tid, og her er ingen"
    if regning.omtrent and regning.omtrent.hele_aar:
        return "slingringsmonn i hele år er ingen frist"
    return None
