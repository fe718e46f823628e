"""The options of `init`: what a new register is to hold."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from brukerutvalg_cli.model.ordvalg import STANDARD_NIVAA

MAPPE = Annotated[Path, typer.Argument(metavar="MAPPE", help="Mappa registeret skal ligge i.")]
UTVALG = Annotated[str, typer.Option("--utvalg", metavar="NAVN", help="Navnet på utvalget.")]
NIVAA = Annotated[str, typer.Option("--nivaa", metavar="NIVÅ", help=f"{', '.join(STANDARD_NIVAA)}.")]
MAALFORM = Annotated[str, typer.Option("--maalform", metavar="nb|nn", help="Målforma i dokumentene.")]
MANDAT = Annotated[
    str,
    typer.Option("--mandat", metavar="REGELVERK", help="Et av regelverkene som følger med, eller «tomt»."),
]
EIER = Annotated[str, typer.Option("--eier", metavar="NAVN", help="Hvem som eier utvalget. Ellers: ukjent.")]
MEDLEMMER = Annotated[
    str,
    typer.Option(
        "--medlemmer",
        metavar="FIL",
        help="Medlemslista fra Excel (.xlsx) eller som CSV, med de overskriftene den har.",
    ),
]
MEDLEM = Annotated[
    list[str] | None,
    typer.Option(
        "--medlem",
        metavar="NAVN, ORGANISASJON, VERV",
        help="Ett medlem, i stedet for en fil. Kan gjentas.",
    ),
]
ALLE = Annotated[
    str,
    typer.Option(
        "--alle", metavar="ja|nei", help="Er alle i utvalget med i lista? Da blir ledige plasser vurdert."
    ),
]
FOERSTE_MOETE = Annotated[
    str, typer.Option("--foerste-moete", metavar="DATO", help="Dagen for det første møtet.")
]
DATO = Annotated[str, typer.Option("--dato", metavar="DATO", help="Første dag i registeret. Ellers: i dag.")]
LAGRE = Annotated[
    str, typer.Option("--lagre", metavar="ja|nei", help="Skal hver endring lagres i git med en gang?")
]
CI = Annotated[
    str,
    typer.Option("--ci", metavar="github|gitlab|begge", help="Hvor registeret prøves. Ellers: begge."),
]
