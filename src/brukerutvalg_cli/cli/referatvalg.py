"""The options of `sak foer`: what was said and decided in a case."""

from __future__ import annotations

from typing import Annotated

import typer

REFERAT = Annotated[
    str,
    typer.Option("--referat", metavar="TEKST", help="Det som ble sagt. «@fil.md» henter det fra ei fil."),
]
FIL = Annotated[
    str, typer.Option("--fil", metavar="FIL", help="Det som ble sagt, fra ei fil. «-» er standard inn.")
]
VEDTAK = Annotated[str, typer.Option("--vedtak", metavar="TEKST", help="Vedtaket, ordrett.")]
ALTERNATIV = Annotated[
    list[str] | None,
    typer.Option(
        "--alternativ",
        metavar="TEKST[=STEMMER]",
        help="Et annet forslag det ble stemt over, og som falt; og hvor mange som stemte for det.",
    ),
]
PROTOKOLLTILFOERSEL = Annotated[
    list[str] | None,
    typer.Option(
        "--protokolltilfoersel",
        metavar="HVEM: TEKST",
        help="En uenighet eller merknad noen ba om å få ført.",
    ),
]
INHABIL = Annotated[
    list[str] | None,
    typer.Option(
        "--inhabil",
        metavar="PERSON[=VARA]",
        help="En som var inhabil i saken, og varaen som møtte i stedet.",
    ),
]
TATT_OPP = Annotated[str, typer.Option("--tatt-opp", metavar="KLOKKESLETT", help="Når saken ble tatt opp.")]
INNLEDER = Annotated[
    list[str] | None, typer.Option("--innleder", metavar="HVEM", help="Hvem som la fram saken.")
]
SVARET = Annotated[
    str, typer.Option("--svar", metavar="TEKST", help="Svaret som kom på det utvalget meldte videre.")
]
ETTER_MOETET = Annotated[
    str,
    typer.Option(
        "--etter-moetet", metavar="TEKST", help="Det sekretæren føyer til etter møtet, eller «@fil.md»."
    ),
]
VEDLEGG = Annotated[
    list[str] | None,
    typer.Option("--vedlegg", metavar="TITTEL[=FIL]", help="Ett vedlegg til, med eller uten fil i vedlegg/."),
]
HOERER_TIL = Annotated[
    str,
    typer.Option(
        "--hoerer-til",
        metavar="DOKUMENT",
        help="Det vedlegget følger: innkalling, referat, begge, ukjent.",
    ),
]
