"""The options that say how something was decided: those of every verb that writes a decision or an election."""

from __future__ import annotations

from typing import Annotated

import typer

ENSTEMMIG = Annotated[
    str, typer.Option("--enstemmig", metavar="ja|nei|ukjent", help="Om alle var enige i det som ble bestemt.")
]
FOR = Annotated[str, typer.Option("--for", metavar="TALL", help="Stemmer for, eller «ukjent».")]
MOT = Annotated[str, typer.Option("--mot", metavar="TALL", help="Stemmer mot, eller «ukjent».")]
AVHOLDENDE = Annotated[
    str, typer.Option("--avholdende", metavar="TALL", help="De som lot være å stemme, eller «ukjent».")
]
STEMTE_FOR = Annotated[
    list[str] | None,
    typer.Option("--stemte-for", metavar="PERSON", help="En som stemte for, når navnene skal fram."),
]
STEMTE_MOT = Annotated[
    list[str] | None,
    typer.Option("--stemte-mot", metavar="PERSON", help="En som stemte mot, når navnene skal fram."),
]
AVSTO = Annotated[
    list[str] | None,
    typer.Option("--avsto", metavar="PERSON", help="En som lot være å stemme, når navnene skal fram."),
]
VED_LIKHET = Annotated[
    str,
    typer.Option(
        "--ved-likhet", metavar="HVEM", help="Hvem som avgjorde ved stemmelikhet, eller «loddtrekning»."
    ),
]
