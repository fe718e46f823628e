"""Ute: minutes that are approved, published or sent. What is changed in them afterwards, nobody sees of itself."""

from __future__ import annotations

from collections.abc import Iterator

from brukerutvalg_cli.model.kalender import dag_i_ord
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.moetepapirer import Godkjent, Publisert, Referat
from brukerutvalg_cli.model.segl import innhold
from brukerutvalg_cli.model.verdier import kjent


def endret_ute(foer: Utvalgsmappe, etter: Utvalgsmappe) -> Iterator[str]:
    """A sentence for each meeting whose minutes are out, and would say something else."""
    new = {moete.path: moete for moete in etter.moeter}
    for moete in foer.moeter:
        how = _hvordan(moete)
        if how and (later := new.get(moete.path)) and innhold(later) != innhold(moete):
            yield f"Referatet fra {dag_i_ord(moete.dato)} er alt {how}, og sier da noe annet enn registeret."


def _hvordan(moete: Moete) -> str:
    """How far the minutes have come: `godkjent`, `lagt ut`, `sendt`; nothing where they are not, or the seal tells."""
    became = moete.referat
    if isinstance(became, Referat) and isinstance(became.godkjent, Godkjent):
        sealed = became.godkjent.forseglet or became.godkjent.segl
        return "" if sealed else "godkjent"  # a seal that is broken is a finding
    if isinstance(became, Referat) and isinstance(became.publisert, Publisert):
        return "lagt ut"
    sent = kjent(moete.sendt)
    return "sendt" if sent and kjent(sent.referat) else ""
