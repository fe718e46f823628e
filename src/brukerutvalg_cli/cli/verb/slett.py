"""The verb `slett`: any record, or a field of it, is taken out."""

from __future__ import annotations

from typing import Annotated

import typer

from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving


@skriver
def slett(
    s: Skriving,
    hva: Annotated[
        list[str] | None,
        typer.Argument(metavar="TING", help="Hva det er, og hvilken; med felt etter, bare de feltene."),
    ] = None,
) -> Gjort:
    """Sletter det som aldri skulle vært ført, eller tar ut ett felt. «angre» tar det tilbake.

    Du sier hva det er og hvilken, som i «endre». Det som andre viser til, slettes ikke før de er rettet. Den som går ut
    av utvalget, slettes ikke: det er «avslutt».

    Eksempler:
      brukerutvalg slett nav-fjordvik oppfoelging 28/22 2
      brukerutvalg slett nav-fjordvik hendelse evaluering 16.11.2026
      brukerutvalg slett nav-fjordvik sak 28/22 vedtak
    """
    from brukerutvalg_cli.cli.feltsvar import SagtFelt, et_felt
    from brukerutvalg_cli.cli.rettesvar import rett, sagt_i_ord, viser_det
    from brukerutvalg_cli.cli.tingsvar import Restord, en_ting
    from brukerutvalg_cli.handling.omtale import kalt
    from brukerutvalg_cli.handling.rette import slett as take_out
    from brukerutvalg_cli.oppramsing import alle_sammen

    words = Restord(list(hva or ()))
    ting = en_ting(s, words)
    who = kalt(ting, s.her)
    if words.igjen:
        fields = [SagtFelt(et_felt(ting.felter, word, who), "") for word in words.igjen]
        said = f"Endret {who}: {sagt_i_ord(rett(s, ting, fields), fortrolig=ting.fortrolig)}"
    else:
        along = take_out(s.utkast, s.her, ting)
        said = f"Slettet {who}{f', med {alle_sammen(along)}' if along else ''}"
    return Gjort(said, viser_det(s, ting.path))
