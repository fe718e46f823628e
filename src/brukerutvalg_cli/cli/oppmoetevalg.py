"""The options of `oppmoete`: everybody who was, or was not, at a meeting, and as what."""

from __future__ import annotations

from typing import Annotated

import typer

FORFALL = Annotated[
    list[str] | None,
    typer.Option(
        "--forfall",
        metavar="PERSON",
        help='En som meldte forfall. Aldri hvorfor. Dagen det ble meldt, kan stå etter navnet: "kari 7.2.2026".',
    ),
]
VARA = Annotated[
    list[str] | None,
    typer.Option(
        "--vara",
        metavar="VARA[=MEDLEM]",
        help="En vara som møtte, og hvem for. Ellers: den som passer, eller ukjent der flere gjør det.",
    ),
]
GJEST = Annotated[
    list[str] | None,
    typer.Option("--gjest", metavar="NAVN[, STILLING[, FRA]]", help="En gjest, og hvor den kommer fra."),
]
OBSERVATOER = Annotated[
    list[str] | None,
    typer.Option(
        "--observatoer",
        metavar="HVEM",
        help="En observatør: et tidligere eller kommende medlem, eller «NAVN, STILLING, FRA».",
    ),
]
SEKRETARIAT = Annotated[
    list[str] | None,
    typer.Option(
        "--sekretariat",
        metavar="HVEM",
        help="En ansatt som var med for sekretariatet, utenom sekretæren.",
    ),
]
LYTTER = Annotated[
    list[str] | None, typer.Option("--lytter", metavar="VARA", help="En vara som bare hørte på.")
]
KOM = Annotated[
    list[str] | None,
    typer.Option(
        "--kom",
        metavar="PERSON[ NÅR]",
        help="Alle som kom. Ellers: alle innkalte uten forfall. Med klokkeslett eller sak: en som kom senere.",
    ),
]
GIKK = Annotated[
    list[str] | None,
    typer.Option(
        "--gikk",
        metavar="PERSON NÅR",
        help="En som gikk før slutt: klokkeslettet, eller den siste saken de var med på.",
    ),
]
OGSAA = Annotated[
    list[str] | None,
    typer.Option("--ogsaa", metavar="PERSON", help="En som kom, og som det er ukjent om har verv den dagen."),
]
IKKE_MOETT = Annotated[
    list[str] | None,
    typer.Option("--ikke-moett", metavar="PERSON", help="En som verken kom eller meldte forfall."),
]
UKJENT = Annotated[
    list[str] | None,
    typer.Option("--ukjent", metavar="PERSON", help="En som ingen vet om kom."),
]
GODTGJORT = Annotated[
    str,
    typer.Option(
        "--godtgjort", metavar="ja|nei|ukjent", help="Om de får den godtgjørelsen mandatet gir dem."
    ),
]
MOETELEDER = Annotated[str, typer.Option("--moeteleder", metavar="PERSON", help="Den som ledet møtet.")]
REFERENT = Annotated[str, typer.Option("--referent", metavar="PERSON", help="Den som skrev referatet.")]
ANTALL_STEMMEBERETTIGEDE = Annotated[
    str,
    typer.Option(
        "--antall-stemmeberettigede",
        metavar="TALL",
        help="Hvor mange med stemmerett det var da møtet begynte.",
    ),
]
UNDERTEGNES_AV = Annotated[
    list[str] | None,
    typer.Option("--undertegnes-av", metavar="PERSON", help="En som skal skrive under referatet."),
]
