"""The verb `valider`: judge the register, print the report, exit by what was found."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from brukerutvalg_cli.cli.lesevalg import UTVALGENE

if TYPE_CHECKING:
    from brukerutvalg_cli.rapport.rapport import Rapport

FailOn = Literal["feil", "advarsel", "raad"]
Color = Literal["always", "never", "auto"]
Format = Literal["full", "enkel", "concise", "json", "github", "markdown"]
FOR_FOLK = ("full", "enkel")
"""The formats that end with the sum and the next step, and may be broken to fit a window."""


def valider(
    ctx: typer.Context,
    utvalg: UTVALGENE = None,
    dato: Annotated[
        str, typer.Option("--dato", metavar="DATO", help="Vurder som om det var denne dagen. Ellers: i dag.")
    ] = "",
    output_format: Annotated[
        Format | None,
        typer.Option(
            "--output-format",
            help="Ellers: full på en terminal, github i GitHub Actions, concise i en fil.",
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
    som_json: Annotated[bool, typer.Option("--json", help="Det samme som --output-format json.")] = False,
    color: Annotated[Color, typer.Option("--color", help="Farger i rapporten.")] = "auto",
) -> None:
    """Holder registeret opp mot mandatene, og sier hva som er galt, hvor, hvorfor og hvordan det rettes.

    Eksempler:
      brukerutvalg valider
      brukerutvalg valider nav-vestland --dato 1.12.2022
      brukerutvalg valider --output-format json -o rapport.json
    """
    from brukerutvalg_cli.cli.dag import lest_dag
    from brukerutvalg_cli.cli.register_rot import register_rot
    from brukerutvalg_cli.cli.terminal import color_wanted
    from brukerutvalg_cli.cli.utvalgsnavn import kjent_utvalg
    from brukerutvalg_cli.cli.vakt import UNNTAK, linje_for_linje, slipper
    from brukerutvalg_cli.funn.finding import Severity
    from brukerutvalg_cli.register.tree import WorkTree
    from brukerutvalg_cli.validering import valider as judge

    tree = WorkTree(register_rot(ctx))
    if not any(path.startswith("records/utvalg/") for path in tree.paths()):
        raise typer.BadParameter("«records/» har ingen utvalg: ventet records/utvalg/<navn>/utvalg.yaml")
    names = [kjent_utvalg(tree, name) for name in utvalg or ()]
    rapport = judge(tree, lest_dag(dato), names)
    asked: Format | None = "json" if som_json else output_format
    chosen = asked or ("enkel" if ctx.obj.enkel else _default_format(output))
    if chosen not in FOR_FOLK:
        linje_for_linje()
    coloured = not output and color_wanted(color, os.environ, sys.stdout.isatty())
    text = _rendered(rapport, chosen, coloured=coloured, alt=alt)
    if output:
        _write(text, output, tree.root)
    else:
        with slipper(UNNTAK.get(chosen)):
            typer.echo(text, nl=False, color=True)
    _tell(rapport, chosen, to_file=output is not None)
    worst = min((located.finding.severity.rank for located in rapport.funn), default=99)
    if worst <= Severity(fail_on).rank and not exit_zero:
        raise typer.Exit(1)


def _rendered(rapport: Rapport, chosen: Format, *, coloured: bool, alt: bool) -> str:
    if chosen == "full":
        from brukerutvalg_cli.cli.vakt import i_vindu
        from brukerutvalg_cli.cli.vindu import bredde
        from brukerutvalg_cli.rapport.farge import ansi_style, plain
        from brukerutvalg_cli.rapport.full import render

        style = ansi_style if coloured else plain
        return render(rapport, style, bredde() if i_vindu() else None, alt=alt)
    if chosen == "enkel":
        from brukerutvalg_cli.rapport.enkel import render as render_plain

        return render_plain(rapport, alt=alt)
    from brukerutvalg_cli.rapport import renderer

    return renderer(chosen)(rapport)


def _tell(rapport: Rapport, chosen: Format, *, to_file: bool) -> None:
    """Say what the report itself does not: the summary page of GitHub, and on stderr the sum and the next step."""
    if chosen == "github" and (summary := os.environ.get("GITHUB_STEP_SUMMARY")):
        _sammendrag(rapport, summary)
    if chosen not in FOR_FOLK or to_file:
        from brukerutvalg_cli.rapport.i_ord import neste_steg, oppsummering

        typer.echo(f"{oppsummering(rapport)}\n{neste_steg(rapport)}", err=True)


def _sammendrag(rapport: Rapport, path: str) -> None:
    from brukerutvalg_cli.cli.stans import Stans
    from brukerutvalg_cli.cli.utfil import hvorfor_ikke
    from brukerutvalg_cli.rapport.github import step_summary

    try:
        with Path(path).open("a", encoding="utf-8", newline="\n") as file:
            file.write(step_summary(rapport))
    except (OSError, ValueError) as error:
        raise Stans(
            f"sammendraget kunne ikke skrives til GITHUB_STEP_SUMMARY ({hvorfor_ikke(error)}). "
            "Rapporten er skrevet"
        ) from None


def _write(text: str, path: Path, rot: Path) -> None:
    from brukerutvalg_cli.cli.stans import Stans
    from brukerutvalg_cli.cli.utfil import utfil

    if str(path) == "-":
        raise typer.BadParameter("uten -o kommer rapporten her på skjermen")
    try:
        utfil(path, rot).skriv(text.encode())
    except Stans as error:
        raise Stans(f"rapporten ble ikke skrevet: {error}") from None


def _default_format(output: Path | None) -> Format:
    if output is None and sys.stdout.isatty():
        return "full"
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "concise"
