"""The verb `valider`: judge the register, print the report, exit by what was found."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from brukerutvalg_cli.cli.lesevalg import REVISJON, SIDEN, UTVALGENE
from brukerutvalg_cli.cli.rapportvalg import FORMATVALG

FailOn = Literal["feil", "advarsel", "raad"]
Color = Literal["always", "never", "auto"]


def valider(
    ctx: typer.Context,
    utvalg: UTVALGENE = None,
    dato: Annotated[
        str, typer.Option("--dato", metavar="DATO", help="Vurder som om det var denne dagen. Ellers: i dag.")
    ] = "",
    siden: SIDEN = "",
    revisjon: REVISJON = "",
    grunnlinje: Annotated[
        str,
        typer.Option(
            "--grunnlinje",
            metavar="FIL",
            help="Bare det som ikke står i denne grunnlinja (grunnlinje skriv).",
        ),
    ] = "",
    historikk: Annotated[
        bool,
        typer.Option(
            "--historikk",
            help="Hold det opp mot historikken også: det som er ført sent, eller endret etterpå. Trenger git.",
        ),
    ] = False,
    output_format: Annotated[
        list[str] | None,
        typer.Option(
            "--output-format",
            metavar="FORMAT[=FIL]",
            help=f"{FORMATVALG} Ellers: full på en terminal, github i GitHub Actions, concise i en fil.",
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FIL", help="Skriv rapporten til en fil.")
    ] = None,
    fail_on: Annotated[FailOn, typer.Option("--fail-on", help="Det minste som gir exit 1.")] = "feil",
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Exit 0 uansett hva som blir funnet.")
    ] = False,
    alt: Annotated[
        bool, typer.Option("--alt", "-v", help="Vis også alt som ikke kan vurderes, og hvorfor.")
    ] = False,
    no_cache: Annotated[
        bool,
        typer.Option(
            "--no-cache",
            help="Vurder alt på nytt. Ellers vurderes bare det som kan være blitt annerledes siden sist.",
        ),
    ] = False,
    som_json: Annotated[bool, typer.Option("--json", help="Det samme som --output-format json.")] = False,
    color: Annotated[Color, typer.Option("--color", help="Farger i rapporten.")] = "auto",
) -> None:
    """Holder registeret opp mot mandatene, og sier hva som er galt, hvor, hvorfor og hvordan det rettes.

    Eksempler:
      brukerutvalg valider
      brukerutvalg valider nav-vestland --dato 1.12.2022
      brukerutvalg valider --siden origin/main --output-format github --output-format sarif=funn.sarif
    """
    from brukerutvalg_cli.cli.dag import lest_dag
    from brukerutvalg_cli.cli.rapportvalg import bestilt, gi, plasser
    from brukerutvalg_cli.cli.terminal import color_wanted
    from brukerutvalg_cli.cli.utvalgsnavn import kjent_utvalg
    from brukerutvalg_cli.cli.vurdert import gjenstand, rapport, si_fra_om_utelatt
    from brukerutvalg_cli.funn.finding import Severity

    asked = bestilt(output_format or [], str(output or ""), som_json=som_json, enkel=ctx.obj.enkel)
    judged = gjenstand(ctx, revisjon, hurtig=bool(utvalg) and not no_cache)
    if not revisjon:
        si_fra_om_utelatt(judged.rot)
    names = list(dict.fromkeys(kjent_utvalg(judged.tre, name) for name in utvalg or ()))
    day = lest_dag(dato)
    files = plasser(asked, judged.rot)
    if historikk and siden:
        raise typer.BadParameter(
            "--historikk er for alt som er ført, og --siden bare for det nye. Velg en av dem"
        )
    compared = {"siden": siden, "revisjon": revisjon, "grunnlinje": grunnlinje}
    found = rapport(judged, day, names, historikk=historikk, hurtig=not no_cache, **compared)
    found = found.bestilt(terskel=Severity(fail_on))
    coloured = not output and color_wanted(color, os.environ, sys.stdout.isatty())
    gi(found, asked, files, farge=coloured, alt=alt)
    if any(f.finding.severity.rank <= found.terskel.rank for f in found.funn) and not exit_zero:
        raise typer.Exit(1)
