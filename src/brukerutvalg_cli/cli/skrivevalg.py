"""The options that the writing verbs share."""

from typing import Annotated, get_args

import typer

from brukerutvalg_cli.model.ordvalg import Form

UTVALG = Annotated[str, typer.Argument(metavar="UTVALG", help="Utvalget, som nav-vestland.")]
MOETE = Annotated[
    str, typer.Argument(metavar="MØTE", help="Datoen (2022-11-16, 16.11.2022), «neste» eller «siste».")
]
DATO = Annotated[
    str,
    typer.Option(
        "--dato",
        metavar="DATO",
        help="Dagen det ble gjort, eller det du vet av den (mars 2021). Ellers: i dag.",
    ),
]
TOERR = Annotated[bool, typer.Option("--dry-run", help="Vis hva som ville bli skrevet, og skriv det ikke.")]
COMMIT = Annotated[
    bool | None,
    typer.Option(
        "--lagre/--ikke-lagre",
        "--commit",
        envvar="BRUKERUTVALG_COMMIT",
        help="Lagre endringen i git (commit) med en gang, eller la det være. Ellers: som registeret sier.",
        show_default=False,
    ),
]
LAGRE_ALLTID = Annotated[
    str,
    typer.Option(
        "--alltid", metavar="ja|nei", help="Skal hver endring lagres med en gang? Står i registeret."
    ),
]
DITT_NAVN = Annotated[
    str, typer.Option("--ditt-navn", metavar="NAVN", help="Navnet ditt, der git ikke vet hvem du er.")
]
DIN_EPOST = Annotated[
    str,
    typer.Option("--din-epost", metavar="ADRESSE", help="Adressen din, som følger endringene når de deles."),
]
JA = Annotated[bool, typer.Option("--ja", help="Svar ja på det som ellers blir spurt om.")]
FOER_BESLUTNING = Annotated[
    str,
    typer.Option("--foer-beslutning", metavar="ja|nei|ukjent", help="Kommer saken før beslutningen er tatt?"),
]
INNMELDT_AV = Annotated[
    str,
    typer.Option("--innmeldt-av", metavar="HVEM", help="En side, en person, et verv eller en organisasjon."),
]
HVEM_MELDER_INN = "Hvem melder den inn (en side, en person, et verv eller en organisasjon)?"
SAKSNR = Annotated[str, typer.Argument(metavar="SAK", help="Saksnummeret, som 28/22.")]
FORTROLIG_TIL = Annotated[
    str, typer.Option("--fortrolig-til", metavar="DATO", help="Når en fortrolig sak kan bli offentlig.")
]
FAKTUM = Annotated[
    str,
    typer.Argument(
        metavar="FAKTUM",
        help="Hva det gjelder, og nøkkelen: anne-lie.side, 2022-11-16.moeteleder. «antatt vis» nevner dem slik.",
    ),
]
ANTATT = Annotated[
    str,
    typer.Option(
        "--antatt",
        metavar="NØKKEL",
        help="Det av dette som bare er antatt, med komma mellom: side,representerer.",
    ),
]
LIKEVEL = Annotated[bool, typer.Option("--likevel", help="Skriv det selv om mandatet sier noe annet.")]

# Of an election

VERV_FRA = Annotated[
    str,
    typer.Option(
        "--fra",
        metavar="DATO",
        help="Første dag i vervet. Ellers: møtedagen, eller dagen etter for leder og nestleder.",
    ),
]
VERV_TIL = Annotated[
    str,
    typer.Option(
        "--til",
        metavar="DATO",
        help="Siste dag i vervet. Ellers: ut perioden til dem som sitter, når mer enn halvparten er igjen. Er den "
        "snart over, regnes det med like lenge som forrige gang, og dagen føres som ukjent.",
    ),
]
SUPPLERER = Annotated[
    bool, typer.Option("--supplerer", help="De valgte kommer i tillegg til dem som sitter, og avløser ingen.")
]
FRAVIKER = Annotated[
    str, typer.Option("--fraviker", metavar="BESTEMMELSE", help="En hovedregel utvalget valgte å fravike.")
]

# Of when and where a meeting is

TID = Annotated[
    str, typer.Option("--tid", metavar="KLOKKESLETT", help="Når det begynner: 12:00, eller 12-15.")
]
SLUTT = Annotated[str, typer.Option("--slutt", metavar="KLOKKESLETT", help="Når det slutter: 15:00.")]
LENKE = Annotated[
    str,
    typer.Option("--lenke", metavar="LENKE", help="Lenken til videomøtet. Den er aldri med i dokumentene."),
]
STED = Annotated[str, typer.Option("--sted", metavar="STED", help="Navnet på stedet.")]
UNIVERSELL = Annotated[
    str, typer.Option("--universell-utforming", metavar="ja|nei|ukjent", help="Kan alle komme inn og ta del?")
]
SOM_SIST = Annotated[
    bool,
    typer.Option(
        "--som-sist", help="Tid, sted og form er som i det siste møtet, der du ikke sier noe annet."
    ),
]
FORM = Annotated[str, typer.Option("--form", metavar="FORM", help=f"{', '.join(get_args(Form))}.")]

# Of a list of people

LISTE_SIDE = Annotated[
    str, typer.Option("--side", metavar="SIDE", help="Siden til dem lista ikke sier det om, eller «ukjent».")
]
LISTE_FRA = Annotated[
    str,
    typer.Option("--fra", metavar="DATO", help="Første dag for dem det ikke står om. Ellers: ukjent."),
]
HELE_AAR = Annotated[
    str,
    typer.Option(
        "--hele-aar",
        metavar="ja|nei",
        help="Gjelder et år eller en måned i lista fra første til og med siste dag? Ellers: ukjent dag.",
    ),
]
ADRESSEFIL = Annotated[
    str,
    typer.Option(
        "--adresser",
        metavar="FIL",
        help="Hvor e-postadressene i lista skal ligge, utenfor registeret. Ellers: ingen steder.",
    ),
]
