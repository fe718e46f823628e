"""The verb `opplaering`: somebody has had a module of training."""

from __future__ import annotations

from typing import Annotated

import typer

from brukerutvalg_cli.cli.skrivevalg import COMMIT, DATO, TOERR, UTVALG


def opplaering(
    ctx: typer.Context,
    utvalg: UTVALG,
    personer: Annotated[list[str], typer.Argument(metavar="PERSON", help="De som har hatt den.")],
    modul: Annotated[int, typer.Option("--modul", metavar="TALL", help="Nummeret på modulen.", min=1)] = 1,
    dato: DATO = "",
    dry_run: TOERR = False,
    commit: COMMIT = False,
) -> None:
    """Fører opplæring noen har hatt.

    Eksempler:
      brukerutvalg opplaering nav-troendelag kari-nordmann per-hansen --modul 2 --dato 12.3.2027
      brukerutvalg opplaering nav-troendelag kari-nordmann --modul 1
    """
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.cli.skriving import fullfoer, skriving
    from brukerutvalg_cli.handling.person import opplaering as record
    from brukerutvalg_cli.regler.i_ord import alle_sammen, omtalt

    with skriving(ctx, utvalg, dato) as s:
        people = svar.en_av(sorted(s.mappe.kjente_personer), hva="Utvalget har")
        names = svar.alle("PERSON", personer, "Hvem?", people)
        for name in names:
            record(s.utkast, s.mappe, name, modul, s.dag)
        neste = f"brukerutvalg status {s.mappe.id}"
        who = alle_sammen(omtalt(name, s.her) for name in names)
        fullfoer(s, f"Førte modul {modul} for {who}", neste, dry_run=dry_run, commit=commit)
