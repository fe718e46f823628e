"""The verb `person alle`: everybody is on record, so that places nobody has are seen."""

from __future__ import annotations

from typing import Annotated

import typer

from brukerutvalg_cli.cli.skrivevalg import COMMIT, DATO, TOERR, UTVALG


def alle(
    ctx: typer.Context,
    utvalg: UTVALG,
    likevel: Annotated[
        bool, typer.Option("--likevel", help="Før det selv om mandatet da finner noe som er feil.")
    ] = False,
    dato: DATO = "",
    dry_run: TOERR = False,
    commit: COMMIT = False,
) -> None:
    """Sier at alle i utvalget er ført. Fra da av blir ledige plasser, sammensetning og fornyelse vurdert.

    Du får se hva mandatet sier til det, før det blir skrevet.

    Eksempler:
      brukerutvalg person alle nav-fjordvik
      brukerutvalg person alle nav-fjordvik --dry-run
    """
    from brukerutvalg_cli.cli.skriving import fullfoer, skriving
    from brukerutvalg_cli.handling.person import alle_er_foert

    with skriving(ctx, utvalg, dato) as s:
        alle_er_foert(s.utkast, s.mappe)
        fullfoer(
            s,
            f"Førte at alle i {s.mappe.id} er med",
            f"brukerutvalg status {s.mappe.id}",
            dry_run=dry_run,
            commit=commit,
            stans=not likevel,
        )
