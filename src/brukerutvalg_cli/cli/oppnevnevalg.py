"""The options of `oppnevn`: to what somebody is appointed, by whom, and on what terms."""

from __future__ import annotations

from typing import Annotated

import typer

PERSON = Annotated[str, typer.Argument(metavar="PERSON", help="Personen, som kari-nordmann.")]
VERV = Annotated[str, typer.Option("--verv", metavar="VERV", help="medlem, vara, sekretaer, kontaktperson …")]
FRA = Annotated[str, typer.Option("--fra", metavar="DATO", help="Første dag i perioden.")]
TIL = Annotated[str, typer.Option("--til", metavar="DATO", help="Siste dag i perioden. Ellers: åpen.")]
AV = Annotated[str, typer.Option("--av", metavar="HVEM", help="Hvem som oppnevnte.")]
FORESLAATT_AV = Annotated[
    str, typer.Option("--foreslaatt-av", metavar="ORGANISASJON", help="Hvem som foreslo.")
]
VARA_FOR = Annotated[str, typer.Option("--vara-for", metavar="HVEM", help="Medlemmet eller organisasjonen.")]
NUMMER = Annotated[str, typer.Option("--nummer", metavar="TALL", help="Plassen i vararekka.")]
VALGT_I = Annotated[str, typer.Option("--valgt-i", metavar="SAK", help="Saken personen ble valgt i.")]
SAMTYKKE = Annotated[str, typer.Option("--samtykke", metavar="ja|nei|ukjent", help="Har personen sagt ja?")]
FULLMAKT = Annotated[
    str,
    typer.Option("--fullmakt", metavar="ja|nei|ukjent", help="Har personen fullmakt fra organisasjonen?"),
]
ALDER = Annotated[str, typer.Option("--alder", metavar="TALL", help="Bare der mandatet har aldersgrense.")]
SUPPLERER = Annotated[
    bool, typer.Option("--supplerer", help="Kommer i tillegg til dem som har vervet, og avløser ingen.")
]
AVLOESER = Annotated[
    bool, typer.Option("--avloeser", help="Avløser alle som har vervet. De er ferdige dagen før.")
]
KONSTITUERT = Annotated[
    bool,
    typer.Option("--konstituert", help="Fungerer i vervet til noen er valgt. Det er ingen periode i det."),
]
