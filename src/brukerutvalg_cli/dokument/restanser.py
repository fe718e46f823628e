"""What a case goes through: all that was taken on in earlier meetings and is not done, as the records have it."""

from __future__ import annotations

from collections.abc import Iterator

from brukerutvalg_cli.dokument.grunnlag import Grunnlag
from brukerutvalg_cli.dokument.markdown import TOM
from brukerutvalg_cli.dokument.oppfoelgingsfrist import frist
from brukerutvalg_cli.dokument.sakstittel import kort_sak
from brukerutvalg_cli.dokument.visning import Restansevisning
from brukerutvalg_cli.model.restanser import restanser
from brukerutvalg_cli.model.sak import Sak
from brukerutvalg_cli.model.traad import fristen
from brukerutvalg_cli.model.verdier import kjent


def gjennomgang(sak: Sak, fra: Grunnlag) -> tuple[Restansevisning, ...] | None:
    """The follow-ups that were open on the day of the meeting; None where the case does not go through them."""
    return tuple(dict.fromkeys(_open(fra))) if sak.restanser else None


def _open(fra: Grunnlag) -> Iterator[Restansevisning]:
    for moete, sak, entry in restanser(fra.mappe.moeter, fra.dag):
        where = kort_sak(sak, moete.dato, fra.ord, fra.maalform)
        if sak.fortrolig:
            yield Restansevisning(sak.nr, where)
            continue
        who = kjent(entry.ansvarlig)
        # The next meeting after that one: in this it would be another.
        day = kjent(fristen(fra.mappe.moeter, moete, entry)) or entry.deldato.get("frist")
        yield Restansevisning(
            sak.nr,
            where,
            entry.hva,
            fra.personer.vis(who) if who else "",
            frist(entry if entry.deldato else entry.model_copy(update={"frist": day}), fra.ord, fra.maalform)
            if day
            else TOM,
        )
