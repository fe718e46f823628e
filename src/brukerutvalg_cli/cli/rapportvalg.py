"""Rapportvalg: which reports of one run are asked for, and where each is to go."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from brukerutvalg_cli.rapport import FORMATS

if TYPE_CHECKING:
    from brukerutvalg_cli.cli.utfil import Utfil
    from brukerutvalg_cli.rapport.rapport import Rapport

FOR_FOLK = ("full", "enkel")
"""The formats that end with the sum and the next step, and may be broken to fit a window."""
FORMATVALG = f"{', '.join(FORMATS)}. Kan gjentas, og med FIL får hver sin fil."


class Bestilling(NamedTuple):
    """One report: in which format, and in which file; in none, it is printed."""

    format: str
    fil: str = ""


def bestilt(valg: Sequence[str], output: str, *, som_json: bool, enkel: bool) -> list[Bestilling]:
    """The reports that the options ask for. `-o` is the file of the one that has none of its own.

    Raises:
        typer.BadParameter: when a format is not known, or two reports would go to one place.
    """
    asked = [_lest(text) for text in valg] + ([Bestilling("json")] if som_json else [])
    if not any(not each.fil for each in asked) and (output or not asked):
        asked.append(Bestilling("enkel" if enkel else _vanlig(output)))
    placed = [each if each.fil else each._replace(fil=output) for each in dict.fromkeys(asked)]
    places = [os.path.normpath(each.fil) if each.fil else "" for each in placed]
    if twice := next((place for place in places if places.count(place) > 1), None):
        raise typer.BadParameter(f"to rapporter kan ikke skrives til «{twice}». Gi hver sin fil")
    if places.count("") > 1:
        one = next(each.format for each in placed if not each.fil)
        raise typer.BadParameter(
            f"to rapporter kan ikke vises samtidig. Gi den ene en fil: --output-format {one}=FIL"
        )
    return placed


def _lest(text: str) -> Bestilling:
    name, given, file = text.partition("=")
    if name not in FORMATS:
        from brukerutvalg_cli.cli.feilmeldinger import did_you_mean

        raise typer.BadParameter(
            f"--output-format: «{name}» er ikke blant {', '.join(FORMATS)}.{did_you_mean(name, FORMATS)}"
        )
    if given and not file:
        raise typer.BadParameter(f"--output-format: skriv fila etter likhetstegnet: {name}=FIL")
    return Bestilling(name, file)


def _vanlig(output: str) -> str:
    """What is shown where nobody has asked for anything else."""
    if not output and sys.stdout.isatty():
        return "full"
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "concise"


def plasser(bestillinger: Sequence[Bestilling], rot: Path) -> list[Utfil | None]:
    """The file of each report, looked at before anything is judged or written; None for the one that is printed.

    Raises:
        Stans: when one of them may not be written.
    """
    found: list[Utfil | None] = []
    for each in bestillinger:
        if each.fil == "-":
            raise typer.BadParameter("uten -o kommer rapporten her på skjermen")
        found.append(_plassert(each.fil, rot) if each.fil else None)
    return found


def _plassert(fil: str, rot: Path) -> Utfil:
    from brukerutvalg_cli.cli.stans import Stans
    from brukerutvalg_cli.cli.utfil import utfil

    try:
        return utfil(fil, rot)
    except Stans as error:
        raise Stans(f"rapporten ble ikke skrevet: {error}") from None


def gi(
    rapport: Rapport,
    bestillinger: Sequence[Bestilling],
    filer: Sequence[Utfil | None],
    *,
    farge: bool,
    alt: bool,
) -> None:
    """Writes each report where it is to go, and says on the side what none of them says.

    Raises:
        Stans: when one cannot be written.
    """
    from brukerutvalg_cli.cli.stans import Stans

    for (name, _), file in zip(bestillinger, filer, strict=True):
        if file is None:
            _vis(rapport, name, farge=farge, alt=alt)
            continue
        try:
            file.skriv(_tekst(rapport, name, None, farge=False, alt=alt).encode())
        except Stans as error:
            raise Stans(f"rapporten ble ikke skrevet: {error}") from None
    if any(each.format == "github" for each in bestillinger):
        _sammendrag(rapport)
    if not any(each.format in FOR_FOLK and not each.fil for each in bestillinger):
        from brukerutvalg_cli.rapport.i_ord import neste_steg, oppsummering

        typer.echo(f"{oppsummering(rapport)}\n{neste_steg(rapport)}", err=True)


def _vis(rapport: Rapport, name: str, *, farge: bool, alt: bool) -> None:
    from brukerutvalg_cli.cli.vakt import UNNTAK, i_vindu, linje_for_linje, slipper
    from brukerutvalg_cli.cli.vindu import bredde

    if name not in FOR_FOLK:
        linje_for_linje()
    width = bredde() if name == "full" and i_vindu() else None
    with slipper(UNNTAK.get(name)):
        typer.echo(_tekst(rapport, name, width, farge=farge, alt=alt), nl=False, color=True)


def _tekst(rapport: Rapport, name: str, width: int | None, *, farge: bool, alt: bool) -> str:
    if name == "full":
        from brukerutvalg_cli.rapport.farge import ansi_style, plain
        from brukerutvalg_cli.rapport.full import render

        return render(rapport, ansi_style if farge else plain, width, alt=alt)
    if name == "enkel":
        from brukerutvalg_cli.rapport.enkel import render as render_plain

        return render_plain(rapport, alt=alt)
    from brukerutvalg_cli.rapport import renderer

    return renderer(name)(rapport)


def _sammendrag(rapport: Rapport) -> None:
    """The summary page of the job, where GitHub has named a file for it."""
    from brukerutvalg_cli.cli.stans import Stans
    from brukerutvalg_cli.cli.utfil import hvorfor_ikke
    from brukerutvalg_cli.rapport.github import step_summary

    if not (path := os.environ.get("GITHUB_STEP_SUMMARY")):
        return
    try:
        with Path(path).open("a", encoding="utf-8", newline="\n") as file:
            file.write(step_summary(rapport))
    except (OSError, ValueError) as error:
        raise Stans(
            f"sammendraget kunne ikke skrives til GITHUB_STEP_SUMMARY ({hvorfor_ikke(error)}). "
            "Rapporten er skrevet"
        ) from None
