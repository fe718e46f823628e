"""The day by which something is to be done, as a document says it."""

from __future__ import annotations

from brukerutvalg_cli.dokument.datoer import kjent_dato
from brukerutvalg_cli.dokument.markdown import TOM, Trygg
from brukerutvalg_cli.dokument.ord import Ord
from brukerutvalg_cli.model.maalform import Maalform
from brukerutvalg_cli.model.sak import Oppfoelging


def frist(post: Oppfoelging, ord: Ord, maalform: Maalform) -> Trygg:
    """`19. januar 2023`, `om lag 19. januar 2023`, `januar 2023`, `neste møte`; empty where nobody knows."""
    day = kjent_dato(post, "frist", maalform)
    if not day:
        return Trygg(ord.neste_moete) if post.til_neste_moete and post.frist is None else TOM
    return Trygg(f"{ord.om_lag} {day}") if post.omtrent else day
