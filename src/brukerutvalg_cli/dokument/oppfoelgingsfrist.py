"""The day by which something is to be done, as a document says it."""

from __future__ import annotations

from brukerutvalg_cli.dokument.datoer import dato
from brukerutvalg_cli.dokument.markdown import TOM, Trygg
from brukerutvalg_cli.dokument.ord import Ord
from brukerutvalg_cli.model.sak import Oppfoelging
from brukerutvalg_cli.model.utvalg import Maalform
from brukerutvalg_cli.model.verdier import Ukjent


def frist(post: Oppfoelging, ord: Ord, maalform: Maalform) -> Trygg:
    """`19. januar 2023`, `om lag 19. januar 2023`, `neste møte`; that it is not known, where it says so."""
    if isinstance(post.frist, Ukjent):
        return Trygg(ord.ikke_oppgitt)
    if not post.frist:
        return Trygg(ord.neste_moete) if post.til_neste_moete else TOM
    day = dato(post.frist, maalform)
    return Trygg(f"{ord.om_lag} {day}") if post.omtrent else day
