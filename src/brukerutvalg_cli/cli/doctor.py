"""The verb `doctor`: whether what surrounds the records is in order."""

from __future__ import annotations

from typing import Annotated

import typer


def doctor(
    ctx: typer.Context,
    som_json: Annotated[bool, typer.Option("--json", help="Skriv JSON i stedet for tekst.")] = False,
) -> None:
    """Ser etter git, tegnkoding, linjeskift, skjema, krok og CI, og sier hvordan det som mangler, rettes.

    Eksempler:
      brukerutvalg doctor
      brukerutvalg --rot brukerutvalget doctor
    """
    from brukerutvalg_cli.cli.register_rot import register_rot
    from brukerutvalg_cli.oppsettsjekk import sjekk

    found = list(sjekk(register_rot(ctx)))
    if som_json:
        import json

        points = [point._asdict() for point in found]
        typer.echo(json.dumps({"schema_version": 1, "punkter": points}, ensure_ascii=False, indent=2))
    else:
        for point in found:
            typer.echo(f"{'i orden' if point.i_orden else 'mangler'}: {point.navn} – {point.funnet}")
            if not point.i_orden:
                typer.echo(f"  rett: {point.rett}")
        bad = sum(not point.i_orden for point in found)
        next_step = (
            "brukerutvalg status" if not bad else "rett det øverste, og kjør «brukerutvalg doctor» igjen"
        )
        typer.echo(f"Neste steg: {next_step}")
    if not all(point.i_orden for point in found):
        raise typer.Exit(1)
