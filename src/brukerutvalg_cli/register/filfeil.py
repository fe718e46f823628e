"""What can be wrong with a file as such: the one table of codes, names and documentation.

The texts have the form of a rule's documentation: a first line with the name, then sections. `Galt`
and `Riktig` hold whole small files, and tests/test_parse.py reads them.
"""

from __future__ import annotations

from typing import NamedTuple

from brukerutvalg_cli.funn.finding import Finding, Related, Severity
from brukerutvalg_cli.funn.place import Place


class Filfeil(NamedTuple):
    """One kind of file problem: its stable code, its name, and the text that explains it."""

    code: str
    name: str
    text: str

    def finding(
        self,
        message: str,
        place: Place,
        *,
        label: str = "",
        help: str = "",
        related: tuple[Related, ...] = (),
        emne: str = "",
        severity: Severity = Severity.FEIL,
    ) -> Finding:
        """A finding of this kind: a `feil`, unless the file could be read in spite of it."""
        return Finding(self.code, self.name, severity, message, place, label, help, related, emne=emne)


FIL_ULESBAR = Filfeil(
    "BU001",
    "fil-ulesbar",
    """fil-ulesbar – filen finnes ikke, eller programmet får ikke lest den.

Hvorfor
    Det som ikke kan leses, kan heller ikke vurderes. Resten av registeret vurderes likevel.
Slik retter du
    Sjekk at det er en vanlig fil og ikke en mappe, at du har lov til å åpne den, og at en snarvei peker på
    en fil som finnes inne i registeret. Filnavn skrives med vanlige bokstaver, tall og bindestrek.
""",
)

FIL_FOR_STOR = Filfeil(
    "BU002",
    "fil-for-stor",
    """fil-for-stor – filen er større enn 1 MiB.

Hvorfor
    Et møte fyller noen få kilobyte. En så stor fil er nesten alltid noe annet som er lagret på feil sted.
Slik retter du
    Legg vedlegg og bilder i mappen «vedlegg», og la møtet vise til dem. Ett møte per fil, én person per fil.
""",
)

FIL_KODING = Filfeil(
    "BU003",
    "fil-koding",
    """fil-koding – filen er ikke lagret som UTF-8.

Hvorfor
    Æ, ø og å lagres ulikt fra program til program. Registeret bruker UTF-8, så teksten er lik hos alle.
Slik retter du
    Åpne filen i et tekstprogram, velg «Lagre som», og velg koding «UTF-8». Se etter at æ, ø og å står riktig.
Galt
    sted: Bodø    # lagret som ANSI (Windows-1252)
Riktig
    sted: Bodø    # lagret som UTF-8
""",
)

FIL_TEGN = Filfeil(
    "BU004",
    "fil-tegn",
    """fil-tegn – filen inneholder et usynlig tegn som ikke hører hjemme i en tekst.

Hvorfor
    Slike tegn følger med når tekst limes inn fra Word, PDF eller nettsider. Ingen ser dem, og alt ved siden
    av ser riktig ut.
Slik retter du
    Slett tegnet på stedet som er vist, eller skriv ordet på nytt.
Galt
    sted: "Bergen\\x07"
Riktig
    sted: "Bergen"
""",
)

FIL_TOM = Filfeil(
    "BU005",
    "fil-tom",
    """fil-tom – filen er tom.

Hvorfor
    En fil i registeret beskriver én ting. Står det ikke noe i den, vet ingen om den er glemt eller påbegynt.
Slik retter du
    Fyll den ut, eller slett den.
Galt
    # kommer senere
Riktig
    navn: Kari Nordmann
""",
)

FIL_YAML = Filfeil(
    "BU006",
    "fil-yaml",
    """fil-yaml – skrivemåten er ikke gyldig YAML, så filen kan ikke leses.

Hvorfor
    Filene er skrevet i YAML: «nøkkel: verdi», med innrykk for det som hører sammen, og strek foran hvert
    punkt i en liste. Når et tegn mangler, er det ikke lenger sikkert hva som hører til hva.
Slik retter du
    Se på linjen som er vist, og på linjen over. Vanligst er et kolon uten mellomrom etter, et anførselstegn
    eller en parentes som ikke er lukket, skjeve innrykk, eller en tekst med kolon som trenger anførselstegn.
Galt
    tittel: Ny strategi: hva nå?
Riktig
    tittel: "Ny strategi: hva nå?"
""",
)

FIL_TABULATOR = Filfeil(
    "BU007",
    "fil-tabulator",
    """fil-tabulator – linjen er rykket inn med tabulator.

Hvorfor
    En tabulator vises med ulik bredde fra program til program. YAML krever derfor mellomrom.
Slik retter du
    Bytt hver tabulator med to mellomrom. De fleste tekstprogram kan gjøre det for hele filen.
Galt
    sted:
    \tnavn: Nav Bergen
Riktig
    sted:
      navn: Nav Bergen
""",
)

FIL_FOR_DYP = Filfeil(
    "BU008",
    "fil-for-dyp",
    """fil-for-dyp – filen har mer enn 32 nivåer inni hverandre.

Hvorfor
    Ingenting i registeret trenger mer enn en håndfull nivåer. Så mange tyder på at noe er limt inn feil.
Slik retter du
    Slett parentesene eller strekene som er for mange.
Galt
    tema: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[strategi]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
Riktig
    tema: [strategi]
""",
)

