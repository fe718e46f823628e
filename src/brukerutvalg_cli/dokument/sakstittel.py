"""The title that a case has in a document: its own, or the public one."""

from __future__ import annotations

from brukerutvalg_cli.dokument.ord import Ord
from brukerutvalg_cli.dokument.overskrifter import Overskrifter
from brukerutvalg_cli.model.sak import Sak
from brukerutvalg_cli.model.verdier import kjent


def sakstittel(sak: Sak, ord: Ord, overskrifter: Overskrifter) -> str:
    """What follows `Sak 25/22: ` in the heading. Two cases that are called the same are told apart."""
    tittel = (kjent(sak.offentlig_tittel) or ord.unntatt_offentlighet) if sak.fortrolig else sak.tittel
    number = f"{ord.sak} {sak.nr}: "
    return overskrifter.unik(number + tittel).removeprefix(number)
