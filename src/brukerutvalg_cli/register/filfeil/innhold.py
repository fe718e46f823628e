"""Innhold: what is wrong with the keys and the values of a file that can be read."""

from brukerutvalg_cli.register.filfeil.slag import Filfeil

UKJENT_NOEKKEL = Filfeil(
    "BU014",
    "ukjent-noekkel",
    """ukjent-noekkel – registeret har ingen nøkkel med dette navnet på dette stedet.

Hvorfor
    En skrivefeil i en nøkkel ville ellers gjøre at opplysningen ble borte uten at noen merket det.
Slik retter du
    Rett navnet. Nøkler skrives med små bokstaver og ae, oe, aa for æ, ø, å. Er det en merknad til deg selv,
    skriver du den som kommentar, med # foran.
Galt
    møtedato: 2024-03-13
Riktig
    dato: 2024-03-13
""",
)

MANGLER_NOEKKEL = Filfeil(
    "BU015",
    "mangler-noekkel",
    """mangler-noekkel – en opplysning som må være med, mangler.

Hvorfor
    Uten den kan resten ikke vurderes eller skrives ut.
Slik retter du
    Legg den til. Vet du ikke svaret, skriver du «ukjent» der det er lov. Det er noe annet enn å utelate den.
Galt
    sted: Nav Bergen
Riktig
    dato: 2024-03-13
    sted: Nav Bergen
""",
)

FEIL_VERDI = Filfeil(
    "BU016",
    "feil-verdi",
    """feil-verdi – verdien er ikke av det slaget som skal stå her.

Hvorfor
    Der det skal stå ja eller nei, en dato eller ett av noen faste ord, kan ikke noe annet forstås.
Slik retter du
    Skriv verdien slik hjelpeteksten viser. Skal det være flere verdier, skriver du dem som liste: [a, b].
Galt
    form: hybridmøte
Riktig
    form: hybrid
""",
)

UMULIG_DATO = Filfeil(
    "BU017",
    "umulig-dato",
    """umulig-dato – datoen finnes ikke i kalenderen.

Hvorfor
    Frister og perioder regnes ut fra datoene, og en dato som ikke finnes, kan ikke regnes med.
Slik retter du
    Skriv datoen som år-måned-dag, for eksempel 2024-03-13.
Galt
    dato: 2022-02-30
Riktig
    dato: 2022-02-28
""",
)

ELDRE_SKRIVEMAATE = Filfeil(
    "BU023",
    "eldre-skrivemaate",
    """eldre-skrivemaate – det står slik det ble skrevet før, og blir lest som det var ment.

Hvorfor
    Mandatspråket har fått færre og klarere ord. Et regelverk som ble skrevet før det, gjelder som før. Men
    det neste du skriver i det, skrives på den nye måten, og to måter i én fil er vanskelig å lese.
Slik retter du
    Skriv det slik meldingen sier. Har du regelverket fra programmet, kan du hente det på nytt.
Galt
    hvem: {organisasjonstype: paraply}
Riktig
    hvem: {organisasjon: {type: paraply}}
""",
)