FLERE_DOKUMENT = Filfeil(
    "BU009",
    "flere-dokument",
    """flere-dokument – filen inneholder flere dokumenter, delt av «---».

Hvorfor
    Registeret har én ting per fil. Det som står etter delelinjen, blir ikke lest.
Slik retter du
    Flytt det som står etter «---», til en egen fil. Er linjen bare til pynt, sletter du den.
Galt
    dato: 2024-03-13
    ---
    dato: 2024-05-15
Riktig
    dato: 2024-03-13
""",
)

DOBBEL_NOEKKEL = Filfeil(
    "BU010",
    "dobbel-noekkel",
    """dobbel-noekkel – samme nøkkel står to ganger.

Hvorfor
    Bare én av dem kan gjelde, og programmet vil ikke gjette hvilken.
Slik retter du
    Behold den som er riktig, og slett den andre. Hører de til hvert sitt punkt i en liste, mangler en strek.
Galt
    dato: 2024-03-13
    dato: 2024-03-14
Riktig
    dato: 2024-03-13
""",
)

YAML_ANKER = Filfeil(
    "BU011",
    "yaml-anker",
    """yaml-anker – filen bruker anker (&), viser til et anker (*) eller fletter inn (<<).

Hvorfor
    En fil skal kunne leses rett fram, og en endring ett sted skal ikke endre noe et annet sted.
Slik retter du
    Skriv verdien der den gjelder. Er tegnet en del av teksten, setter du teksten i anførselstegn.
Galt
    moeteleder: &leder kari-nordmann
    referent: *leder
Riktig
    moeteleder: kari-nordmann
    referent: kari-nordmann
""",
)

YAML_MERKE = Filfeil(
    "BU012",
    "yaml-merke",
    """yaml-merke – en verdi er merket med en type (!).

Hvorfor
    Registeret vet selv hva som er dato, tall og tekst. Merker fra andre programmer kan bety hva som helst.
Slik retter du
    Slett merket. Er utropstegnet en del av teksten, setter du teksten i anførselstegn.
Galt
    tid: !!str 12:15
Riktig
    tid: 12:15
""",
)

YAML_NOEKKEL = Filfeil(
    "BU013",
    "yaml-noekkel",
    """yaml-noekkel – en nøkkel er tom, eller den er en liste.

Hvorfor
    Det som står foran kolon, er navnet på det som står etter. Et navn er ett ord.
Slik retter du
    Skriv et ord foran kolon. Skulle det være en liste, begynner linjen med strek og mellomrom.
Galt
    {{sted}}: Nav Bergen
Riktig
    sted: Nav Bergen
""",
)

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

UKJENT_FIL = Filfeil(
    "BU018",
    "ukjent-fil",
    """ukjent-fil – filen ligger et sted der registeret ikke leter etter noe.

Hvorfor
    En fil på feil sted blir ikke lest, og det som står i den, ville ellers mangle uten at noen merket det.
Slik retter du
    Flytt filen til mappen den hører hjemme i, eller gi den navnet registeret venter: utvalg.yaml og
    hendelser.yaml i utvalgets mappe, og resten under medlemmer, moeter eller saker. Filer slutter på .yaml.
""",
)

FIL_KOPI = Filfeil(
    "BU019",
    "fil-kopi",
    """fil-kopi – filen er en kopi av en annen fil i samme mappe.

Hvorfor
    Det som står to ganger, ville blitt talt to ganger, og etter en tid vet ingen hvilken som gjelder.
Slik retter du
    Slett kopien. Skal den bli et nytt møte eller en ny person, gir du den et eget navn og retter det som står
    i den. Gamle utgaver finnes i historikken; de trenger ikke ligge ved siden av.
""",
)

TEKST_KUTTET = Filfeil(
    "BU020",
    "tekst-kuttet",
    """tekst-kuttet – teksten slutter foran et «#», og resten blir ikke lest.

Hvorfor
    «#» etter et mellomrom begynner en merknad som ingen andre enn du ser. Var det en del av teksten, mangler
    slutten i innkallingen og referatet. Filen leses likevel, så dette er en advarsel.
Slik retter du
    Sett hele teksten i anførselstegn. Er det en merknad til deg selv, skriver du et mellomrom etter «#».
Galt
    tittel: Sak #3 om budsjett
Riktig
    tittel: "Sak #3 om budsjett"  # en merknad
""",
)

FILFEIL: tuple[Filfeil, ...] = (
    FIL_ULESBAR,
    FIL_FOR_STOR,
    FIL_KODING,
    FIL_TEGN,
    FIL_TOM,
    FIL_YAML,
    FIL_TABULATOR,
    FIL_FOR_DYP,
    FLERE_DOKUMENT,
    DOBBEL_NOEKKEL,
    YAML_ANKER,
    YAML_MERKE,
    YAML_NOEKKEL,
    UKJENT_NOEKKEL,
    MANGLER_NOEKKEL,
    FEIL_VERDI,
    UMULIG_DATO,
    UKJENT_FIL,
    FIL_KOPI,
    TEKST_KUTTET,
)
"""Every file problem there is, by code."""

MAX_BYTES = 1 << 20
"""The largest file that is read, 1 MiB."""


def for_stor(path: str) -> Finding:
    """The finding for a file above the limit, said the same way by every tree and by the parser."""
    return FIL_FOR_STOR.finding(
        "filen er større enn 1 MiB og blir ikke lest",
        Place(path),
        help="legg vedlegg og bilder i mappen «vedlegg», og del filen hvis den inneholder flere ting",
    )
